// The syntax of a command as Get-Command -Syntax prints it: `Get-Item [-Path] <string[]> [-Force] [<CommonParameters>]`.

import { metadataFor } from '../binder/command-metadata.ts';
import {
  ALL_SETS,
  type CommandMetadata,
  type ParameterMetadata,
  type ParameterSetData,
  setData,
} from '../binder/metadata.ts';
import type { CommandInfo } from '../command-info.ts';
import type { PSType } from '../types/registry.ts';
import { shownType } from './parameter-type.ts';

const SHORT_NAMES: Record<string, string> = {
  'System.String': 'string',
  'System.Int32': 'int',
  'System.Int64': 'long',
  'System.Boolean': 'bool',
  'System.Double': 'double',
  'System.Single': 'float',
  'System.Byte': 'byte',
  'System.Char': 'char',
  'System.Decimal': 'decimal',
  'System.DateTime': 'datetime',
  'System.TimeSpan': 'timespan',
  'System.Collections.Hashtable': 'hashtable',
  'System.Management.Automation.ScriptBlock': 'scriptblock',
  'System.Management.Automation.PSObject': 'psobject',
  'System.Guid': 'guid',
  'System.Version': 'version',
  'System.Uri': 'uri',
  'System.Type': 'type',
  'System.Xml.XmlDocument': 'xml',
  'System.UInt64': 'ulong',
  'System.UInt32': 'uint',
  'System.Int16': 'short',
  'System.Management.Automation.PSCredential': 'pscredential',
  'System.Array': 'array',
  'System.Text.RegularExpressions.Regex': 'regex',
  'System.Management.Automation.SwitchParameter': 'switch',
  'System.Net.IPAddress': 'ipaddress',
  'System.Globalization.CultureInfo': 'cultureinfo',
};

function typeText(parameter: ParameterMetadata): string {
  const name = (type: PSType): string =>
    type.elementType ? `${name(type.elementType)}[]` : (SHORT_NAMES[type.id] ?? type.name);
  if (parameter.enumValues === undefined) return name(parameter.type);
  if (parameter.enumName === undefined) return parameter.type.elementType ? 'string[]' : 'string';
  return name(shownType(parameter));
}

function parameterText(parameter: ParameterMetadata, data: ParameterSetData): string {
  const name = data.position === undefined || parameter.isSwitch ? `-${parameter.name}` : `[-${parameter.name}]`;
  if (parameter.isSwitch) return data.mandatory ? `-${parameter.name}` : `[-${parameter.name}]`;
  const text = `${name} <${typeText(parameter)}>`;
  return data.mandatory ? text : `[${text}]`;
}

/** Positional parameters first, then mandatory ones, then the rest. */
function ordered(metadata: CommandMetadata, set: string): { parameter: ParameterMetadata; data: ParameterSetData }[] {
  const all: { parameter: ParameterMetadata; data: ParameterSetData }[] = [];
  for (const parameter of metadata.parameters.values()) {
    const data = setData(parameter, set);
    if (data !== undefined && !parameter.common && !parameter.hidden) all.push({ parameter, data });
  }
  const positional = all
    .filter(({ data }) => data.position !== undefined)
    .sort((a, b) => a.data.position! - b.data.position!);
  const mandatory = all.filter(({ data }) => data.position === undefined && data.mandatory);
  const rest = all.filter(({ data }) => data.position === undefined && !data.mandatory);
  return [...positional, ...mandatory, ...rest];
}

export function parameterSetSyntax(command: CommandInfo, set: string, withName = true): string {
  const metadata = metadataFor(command);
  if (metadata === undefined) return command.name;
  const words = ordered(metadata, set).map(({ parameter, data }) => parameterText(parameter, data));
  if (metadata.supportsShouldProcess) words.push('[-WhatIf]', '[-Confirm]');
  if (metadata.advanced) words.push('[<CommonParameters>]');
  return `${withName ? `${command.name} ` : ''}${words.join(' ')}`;
}

/** One line a set, an empty line before each, as the reference lays it out. */
export function commandSyntax(command: CommandInfo): string {
  const metadata = metadataFor(command);
  if (metadata === undefined) return command.name;
  const names = metadata.setNames.length === 0 ? [ALL_SETS] : metadata.setNames;
  return `\n${names.map((name) => parameterSetSyntax(command, name)).join('\n\n')}\n`;
}
