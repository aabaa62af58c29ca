// Attributes as values: the validations the binder runs, and the objects that scripts see in `.Attributes`.

import { toBool, toText } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import type { CompiledAttribute } from '../interpreter/compiled-block.ts';
import type { Frame } from '../interpreter/frame.ts';
import { ScriptBlock } from '../script-block.ts';
import { knownType, PSType, resolveType, typeNotFound } from '../types/registry.ts';
import type { Value } from '../values.ts';
import type { ValidationAttribute } from './validation.ts';

/** An attribute object: its type and its properties by name. */
export class AttributeObject {
  readonly properties = new Map<string, Value>();
  /** What the binder runs, when this is a validation attribute. */
  validation: ValidationAttribute | undefined;
  constructor(readonly typeName: string) {}
  get psType(): PSType {
    return knownType(this.typeName);
  }
}

export interface MadeAttribute {
  typeName: string;
  object: AttributeObject;
  validation: ValidationAttribute | undefined;
}

/** Evaluates the arguments of an attribute and makes what it stands for. */
export function makeAttribute(compiled: CompiledAttribute, frame: Frame): MadeAttribute {
  const positional = compiled.positional.map((argument) => argument(frame) ?? null);
  const named = new Map<string, Value>(compiled.named.map(({ name, value }) => [name, value(frame) ?? null]));
  const typeName = `System.Management.Automation.${CANONICAL[compiled.key] ?? compiled.node.type.name}Attribute`;
  const object = new AttributeObject(typeName);
  for (const [name, value] of named) object.properties.set(name, value);
  const validation = VALIDATIONS[compiled.key]?.(positional, named, frame);
  if (
    validation === undefined &&
    CANONICAL[compiled.key] === undefined &&
    resolveType(compiled.node.type) === undefined &&
    resolveType(`${compiled.node.type.name}Attribute`) === undefined
  ) {
    throw typeNotFound(compiled.node.type);
  }
  addArguments(object, compiled.key, positional, validation);
  return { typeName, object, validation };
}

const CANONICAL: Record<string, string> = {
  parameter: 'Parameter',
  pstypename: 'PSTypeName',
  alias: 'Alias',
  cmdletbinding: 'CmdletBinding',
  outputtype: 'OutputType',
  validateset: 'ValidateSet',
  validaterange: 'ValidateRange',
  validatepattern: 'ValidatePattern',
  validatelength: 'ValidateLength',
  validatecount: 'ValidateCount',
  validatescript: 'ValidateScript',
  validatenotnull: 'ValidateNotNull',
  validatenotnullorempty: 'ValidateNotNullOrEmpty',
  validatenotnullorwhitespace: 'ValidateNotNullOrWhiteSpace',
  allownull: 'AllowNull',
  allowemptystring: 'AllowEmptyString',
  allowemptycollection: 'AllowEmptyCollection',
  supportswildcards: 'SupportsWildcards',
  psdefaultvalue: 'PSDefaultValue',
  argumentcompleter: 'ArgumentCompleter',
  argumentcompletions: 'ArgumentCompletions',
  dontshow: 'DontShow',
  credential: 'Credential',
  validatetrusteddata: 'ValidateTrustedData',
  validatedrive: 'ValidateDrive',
  validateuserdrive: 'ValidateUserDrive',
  experimental: 'Experimental',
  diagnosticscodeanalysis: 'SuppressMessage',
  suppressmessage: 'SuppressMessage',
  'diagnostics.codeanalysis.suppressmessage': 'SuppressMessage',
  'system.diagnostics.codeanalysis.suppressmessage': 'SuppressMessage',
};

type Maker = (positional: Value[], named: Map<string, Value>, frame: Frame) => ValidationAttribute;

const VALIDATIONS: Record<string, Maker> = {
  validatenotnull: () => ({ kind: 'notNull' }),
  validatenotnullorempty: () => ({ kind: 'notNullOrEmpty' }),
  validatenotnullorwhitespace: () => ({ kind: 'notNullOrWhiteSpace' }),
  validateset: (positional, named) => ({
    kind: 'set',
    values: setValues(positional),
    ignoreCase: toBool(named.get('ignorecase') ?? true),
    errorMessage: text(named.get('errormessage')),
  }),
  validaterange: (positional) => {
    if (positional.length === 1) return { kind: 'range', preset: toText(positional[0]!) };
    return { kind: 'range', min: positional[0], max: positional[1] };
  },
  validatepattern: (positional, named) => ({
    kind: 'pattern',
    pattern: toText(positional[0] ?? ''),
    ignoreCase: !/^(none|0)$/i.test(text(named.get('options'), 'IgnoreCase')),
    errorMessage: text(named.get('errormessage')),
  }),
  validatelength: (positional) => ({ kind: 'length', min: Number(positional[0]), max: Number(positional[1]) }),
  validatecount: (positional) => ({ kind: 'count', min: Number(positional[0]), max: Number(positional[1]) }),
  validatescript: (positional, named) => {
    const block = positional[0];
    if (!(block instanceof ScriptBlock)) {
      throw new DotNetException(
        'System.Management.Automation.ArgumentTransformationMetadataException',
        'ValidateScript needs a script block.',
      );
    }
    return { kind: 'script', block, errorMessage: text(named.get('errormessage')) };
  },
};

/** Values of ValidateSet; a class that generates them is asked once. */
function setValues(positional: Value[]): string[] {
  const only = positional[0];
  if (positional.length === 1 && only instanceof PSType) return [];
  return positional.map((value) => toText(value));
}

function text(value: Value, standard = ''): string {
  return value === null || value === undefined ? standard : toText(value);
}

function addArguments(
  object: AttributeObject,
  key: string,
  positional: Value[],
  validation: ValidationAttribute | undefined,
): void {
  if (validation?.kind === 'set') object.properties.set('validvalues', validation.values);
  if (validation?.kind === 'range') {
    object.properties.set('minrange', validation.min ?? null);
    object.properties.set('maxrange', validation.max ?? null);
  }
  if (validation?.kind === 'pattern') object.properties.set('regexpattern', validation.pattern);
  if (validation?.kind === 'length' || validation?.kind === 'count') {
    object.properties.set(`min${validation.kind}`, validation.min);
    object.properties.set(`max${validation.kind}`, validation.max);
  }
  if (key === 'pstypename') object.properties.set('pstypename', positional[0] ?? '');
  if (key === 'alias') object.properties.set('aliasnames', positional);
  if (key === 'argumentcompletions') object.properties.set('completions', positional);
  if (key === 'argumentcompleter') object.properties.set('scriptblock', positional[0] ?? null);
}
