// Execution policies of one session, by scope.

import type { Engine } from '../../../../src/runtime/engine.ts';

/** In order of precedence. */
export const POLICY_SCOPES = ['MachinePolicy', 'UserPolicy', 'Process', 'CurrentUser', 'LocalMachine'];

export function policiesOf(engine: Engine): Map<string, string> {
  let policies = engine.extensions.get('execution-policies') as Map<string, string> | undefined;
  if (!policies) engine.extensions.set('execution-policies', (policies = new Map([['LocalMachine', 'RemoteSigned']])));
  return policies;
}
