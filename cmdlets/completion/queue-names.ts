// Identities of queues and messages for completion: the local server's, another's once its name and a backslash are typed.

import type { Value } from '../../src/runtime/values.ts';
import type { World } from '../../src/transport/world.ts';

/** A queue can hold a million messages; nobody chooses from more than these. */
const MOST_MESSAGES = 100;

export function queueIdentities(
  world: World,
  word: string,
  local: string,
  bound: Readonly<Record<string, Value>>,
): string[] {
  const slash = word.indexOf('\\');
  const named = slash > 0 ? word.slice(0, slash) : typeof bound.Server === 'string' ? bound.Server : local;
  const server = world.findMachine(named)?.name;
  if (server === undefined) return [];
  const identities = world.queueIdentities(server, local);
  if (slash > 0) return identities;
  // Servers first typed: their queues come with the next Tab.
  const others = world.objects('transportService').map(({ name }) => `${name}\\`);
  return [...identities, ...others];
}

export function messageIdentities(world: World, word: string, local: string): string[] {
  const parts = word.split('\\');
  const server = parts.length > 1 ? world.findMachine(parts[0]!)?.name : local;
  if (server === undefined) return [];
  const identities: string[] = [];
  const lower = word.toLowerCase();
  for (const identity of world.queueIdentities(server, local, true)) {
    if (!identity.toLowerCase().startsWith(lower) && !lower.startsWith(`${identity.toLowerCase()}\\`)) continue;
    for (const message of world.messages(server, { queue: identity })) {
      if (identities.length >= MOST_MESSAGES) return identities;
      identities.push(message.identity);
    }
  }
  return identities;
}
