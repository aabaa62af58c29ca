// What the Sandbox cmdlets put out: the world's views as objects with the contract's properties.

import { PSObject, typedArray, type Value } from '../../../src/runtime/values.ts';
import type {
  DecisionView,
  DnsRecordView,
  DnsServerView,
  HostView,
  LinkView,
  MachineView,
  MailboxItemView,
} from '../../../src/transport/views.ts';
import { dateTimeOf, timeSpanOf } from '../../exchange/support/times.ts';
import { ByteQuantifiedSize } from '../../exchange/types/byte-quantified-size.ts';

const strings = (items: readonly string[]): Value => typedArray([...items], 'System.String');

export function mailboxItemObject(item: MailboxItemView, withBody: boolean): PSObject {
  const object = PSObject.of(
    {
      Mailbox: item.mailbox,
      Folder: item.folder,
      Subject: item.subject,
      From: item.from,
      To: strings(item.to),
      Cc: strings(item.cc),
      Received: dateTimeOf(item.received),
      Kind: item.kind,
      Size: new ByteQuantifiedSize(item.sizeBytes),
      Priority: item.priority,
      MessageId: item.messageId,
      Server: item.server,
      Identity: item.identity,
    },
    'Hubshell.Sandbox.MailboxItem',
  );
  if (withBody) {
    object.set('Body', item.body());
    object.set('Eml', item.eml());
  }
  return object;
}

export function hostObject(host: HostView): PSObject {
  return PSObject.of(
    {
      Name: host.Name,
      Identity: host.Name,
      Online: host.Online,
      Domains: strings(host.Domains),
      Addresses: strings(host.Addresses),
      Behavior: host.Behavior,
      FailAt: host.FailAt,
      ReplyText: host.ReplyText,
      GreylistDelay: timeSpanOf(host.GreylistDelayMs),
      BlockList: strings(host.BlockList),
      RequirePtr: host.RequirePtr,
      RequireSenderMx: host.RequireSenderMx,
      RequireSpf: host.RequireSpf,
      MaxHeaderKB: host.MaxHeaderKB,
      Mailboxes: strings(host.Mailboxes),
      MaxMessageSizeKB: host.MaxMessageSizeKB,
      ReplyDelay: timeSpanOf(host.ReplyDelayMs),
      Tls: host.Tls,
      Accepted: host.Accepted,
      Refused: host.Refused,
      Waiting: host.Waiting,
    },
    'Hubshell.Sandbox.Host',
  );
}

export function dnsRecordObject(record: DnsRecordView): PSObject {
  return PSObject.of(
    {
      Name: record.name,
      Type: record.type,
      Value: record.value,
      Preference: record.type === 'MX' ? record.preference : null,
      Ttl: timeSpanOf(record.ttlMs),
      Server: strings(record.servers),
      Zone: record.zone,
      Identity: record.identity,
    },
    'Hubshell.Sandbox.DnsRecord',
  );
}

export function dnsServerObject(server: DnsServerView): PSObject {
  return PSObject.of(
    {
      Name: server.name,
      Identity: server.identity,
      Address: server.address,
      Behavior: server.behavior,
      ZoneBehavior: strings(server.zoneBehavior.map(({ zone, behavior }) => `${zone}=${behavior}`)),
      Latency: timeSpanOf(server.latencyMs),
      UsedBy: strings(server.usedBy),
    },
    'Hubshell.Sandbox.DnsServer',
  );
}

export function machineObject(machine: MachineView): PSObject {
  const adapters = machine.adapters.map((adapter) =>
    PSObject.of(
      { Name: adapter.name, Guid: adapter.guid, Address: adapter.address, DnsServers: strings(adapter.dnsServers) },
      'Hubshell.Sandbox.Adapter',
    ),
  );
  return PSObject.of(
    {
      Name: machine.name,
      Identity: machine.name,
      Fqdn: machine.fqdn,
      Version: machine.version ?? null,
      Roles: strings(machine.roles),
      Site: machine.site,
      Online: machine.online,
      Addresses: strings(machine.addresses),
      Adapters: adapters,
      MemoryGB: machine.memoryGB,
      MemoryLoadPercent: machine.memoryLoadPercent,
      DiskSizeGB: machine.diskSizeGB,
      DiskFreeGB: machine.diskFreeGB,
      VersionBuckets: machine.versionBuckets,
      LastStart: dateTimeOf(machine.lastStart),
      LastCrash: dateTimeOf(machine.lastCrash),
    },
    'Hubshell.Sandbox.Server',
  );
}

export function linkObject(link: LinkView): PSObject {
  return PSObject.of(
    {
      From: link.from,
      To: link.to,
      Up: link.up,
      Latency: timeSpanOf(link.latencyMs),
      LossPercent: link.lossPercent,
      Identity: link.identity,
    },
    'Hubshell.Sandbox.Link',
  );
}

export function decisionObject(decision: DecisionView): PSObject {
  return PSObject.of(
    {
      Timestamp: dateTimeOf(decision.time),
      Server: decision.server,
      Component: decision.component,
      Recipient: strings(decision.recipients),
      Decision: decision.decision,
      Reason: decision.reason,
      Rule: decision.rule,
      Alternatives: strings(decision.alternatives),
      Inputs: strings(decision.inputs),
      MessageId: decision.messageId,
      Identity: String(decision.id),
    },
    'Hubshell.Sandbox.Decision',
  );
}
