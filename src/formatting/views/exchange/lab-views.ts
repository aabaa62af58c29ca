// Tables and lists of the lab cmdlets' objects.

import type { Value } from '../../../runtime/values.ts';
import { PSObject } from '../../../runtime/values.ts';
import type { ListView, View } from '../../view-model.ts';
import { table } from './columns.ts';

const own = 'Hubshell.Labs';

const list = (name: string, properties: string, more: ListView['items'] = []): ListView => ({
  kind: 'list',
  name,
  types: [`${own}.${name}`],
  items: [...properties.split(' ').map((property) => ({ label: property, value: property })), ...more],
});

/** The goals one below the other, with what does not hold. */
function goalLines(value: Value): Value {
  const goals = value instanceof PSObject ? value.get('Goals') : undefined;
  if (!Array.isArray(goals)) return '';
  return goals
    .map((goal) => {
      if (!(goal instanceof PSObject)) return '';
      const why = String(goal.get('Why') ?? '');
      const head = `${goal.get('Met') === true ? '[x]' : '[ ]'} ${goal.get('Text')}`;
      return goal.get('Met') === true || why === '' ? head : `${head}\n    ${why}`;
    })
    .join('\n');
}

const goals = [{ label: 'Goals', value: goalLines }];

export function labViews(): View[] {
  return [
    table('Lab', [`${own}.Lab`], 'Name:24', 'Level:5', 'State:7', 'BestTime:10', 'Title'),
    list('Result', 'Name Passed Elapsed', goals),
    list('Attempt', 'Name Title Passed Time HintsUsed Penalty Seed', goals),
    list('Hint', 'Number Text Left'),
    table('Goal', [`${own}.Goal`], 'Met:5', 'Text:36', 'Why'),
  ];
}
