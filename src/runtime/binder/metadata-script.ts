// Parameter metadata from a script block's param block.

import { toBool, toInt32, toText } from '../convert.ts';
import type { CompiledBlock, CompiledParameter } from '../interpreter/compiled-block.ts';
import type { Frame } from '../interpreter/frame.ts';
import { bracketed, typeAt } from '../interpreter/type-names.ts';
import { knownType, PSType, typeNameText } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { type MadeAttribute, makeAttribute } from './attributes.ts';
import { addCommonParameters } from './common-parameters.ts';
import { ALL_SETS, CommandMetadata, emptySetData, type ParameterMetadata, type ParameterSetData } from './metadata.ts';

/** `frame` evaluates the arguments of attributes. */
export function scriptMetadata(name: string, compiled: CompiledBlock, frame: Frame): CommandMetadata {
  const metadata = new CommandMetadata(name);
  metadata.advanced = compiled.advanced;
  readBlockAttributes(metadata, compiled, frame);
  const parameters = compiled.parameters.map((parameter) => scriptParameter(parameter, compiled, frame));
  if (metadata.positionalBinding && !parameters.some(({ custom }) => custom))
    numberPositions(parameters.map(({ parameter }) => parameter));
  for (const { parameter } of parameters) metadata.add(parameter);
  if (compiled.advanced) addCommonParameters(metadata);
  metadata.finish();
  return metadata;
}

function readBlockAttributes(metadata: CommandMetadata, compiled: CompiledBlock, frame: Frame): void {
  for (const attribute of compiled.attributes) {
    const argument = (name: string): Value =>
      attribute.named.find((candidate) => candidate.name === name)?.value(frame);
    if (attribute.key === 'cmdletbinding') {
      metadata.defaultSet = toText(argument('defaultparametersetname') ?? '');
      metadata.supportsShouldProcess = toBool(argument('supportsshouldprocess') ?? false);
      metadata.supportsPaging = toBool(argument('supportspaging') ?? false);
      metadata.confirmImpact = toText(argument('confirmimpact') ?? 'Medium');
      metadata.positionalBinding = toBool(argument('positionalbinding') ?? true);
    }
    if (attribute.key === 'outputtype') {
      for (const value of attribute.positional) {
        const type = value(frame);
        metadata.outputTypes.push(type instanceof PSType ? type.fullName : toText(type));
      }
    }
  }
}

/** Parameters without any position or set get positions in the order they stand in; switches and remaining ones none. */
function numberPositions(parameters: ParameterMetadata[]): void {
  let position = 0;
  for (const parameter of parameters) {
    const data = parameter.sets.get(ALL_SETS);
    if (data === undefined || parameter.isSwitch || data.remaining) continue;
    data.position = position++;
  }
}

function scriptParameter(
  compiled: CompiledParameter,
  block: CompiledBlock,
  frame: Frame,
): { parameter: ParameterMetadata; custom: boolean } {
  const type =
    compiled.type === undefined
      ? knownType('System.Object')
      : typeAt(frame, compiled.type, block.usings, bracketed(compiled.type));
  const parameter: ParameterMetadata = {
    name: compiled.name,
    key: compiled.key,
    aliases: [],
    type,
    typeName: compiled.type === undefined ? 'Object' : typeNameText(compiled.type),
    isSwitch: type.id === 'System.Management.Automation.SwitchParameter',
    sets: new Map(),
    setMask: -1,
    validations: [],
    allowNull: false,
    allowEmptyString: false,
    allowEmptyCollection: false,
    hidden: false,
    common: false,
    dynamic: false,
    enumValues: undefined,
    attributes: [],
    scriptTyped: true,
  };
  let custom = false;
  for (const attribute of compiled.attributes) {
    const made = makeAttribute(attribute, frame);
    parameter.attributes.push(made.object);
    if (applyAttribute(parameter, attribute.key, made)) custom = true;
  }
  if (parameter.sets.size === 0) parameter.sets.set(ALL_SETS, emptySetData());
  return { parameter, custom };
}

/** True for a [Parameter] that sets a position or a parameter set. */
export function applyAttribute(parameter: ParameterMetadata, key: string, made: MadeAttribute): boolean {
  if (made.validation !== undefined) parameter.validations.push(made.validation);
  switch (key) {
    case 'parameter':
      return applyParameterAttribute(parameter, made.object.properties);
    case 'alias':
      for (const alias of made.object.properties.get('aliasnames') as Value[]) parameter.aliases.push(toText(alias));
      return false;
    case 'pstypename':
      parameter.psTypeName = toText(made.object.properties.get('pstypename') ?? '');
      return false;
    case 'allownull':
      parameter.allowNull = true;
      return false;
    case 'allowemptystring':
      parameter.allowEmptyString = true;
      return false;
    case 'allowemptycollection':
      parameter.allowEmptyCollection = true;
  }
  return false;
}

export function applyParameterAttribute(parameter: ParameterMetadata, named: ReadonlyMap<string, Value>): boolean {
  const flag = (name: string): boolean => toBool(named.get(name) ?? false);
  const position = named.get('position');
  const set = toText(named.get('parametersetname') ?? ALL_SETS);
  const data: ParameterSetData = {
    mandatory: flag('mandatory'),
    position: position === undefined || position === null ? undefined : toInt32(position),
    byValue: flag('valuefrompipeline'),
    byName: flag('valuefrompipelinebypropertyname'),
    remaining: flag('valuefromremainingarguments'),
    helpMessage: toText(named.get('helpmessage') ?? ''),
  };
  if (flag('dontshow')) parameter.hidden = true;
  parameter.sets.set(set, data);
  return data.position !== undefined || set !== ALL_SETS;
}
