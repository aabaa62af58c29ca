// Going to a location, and back and forth between those that were visited.

import type { PathInfo } from '../../../../src/runtime/providers/drive-info.ts';
import { hasWildcard } from '../../../../src/runtime/providers/path-text.ts';
import { failed, invalidArgument, pathNotFound } from '../../../../src/runtime/providers/provider-errors.ts';
import type { ProviderSession } from '../../../../src/runtime/providers/provider-session.ts';

/** Makes the container at a path the current location. */
export function goTo(session: ProviderSession, path: string, literal: boolean): PathInfo {
  const before = session.current();
  const found = session.expand(path, { literal, force: true }).filter((item) => item.provider.isContainer(item.path));
  if (found.length === 0) throw pathNotFound(path);
  if (found.length > 1 && hasWildcard(path)) {
    throw invalidArgument(
      `Cannot set the location because path '${path}' resolved to multiple containers. You can only the set location to a single container at a time.`,
    );
  }
  const info = session.setLocation(found[0]!);
  if (info.path !== before.path) {
    session.visited.push(before);
    session.undone.length = 0;
  }
  return info;
}

/** `-` goes back, `+` forth again. */
export function moveInHistory(session: ProviderSession, direction: '-' | '+'): PathInfo {
  const from = direction === '-' ? session.visited : session.undone;
  const to = direction === '-' ? session.undone : session.visited;
  const target = from.pop();
  if (target === undefined) {
    const message =
      direction === '-'
        ? 'There is no location history left to navigate backwards.'
        : 'There is no location history left to navigate forwards.';
    throw failed('System.InvalidOperationException', message, 'System.InvalidOperationException', 'NotSpecified', null);
  }
  to.push(session.current());
  return session.setLocation(session.expand(target.path, { literal: true })[0]!);
}
