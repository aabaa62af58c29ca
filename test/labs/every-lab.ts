// What makes a lab sound, for the tests of every level: it begins broken, every solution repairs it, every wrong fix fails with a reason that fits, it
// is the same again from the same seed, and it speaks both languages.

import { describe, expect, it } from 'vitest';
import { joined, type Lab, labNameRule } from '../../state/schema/lab.ts';
import { checkLab, faultsOf, labNames, openLabSession, readLab } from './support.ts';

/** A lab is played seven times and more; a machine that runs everything at once is slow. */
const limitMs = 180_000;
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** Pairs of texts anywhere in the lab. */
function* bilingualTexts(value: unknown, path = ''): Iterable<{ path: string; en: string; ja: string }> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value && 'ja' in value) {
    const { en, ja } = value as { en: string | string[]; ja: string | string[] };
    yield { path, en: joined(en), ja: joined(ja) };
    return;
  }
  for (const [key, item] of Object.entries(value)) yield* bilingualTexts(item, path === '' ? key : `${path}.${key}`);
}

/** Everything of a begun lab's world, as text, and how long judging it takes. */
function begin(name: string, seed: number): { world: string; judgeMs: number } {
  const test = openLabSession();
  try {
    const judgeMs = Number(
      test.run(`Start-Lab ${name} -Seed ${seed} 6>$null | Out-Null; (Test-Lab).Elapsed.TotalMilliseconds`),
    );
    const world = test.run('Export-Sandbox C:\\world.json -NoHistory | Out-Null; Get-Content C:\\world.json -Raw');
    return { world, judgeMs };
  } finally {
    test.dispose();
  }
}

/** The tests of the labs that are wanted. */
export function testLabs(isWanted: (lab: Lab) => boolean): void {
  const names = labNames.filter((name) => isWanted(readLab(name)));
  describe.each(names)('the lab %s', testLab);
  const drawn = names.filter((name) => readLab(name).draws !== undefined);
  if (drawn.length > 0) describe.each(drawn)('the lab %s', testDraws);
}

function testLab(name: string): void {
  const lab = readLab(name);

  it(
    'begins broken, is repaired by every solution, and by no wrong fix',
    () => {
      const { findings } = checkLab(name);
      expect(faultsOf(findings)).toEqual([]);
      expect(findings.filter(({ Text }) => Text.startsWith('Wrong fix')).length).toBeGreaterThanOrEqual(2);
    },
    limitMs,
  );

  it(
    'is the same again from the same seed',
    () => {
      const first = begin(name, 5);
      const second = begin(name, 5);
      expect(second.world).toBe(first.world);
      console.log(`  judged in ${Math.round(first.judgeMs)} ms`);
    },
    limitMs,
  );

  it('has a kebab-case name, which is its file', () => {
    expect(lab.name).toBe(name);
    expect(name).toMatch(labNameRule);
  });

  it('links Trace-SandboxMessage and Get-Help in its hints', () => {
    const hints = lab.hints.map(({ en }) => joined(en)).join(' ');
    expect(hints).toContain('Trace-SandboxMessage');
    expect(hints).toContain('Get-Help');
  });

  it('says everything in English and Japanese', () => {
    for (const { path, en, ja } of bilingualTexts(lab)) {
      expect(en, path).not.toMatch(japanese);
      // A phrase that a wrong fix must meet may be a name or a state.
      if (!path.endsWith('.says')) expect(ja, path).toMatch(japanese);
    }
  });
}

function testDraws(name: string): void {
  const { seed } = readLab(name);
  it.each([seed + 1, seed + 2])(
    'is sound as the seed %i draws it',
    (other) => {
      expect(faultsOf(checkLab(name, other).findings)).toEqual([]);
    },
    limitMs,
  );
}
