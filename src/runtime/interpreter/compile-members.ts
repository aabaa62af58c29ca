// Properties, methods, static members and indexes as values.

import type * as ast from '../../language/ast.ts';
import { toText } from '../convert.ts';
import { enumerate, isEnumerable } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { getIndex } from '../indexing.ts';
import {
  construct,
  findMember,
  findMemberEnumerating,
  findStatic,
  invokeMethod,
  invokeStatic,
  MISSING,
} from '../members.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { callOverloads } from '../types/overloads.ts';
import { PSType, resolveType, typeNotFound, typeOf } from '../types/registry.ts';
import { PSObject, type Value } from '../values.ts';
import type { CompileContext } from './compile-context.ts';
import type { Evaluate } from './compiled-block.ts';
import type { Frame } from './frame.ts';
import { MethodCache } from './method-cache.ts';
import { typeAt } from './type-names.ts';

/** The name of a member: constant for a bare word or a quoted string. */
export function compileMemberName(member: ast.Expression, context: CompileContext): string | Evaluate {
  return member.kind === 'StringConstant' ? member.value : context.expression(member);
}

export function nameOf(name: string | Evaluate, frame: Frame): string {
  return typeof name === 'string' ? name : toText(name(frame));
}

export function compileMember(node: ast.Member, context: CompileContext): Evaluate {
  if (node.static) return compileStaticMember(node, context);
  const target = context.expression(node.target);
  const name = compileMemberName(node.member, context);
  const conditional = node.nullConditional === true;
  if (typeof name === 'string') {
    const lower = name.toLowerCase();
    const isCount = lower === 'count' || lower === 'length';
    return (frame) => {
      const object = target(frame);
      if (conditional && (object === null || object === undefined)) return null;
      const value = findMemberEnumerating(object, lower);
      return value === MISSING ||
        (frame.scope.strict >= 2 && ((isCount && !hasCount(object, lower)) || lacksMember(object, lower)))
        ? missingProperty(frame, object, name)
        : value;
    };
  }
  return (frame) => {
    const object = target(frame);
    if (conditional && (object === null || object === undefined)) return null;
    return readMember(frame, object, name(frame));
  };
}

/** In strict mode, a member that no element of a collection has is missing. */
function lacksMember(object: Value, lowerName: string): boolean {
  if (isDictionary(object) || !isEnumerable(object) || findMember(object, lowerName) !== MISSING) return false;
  for (const element of enumerate(object)) if (findMember(element, lowerName) !== MISSING) return false;
  return true;
}

/** In strict mode, Count and Length are there only for what has them itself. */
function hasCount(object: Value, lowerName: string): boolean {
  if (object === null || object === undefined) return false;
  if (object instanceof PSObject)
    return object.members.has(lowerName) || (object.base !== undefined && hasCount(object.base, lowerName));
  if (isDictionary(object) || isEnumerable(object)) return true;
  return typeOf(object)?.instanceMember(lowerName) !== undefined;
}

function readMember(frame: Frame, object: Value, name: Value): Value {
  const text = toText(name);
  const value = findMemberEnumerating(object, text.toLowerCase());
  return value === MISSING ? missingProperty(frame, object, text) : value;
}

function missingProperty(frame: Frame, _object: Value, name: string): Value {
  if (frame.scope.strict < 2) return null;
  throw new DotNetException(
    'System.Management.Automation.PropertyNotFoundException',
    `The property '${name}' cannot be found on this object. Verify that the property exists.`,
    {
      errorId: 'PropertyNotFoundStrict',
      category: 'NotSpecified',
    },
  );
}

/** The type left of `::`; an object stands for its own type. */
export function compileTypeTarget(node: ast.Expression, context: CompileContext): (frame: Frame) => PSType {
  if (node.kind === 'TypeExpression') {
    const name = node.type;
    return (frame) => typeAt(frame, name, context.usings, node);
  }
  const evaluate = context.expression(node);
  return (frame) => {
    const value = evaluate(frame);
    if (value instanceof PSType) return value;
    const type = value === null || value === undefined ? undefined : typeOf(value);
    if (type === undefined) throw nullMethodCall();
    return type;
  };
}

function compileStaticMember(node: ast.Member, context: CompileContext): Evaluate {
  const type = compileTypeTarget(node.target, context);
  const name = compileMemberName(node.member, context);
  return (frame) => {
    const target = type(frame);
    const text = nameOf(name, frame);
    const value = findStatic(target, text.toLowerCase());
    return value === MISSING ? missingProperty(frame, target, text) : value;
  };
}

export function nullMethodCall(): DotNetException {
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    'You cannot call a method on a null-valued expression.',
    {
      errorId: 'InvokeMethodOnNull',
      category: 'InvalidOperation',
    },
  );
}

// ---------------------------------------------------------------- calls

export function compileInvokeMember(node: ast.InvokeMember, context: CompileContext): Evaluate {
  const args = node.args.map((argument) => context.expression(argument));
  const name = compileMemberName(node.member, context);
  const generics = compileGenericArguments(node, context);
  if (node.static) return compileStaticCall(node, name, args, generics, context);
  const target = context.expression(node.target);
  const conditional = node.nullConditional === true;
  const base = baseOf(node.target);
  const cache = typeof name === 'string' && generics === undefined ? new MethodCache(name, args.length) : undefined;
  return (frame) => {
    const object = target(frame);
    if (conditional && (object === null || object === undefined)) return null;
    const values = evaluateAll(args, frame);
    if (object === null || object === undefined) throw nullMethodCall();
    if (base !== undefined) {
      const called = callBase(frame, base, object, nameOf(name, frame), values, context);
      if (called !== undefined) return called.value;
    }
    if (cache !== undefined && typeof object === 'object') return cache.call(object, values);
    return invokeMethod(object, nameOf(name, frame), values, generics?.());
  };
}

/** `([Base]$this).Method()`: the method of the base class, not the one that overrides it. */
function baseOf(target: ast.Expression): ast.TypeName | undefined {
  if (target.kind !== 'Paren' || target.pipeline.kind !== 'Pipeline') return undefined;
  const element = target.pipeline.elements[0];
  return element?.kind === 'CommandExpression' && element.expression.kind === 'Convert'
    ? element.expression.type
    : undefined;
}

function callBase(
  frame: Frame,
  base: ast.TypeName,
  object: Value,
  name: string,
  args: Value[],
  context: CompileContext,
): { value: Value } | undefined {
  const own = typeOf(object);
  if (own?.spec.assembly !== 'script') return undefined;
  const type = typeAt(frame, base, context.usings);
  if (type === own || !type.isAssignableFrom(own)) return undefined;
  const member = type.instanceMember(name.toLowerCase());
  return member?.kind === 'method'
    ? { value: callOverloads(member.overloads, member.name, object, false, args) }
    : undefined;
}

function evaluateAll(args: Evaluate[], frame: Frame): Value[] {
  const values: Value[] = new Array(args.length);
  for (let i = 0; i < args.length; i++) values[i] = args[i]!(frame);
  return values;
}

function compileGenericArguments(node: ast.InvokeMember, context: CompileContext): (() => PSType[]) | undefined {
  const names = node.genericArgs;
  if (names === undefined) return undefined;
  return () =>
    names.map((name) => {
      const type = resolveType(name, context.usings);
      if (type === undefined) throw typeNotFound(name);
      return type;
    });
}

function compileStaticCall(
  node: ast.InvokeMember,
  name: string | Evaluate,
  args: Evaluate[],
  generics: (() => PSType[]) | undefined,
  context: CompileContext,
): Evaluate {
  const type = compileTypeTarget(node.target, context);
  const isNew = typeof name === 'string' && name.toLowerCase() === 'new';
  return (frame) => {
    const target = type(frame);
    const values = evaluateAll(args, frame);
    return isNew ? construct(target, values) : invokeStatic(target, nameOf(name, frame), values, generics?.());
  };
}

// ---------------------------------------------------------------- indexes

export function compileIndex(node: ast.Index, context: CompileContext): Evaluate {
  const target = context.expression(node.target);
  const index = context.expression(node.index);
  const conditional = node.nullConditional === true;
  return (frame) => {
    const object = target(frame);
    if (conditional && (object === null || object === undefined)) return null;
    const at = index(frame);
    if (typeof at === 'number' && Array.isArray(object) && at >= 0 && at < object.length && (at | 0) === at)
      return object[at];
    if (object === null || object === undefined) {
      throw new DotNetException('System.Management.Automation.RuntimeException', 'Cannot index into a null array.', {
        errorId: 'NullArray',
        category: 'InvalidOperation',
      });
    }
    return getIndex(object, at, frame.scope.strict >= 3);
  };
}
