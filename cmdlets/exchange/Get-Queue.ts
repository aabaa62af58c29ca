// Get-Queue. Facts: transport 1.2, 1.4, 1.7; outputs 1.1, 1.2.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { hasWildcards } from '../../src/runtime/operators/strings.ts';
import type { QueueView } from '../../src/transport/views.ts';
import { localName, worldOf } from '../windows/local-machine.ts';
import { attempt, exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { filterOf, pageOf, warnOfMore, writePageInfo } from './support/paging.ts';
import { queueProperties } from './support/queue-filters.ts';
import { queuesNamed } from './support/queue-identities.ts';
import { queueObject, queueTypeName } from './support/queue-objects.ts';
import { textOf } from './types/argument-types.ts';

function selected(cmdlet: CmdletContext): QueueView[] | undefined {
  const { args } = cmdlet;
  if (cmdlet.has('Identity')) return named(cmdlet, textOf(args.Identity));
  const local = localName(cmdlet);
  return attempt(cmdlet, () => worldOf(cmdlet).queues(cmdlet.has('Server') ? textOf(args.Server) : local, local));
}

/** Queues of an identity. One by number or next hop that is not there is an error; a persistent queue without messages just does not show. */
function named(cmdlet: CmdletContext, identity: string): QueueView[] | undefined {
  const found = queuesNamed(cmdlet, identity);
  const persistent = /(^|\\)(submission|unreachable|poison|shadow)$/i.test(identity);
  if (found?.length === 0 && !hasWildcards(identity) && !persistent)
    cmdlet.error(exchangeError(cmdlet, 'notFound', 'The requested object cannot be found.', identity));
  return found;
}

/** Words of -Include and -Exclude: Internal, External, Empty, and delivery types (facts/transport 1.7). */
function fitsWord(queue: QueueView, word: string): boolean {
  const lower = word.trim().toLowerCase();
  if (lower === 'internal' || lower === 'external') return queue.nextHopCategory.toLowerCase() === lower;
  if (lower === 'empty') return queue.messageCount === 0;
  return queue.deliveryType.toLowerCase() === lower;
}
const words = (argument: unknown): string[] | undefined =>
  argument === undefined
    ? undefined
    : textOf(argument as string)
        .split(/[\s,]+/)
        .filter((word) => word !== '');

export default exchangeCmdlet({
  name: 'Get-Queue',
  synopsis: 'Gets the queues of a transport server.',
  defaultSet: 'Server',
  parameterLines: `
    Identity         QueueIdentity                    0 both [Identity]  # Server\\Queue, wildcards allowed.
    BookmarkIndex    Int32                                               # Where in the results to start, from 1.
    BookmarkObject   ExtensibleQueueInfo                                 # The queue at which to start.
    Exclude          QueueViewerIncludesAndExcludes versions:2013+ # Internal, External, Empty or delivery types to leave out.
    Filter           String                                  [Server]    # A condition on the queues' properties.
    Include          QueueViewerIncludesAndExcludes versions:2013+ # Internal, External, Empty or delivery types to show alone.
    IncludeBookmark  Boolean                                             # Whether the bookmarked queue is shown.
    ResultSize       Unlimited                                           # At most that many queues, 1000 by default.
    ReturnPageInfo   Boolean                                             # Reserved for the product itself.
    SearchForward    Boolean                                             # Direction from the bookmark.
    Server           ServerIdParameter                both   [Server]    # The server whose queues are shown.
    SortOrder        QueueViewerSortOrderEntry[]                         # Properties with + or -.
  `,
  outputs: [queueTypeName],
  examples: [
    { title: 'Queues of this server', script: 'Get-Queue' },
    { title: 'Queues in trouble', script: "Get-Queue -Server EX02 -Filter {Status -eq 'Retry'}", output: '' },
    { script: '(Get-Queue EX01\\Submission).DeliveryType', output: 'Undefined' },
  ],
  create: (cmdlet) => ({
    process() {
      let queues = selected(cmdlet);
      if (queues === undefined) return;
      const { Filter: filter, Include, Exclude } = cmdlet.args;
      if (filter !== undefined) queues = queues.filter(filterOf(cmdlet, filter, queueProperties));
      const include = words(Include);
      const exclude = words(Exclude);
      if (include) queues = queues.filter((queue) => include.some((word) => fitsWord(queue, word)));
      if (exclude) queues = queues.filter((queue) => !exclude.some((word) => fitsWord(queue, word)));
      const found = pageOf(cmdlet, queues, queueProperties);
      writePageInfo(cmdlet, found);
      const versions = new Map<string, number>();
      for (const { server } of found.page)
        if (!versions.has(server)) versions.set(server, worldOf(cmdlet).findMachine(server)?.version ?? 0);
      for (const queue of found.page) cmdlet.write(queueObject(queue, versions.get(queue.server) ?? 0));
      warnOfMore(cmdlet, found.more);
    },
  }),
});
