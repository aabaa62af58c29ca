// Typed and validated variables: `[int]$x = 1`, `[ValidateRange(1, 5)]$x = 3`. The constraint stays with the variable.

import type * as ast from '../../language/ast.ts';
import { makeAttribute } from '../binder/attributes.ts';
import { refuseText } from '../binder/boolean-argument.ts';
import { type ValidationAttribute, validateAttribute } from '../binder/validation.ts';
import { convertTo } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import type { PSVariable, VariableConstraint } from '../scope.ts';
import { dotNetText } from '../types/object-text.ts';
import type { PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { assignVariable } from '../variable-access.ts';
import { compileAttribute } from './compile-attributes.ts';
import type { CompileContext } from './compile-context.ts';
import type { CompiledAttribute } from './compiled-block.ts';
import type { Frame } from './frame.ts';
import { bracketed, typeAt } from './type-names.ts';
import { type Assign, ensureLocal, ensureScoped, isScopeName } from './variables.ts';

const BOOLEAN = /^System\.(Boolean|Management\.Automation\.SwitchParameter)$/;

/** Keeps a variable's value of one type. */
export class TypeVariableConstraint implements VariableConstraint {
  constructor(readonly type: PSType) {}
  get typeName(): string {
    return this.type.id;
  }
  apply(value: Value): Value {
    try {
      if (BOOLEAN.test(this.type.id)) refuseText(value, this.type);
      return convertTo(value, this.type);
    } catch (thrown) {
      if (!(thrown instanceof DotNetException)) throw thrown;
      throw new DotNetException(
        'System.Management.Automation.ArgumentTransformationMetadataException',
        thrown.message,
        {
          inner: thrown,
          errorId: 'RuntimeException',
          category: 'MetadataError',
        },
      );
    }
  }
}

/** Checks a variable's value by a validation attribute. */
export class ValidationVariableConstraint implements VariableConstraint {
  constructor(
    readonly validation: ValidationAttribute,
    readonly typeName: string,
    readonly attribute: Value,
    private readonly engine: import('../engine.ts').Engine,
  ) {}
  apply(value: Value, variable: PSVariable): Value {
    const fault = validateAttribute(this.validation, value, this.engine);
    if (fault !== undefined) throw invalidValue(variable, value);
    return value;
  }
}

function invalidValue(variable: PSVariable, value: Value): DotNetException {
  const text = value === null || value === undefined ? '$null' : variableText(value);
  return new DotNetException(
    'System.Management.Automation.ValidationMetadataException',
    `The variable cannot be validated because the value ${text} is not a valid value for the ${variable.name} variable.`,
    {
      errorId: 'ValidateSetFailure',
      category: 'MetadataError',
    },
  );
}
function variableText(value: Value): string {
  return Array.isArray(value) ? dotNetText(value) : String(convertTo(value, 'string'));
}

type Constrained = ast.Convert | ast.Attributed;

export function compileConstrainedAssignment(
  node: Constrained,
  context: CompileContext,
  compileAssign: (target: ast.Expression, context: CompileContext) => Assign,
): Assign {
  const attributes: (CompiledAttribute | ast.TypeName)[] = [];
  let target: ast.Expression = node;
  while (target.kind === 'Convert' || target.kind === 'Attributed') {
    attributes.push(target.kind === 'Convert' ? target.type : compileAttribute(target.attribute, context));
    target = target.operand;
  }
  if (
    target.kind !== 'Variable' ||
    (target.scope !== undefined && !isScopeName(target.scope) && target.scope !== 'local')
  ) {
    return convertThenAssign(attributes, compileAssign(target, context), context);
  }
  return constrainVariable(target, attributes, context);
}

/** A property or element has no constraint of its own: the value is converted. */
function convertThenAssign(
  attributes: (CompiledAttribute | ast.TypeName)[],
  assign: Assign,
  context: CompileContext,
): Assign {
  return (frame, value) => {
    let converted = value;
    for (let i = attributes.length - 1; i >= 0; i--) {
      const attribute = attributes[i]!;
      if (!('key' in attribute)) converted = convertTo(converted, typeFor(attribute, frame, context));
    }
    assign(frame, converted);
  };
}

function typeFor(name: ast.TypeName, frame: Frame, context: CompileContext): PSType {
  return typeAt(frame, name, context.usings, bracketed(name));
}

function constrainVariable(
  target: ast.Variable,
  attributes: (CompiledAttribute | ast.TypeName)[],
  context: CompileContext,
): Assign {
  const key = target.name.toLowerCase();
  const slot = context.slot(key);
  return (frame, value) => {
    const constraints = makeConstraints(frame, attributes, context);
    const scoped = target.scope !== undefined && target.scope !== 'local';
    const present = scoped
      ? undefined
      : (frame.slots[slot] ?? frame.scope.own(key) ?? frame.engine.variables.allScope(key));
    const variable =
      present ??
      (scoped ? ensureScoped(frame, target.scope!, key, target.name) : ensureLocal(frame, slot, key, target.name));
    const former = variable.constraints;
    const fresh = former === undefined && variable.value === null;
    variable.constrain(constraints.length > 0 ? constraints : undefined);
    try {
      validateFirst(variable, value);
    } catch (thrown) {
      variable.constrain(former);
      if (fresh && present === undefined) frame.scope.remove(key);
      throw thrown;
    }
  };
}

/** The first value decides whether the attributes can stay. */
function validateFirst(variable: PSVariable, value: Value): void {
  try {
    assignVariable(variable, value);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException) || thrown.options.errorId !== 'ValidateSetFailure') throw thrown;
    const text = value === null || value === undefined ? '' : dotNetText(value);
    throw new DotNetException(
      thrown.type,
      `The attribute cannot be added because variable ${variable.name} with value ${text} would no longer be valid.`,
      thrown.options,
    );
  }
}

/** Nearest attribute to the variable first: types convert before validations look. */
function makeConstraints(
  frame: Frame,
  attributes: (CompiledAttribute | ast.TypeName)[],
  context: CompileContext,
): VariableConstraint[] {
  const types: VariableConstraint[] = [];
  const validations: VariableConstraint[] = [];
  for (const attribute of attributes.toReversed()) {
    if (!('key' in attribute)) {
      const type = typeFor(attribute, frame, context);
      if (type.id !== 'System.Object') types.push(new TypeVariableConstraint(type));
      continue;
    }
    const made = makeAttribute(attribute, frame);
    if (made.validation)
      validations.push(new ValidationVariableConstraint(made.validation, made.typeName, made.object, frame.engine));
  }
  return [...types, ...validations];
}
