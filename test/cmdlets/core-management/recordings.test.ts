// What PowerShell 7.6.5 printed for these uses of the management, data and engine cmdlets (80 columns, en-US, no colours),
// replayed in hubshell.

import { describe, expect, it } from 'vitest';
import recordings from '../../fixtures/recordings/management.json' with { type: 'json' };
import { runGolden } from '../../goldens/run-golden.ts';

describe('management, data and engine cmdlets as the reference has them', () => {
  for (const { script, output, exit } of recordings) {
    it(script.slice(script.indexOf('\n') + 1), () => {
      const result = runGolden({ id: 'recording', area: 'management', script, output, exit });
      expect(result.fault).toBeUndefined();
      expect(result.actual).toBe(output);
      expect(result.actualExit).toBe(exit);
    });
  }
});
