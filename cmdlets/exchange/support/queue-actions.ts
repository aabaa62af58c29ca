// Retry-, Suspend- and Resume-Queue: one identity that must name one queue, or a filter for many (facts/transport 1.2, 1.8).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { QueueView } from '../../../src/transport/views.ts';
import { localName, worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { confirmed } from './confirmation.ts';
import { attempt, exchangeError } from './errors.ts';
import { filterOf } from './paging.ts';
import { queueProperties } from './queue-filters.ts';
import { queuesNamed } from './queue-identities.ts';

export type QueueAction = 'suspend' | 'resume' | 'retry' | 'resubmit';

function byIdentity(cmdlet: CmdletContext, identity: string): QueueView[] {
  const found = queuesNamed(cmdlet, identity);
  if (found?.length === 0) {
    cmdlet.error(exchangeError(cmdlet, 'notFound', 'The requested object cannot be found.', identity));
    return [];
  }
  if (found === undefined || found.length === 1) return found ?? [];
  const message = `The queue identity "${identity}" matches more than one queue. Use the Filter parameter to act on several queues.`;
  cmdlet.error(exchangeError(cmdlet, 'ambiguous', message, identity));
  return [];
}

function byFilter(cmdlet: CmdletContext, server: string): QueueView[] {
  const fits = filterOf(cmdlet, cmdlet.args.Filter, queueProperties);
  return (attempt(cmdlet, () => worldOf(cmdlet).queues(server, localName(cmdlet))) ?? []).filter(fits);
}

/** Runs the action on what the parameters select. `doing` is the gerund of the product's question: `Suspending queue "EX01\3".` */
export function actOnQueues(cmdlet: CmdletContext, action: QueueAction, doing: string): void {
  const { args } = cmdlet;
  const server = cmdlet.has('Server') ? textOf(args.Server) : localName(cmdlet);
  const filtered = cmdlet.has('Filter');
  const text = filtered
    ? `${doing} all queues that match filter "${args.Filter}" on server "${server}".`
    : `${doing} queue "${textOf(args.Identity)}".`;
  const queues = filtered ? byFilter(cmdlet, server) : byIdentity(cmdlet, textOf(args.Identity));
  if (queues.length === 0 || !confirmed(cmdlet, text)) return;
  const world = worldOf(cmdlet);
  for (const queue of queues) attempt(cmdlet, () => world.apply({ kind: 'queue', action, queue: queue.identity }));
}
