// The agent log: what anti-spam agents did, as text and read back (facts: logs.json; *Anti-spam agent logging*).

import type { AgentRecord } from '../../state/schema/log-records.ts';
import type { StorageFolder } from '../../state/store/storage-folder.ts';
import { csvField, isoTime, parseCsvLine } from './csv.ts';

export const agentFields = [
  'Timestamp',
  'SessionId',
  'LocalEndpoint',
  'RemoteEndpoint',
  'EnteredOrgFromIP',
  'MessageId',
  'P1FromAddress',
  'P2FromAddresses',
  'Recipient',
  'NumRecipients',
  'Agent',
  'Event',
  'Action',
  'SmtpResponse',
  'Reason',
  'ReasonData',
] as const;

export function agentLine(record: AgentRecord): string {
  return [
    isoTime(record.time),
    record.session,
    record.localEndpoint,
    record.remoteEndpoint,
    record.enteredOrgFromIp,
    record.messageId,
    record.p1FromAddress,
    record.p2FromAddresses.join(';'),
    record.recipients.join(';'),
    String(record.recipients.length),
    record.agent,
    record.event,
    record.action,
    record.smtpResponse,
    record.reason,
    record.reasonData,
  ]
    .map(csvField)
    .join(',');
}

const listOf = (text: string): string[] => (text === '' ? [] : text.split(';'));

function recordOf(line: string, service: AgentRecord['service']): AgentRecord {
  const field = parseCsvLine(line);
  const text = (index: number): string => field[index] ?? '';
  return {
    log: 'agent',
    service,
    time: Date.parse(text(0)),
    session: text(1),
    localEndpoint: text(2),
    remoteEndpoint: text(3),
    enteredOrgFromIp: text(4),
    messageId: text(5),
    p1FromAddress: text(6),
    p2FromAddresses: listOf(text(7)),
    recipients: listOf(text(8)),
    agent: text(10),
    event: text(11),
    action: text(12),
    smtpResponse: text(13),
    reason: text(14),
    reasonData: text(15),
  };
}

/** All lines of a folder's agent logs between two instants, both included. */
export function* readAgentLog(
  files: StorageFolder,
  folder: string,
  service: AgentRecord['service'],
  start = Number.NEGATIVE_INFINITY,
  end = Number.POSITIVE_INFINITY,
): Generator<AgentRecord> {
  const number = (name: string): number => Number(/-(\d+)\.LOG$/i.exec(name)?.[1]);
  const names = files
    .list(folder)
    .filter((name) => /^AGENTLOG\d{8}-\d+\.LOG$/i.test(name))
    .sort((a, b) =>
      a.slice(0, 16) < b.slice(0, 16) ? -1 : a.slice(0, 16) > b.slice(0, 16) ? 1 : number(a) - number(b),
    );
  const decoder = new TextDecoder();
  for (const name of names) {
    const bytes = files.read(`${folder}/${name}`);
    if (!bytes) continue;
    for (const line of decoder.decode(bytes).split('\r\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const record = recordOf(line, service);
      if (record.time >= start && record.time <= end) yield record;
    }
  }
}
