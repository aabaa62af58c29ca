// Registers the views of the shell's own types. Each file is read when something is first formatted.

import { PSStyle } from '../../runtime/ps-style.ts';
import { registerViews } from '../view-registry.ts';
import { collectionViews } from './collections.ts';
import { commandViews } from './commands.ts';
import { administrationViews } from './exchange/administration-views.ts';
import { configurationViews } from './exchange/configuration-views.ts';
import { labViews } from './exchange/lab-views.ts';
import { receivingViews } from './exchange/receiving-views.ts';
import { sandboxViews } from './exchange/sandbox-views.ts';
import { transportViews } from './exchange/transport-views.ts';
import { windowsViews } from './exchange/windows-views.ts';
import { fileViews } from './files.ts';
import { helpViews } from './help.ts';
import { objectCommandViews } from './object-commands.ts';
import { styleViews } from './ps-style.ts';
import { sessionViews } from './sessions.ts';
import { valueViews } from './values.ts';

let done = false;

export function registerCoreViews(): void {
  if (done) return;
  done = true;
  const shell = [
    collectionViews,
    valueViews,
    fileViews,
    objectCommandViews,
    commandViews,
    helpViews,
    sessionViews,
    () => styleViews(new PSStyle()),
  ];
  for (const family of [
    ...shell,
    transportViews,
    configurationViews,
    administrationViews,
    receivingViews,
    windowsViews,
    sandboxViews,
    labViews,
  ])
    registerViews(family);
}
