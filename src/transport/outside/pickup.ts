// Pickup and Replay directories: files put there become mail (facts 7.5).

import type { Machine } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import { Recipient } from '../mail/message.ts';
import { parseText } from '../mail/parse-text.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import type { Simulation } from '../simulation.ts';

export const pickupPollMs = 5000;

/** The two folders of a server, in lower case; empty when switched off. */
export function pickupFolders(simulation: Simulation, machine: Machine): { pickup: string; replay: string } {
  if (!machine.hasTransportRole) return { pickup: '', replay: '' };
  const settings = simulation.serviceSettings(machine);
  const clean = (path: string | null): string => (path ?? '').toLowerCase().replace(/\\+$/, '');
  return { pickup: clean(settings.PickupDirectoryPath), replay: clean(settings.ReplayDirectoryPath) };
}

/** Event `pickup.poll`. */
export function runPickup(simulation: Simulation, machineId: number): void {
  const machine = simulation.machineById(machineId);
  if (!simulation.transportRuns(machine) || machine.transport === undefined) return;
  const { pickup, replay } = pickupFolders(simulation, machine);
  for (const [path, text] of [...machine.files]) {
    const folder = path.slice(0, path.lastIndexOf('\\'));
    if (!path.endsWith('.eml') || (folder !== pickup && folder !== replay)) continue;
    machine.files.delete(path);
    const ok = folder === pickup ? takePickup(simulation, machine, text) : takeReplay(simulation, machine, text);
    simulation.effects.disk.remove(machine.name, path);
    if (!ok) simulation.effects.disk.write(machine.name, path.replace(/\.eml$/, '.bad'), text);
  }
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
  accept(simulation, machine, 'Pickup', text, parsed.from, recipients);
  return true;
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
  submit(simulation, machine.transport!, message);
}
