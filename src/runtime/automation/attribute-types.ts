// Attribute classes: made by `[Parameter]@{…}` and `::new()` for dynamic parameters, and shown by `.Attributes`.

import { AttributeObject } from '../binder/attributes.ts';
import type { ValidationAttribute } from '../binder/validation.ts';
import { convertTo } from '../convert.ts';
import { ScriptBlock } from '../script-block.ts';
import type { PropertyBody, PSType, TypeSpec } from '../types/ps-type.ts';
import type { Value } from '../values.ts';

const M = 'System.Management.Automation';

function property(name: string, standard: Value = null): PropertyBody {
  const key = name.toLowerCase();
  return {
    get: (a: AttributeObject) => a.properties.get(key) ?? standard,
    set: (a: AttributeObject, value: Value) => void a.properties.set(key, value),
  };
}

function made(type: PSType, values: Record<string, Value>, validation?: ValidationAttribute): AttributeObject {
  const object = new AttributeObject(type.id);
  for (const name in values) object.properties.set(name.toLowerCase(), values[name]!);
  object.validation = validation;
  return object;
}

const texts = (value: Value): string[] => convertTo(value, 'string[]') as string[];

export function attributeTypes(): TypeSpec[] {
  const plain = (name: string, properties: Record<string, PropertyBody> = {}): TypeSpec => ({
    name: `${M}.${name}Attribute`,
    base: `${M}.Internal.CmdletMetadataAttribute`,
    properties,
    constructors: {
      '()': function (this: PSType) {
        return made(this, {});
      },
    },
  });
  return [
    {
      name: 'System.Attribute',
      abstract: true,
      properties: { 'System.Object TypeId': (a: AttributeObject) => a.psType },
    },
    { name: `${M}.Internal.CmdletMetadataAttribute`, base: 'System.Attribute', abstract: true },
    { name: `${M}.ValidateArgumentsAttribute`, base: `${M}.Internal.CmdletMetadataAttribute`, abstract: true },
    plain('Parameter', {
      'int Position': property('Position', -2147483648),
      'string ParameterSetName': property('ParameterSetName', '__AllParameterSets'),
      'bool Mandatory': property('Mandatory', false),
      'bool ValueFromPipeline': property('ValueFromPipeline', false),
      'bool ValueFromPipelineByPropertyName': property('ValueFromPipelineByPropertyName', false),
      'bool ValueFromRemainingArguments': property('ValueFromRemainingArguments', false),
      'string HelpMessage': property('HelpMessage'),
      'bool DontShow': property('DontShow', false),
    }),
    plain('AllowNull'),
    plain('AllowEmptyString'),
    plain('AllowEmptyCollection'),
    plain('SupportsWildcards'),
    plain('Credential'),
    plain('CmdletBinding', {
      'bool SupportsShouldProcess': property('SupportsShouldProcess', false),
      'string DefaultParameterSetName': property('DefaultParameterSetName'),
    }),
    {
      name: `${M}.AliasAttribute`,
      base: `${M}.Internal.CmdletMetadataAttribute`,
      properties: { 'System.Object AliasNames': property('AliasNames') },
      constructors: {
        '(params string[] aliasNames)': function (this: PSType, names: string[]) {
          return made(this, { AliasNames: names });
        },
      },
    },
    { ...plain('OutputType', { 'System.Object Type': property('Type') }) },
    { ...plain('ArgumentCompleter', { 'System.Object ScriptBlock': property('ScriptBlock') }) },
    ...validationTypes(),
  ];
}

function validationTypes(): TypeSpec[] {
  const base = `${M}.ValidateArgumentsAttribute`;
  return [
    {
      name: `${M}.ValidateSetAttribute`,
      base,
      properties: {
        'System.Object ValidValues': property('ValidValues'),
        'bool IgnoreCase': property('IgnoreCase', true),
        'string ErrorMessage': property('ErrorMessage'),
      },
      constructors: {
        '(params string[] validValues)': function (this: PSType, values: string[]) {
          return made(
            this,
            { ValidValues: values },
            { kind: 'set', values: texts(values), ignoreCase: true, errorMessage: '' },
          );
        },
      },
    },
    {
      name: `${M}.ValidateRangeAttribute`,
      base,
      properties: { 'System.Object MinRange': property('MinRange'), 'System.Object MaxRange': property('MaxRange') },
      constructors: {
        '(System.Object minRange, System.Object maxRange)': function (this: PSType, min: Value, max: Value) {
          return made(this, { MinRange: min, MaxRange: max }, { kind: 'range', min, max });
        },
      },
    },
    {
      name: `${M}.ValidatePatternAttribute`,
      base,
      properties: { 'string RegexPattern': property('RegexPattern') },
      constructors: {
        '(string regexPattern)': function (this: PSType, pattern: string) {
          return made(
            this,
            { RegexPattern: pattern },
            { kind: 'pattern', pattern, ignoreCase: true, errorMessage: '' },
          );
        },
      },
    },
    ...(['Length', 'Count'] as const).map(
      (kind): TypeSpec => ({
        name: `${M}.Validate${kind}Attribute`,
        base,
        properties: { [`int Min${kind}`]: property(`Min${kind}`), [`int Max${kind}`]: property(`Max${kind}`) },
        constructors: {
          '(int min, int max)': function (this: PSType, min: number, max: number) {
            return made(
              this,
              { [`Min${kind}`]: min, [`Max${kind}`]: max },
              { kind: kind === 'Length' ? 'length' : 'count', min, max },
            );
          },
        },
      }),
    ),
    {
      name: `${M}.ValidateScriptAttribute`,
      base,
      properties: {
        'System.Object ScriptBlock': property('ScriptBlock'),
        'string ErrorMessage': property('ErrorMessage'),
      },
      constructors: {
        [`(${M}.ScriptBlock scriptBlock)`]: function (this: PSType, block: Value) {
          return made(
            this,
            { ScriptBlock: block },
            block instanceof ScriptBlock ? { kind: 'script', block, errorMessage: '' } : undefined,
          );
        },
      },
    },
    ...(['NotNull', 'NotNullOrEmpty', 'NotNullOrWhiteSpace'] as const).map(
      (kind): TypeSpec => ({
        name: `${M}.Validate${kind}Attribute`,
        base,
        constructors: {
          '()': function (this: PSType) {
            return made(
              this,
              {},
              {
                kind:
                  kind === 'NotNull' ? 'notNull' : kind === 'NotNullOrEmpty' ? 'notNullOrEmpty' : 'notNullOrWhiteSpace',
              },
            );
          },
        },
      }),
    ),
  ];
}
