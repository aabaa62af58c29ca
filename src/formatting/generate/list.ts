// Objects to list entries.

import type { PropertyExpression } from '../../runtime/property-expression.ts';
import type { PropertyParameter } from '../../runtime/property-parameters.ts';
import type { Value } from '../../runtime/values.ts';
import { fieldText } from '../field-text.ts';
import type { Entry } from '../format-data.ts';
import { expressionText, type ReadOptions, readExpression, shownTypeNames } from '../read-value.ts';
import type { ListView, ViewItem } from '../view-model.ts';
import { viewApplies } from '../view-registry.ts';
import { defaultProperties } from './default-properties.ts';
import type { Generator, ShapeOptions } from './generator.ts';

type Fields = { label: string; text: string }[];

export function listFromProperties(options: ShapeOptions): Generator {
  return {
    start: { shape: 'list', autoSize: false },
    entry: (value, read): Entry => ({
      shape: 'list',
      fields:
        options.properties.length > 0
          ? chosenFields(options.properties, value, read)
          : objectFields(defaultProperties(value), value, read),
    }),
  };
}

/** All properties of one object, as it stands between objects of another view. */
export function objectFields(expressions: readonly PropertyExpression[], value: Value, read: ReadOptions): Fields {
  return expressions.map((expression) => ({
    label: expression.text,
    text: expressionText(expression, value, {}, read),
  }));
}

/** A property that the object does not have is left out. */
function chosenFields(parameters: readonly PropertyParameter[], value: Value, read: ReadOptions): Fields {
  const fields: Fields = [];
  for (const parameter of parameters) {
    for (const expression of parameter.expression.resolveNames(value)) {
      fields.push({
        label: parameter.label ?? expression.text,
        text: expressionText(expression, value, { formatString: parameter.formatString }, read),
      });
    }
  }
  return fields;
}

export function listFromView(view: ListView): Generator {
  return {
    start: { shape: 'list', autoSize: false },
    view,
    entry: (value, read): Entry => {
      const fields: Fields = [];
      for (const item of itemsFor(view, value)) {
        if (item.when !== undefined && !truthy(readExpression(value, item.when))) continue;
        const label = item.label ?? (typeof item.value === 'string' ? item.value : item.value.toString());
        fields.push({ label, text: fieldText(readExpression(value, item.value), { formatString: item.format }, read) });
      }
      return { shape: 'list', fields };
    },
  };
}
function truthy(value: Value): boolean {
  return value !== null && value !== undefined && value !== false && value !== 0 && value !== '';
}

function itemsFor(view: ListView, value: Value): readonly ViewItem[] {
  if (view.entries) {
    const names = shownTypeNames(value);
    for (const entry of view.entries) if (viewApplies({ ...view, types: entry.types }, names)) return entry.items;
  }
  return view.items;
}
