// Parameters of Exchange cmdlets as compact lines, so that a definition can be read at a glance:
//
//   Identity    QueueIdentity   0 value      [Identity!]
//   Filter      String                       [Server!]
//   State       =ServiceState(Active,Inactive,Draining) !
//
// A line: name, type, then in any order: `!` mandatory, a number for the position, `value`/`name`/`both` for pipeline input,
// `[Set!:0, Set]` the sets with what differs there, `alias:x`, `version:2013-2019`, `# sentence` for the help.
// Facts of names, types, sets and positions: Microsoft's cmdlet reference, as test/fixtures/exchange-cmdlets.json holds them.

import type { ParameterDefinition, ParameterInSet } from '../../../src/runtime/cmdlet.ts';
import { argumentType } from '../types/argument-types.ts';

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

function typeFields(text: string): Pick<ParameterDefinition, 'type' | 'values' | 'enumName'> {
  const enumeration = /^=([\w.]+)(\[\])?\((.*)\)$/.exec(text);
  if (enumeration) {
    const [, name, list, values = ''] = enumeration;
    return { type: `enum${list ?? ''}`, enumName: `Microsoft.Exchange.Data.${name}`, values: values.split(',') };
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

function parseAttribute(parameter: ParameterDefinition, word: string): void {
  if (word === '!') parameter.mandatory = true;
  else if (/^\d+$/.test(word)) parameter.position = Number(word);
  else if (word === 'value' || word === 'name' || word === 'both') parameter.pipeline = word;
  else if (word.startsWith('alias:')) parameter.aliases = word.slice(6).split(',');
  else if (word === 'null') parameter.validate = [{ kind: 'allowNull' }, { kind: 'allowEmptyString' }];
  else if (word.startsWith('range:')) {
    const [min, max] = word.slice(6).split('..');
    parameter.validate = [{ kind: 'range', min: Number(min), max: Number(max) }];
  } else throw new Error(`bad parameter attribute: ${word}`);
}

function parseLine(line: string): [string, ParameterDefinition] {
  const [head = '', help] = line.split(' # ');
  const sets = /\[([^\]]+)\]\s*$/.exec(head.trimEnd());
  const plain = sets && !/\[\]$/.test(head.trimEnd()) ? head.slice(0, head.lastIndexOf('[')) : head;
  const [name = '', type = '', ...attributes] = plain.trim().split(/\s+/);
  const parameter: ParameterDefinition = { ...typeFields(type), help: help ?? sentenceOf(name) };
  for (const attribute of attributes) parseAttribute(parameter, attribute);
  if (sets && plain !== head) parameter.sets = parseSets(sets[1]!);
  return [name, parameter];
}

/** Parameters by name, in the order of the lines. */
export function parameterTable(text: string): Record<string, ParameterDefinition> {
  const parameters: Record<string, ParameterDefinition> = {};
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [name, parameter] = parseLine(line.trim());
    parameters[name] = parameter;
  }
  return parameters;
}
