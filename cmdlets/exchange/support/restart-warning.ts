// What changes to transport agents print (facts/outputs 3.5; the space before the colon is the product's).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';

export function warnOfRestart(cmdlet: CmdletContext): void {
  cmdlet.warning('The following service restart is required for the change(s) to take effect : MSExchangeTransport');
}
