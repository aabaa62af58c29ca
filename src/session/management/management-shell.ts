// What makes a session an Exchange Management Shell beside its cmdlets: functions such as Get-ExCommand and Connect-ExchangeServer,
// and the variables that name Exchange's folders. Nothing is read or parsed before it is used.

import type { Engine } from '../../runtime/engine.ts';
import { LazyFunction } from '../../runtime/predefined-functions.ts';
import { LazyVariable } from '../../runtime/predefined-variables.ts';
import { shellFunctions } from './shell-functions.ts';

export function defineManagementShell(engine: Engine): void {
  const { root } = engine.session;
  for (const [name, text] of Object.entries(shellFunctions)) {
    engine.functions.setIn(root, new LazyFunction(engine, name, text));
  }
  const folder = (below: string) => () => (engine.host.environment.get('ExchangeInstallPath') ?? '') + below;
  root.extra ??= new Map();
  for (const [name, below] of [
    ['exbin', 'bin\\'],
    ['exscripts', 'scripts\\'],
    ['exinstall', ''],
  ] as const)
    root.extra.set(name, new LazyVariable(name, folder(below), 0));
}
