// Assignments to everything that can stand left of `=`, the compound operators, and ++ and --.

import type * as ast from '../../language/ast.ts';
import { isEnumerable, toArray } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { getIndex, setIndex } from '../indexing.ts';
import { findMemberEnumerating, findStatic, MISSING, setMember, setStatic } from '../members.ts';
import { decrement, divide, increment } from '../operators/arithmetic.ts';
import type { PSArray, Value } from '../values.ts';
import type { CompileContext } from './compile-context.ts';
import { compileMemberName, compileTypeTarget, nameOf } from './compile-members.ts';
import { addFast, multiplyFast, remainderFast, subtractFast } from './compile-operators.ts';
import type { Evaluate } from './compiled-block.ts';
import { compileConstrainedAssignment } from './constraints.ts';
import type { Frame } from './frame.ts';
import { type Assign, compileVariable, compileVariableAssignment } from './variables.ts';

/** `left = …`: gives the function that stores a value. */
export function compileAssign(target: ast.Expression, context: CompileContext): Assign {
  const node = bare(target);
  switch (node.kind) {
    case 'Variable':
      return compileVariableAssignment(node, context);
    case 'Member':
    case 'Index':
      return compilePlace(node, context).assign;
    case 'ArrayLiteral':
      return compileMultiple(node, context);
    case 'Convert':
    case 'Attributed':
      return compileConstrainedAssignment(node, context, compileAssign);
    default:
      throw new Error(`a ${node.kind} cannot be assigned to`);
  }
}

/** Parentheses around a target mean nothing. */
function bare(target: ast.Expression): ast.Expression {
  if (target.kind !== 'Paren' || target.pipeline.kind !== 'Pipeline') return target;
  const element = target.pipeline.elements[0];
  return element?.kind === 'CommandExpression' ? bare(element.expression) : target;
}

/** `$a, $b = …`: one value each, the last target takes the rest. */
function compileMultiple(node: ast.ArrayLiteral, context: CompileContext): Assign {
  const targets = node.elements.map((element) => compileAssign(element, context));
  return (frame, value) => {
    const values = isEnumerable(value) ? toArray(value) : [value];
    for (let i = 0; i < targets.length; i++) {
      const last = i === targets.length - 1;
      const rest = last && values.length > targets.length;
      targets[i]!(frame, rest ? values.slice(i) : (values[i] ?? null));
    }
  };
}

// ---------------------------------------------------------------- places: evaluated once, read and written

interface Place {
  assign: Assign;
  /** Reads, computes and writes; gives the old and the new value. */
  update(frame: Frame, change: (old: Value) => Value): { before: Value; after: Value };
}

function compilePlace(node: ast.Member | ast.Index, context: CompileContext): Place {
  if (node.kind === 'Index') return indexPlace(node, context);
  return node.static ? staticPlace(node, context) : memberPlace(node, context);
}

function indexPlace(node: ast.Index, context: CompileContext): Place {
  const target = context.expression(node.target);
  const index = context.expression(node.index);
  return {
    assign(frame, value) {
      const object = target(frame);
      const at = index(frame);
      if (
        Array.isArray(object) &&
        (object as PSArray).elementType === undefined &&
        typeof at === 'number' &&
        at >= 0 &&
        at < object.length &&
        (at | 0) === at
      ) {
        object[at] = value ?? null;
      } else setElement(object, at, value);
    },
    update(frame, change) {
      const object = target(frame);
      const at = index(frame);
      if (object === null || object === undefined) throw nullArray();
      const before = getIndex(object, at);
      const after = change(before);
      setElement(object, at, after);
      return { before, after };
    },
  };
}

function nullArray(): DotNetException {
  return new DotNetException('System.Management.Automation.RuntimeException', 'Cannot index into a null array.', {
    errorId: 'NullArray',
    category: 'InvalidOperation',
  });
}

function setElement(object: Value, index: Value, value: Value): void {
  if (object === null || object === undefined) throw nullArray();
  setIndex(object, index, value ?? null);
}

function memberPlace(node: ast.Member, context: CompileContext): Place {
  const target = context.expression(node.target);
  const name = compileMemberName(node.member, context);
  return {
    assign(frame, value) {
      setProperty(target(frame), nameOf(name, frame), value);
    },
    update(frame, change) {
      const object = target(frame);
      const text = nameOf(name, frame);
      const found = findMemberEnumerating(object, text.toLowerCase());
      const before = found === MISSING ? null : found;
      const after = change(before);
      setProperty(object, text, after);
      return { before, after };
    },
  };
}

function setProperty(object: Value, name: string, value: Value): void {
  if (object === null || object === undefined) {
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      `The property '${name}' cannot be found on this object. Verify that the property exists and can be set.`,
      {
        errorId: 'PropertyNotFound',
        category: 'InvalidOperation',
      },
    );
  }
  setMember(object, name, value ?? null);
}

function staticPlace(node: ast.Member, context: CompileContext): Place {
  const type = compileTypeTarget(node.target, context);
  const name = compileMemberName(node.member, context);
  return {
    assign: (frame, value) => setStatic(type(frame), nameOf(name, frame), value ?? null),
    update(frame, change) {
      const owner = type(frame);
      const text = nameOf(name, frame);
      const found = findStatic(owner, text.toLowerCase());
      const before = found === MISSING ? null : found;
      const after = change(before);
      setStatic(owner, text, after);
      return { before, after };
    },
  };
}

function variablePlace(node: ast.Expression, context: CompileContext): Place {
  const variable = innerVariable(node);
  const read = compileVariable(variable, context);
  const assign = compileAssign(node, context);
  return {
    assign,
    update(frame, change) {
      const before = read(frame);
      const after = change(before);
      assign(frame, after);
      return { before, after };
    },
  };
}

function innerVariable(node: ast.Expression): ast.Variable {
  const target = bare(node);
  if (target.kind === 'Variable') return target;
  if (target.kind === 'Convert' || target.kind === 'Attributed') return innerVariable(target.operand);
  throw new Error(`a ${target.kind} cannot be assigned to`);
}

function placeOf(node: ast.Expression, context: CompileContext): Place {
  const target = bare(node);
  return target.kind === 'Member' || target.kind === 'Index'
    ? compilePlace(target, context)
    : variablePlace(target, context);
}

// ---------------------------------------------------------------- assignment

const COMPOUND: Partial<Record<ast.AssignmentOperator, (left: Value, right: Value) => Value>> = {
  '+=': addFast,
  '-=': subtractFast,
  '*=': multiplyFast,
  '/=': divide,
  '%=': remainderFast,
};

/** The assignment as an expression: stores, and gives the stored value. */
export function compileAssignment(node: ast.Assignment, context: CompileContext): Evaluate {
  const right = context.value(node.right);
  if (node.operator === '=') {
    const assign = compileAssign(node.left, context);
    const direct = bare(node.left).kind === 'Variable';
    return (frame) => {
      const value = right(frame);
      if (!direct) frame.position = node;
      assign(frame, value);
      return value;
    };
  }
  if (node.operator === '??=') return compileNullAssignment(node, right, context);
  const operation = COMPOUND[node.operator]!;
  const target = bare(node.left);
  if (target.kind === 'Variable') {
    const read = compileVariable(target, context);
    const assign = compileAssign(target, context);
    return (frame) => {
      const before = read(frame);
      const value = operation(before, right(frame));
      assign(frame, value);
      return value;
    };
  }
  if (target.kind === 'ArrayLiteral') throw new Error('compound assignment to several targets');
  const place = placeOf(target, context);
  return (frame) => place.update(frame, (before) => operation(before, right(frame))).after;
}

function compileNullAssignment(node: ast.Assignment, right: Evaluate, context: CompileContext): Evaluate {
  const read = context.expression(bare(node.left));
  const assign = compileAssign(node.left, context);
  return (frame) => {
    const before = read(frame);
    if (before !== null && before !== undefined) return before;
    const value = right(frame);
    assign(frame, value);
    return value;
  };
}

/** `$x++` and its three sisters as a value. */
export function compileIncrement(node: ast.Unary, context: CompileContext): Evaluate {
  const up = node.operator.endsWith('++');
  const post = node.operator.startsWith('post');
  const step = up ? increment : decrement;
  const delta = up ? 1 : -1;
  const target = bare(node.operand);
  if (target.kind === 'Variable') return incrementVariable(target, delta, step, post, context);
  const place = placeOf(target, context);
  return (frame) => {
    const { before, after } = place.update(frame, step);
    return post ? (before ?? 0) : after;
  };
}

function incrementVariable(
  node: ast.Variable,
  delta: number,
  step: (value: Value) => Value,
  post: boolean,
  context: CompileContext,
): Evaluate {
  const read = compileVariable(node, context);
  const assign = compileVariableAssignment(node, context);
  return (frame) => {
    const before = read(frame);
    if (typeof before === 'number' && (before | 0) === before) {
      const sum = before + delta;
      if ((sum | 0) === sum) {
        assign(frame, sum);
        return post ? before : sum;
      }
    }
    const after = step(before);
    assign(frame, after);
    return post ? (before ?? 0) : after;
  };
}
