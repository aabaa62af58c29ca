// The clipboard of one engine.

import type { Engine } from '../../../../src/runtime/engine.ts';

export function clipboardOf(engine: Engine): { text: string } {
  let clipboard = engine.extensions.get('clipboard') as { text: string } | undefined;
  if (!clipboard) engine.extensions.set('clipboard', (clipboard = { text: '' }));
  return clipboard;
}
