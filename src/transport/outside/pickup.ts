// Pickup and Replay directories: files put there become mail (facts 7.5).

import { refusesMail } from '../machines/back-pressure.ts';
import type { Machine } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import { Recipient } from '../mail/message.ts';
import { type ParsedText, parseText } from '../mail/parse-text.ts';
import { finishIfDone, makeMessage, submit } from '../mail/registry.ts';
import { track, trackContent } from '../mail/tracking.ts';
import { failRecipients } from '../notifications/failures.ts';
import type { Simulation } from '../simulation.ts';

const pickupPollMs = 5000;

/** The two folders of a server, in lower case; empty when switched off. */
export function pickupFolders(simulation: Simulation, machine: Machine): { pickup: string; replay: string } {
  if (!machine.hasTransportRole) return { pickup: '', replay: '' };
  const settings = simulation.serviceSettings(machine);
  const clean = (path: string | null): string => (path ?? '').toLowerCase().replace(/\\+$/, '');
  return { pickup: clean(settings.PickupDirectoryPath), replay: clean(settings.ReplayDirectoryPath) };
}

/** The next look into the folders. */
export function schedulePickup(simulation: Simulation, machine: Machine): void {
  if (machine.pickupAt > simulation.now) return;
  machine.pickupAt = simulation.now + pickupPollMs;
  simulation.kernel.at(machine.pickupAt, 'pickup.poll', machine.id);
}

/** Event `pickup.poll`. */
export function runPickup(simulation: Simulation, machineId: number): void {
  const machine = simulation.machineById(machineId);
  if (machine.pickupAt !== simulation.now) return;
  machine.pickupAt = 0;
  if (!simulation.transportRuns(machine) || machine.transport === undefined) return;
  if (refusesMail(simulation, machine.transport, 'outside').refuse) {
    // Under pressure the files stay where they are (facts 6.3).
    if ([...machine.files.keys()].some((path) => path.endsWith('.eml'))) schedulePickup(simulation, machine);
    return;
  }
  for (const directory of ['PickupDirectoryPath', 'ReplayDirectoryPath'] as const)
    takeFiles(simulation, machine, directory);
}

/** Files of one folder, as many as a poll may take: PickupDirectoryMaxMessagesPerMinute counts for each folder by itself. */
function takeFiles(
  simulation: Simulation,
  machine: Machine,
  directory: 'PickupDirectoryPath' | 'ReplayDirectoryPath',
): void {
  const settings = simulation.serviceSettings(machine);
  const folder = (settings[directory] ?? '').replace(/\\+$/, '');
  if (folder === '') return;
  let left = Math.max(1, Math.ceil((settings.PickupDirectoryMaxMessagesPerMinute * pickupPollMs) / 60_000));
  for (const [path, text] of [...machine.files]) {
    const slash = path.lastIndexOf('\\');
    if (!path.endsWith('.eml') || path.slice(0, slash) !== folder.toLowerCase()) continue;
    if (left === 0) {
      schedulePickup(simulation, machine);
      return;
    }
    left -= 1;
    const file = `${folder}\\${(machine.fileNames.get(path) ?? path).slice(slash + 1)}`;
    machine.files.delete(path);
    machine.fileNames.delete(path);
    const take = directory === 'PickupDirectoryPath' ? takePickup : takeReplay;
    const ok = take(simulation, machine, text);
    simulation.effects.disk.remove(machine.name, file);
    if (!ok) badMail(simulation, machine, file, text);
  }
}

/** A file that is no mail, and that nobody could be told of. */
function badMail(simulation: Simulation, machine: Machine, file: string, text: string): void {
  const bad = file.replace(/\.eml$/i, '.bad');
  simulation.effects.disk.write(machine.name, bad, text);
  const content = new Content(
    simulation.newContentId(),
    '',
    machine.fqdn,
    '',
    [],
    [],
    '',
    '',
    text.length,
    'Normal',
    simulation.now,
    'Message',
    undefined,
  );
  trackContent(simulation, machine, content, {
    source: 'PICKUP',
    eventId: 'BADMAIL',
    serverHostname: machine.name,
    sourceContext: bad,
    returnPath: '',
  });
}

function takePickup(simulation: Simulation, machine: Machine, text: string): boolean {
  const lines = text.split(/\r?\n/);
  const parsed = parseText(lines);
  const bcc = lines
    .filter((line) => /^bcc:/i.test(line))
    .flatMap((line) =>
      line
        .slice(4)
        .split(',')
        .map((part) => part.trim()),
    );
  const recipients = [...parsed.to, ...parsed.cc, ...bcc].filter((address) => address.includes('@'));
  if (parsed.from === '' || recipients.length === 0) return false;
  accept(
    simulation,
    machine,
    'Pickup',
    text,
    parsed.from,
    recipients,
    pickupFault(simulation, machine, parsed, recipients),
  );
  return true;
}

/** Limits of the Pickup directory; what exceeds them is returned to its sender. */
function pickupFault(
  simulation: Simulation,
  machine: Machine,
  parsed: ParsedText,
  recipients: readonly string[],
): string | undefined {
  const settings = simulation.serviceSettings(machine);
  if (recipients.length > settings.PickupDirectoryMaxRecipientsPerMessage)
    return '550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients';
  return parsed.headerSize > settings.PickupDirectoryMaxHeaderSize
    ? '552 5.3.4 Header size exceeds fixed maximum size'
    : undefined;
}

function takeReplay(simulation: Simulation, machine: Machine, text: string): boolean {
  const from = /^x-sender:\s*<?([^>\r\n]*)>?/im.exec(text)?.[1]?.trim() ?? '';
  const recipients = [...text.matchAll(/^x-receiver:\s*<?([^>\s]+)>?/gim)].map((match) => match[1]!);
  if (recipients.length === 0) return false;
  accept(simulation, machine, 'Replay', text, from, recipients);
  return true;
}

function accept(
  simulation: Simulation,
  machine: Machine,
  source: 'Pickup' | 'Replay',
  text: string,
  from: string,
  recipients: readonly string[],
  fault?: string,
): void {
  const lines = text
    .split(/\r?\n/)
    .filter(
      (line) =>
        !/^x-(sender|receiver|createdby|endofinjectedxheaders|extendedmessageprops|helodomain|source|sourceipaddress):/i.test(
          line,
        ),
    );
  const parsed = parseText(lines);
  const content = new Content(
    simulation.newContentId(),
    parsed.messageId,
    machine.fqdn,
    parsed.from === '' ? from : parsed.from,
    parsed.to,
    parsed.cc,
    parsed.subject,
    parsed.body,
    parsed.size,
    parsed.priority,
    simulation.now,
    'Message',
    undefined,
  );
  const message = makeMessage(simulation, machine.transport!, {
    content,
    machine,
    returnPath: from,
    sourceName: source,
    sourceIp: machine.address,
    authenticated: true,
    hops: undefined,
    entered: simulation.now,
  });
  message.recipients = recipients.map((address) => new Recipient(address, address, ''));
  track(simulation, machine, message, {
    source: source === 'Replay' ? 'ADMIN' : (machine.version ?? 2016) >= 2013 ? 'SMTP' : 'PICKUP',
    eventId: 'RECEIVE',
    recipients: [...recipients],
    sourceContext: source,
  });
  if (fault === undefined) {
    submit(simulation, machine.transport!, message);
    return;
  }
  failRecipients(simulation, machine.transport!, message, message.recipients, fault, 'SMTP');
  finishIfDone(simulation, machine.transport!, message);
}
