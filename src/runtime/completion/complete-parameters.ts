// Parameters of a command: those of the sets that the arguments so far leave possible and that have not been given.

import type { CompletionContext } from '../../language/completion-context.ts';
import type { ParameterMetadata } from '../binder/metadata.ts';
import { isValidInMask } from '../binder/parameter-sets.ts';
import { typeText } from '../types/object-text.ts';
import { bindElements } from './bind-elements.ts';
import { beginning, CompletionMatch } from './completion-match.ts';
import type { Inference } from './infer-expression.ts';
import { commandOf } from './infer-pipeline.ts';

function typeOfParameter(parameter: ParameterMetadata): string {
  if (parameter.isSwitch) return 'switch';
  const text = typeText(parameter.type).replace(/^object\b/, 'Object');
  // Types with a short name bear it, others their last part.
  return /^[a-z]+(\[\])*$/.test(text) ? text : parameter.type.name;
}

export function parameterMatches(inference: Inference, context: CompletionContext): CompletionMatch[] {
  const command = context.command && commandOf(inference.engine, context.command);
  if (!command || !context.command) return [];
  // What stands before the word decides; a parameter that is being written is none yet.
  const before = context.command.elements.filter((element) => element.start < context.start).length;
  const binding = bindElements(command, context.command, before);
  if (!binding.metadata) return [];
  const all = [...binding.metadata.parameters.values()];
  const rank = ({ common, key }: ParameterMetadata): number => (!common ? 0 : /^(whatif|confirm)$/.test(key) ? 1 : 2);
  const own = all.sort((a, b) => rank(a) - rank(b));
  const fits = beginning(context.text);
  const matches: CompletionMatch[] = [];
  for (const parameter of own) {
    if (parameter.hidden || binding.given.has(parameter) || !isValidInMask(parameter, binding.setMask)) continue;
    const type = typeOfParameter(parameter);
    const put = (name: string): void => {
      matches.push(new CompletionMatch(`-${name}`, name, 'ParameterName', `[${type}] ${name}`));
    };
    if (fits(parameter.name)) put(parameter.name);
    // Aliases only when they are what is typed: they would double the list.
    else if (context.text !== '') parameter.aliases.filter(fits).forEach(put);
  }
  return matches;
}
