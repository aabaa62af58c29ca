// Arguments of commands: what the parameter takes (a script's completer, names from the model, enumerations), properties of what
// comes down the pipeline, names of the session's own things; else paths.

import type { Command, ScriptBlock } from '../../language/ast.ts';
import type { CompletionContext } from '../../language/completion-context.ts';
import type { ParameterMetadata } from '../binder/metadata.ts';
import { ApplicationInfo, CmdletInfo, type CommandInfo, FunctionInfo } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import type { RuntimeHost } from '../host.ts';
import type { PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { bindElements, type ElementBinding, nextPositional, parameterNamed } from './bind-elements.ts';
import { commandMatches } from './complete-commands.ts';
import { propertyMatches } from './complete-members.ts';
import { pathMatches } from './complete-paths.ts';
import { typeMatches } from './complete-types.ts';
import { beginning, CompletionMatch, compareNames, parameterValue } from './completion-match.ts';
import type { Inference } from './infer-expression.ts';
import { commandOf, inputOf } from './infer-pipeline.ts';
import { constantOf, nativeCompletions, scriptCompletions } from './script-completers.ts';

/** What names from the model are wanted for. */
export interface ModelNameRequest {
  /** Of the cmdlet: its noun and module. */
  noun: string;
  module: string;
  parameter: string;
  /** Last part of the parameter's type (of the elements, for a list). */
  typeName: string;
  word: string;
  /** Arguments so far, as far as they are written out. */
  bound: Readonly<Record<string, Value>>;
}
/** Undefined when the model has no names for such a parameter. */
export type ModelNames = (host: RuntimeHost, request: ModelNameRequest) => readonly string[] | undefined;

const MODEL_NAMES = 'completion-model-names';

/** The session hands in where names of servers, queues and the like come from. */
export function setModelNames(engine: Engine, source: ModelNames): void {
  engine.extensions.set(MODEL_NAMES, source);
}

interface ArgumentPlace {
  inference: Inference;
  context: CompletionContext;
  command: Command;
  info: CommandInfo;
  parameter: ParameterMetadata;
  binding: ElementBinding;
}

export function argumentMatches(
  inference: Inference,
  root: ScriptBlock,
  context: CompletionContext,
): CompletionMatch[] {
  const { engine } = inference;
  const { command, text, quote } = context;
  const info = command && commandOf(engine, command);
  if (!command) return pathMatches(engine, text, quote);
  const native = nativeCompletions(engine, root, command, text, inference.cursor);
  if (native) return native;
  if (!info) return pathMatches(engine, text, quote);
  if (info instanceof ApplicationInfo) return programArguments(inference, info, command, context);
  const before = context.elementIndex ?? command.elements.filter(({ start }) => start < context.start).length;
  const binding = bindElements(info, command, before);
  const parameter = parameterAt(binding, context);
  if (!parameter) return isHelp(info) ? commandMatches(engine, text, quote) : pathMatches(engine, text, quote);
  const place: ArgumentPlace = { inference, context, command, info, parameter, binding };
  const call = { root, command, info, parameter, binding, word: text, quote };
  const found = scriptCompletions(engine, call) ?? modelValues(place) ?? sessionNames(place);
  return found ?? (takesPath(place) ? pathMatches(engine, text, quote) : []);
}

/** Files are no answer where the model's things are meant: Exchange's and the sandbox's parameters must speak of paths. */
function takesPath({ info, parameter }: ArgumentPlace): boolean {
  if (!(info instanceof CmdletInfo) || info.moduleName.startsWith('Microsoft.PowerShell')) return true;
  return /path|file/i.test(parameter.name) || /path/i.test(parameter.type.name);
}

/** `help` and `man` take what Get-Help takes. */
function isHelp(info: CommandInfo): boolean {
  return info instanceof FunctionInfo && info.name === 'help';
}

function parameterAt(binding: ElementBinding, { parameter }: CompletionContext): ParameterMetadata | undefined {
  const named = parameter && binding.metadata ? parameterNamed(binding.metadata, parameter.name) : undefined;
  if (named && !named.isSwitch) return named;
  return binding.waiting ?? nextPositional(binding, true);
}

// -------------------------------------------------------------- programs

/** Options and arguments of a program; undefined when the command is none. */
export function programMatches(inference: Inference, context: CompletionContext): CompletionMatch[] | undefined {
  const { command, start } = context;
  const info = command && commandOf(inference.engine, command);
  if (!command || !(info instanceof ApplicationInfo)) return undefined;
  return programArguments(inference, info, command, { ...context, text: inference.text.slice(start) });
}

function programArguments(
  { engine }: Inference,
  info: ApplicationInfo,
  command: Command,
  { text, quote, start }: CompletionContext,
): CompletionMatch[] {
  const words = command.elements
    .slice(1)
    .filter((element) => element.start < start)
    .map((element) => (element.kind === 'CommandParameter' ? element.text : String(constantOf(element) ?? '')));
  const fits = beginning(text);
  const values = (info.definition.completeArgument?.(engine.host, words, text) ?? []).filter(fits);
  if (values.length > 0) return values.map((value) => parameterValue(value, quote));
  return pathMatches(engine, text, quote);
}

// -------------------------------------------------------------- values of a parameter

function modelValues({ inference, context, info, parameter, binding }: ArgumentPlace): CompletionMatch[] | undefined {
  const { text, quote } = context;
  const fits = beginning(text);
  const asValues = (names: readonly string[], sorted = true): CompletionMatch[] =>
    (sorted ? [...names].sort(compareNames) : names).filter(fits).map((name) => parameterValue(name, quote));
  const fromModel =
    info instanceof CmdletInfo ? namesFromModel(inference.engine, info, parameter, binding, text) : undefined;
  if (fromModel) return asValues([...new Set(fromModel)]);
  const set = parameter.validations.find((validation) => validation.kind === 'set');
  if (set?.kind === 'set') return asValues(set.values, false);
  if (parameter.enumValues) return asValues(parameter.enumValues);
  const type = parameter.type.elementType ?? parameter.type;
  if (type.isEnum) return asValues(enumNames(type));
  if (type.id !== 'System.Boolean') return undefined;
  return ['$false', '$true'].filter(fits).map((name) => new CompletionMatch(name, name, 'ParameterValue'));
}

function namesFromModel(
  engine: Engine,
  { definition }: CmdletInfo,
  parameter: ParameterMetadata,
  binding: ElementBinding,
  word: string,
): readonly string[] | undefined {
  const bound: Record<string, Value> = {};
  for (const [key, values] of binding.values) bound[binding.metadata?.exact(key)?.name ?? key] = constantOf(values[0]);
  const own = definition.parameters[parameter.name]?.complete;
  if (own) return own(engine.host, word, bound);
  if (parameter.enumValues || parameter.type.isEnum) return undefined;
  const source = engine.extensions.get(MODEL_NAMES) as ModelNames | undefined;
  return source?.(engine.host, {
    noun: definition.name.slice(definition.name.indexOf('-') + 1),
    module: definition.module,
    parameter: parameter.name,
    typeName: (parameter.type.elementType ?? parameter.type).name,
    word,
    bound,
  });
}

function enumNames(type: PSType): string[] {
  return [...type.members.static.values()].filter(({ kind }) => kind === 'property').map(({ name }) => name);
}

// -------------------------------------------------------------- names of the session's things

/** Parameters that name properties of what comes in. */
const PROPERTIES = new Set(['property', 'expandproperty', 'excludeproperty', 'groupby', 'membername']);

function sessionNames(place: ArgumentPlace): CompletionMatch[] | undefined {
  const { inference, context, command, info, parameter } = place;
  const { engine } = inference;
  const { text, quote } = context;
  const isCore = info.moduleName.startsWith('Microsoft.PowerShell');
  if (isCore && PROPERTIES.has(parameter.key)) {
    const input = inputOf(inference, command);
    const found = propertyMatches(input, text);
    return input ? found : undefined;
  }
  if (parameter.type.id === 'System.Type' || parameter.key === 'typename') return typeMatches(text);
  const names = isCore ? namesFor(place) : undefined;
  if (names === 'commands') return commandMatches(engine, text, quote);
  const fits = beginning(text);
  return names
    ?.filter(fits)
    .sort(compareNames)
    .map((name) => parameterValue(name, quote));
}

function namesFor({ inference, info, parameter }: ArgumentPlace): string[] | 'commands' | undefined {
  const { engine } = inference;
  const noun = info.name.slice(info.name.indexOf('-') + 1);
  const isName = parameter.key === 'name';
  if (/^(Get-Command|Get-Help|Trace-Command)$/.test(info.name) && isName) return 'commands';
  if (parameter.key === 'commandname') return 'commands';
  if (noun === 'Alias' && (parameter.key === 'value' || parameter.key === 'definition')) return 'commands';
  if (!isName) return undefined;
  switch (noun) {
    case 'Alias':
      return engine.aliases.list().map(({ name }) => name);
    case 'Variable':
      return engine.variables.list().map(({ name }) => name);
    case 'Module': {
      const modules = [...engine.cmdlets.values()].map(({ moduleName }) => moduleName);
      return [...new Set([...modules, ...[...engine.modules.values()].map(({ name }) => name)])];
    }
    case 'PSDrive':
      return [...engine.host.files.drives().map(({ name }) => name), 'Alias', 'Env', 'Function', 'Variable'];
    default:
      return undefined;
  }
}
