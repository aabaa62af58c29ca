// Parameter metadata from a cmdlet's definition.

import type { CmdletDefinition, ParameterDefinition, ParameterInSet, Validation } from '../cmdlet.ts';
import type { CmdletInfo } from '../command-info.ts';
import { knownType, type PSType, resolveType } from '../types/registry.ts';
import { addCommonParameters } from './common-parameters.ts';
import { ALL_SETS, CommandMetadata, type ParameterMetadata, type ParameterSetData } from './metadata.ts';
import type { ValidationAttribute } from './validation.ts';

export function cmdletMetadata(command: CmdletInfo): CommandMetadata {
  if (command.metadata !== undefined) return command.metadata;
  const { definition } = command;
  const metadata = new CommandMetadata(command.name);
  metadata.defaultSet = definition.defaultSet ?? '';
  metadata.supportsShouldProcess = definition.supportsShouldProcess ?? false;
  metadata.supportsPaging = definition.supportsPaging ?? false;
  metadata.confirmImpact = definition.confirmImpact ?? 'Medium';
  metadata.outputTypes = definition.outputs ?? [];
  addDefinitions(metadata, definition.parameters, false);
  addCommonParameters(metadata);
  metadata.finish();
  command.metadata = metadata;
  return metadata;
}

export function addDefinitions(
  metadata: CommandMetadata,
  parameters: CmdletDefinition['parameters'],
  dynamic: boolean,
): void {
  for (const name in parameters) metadata.add(fromDefinition(name, parameters[name]!, dynamic));
}

function fromDefinition(name: string, definition: ParameterDefinition, dynamic: boolean): ParameterMetadata {
  const type = typeOfParameter(definition);
  const parameter: ParameterMetadata = {
    name,
    key: name.toLowerCase(),
    aliases: definition.aliases ?? [],
    type,
    typeName: shownTypeName(definition),
    isSwitch: definition.type === 'switch',
    sets: setsOf(definition),
    setMask: -1,
    validations: [],
    allowNull: false,
    allowEmptyString: false,
    allowEmptyCollection: false,
    hidden: definition.hidden ?? false,
    common: false,
    dynamic,
    enumValues: definition.values,
    enumName: definition.type.startsWith('enum') ? definition.enumName : undefined,
    enumFlags: definition.flags === true,
    attributes: [],
    scriptTyped: false,
    transform: definition.transform,
    convertedRemotely: definition.convertedRemotely,
    opaque: definition.values === undefined && definition.type !== 'enum' && resolveType(definition.type) === undefined,
  };
  for (const validation of definition.validate ?? []) addValidation(parameter, validation);
  return parameter;
}

/** The type as messages name it; an enumeration of the cmdlet's own by its full name. */
function shownTypeName({ type, enumName }: ParameterDefinition): string {
  if (enumName === undefined) return type;
  return type.endsWith('[]') ? `${enumName}[]` : enumName;
}

/** A type the shell does not know (Exchange's own) stays text or object for the cmdlet to read. */
function typeOfParameter(definition: ParameterDefinition): PSType {
  if (definition.type === 'enum' || definition.values !== undefined)
    return knownType(definition.type.endsWith('[]') ? 'System.String[]' : 'System.String');
  const type = resolveType(definition.type);
  if (type !== undefined) return type;
  return knownType(definition.type.endsWith('[]') ? 'System.Object[]' : 'System.Object');
}

function setsOf(definition: ParameterDefinition): Map<string, ParameterSetData> {
  const { sets } = definition;
  const own = dataOf(definition);
  if (sets === undefined) return new Map([[ALL_SETS, own]]);
  if (typeof sets === 'string') return new Map([[sets, own]]);
  if (Array.isArray(sets)) return new Map(sets.map((set) => [set, { ...own }]));
  return new Map(Object.entries(sets).map(([set, special]) => [set, dataOf({ ...pick(definition), ...special })]));
}

function pick(definition: ParameterDefinition): ParameterInSet {
  const { mandatory, position, pipeline, remaining } = definition;
  return { mandatory, position, pipeline, remaining };
}

function dataOf(part: ParameterInSet): ParameterSetData {
  const { pipeline } = part;
  return {
    mandatory: part.mandatory ?? false,
    position: part.position,
    byValue: pipeline === 'value' || pipeline === 'both',
    byName: pipeline === 'name' || pipeline === 'both',
    remaining: part.remaining ?? false,
    helpMessage: '',
  };
}

function addValidation(parameter: ParameterMetadata, validation: Validation): void {
  switch (validation.kind) {
    case 'allowNull':
      parameter.allowNull = true;
      return;
    case 'allowEmptyString':
      parameter.allowEmptyString = true;
      return;
    case 'allowEmptyCollection':
      parameter.allowEmptyCollection = true;
      return;
    case 'set':
      parameter.validations.push({
        kind: 'set',
        values: validation.values,
        ignoreCase: validation.ignoreCase ?? true,
        errorMessage: '',
      });
      return;
    case 'range':
      parameter.validations.push({
        kind: 'range',
        min: validation.min,
        max: validation.max,
        preset: validation.preset,
      });
      return;
    case 'pattern':
      parameter.validations.push({ kind: 'pattern', pattern: validation.pattern, ignoreCase: true, errorMessage: '' });
      return;
    default:
      parameter.validations.push(validation as ValidationAttribute);
  }
}
