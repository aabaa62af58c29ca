// Script blocks that complete arguments, by `command:parameter` in lower case.

import type { Engine } from '../../../../src/runtime/engine.ts';
import type { Value } from '../../../../src/runtime/values.ts';

export function completersOf(engine: Engine): Map<string, Value> {
  let completers = engine.extensions.get('argument-completers') as Map<string, Value> | undefined;
  if (!completers) engine.extensions.set('argument-completers', (completers = new Map()));
  return completers;
}
