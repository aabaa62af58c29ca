// Everything that can be done to a world: one plain JSON object a change. The session journals an input before it acknowledges it;
// the same inputs in the same order give the same world. Times and spans are milliseconds, sizes bytes unless the name says otherwise.
// Servers, queues, messages, mailboxes and hosts are named as users name them; letter case does not count.

import type { ConfigClass } from './configuration.ts';
import type { JsonObject, JsonValue } from './json.ts';

export type WorldInput =
  // ---- clock
  /**
   * Everything due up to and including the instant happens. A past instant is refused. After `maxEvents` events (one counts for the log
   * records that it writes, too) it ends early, at the instant reached, and says so: the caller looks for Ctrl+C and goes on with the same input.
   */
  | { kind: 'advance'; to: number; maxEvents?: number }
  /** Until no message moves (spec/sandbox-cmdlets, UntilIdle), at most until the instant. Result: `now`. */
  | { kind: 'advanceUntilIdle'; limit: number; maxEvents?: number }
  | { kind: 'clock'; rate?: number; paused?: boolean }
  // ---- mail
  | SubmitInput
  // ---- configuration; `properties` hold only what changes; a name change is the property Name
  | { kind: 'config.new'; class: ConfigClass; name: string; properties: JsonObject }
  | { kind: 'config.set'; class: ConfigClass; identity: string; properties: JsonObject }
  | { kind: 'config.remove'; class: ConfigClass; identity: string }
  // ---- services and components
  | {
      kind: 'service';
      server: string;
      service: string;
      action: 'start' | 'stop' | 'kill';
      /** Killed is the worker of the Transport service: the service notes it and starts another one. */
      worker?: boolean;
      /** Stops what depends on it too. The result tells when it is done. */
      force?: boolean;
    }
  | { kind: 'service.set'; server: string; service: string; startType: 'Automatic' | 'Manual' | 'Disabled' }
  | {
      kind: 'component';
      server: string;
      component: string;
      requester: string;
      state: 'Active' | 'Inactive' | 'Draining';
      scope?: 'both' | 'local' | 'remote';
    }
  // ---- queues and messages; identities as in the product (`EX01\3`, `EX01\Submission`, `EX01\Shadow\5`, `EX01\3\17`)
  | { kind: 'queue'; action: 'suspend' | 'resume' | 'retry' | 'resubmit'; queue: string }
  | { kind: 'message'; action: 'suspend' | 'resume' | 'remove'; message: string; withNdr?: boolean }
  | { kind: 'redirect'; server: string; target: string }
  // ---- Safety Net; a request is named by its server and its number there
  | {
      kind: 'resubmit.add';
      server: string;
      start: number;
      end: number;
      /** Mailbox database; without it the conditions hold. */
      destination?: string;
      sender?: string;
      recipient?: string;
      messageId?: string;
      resubmitTo?: string;
      correlationId?: string;
      testOnly?: boolean;
      unresponsive?: string[];
    }
  | { kind: 'resubmit.set'; server: string; number: number; enabled: boolean }
  | { kind: 'resubmit.remove'; server: string; number: number }
  // ---- outside hosts
  | { kind: 'host.new'; name: string; settings: Partial<HostSettings>; preference?: number; skipDnsRecord?: boolean }
  | { kind: 'host.set'; identity: string; name?: string; settings: Partial<HostSettings> }
  | { kind: 'host.remove'; identity: string; keepDnsRecord?: boolean }
  // ---- DNS
  | {
      kind: 'dnsRecord.new';
      name: string;
      type: DnsType;
      values: string[];
      preference?: number;
      ttlMs?: number;
      servers?: string[];
    }
  | { kind: 'dnsRecord.set'; identity: string; value?: string; preference?: number; ttlMs?: number; servers?: string[] }
  | { kind: 'dnsRecord.remove'; identity: string }
  | { kind: 'dnsServer.set'; identity: string; behavior?: DnsBehavior; zones?: string[]; latencyMs?: number }
  | { kind: 'dnsCache.clear'; server: string }
  // ---- machines and network
  | { kind: 'machine.set'; identity: string; settings: MachineSettings }
  | {
      kind: 'link.set';
      from: string;
      to: string;
      up?: boolean;
      latencyMs?: number;
      lossPercent?: number;
      oneWay?: boolean;
    }
  // ---- files that mail depends on (World.isWatched tells which): content, or null when it is gone
  | { kind: 'file'; server: string; path: string; text: string | null }
  | { kind: 'directory'; server: string; path: string; exists: boolean }
  // ---- databases
  | { kind: 'database'; identity: string; action: 'mount' | 'dismount' | 'move'; target?: string }
  // ---- SMTP conversations by hand (telnet, sockets, Send-MailMessage): open gives the session number and the banner
  | {
      kind: 'smtp.open';
      from: string;
      to: string;
      port: number /** address the client has; default that of the machine `from` */;
      address?: string;
    }
  | { kind: 'smtp.line'; session: number; line: string }
  | { kind: 'smtp.close'; session: number };

export interface SubmitInput {
  kind: 'submit';
  from: string;
  to: string[];
  cc?: string[];
  bcc?: string[];
  subject?: string;
  body?: string;
  /** Size as transport counts it; at least that of the text. */
  sizeKB?: number;
  count?: number;
  priority?: 'High' | 'Normal' | 'Low';
  server?: string;
  via?: 'Mapi' | 'Smtp';
  port?: number;
  sourceAddress?: string;
}

export type DnsType = 'A' | 'AAAA' | 'CNAME' | 'MX' | 'NS' | 'PTR' | 'TXT';
export type DnsBehavior = 'Answer' | 'NxDomain' | 'ServFail' | 'Refused' | 'Timeout';

/** Settings of an outside host, spec/sandbox-cmdlets. */
export interface HostSettings {
  Domains: string[];
  Addresses: string[];
  Online: boolean;
  Behavior: 'Accept' | 'Refuse' | 'Timeout' | 'Drop' | 'TempFail' | 'PermFail' | 'Greylist';
  FailAt: 'Connect' | 'Ehlo' | 'MailFrom' | 'RcptTo' | 'Data' | 'EndOfData';
  ReplyText: string | null;
  GreylistDelayMs: number;
  BlockList: string[];
  RequirePtr: boolean;
  RequireSenderMx: boolean;
  RequireSpf: boolean;
  MaxHeaderKB: number;
  Mailboxes: string[];
  MaxMessageSizeKB: number;
  ReplyDelayMs: number;
  Tls: 'None' | 'Optional' | 'Required' | 'Broken';
}

export interface MachineSettings {
  online?: boolean;
  crash?: boolean;
  roles?: string[];
  site?: string;
  memoryGB?: number;
  diskSizeGB?: number;
  /** null gives the value back to the simulation */
  memoryLoadPercent?: number | null;
  diskFreeGB?: number | null;
  versionBuckets?: number | null;
}

/** What apply gives back: fields by kind of input, always JSON. */
export interface InputResult {
  /** Message-IDs of submitted mail. */
  messageIds?: string[];
  /** Instant reached, or instant at which the started thing will be done. */
  now?: number;
  completesAt?: number;
  /** Identity or guid of what was made. */
  identity?: string;
  /** Number of things acted on. */
  count?: number;
  /** SMTP: session number, reply lines without line ends, and whether the session is over. */
  session?: number;
  lines?: string[];
  closed?: boolean;
  /** A clock input that ended early: there is more to do. */
  unfinished?: boolean;
  /** Virtual time that the answer takes; the caller moves the clock by it if it waits. */
  waitMs?: number;
  connect?: 'ok' | 'refused' | 'timeout' | 'unresolved';
  detail?: JsonValue;
}
