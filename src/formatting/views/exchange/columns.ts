// Short ways to write tables of Exchange objects. All columns are left-aligned, numbers included (facts/outputs 0.1).

import type { TableView, ViewColumn, ViewExpression } from '../../view-model.ts';

/** `Name`, `Name:20` with a width, `Label=Property:20` with another heading. */
export function column(text: string, value?: ViewExpression): ViewColumn {
  const match = /^(?:([^=]+)=)?([^:]+)(?::(\d+))?$/.exec(text)!;
  const [, label, property = '', width] = match;
  return {
    label: label ?? property,
    value: value ?? property,
    alignment: 'left',
    ...(width === undefined ? {} : { width: Number(width) }),
  };
}

export function table(name: string, types: readonly string[], ...columns: (string | ViewColumn)[]): TableView {
  const made = columns.map((each) => (typeof each === 'string' ? column(each) : each));
  return { kind: 'table', name, types, columns: made };
}
