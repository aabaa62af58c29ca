// Reading an object for a view: expressions to values, values to text.

import { getMember, typeNames } from '../runtime/members.ts';
import type { PropertyExpression, PropertyResult } from '../runtime/property-expression.ts';
import { ScriptBlock } from '../runtime/script-block.ts';
import { PSObject, type Value } from '../runtime/values.ts';
import type { Decoration } from './decoration.ts';
import type { FieldDirective, TextContext } from './field-text.ts';
import { fieldText } from './field-text.ts';
import type { ControlContext, ViewExpression } from './view-model.ts';

export interface ReadOptions extends TextContext {
  /** $ErrorView. */
  errorView: string;
  /** Output goes to the terminal: records of the other streams are marked. */
  terminal?: boolean;
  /** Colours, where they are wanted. */
  decoration?: Decoration;
  /** Current location in the file system. */
  currentFolder?: () => string | undefined;
  /** -ShowError: `#ERR` instead of an empty cell. */
  showError: boolean;
  /** -DisplayError: told of every expression that failed. */
  onError?: (expression: PropertyExpression, target: Value, error: object) => void;
}

const ERROR_TEXT = '#ERR';

/** $FormatEnumerationLimit of PowerShell, and what the Exchange Management Shell raises it to (facts/outputs 0.1). */
export const DEFAULT_ENUMERATION_LIMIT = 4;
const EXCHANGE_ENUMERATION_LIMIT = 16;

/** Lists in Exchange's objects are shown longer, unless somebody has set the limit. */
export function readOptionsFor(value: Value, options: ReadOptions): ReadOptions {
  if (options.enumerationLimit !== DEFAULT_ENUMERATION_LIMIT || !(value instanceof PSObject)) return options;
  if (!/^(?:Selected\.|Deserialized\.)?Microsoft\.Exchange\./.test(value.typeNames[0] ?? '')) return options;
  return { ...options, enumerationLimit: EXCHANGE_ENUMERATION_LIMIT };
}

export function expressionText(
  expression: PropertyExpression,
  target: Value,
  directive: FieldDirective,
  options: ReadOptions,
): string {
  const result = expression.getValues(target)[0];
  return resultText(result, expression, target, directive, options);
}

export function resultText(
  result: PropertyResult | undefined,
  expression: PropertyExpression,
  target: Value,
  directive: FieldDirective,
  options: ReadOptions,
): string {
  if (!result) return '';
  if (result.error) {
    options.onError?.(expression, target, result.error);
    return options.showError ? ERROR_TEXT : '';
  }
  return fieldText(result.value, directive, options);
}

/** Value of a view's expression; a property that cannot be read is null. */
export function readExpression(target: Value, expression: ViewExpression): Value {
  try {
    if (typeof expression === 'string') return getMember(target, expression);
    if (expression instanceof ScriptBlock) {
      const output = expression.call({ underscore: target });
      return output.length === 0 ? null : output.length === 1 ? output[0] : output;
    }
    return expression(target);
  } catch (error) {
    if (error instanceof Error) throw error;
    return null;
  }
}

export function controlContext(context: ReadOptions): ControlContext {
  return {
    get currentFolder() {
      return context.currentFolder?.();
    },
    text: (value) => fieldText(value, {}, context),
    read: (value, expression) => readExpression(value, expression),
  };
}

/** PSTypeNames without what Select-Object put before the first. */
export function shownTypeNames(value: Value): string[] {
  return typeNames(value);
}
