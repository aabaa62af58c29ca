// What has become of a mail for one recipient, read from the whole world: mailboxes, queues, drafts, outside hosts.

import type { Content } from '../../transport/mail/content.ts';
import { hopsOf } from '../../transport/mail/message.ts';
import type { Simulation } from '../../transport/simulation.ts';
import type { World } from '../../transport/world.ts';

/** `drafts`: not yet taken by a transport server; `outside`: an outside host still tries; `gone`: returned, refused or removed. */
export type Fate = 'delivered' | 'queue' | 'drafts' | 'outside' | 'gone';

export interface Transit {
  messageId: string;
  recipient: string;
  subject: string;
}

/** Everyone for whom mail is on its way: in a queue, in somebody's Drafts, or held by an outside host. */
export function mailInTransit(world: World): Transit[] {
  const found = new Map<string, Transit>();
  for (const { content, recipient } of waitingMail(world.simulation)) {
    const transit = { messageId: content.messageId, recipient: recipient.toLowerCase(), subject: content.subject };
    // A report about mail is none.
    if (content.kind === 'Message') found.set(`${transit.messageId} ${transit.recipient}`, transit);
  }
  return [...found.values()];
}

interface Waiting {
  content: Content;
  recipient: string;
  place: 'queue' | 'drafts' | 'outside';
}

function* waitingMail(simulation: Simulation): Iterable<Waiting> {
  for (const { content, recipients } of simulation.messages())
    for (const { state, address } of recipients)
      if (state !== 'done') yield { content, recipient: address, place: 'queue' };
  for (const { content, recipients } of simulation.store.drafts.values())
    for (const recipient of recipients) yield { content, recipient, place: 'drafts' };
  for (const { content, recipients } of simulation.outgoing.values())
    for (const recipient of recipients) yield { content, recipient, place: 'outside' };
}

/** Where the mail for one recipient is now. A group's mail is delivered when every member has it. */
export function fateOf(world: World, messageId: string, recipient: string): Fate {
  const { simulation } = world;
  const people = membersOf(world, recipient);
  if (people.every((person) => holds(world, messageId, person))) return 'delivered';
  const wanted = new Set([recipient.toLowerCase(), ...people.map((person) => addressOf(world, person))]);
  for (const { content, recipient: waiting, place } of waitingMail(simulation))
    if (content.messageId === messageId && wanted.has(addressOf(world, waiting))) return place;
  return 'gone';
}

function addressOf(world: World, recipient: string): string {
  const address = world.findRecipient(recipient)?.properties.PrimarySmtpAddress;
  return (typeof address === 'string' ? address : recipient).toLowerCase();
}

/** Mail for an address of another type has arrived when it lies in the connector's drop directory. */
function wentThroughGateway(world: World, messageId: string, recipient: string): boolean {
  return world
    .decisions(messageId)
    .some(
      ({ component, rule, recipients }) =>
        component === 'ForeignGateway' && rule === '' && recipients.some((address) => same(address, recipient)),
    );
}

const same = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();

function holds(world: World, messageId: string, person: string): boolean {
  if (/^[a-z0-9]+:/i.test(person) && wentThroughGateway(world, messageId, person)) return true;
  const items = world.mailboxItems(person) ?? [];
  return items.some((item) => item.messageId === messageId && item.folder !== 'Drafts' && item.folder !== 'Sent Items');
}

/** The people behind a recipient: members of groups, members of those; of a contact its outside address. */
function membersOf(world: World, recipient: string, seen = new Set<string>()): string[] {
  const key = recipient.toLowerCase();
  if (seen.has(key)) return [];
  seen.add(key);
  const object = world.findRecipient(recipient);
  const { Members: members, ExternalEmailAddress: outside } = (object?.properties ?? {}) as Record<string, unknown>;
  if (Array.isArray(members) && members.length > 0)
    return members.flatMap((member) => membersOf(world, String(member), seen));
  if (typeof outside === 'string' && outside !== '') return [outside.replace(/^smtp:/i, '')];
  return [recipient];
}

/** Servers that the delivered mail went through, by name in lower case. */
export function wayOf(world: World, messageId: string): Set<string> {
  const names = new Set<string>();
  for (const item of world.simulation.store.all()) {
    if (item.content.messageId !== messageId || item.folder === 'Sent Items') continue;
    for (const hop of hopsOf(item.hops)) names.add(hop.by.toLowerCase().split('.')[0]!);
    names.add(item.server.toLowerCase().split('.')[0]!);
  }
  return names;
}
