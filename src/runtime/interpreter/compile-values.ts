// Expressions that make values: constants, strings, arrays, hashtables, sub-expressions, types, script blocks.

import type * as ast from '../../language/ast.ts';
import { toText } from '../convert.ts';
import { enumerateInto, isEnumerable } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { parsePlainDecimal } from '../number/numeric.ts';
import { ScriptBlock } from '../script-block.ts';
import { Collector } from '../streams.ts';
import { Hashtable, OrderedDictionary } from '../types/collections/hashtable.ts';
import { type BoxedNumberType, double, NumberBox, type Value } from '../values.ts';
import type { CompileContext } from './compile-context.ts';
import type { Evaluate } from './compiled-block.ts';
import type { Frame } from './frame.ts';
import { separatorOf } from './operator-context.ts';
import { typeAt } from './type-names.ts';

export function compileNumber(node: ast.NumberConstant): Evaluate {
  const value = numberValue(node);
  return () => value;
}

export function numberValue(node: ast.NumberConstant): Value {
  const { type, value } = node;
  if (type === 'Int32') return value as number;
  if (type === 'Double') return double(value as number);
  if (type === 'Int64') return BigInt(value as bigint | number);
  if (type === 'Decimal') return parsePlainDecimal(String(value));
  return new NumberBox(
    type as BoxedNumberType,
    type === 'UInt64' || type === 'BigInteger' ? BigInt(value) : Number(value),
  );
}

export function compileExpandable(node: ast.ExpandableString, context: CompileContext): Evaluate {
  const parts = node.parts.map((part) => (typeof part === 'string' ? part : compilePart(part, context)));
  return (frame) => {
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') text += part;
      else {
        const value = part(frame);
        if (typeof value === 'string') text += value;
        else if (typeof value === 'number' && (value | 0) === value) text += value;
        else if (value !== null && value !== undefined) text += expandedText(frame, value);
      }
    }
    return text;
  };
}

function compilePart(part: ast.Expression, context: CompileContext): Evaluate {
  context.inString = part.kind === 'Variable';
  const evaluate = context.expression(part);
  context.inString = false;
  return evaluate;
}

function expandedText(frame: Frame, value: Value): string {
  if (typeof value !== 'object') return toText(value);
  return toText(value, { separator: separatorOf(frame) });
}

export function compileArrayLiteral(node: ast.ArrayLiteral, context: CompileContext): Evaluate {
  const elements = node.elements.map((element) => context.expression(element));
  return (frame) => {
    const array: Value[] = new Array(elements.length);
    for (let i = 0; i < elements.length; i++) array[i] = elements[i]!(frame) ?? null;
    return array;
  };
}

/** The only statement of a block when that is a pure expression. */
function singleExpression(block: ast.StatementBlock): ast.Expression | undefined {
  if (block.statements.length !== 1 || block.traps.length > 0) return undefined;
  const statement = block.statements[0]!;
  if (statement.kind !== 'Pipeline' || statement.elements.length !== 1 || statement.background) return undefined;
  const element = statement.elements[0]!;
  if (element.kind !== 'CommandExpression' || element.redirections.length > 0) return undefined;
  const expression = element.expression;
  if (expression.kind === 'Unary' && /^(post)?(\+\+|--)$/.test(expression.operator)) return undefined;
  return expression;
}

export function compileArrayExpression(node: ast.ArrayExpression, context: CompileContext): Evaluate {
  const single = singleExpression(node.body);
  // `@(1, 2)` and `@($x)`: no pipeline is needed, only a copy when the value is an array that others know.
  if (single?.kind === 'ArrayLiteral') return context.expression(single);
  const body = context.block(node.body);
  return (frame) => {
    const collector = new Collector();
    const { position } = frame;
    body(frame, collector);
    frame.position = position;
    return collector.items;
  };
}

export function compileSubExpression(node: ast.SubExpression, context: CompileContext): Evaluate {
  const body = context.block(node.body);
  return (frame) => {
    const collector = new Collector();
    const { position } = frame;
    body(frame, collector);
    frame.position = position;
    return collector.result;
  };
}

// ---------------------------------------------------------------- hashtables

export function compileHashtable(node: ast.HashtableLiteral, context: CompileContext, ordered = false): Evaluate {
  const entries = node.entries.map(({ key, value }) => ({
    key: compileKey(key, context),
    value: context.value(value),
  }));
  return (frame) => {
    const table = ordered ? new OrderedDictionary() : new Hashtable();
    for (const entry of entries) addEntry(table, entry.key(frame), entry.value(frame));
    return table;
  };
}

function compileKey(key: ast.Expression, context: CompileContext): Evaluate {
  if (key.kind === 'StringConstant') {
    const text = key.value;
    return () => text;
  }
  return context.expression(key);
}

function addEntry(table: Hashtable | OrderedDictionary, key: Value, value: Value): void {
  if (key === null || key === undefined) {
    throw new DotNetException(
      'System.Management.Automation.PSInvalidOperationException',
      'A null key is not allowed in a hash literal.',
      {
        errorId: 'InvalidNullKey',
        category: 'InvalidOperation',
      },
    );
  }
  if (table.has(key)) {
    throw new DotNetException(
      'System.Management.Automation.PSInvalidOperationException',
      `Item has already been added. Key in dictionary: '${toText(key)}'  Key being added: '${toText(key)}'`,
      {
        errorId: 'DuplicateKeyInHashLiteral',
        category: 'InvalidOperation',
        target: key,
      },
    );
  }
  table.set(key, value ?? null);
}

// ---------------------------------------------------------------- types and script blocks

export function compileTypeExpression(node: ast.TypeExpression, context: CompileContext): Evaluate {
  return (frame) => typeAt(frame, node.type, context.usings, node);
}

export function compileScriptBlock(node: ast.ScriptBlockExpression): Evaluate {
  const body = node.body;
  return (frame) => new ScriptBlock(frame.engine, body, frame.session, node.start + 1, node.end - 1);
}

/** Writes a value as a statement does: collections are taken apart. */
export function writeUnrolled(value: Value, output: import('../streams.ts').Output): void {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) output.write(value);
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) output.write(value[i]);
  } else if (isEnumerable(value)) {
    enumerateInto(value, (element) => output.write(element));
  } else output.write(value);
}
