// What Set-ContentFilterConfig insists on: of the actions that are on, the stronger one has the higher threshold.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { invalid } from './server-scope.ts';

/** From the strongest to the weakest. */
const actions = ['Delete', 'Reject', 'Quarantine'];

export function thresholdsRise(cmdlet: CmdletContext, after: JsonObject): boolean {
  const on = actions.filter((action) => after[`SCL${action}Enabled`] === true);
  for (let index = 1; index < on.length; index += 1) {
    const stronger = on[index - 1]!;
    const weaker = on[index]!;
    if (Number(after[`SCL${stronger}Threshold`]) > Number(after[`SCL${weaker}Threshold`])) continue;
    invalid(
      cmdlet,
      `The value of the SCL${stronger}Threshold parameter must be greater than the value of the SCL${weaker}Threshold parameter.`,
    );
    return false;
  }
  return true;
}
