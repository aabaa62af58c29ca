// Which parameter each argument of a half-written command belongs to, by the binder's rules but without values: names, prefixes,
// positions, and the parameter sets that stay possible.

import type { Command, CommandParameter, Expression } from '../../language/ast.ts';
import { metadataFor } from '../binder/command-metadata.ts';
import { type CommandMetadata, type ParameterMetadata, setData } from '../binder/metadata.ts';
import { isValidInMask, setsOfMask } from '../binder/parameter-sets.ts';
import type { CommandInfo } from '../command-info.ts';

export interface ElementBinding {
  metadata: CommandMetadata | undefined;
  /** Arguments by parameter, in lower case. */
  values: Map<string, Expression[]>;
  /** Parameters that have been given, switches too. */
  given: Set<ParameterMetadata>;
  /** Bits of the sets still possible. */
  setMask: number;
  /** The named parameter that still waits for its argument. */
  waiting: ParameterMetadata | undefined;
}

export function parameterNamed(metadata: CommandMetadata, name: string): ParameterMetadata | undefined {
  const key = name.toLowerCase();
  const exact = metadata.exact(key);
  if (exact || key === '') return exact;
  const matches = metadata.startingWith(key);
  return matches.find(({ common }) => !common) ?? matches[0];
}

/** The parameter that the next positional argument goes to; a word is no script block. */
export function nextPositional(binding: ElementBinding, word = false): ParameterMetadata | undefined {
  const { metadata, given, setMask } = binding;
  if (!metadata) return undefined;
  const remaining = metadata.remaining.find((parameter) => isValidInMask(parameter, setMask));
  const free = metadata.positional.filter(
    (parameter) => !given.has(parameter) && isValidInMask(parameter, setMask) && !(word && takesBlock(parameter)),
  );
  const rank = (parameter: ParameterMetadata): number => {
    const isDefault = isValidInMask(parameter, metadata.defaultMask & setMask);
    // At the same position the default set's parameter comes first, as the binder tries them.
    return positionIn(metadata, parameter, setMask) * 2 + (isDefault ? 0 : 1);
  };
  return [...free].sort((a, b) => rank(a) - rank(b))[0] ?? remaining;
}

function takesBlock({ type }: ParameterMetadata): boolean {
  return (type.elementType ?? type).id === 'System.Management.Automation.ScriptBlock';
}

function positionIn(metadata: CommandMetadata, parameter: ParameterMetadata, mask: number): number {
  const possible = setsOfMask(metadata, mask).flatMap((set) => setData(parameter, set)?.position ?? []);
  const all = [...parameter.sets.values()].flatMap((data) => data.position ?? []);
  return Math.min(...(possible.length > 0 ? possible : all));
}

/** Binds the elements before `end`. */
export function bindElements(command: CommandInfo, { elements }: Command, end: number): ElementBinding {
  const metadata = metadataFor(command);
  const binding: ElementBinding = {
    metadata,
    values: new Map(),
    given: new Set(),
    setMask: metadata?.allMask ?? -1,
    waiting: undefined,
  };
  if (!metadata) return binding;
  const positional: Expression[] = [];
  for (const element of elements.slice(1, end)) {
    if (element.kind === 'CommandParameter') bindName(binding, metadata, element);
    else if (binding.waiting) {
      give(binding, binding.waiting, element);
      binding.waiting = undefined;
    } else positional.push(element);
  }
  for (const element of positional) {
    const parameter = nextPositional(binding, element.kind !== 'ScriptBlockExpression');
    if (parameter) give(binding, parameter, element);
  }
  return binding;
}

function bindName(binding: ElementBinding, metadata: CommandMetadata, element: CommandParameter): void {
  const parameter = parameterNamed(metadata, element.name);
  binding.waiting = undefined;
  if (!parameter) return;
  give(binding, parameter, element.argument);
  if (!parameter.isSwitch && !element.argument) binding.waiting = parameter;
}

function give(binding: ElementBinding, parameter: ParameterMetadata, value: Expression | undefined): void {
  binding.given.add(parameter);
  if (parameter.setMask !== -1 && (binding.setMask & parameter.setMask) !== 0) binding.setMask &= parameter.setMask;
  if (value) binding.values.set(parameter.key, [...(binding.values.get(parameter.key) ?? []), value]);
}
