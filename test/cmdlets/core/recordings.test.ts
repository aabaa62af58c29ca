// What PowerShell 7.6.5 printed for these uses of the object cmdlets (80 columns, en-US, no colours), replayed in hubshell.

import { describe, expect, it } from 'vitest';
import objects from '../../fixtures/recordings/objects.json' with { type: 'json' };
import { runGolden } from '../../goldens/run-golden.ts';

describe('object cmdlets as the reference has them', () => {
  for (const { script, output } of objects) {
    it(script, () => {
      const result = runGolden({ id: 'recording', area: 'objects', script, output, exit: 0 });
      expect(result.fault).toBeUndefined();
      expect(result.actual).toBe(output);
    });
  }
});
