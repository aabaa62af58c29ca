// Bodies of methods of script classes: a scope of their own, `$this`, parameters by position, and `return`.

import type * as ast from '../../language/ast.ts';
import { convertTo } from '../convert.ts';
import { frameOfBlock, runInFrame } from '../interpreter/activation.ts';
import type { CompiledBlock } from '../interpreter/compiled-block.ts';
import { asTerminating } from '../interpreter/error-records.ts';
import type { Frame } from '../interpreter/frame.ts';
import { PSVariable } from '../scope.ts';
import { NULL_OUTPUT } from '../streams.ts';
import { fromBody, toBody } from '../types/marshal.ts';
import type { Body } from '../types/ps-type.ts';
import { knownType, type PSType, resolveType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { compiledMethod } from './method-code.ts';
import type { ScriptClass } from './script-class.ts';

/** The types of a method's parameters, found when it is first called. */
export function parameterTypes(member: ast.FunctionMember, made: ScriptClass): () => PSType[] {
  let types: PSType[] | undefined;
  return () =>
    (types ??= member.parameters.map((parameter) => {
      const constraint = parameter.attributes.find((attribute) => attribute.kind === 'TypeConstraint');
      return (constraint && resolveType(constraint.type, made.context.usings)) ?? knownType('System.Object');
    }));
}

export function methodBody(member: ast.FunctionMember, made: ScriptClass): Body {
  const types = parameterTypes(member, made);
  const isStatic = member.static;
  const returns = member.returnType;
  const isVoid = returns === undefined || /^(System\.)?void$/i.test(returns.name);
  return (...args: Value[]) => {
    const self = isStatic ? undefined : args.shift();
    const frame = methodFrame(compiledMethod(member), made, member.name);
    setParameters(frame, types(), args, self);
    const result = runMethod(frame);
    if (returns === undefined) return toBody(result ?? null, knownType('System.Object'));
    if (isVoid) return undefined;
    const type = resolveType(returns, made.context.usings) ?? knownType('System.Object');
    return toBody(returned(result, type, frame), type);
  };
}

/** What does not fit the type of a method fails at its return statement. */
function returned(value: Value, type: PSType, frame: Frame): Value {
  try {
    return convertTo(value, type);
  } catch (thrown) {
    const statement = frame.position as ast.Node;
    if (statement.kind === 'Return' && statement.pipeline !== undefined) frame.position = statement.pipeline;
    throw asTerminating(thrown, frame) ?? thrown;
  }
}

export function methodFrame(compiled: CompiledBlock, made: ScriptClass, name: string): Frame {
  const { engine, session } = made.frame;
  return frameOfBlock(engine, compiled, session, session.root, name, engine.streams);
}

export function setParameters(frame: Frame, types: PSType[], args: readonly Value[], self: Value): void {
  frame.compiled.parameters.forEach((parameter, index) => {
    const value = fromBody(args[index], types[index]!);
    const variable = new PSVariable(parameter.name, value ?? null);
    frame.scope.put(parameter.key, variable);
    frame.slots[parameter.slot] = variable;
  });
  if (self !== undefined) frame.scope.put('this', new PSVariable('this', self));
}

/** Errors inside of a method leave it at once, as exceptions leave .NET methods. */
export function runMethod(frame: Frame): Value {
  const { engine } = frame;
  const code = frame.compiled.end;
  if (code === undefined) return undefined;
  const former = engine.propagateErrors;
  engine.propagateErrors = true;
  try {
    runInFrame(frame, code, NULL_OUTPUT);
  } finally {
    engine.propagateErrors = former;
  }
  return frame.returned;
}
