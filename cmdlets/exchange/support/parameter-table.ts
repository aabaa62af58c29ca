// Parameters of Exchange cmdlets as compact lines, so that a definition can be read at a glance:
//
//   Identity    QueueIdentity   0 value      [Identity!]
//   Filter      String                       [Server!]
//   State       =ServiceState(Active,Inactive,Draining) !
//
// A line: name, type, then in any order: `!` mandatory, a number for the position, `value`/`name`/`both` for pipeline input,
// `[Set!:0, Set]` the sets with what differs there, `alias:x`, `# sentence` for the help; and the rules of parameter-rules.ts:
// `range:1..10` (numbers, sizes, time spans), `length:64`, `entries:100`, `versions:2013+`.
// Facts of names, types, sets and positions: Microsoft's cmdlet reference, as test/fixtures/exchange-cmdlets.json holds them.

import type { ParameterDefinition, ParameterInSet } from '../../../src/runtime/cmdlet.ts';
import { argumentType } from '../types/argument-types.ts';
import { type ParameterRules, readRule } from './parameter-rules.ts';

const plainTypes: Record<string, string> = {
  Boolean: 'bool',
  'System.Boolean': 'bool',
  SwitchParameter: 'switch',
  String: 'string',
  'String[]': 'string[]',
  Int16: 'int16',
  Int32: 'int',
  Int64: 'long',
  UInt32: 'uint32',
  Guid: 'guid',
  DateTime: 'datetime',
  TimeSpan: 'timespan',
  IPAddress: 'ipaddress',
  Uri: 'uri',
  PSCredential: 'pscredential',
  SecureString: 'securestring',
  CultureInfo: 'cultureinfo',
  'Byte[]': 'byte[]',
  'Hashtable[]': 'hashtable[]',
};

/** Words of a parameter's name as a sentence: `MessageExpirationTimeout` → `Message expiration timeout.` */
function sentenceOf(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  const lower = words.replace(/ ([A-Z])(?=[a-z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`);
  return `${lower}.`;
}

/** Enumerations of the product whose values are bits. */
const flagEnumerations = new Set([
  'AuthMechanisms',
  'AllowedServices',
  'MessageRateSourceFlags',
  'PermissionGroups',
  'RequestFlags',
  'WellKnownRecipientType',
]);

function typeFields(text: string): Pick<ParameterDefinition, 'type' | 'values' | 'enumName' | 'flags'> {
  const enumeration = /^=([\w.]+)(\[\])?\((.*)\)$/.exec(text);
  if (enumeration) {
    const [, name, list, values = ''] = enumeration;
    // Text of which only certain words are allowed: `=String.ServerComponentRequest(…)`.
    if (name!.startsWith('String'))
      return {
        type: `string${list ?? ''}`,
        enumName: `Microsoft.Exchange.Data.${name!.slice('String.'.length)}`,
        values: values.split(','),
      };
    const flags = flagEnumerations.has(name!) ? { flags: true } : {};
    return {
      type: `enum${list ?? ''}`,
      enumName: `Microsoft.Exchange.Data.${name}`,
      values: values.split(','),
      ...flags,
    };
  }
  const plain = plainTypes[text];
  if (plain !== undefined) return { type: plain };
  const element = text.endsWith('[]') ? text.slice(0, -2) : text;
  return { type: argumentType(element) + text.slice(element.length) };
}

function parseSets(text: string): Record<string, ParameterInSet> {
  const sets: Record<string, ParameterInSet> = {};
  for (const part of text.split(',')) {
    const match = /^\s*([\w ]+?)(!)?(?::(\d+))?\s*$/.exec(part);
    if (!match) throw new Error(`bad parameter sets: ${text}`);
    const [, name = '', mandatory, position] = match;
    sets[name] = {};
    if (mandatory) sets[name].mandatory = true;
    if (position !== undefined) sets[name].position = Number(position);
  }
  return sets;
}

function parseAttribute(parameter: ParameterDefinition, rules: ParameterRules, word: string): void {
  if (word === '!') parameter.mandatory = true;
  else if (/^\d+$/.test(word)) parameter.position = Number(word);
  else if (word === 'value' || word === 'name' || word === 'both') parameter.pipeline = word;
  else if (word.startsWith('alias:')) parameter.aliases = word.slice(6).split(',');
  else if (word === 'null') parameter.validate = [{ kind: 'allowNull' }, { kind: 'allowEmptyString' }];
  else if (!readRule(rules, word)) throw new Error(`bad parameter attribute: ${word}`);
}

function parseLine(line: string): [string, ParameterDefinition, ParameterRules] {
  const [head = '', help] = line.split(' # ');
  const sets = /\[([^\]]+)\]\s*$/.exec(head.trimEnd());
  const plain = sets && !/\[\]$/.test(head.trimEnd()) ? head.slice(0, head.lastIndexOf('[')) : head;
  const [name = '', type = '', ...attributes] = plain.trim().split(/\s+/);
  const parameter: ParameterDefinition = {
    ...typeFields(type),
    help: help ?? sentenceOf(name),
    convertedRemotely: true,
  };
  const rules: ParameterRules = {};
  for (const attribute of attributes) parseAttribute(parameter, rules, attribute);
  if (sets && plain !== head) parameter.sets = parseSets(sets[1]!);
  return [name, parameter, rules];
}

export interface ParameterTable {
  /** By name, in the order of the lines. */
  parameters: Record<string, ParameterDefinition>;
  /** Those of the parameters that have any. */
  rules: Map<string, ParameterRules>;
}

export function parameterTable(text: string): ParameterTable {
  const table: ParameterTable = { parameters: {}, rules: new Map() };
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [name, parameter, rules] = parseLine(line.trim());
    table.parameters[name] = parameter;
    if (Object.keys(rules).length > 0) table.rules.set(name, rules);
  }
  return table;
}
