// Help of one command as the object that Get-Help puts out; the view in src/formatting/views/help.ts lays it out.

import { commandSyntax } from '../../../../src/runtime/automation/command-syntax.ts';
import { metadataFor } from '../../../../src/runtime/binder/command-metadata.ts';
import type { ParameterMetadata } from '../../../../src/runtime/binder/metadata.ts';
import type { CmdletDefinition } from '../../../../src/runtime/cmdlet.ts';
import {
  AliasInfo,
  CmdletInfo,
  type CommandInfo,
  ExternalScriptInfo,
  FunctionInfo,
} from '../../../../src/runtime/command-info.ts';
import type { Engine } from '../../../../src/runtime/engine.ts';
import { PSObject } from '../../../../src/runtime/values.ts';
import { type CommentHelp, commentHelpOf } from './comment-help.ts';

export const HELP_TYPE = 'MamlCommandHelpInfo';
export type HelpDetail = '' | 'FullView' | 'DetailedView' | 'ExamplesView';

const ADDRESS = 'https://learn.microsoft.com/powershell/module';

function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function pipelineText(parameter: ParameterMetadata): string {
  let [byValue, byName] = [false, false];
  for (const data of parameter.sets.values()) {
    byValue ||= data.byValue;
    byName ||= data.byName;
  }
  const ways = [byValue ? 'ByValue' : '', byName ? 'ByPropertyName' : ''].filter((way) => way !== '');
  return ways.length === 0 ? 'false' : `true (${ways.join(', ')})`;
}

function positionText(parameter: ParameterMetadata, base: number): string {
  for (const data of parameter.sets.values()) if (data.position !== undefined) return String(data.position + base);
  return 'named';
}

function typeText(parameter: ParameterMetadata): string {
  return parameter.isSwitch ? 'SwitchParameter' : parameter.type.name;
}

/** One entry of `parameters`. */
function parameterHelp(
  parameter: ParameterMetadata,
  description: string,
  defaultValue: string,
  wildcards: boolean,
): PSObject {
  const required = [...parameter.sets.values()].some((data) => data.mandatory);
  return PSObject.of(
    {
      description: lines(description).map((text) => PSObject.of({ Text: text }, 'MamlParaTextItem')),
      parameterValue: typeText(parameter),
      defaultValue,
      type: PSObject.of({ name: typeText(parameter) }),
      name: parameter.name,
      required: String(required),
      globbing: String(wildcards),
      pipelineInput: pipelineText(parameter),
      position: positionText(parameter, 1),
      aliases: parameter.aliases.join(', '),
    },
    `${HELP_TYPE}#parameter`,
  );
}

/** What a topic is made of, wherever it comes from. */
interface TopicSource {
  synopsis: string;
  description: string[];
  examples: { title: string; code: string; remarks: string }[];
  notes: string;
  links: string[];
  inputs: string;
  outputs: string;
  parameter(parameter: ParameterMetadata): { help: string; default: string; wildcards: boolean };
  address: string;
}

/** The page on the web; the sandbox's own cmdlets and programs have none. */
function addressOf({ module, name }: CmdletDefinition): string {
  if (module === 'hubshell' || module === '') return '';
  const folder = module.startsWith('Microsoft.Exchange') ? 'exchange' : module.toLowerCase();
  return `${ADDRESS}/${folder}/${name.toLowerCase()}`;
}

function fromCmdlet(command: CmdletInfo): TopicSource {
  const { definition } = command;
  return {
    synopsis: definition.synopsis,
    description: lines(definition.description ?? definition.synopsis),
    examples: definition.examples.map((example, index) => ({
      title: example.title ?? `Example ${index + 1}`,
      code: example.script,
      remarks: [example.remarks, example.output].filter((part) => part).join('\n'),
    })),
    notes: '',
    links: [],
    inputs: '',
    outputs: (definition.outputs ?? []).join('\n'),
    parameter: (parameter) => {
      const found = definition.parameters[parameter.name];
      return {
        help: found?.help ?? '',
        default: found?.default ?? (parameter.isSwitch ? 'False' : ''),
        wildcards: found?.wildcards === true,
      };
    },
    address: addressOf(definition),
  };
}

function fromComment(help: CommentHelp): TopicSource {
  return {
    synopsis: help.synopsis,
    description: lines(help.description),
    examples: help.examples.map((text, index) => {
      const [code = '', ...rest] = text.split('\n');
      return { title: `EXAMPLE ${index + 1}`, code, remarks: rest.join('\n') };
    }),
    notes: help.notes,
    links: help.links,
    inputs: help.inputs,
    outputs: help.outputs,
    parameter: (parameter) => ({ help: help.parameters.get(parameter.key) ?? '', default: '', wildcards: false }),
    address: help.links.find((link) => /^https?:/.test(link)) ?? '',
  };
}

const NOTHING: TopicSource = {
  synopsis: '',
  description: [],
  examples: [],
  notes: '',
  links: [],
  inputs: '',
  outputs: '',
  address: '',
  parameter: () => ({ help: '', default: '', wildcards: false }),
};

function sourceOf(command: CommandInfo): TopicSource {
  if (command instanceof CmdletInfo) return fromCmdlet(command);
  if (command instanceof FunctionInfo || command instanceof ExternalScriptInfo) {
    const help = commentHelpOf(command.scriptBlock);
    if (help) return fromComment(help);
  }
  return NOTHING;
}

const TYPE_NAMES: Record<string, string> = {
  string: 'String',
  int: 'Int32',
  long: 'Int64',
  bool: 'Boolean',
  double: 'Double',
  datetime: 'DateTime',
  timespan: 'TimeSpan',
  hashtable: 'Hashtable',
  scriptblock: 'ScriptBlock',
  psobject: 'PSObject',
  guid: 'Guid',
  version: 'Version',
  uri: 'Uri',
  pscredential: 'PSCredential',
  char: 'Char',
  byte: 'Byte',
};
/** Comment-based help names types as .NET does: `<String[]>`. */
function withTypeNames(syntax: string): string {
  const whole = syntax.endsWith('[<CommonParameters>]') ? syntax : `${syntax} [<CommonParameters>]`;
  return whole.replace(/<(\w+)((?:\[\])?)>/g, (part, name, array) =>
    TYPE_NAMES[name] ? `<${TYPE_NAMES[name]}${array}>` : part,
  );
}

/** Without common parameters the reference leaves the blank before them. */
function withBlank(syntax: string): string {
  return syntax.endsWith('[<CommonParameters>]') ? syntax : `${syntax} `;
}

/** Defaults of a function's parameters as they are written. */
function defaultsOf(command: CommandInfo): Map<string, string> {
  const found = new Map<string, string>();
  if (!(command instanceof FunctionInfo || command instanceof ExternalScriptInfo)) return found;
  const { ast } = command.scriptBlock;
  for (const parameter of ast.param?.parameters ?? []) {
    if (!parameter.default) continue;
    const text = ast.source.text.slice(parameter.default.start, parameter.default.end);
    found.set(parameter.variable.name.toLowerCase(), text.replace(/^(['"])(.*)\1$/s, '$2'));
  }
  return found;
}

export function helpTopic(engine: Engine, command: CommandInfo, detail: HelpDetail): PSObject {
  const source = sourceOf(command);
  const plain = commandSyntax(command).trim().split(/\n+/);
  const syntax =
    command instanceof CmdletInfo ? plain : source === NOTHING ? plain.map(withBlank) : plain.map(withTypeNames);
  const parameters: PSObject[] = [];
  const defaults = defaultsOf(command);
  for (const parameter of metadataFor(command)?.parameters.values() ?? []) {
    if (parameter.common || parameter.hidden) continue;
    const { help, default: defaultValue, wildcards } = source.parameter(parameter);
    parameters.push(parameterHelp(parameter, help, defaults.get(parameter.key) ?? defaultValue, wildcards));
  }
  const aliases = engine.aliases
    .list()
    .filter((alias) => alias instanceof AliasInfo && alias.definition.toLowerCase() === command.name.toLowerCase());
  const topic = PSObject.of(
    {
      Name: command.name,
      Category: command.commandType === 'Cmdlet' ? 'Cmdlet' : command.commandType,
      Synopsis: source.synopsis === '' ? syntax.join('\n') : source.synopsis,
      ModuleName: command.moduleName,
      details: PSObject.of({
        name: command.name,
        noun: command.name.split('-')[1] ?? '',
        verb: command.name.includes('-') ? command.name.split('-')[0]! : '',
      }),
      syntax,
      description: source.description.map((text) => PSObject.of({ Text: text }, 'MamlParaTextItem')),
      parameters: PSObject.of({ parameter: parameters }),
      examples: PSObject.of({ example: source.examples.map((example) => PSObject.of(example)) }),
      inputTypes: source.inputs,
      returnValues: source.outputs,
      alertSet: source.notes,
      relatedLinks: source.links,
      aliases: aliases.map((alias) => alias.name).join('\n'),
      OnlineVersion: source.address,
    },
    ...(detail === '' ? [] : [`${HELP_TYPE}#${detail}`]),
    source === NOTHING ? `${HELP_TYPE}#Partial` : HELP_TYPE,
    'HelpInfo',
  );
  return topic;
}
