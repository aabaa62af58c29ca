// Recipient resolution: addresses to directory objects, groups to their members, contacts to their external addresses, forwarding,
// restrictions (facts 9: groups, accepted domains; *Recipient resolution*). Loops deliver once; a loop of forwardings only is an NDR.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { addressType, decapsulated, domainOf } from '../directory/names.ts';
import type { Machine } from '../machines/machine.ts';
import { type Message, notifyNever, Recipient } from '../mail/message.ts';
import { track } from '../mail/tracking.ts';
import { domainFits } from '../routing/connector-selection.ts';
import type { Simulation } from '../simulation.ts';
import { resolveDynamicGroup } from './dynamic-groups.ts';
import { needsApproval } from './moderation.ts';
import { checkOutsideLimits, checkRestrictions } from './restrictions.ts';

export type ResolvedTarget =
  | { kind: 'mailbox'; object: ConfigObject<'mailbox'> }
  | { kind: 'publicFolder'; object: ConfigObject<'mailPublicFolder'> }
  | { kind: 'external'; type: string; address: string }
  | { kind: 'expansion'; server: string; object: ConfigObject }
  | { kind: 'inside' };

export interface ResolvedRecipient {
  recipient: Recipient;
  target: ResolvedTarget;
}

/** A recipient whose moderators are to be asked. */
export interface ModeratedRecipient {
  recipient: Recipient;
  object: ConfigObject;
}

export interface ResolverResult {
  resolved: ResolvedRecipient[];
  /** Recipients that fail, with the error that says why. */
  failed: { recipient: Recipient; error: string }[];
  /** Groups that were expanded, for reports to the sender. */
  expanded: Recipient[];
  moderated: ModeratedRecipient[];
}

const maxForwardings = 20;

class Resolution {
  readonly result: ResolverResult = { resolved: [], failed: [], expanded: [], moderated: [] };
  private readonly seen = new Set<string>();

  constructor(
    private readonly simulation: Simulation,
    private readonly machine: Machine,
    private readonly message: Message,
  ) {}

  run(recipients: readonly Recipient[]): ResolverResult {
    for (const recipient of recipients) this.resolve(recipient, 0);
    return this.result;
  }

  /** What was made of a recipient, for who asks. */
  private note(addresses: readonly string[], decision: string, reason: string): void {
    const { trace, now } = this.simulation;
    if (trace.enabled) trace.record(now, this.machine, 'Resolver', this.message.content, addresses, decision, reason);
  }

  private fail(recipient: Recipient, error: string): void {
    this.note([recipient.address], 'Fails', error);
    this.result.failed.push({ recipient, error });
  }

  private keep(recipient: Recipient, target: ResolvedTarget): void {
    const key =
      target.kind === 'mailbox' || target.kind === 'publicFolder'
        ? target.object.guid
        : recipient.address.toLowerCase();
    if (this.seen.has(key)) {
      track(this.simulation, this.machine, this.message, {
        source: 'RESOLVER',
        eventId: recipient.related === '' ? 'DUPLICATEREDIRECT' : 'DUPLICATEEXPAND',
        recipients: [recipient.address],
        relatedRecipientAddress: recipient.related,
      });
      this.note([recipient.address], 'Left out', 'the message goes to this recipient already');
      recipient.state = 'done';
      return;
    }
    this.seen.add(key);
    const refusal = target.kind === 'external' ? checkOutsideLimits(this.simulation, this.message) : undefined;
    if (refusal === undefined) this.result.resolved.push({ recipient, target });
    else this.fail(recipient, refusal);
  }

  private resolve(recipient: Recipient, depth: number): void {
    const { simulation } = this;
    const inner = decapsulated(recipient.address);
    if (inner !== undefined && this.isInside(recipient.address)) this.rename(recipient, inner);
    const { type, value } = addressType(recipient.address);
    if (type !== 'SMTP') {
      recipient.kind = 'Other';
      if (type === 'X400' && isAuthoritativeX400(simulation, value))
        this.fail(recipient, '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found');
      else this.keep(recipient, { kind: 'external', type, address: value });
      return;
    }
    const object = simulation.directory.recipientByAddress(recipient.address);
    if (object === undefined) this.resolveUnknown(recipient);
    else this.resolveObject(recipient, object, depth);
  }

  private resolveUnknown(recipient: Recipient): void {
    if (this.isInside(recipient.address)) {
      this.fail(recipient, '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found');
      return;
    }
    recipient.kind = 'External';
    this.keep(recipient, { kind: 'external', type: 'SMTP', address: recipient.address });
  }

  /** The organisation is the authority for the address's domain. */
  private isInside(address: string): boolean {
    const domain = domainOf(address);
    const accepted = this.simulation.directory
      .sorted('acceptedDomain')
      .find(({ properties }) => domainFits(properties.DomainName, properties.MatchSubDomains, domain));
    return accepted?.properties.DomainType === 'Authoritative';
  }

  private resolveObject(recipient: Recipient, object: ConfigObject, depth: number): void {
    const properties = object.properties as ConfigObject<'mailbox'>['properties'];
    const refusal = checkRestrictions(this.simulation, this.message, object);
    if (refusal !== undefined) {
      this.fail(recipient, refusal);
      return;
    }
    if (needsApproval(this.simulation, this.machine, this.message, object)) {
      this.result.moderated.push({ recipient, object });
      return;
    }
    const primary = properties.PrimarySmtpAddress;
    if (
      object.class !== 'mailContact' &&
      object.class !== 'mailUser' &&
      primary.toLowerCase() !== recipient.address.toLowerCase()
    )
      this.rename(recipient, primary);
    switch (object.class) {
      case 'mailbox':
        this.resolveMailbox(recipient, object as ConfigObject<'mailbox'>, depth);
        return;
      case 'mailContact':
      case 'mailUser':
        this.resolveContact(recipient, object as ConfigObject<'mailContact'>);
        return;
      case 'mailPublicFolder':
        recipient.kind = 'Mailbox';
        this.keep(recipient, { kind: 'publicFolder', object: object as ConfigObject<'mailPublicFolder'> });
        return;
      default:
        this.resolveGroup(recipient, object as ConfigObject<'distributionGroup'>, depth);
    }
  }

  private rename(recipient: Recipient, address: string): void {
    track(this.simulation, this.machine, this.message, {
      source: this.source,
      eventId: 'RESOLVE',
      recipients: [address],
      relatedRecipientAddress: recipient.address,
    });
    this.note([address], `Takes the place of ${recipient.address}`, 'the address that the directory has for it');
    recipient.address = address;
  }

  private get source(): string {
    return (this.machine.version ?? 2016) >= 2013 ? 'RESOLVER' : 'ROUTING';
  }

  private resolveMailbox(recipient: Recipient, object: ConfigObject<'mailbox'>, depth: number): void {
    recipient.kind = 'Mailbox';
    const { DeliverToMailboxAndForward } = object.properties;
    const address = this.forwardingOf(object);
    if (address === undefined) {
      this.keep(recipient, { kind: 'mailbox', object });
      return;
    }
    if (DeliverToMailboxAndForward) {
      this.keep(recipient, { kind: 'mailbox', object });
      if (depth >= maxForwardings) return;
      const copy = new Recipient(address, recipient.original, recipient.address);
      copy.notify = notifyNever;
      this.message.addRecipient(copy);
      this.redirect(recipient.address, address, 'its mailbox forwards, and keeps a copy');
      this.resolve(copy, depth + 1);
      return;
    }
    if (depth >= maxForwardings) {
      this.fail(recipient, '550 5.4.6 RESOLVER.FWD.Loop; there is a forwarding loop configured in the directory');
      return;
    }
    this.redirect(recipient.address, address, 'its mailbox forwards');
    recipient.address = address;
    this.resolve(recipient, depth + 1);
  }

  private redirect(from: string, to: string, reason: string): void {
    track(this.simulation, this.machine, this.message, {
      source: this.source,
      eventId: 'REDIRECT',
      recipients: [to],
      relatedRecipientAddress: from,
    });
    this.note([to], `Forwarded from ${from}`, reason);
  }

  /** Where a mailbox forwards to; a recipient of the organisation wins over an outside address. */
  private forwardingOf(object: ConfigObject<'mailbox'>): string | undefined {
    const { ForwardingAddress, ForwardingSmtpAddress } = object.properties;
    const forward = ForwardingAddress === null ? undefined : this.simulation.directory.findRecipient(ForwardingAddress);
    if (forward !== undefined) return (forward.properties as ConfigObject<'mailbox'>['properties']).PrimarySmtpAddress;
    return ForwardingSmtpAddress === null || ForwardingSmtpAddress === ''
      ? undefined
      : ForwardingSmtpAddress.replace(/^smtp:/i, '');
  }

  private resolveContact(recipient: Recipient, object: ConfigObject<'mailContact'>): void {
    const { type, value } = addressType(object.properties.ExternalEmailAddress);
    if (type !== 'SMTP') {
      recipient.kind = 'Other';
      this.keep(recipient, { kind: 'external', type, address: value });
      return;
    }
    if (value.toLowerCase() !== recipient.address.toLowerCase()) this.rename(recipient, value);
    recipient.kind = 'External';
    this.keep(recipient, { kind: 'external', type: 'SMTP', address: value });
  }

  private resolveGroup(recipient: Recipient, object: ConfigObject<'distributionGroup'>, depth: number): void {
    const { ExpansionServer, PrimarySmtpAddress } = object.properties;
    recipient.kind = 'DistributionGroup';
    if (ExpansionServer !== null && ExpansionServer !== '' && !isThisServer(this.machine, ExpansionServer)) {
      this.keep(recipient, { kind: 'expansion', server: ExpansionServer, object });
      return;
    }
    recipient.state = 'done';
    this.result.expanded.push(recipient);
    const been = this.message.special.expanded ?? [];
    if (been.includes(object.guid)) return;
    this.message.mark({ expanded: [...been, object.guid] });
    const members = this.members(object);
    this.note(
      members,
      `Expanded ${PrimarySmtpAddress}`,
      ExpansionServer ? 'this is its expansion server' : 'it has no expansion server: the first server expands it',
    );
    track(this.simulation, this.machine, this.message, {
      source: this.source,
      eventId: 'EXPAND',
      recipients: members,
      relatedRecipientAddress: PrimarySmtpAddress,
    });
    for (const address of members) {
      const member = new Recipient(address, address, PrimarySmtpAddress);
      member.notify = object.properties.ReportToOriginatorEnabled === false ? notifyNever : recipient.notify;
      this.message.addRecipient(member);
      this.resolve(member, depth);
    }
  }

  private members(object: ConfigObject<'distributionGroup'>): string[] {
    const { directory } = this.simulation;
    if ((object.class as string) === 'dynamicDistributionGroup')
      return resolveDynamicGroup(directory, object as unknown as ConfigObject<'dynamicDistributionGroup'>);
    const addresses: string[] = [];
    for (const name of object.properties.Members) {
      const member = directory.findRecipient(name);
      if (member !== undefined)
        addresses.push((member.properties as ConfigObject<'mailbox'>['properties']).PrimarySmtpAddress);
    }
    return addresses;
  }
}

/** An X.400 address in a domain that the organisation answers for, and no external relay of it: nobody else could have it. */
function isAuthoritativeX400(simulation: Simulation, address: string): boolean {
  const fields = x400Fields(address);
  return simulation.directory
    .sorted('x400AuthoritativeDomain')
    .some(
      ({ properties }) =>
        !properties.X400ExternalRelay &&
        x400Fields(properties.X400DomainName).every((field) => field.endsWith('=') || fields.includes(field)),
    );
}

const x400Fields = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[;/]/)
    .map((field) => field.trim())
    .filter((field) => field !== '');

function isThisServer(machine: Machine, name: string): boolean {
  const key = name.toLowerCase();
  return key === machine.name.toLowerCase() || key === machine.fqdn.toLowerCase();
}

export function resolveRecipients(
  simulation: Simulation,
  machine: Machine,
  message: Message,
  recipients: readonly Recipient[],
): ResolverResult {
  return new Resolution(simulation, machine, message).run(recipients);
}
