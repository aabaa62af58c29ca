// Resolve-DnsName. Texts and ids of the errors are those of Windows' DNS client.

import { type CmdletContext, defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { PSObject, typedArray } from '../../src/runtime/values.ts';
import type { DnsAnswerView, DnsRecordView } from '../../src/transport/views.ts';
import type { DnsType } from '../../state/schema/inputs.ts';
import { askDns, askedName, isAddress } from './dns-client.ts';

const types = ['A', 'AAAA', 'A_AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT', 'ALL'];
const typeName = 'Microsoft.DnsClient.Commands.DnsRecord';

const faults: Record<string, [text: string, id: string]> = {
  NxDomain: ['DNS name does not exist', 'DNS_ERROR_RCODE_NAME_ERROR'],
  ServFail: ['DNS server failure', 'DNS_ERROR_RCODE_SERVER_FAILURE'],
  Refused: ['DNS operation refused', 'DNS_ERROR_RCODE_REFUSED'],
  Timeout: ['This operation returned because the timeout period expired', 'ERROR_TIMEOUT'],
};

/** Record types that a type parameter stands for. */
function questions(type: string, name: string): DnsType[] {
  if (isAddress(name)) return ['PTR'];
  if (type === 'A_AAAA') return ['A', 'AAAA'];
  if (type === 'ALL') return ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT'];
  return type === 'SOA' || type === 'SRV' ? [] : [type as DnsType];
}

function recordObject(record: DnsRecordView, section: string): PSObject {
  const { name, type, value, preference, ttlMs } = record;
  const common = { Name: name, Type: type, TTL: Math.round(ttlMs / 1000), Section: section };
  const own =
    type === 'A' || type === 'AAAA'
      ? { IPAddress: value, [type === 'A' ? 'IP4Address' : 'IP6Address']: value }
      : type === 'MX'
        ? { NameExchange: value, Preference: preference }
        : type === 'TXT'
          ? { Strings: typedArray([value], 'System.String') }
          : { NameHost: value };
  return PSObject.of({ ...common, ...own, DataLength: value.length }, `${typeName}_${type === 'AAAA' ? 'A' : type}`);
}

/** The zone's SOA record: what a name without records of the asked type is answered with. */
function authorityObject(zone: string): PSObject {
  return PSObject.of(
    {
      Name: zone,
      Type: 'SOA',
      TTL: 3600,
      Section: 'Authority',
      PrimaryServer: `ns1.${zone}`,
      NameAdministrator: `hostmaster.${zone}`,
      SerialNumber: 1,
    },
    `${typeName}_SOA`,
  );
}

function writeAnswers(cmdlet: CmdletContext, name: string, answers: (DnsAnswerView | undefined)[]): void {
  const failed = answers.find((answer) => answer === undefined || answer.status !== 'NoError');
  if (answers.length > 0 && answers.every((answer) => answer === undefined || answer.status !== 'NoError')) {
    const [text, id] = faults[failed?.status ?? 'Timeout']!;
    const type = 'System.ComponentModel.Win32Exception';
    cmdlet.error(cmdlet.makeError(`${name} : ${text}`, id, 'ResourceUnavailable', name, type));
    return;
  }
  const records = answers.flatMap((answer) => answer?.answers ?? []);
  for (const record of records) cmdlet.write(recordObject(record, 'Answer'));
  for (const record of answers.flatMap((answer) => answer?.additional ?? []))
    cmdlet.write(recordObject(record, 'Additional'));
  const zone = answers.find((answer) => answer !== undefined)?.zone;
  if (records.length === 0 && zone) cmdlet.write(authorityObject(zone));
}

const flag = { type: 'switch' } as const;

export default defineCmdlet({
  name: 'Resolve-DnsName',
  module: 'DnsClient',
  implementingType: 'Microsoft.DnsClient.Commands.ResolveDnsName',
  synopsis: 'Asks DNS for the records of a name.',
  parameters: {
    Name: { type: 'string', mandatory: true, position: 0, pipeline: 'both', help: 'The name, or an address.' },
    Type: {
      type: 'enum',
      enumName: 'Microsoft.DnsClient.Commands.RecordType',
      values: types,
      position: 1,
      help: 'The type of records; addresses by default.',
    },
    Server: { type: 'string[]', position: 2, help: 'The DNS servers to ask, instead of those of the adapters.' },
    DnsOnly: { ...flag, help: 'No other ways of finding a name.' },
    CacheOnly: { ...flag, help: 'Only what is known already.' },
    NoHostsFile: { ...flag, help: 'The hosts file is not looked at.' },
    DnssecOk: { ...flag, help: 'Asks for signatures.' },
    DnssecCd: { ...flag, help: 'Asks for no check of signatures.' },
    LlmnrFallback: { ...flag, help: 'Asks the local network when DNS knows nothing.' },
    LlmnrOnly: { ...flag, help: 'Asks the local network only.' },
    LlmnrNetbiosOnly: { ...flag, help: 'Asks the local network only.' },
    NetbiosFallback: { ...flag, help: 'Asks NetBIOS when DNS knows nothing.' },
    NoIdn: { ...flag, help: 'The name is not encoded.' },
    NoRecursion: { ...flag, help: 'The server asks no others.' },
    QuickTimeout: { ...flag, help: 'Waits less long.' },
    TcpOnly: { ...flag, help: 'Asks over TCP.' },
  },
  outputs: ['A', 'MX', 'TXT', 'SOA', 'PTR', 'CNAME', 'NS'].map((type) => `${typeName}_${type}`),
  examples: [
    {
      script: "(Resolve-DnsName fabrikam.com -Type MX | Where-Object Section -eq 'Answer').NameExchange",
      output: 'mx1.fabrikam.com\nmx2.fabrikam.com',
    },
    { script: '(Resolve-DnsName EX02).IPAddress', output: '192.168.1.22' },
  ],
  create: (cmdlet) => ({
    process() {
      const { Name: name, Type: type, Server: servers } = cmdlet.args;
      const asked = askedName(cmdlet, name);
      const answers = questions(String(type ?? 'A_AAAA').toUpperCase(), name).map((question) =>
        askDns(cmdlet, asked, question, servers),
      );
      writeAnswers(cmdlet, name, answers);
    },
  }),
});
