// The Exchange cmdlets as their definitions describe them, in the form that the comparison with the reference reads.

import type { CmdletDefinition, ParameterDefinition, ParameterInSet } from '../../src/runtime/cmdlet.ts';
import type { FoundCmdlet, FoundParameter, FoundSet } from './exchange-facts-comparison.ts';

/** Short words of definitions for the types of .NET that the reference names. */
const dotNetNames: Record<string, string> = {
  bool: 'Boolean',
  switch: 'SwitchParameter',
  string: 'String',
  int16: 'Int16',
  int: 'Int32',
  long: 'Int64',
  uint32: 'UInt32',
  guid: 'Guid',
  datetime: 'DateTime',
  timespan: 'TimeSpan',
  ipaddress: 'IPAddress',
  uri: 'Uri',
  pscredential: 'PSCredential',
  securestring: 'SecureString',
  cultureinfo: 'CultureInfo',
  byte: 'Byte',
  hashtable: 'Hashtable',
};

function typeName({ type, enumName }: ParameterDefinition): string {
  const list = type.endsWith('[]') ? '[]' : '';
  const element = list === '' ? type : type.slice(0, -2);
  return `${element === 'enum' ? (enumName ?? element) : (dotNetNames[element] ?? element)}${list}`;
}

function inSet(own: ParameterInSet): FoundSet {
  return {
    required: own.mandatory ?? false,
    position: own.position,
    byValue: own.pipeline === 'value' || own.pipeline === 'both',
    byName: own.pipeline === 'name' || own.pipeline === 'both',
  };
}

function setsOf(parameter: ParameterDefinition): Record<string, FoundSet> {
  const { sets } = parameter;
  if (sets === undefined) return { '*': inSet(parameter) };
  if (typeof sets === 'string') return { [sets]: inSet(parameter) };
  if (Array.isArray(sets)) return Object.fromEntries(sets.map((set) => [set, inSet(parameter)]));
  return Object.fromEntries(Object.entries(sets).map(([set, own]) => [set, inSet({ ...parameter, ...own })]));
}

function foundParameter(parameter: ParameterDefinition): FoundParameter {
  return {
    type: typeName(parameter),
    aliases: parameter.aliases ?? [],
    sets: setsOf(parameter),
    values: parameter.values,
  };
}

export function definitionOf(definition: CmdletDefinition | undefined): FoundCmdlet | undefined {
  if (definition === undefined) return undefined;
  const shouldProcess = definition.supportsShouldProcess ? ['WhatIf', 'Confirm'] : [];
  return Object.fromEntries([
    ...Object.entries(definition.parameters).map(([name, parameter]) => [name, foundParameter(parameter)]),
    ...shouldProcess.map((name) => [name, { type: 'SwitchParameter', aliases: [], sets: {} }]),
  ]);
}
