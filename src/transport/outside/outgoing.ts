// Mail from outside: hosts hand it to the MX of the recipient's domain (or to a server that was named), keep it at 4xx and dead
// connections, try again every 15 minutes for 5 days, and give up at 5xx (spec/sandbox-cmdlets, Send-SandboxMessage).

import { type TransactionResult, transact } from '../../smtp/client.ts';
import type { SmtpPolicy } from '../../smtp/policy.ts';
import { isPermanent, isPositive, reply, replyText, type SmtpReply } from '../../smtp/reply.ts';
import { domainOf } from '../directory/names.ts';
import type { Origin } from '../network/connection.ts';
import { isAddress } from '../network/dns.ts';
import type { Incoming, IncomingMail, Peer } from '../receive/incoming.ts';
import { anonymousPeer, openSession } from '../receive/open-session.ts';
import type { Simulation } from '../simulation.ts';
import type { OutgoingMail, OutsideHost } from './outside-host.ts';

const retryMs = 900_000;
const lifetimeMs = 432_000_000;

/** Event `outside.send`. */
export function runOutgoing(simulation: Simulation, id: number): void {
  const mail = simulation.outgoing.get(id);
  if (mail === undefined) return;
  const host = simulation.hosts.get(mail.hostId);
  mail.attempts += 1;
  const byDomain = new Map<string, string[]>();
  for (const recipient of mail.recipients) {
    const key = mail.server === '' ? domainOf(recipient) : '';
    byDomain.set(key, [...(byDomain.get(key) ?? []), recipient]);
  }
  const left: string[] = [];
  for (const [domain, recipients] of byDomain) left.push(...sendTo(simulation, host, mail, domain, recipients));
  mail.recipients = left;
  if (left.length === 0 || simulation.now - mail.created >= lifetimeMs) {
    simulation.outgoing.delete(id);
    host?.waiting.delete(id);
    return;
  }
  simulation.kernel.after(retryMs, 'outside.send', id);
}

function targetsOf(simulation: Simulation, mail: OutgoingMail, domain: string): string[] {
  if (mail.server !== '') {
    const machine = simulation.findMachine(mail.server);
    if (machine !== undefined) return [machine.address];
    return isAddress(mail.server) ? [mail.server] : simulation.dns.lookup(mail.server, 'A').map(({ value }) => value);
  }
  const mx = [...simulation.dns.lookup(domain, 'MX')].sort((left, right) => left.preference - right.preference);
  const names = mx.length > 0 ? mx.map(({ value }) => value) : [domain];
  return names.flatMap((name) => simulation.dns.lookup(name, 'A').map(({ value }) => value));
}

/** A host that insists on TLS keeps its mail rather than send it in the clear. */
const needsTls = reply(451, '5.7.3', 'STARTTLS is required to send mail');

/**
 * Banner and EHLO, STARTTLS where both sides can (a host with Tls None never tries; one with Broken sees the handshake fail and goes on
 * without), and AUTH for users of the organisation where it is offered.
 */
function greetAsClient(policy: SmtpPolicy<Incoming>, host: OutsideHost | undefined, user: string): SmtpReply {
  const banner = policy.connect();
  const name = host?.name ?? '';
  let hello = isPositive(banner) ? policy.hello('EHLO', name) : banner;
  if (!isPositive(hello)) return hello;
  const tls = host?.settings.Tls ?? 'Optional';
  const offered = hello.lines.includes('STARTTLS');
  if (offered && (tls === 'Optional' || tls === 'Required') && isPositive(policy.startTls()))
    hello = policy.hello('EHLO', name);
  else if (tls === 'Required') return needsTls;
  if (user === '') return hello;
  const mechanisms = hello.lines.find((line) => line.startsWith('AUTH '))?.split(' ') ?? [];
  const mechanism = ['NTLM', 'LOGIN'].find((candidate) => mechanisms.includes(candidate));
  return mechanism === undefined ? hello : policy.authenticate(mechanism, user, 'known');
}

/** Port for clients of the organisation's users; they turn to it when port 25 does not take them for what they are. */
const clientPort = 587;

/** One session: the refusal before MAIL, or how the transaction ended. */
function handOver(
  simulation: Simulation,
  host: OutsideHost | undefined,
  mail: OutgoingMail,
  place: { address: string; port: number },
  recipients: readonly string[],
): SmtpReply | TransactionResult {
  const source = mail.sourceAddress;
  const peer: Peer = anonymousPeer(source, host?.name ?? '');
  const origin: Origin = host === undefined ? { address: source } : { host };
  const { policy } = openSession(simulation, origin, peer, place.address, place.port);
  if (policy === undefined) return unreachable;
  const greeting = greetAsClient(policy, host, mail.user);
  if (!isPositive(greeting)) return greeting;
  const incoming: IncomingMail = {
    content: mail.content,
    hops: undefined,
    entered: 0,
    authenticated: false,
    recipients: undefined,
    expanded: undefined,
    suppressDsn: false,
    upstreamServer: 0,
    upstreamMessage: 0,
  };
  const targets = recipients.map((address) => ({ address }));
  const result = transact(policy, mail.from, targets, incoming, mail.content.size);
  policy.quit?.();
  return result;
}

const unreachable = reply(421, '4.2.1', 'Unable to connect');

const answersOf = (result: TransactionResult, count: number): SmtpReply[] =>
  Array.from({ length: count }, (_, index) => {
    const own = result.recipientReplies[index] ?? result.reply;
    return isPositive(own) ? result.reply : own;
  });

/** Tries the targets; gives the recipients that are still to be tried. */
function sendTo(
  simulation: Simulation,
  host: OutsideHost | undefined,
  mail: OutgoingMail,
  domain: string,
  recipients: readonly string[],
): string[] {
  if (host !== undefined && !host.settings.Online) return [...recipients];
  const source = mail.sourceAddress;
  for (const address of targetsOf(simulation, mail, domain)) {
    const place = simulation.trace.keepPlace();
    const result = handOver(simulation, host, mail, { address, port: mail.port }, recipients);
    if ('code' in result) {
      mail.lastError = replyText(result);
      if (isPermanent(result)) return [];
      continue;
    }
    const answers = answersOf(result, recipients.length);
    const done = result.stage === 'done';
    mail.lastError = done ? '' : replyText(result.reply);
    simulation.trace.record(
      simulation.now,
      host?.name ?? source,
      'OutsideHost',
      mail.content,
      recipients,
      done ? `Sent to ${address}` : `Not taken by ${address}`,
      replyText(result.reply),
      { place },
    );
    const refused = recipients.filter(
      (_, index) => isPermanent(answers[index]!) && /^5\.7\./.test(answers[index]!.enhanced),
    );
    if (refused.length > 0) sendAsClient(simulation, mail, address, refused);
    return recipients.filter((_, index) => !isPositive(answers[index]!) && !isPermanent(answers[index]!));
  }
  simulation.trace.record(
    simulation.now,
    host?.name ?? source,
    'OutsideHost',
    mail.content,
    recipients,
    'Waits',
    mail.lastError === '' ? `no host takes mail for ${domain}` : mail.lastError,
  );
  return [...recipients];
}

/** A user's program that was not told which port to use tries the one for clients with what port 25 would not relay. */
function sendAsClient(
  simulation: Simulation,
  mail: OutgoingMail,
  address: string,
  recipients: readonly string[],
): void {
  if (mail.user === '' || mail.anyPort !== true) return;
  const place = simulation.trace.keepPlace();
  const result = handOver(simulation, undefined, mail, { address, port: clientPort }, recipients);
  const answer = 'code' in result ? result : result.reply;
  const taken = !('code' in result) && result.stage === 'done';
  simulation.trace.record(
    simulation.now,
    mail.sourceAddress,
    'OutsideHost',
    mail.content,
    recipients,
    `${taken ? 'Sent to' : 'Not taken by'} ${address}:${clientPort}`,
    replyText(answer),
    { place },
  );
}
