// Group-Object.

import { type CmdletContext, type CmdletRun, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toBool } from '../../../src/runtime/convert.ts';
import { cultureText } from '../../../src/runtime/culture-text.ts';
import { isEnumerable, toArray } from '../../../src/runtime/enumerate.ts';
import { MISSING } from '../../../src/runtime/members.ts';
import { KEYS, type PropertyParameter, parseProperties } from '../../../src/runtime/property-parameters.ts';
import { Hashtable } from '../../../src/runtime/types/collections/hashtable.ts';
import { ArrayList } from '../../../src/runtime/types/collections/list.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { psObjectCollection } from './shared/collection.ts';
import { comparer, type Key, type Keyed, keyed, orderKeys } from './shared/object-order.ts';
import { GroupInfo } from './types/group-info.ts';

export default defineCmdlet({
  name: 'Group-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['group'],
  synopsis: 'Puts objects with the same value of a property together.',
  parameters: {
    NoElement: { type: 'switch', help: 'Counts only; the groups hold no objects.' },
    AsHashTable: { type: 'switch', aliases: ['AHT'], help: 'Gives a hashtable of the groups.' },
    AsString: { type: 'switch', help: 'Makes the keys of the hashtable text.' },
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to group.' },
    Culture: { type: 'string', help: 'Culture by which texts are compared.' },
    CaseSensitive: { type: 'switch', help: 'Tells capitals from small letters.' },
    Property: {
      type: 'object[]',
      position: 0,
      help: 'What to group by: names, script blocks, or hashtables with Expression.',
    },
  },
  outputs: ['System.Collections.Hashtable', 'Microsoft.PowerShell.Commands.GroupInfo'],
  outputProperties: () => ['Count', 'Group', 'Name', 'Values'],
  examples: [
    {
      script: "'a', 'b', 'a' | Group-Object -NoElement",
      output: '\nCount Name\n----- ----\n    2 a\n    1 b\n',
    },
  ],
  create: (cmdlet) => groupRun(cmdlet),
});

interface Group {
  keys: Key[];
  items: Value[];
}

function groupRun(cmdlet: CmdletContext): CmdletRun {
  const items: Value[] = [];
  return {
    begin() {
      if (!cmdlet.args.AsString || cmdlet.args.AsHashTable) return;
      const message =
        'The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.';
      const record = cmdlet.makeError(
        message,
        'ArgumentException',
        'InvalidArgument',
        true,
        'System.ArgumentException',
      );
      record.targetName = 'True';
      record.targetType = 'SwitchParameter';
      cmdlet.fail(record);
    },
    process() {
      const input = cmdlet.args.InputObject as Value;
      if (input !== null && input !== undefined) items.push(input);
    },
    end() {
      const parameters = parseProperties(cmdlet, (cmdlet.args.Property as Value[] | undefined) ?? [], KEYS.group);
      const groups = makeGroups(cmdlet, items, parameters);
      if (cmdlet.args.AsHashTable) {
        if (groups.length > 0) cmdlet.write(asTable(cmdlet, groups));
      } else for (const group of groups) cmdlet.write(asInfo(cmdlet, group));
    },
  };
}

/** Groups in the order of their keys, the objects of each in the order in which they came. */
function makeGroups(cmdlet: CmdletContext, items: readonly Value[], parameters: readonly PropertyParameter[]): Group[] {
  const ignoreCase = !toBool(cmdlet.args.CaseSensitive);
  const keys = orderKeys(parameters, false);
  const compare = comparer(keys, ignoreCase);
  const byText = new Map<string, Group>();
  const entries: (Keyed & { group: Group })[] = [];
  for (const value of items) {
    const entry = keyed(value, keys, cmdlet);
    normalize(entry.keys);
    const text = quickKey(entry.keys, ignoreCase);
    const present = text === undefined ? undefined : byText.get(text);
    if (present) {
      present.items.push(value);
      continue;
    }
    const group: Group = { keys: entry.keys, items: [value] };
    if (text !== undefined) byText.set(text, group);
    entries.push({ ...entry, group });
  }
  entries.sort(compare);
  return merge(entries, compare);
}

/** Neighbours whose keys are equal though they are written differently (1 and '1') are one group. */
function merge(entries: (Keyed & { group: Group })[], compare: (left: Keyed, right: Keyed) => number): Group[] {
  const groups: Group[] = [];
  let last: (Keyed & { group: Group }) | undefined;
  for (const entry of entries) {
    if (last && compare(last, entry) === 0) last.group.items.push(...entry.group.items);
    else {
      groups.push(entry.group);
      last = entry;
    }
  }
  return groups;
}

/** A missing property is as good as null; collections are compared by their text. */
function normalize(keys: Key[]): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (key === MISSING || key === undefined) keys[i] = null;
  }
}

function quickKey(keys: readonly Key[], ignoreCase: boolean): string | undefined {
  let text = '';
  for (const key of keys) {
    if (typeof key === 'string') text += `s${ignoreCase ? key.toLowerCase() : key}\u0000`;
    else if (typeof key === 'number') text += `n${key}\u0000`;
    else if (key === null) text += '-\u0000';
    else if (typeof key === 'boolean') text += `b${key}\u0000`;
    else return undefined;
  }
  return text;
}

function keyText(key: Key): string {
  if (key === null || key === undefined || key === MISSING) return '';
  const value = key as Value;
  if (isEnumerable(value))
    return `{${toArray(value)
      .map((item) => keyText(item))
      .join(', ')}}`;
  return cultureText(value);
}

function asInfo(cmdlet: CmdletContext, group: Group): GroupInfo {
  const name = group.keys.map(keyText).join(', ');
  const bare = cmdlet.args.NoElement === true;
  const values = new ArrayList(
    group.keys.flatMap((key) => (isEnumerable(key as Value) ? toArray(key as Value) : [key as Value])),
  );
  return new GroupInfo(values, name, bare ? null : psObjectCollection(group.items), group.items.length, !bare);
}

function asTable(cmdlet: CmdletContext, groups: readonly Group[]): Hashtable {
  const table = new Hashtable(!toBool(cmdlet.args.CaseSensitive));
  for (const group of groups) {
    const key =
      group.keys.length === 1 && !cmdlet.args.AsString ? (group.keys[0] as Value) : group.keys.map(keyText).join(', ');
    if (key === null || key === undefined) continue;
    table.set(key, psObjectCollection(group.items));
  }
  return table;
}
