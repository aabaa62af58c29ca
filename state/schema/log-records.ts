// Records that the simulation writes to logs. Their text forms (file names, headers, CSV, XML) are made in src/logs.

/** Which log of which service; the folder comes from the service's log path property. */
export type LogRecord =
  | TrackingRecord
  | ConnectivityRecord
  | ProtocolRecord
  | AgentRecord
  | EventRecord
  | RoutingTableRecord;

/** One line of the message tracking log. Times in milliseconds UTC; lists in recipient order. */
export interface TrackingRecord {
  log: 'tracking';
  /** Transport: MSGTRK; Mailbox Transport Delivery and Submission (2016+): MSGTRKMD, MSGTRKMS; 2007/2010 mailbox servers: MSGTRKM. */
  file: 'MSGTRK' | 'MSGTRKMD' | 'MSGTRKMS' | 'MSGTRKM' | 'MSGTRKMA';
  time: number;
  clientIp: string;
  clientHostname: string;
  serverIp: string;
  serverHostname: string;
  sourceContext: string;
  connectorId: string;
  source: string;
  eventId: string;
  internalMessageId: number;
  messageId: string;
  networkMessageId: string;
  recipients: readonly string[];
  recipientStatus: readonly string[];
  totalBytes: number;
  recipientCount: number;
  relatedRecipientAddress: string;
  reference: string;
  subject: string;
  sender: string;
  returnPath: string;
  messageInfo: string;
  directionality: 'Incoming' | 'Originating' | 'Undefined' | '';
  originalClientIp: string;
  customData: string;
}

/** One line of a connectivity log. */
export interface ConnectivityRecord {
  log: 'connectivity';
  service: 'Hub' | 'FrontEnd' | 'MailboxSubmission' | 'MailboxDelivery' | 'Edge';
  time: number;
  /** 16 hexadecimal digits. */
  session: string;
  source: string;
  destination: string;
  direction: '+' | '>' | '-';
  description: string;
}

/** One line of an SMTP protocol log. */
export interface ProtocolRecord {
  log: 'protocol';
  service: 'Hub' | 'FrontEnd' | 'MailboxSubmission' | 'MailboxDelivery' | 'Edge';
  side: 'receive' | 'send';
  time: number;
  connectorId: string;
  session: string;
  sequence: number;
  localEndpoint: string;
  remoteEndpoint: string;
  event: '+' | '-' | '>' | '<' | '*';
  data: string;
  context: string;
}

/** One line of an agent log: what an anti-spam agent did. */
export interface AgentRecord {
  log: 'agent';
  service: 'Hub' | 'Edge';
  time: number;
  session: string;
  localEndpoint: string;
  remoteEndpoint: string;
  enteredOrgFromIp: string;
  messageId: string;
  p1FromAddress: string;
  p2FromAddresses: readonly string[];
  recipients: readonly string[];
  agent: string;
  event: string;
  action: string;
  smtpResponse: string;
  reason: string;
  reasonData: string;
}

/** One entry of a Windows event log. */
export interface EventRecord {
  log: 'event';
  logName: 'Application' | 'System';
  time: number;
  /** Rises by one a log on each server. */
  recordId: number;
  source: string;
  eventId: number;
  category: string;
  level: 'Information' | 'Warning' | 'Error';
  message: string;
  /** Insertion strings. */
  strings: readonly string[];
}

/** The routing table as calculated at a time; XML is made in src/logs. */
export interface RoutingTableRecord {
  log: 'routing';
  time: number;
  number: number;
  table: RoutingTableDump;
}

export interface RoutingTableDump {
  localSite: string;
  sites: { name: string; hub: boolean; cost: number; path: string[]; servers: string[] }[];
  siteLinks: { name: string; cost: number; sites: string[]; maxMessageSize: string }[];
  servers: { name: string; fqdn: string; version: number; site: string; roles: string[] }[];
  databases: { name: string; server: string; deliveryGroup: string }[];
  connectors: {
    name: string;
    guid: string;
    addressSpaces: string[];
    sourceServers: string[];
    cost: number;
    enabled: boolean;
  }[];
  routingGroups: { name: string; connector: string; cost: number }[];
}

/** Where records go. `server` is the server's name. Nothing else leaves the simulation but files through Disk. */
export interface LogSink {
  append(server: string, record: LogRecord): void;
}

/** Files that the simulation writes or takes away: drop directories, pickup and replay. What others write comes in as inputs. */
export interface Disk {
  write(server: string, path: string, text: string): void;
  remove(server: string, path: string): void;
}
