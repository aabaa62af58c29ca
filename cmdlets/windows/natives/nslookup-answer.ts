// How nslookup prints an answer. Texts: facts/outputs 9.1 and 11 (records stay English in Japanese).

import type { DnsAnswerView, DnsRecordView } from '../../../src/transport/views.ts';
import type { DnsType } from '../../../state/schema/inputs.ts';

export interface NslookupTexts {
  server: string;
  defaultServer: string;
  nonAuthoritative: string;
  name: string;
  cannotFind(server: string, name: string, reason: string): string;
  timedOut(server: string): string[];
}

const english: NslookupTexts = {
  server: 'Server:  ',
  defaultServer: 'Default Server:  ',
  nonAuthoritative: 'Non-authoritative answer:',
  name: 'Name:    ',
  cannotFind: (server, name, reason) => `*** ${server} can't find ${name}: ${reason}`,
  timedOut: (server) => [
    'DNS request timed out.',
    '    timeout was 2 seconds.',
    'DNS request timed out.',
    '    timeout was 2 seconds.',
    `*** Request to ${server} timed-out`,
  ],
};
const japanese: NslookupTexts = {
  ...english,
  server: 'サーバー:  ',
  defaultServer: '既定のサーバー:  ',
  nonAuthoritative: '権限のない回答:',
  name: '名前:    ',
  cannotFind: (server, name, reason) => `*** ${server} が ${name} を見つけられません: ${reason}`,
};

export function nslookupTexts(uiCulture: string): NslookupTexts {
  return uiCulture.toLowerCase().startsWith('ja') ? japanese : english;
}

const reasons = {
  NxDomain: 'Non-existent domain',
  ServFail: 'Server failed',
  Refused: 'Query refused',
  Timeout: 'No response from server',
} as const;

/** Seconds as nslookup writes them beside the number: `(2 hours 46 mins 40 secs)`. */
export function durationText(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [name, size] of [
    ['day', 86_400],
    ['hour', 3600],
    ['min', 60],
    ['sec', 1],
  ] as const) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
  }
  return `(${parts.join(' ')})`;
}

function recordLine(record: DnsRecordView): string {
  switch (record.type) {
    case 'MX':
      return `${record.name}\tMX preference = ${record.preference}, mail exchanger = ${record.value}`;
    case 'NS':
      return `${record.name}\tnameserver = ${record.value}`;
    case 'CNAME':
      return `${record.name}\tcanonical name = ${record.value}`;
    case 'PTR':
      return `${record.name}\tname = ${record.value}`;
    case 'TXT':
      return `${record.name}\ttext =\n\n\t"${record.value}"`;
    case 'AAAA':
      return `${record.name}\tAAAA IPv6 address = ${record.value}`;
    default:
      return `${record.name}\tinternet address = ${record.value}`;
  }
}

/** Addresses of a name: `Name:`, `Address(es):`, and the aliases that led there. */
function addressLines(texts: NslookupTexts, question: string, answers: DnsRecordView[]): string[] {
  const addresses = answers.filter((record) => record.type === 'A' || record.type === 'AAAA');
  const name = addresses[0]?.name ?? answers.at(-1)?.value ?? question;
  const lines = [`${texts.name}${name}`];
  if (addresses.length === 1) lines.push(`Address:  ${addresses[0]!.value}`);
  else if (addresses.length > 1) {
    lines.push(
      `Addresses:  ${addresses[0]!.value}`,
      ...addresses.slice(1).map((record) => `          ${record.value}`),
    );
  }
  const aliases = answers.filter((record) => record.type === 'CNAME').map((record) => record.name);
  if (aliases.length > 0) lines.push(`Aliases:  ${aliases.join('\n          ')}`);
  lines.push('');
  return lines;
}

/** The name exists but has no such record: nslookup shows the zone's start of authority. Values are those a new Windows zone has. */
function authorityLines(zone: string, primary: string): string[] {
  return [
    zone,
    `\tprimary name server = ${primary}`,
    `\tresponsible mail addr = hostmaster.${zone}`,
    '\tserial  = 1',
    `\trefresh = 900 ${durationText(900)}`,
    `\tretry   = 600 ${durationText(600)}`,
    `\texpire  = 86400 ${durationText(86_400)}`,
    `\tdefault TTL = 3600 ${durationText(3600)}`,
  ];
}

/** Lines after `Server:`/`Address:`; `own` says that the server holds the zone itself. `error` lines go to standard error. */
export function answerLines(
  texts: NslookupTexts,
  question: { name: string; type: DnsType; serverName: string },
  answer: DnsAnswerView,
  own: boolean,
): { lines: string[]; error: boolean } {
  const { name, type, serverName } = question;
  if (answer.status === 'Timeout') return { lines: texts.timedOut(serverName), error: true };
  if (answer.status !== 'NoError')
    return { lines: [texts.cannotFind(serverName, name, reasons[answer.status])], error: true };
  if (answer.answers.length === 0) return { lines: authorityLines(answer.zone, `ns1.${answer.zone}`), error: false };
  const head = own ? [] : [texts.nonAuthoritative];
  if (type === 'A' || type === 'AAAA')
    return { lines: [...head, ...addressLines(texts, name, answer.answers)], error: false };
  const additional = answer.additional.length > 0 ? ['', ...answer.additional.map(recordLine)] : [];
  return { lines: [...head, ...answer.answers.map(recordLine), ...additional], error: false };
}
