// What World's query functions give: plain objects made on request. Property names are the product's or the sandbox contract's;
// times are milliseconds UTC (undefined when empty), spans milliseconds, sizes bytes.

import type { DnsBehavior, DnsType, HostSettings } from '../../state/schema/inputs.ts';

export type QueueStatus = 'None' | 'Active' | 'Ready' | 'Retry' | 'Suspended' | 'Connecting';
export type MessageStatus =
  | 'None'
  | 'Active'
  | 'Suspended'
  | 'PendingRemove'
  | 'PendingSuspend'
  | 'Ready'
  | 'Retry'
  | 'Locked';

export interface QueueView {
  /** `EX01\3`, `EX01\Submission`, `EX01\Shadow\5`. */
  identity: string;
  server: string;
  /** Number on the server for delivery and shadow queues; 0 for Submission, Unreachable, Poison. */
  number: number;
  deliveryType: string;
  nextHopDomain: string;
  tlsDomain: string;
  nextHopConnector: string;
  status: QueueStatus;
  messageCount: number;
  lastError: string;
  retryCount: number;
  lastRetryTime: number | undefined;
  nextRetryTime: number | undefined;
  firstRetryTime: number | undefined;
  deferredMessageCount: number;
  /** High, Normal, Low, None. */
  messageCountsPerPriority: number[];
  deferredMessageCountsPerPriority: number[];
  nextHopCategory: 'Internal' | 'External';
  /** Messages a second over the last minute. */
  incomingRate: number;
  outgoingRate: number;
}

/** A request to deliver once more what Safety Net holds. */
export interface ResubmitRequestView {
  number: number;
  server: string;
  startTime: number;
  endTime: number;
  /** GUID of the database; empty: by conditions. */
  destination: string;
  correlationId: string;
  creationTime: number;
  state: 'Running' | 'Paused' | 'Completed';
  automatic: boolean;
  unresponsivePrimaryServers: string[];
  diagnostics: string;
}

export interface MessageView {
  /** `EX01\3\17`; the number is the same for all copies on a server. */
  identity: string;
  server: string;
  /** Identity of the queue. */
  queue: string;
  internalId: number;
  subject: string;
  internetMessageId: string;
  networkMessageId: string;
  /** `<>` for DSNs. */
  fromAddress: string;
  status: MessageStatus;
  sizeBytes: number;
  messageSourceName: string;
  sourceIp: string;
  scl: number;
  dateReceived: number;
  expirationTime: number;
  lastError: string;
  retryCount: number;
  deferReason: string;
  messageLatencyMs: number;
  priority: 'High' | 'Normal' | 'Low';
  originalFromAddress: string;
  directionality: 'Incoming' | 'Originating' | 'Undefined';
  recipients: RecipientView[];
  /** The message as MIME, with the Received lines so far; rendered on call. */
  eml(): string;
}

export interface RecipientView {
  address: string;
  type: 'Mailbox' | 'External' | 'DistributionGroup' | 'Other';
  status: 'Complete' | 'Ready' | 'Retry' | 'None';
  lastError: string;
  connector: string;
}

export interface MailboxItemView {
  /** `<address>\<folder>\<number>`. */
  identity: string;
  mailbox: string;
  folder: string;
  subject: string;
  from: string;
  to: string[];
  cc: string[];
  received: number;
  kind: string;
  sizeBytes: number;
  priority: 'High' | 'Normal' | 'Low';
  messageId: string;
  server: string;
  /** The text as read, and the message as MIME; rendered on call. */
  body(): string;
  eml(): string;
}

export interface ServiceView {
  server: string;
  name: string;
  displayName: string;
  status: 'Running' | 'Stopped' | 'StartPending' | 'StopPending';
  startType: 'Automatic' | 'Manual' | 'Disabled';
  account: string;
  dependsOn: string[];
  dependents: string[];
  /** When the pending change will be done. */
  completesAt: number | undefined;
  processId: number;
}

export interface ComponentStateView {
  server: string;
  fqdn: string;
  component: string;
  state: 'Active' | 'Inactive' | 'Draining';
  serverWideOfflineIsOffline: boolean;
  localStates: ComponentRequestView[];
  remoteStates: ComponentRequestView[];
}

export interface ComponentRequestView {
  requester: string;
  state: 'Active' | 'Inactive' | 'Draining';
  timestamp: number;
}

export interface HostView extends HostSettings {
  Name: string;
  Accepted: number;
  Refused: number;
  Waiting: number;
}

export interface DnsRecordView {
  /** `<name>/<type>/<value>`. */
  identity: string;
  name: string;
  type: DnsType;
  value: string;
  preference: number;
  ttlMs: number;
  /** DNS servers that know it; empty: all. */
  servers: string[];
  zone: string;
}

export interface DnsServerView {
  identity: string;
  name: string;
  address: string;
  behavior: DnsBehavior;
  zoneBehavior: { zone: string; behavior: DnsBehavior }[];
  latencyMs: number;
  /** `server/adapter`. */
  usedBy: string[];
}

/** Answer to a question put to one DNS server, as nslookup sees it. */
export interface DnsAnswerView {
  status: 'NoError' | 'NxDomain' | 'ServFail' | 'Refused' | 'Timeout';
  answers: DnsRecordView[];
  additional: DnsRecordView[];
  /** Zone whose SOA says that there is no such record. */
  zone: string;
  waitMs: number;
}

export interface MachineView {
  name: string;
  fqdn: string;
  version: number | undefined;
  roles: string[];
  site: string;
  online: boolean;
  addresses: string[];
  adapters: AdapterView[];
  memoryGB: number;
  memoryLoadPercent: number;
  diskSizeGB: number;
  diskFreeGB: number;
  versionBuckets: number;
  lastStart: number | undefined;
  lastCrash: number | undefined;
}

export interface AdapterView {
  name: string;
  guid: string;
  address: string;
  dnsServers: string[];
}

export interface LinkView {
  identity: string;
  from: string;
  to: string;
  up: boolean;
  latencyMs: number;
  lossPercent: number;
}

/** One resource as back pressure measures it. */
export interface ResourceView {
  /** `DatabaseUsedSpace[…]`, `PrivateBytes`, `QueueLength[SubmissionQueue]`, `SystemMemory`, `UsedVersionBuckets[…]` … */
  resource: string;
  /** In the unit of the thresholds. */
  pressure: number;
  level: 'Low' | 'Medium' | 'High';
  /** The level last acted on. */
  previousLevel: 'Low' | 'Medium' | 'High';
  lowToMedium: number;
  mediumToHigh: number;
  highToMedium: number;
  mediumToLow: number;
  unit: string;
}

/** One decision about a message: Trace-SandboxMessage. */
export interface DecisionView {
  id: number;
  time: number;
  server: string;
  component: string;
  messageId: string;
  recipients: string[];
  decision: string;
  reason: string;
  /** Id of spec/rerouting, or empty. */
  rule: string;
  alternatives: string[];
  inputs: string[];
}

export interface ClockView {
  now: number;
  rate: number;
  paused: boolean;
  nextEvent: number | undefined;
  pending: number;
}
