// What the cmdlet reference says of the Exchange cmdlets (test/fixtures/exchange-cmdlets.json) against what hubshell has:
// one comparison for two readers, the definitions themselves and what the shell shows of them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../support/repository.ts';

export interface FactParameter {
  name: string;
  type: string;
  required: boolean;
  /** From 1; null: by name only. */
  position: number | null;
  pipelineInput: boolean | ('ByValue' | 'ByPropertyName')[];
  requiredBySet?: Record<string, boolean>;
  positionalBySet?: Record<string, boolean>;
  aliases?: string[];
  onPremises?: boolean;
  versions?: string[];
  acceptedValues?: string[];
  acceptedValuesOpen?: boolean;
  range?: [low: number | string | null, high: number | string | null];
  rangeUnit?: string;
  rangeOf?: string;
  maxLength?: number;
  maxEntries?: number;
}
export interface FactCmdlet {
  name: string;
  versions: string[];
  supportsShouldProcess: boolean;
  parameterSets: { name: string; default: boolean | null; parameters: string[]; onPremises?: boolean }[];
  parameters: FactParameter[];
}

export const factCmdlets: FactCmdlet[] = JSON.parse(
  readFileSync(join(repositoryRoot, 'test/fixtures/exchange-cmdlets.json'), 'utf8'),
).cmdlets;

/** A parameter as hubshell has it. Sets by name; `*` is what holds for all. */
export interface FoundParameter {
  type: string;
  aliases: string[];
  sets: Record<string, FoundSet>;
  values?: string[];
}
export interface FoundSet {
  required: boolean;
  /** From 0. */
  position: number | undefined;
  byValue: boolean;
  byName: boolean;
}
export type FoundCmdlet = Record<string, FoundParameter>;

export interface Difference {
  cmdlet: string;
  parameter: string;
  aspect: 'missing' | 'type' | 'set' | 'required' | 'position' | 'pipeline' | 'aliases' | 'values' | 'range';
  expected: unknown;
  found: unknown;
}

const last = (typeName: string): string => typeName.replace(/^.*[.+](?=[\w`]+(\[\])?$)/, '').replace(/`\d$/, '');

/** Types that differ from the documented word for one shell type. */
const sameType: Record<string, string> = { 'System.Boolean': 'Boolean' };

/** Values of an enumeration that the page lists in full; undefined where anything else may be given, too. */
export function closedValues({ type, acceptedValues, acceptedValuesOpen }: FactParameter): string[] | undefined {
  if (acceptedValuesOpen || acceptedValues === undefined) return undefined;
  if (/^(System\.)?(Boolean|SwitchParameter|Int32|MultiValuedProperty|Unlimited|String|DateTime)(\[\])?$/.test(type))
    return undefined;
  return acceptedValues.every((value) => /^\w+$/.test(value)) ? acceptedValues : undefined;
}

function compareSet(fact: FactParameter, set: string, found: FoundSet): Omit<Difference, 'cmdlet' | 'parameter'>[] {
  const required = fact.requiredBySet?.[set] ?? fact.required;
  const positional = fact.positionalBySet?.[set] ?? fact.position !== null;
  const position = positional && fact.position !== null ? fact.position - 1 : undefined;
  const differences: Omit<Difference, 'cmdlet' | 'parameter'>[] = [];
  if (required !== found.required)
    differences.push({ aspect: 'required', expected: `${set}: ${required}`, found: found.required });
  if (position !== found.position)
    differences.push({ aspect: 'position', expected: `${set}: ${position}`, found: found.position });
  const { pipelineInput: input } = fact;
  const pipeline = { value: found.byValue, name: found.byName };
  // `true`: the page says that input is accepted, but not how.
  const fits =
    input === true
      ? found.byValue || found.byName
      : found.byValue === (input !== false && input.includes('ByValue')) &&
        found.byName === (input !== false && input.includes('ByPropertyName'));
  if (!fits) differences.push({ aspect: 'pipeline', expected: input, found: pipeline });
  return differences;
}

function compareParameter(fact: FactParameter, sets: string[], found: FoundParameter) {
  const differences: Omit<Difference, 'cmdlet' | 'parameter'>[] = [];
  const type = sameType[fact.type] ?? last(fact.type);
  if (type.toLowerCase() !== last(found.type).toLowerCase())
    differences.push({ aspect: 'type', expected: type, found: last(found.type) });
  for (const set of sets) {
    const own = found.sets[set] ?? found.sets['*'];
    if (own === undefined) differences.push({ aspect: 'set', expected: set, found: Object.keys(found.sets) });
    else differences.push(...compareSet(fact, set, own));
  }
  const extra = Object.keys(found.sets).filter((set) => set !== '*' && !sets.includes(set));
  if (extra.length > 0) differences.push({ aspect: 'set', expected: sets, found: extra });
  const sorted = (texts: readonly string[]): string =>
    texts
      .map((text) => text.toLowerCase())
      .sort()
      .join(',');
  if (sorted(fact.aliases ?? []) !== sorted(found.aliases))
    differences.push({ aspect: 'aliases', expected: fact.aliases ?? [], found: found.aliases });
  const values = closedValues(fact);
  if (values && sorted(values) !== sorted(found.values ?? []))
    differences.push({ aspect: 'values', expected: values, found: found.values });
  return differences;
}

/** On-premises parameters of a cmdlet and the sets that each belongs to; a cmdlet with one set has it under the name `*`. */
export function onPremisesParameters(cmdlet: FactCmdlet): { fact: FactParameter; sets: string[] }[] {
  const sets = cmdlet.parameterSets.filter((set) => set.onPremises !== false);
  return cmdlet.parameters
    .filter((fact) => fact.onPremises !== false)
    .map((fact) => ({
      fact,
      sets:
        sets.length < 2
          ? ['*']
          : sets
              .filter((set) => set.parameters.some((name) => name.toLowerCase() === fact.name.toLowerCase()))
              .map(({ name }) => name),
    }));
}

/** -WhatIf and -Confirm come with ShouldProcess: their form is PowerShell's, so their presence is what counts. */
const fromShell = new Set(['whatif', 'confirm']);

export function compareCmdlet(cmdlet: FactCmdlet, found: FoundCmdlet | undefined): Difference[] {
  if (found === undefined && cmdlet.parameters.length === 0)
    return [{ cmdlet: cmdlet.name, parameter: '', aspect: 'missing', expected: cmdlet.name, found }];
  const byName = new Map(Object.entries(found ?? {}).map(([name, parameter]) => [name.toLowerCase(), parameter]));
  return onPremisesParameters(cmdlet).flatMap(({ fact, sets }): Difference[] => {
    const parameter = byName.get(fact.name.toLowerCase());
    const named = { cmdlet: cmdlet.name, parameter: fact.name };
    if (parameter === undefined) return [{ ...named, aspect: 'missing', expected: fact.type, found: undefined }];
    if (fromShell.has(fact.name.toLowerCase())) return [];
    return compareParameter(fact, sets, parameter).map((difference) => ({ ...named, ...difference }));
  });
}
