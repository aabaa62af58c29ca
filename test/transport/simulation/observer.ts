// Watches a random scenario: where each recipient of each mail is, and what the tracking logs say of it at the moment they say it.

import type { WorldEffects } from '../../../src/transport/world.ts';
import type { LogRecord, TrackingRecord } from '../../../state/schema/log-records.ts';
import { Scenario } from '../support/scenario.ts';
import type { Sent } from './steps.ts';

const internalConnector = 'Intra-Organization SMTP Send Connector';

/** A scenario whose logs are looked at as they are written. */
export class WatchedScenario extends Scenario {
  /** What must never happen and did. */
  readonly faults: string[] = [];
  private lastTime = 0;
  private seen = 0;

  override get effects(): WorldEffects {
    const { logs, disk } = super.effects;
    return {
      disk,
      logs: {
        append: (server: string, record: LogRecord) => {
          logs.append(server, record);
          if (record.log === 'tracking') this.watch(server, record as TrackingRecord);
        },
      },
    };
  }

  /** Nothing leaves by a connector that is gone, disabled, or not this server's; time never goes back. */
  private watch(server: string, record: TrackingRecord): void {
    if (record.time < this.lastTime)
      this.faults.push(`${record.eventId} on ${server} lies before the record before it.`);
    this.lastTime = record.time;
    if (record.eventId !== 'SEND' || record.source !== 'SMTP' || record.connectorId === internalConnector) return;
    const connector = this.world.find('sendConnector', record.connectorId);
    if (connector === undefined) this.faults.push(`${server} sends by ${record.connectorId}, which does not exist.`);
    else if (!connector.properties.Enabled)
      this.faults.push(`${server} sends by ${record.connectorId}, which is disabled.`);
    else if (!connector.properties.SourceTransportServers.some((name) => name.toLowerCase() === server.toLowerCase()))
      this.faults.push(`${server} sends by ${record.connectorId}, of which it is no source server.`);
  }

  /** Faults since the last look. */
  newFaults(): string[] {
    const fresh = this.faults.slice(this.seen);
    this.seen = this.faults.length;
    return fresh;
  }
}

/** Where the recipient of a mail is: waiting at the sender's, in queues, delivered, failed. */
export function whereabouts(scenario: Scenario, messageId: string, address: string): string[] {
  const { simulation } = scenario.world;
  const found: string[] = [];
  for (const draft of simulation.store.drafts.values()) if (draft.content.messageId === messageId) found.push('Drafts');
  for (const mail of simulation.outgoing.values())
    if (mail.content.messageId === messageId && mail.recipients.includes(address)) found.push('outside');
  for (const message of simulation.messages()) {
    if (message.content.messageId !== messageId) continue;
    for (const recipient of message.recipients)
      if (recipient.original === address && recipient.state !== 'done') found.push('queued');
  }
  if (!address.includes('@')) {
    // One-off addresses of another type end in a drop directory.
    for (const record of scenario.tracking({ messageId, eventId: 'SEND', source: 'GATEWAY' }))
      if (record.recipients.includes(address)) found.push('delivered');
  } else
    for (const item of scenario.world.mailboxItems(address, 'Inbox') ?? [])
      if (item.messageId === messageId) found.push('delivered');
  for (const record of scenario.tracking({ messageId, eventId: 'FAIL' }))
    if (record.recipients.includes(address)) found.push(record.source === 'ADMIN' ? 'removed' : 'failed');
  return found;
}

const isInside = (scenario: Scenario, address: string): boolean => scenario.world.findRecipient(address) !== undefined;

/** Recipients that are in no place, or in more than one without a reason. */
export function lostAndDoubled(scenario: Scenario, sent: Sent, fromOutside: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  for (const [id, addresses] of sent) {
    // One more for each time that a shadow server took the message over while its primary lived on (facts 4.2: duplicates).
    const most = 1 + scenario.tracking({ messageId: id, eventId: 'RESUBMIT' }).length;
    for (const address of addresses) {
      const found = whereabouts(scenario, id, address);
      // An outside host gives up at 5xx, and nobody here hears of it.
      const least = fromOutside.has(id) ? 0 : 1;
      if (found.length < least || found.length > most)
        faults.push(`${id} for ${address} is in ${found.length} places: ${found.join(', ')}.`);
    }
  }
  return faults;
}

/** What has not ended though nothing is broken any more. */
export function unfinished(scenario: Scenario, sent: Sent): string[] {
  const faults: string[] = [];
  for (const [id, addresses] of sent)
    for (const address of addresses) {
      const open = whereabouts(scenario, id, address).filter((place) =>
        ['Drafts', 'outside', 'queued'].includes(place),
      );
      if (open.length > 0) faults.push(`${id} for ${address} is still in ${open.join(', ')}.`);
    }
  return faults;
}

/** Counters against the tracking logs: what mailboxes hold and outside hosts took is what the servers say they delivered and sent. */
export function countersAgree(scenario: Scenario, sent: Sent): string[] {
  const faults: string[] = [];
  const addresses = new Set([...sent.values()].flat());
  for (const address of addresses) {
    if (!isInside(scenario, address)) continue;
    const held = (scenario.world.mailboxItems(address, 'Inbox') ?? []).length;
    let delivered = 0;
    for (const record of scenario.tracking({ eventId: 'DELIVER' }))
      delivered += record.recipients.filter((each) => each.toLowerCase() === address.toLowerCase()).length;
    if (held !== delivered) faults.push(`${address} holds ${held} items, and ${delivered} were delivered by the logs.`);
  }
  for (const host of scenario.world.hosts()) {
    const names = new Set([host.Name.toLowerCase(), ...host.Addresses]);
    const taken = scenario
      .tracking({ eventId: 'SEND' })
      .filter((record) => names.has(record.serverHostname.toLowerCase()) || names.has(record.serverIp)).length;
    if (taken !== host.Accepted)
      faults.push(`${host.Name} took ${host.Accepted} messages, and ${taken} were sent to it.`);
  }
  return faults;
}
