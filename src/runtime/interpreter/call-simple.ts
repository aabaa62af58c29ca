// The quick way to call a function: plain positional arguments to a function without attributes. No processor, no binder.

import { type BindingSite, bindingError, faults } from '../binder/binding-errors.ts';
import type { ParameterMetadata } from '../binder/metadata.ts';
import { FunctionInfo } from '../command-info.ts';
import { convertTo } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { PSVariable } from '../scope.ts';
import type { Output } from '../streams.ts';
import { knownType, type PSType, resolveType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { compiledOf, frameInNewScope, releaseFrame, runInFrame } from './activation.ts';
import { invocationInfo } from './automatic-variables.ts';
import type { CommandSite } from './command-site.ts';
import type { CompiledBlock } from './compiled-block.ts';
import { TypeVariableConstraint } from './constraints.ts';
import { emptyValue } from './empty-value.ts';
import type { Frame } from './frame.ts';

/** What the quick call needs to know of a block's parameters, worked out once. */
interface QuickParameter {
  name: string;
  slot: number;
  type: PSType | undefined;
  constraint: TypeVariableConstraint | undefined;
  kind: 'any' | 'int' | 'string' | 'other';
}

const plans = new WeakMap<CompiledBlock, QuickParameter[] | null>();

function planOf(compiled: CompiledBlock): QuickParameter[] | null {
  const known = plans.get(compiled);
  if (known !== undefined) return known;
  const plan = compiled.simple ? makePlan(compiled) : null;
  plans.set(compiled, plan);
  return plan;
}

/** Types whose arguments the binder treats in a way of its own. */
const NEVER_QUICK = new Set([
  'System.Management.Automation.SwitchParameter',
  'System.Boolean',
  'System.Management.Automation.PSReference',
  'System.Version',
]);

function makePlan(compiled: CompiledBlock): QuickParameter[] | null {
  const plan: QuickParameter[] = [];
  const object = knownType('System.Object');
  for (const parameter of compiled.parameters) {
    const type = parameter.type === undefined ? object : resolveType(parameter.type, compiled.usings);
    if (type === undefined || NEVER_QUICK.has(type.id)) return null;
    const typed = type !== object;
    const kind = !typed ? 'any' : type.id === 'System.Int32' ? 'int' : type.id === 'System.String' ? 'string' : 'other';
    plan.push({
      name: parameter.name,
      slot: parameter.slot,
      type: typed ? type : undefined,
      constraint: typed ? new TypeVariableConstraint(type) : undefined,
      kind,
    });
  }
  return plan;
}

/** Calls if it can: true when done, the evaluated arguments when one of them needs the binder, undefined when nothing was done. */
export function callSimple(frame: Frame, site: CommandSite, output: Output): true | Value[] | undefined {
  const args = site.plainArguments;
  if (args === undefined || site.name === undefined) return undefined;
  const command = site.resolve(frame);
  if (!(command instanceof FunctionInfo)) return undefined;
  const block = command.scriptBlock;
  const compiled = compiledOf(block);
  const plan = planOf(compiled);
  if (plan === null || args.length > plan.length) return undefined;
  const { engine } = frame;
  const values: Value[] = new Array(args.length);
  for (let i = 0; i < args.length; i++) values[i] = args[i]!(frame) ?? null;
  if (!convertAll(values, plan)) return values;
  const inner = frameInNewScope(engine, block, command.name, frame.streams);
  inner.invocation = {
    command,
    invocationName: site.name,
    extent: site.node,
    source: frame.source,
    bound: undefined,
    unbound: NONE,
    pipelineLength: 1,
    pipelinePosition: 1,
    expectingInput: false,
  };
  setVariables(inner, compiled, plan, values);
  try {
    if (compiled.end !== undefined) runInFrame(inner, compiled.end, output);
  } finally {
    releaseFrame(inner);
  }
  engine.success = true;
  return true;
}

/** False when a value does not fit: the binder reports it. */
function convertAll(values: Value[], plan: QuickParameter[]): boolean {
  let converted: Value[] | undefined;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const result = convertQuick(value, plan[i]!);
    if (result === REFUSED) return false;
    if (result !== value) (converted ??= [...values])[i] = result as Value;
  }
  if (converted !== undefined) for (let i = 0; i < values.length; i++) values[i] = converted[i];
  return true;
}

const NONE: Value[] = [];
const REFUSED: unique symbol = Symbol('refused');

function convertQuick(value: Value, parameter: QuickParameter): Value | typeof REFUSED {
  switch (parameter.kind) {
    case 'any':
      return value;
    case 'int':
      if (typeof value === 'number' && (value | 0) === value) return value;
      break;
    case 'string':
      if (typeof value === 'string') return value;
      return REFUSED;
  }
  try {
    return convertTo(value, parameter.type!);
  } catch (thrown) {
    if (thrown instanceof DotNetException) return REFUSED;
    throw thrown;
  }
}

function setVariables(inner: Frame, compiled: CompiledBlock, plan: QuickParameter[], values: Value[]): void {
  const bound = new Map<string, Value>();
  for (let i = 0; i < plan.length; i++) {
    const parameter = plan[i]!;
    let value: Value;
    if (i < values.length) {
      value = values[i];
      bound.set(parameter.name, value);
    } else value = defaultOf(inner, compiled, i, parameter);
    const variable = new PSVariable(parameter.name, value);
    if (parameter.constraint !== undefined) variable.constrain([parameter.constraint]);
    inner.slots[parameter.slot] = variable;
  }
  inner.invocation!.bound = bound;
}

/** A default value that does not fit is the fault of the call, as an argument would be. */
function convertDefault(value: Value, parameter: QuickParameter, inner: Frame): Value {
  try {
    return convertTo(value, parameter.type!);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    const invocation = inner.invocation!;
    const site: BindingSite = {
      name: invocation.invocationName,
      commandType: invocation.invocationName,
      frame: inner.caller,
      source: invocation.source,
      extent: invocation.extent,
      invocation: () => invocationInfo(inner),
    };
    throw bindingError(site, faults.transformation({ name: parameter.name } as ParameterMetadata, thrown));
  }
}

function defaultOf(inner: Frame, compiled: CompiledBlock, index: number, parameter: QuickParameter): Value {
  const standard = compiled.parameters[index]!.default;
  if (standard === undefined) return parameter.type === undefined ? null : emptyValue(parameter.type);
  const { engine, session } = inner;
  const former = engine.frame;
  const formerScope = session.current;
  engine.frame = inner;
  session.current = inner.scope;
  try {
    const value = standard(inner) ?? null;
    return parameter.type === undefined ? value : convertDefault(value, parameter, inner);
  } finally {
    engine.frame = former;
    session.current = formerScope;
  }
}
