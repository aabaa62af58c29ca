// The note properties that item cmdlets put on what they give out: PSPath, PSParentPath, PSChildName, PSDrive, PSProvider, PSIsContainer.

import { ensureAddedMembers, type MemberTable, type Value } from '../values.ts';
import { leafName, parentPath } from './path-text.ts';
import type { ProviderSession, ResolvedPath } from './provider-session.ts';

function note(members: MemberTable, name: string, value: Value): void {
  members.set(name.toLowerCase(), { kind: 'NoteProperty', name, value });
}

/** Adds the notes to an item's object and gives it back. */
export function withNotes(session: ProviderSession, resolved: ResolvedPath, item: Value, container?: boolean): Value {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  const { provider, path, drive } = resolved;
  const members = ensureAddedMembers(item).members;
  note(members, 'PSPath', session.providerPath(resolved));
  if (provider.hierarchical) {
    const parent = parentPath(path);
    note(members, 'PSParentPath', parent === '' ? '' : `${provider.info}::${parent}`);
    note(members, 'PSChildName', leafName(path));
  }
  const shown = drive ?? (provider.hierarchical ? session.driveOfFile(path) : undefined);
  if (shown) note(members, 'PSDrive', shown);
  note(members, 'PSProvider', provider.info);
  note(members, 'PSIsContainer', container ?? provider.isContainer(path));
  return item;
}
