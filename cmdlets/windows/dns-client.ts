// Questions to DNS as this machine's client puts them: its adapters' servers one after the other, names of one label with the
// primary suffix, addresses as reverse names.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { DnsAnswerView } from '../../src/transport/views.ts';
import { WorldError } from '../../src/transport/world-error.ts';
import type { DnsType } from '../../state/schema/inputs.ts';
import { localMachine, localName, waitMilliseconds, worldOf } from './local-machine.ts';

export const isAddress = (text: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(text);

/** `ex02` is `ex02.contoso.com` on a machine of contoso.com; an address is its reverse name. */
export function askedName(cmdlet: CmdletContext, name: string): string {
  if (isAddress(name)) return `${name.split('.').reverse().join('.')}.in-addr.arpa`;
  if (name.endsWith('.')) return name.slice(0, -1);
  const fqdn = localMachine(cmdlet)?.fqdn ?? '';
  return name.includes('.') || !fqdn.includes('.') ? name : name + fqdn.slice(fqdn.indexOf('.'));
}

function serversOf(cmdlet: CmdletContext, given: readonly string[] | undefined): string[] {
  if (given === undefined)
    return [...new Set(localMachine(cmdlet)?.adapters.flatMap((adapter) => adapter.dnsServers) ?? [])];
  return given.map((server) =>
    isAddress(server) ? server : (worldOf(cmdlet).resolveHost(localName(cmdlet), server).addresses[0] ?? server),
  );
}

/** The answer of the first server that gives one. Time passes as on the wire; undefined where there is no server to ask. */
export function askDns(
  cmdlet: CmdletContext,
  name: string,
  type: DnsType,
  servers: readonly string[] | undefined,
): DnsAnswerView | undefined {
  let last: DnsAnswerView | undefined;
  for (const server of serversOf(cmdlet, servers)) {
    try {
      last = worldOf(cmdlet).askDns(localName(cmdlet), server, name, type);
    } catch (error) {
      // No machine at that address: the question goes unanswered.
      if (!(error instanceof WorldError)) throw error;
      continue;
    }
    waitMilliseconds(cmdlet, last.waitMs);
    if (last.status !== 'Timeout') return last;
  }
  return last;
}
