// Every example of every definition runs, on the organisation that it names, and prints what it says.

import { describe, expect, it } from 'vitest';
import { cmdlets } from '../../cmdlets/index.ts';
import type { Example } from '../../src/runtime/cmdlet.ts';
import { openTestSession } from '../support/session.ts';

function runExample({ script, setup, organization }: Example): string {
  const test = openTestSession({ organization });
  try {
    if (setup !== undefined) test.run(setup);
    return test.run(script);
  } finally {
    test.dispose();
  }
}

for (const { name, examples } of cmdlets) {
  describe(name, () => {
    examples.forEach((example, index) => {
      it(example.title ?? `example ${index + 1}: ${example.script}`, () => {
        const output = runExample(example);
        // The text may end with or without a line break in the definition.
        if (example.output !== undefined) expect(output.trimEnd()).toBe(example.output.trimEnd());
        else expect(output).not.toContain('+ FullyQualifiedErrorId : ');
      });
    });
  });
}
