// The properties that a type's views show, for completion of types that have no table of members.

import type { View, ViewExpression } from './view-model.ts';
import { viewsFor } from './view-registry.ts';
import { registerCoreViews } from './views/core-views.ts';

function expressions(view: View): ViewExpression[] {
  if (view.kind === 'table') return view.columns.map(({ value }) => value);
  if (view.kind === 'list') return view.items.map(({ value }) => value);
  return view.kind === 'wide' ? [view.value] : [];
}

export function propertiesInViews(typeName: string): string[] {
  registerCoreViews();
  const names = viewsFor([typeName]).flatMap(expressions);
  return [...new Set(names.filter((name): name is string => typeof name === 'string'))];
}
