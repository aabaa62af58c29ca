// $PSStyle and its groups: escape sequences are shown in their own decoration on a terminal, else as text.

import { getMember, listMembers } from '../../runtime/members.ts';
import { isDictionary } from '../../runtime/types/collections/hashtable.ts';
import type { Value } from '../../runtime/values.ts';
import type { ListView, View } from '../view-model.ts';

const NAMESPACE = 'System.Management.Automation.PSStyle';
const ESCAPE = '\u001b';
const GROUPS = ['Formatting', 'Progress', 'FileInfo', 'Foreground', 'Background'];

/** Sequences with `e for the escape character; of the file extensions their names. */
function shownSetting(value: Value): Value {
  if (isDictionary(value)) return [...value.entries()].map(([key]) => key).join(',');
  return typeof value === 'string' ? value.replaceAll(ESCAPE, '`e') : value;
}

function styleList(name: string, items: [label: string, path: string[]][]): ListView {
  return {
    kind: 'list',
    name,
    types: [name],
    items: items.map(([label, path]) => ({
      label,
      value: (target) => shownSetting(path.reduce((object, property) => getMember(object, property), target)),
    })),
  };
}

/** Names of the settings of a style object, read from a sample. */
function namesOf(sample: Value): string[] {
  return listMembers(sample, { propertiesOnly: true }).map((member) => member.name);
}

export function styleViews(sample: Value): View[] {
  const views: View[] = [];
  const items: [string, string[]][] = [];
  for (const name of namesOf(sample)) {
    if (!GROUPS.includes(name)) {
      items.push([name, [name]]);
      continue;
    }
    const group = getMember(sample, name);
    const settings = namesOf(group);
    for (const setting of settings) items.push([`${name}.${setting}`, [name, setting]]);
    if (name === 'Formatting' || name === 'Progress') {
      views.push(
        styleList(
          (group as { psType: { id: string } }).psType.id,
          settings.map((setting) => [setting, [setting]]),
        ),
      );
    }
  }
  return [styleList(NAMESPACE, items), ...views];
}
