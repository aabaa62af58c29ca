// SMTP conversations held by hand: telnet, real sockets, Send-MailMessage. Their state is plain data; the policy behind them is
// made anew after a restore by asking it the same questions.

import type { InputResult, WorldInput } from '../../../state/schema/inputs.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { noMailParameters, noRecipientParameters, type SmtpPolicy } from '../../smtp/policy.ts';
import { isPositive, type SmtpReply, wireLines } from '../../smtp/reply.ts';
import { newSessionState, type ServerSessionState, SmtpServerSession } from '../../smtp/server-session.ts';
import { adapterServers, hostsFileAddresses, resolveAddress } from '../network/resolver.ts';
import type { Incoming, Peer } from '../receive/incoming.ts';
import { anonymousPeer, openSession } from '../receive/open-session.ts';
import { logonAccount } from '../receive/users.ts';
import type { Simulation } from '../simulation.ts';
import { WorldError } from '../world-error.ts';

export interface HandSession {
  id: number;
  from: string;
  address: string;
  peerAddress: string;
  port: number;
  /** GUID of the Receive connector that answers. */
  connector?: string;
  openedAt?: number;
  lastAt?: number;
  state: ServerSessionState;
  session: SmtpServerSession | undefined;
}

function peerOf(simulation: Simulation, address: string): Peer {
  const machine = simulation.machinesByAddress.get(address);
  return { ...anonymousPeer(address), machineId: machine?.version === undefined ? 0 : machine.id };
}

function answerOf(id: number, answer: SmtpReply): InputResult {
  return { session: id, lines: wireLines(answer), closed: answer.close, waitMs: answer.waitMs, connect: 'ok' };
}

/** Opens a connection and gives the banner; a refused or silent address gives no session. */
export function openByHand(simulation: Simulation, input: Extract<WorldInput, { kind: 'smtp.open' }>): InputResult {
  const machine = simulation.findMachine(input.from);
  const peerAddress = input.address ?? machine?.address ?? '0.0.0.0';
  let address = input.to;
  if (machine !== undefined) {
    const known = simulation.findMachine(input.to);
    const found =
      hostsFileAddresses(machine, input.to)[0] ??
      known?.address ??
      resolveAddress(simulation, machine, adapterServers(machine), input.to).values[0]?.value;
    if (found === undefined) return { connect: 'unresolved', waitMs: 0 };
    address = found;
  }
  const origin = machine === undefined || input.address !== undefined ? { address: peerAddress } : { machine };
  const opened = openSession(simulation, origin, peerOf(simulation, peerAddress), address, input.port);
  const { way, policy } = opened;
  if (policy === undefined) return { connect: way.result === 'ok' ? 'refused' : way.result, waitMs: way.waitMs };
  const id = simulation.kernel.nextId('handSession');
  const state = newSessionState();
  const session = new SmtpServerSession(policy, state);
  const banner = session.open();
  if (!state.closed) {
    const now = simulation.now + way.waitMs;
    const times = { openedAt: now, lastAt: now, connector: opened.connector?.guid };
    simulation.sessions.set(id, {
      id,
      from: input.from,
      address,
      peerAddress,
      port: input.port,
      ...times,
      state,
      session,
    });
  }
  return { ...answerOf(id, banner), waitMs: way.waitMs + banner.waitMs };
}

/** One line typed; no lines while the message is being typed. */
export function lineByHand(simulation: Simulation, id: number, line: string): InputResult {
  const hand = simulation.sessions.get(id);
  if (hand === undefined)
    throw new WorldError('SessionNotFound', `There is no SMTP session ${id}.`, { session: String(id) });
  hand.session ??= revive(simulation, hand);
  if (hand.session === undefined) {
    simulation.sessions.delete(id);
    return { session: id, lines: [], closed: true, waitMs: 0 };
  }
  const answer = timedOut(simulation, hand) ?? hand.session.line(line);
  if (answer === undefined) return { session: id, lines: [], closed: false, waitMs: 0 };
  if (hand.state.closed) simulation.sessions.delete(id);
  return answerOf(id, answer);
}

/** ConnectionTimeout and ConnectionInactivityTimeout: noticed at the next line, which finds the connection closed. */
function timedOut(simulation: Simulation, hand: HandSession): SmtpReply | undefined {
  const { openedAt = simulation.now, lastAt = openedAt } = hand;
  hand.lastAt = simulation.now;
  const answer = hand.session?.policy.rules?.timedOut(openedAt, lastAt);
  if (answer !== undefined) hand.state.closed = true;
  return answer;
}

/** The policy behind a session that came out of a snapshot, or whose server was restarted: gone when nobody answers any more. */
function revive(simulation: Simulation, hand: HandSession): SmtpServerSession | undefined {
  const { policy } = openSession(
    simulation,
    { address: hand.peerAddress },
    {
      ...peerOf(simulation, hand.peerAddress),
      tls: hand.state.tls,
      user: logonAccount(simulation, hand.state.user ?? '', 'known') ?? '',
      again: true,
    },
    hand.address,
    hand.port,
  );
  if (policy === undefined || !isPositive(policy.connect())) return undefined;
  replay(policy, hand.state);
  return new SmtpServerSession(policy, hand.state);
}

function replay(policy: SmtpPolicy<Incoming>, state: ServerSessionState): void {
  if (state.hello !== '') policy.hello('EHLO', state.hello === 'EHLO' || state.hello === 'HELO' ? '' : state.hello);
  if (state.from === undefined) return;
  policy.mail(state.from, noMailParameters);
  for (const recipient of state.recipients) policy.recipient(recipient, noRecipientParameters);
}

/** Connections to a machine break when its service stops or it goes down. */
export function dropSessions(simulation: Simulation, address: string): void {
  for (const hand of [...simulation.sessions.values()])
    if (hand.address === address) simulation.sessions.delete(hand.id);
}

export function saveSessions(simulation: Simulation): JsonObject[] {
  return [...simulation.sessions.values()].map(
    ({ session: _, ...rest }) => JSON.parse(JSON.stringify(rest)) as JsonObject,
  );
}

export function restoreSessions(simulation: Simulation, rows: readonly JsonObject[]): void {
  for (const row of rows) {
    const hand = { ...(row as unknown as HandSession), session: undefined };
    simulation.sessions.set(hand.id, hand);
  }
}
