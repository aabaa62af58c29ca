// Last errors of queues: the texts by version, with the wrapper that later builds put around them (facts 1.10; outputs 1.3).

import type { Machine } from '../machines/machine.ts';
import type { Target } from '../routing/enhanced-dns.ts';
import type { Simulation } from '../simulation.ts';

const failover =
  'Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.';

/** Local time as the sandbox's culture writes it. */
export function localTime(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = date.getUTCHours();
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${hours % 12 === 0 ? 12 : hours % 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hours < 12 ? 'AM' : 'PM'}`;
}

function wrapped(
  simulation: Simulation,
  machine: Machine,
  error: string,
  target: Pick<Target, 'name' | 'address'> | undefined,
): string {
  if ((machine.version ?? 2016) < 2013) return error;
  return `[{LRT=${localTime(simulation.now)}};{LED=${error}};{FQDN=${target?.name ?? ''}};{IP=${target?.address ?? ''}}]`;
}

export function connectError(
  simulation: Simulation,
  machine: Machine,
  result: 'refused' | 'timeout',
  target: Target,
): string {
  const version = machine.version ?? 2016;
  const code = result === 'refused' ? 10061 : 10060;
  if (version >= 2016) {
    const name = result === 'refused' ? 'SocketConnectionRefused' : 'SocketTimedout';
    return wrapped(
      simulation,
      machine,
      `451 4.4.397 Error communicating with target host. -> 421 4.2.1 Unable to connect -> ${name}: Socket error code ${code}`,
      target,
    );
  }
  if (version === 2013) {
    const text = `441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: ${code}, Win32 error code: ${code}." ${failover} The last endpoint attempted was ${target.address}:${target.port}`;
    return wrapped(simulation, machine, text, target);
  }
  return `451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." ${failover}`;
}

/** A reply, or an error that no server gave (`target` undefined). */
export function replyError(
  simulation: Simulation,
  machine: Machine,
  reply: string,
  target: Target | undefined,
): string {
  if (target === undefined) return wrapped(simulation, machine, reply, undefined);
  const version = machine.version ?? 2016;
  const last = version >= 2013 ? ` The last endpoint attempted was ${target.address}:${target.port}` : '';
  return wrapped(
    simulation,
    machine,
    `451 4.4.0 Primary target IP address responded with: "${reply}." ${failover}${last}`,
    target,
  );
}
