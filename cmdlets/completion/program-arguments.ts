// What programs' arguments could become: services for net and sc, hosts for ping and telnet, types for nslookup.

import type { RuntimeHost } from '../../src/runtime/host.ts';
import { World } from '../../src/transport/world.ts';
import { serviceNames } from './sandbox-names.ts';

type Completer = (host: RuntimeHost, words: readonly string[], word: string) => readonly string[];

/** A verb first, then a service. */
function verbAndService(verbs: readonly string[]): Completer {
  return (host, words) => {
    const plain = words.filter((word) => !/^[\\/]/.test(word));
    return plain.length === 0 ? verbs : serviceNames(host.services.get(World), host);
  };
}

export const netArguments = verbAndService(['start', 'stop', 'helpmsg']);
export const scArguments = verbAndService(['query', 'queryex', 'start', 'stop', 'config', 'qc']);

/** Machines of the organisation and outside hosts. */
export const hostArguments: Completer = (host) => {
  const world = host.services.get(World);
  return [...world.machines().map(({ fqdn, name }) => fqdn || name), ...world.hosts().map(({ Name }) => Name)];
};

const DNS_TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'TXT'];

export const nslookupArguments: Completer = (host, words, word) =>
  word.startsWith('-') ? DNS_TYPES.map((type) => `-type=${type}`) : hostArguments(host, words, word);
