// Tab: what the word before the cursor could become. Cmdlets' parameters, enumerations and identities come from their definitions
// (ParameterDefinition.complete asks the model), everything else from the engine.

import type { ParameterDefinition } from '../../runtime/cmdlet.ts';
import { AliasInfo, ApplicationInfo, CmdletInfo, type CommandInfo, FunctionInfo } from '../../runtime/command-info.ts';
import type { Engine } from '../../runtime/engine.ts';
import { listMembers } from '../../runtime/members.ts';
import type { CompletionItem } from '../thread/protocol.ts';
import { type CompletionContext, completionContext } from './context.ts';
import { completePath } from './paths.ts';
import { quoted } from './quoting.ts';

export interface CompletionResult {
  start: number;
  end: number;
  items: CompletionItem[];
}

const common = [
  'Verbose',
  'Debug',
  'ErrorAction',
  'WarningAction',
  'InformationAction',
  'ErrorVariable',
  'WarningVariable',
  'InformationVariable',
  'OutVariable',
  'OutBuffer',
  'PipelineVariable',
];
const actions = ['SilentlyContinue', 'Stop', 'Continue', 'Inquire', 'Ignore', 'Break'];

const item = (text: string): CompletionItem => ({ text, label: text });
const begins = (word: string) => {
  const wanted = word.toLowerCase();
  return (name: string) => name.toLowerCase().startsWith(wanted);
};
const sorted = (names: Iterable<string>) =>
  [...new Set(names)].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

export function completeInput(engine: Engine, text: string, cursor: number): CompletionResult {
  const context = completionContext(text, cursor);
  return { start: context.start, end: cursor, items: itemsFor(engine, context) };
}

function itemsFor(engine: Engine, context: CompletionContext): CompletionItem[] {
  switch (context.kind) {
    case 'command':
      return commandItems(engine, context);
    case 'parameter':
      return parameterItems(engine, context);
    case 'variable':
      return sorted(engine.variables.list().map((variable) => variable.name))
        .filter(begins(context.word))
        .map(item);
    case 'member':
      return memberItems(engine, context);
    case 'type':
      return [];
    default:
      return argumentItems(engine, context);
  }
}

function commandItems(engine: Engine, context: CompletionContext): CompletionItem[] {
  const { word } = context;
  if (/[\\/:]/.test(word) || word.startsWith('.')) return completePath(engine, context);
  const { cmdlets, applications } = engine.discovery;
  const names = [...cmdlets.values(), ...applications.values(), ...engine.functions.list(), ...engine.aliases.list()];
  const found = sorted(names.map(({ name }) => name)).filter(begins(word));
  // Cmdlets and functions first; an alias is short enough to type.
  const isAlias = (name: string) => engine.lookupCommand(name)?.name.toLowerCase() !== name.toLowerCase();
  return [...found.filter((name) => !isAlias(name)), ...found.filter(isAlias)].map(item);
}

interface Parameter {
  name: string;
  definition?: ParameterDefinition;
  isSwitch: boolean;
}

function commandOf(engine: Engine, name: string): CommandInfo | undefined {
  const found = engine.discovery.lookup(name) ?? engine.lookupCommand(name);
  return found instanceof AliasInfo ? engine.discovery.followAlias(found, engine.scope) : found;
}

function parametersOf(command: CommandInfo | undefined): Parameter[] {
  if (command instanceof CmdletInfo) {
    const { parameters, supportsShouldProcess } = command.definition;
    const own = Object.entries(parameters)
      .filter(([, definition]) => !definition.hidden)
      .map(([name, definition]) => ({ name, definition, isSwitch: definition.type === 'switch' }));
    const asking = supportsShouldProcess ? ['WhatIf', 'Confirm'] : [];
    return [...own, ...[...common, ...asking].map((name) => ({ name, isSwitch: isSwitchName(name) }))];
  }
  if (command instanceof FunctionInfo) {
    const { ast } = command.scriptBlock;
    const declared = ast.param?.parameters ?? [];
    return declared.map((parameter) => ({ name: parameter.variable.name, isSwitch: false }));
  }
  return [];
}

const isSwitchName = (name: string) => ['Verbose', 'Debug', 'WhatIf', 'Confirm'].includes(name);

function parameterItems(engine: Engine, { command, word, words }: CompletionContext): CompletionItem[] {
  const given = new Set(words.filter((text) => text.startsWith('-')).map((text) => text.slice(1).toLowerCase()));
  return parametersOf(commandOf(engine, command))
    .map(({ name }) => name)
    .filter((name) => !given.has(name.toLowerCase()))
    .filter(begins(word.slice(1)))
    .map((name) => item(`-${name}`));
}

/** The parameter that the word is an argument of: the one named before it, or the next one by position. */
function parameterOfArgument(parameters: Parameter[], words: string[]): Parameter | undefined {
  const named = (text: string) => {
    const wanted = text.slice(1).replace(/:$/, '').toLowerCase();
    const exact = parameters.find(({ name, definition }) =>
      [name, ...(definition?.aliases ?? [])].some((other) => other.toLowerCase() === wanted),
    );
    return exact ?? parameters.find(({ name }) => name.toLowerCase().startsWith(wanted));
  };
  const used = new Set<Parameter>();
  let positional = 0;
  let open: Parameter | undefined;
  for (const word of words) {
    if (word.startsWith('-')) {
      const parameter = named(word);
      if (parameter) used.add(parameter);
      open = parameter?.isSwitch ? undefined : parameter;
    } else if (open) open = undefined;
    else positional++;
  }
  if (open) return open;
  const byPosition = parameters
    .filter((parameter) => !used.has(parameter) && positionOf(parameter) !== undefined)
    .sort((a, b) => positionOf(a)! - positionOf(b)!);
  return byPosition[positional];
}

function positionOf({ definition }: Parameter): number | undefined {
  if (!definition) return undefined;
  if (definition.position !== undefined) return definition.position;
  const { sets } = definition;
  if (typeof sets !== 'object' || Array.isArray(sets)) return undefined;
  return Object.values(sets).find((set) => set.position !== undefined)?.position;
}

function argumentItems(engine: Engine, context: CompletionContext): CompletionItem[] {
  const command = commandOf(engine, context.command);
  if (command instanceof ApplicationInfo) return completePath(engine, context);
  const parameter = parameterOfArgument(parametersOf(command), context.words);
  const values = parameter && valuesOf(engine, parameter, context);
  if (!values) return completePath(engine, context);
  return sorted(values)
    .filter(begins(context.word))
    .map((value) => ({ text: quoted(value, context.quote), label: value }));
}

function valuesOf(engine: Engine, { name, definition }: Parameter, context: CompletionContext): string[] | undefined {
  if (/Action$/.test(name) && common.includes(name)) return actions;
  if (definition?.complete) return definition.complete(engine.host, context.word, {});
  if (definition?.values) return definition.values;
  const set = definition?.validate?.find((validation) => validation.kind === 'set');
  if (set?.kind === 'set') return set.values;
  return definition?.type === 'bool' ? ['$true', '$false'] : undefined;
}

function memberItems(engine: Engine, { target, word }: CompletionContext): CompletionItem[] {
  const value = engine.variables.getValue(target ?? '');
  if (value === null || value === undefined) return [];
  return sorted(listMembers(value).map((member) => member.name))
    .filter(begins(word))
    .map(item);
}
