// A lab as a seed makes it: what is drawn stands in the place of its placeholders. The same seed draws the same.

import type { Lab } from '../../../state/schema/lab.ts';
import { fillIn } from '../../../state/schema/lab-validation.ts';
import { RandomGenerator } from '../../transport/kernel/random.ts';

export function drawLab(lab: Lab, seed: number): Lab {
  const random = new RandomGenerator(Math.imul(seed + 1, 0x9e37_79b1) ^ 0x006c_6162);
  const drawn = Object.fromEntries(
    Object.entries(lab.draws ?? {}).map(([name, choices]) => [name, choices[random.below(choices.length)]!]),
  );
  return { ...fillIn(lab, drawn), seed };
}
