// Tries labs while they are written: node scripts/run.mjs test/labs/cli.ts [-Seeds 3] <name>…
// Prints what Test-Lab -Path finds, with the reasons that a learner would read.

import { checkLab, labNames, readLab } from './support.ts';

const args = process.argv.slice(2);
const seedsAt = args.findIndex((argument) => argument.toLowerCase() === '-seeds');
const seeds = seedsAt < 0 ? 1 : Number(args.splice(seedsAt, 2)[1]);
const names = args.length > 0 ? args.map((name) => name.replace(/^.*\/|\.json$/g, '')) : labNames;
let failed = 0;
for (const name of names) {
  for (let index = 0; index < seeds; index++) {
    const seed = readLab(name).seed + index;
    const { passed, findings, milliseconds } = checkLab(name, seed);
    console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (seed ${seed}, ${Math.round(milliseconds)} ms)`);
    for (const { Text, Met, Why } of findings)
      if (names.length === 1 || !Met)
        console.log(`  ${Met ? 'ok  ' : 'FAIL'} ${Text}${Why ? `\n         ${Why}` : ''}`);
    if (!passed) failed++;
  }
}
process.exit(failed > 0 ? 1 : 0);
