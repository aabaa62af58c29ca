// Send-SandboxMessage: mail as a user of the organisation or an outside host sends it.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { SubmitInput } from '../../../state/schema/inputs.ts';
import { isValidAddress } from '../../smtp/address.ts';
import { addressType, domainOf } from '../directory/names.ts';
import type { Machine } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import type { OutsideHost } from '../outside/outside-host.ts';
import type { Simulation } from '../simulation.ts';
import { WorldError } from '../world-error.ts';
import { scheduleSubmission } from './submission.ts';

/** Header and MIME around a text. */
const headerBytes = 1500;
/** Time until the submission notices new mail. */
const noticeMs = 100;

interface Sender {
  mailbox: ConfigObject<'mailbox'> | undefined;
  address: string;
}

function senderOf(simulation: Simulation, from: string): Sender {
  const object = simulation.directory.findRecipient(from);
  if (object?.class === 'mailbox')
    return {
      mailbox: object as ConfigObject<'mailbox'>,
      address: (object as ConfigObject<'mailbox'>).properties.PrimarySmtpAddress,
    };
  if (object !== undefined)
    return { mailbox: undefined, address: (object.properties as { PrimarySmtpAddress: string }).PrimarySmtpAddress };
  if (!isValidAddress(from))
    throw new WorldError('MailboxNotFound', `There is no mailbox '${from}', and it is no address.`, { identity: from });
  return { mailbox: undefined, address: from };
}

/** A MAPI client looks what is typed up in the address book; an SMTP client gives an address as it is. */
function recipientAddress(simulation: Simulation, to: string, mapi: boolean): string {
  const literal = to.replace(/^smtp:/i, '');
  if (!mapi && isValidAddress(literal)) return literal;
  const object = simulation.directory.findRecipient(to);
  if (object !== undefined) return (object.properties as { PrimarySmtpAddress: string }).PrimarySmtpAddress;
  const { type } = addressType(to);
  if (type !== 'SMTP' && mapi) return `${type}:${addressType(to).value}`;
  if (!isValidAddress(literal))
    throw new WorldError('InvalidValue', `'${to}' is neither a recipient nor an address.`, { value: to });
  return literal;
}

export function sendMail(simulation: Simulation, input: SubmitInput): string[] {
  const sender = senderOf(simulation, input.from);
  const via = input.via ?? (sender.mailbox === undefined ? 'Smtp' : 'Mapi');
  if (via === 'Mapi' && sender.mailbox === undefined)
    throw new WorldError('MailboxNotFound', `There is no mailbox '${input.from}'.`, { identity: input.from });
  if (input.server !== undefined && simulation.findMachine(input.server) === undefined && via === 'Mapi')
    throw new WorldError('ServerNotFound', `There is no server '${input.server}'.`, { identity: input.server });
  const resolve = (list: readonly string[] | undefined): string[] =>
    (list ?? []).map((to) => recipientAddress(simulation, to, via === 'Mapi'));
  const to = resolve(input.to);
  const cc = resolve(input.cc);
  const recipients = [...to, ...cc, ...resolve(input.bcc)];
  const body = input.body ?? '';
  const size = Math.max(
    headerBytes + (input.subject ?? '').length + body.length,
    Math.round((input.sizeKB ?? 0) * 1024),
  );
  const origin = originOf(simulation, sender, input);
  const ids: string[] = [];
  for (let count = input.count ?? 1; count > 0; count -= 1) {
    const content = new Content(
      simulation.newContentId(),
      '',
      origin,
      sender.address,
      to,
      cc,
      input.subject ?? '',
      body,
      size,
      input.priority ?? 'Normal',
      simulation.now,
      'Message',
      undefined,
    );
    ids.push(content.messageId);
    if (via === 'Mapi') addDraft(simulation, sender.mailbox!, content, recipients, input.server ?? '');
    else addOutgoing(simulation, sender, content, recipients, input);
  }
  if (via === 'Mapi') scheduleSubmission(simulation, noticeMs);
  return ids;
}

function originOf(simulation: Simulation, sender: Sender, input: SubmitInput): string {
  if (sender.mailbox === undefined)
    return hostOf(simulation, domainOf(sender.address), input.sourceAddress)?.name ?? domainOf(sender.address);
  const database = simulation.directory.find('database', sender.mailbox.properties.Database ?? '');
  return (simulation.findMachine(database?.properties.Server ?? '')?.fqdn ?? simulation.data.forest).toLowerCase();
}

function addDraft(
  simulation: Simulation,
  mailbox: ConfigObject<'mailbox'>,
  content: Content,
  recipients: readonly string[],
  server: string,
): void {
  const id = simulation.kernel.nextId('draft');
  simulation.store.drafts.set(id, {
    id,
    owner: mailbox.guid,
    content,
    recipients,
    created: simulation.now,
    lastError: '',
    attempts: 0,
    nextAttempt: simulation.now + noticeMs,
    server,
    notified: false,
  });
}

/** The outside host that sends for a domain. */
function hostOf(simulation: Simulation, domain: string, address: string | undefined): OutsideHost | undefined {
  if (address !== undefined) {
    const known = simulation.hostsByAddress.get(address);
    if (known !== undefined) return known;
  }
  return [...simulation.hosts.values()].find((host) =>
    host.settings.Domains.some((own) => own.toLowerCase() === domain),
  );
}

/** Message submission (RFC 6409): where clients connect when nobody says otherwise. */
const submissionPort = 587;

/** Server that a client connects to: its mailbox server where that takes mail, else a transport server of its site. */
function clientServer(simulation: Simulation, machine: Machine | undefined): string | undefined {
  if (machine === undefined || machine.version === 2003 || machine.hasTransportRole) return machine?.name;
  const hubs = [...simulation.machinesById.values()].filter(
    (other) => other.hasTransportRole && !other.isEdge && other.site === machine.site,
  );
  return (hubs.find((hub) => hub.isRunning('MSExchangeTransport')) ?? hubs[0])?.name;
}

function addOutgoing(
  simulation: Simulation,
  sender: Sender,
  content: Content,
  recipients: readonly string[],
  input: SubmitInput,
): void {
  const id = simulation.kernel.nextId('outgoing');
  const host =
    sender.mailbox === undefined ? hostOf(simulation, domainOf(sender.address), input.sourceAddress) : undefined;
  let server = input.server ?? '';
  let port = input.port ?? 25;
  let sourceAddress = input.sourceAddress ?? host?.address ?? '10.250.0.1';
  if (sender.mailbox !== undefined) {
    const database = simulation.directory.find('database', sender.mailbox.properties.Database ?? '');
    const machine = simulation.findMachine(database?.properties.Server ?? '');
    if (server === '') {
      server = clientServer(simulation, machine) ?? '';
      if (input.port === undefined && machine?.version !== 2003) port = submissionPort;
    }
    if (input.sourceAddress === undefined)
      sourceAddress = `${(machine?.address ?? '192.168.0.1').split('.').slice(0, 3).join('.')}.200`;
  }
  const mail = {
    id,
    hostId: host?.id ?? 0,
    content,
    from: sender.address,
    recipients: [...recipients],
    server,
    port,
    anyPort: input.port === undefined,
    sourceAddress,
    created: simulation.now,
    lastError: '',
    attempts: 0,
    user: sender.mailbox === undefined ? '' : sender.mailbox.properties.PrimarySmtpAddress,
  };
  simulation.outgoing.set(id, mail);
  host?.waiting.set(id, mail);
  simulation.kernel.after(noticeMs, 'outside.send', id);
}
