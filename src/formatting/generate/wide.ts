// Objects to items side by side.

import { nameProperty, PropertyExpression, propertyNames } from '../../runtime/property-expression.ts';
import { defaultDisplayProperty } from '../../runtime/type-data.ts';
import type { Value } from '../../runtime/values.ts';
import { fieldText } from '../field-text.ts';
import type { Entry } from '../format-data.ts';
import { expressionText, readExpression } from '../read-value.ts';
import type { WideView } from '../view-model.ts';
import { displaySet } from './default-properties.ts';
import type { Generator, ShapeOptions } from './generator.ts';

export function wideFromProperties(first: Value, options: ShapeOptions): Generator {
  const parameter = options.properties[0];
  const expression = parameter
    ? (parameter.expression.resolveNames(first)[0] ?? parameter.expression)
    : mainProperty(first);
  const fixed = expression && (expression.script ? expression : new PropertyExpression(expression.text, true));
  return {
    start: { shape: 'wide', autoSize: options.autoSize, wide: { columns: options.columns ?? 0 } },
    entry: (value, read): Entry => ({
      shape: 'wide',
      text: fixed ? expressionText(fixed, value, { formatString: parameter?.formatString }, read) : '',
      alignment: 'left',
    }),
  };
}

/** DefaultDisplayProperty, else a property that looks like a name, else the first one. */
function mainProperty(value: Value): PropertyExpression | undefined {
  const declared = defaultDisplayProperty(value);
  if (declared !== undefined) return new PropertyExpression(declared, true);
  const set = displaySet(value);
  if (set) return set[0];
  const chosen = nameProperty(value) ?? propertyNames(value)[0];
  return chosen === undefined ? undefined : new PropertyExpression(chosen, true);
}

export function wideFromView(view: WideView, options: ShapeOptions): Generator {
  return {
    start: {
      shape: 'wide',
      autoSize: options.autoSize || view.autoSize === true,
      wide: { columns: options.columns ?? view.columns ?? 0 },
    },
    view,
    entry: (value, read): Entry => ({
      shape: 'wide',
      text: fieldText(readExpression(value, view.value), { formatString: view.format }, read),
      alignment: 'left',
    }),
  };
}
