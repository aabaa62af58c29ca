// The properties shown of an object when neither a view nor -Property names them.

import { isAdapted, listMembers } from '../../runtime/members.ts';
import { PropertyExpression, propertyName, propertyNames } from '../../runtime/property-expression.ts';
import { defaultDisplayProperties } from '../../runtime/type-data.ts';
import type { Value } from '../../runtime/values.ts';

/** DefaultDisplayPropertySet of the object's types, else all its properties. */
export function defaultProperties(value: Value): PropertyExpression[] {
  const chosen = displaySet(value);
  if (chosen) return chosen;
  const adapted = adaptedProperties(value);
  if (adapted) return adapted;
  return propertyNames(value).map((name) => new PropertyExpression(name, true));
}

/** Of an adapted object (XML) only what its adapter makes is shown, not the .NET properties behind it. */
function adaptedProperties(value: Value): PropertyExpression[] | undefined {
  if (typeof value !== 'object' || value === null || !isAdapted(value)) return undefined;
  const shown = listMembers(value, { propertiesOnly: true }).filter((member) => member.adapted !== 'behind');
  return shown.length > 0 ? shown.map((member) => new PropertyExpression(member.name, true)) : undefined;
}

export function displaySet(value: Value): PropertyExpression[] | undefined {
  const names = defaultDisplayProperties(value);
  if (!names) return undefined;
  const expressions: PropertyExpression[] = [];
  for (const name of names) {
    const actual = propertyName(value, name.toLowerCase());
    if (actual !== undefined) expressions.push(new PropertyExpression(actual, true));
  }
  return expressions.length > 0 ? expressions : undefined;
}
