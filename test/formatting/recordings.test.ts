// What PowerShell 7.6.5 printed for these scripts (80 columns, en-US, no colours), replayed in hubshell.

import { describe, expect, it } from 'vitest';
import formatting from '../fixtures/recordings/formatting.json' with { type: 'json' };
import { runGolden } from '../goldens/run-golden.ts';

describe('formatting as the reference prints it', () => {
  for (const { script, output } of formatting) {
    it(script, () => {
      const result = runGolden({ id: 'recording', area: 'formatting', script, output, exit: 0 });
      expect(result.fault).toBeUndefined();
      expect(result.actual).toBe(output);
    });
  }
});
