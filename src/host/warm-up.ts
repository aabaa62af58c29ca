// What the build runs once before it takes V8's code cache: the functions that every start and the commonest commands need are
// then compiled already. Nothing is shown.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserInterface } from '../runtime/host.ts';
import { parseCommandLine } from './command-line.ts';
import { Shell } from './shell.ts';

const COMMANDS = [
  '1',
  '$text = "a $(1 + 2)"; foreach ($i in 1..3) { if ($i -gt 1) { $text += $i } }; $text',
  '[pscustomobject]@{ Name = "a"; Size = 1 } | Where-Object Size -gt 0 | Format-Table',
];

export function warmUp(organizations: string): void {
  const nobody = (): never => {
    throw new Error('nobody can be asked while the shell is being built');
  };
  const ui: UserInterface = {
    interactive: false,
    write: () => {},
    writeError: () => {},
    readLine: nobody,
    choose: nobody,
    readKey: nobody,
    progress: () => {},
    clear: () => {},
    setTitle: () => {},
    columns: 80,
    rows: 24,
    colors: false,
  };
  const state = mkdtempSync(join(tmpdir(), 'hubshell-build-'));
  try {
    const interrupt = { requested: false, clear: () => {} };
    const shell = new Shell(parseCommandLine(['-State', state]), { ui, interrupt, organizations });
    for (const command of COMMANDS) shell.execute(command);
    shell.close();
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}
