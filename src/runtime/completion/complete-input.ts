// What could stand at the cursor: the one entry for the prompt's Tab, TabExpansion2 and CommandCompletion. The scanner of
// language/completion-context.ts says what is being written; the other files of this folder know the choices.

import { type CompletionContext, completionContext } from '../../language/completion-context.ts';
import { nodesAt } from '../../language/visit.ts';
import { CmdletInfo } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import { useHost } from '../types/ambient.ts';
import { argumentMatches, programMatches } from './complete-arguments.ts';
import { commandMatches } from './complete-commands.ts';
import { keyMatches } from './complete-keys.ts';
import { indexMatches, memberMatches, propertyMatches } from './complete-members.ts';
import { operatorMatches } from './complete-operators.ts';
import { parameterMatches } from './complete-parameters.ts';
import { pathMatches } from './complete-paths.ts';
import { typeMatches } from './complete-types.ts';
import { variableMatches } from './complete-variables.ts';
import type { Completion, CompletionMatch } from './completion-match.ts';
import { Inference } from './infer-expression.ts';
import { commandOf, declaredOutput } from './infer-pipeline.ts';

export function completeInput(engine: Engine, text: string, cursor: number): Completion {
  const former = useHost(engine.host);
  try {
    const context = completionContext(text, cursor);
    const matches = matchesFor(engine, context, text, cursor);
    if (matches.length === 0 && context.end === context.start) return { start: -1, length: -1, matches };
    return { start: context.start, length: context.end - context.start, matches };
  } finally {
    useHost(former);
  }
}

function matchesFor(engine: Engine, context: CompletionContext, input: string, cursor: number): CompletionMatch[] {
  const { kind, text, quote, root } = context;
  const inference = new Inference(engine, root, input.slice(0, cursor));
  switch (kind) {
    case 'command':
      return filterProperties(inference, context) ?? commandOrPath(engine, context);
    case 'parameter': {
      // Programs' options are words of their own.
      const program = programMatches(inference, context);
      return program ?? parameterMatches(inference, context);
    }
    case 'argument':
      return argumentMatches(inference, root, context);
    case 'member':
      return memberMatches(inference, context);
    case 'index': {
      const value = context.target && inference.expression(context.target)?.value;
      return value === undefined ? [] : indexMatches(value, text);
    }
    case 'variable':
      return variableMatches(inference, context);
    case 'type':
      return typeMatches(text);
    case 'key':
      return keyMatches(inference, context);
    case 'operator':
      return operatorMatches(text);
    case 'path':
      return pathMatches(engine, text, quote);
    default:
      return [];
  }
}

function commandOrPath(engine: Engine, { text, quote }: CompletionContext): CompletionMatch[] {
  if (text === '') return [];
  if (/[\\/:]/.test(text) || text.startsWith('.')) return pathMatches(engine, text, quote);
  const commands = commandMatches(engine, text, quote);
  return commands.length > 0 ? commands : pathMatches(engine, text, quote);
}

/** `-Filter { Sta`: properties of what the cmdlet's Get- gives, no commands. */
function filterProperties(
  inference: Inference,
  { root, start, text }: CompletionContext,
): CompletionMatch[] | undefined {
  const { engine, parents } = inference;
  for (let at = nodesAt(root, start).at(-1); at; at = parents.get(at)) {
    const command = parents.get(at);
    if (at.kind !== 'ScriptBlockExpression' || command?.kind !== 'Command') continue;
    const before = command.elements[command.elements.indexOf(at) - 1];
    const info = commandOf(engine, command);
    if (before?.kind !== 'CommandParameter' || !/^filter$/i.test(before.name)) return undefined;
    if (!(info instanceof CmdletInfo) || !info.moduleName.startsWith('Microsoft.Exchange')) return undefined;
    const getter = engine.lookupCommand(`Get-${info.name.slice(info.name.indexOf('-') + 1)}`);
    return getter && propertyMatches(declaredOutput(engine, getter), text);
  }
  return undefined;
}
