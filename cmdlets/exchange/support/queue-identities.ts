// Queues by identity: `EX01\3`, `Submission` (of this server), `EX01\fabrikam.com`, with wildcards in either part: `EX01\*` all
// queues of a server, `*\fabrikam.com` those for a next hop on all servers.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { hasWildcards, matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import type { MachineView, QueueView } from '../../../src/transport/views.ts';
import { localName, worldOf } from '../../windows/local-machine.ts';
import { attempt, transportUnavailable } from './errors.ts';

/** Transport servers that this machine asks when an identity means them all; an Edge server answers only itself. */
function transportServers(cmdlet: CmdletContext, pattern: string): MachineView[] {
  const local = localName(cmdlet).toLowerCase();
  return worldOf(cmdlet)
    .machines()
    .filter(({ name, version, roles }) => {
      const own = name.toLowerCase() === local;
      const transport = roles.includes('HubTransport') || ((version ?? 0) >= 2013 && roles.includes('Mailbox')) || own;
      return (version ?? 0) >= 2007 && transport && (own || !roles.includes('EdgeTransport'));
    })
    .filter(({ name, fqdn }) => matchesWildcard(name, pattern, true) || matchesWildcard(fqdn, pattern, true));
}

/** Server and queue of an identity; without a server that of the shell. `Shadow\5` is a queue, too. */
function partsOf(identity: string): { server: string | undefined; queue: string } {
  const slash = identity.indexOf('\\');
  const server = slash < 0 ? undefined : identity.slice(0, slash);
  if (server === undefined || server.toLowerCase() === 'shadow') return { server: undefined, queue: identity };
  return { server, queue: identity.slice(slash + 1) };
}

/** Whether a server's Transport service can be asked from here; the error is written otherwise. */
export function answers(cmdlet: CmdletContext, server: string): boolean {
  if (worldOf(cmdlet).findMachine(server) !== undefined)
    return attempt(cmdlet, () => worldOf(cmdlet).queues(server, localName(cmdlet))) !== undefined;
  cmdlet.error(transportUnavailable(cmdlet, server));
  return false;
}

/** Undefined, with the error written, when the server is unknown or does not answer. */
export function queuesNamed(cmdlet: CmdletContext, identity: string): QueueView[] | undefined {
  const { server = localName(cmdlet), queue } = partsOf(identity);
  const on = (name: string): QueueView[] | undefined =>
    answers(cmdlet, name) ? attempt(cmdlet, () => worldOf(cmdlet).findQueues(`${name}\\${queue}`, name)) : undefined;
  if (!hasWildcards(server)) return on(server);
  return transportServers(cmdlet, server).flatMap(({ name }) => on(name) ?? []);
}
