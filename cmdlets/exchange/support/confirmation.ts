// The question before a change, as the Exchange Management Shell asks it (facts/outputs 1.6).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';

/** -WhatIf and -Confirm with the product's text of the action: `Suspending queue "EX01\3".` */
export function confirmed(cmdlet: CmdletContext, action: string): boolean {
  return cmdlet.shouldProcessText(action, `Are you sure you want to perform this action?\n${action}`);
}
