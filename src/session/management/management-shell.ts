// What makes a session an Exchange Management Shell beside its cmdlets: functions such as Get-ExCommand and Connect-ExchangeServer,
// and the variables that name Exchange's folders. Nothing is read or parsed before it is used.

import { FunctionInfo } from '../../runtime/command-info.ts';
import type { Engine } from '../../runtime/engine.ts';
import { LazyVariable } from '../../runtime/predefined-variables.ts';
import type { ScriptBlock } from '../../runtime/script-block.ts';
import { shellFunctions } from './shell-functions.ts';

/** A function whose text is parsed when it is first looked at. */
class LazyFunction extends FunctionInfo {
  constructor(name: string, make: () => ScriptBlock) {
    super(name, undefined as unknown as ScriptBlock);
    let made: ScriptBlock | undefined;
    Object.defineProperty(this, 'scriptBlock', {
      get: () => (made ??= make()),
      set: (block: ScriptBlock) => {
        made = block;
      },
    });
  }
}

export function defineManagementShell(engine: Engine): void {
  const { root } = engine.session;
  for (const [name, text] of Object.entries(shellFunctions)) {
    const make = (): ScriptBlock => engine.createScriptBlock(text, undefined, engine.session);
    engine.functions.setIn(root, new LazyFunction(name, make));
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
