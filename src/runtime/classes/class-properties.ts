// Properties of script classes: typed, with the validation attributes written on them.

import { makeAttribute } from '../binder/attributes.ts';
import { validateAttribute } from '../binder/validation.ts';
import { convertTo } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { emptyValue } from '../interpreter/empty-value.ts';
import { fromBody, toBody } from '../types/marshal.ts';
import type { PropertyBody } from '../types/ps-type.ts';
import { knownType, type PSType, resolveType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import type { CompiledProperty, ScriptClass } from './script-class.ts';
import { fieldsOf } from './script-instance.ts';

export function propertyTypeOf(made: ScriptClass, property: CompiledProperty): PSType {
  const { type } = property.node;
  if (type === undefined) return knownType('System.Object');
  return resolveType(type, made.context.usings) ?? knownType('System.Object');
}

/** What a property holds before anything sets it: null, zero, false. */
export function initialValue(type: PSType): Value {
  if (type.id === 'System.String') return null;
  if (type.isEnum) return fromBody(0, type);
  if (type.isValueType && type.spec.zero !== undefined) return type.spec.zero();
  return emptyValue(type);
}

function check(made: ScriptClass, property: CompiledProperty, value: Value): void {
  for (const attribute of property.attributes) {
    const { validation } = makeAttribute(attribute, made.frame);
    const fault = validation && validateAttribute(validation, value, made.frame.engine);
    if (fault !== undefined) {
      throw new DotNetException('System.Management.Automation.ValidationMetadataException', fault, {
        errorId: 'ValidateSetFailure',
      });
    }
  }
}

export function propertyBody(made: ScriptClass, property: CompiledProperty): PropertyBody {
  let type: PSType | undefined;
  const typeOfProperty = (): PSType => (type ??= propertyTypeOf(made, property));
  return {
    get(self: object) {
      const own = fieldsOf(self);
      if (!own.has(property.key)) own.set(property.key, initialValue(typeOfProperty()));
      return toBody(own.get(property.key), typeOfProperty());
    },
    set(self: object, value: Value) {
      const stored = fromBody(value, typeOfProperty());
      check(made, property, stored);
      fieldsOf(self).set(property.key, stored);
    },
  };
}

export function staticPropertyBody(made: ScriptClass, property: CompiledProperty): PropertyBody {
  let type: PSType | undefined;
  const typeOfProperty = (): PSType => (type ??= propertyTypeOf(made, property));
  return {
    get() {
      const present = made.statics.has(property.key) ? made.statics.get(property.key) : initialValue(typeOfProperty());
      return toBody(convertTo(present, typeOfProperty()), typeOfProperty());
    },
    set(value: Value) {
      const stored = fromBody(value, typeOfProperty());
      check(made, property, stored);
      made.statics.set(property.key, stored);
    },
  };
}

/** Sets the properties of a new object to what the class says. */
export function initializeProperties(
  made: ScriptClass,
  instance: object,
  evaluate: (property: CompiledProperty) => Value,
): void {
  const own = fieldsOf(instance);
  for (const property of made.properties) {
    if (property.node.static) continue;
    const type = propertyTypeOf(made, property);
    own.set(property.key, property.initial === undefined ? initialValue(type) : convertTo(evaluate(property), type));
  }
}
