// System.Net.Dns: asks the DNS of the sandbox as Resolve-DnsName does, by that command.

import { convertTo, toText } from '../convert.ts';
import { DotNetException, TerminatingError } from '../errors.ts';
import { getMember } from '../members.ts';
import { ScriptBlock } from '../script-block.ts';
import { host } from '../types/ambient.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import { knownType, type PSType } from '../types/registry.ts';
import { typedArray, type Value } from '../values.ts';

const ENTRY = 'System.Net.IPHostEntry';
const ADDRESS = 'System.Net.IPAddress';

class HostEntry {
  constructor(
    readonly name: string,
    readonly addresses: readonly string[],
  ) {}
  get psType(): PSType {
    return knownType(ENTRY);
  }
}

function unknownHost(): DotNetException {
  return new DotNetException('System.Net.Sockets.SocketException', 'No such host is known.');
}

/** What Resolve-DnsName answers; nothing where there is no such command or no such name. */
function ask(name: string, type: string): Value[] {
  const engine = ScriptBlock.current;
  if (engine === undefined || engine.cmdlets.get('resolve-dnsname') === undefined) return [];
  try {
    return engine.invokeCommand('Resolve-DnsName', { named: { Name: name, Type: type, ErrorAction: 'Ignore' } });
  } catch (thrown) {
    if (thrown instanceof TerminatingError || thrown instanceof DotNetException) return [];
    throw thrown;
  }
}

const texts = (records: readonly Value[], property: string): string[] =>
  records.map((record) => toText(getMember(record, property))).filter((text) => text !== '');

const isAddress = (name: string): boolean => /^[\d.]+$/.test(name) || name.includes(':');

function entryOf(name: string): HostEntry {
  if (name === '' || name.toLowerCase() === 'localhost') return new HostEntry(hostName(), ['127.0.0.1']);
  if (isAddress(name)) return new HostEntry(texts(ask(name, 'PTR'), 'NameHost')[0] ?? name, [name]);
  const records = ask(name, 'A_AAAA');
  const addresses = texts(records, 'IPAddress');
  if (addresses.length === 0) throw unknownHost();
  return new HostEntry(texts(records, 'Name').at(-1) ?? name, addresses);
}

function hostName(): string {
  return host().environment.get('COMPUTERNAME') ?? 'localhost';
}

function addresses(names: readonly string[]): Value {
  const type = knownType(ADDRESS);
  return typedArray(
    names.map((name) => convertTo(name, type)),
    ADDRESS,
  );
}

export function dnsTypes(): TypeSpec[] {
  return [
    {
      name: ENTRY,
      properties: {
        'string HostName': (entry: HostEntry) => entry.name,
        'string[] Aliases': () => [],
        [`${ADDRESS}[] AddressList`]: (entry: HostEntry) => addresses(entry.addresses),
      },
    },
    {
      name: 'System.Net.Dns',
      kind: 'static',
      staticMethods: {
        'string GetHostName()': hostName,
        [`${ENTRY} GetHostByName(string hostName)`]: entryOf,
        [`${ENTRY} GetHostByAddress(string address)`]: entryOf,
        [`${ENTRY} GetHostEntry(string hostNameOrAddress)`]: entryOf,
        [`${ENTRY} GetHostEntry(${ADDRESS} address)`]: (address: Value) => entryOf(toText(address)),
        [`${ENTRY} Resolve(string hostName)`]: entryOf,
        [`${ADDRESS}[] GetHostAddresses(string hostNameOrAddress)`]: (name: string) =>
          addresses(entryOf(name).addresses),
      },
    },
  ];
}
