// Constructors of script classes: base constructor first, then initial values of properties, then the body.

import type * as ast from '../../language/ast.ts';
import { DotNetException } from '../errors.ts';
import { runInFrame } from '../interpreter/activation.ts';
import type { Evaluate, Execute } from '../interpreter/compiled-block.ts';
import { asTerminating } from '../interpreter/error-records.ts';
import type { Frame } from '../interpreter/frame.ts';
import { construct } from '../members.ts';
import { PSVariable } from '../scope.ts';
import { NULL_OUTPUT } from '../streams.ts';
import { chooseOverload, prepareArguments } from '../types/overloads.ts';
import type { Body } from '../types/ps-type.ts';
import type { PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { initializeProperties } from './class-properties.ts';
import { compiledMethod } from './method-code.ts';
import { methodFrame, parameterTypes, runMethod, setParameters } from './methods.ts';
import { type ScriptClass, scriptClassOf } from './script-class.ts';
import { retype, ScriptInstance } from './script-instance.ts';

export interface ConstructorCode {
  /** The body as the type registry calls it: with the type that is constructed as `this`. */
  body(made: ScriptClass): Body;
}

/** Arguments of a derived class's constructor, already fitting; the type that is really made. */
type Construct = (finalType: PSType, args: readonly Value[]) => object;

const runs = new WeakMap<Body, Construct>();

export function compileConstructor(member: ast.FunctionMember, made: ScriptClass): ConstructorCode {
  const types = parameterTypes(member, made);
  return {
    body: (owner) => {
      const run: Construct = (finalType, args) => {
        const compiled = compiledMethod(member);
        const frame = methodFrame(compiled, owner, owner.name);
        setParameters(frame, types(), args, undefined);
        const base = member.baseArgs;
        let baseArgs: Value[] = [];
        if (base !== undefined) {
          const codes: Evaluate[] = base.map((argument) => argumentCode(argument, owner, compiled));
          runInFrame(
            frame,
            (inner) => {
              baseArgs = codes.map((code) => code(inner) ?? null);
              return 0;
            },
            NULL_OUTPUT,
          );
        }
        const instance = baseOf(owner, finalType, baseArgs, frame, member);
        initialize(owner, instance);
        frame.scope.put('this', new PSVariable('this', instance));
        runMethod(frame);
        return instance;
      };
      return register(run);
    },
  };
}

const baseCodes = new WeakMap<ast.Expression, Evaluate>();
/** An argument of `: base(…)`, compiled among the constructor's variables. */
function argumentCode(node: ast.Expression, owner: ScriptClass, compiled: { names: Map<string, number> }): Evaluate {
  let code = baseCodes.get(node);
  if (code === undefined) {
    code = owner.context.withNames(compiled.names).expression(node);
    baseCodes.set(node, code);
  }
  return code;
}

export function defaultConstructor(): ConstructorCode {
  return {
    body: (owner) =>
      register((finalType) => {
        const instance = constructBase(owner, finalType, []);
        initialize(owner, instance);
        return instance;
      }),
  };
}

function register(run: Construct): Body {
  const body: Body = function (this: PSType, ...args: Value[]) {
    return run(this, args);
  };
  runs.set(body, run);
  return body;
}

function initialize(owner: ScriptClass, instance: object): void {
  const frame = methodFrame(owner.frame.compiled, owner, owner.name);
  initializeProperties(owner, instance, (property) => {
    let value: Value = null;
    const evaluate: Execute = (inner) => {
      value = property.initial!(inner) ?? null;
      return 0;
    };
    runInFrame(frame, evaluate, NULL_OUTPUT);
    return value;
  });
}

/** As constructBase; without a fitting constructor of the base the error is where the body begins. */
function baseOf(
  owner: ScriptClass,
  finalType: PSType,
  args: Value[],
  frame: Frame,
  member: ast.FunctionMember,
): object {
  try {
    return constructBase(owner, finalType, args);
  } catch (thrown) {
    const { start } = member.body;
    frame.position = { ...member.body, start, end: start + 1 };
    throw asTerminating(thrown, frame) ?? thrown;
  }
}

/** The object as far as the base class makes it. */
function constructBase(owner: ScriptClass, finalType: PSType, args: readonly Value[]): object {
  const base = owner.type.base;
  const baseClass = scriptClassOf(base);
  if (base === undefined || base.id === 'System.Object') return new ScriptInstance(finalType);
  if (baseClass === undefined) return retype(construct(base, [...args]) as object, finalType);
  const candidate = chooseOverload(base.members.constructors, args, '.ctor');
  if (candidate === undefined) {
    throw new DotNetException(
      'System.Management.Automation.MethodException',
      `Cannot find an overload for "new" and the argument count: "${args.length}".`,
      {
        errorId: 'MethodCountCouldNotFindBest',
      },
    );
  }
  return runs.get(candidate.overload.body)!(finalType, prepareArguments(candidate, args, '.ctor') as Value[]);
}
