// The dynamicparam block: runs once the static parameters are bound, and its parameters are bound after them.

import { toText } from '../convert.ts';
import { enumerate } from '../enumerate.ts';
import { runInFrame } from '../interpreter/activation.ts';
import type { Execute } from '../interpreter/compiled-block.ts';
import type { Frame } from '../interpreter/frame.ts';
import { getMember } from '../members.ts';
import { Collector } from '../streams.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { knownType, PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { AttributeObject } from './attributes.ts';
import { ALL_SETS, emptySetData, type ParameterMetadata } from './metadata.ts';
import { applyAttribute } from './metadata-script.ts';
import type { ParameterBinder } from './parameter-binder.ts';

export function bindDynamicParameters(frame: Frame, binder: ParameterBinder, block: Execute): void {
  const collector = new Collector();
  runInFrame(frame, block, collector);
  const dictionary = collector.items.find((item) => isDictionary(item));
  if (dictionary === undefined || !isDictionary(dictionary)) return;
  for (const [name, definition] of dictionary.entries()) {
    binder.metadata.add(dynamicParameter(toText(name), definition));
  }
  binder.metadata.finish();
  if (binder.setMask === -1) binder.setMask = binder.metadata.allMask;
  const { remaining } = binder;
  binder.remaining = [];
  binder.bindArguments(remaining);
  shareValues(binder, dictionary.entries());
}

/** `$dictionary['Name'].Value` is what was bound. */
function shareValues(binder: ParameterBinder, entries: Iterable<[Value, Value]>): void {
  for (const [name, definition] of entries) {
    const value = binder.bound.get(toText(name));
    if (value !== undefined && typeof definition === 'object' && definition !== null)
      Object.assign(definition, { value, isSet: true });
  }
}

function dynamicParameter(name: string, definition: Value): ParameterMetadata {
  const typeValue = getMember(definition, 'ParameterType');
  const type = typeValue instanceof PSType ? typeValue : knownType('System.Object');
  const parameter: ParameterMetadata = {
    name,
    key: name.toLowerCase(),
    aliases: [],
    type,
    typeName: type.name,
    isSwitch: type.name === 'SwitchParameter',
    sets: new Map(),
    setMask: -1,
    validations: [],
    allowNull: false,
    allowEmptyString: false,
    allowEmptyCollection: false,
    hidden: false,
    common: false,
    dynamic: true,
    enumValues: undefined,
    attributes: [],
    scriptTyped: true,
  };
  for (const attribute of enumerate(getMember(definition, 'Attributes'))) {
    if (!(attribute instanceof AttributeObject)) continue;
    const key = attribute.typeName
      .slice(attribute.typeName.lastIndexOf('.') + 1)
      .replace(/Attribute$/, '')
      .toLowerCase();
    applyAttribute(parameter, key, {
      typeName: attribute.typeName,
      object: attribute,
      validation: attribute.validation,
    });
    parameter.attributes.push(attribute);
  }
  if (parameter.sets.size === 0) parameter.sets.set(ALL_SETS, emptySetData());
  return parameter;
}
