// Messages by identity, by queue or by filter, for Get-Message and the cmdlets that act on messages (facts/transport 1.2, 1.8).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import type { MessageView } from '../../../src/transport/views.ts';
import { localName, worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { confirmed } from './confirmation.ts';
import { attempt, exchangeError } from './errors.ts';
import { filterOf } from './paging.ts';
import { messageProperties } from './queue-filters.ts';
import { answers, queuesNamed } from './queue-identities.ts';

/** `Server\Queue\17`, `Server\*\17`, `Queue\17`, `17`: the parts of a message identity. */
function partsOf(identity: string, local: string): { server: string; queue: string; number: string } {
  const parts = identity.split('\\');
  const number = parts.pop() ?? '';
  if (parts.length === 0) return { server: local, queue: '*', number };
  const shadow = parts.at(-2)?.toLowerCase() === 'shadow';
  const queue = shadow ? parts.splice(-2).join('\\') : (parts.pop() ?? '*');
  return { server: parts.pop() ?? local, queue, number };
}

function byIdentity(cmdlet: CmdletContext, identity: string): MessageView[] {
  const local = localName(cmdlet);
  const { server, queue, number } = partsOf(identity, local);
  if (!answers(cmdlet, server)) return [];
  const all = [...worldOf(cmdlet).messages(server)];
  const queues = attempt(cmdlet, () =>
    queue === '*' ? undefined : worldOf(cmdlet).findQueues(`${server}\\${queue}`, server),
  );
  const names = queues && new Set(queues.map((each) => each.identity.toLowerCase()));
  const found = all.filter(
    (message) =>
      matchesWildcard(String(message.internalId), number, true) && (names?.has(message.queue.toLowerCase()) ?? true),
  );
  if (found.length === 0)
    cmdlet.error(exchangeError(cmdlet, 'notFound', 'The requested object cannot be found.', identity));
  return found;
}

function byQueue(cmdlet: CmdletContext, identity: string): MessageView[] {
  const world = worldOf(cmdlet);
  const queues = queuesNamed(cmdlet, identity) ?? [];
  return queues.flatMap(
    (queue) => attempt(cmdlet, () => [...world.messages(queue.server, { queue: queue.identity })]) ?? [],
  );
}

/** Messages of the server of -Server; an unknown one is an object that is not found. */
function ofServer(cmdlet: CmdletContext, server: string): Iterable<MessageView> {
  const world = worldOf(cmdlet);
  const asked = attempt(cmdlet, () => world.queues(server, localName(cmdlet)));
  return asked === undefined ? [] : world.messages(server);
}

/** All messages that the bound parameters select. */
export function selectMessages(cmdlet: CmdletContext): MessageView[] {
  const { args } = cmdlet;
  if (cmdlet.has('Identity')) return byIdentity(cmdlet, textOf(args.Identity));
  const server = cmdlet.has('Server') ? textOf(args.Server) : localName(cmdlet);
  const messages = cmdlet.has('Queue') ? byQueue(cmdlet, textOf(args.Queue)) : ofServer(cmdlet, server);
  if (!cmdlet.has('Filter')) return [...messages];
  const fits = filterOf(cmdlet, args.Filter, messageProperties);
  const found: MessageView[] = [];
  for (const message of messages) if (fits(message)) found.push(message);
  return found;
}

/**
 * Runs an action on the selected messages. An identity may name several copies on the server only for cmdlets that say so.
 * `doing`: gerund of the product's question.
 */
export function actOnMessages(cmdlet: CmdletContext, doing: string, action: (message: MessageView) => void): void {
  const { args } = cmdlet;
  const server = cmdlet.has('Server') ? textOf(args.Server) : localName(cmdlet);
  const text = cmdlet.has('Filter')
    ? `${doing} all messages that match filter "${args.Filter}" on server "${server}".`
    : `${doing} the message "${textOf(args.Identity)}".`;
  const messages = selectMessages(cmdlet);
  if (cmdlet.has('Identity') && messages.length > 1) {
    const message = `The message identity "${textOf(args.Identity)}" matches more than one message. Use the Filter parameter to act on several messages.`;
    cmdlet.error(exchangeError(cmdlet, 'ambiguous', message, textOf(args.Identity)));
    return;
  }
  if (messages.length === 0 || !confirmed(cmdlet, text)) return;
  for (const message of messages) attempt(cmdlet, () => action(message));
}
