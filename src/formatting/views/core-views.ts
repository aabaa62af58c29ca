// Registers the views of the shell's own types. Each file is read when something is first formatted.

import { registerViews } from '../view-registry.ts';
import { collectionViews } from './collections.ts';
import { commandViews } from './commands.ts';
import { fileViews } from './files.ts';
import { objectCommandViews } from './object-commands.ts';
import { sessionViews } from './sessions.ts';
import { valueViews } from './values.ts';

let done = false;

export function registerCoreViews(): void {
  if (done) return;
  done = true;
  for (const family of [collectionViews, valueViews, fileViews, objectCommandViews, commandViews, sessionViews]) registerViews(family);
}
