// Every Exchange cmdlet against Microsoft's cmdlet reference (test/fixtures/exchange-cmdlets.json): presence, parameters with their
// types, sets, positions, aliases, values, pipeline input and limits, first in the definitions, then as the shell shows them.
// What differs stands in exchange-facts-left-out.json with its reason; that list may only shrink.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeCmdletDefinition } from '../../cmdlets/exchange/support/exchange-cmdlet.ts';
import { faultOf } from '../../cmdlets/exchange/support/parameter-rules.ts';
import { cmdlets } from '../../cmdlets/index.ts';
import { openTestSession, type TestSession } from '../support/session.ts';
import { definitionOf } from './exchange-definitions.ts';
import {
  compareCmdlet,
  type Difference,
  type FactCmdlet,
  type FactParameter,
  type FoundCmdlet,
  factCmdlets,
  onPremisesParameters,
} from './exchange-facts-comparison.ts';
import leftOut from './exchange-facts-left-out.json' with { type: 'json' };
import { shellScript, shellView } from './exchange-shell-view.ts';

/** The reference's figures may not fall below these: raise them when more is there. */
const leastShare = 1;
const mostLeftOut = 0;

const reasons: Record<string, string> = leftOut;
const definitions = new Map(cmdlets.map((cmdlet) => [cmdlet.name.toLowerCase(), cmdlet]));
const definitionOfFact = ({ name }: FactCmdlet) =>
  definitions.get(name.toLowerCase()) as ExchangeCmdletDefinition | undefined;

/** Keys of the list: `Cmdlet`, `Cmdlet -Parameter`, `Cmdlet -Parameter aspect`. */
function isLeftOut({ cmdlet, parameter, aspect }: Difference): boolean {
  return [cmdlet, `${cmdlet} -${parameter}`, `${cmdlet} -${parameter} ${aspect}`].some((key) => key in reasons);
}
const inWords = ({ cmdlet, parameter, aspect, expected, found }: Difference): string =>
  `${cmdlet} -${parameter} ${aspect}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`;

function unexplained(differences: Difference[]): string[] {
  return differences.filter((difference) => !isLeftOut(difference)).map(inWords);
}

describe('the definitions', () => {
  it.each(factCmdlets)('have $name as the reference describes it', (fact) => {
    expect(unexplained(compareCmdlet(fact, definitionOf(definitionOfFact(fact))))).toEqual([]);
  });

  it('cover the parameters on premises', () => {
    const all = factCmdlets.flatMap((fact) => onPremisesParameters(fact));
    const differing = factCmdlets.flatMap((fact) =>
      compareCmdlet(fact, definitionOf(definitionOfFact(fact))).map(
        ({ cmdlet, parameter }) => `${cmdlet} ${parameter}`,
      ),
    );
    const same = all.length - new Set(differing).size;
    console.log(
      `${same} of ${all.length} on-premises parameters as in the reference (${((same / all.length) * 100).toFixed(2)} %)`,
    );
    expect(same / all.length).toBeGreaterThanOrEqual(leastShare);
  });

  it('leave out only what is explained, and nothing that is there', () => {
    const differences = factCmdlets.flatMap((fact) => compareCmdlet(fact, definitionOf(definitionOfFact(fact))));
    const used = new Set(
      differences.flatMap(({ cmdlet, parameter, aspect }) => [
        cmdlet,
        `${cmdlet} -${parameter}`,
        `${cmdlet} -${parameter} ${aspect}`,
      ]),
    );
    expect(Object.keys(reasons).filter((key) => !used.has(key))).toEqual([]);
    expect(Object.values(reasons).filter((reason) => reason.trim().length < 20)).toEqual([]);
    expect(Object.keys(reasons).length).toBeLessThanOrEqual(mostLeftOut);
  });
});

// ---------------------------------------------------------------- limits and versions

/** An end of a range as the cmdlet would be given it. */
function asArgument(end: number | string, { rangeUnit, type }: FactParameter): string {
  const unit = rangeUnit === 'KB' && Number(end) !== 0 ? 'KB' : '';
  return `${String(end).replace(' ', '')}${type === 'Int32' ? '' : unit}`;
}
const ranged = factCmdlets.flatMap((fact) =>
  onPremisesParameters(fact)
    .map(({ fact: parameter }) => ({ fact, parameter, definition: definitionOfFact(fact) }))
    .filter(({ parameter, definition }) => definition !== undefined && parameter.range && !parameter.rangeOf)
    // `5.7.900` is an enhanced status code: the rule's action checks it.
    .filter(({ parameter }) => parameter.type !== 'RejectEnhancedStatus'),
);

describe('the limits of the reference', () => {
  it('are taken over for every value with a range', () => {
    const faults: string[] = [];
    for (const { fact, parameter, definition } of ranged) {
      const rules = definition!.rules.get(parameter.name) ?? {};
      const [low, high] = parameter.range!;
      const refused = (text: string): boolean => faultOf(rules, text) !== undefined;
      const name = `${fact.name} -${parameter.name}`;
      for (const end of [low, high])
        if (end !== null && end !== 'Int64' && refused(asArgument(end, parameter)))
          faults.push(`${name}: ${end} is refused`);
      // Beyond 2^53 no argument is larger.
      if (typeof high === 'number' && !refused(`${high + 1}${asArgument(high, parameter).replace(/^\d+/, '')}`))
        faults.push(`${name}: more than ${high} is taken`);
      if (typeof high === 'string' && high.includes(':') && !refused('30000.00:00:00'))
        faults.push(`${name}: more than ${high}`);
      if (typeof low === 'number' && low > 0 && !refused('0')) faults.push(`${name}: less than ${low} is taken`);
    }
    expect(faults).toEqual([]);
  });

  it('are taken over for every length and number of values', () => {
    const faults = factCmdlets.flatMap((fact) => {
      const definition = definitionOfFact(fact);
      if (definition === undefined) return [];
      return onPremisesParameters(fact)
        .filter(({ fact: parameter }) => !isLeftOut({ ...named(fact, parameter), aspect: 'missing' }))
        .filter(({ fact: parameter }) => {
          const rules = definition.rules.get(parameter.name) ?? {};
          return rules.maxLength !== parameter.maxLength || rules.maxEntries !== parameter.maxEntries;
        })
        .map(({ fact: parameter }) => `${fact.name} -${parameter.name}`);
    });
    expect(faults).toEqual([]);
  });

  it('hold for the versions of Exchange', () => {
    const years = (versions: readonly string[]): number[] => versions.filter((version) => version !== 'SE').map(Number);
    const first = (versions: readonly string[]): number => (years(versions)[0]! <= 2010 ? 2007 : years(versions)[0]!);
    const faults = factCmdlets.flatMap((fact) => {
      const definition = definitionOfFact(fact);
      if (definition === undefined) return [];
      const own = [first(fact.versions), years(fact.versions).at(-1)].join('-');
      const found = (definition.versions ?? [2007, 2019]).join('-');
      const parameters = onPremisesParameters(fact).flatMap(({ fact: parameter }) => {
        const versions = parameter.versions ?? fact.versions;
        const expected = [first(versions), years(versions).at(-1)].join('-');
        const has = (definition.rules.get(parameter.name)?.versions ?? definition.versions ?? [2007, 2019]).join('-');
        return expected === has ? [] : [`${fact.name} -${parameter.name}: ${expected}, found ${has}`];
      });
      return [...(own === found ? [] : [`${fact.name}: ${own}, found ${found}`]), ...parameters];
    });
    expect(faults).toEqual([]);
  });
});

function named(fact: FactCmdlet, parameter: FactParameter): Difference {
  return { cmdlet: fact.name, parameter: parameter.name, aspect: 'missing', expected: undefined, found: undefined };
}

// ---------------------------------------------------------------- as the shell shows them

describe('the shell', () => {
  let test: TestSession;
  let shown: Map<string, FoundCmdlet>;
  const present = factCmdlets.filter((fact) => definitionOfFact(fact) !== undefined);

  beforeAll(() => {
    test = openTestSession({ ui: { columns: 5000 } });
    shown = shellView(test.run(shellScript(present.map(({ name }) => name))));
  });
  afterAll(() => test.dispose());

  it('shows the parameters of (Get-Command X).Parameters as the reference has them', () => {
    const differences = present.flatMap((fact) => compareCmdlet(fact, shown.get(fact.name.toLowerCase())));
    expect(unexplained(differences)).toEqual([]);
  });

  it('shows the sets of (Get-Command X).ParameterSets and the lines of Get-Command -Syntax', () => {
    const faults: string[] = [];
    for (const fact of present) {
      const sets = fact.parameterSets.filter((set) => set.onPremises !== false).map(({ name }) => name);
      const names = test.run(`(Get-Command ${fact.name}).ParameterSets.Name -join ','`).trim();
      const expected = sets.length < 2 ? ['__AllParameterSets'] : sets;
      if (names.split(',').sort().join() !== [...expected].sort().join()) faults.push(`${fact.name}: ${names}`);
      const lines = test.run(`Get-Command ${fact.name} -Syntax`).split('\n').filter(Boolean);
      if (lines.length !== expected.length) faults.push(`${fact.name}: ${lines.length} lines of syntax`);
      for (const { fact: parameter } of onPremisesParameters(fact))
        if (!lines.some((line) => line.toLowerCase().includes(`-${parameter.name.toLowerCase()}`)))
          faults.push(`${fact.name}: no -${parameter.name} in the syntax`);
    }
    expect(faults).toEqual([]);
  });
});
