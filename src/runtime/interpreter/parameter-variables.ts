// Parameters of a script become variables of its scope: bound ones with their values, the others with their defaults.

import { bindingError, faults } from '../binder/binding-errors.ts';
import type { ParameterMetadata } from '../binder/metadata.ts';
import type { ParameterBinder } from '../binder/parameter-binder.ts';
import { convertTo } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { PSVariable, type VariableConstraint } from '../scope.ts';
import type { Value } from '../values.ts';
import type { CompiledParameter } from './compiled-block.ts';
import { TypeVariableConstraint, ValidationVariableConstraint } from './constraints.ts';
import { emptyValue } from './empty-value.ts';
import type { Frame } from './frame.ts';

export function bindParameterVariables(frame: Frame, binder: ParameterBinder): void {
  const { engine, session } = frame;
  const former = engine.frame;
  const formerScope = session.current;
  engine.frame = frame;
  session.current = frame.scope;
  try {
    for (const parameter of frame.compiled.parameters) {
      const metadata = binder.metadata.parameters.get(parameter.key)!;
      const value = binder.boundKeys.has(parameter.key)
        ? (binder.bound.get(metadata.name) ?? null)
        : defaultValue(frame, parameter, metadata, binder);
      setParameter(frame, parameter, metadata, value);
    }
  } finally {
    engine.frame = former;
    session.current = formerScope;
  }
}

function defaultValue(
  frame: Frame,
  parameter: CompiledParameter,
  metadata: ParameterMetadata,
  binder: ParameterBinder,
): Value {
  if (parameter.default === undefined) return emptyValue(metadata.type);
  const value = parameter.default(frame) ?? null;
  if (metadata.type.id === 'System.Object') return value;
  try {
    return convertTo(value, metadata.type);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    throw bindingError(binder.site, faults.transformation(metadata, thrown));
  }
}

function setParameter(frame: Frame, parameter: CompiledParameter, metadata: ParameterMetadata, value: Value): void {
  const variable = new PSVariable(parameter.name, value);
  const constraints = constraintsOf(frame, metadata);
  if (constraints !== undefined) variable.constrain(constraints);
  frame.scope.put(parameter.key, variable);
  frame.slots[parameter.slot] = variable;
}

function constraintsOf(frame: Frame, metadata: ParameterMetadata): VariableConstraint[] | undefined {
  const typed = metadata.type.id !== 'System.Object';
  if (!typed && metadata.validations.length === 0) return undefined;
  const constraints: VariableConstraint[] = typed ? [new TypeVariableConstraint(metadata.type)] : [];
  metadata.validations.forEach((validation, index) => {
    constraints.push(
      new ValidationVariableConstraint(validation, '', metadata.attributes[index] ?? null, frame.engine),
    );
  });
  return constraints;
}

/** After an object was bound: its values, and for the rest of the pipeline parameters their defaults again. */
export function refreshPipelineParameters(frame: Frame, binder: ParameterBinder): void {
  for (const parameter of frame.compiled.parameters) {
    const metadata = binder.metadata.parameters.get(parameter.key)!;
    let fromPipeline = false;
    for (const data of metadata.sets.values()) if (data.byValue || data.byName) fromPipeline = true;
    if (!fromPipeline) continue;
    const value = binder.boundKeys.has(parameter.key)
      ? (binder.bound.get(metadata.name) ?? null)
      : defaultValue(frame, parameter, metadata, binder);
    const variable = frame.slots[parameter.slot];
    if (variable === undefined) setParameter(frame, parameter, metadata, value);
    else variable.value = value;
  }
  if (frame.boundParameters !== undefined) refreshBound(frame, binder);
}

function refreshBound(frame: Frame, binder: ParameterBinder): void {
  const table = frame.boundParameters as { clear(): void; set(key: Value, value: Value): void };
  table.clear();
  for (const [name, value] of binder.bound) table.set(name, value);
}
