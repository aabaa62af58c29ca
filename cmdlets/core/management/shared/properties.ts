// Properties of items as the *-ItemProperty cmdlets see them. Only the file system has such properties, and it can add none.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { findMember, listMembers, MISSING } from '../../../../src/runtime/members.ts';
import { matchesWildcard } from '../../../../src/runtime/operators/strings.ts';
import { withNotes } from '../../../../src/runtime/providers/item-notes.ts';
import { hasWildcard } from '../../../../src/runtime/providers/path-text.ts';
import { failed, notSupported } from '../../../../src/runtime/providers/provider-errors.ts';
import type { ResolvedPath } from '../../../../src/runtime/providers/provider-session.ts';
import { addedMembers, PSObject, type Value } from '../../../../src/runtime/values.ts';
import { eachItem, sessionOf } from './items.ts';

/** Throws for providers without properties. */
export function requireProperties({ provider }: ResolvedPath): void {
  if (provider.hierarchical) return;
  throw notSupported('Cannot use interface. The IPropertyCmdletProvider interface is not supported by this provider.');
}

/** New-, Remove-, Copy-, Move- and Rename-ItemProperty: no provider of the sandbox can do that. */
export function refuseDynamicProperties(cmdlet: CmdletContext): void {
  eachItem(cmdlet, () => {
    throw notSupported(
      'Cannot use interface. The IDynamicPropertyCmdletProvider interface is not implemented by this provider.',
    );
  });
}

/** Names of an item's properties that fit a pattern, or the name itself. */
export function propertyNames(item: Value, pattern: string): string[] {
  if (!hasWildcard(pattern)) return [pattern];
  return listMembers(item, { propertiesOnly: true })
    .map((member) => member.name)
    .filter((name) => matchesWildcard(name, pattern));
}

export function propertyMissing(name: string): ReturnType<typeof failed> {
  return failed(
    'System.IO.IOException',
    `The property ${name} does not exist or was not found.`,
    'GetValueError',
    'ReadError',
    name,
  );
}

/** Values of some properties of an item, in an object that carries the item's notes. */
export function selectProperties(
  cmdlet: CmdletContext,
  found: ResolvedPath,
  item: Value,
  values: Record<string, Value>,
): PSObject {
  const selected = PSObject.of(values);
  withNotes(sessionOf(cmdlet), found, item);
  for (const member of addedMembers(item as object)?.members.values() ?? []) {
    if (member.kind === 'NoteProperty' && member.name !== 'PSIsContainer') selected.set(member.name, member.value);
  }
  return selected;
}

export function itemPropertyValue(item: Value, name: string): Value {
  const value = findMember(item, name.toLowerCase());
  return value === MISSING ? MISSING_PROPERTY : value;
}
/** What `itemPropertyValue` gives for a property that is not there. */
export const MISSING_PROPERTY = undefined;
