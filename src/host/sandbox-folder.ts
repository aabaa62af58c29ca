// Where the sandbox lies when the command line does not say.

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** -State, else HUBSHELL_STATE, else the platform's data folder. */
export function sandboxFolder(named: string | undefined): string {
  const chosen = named ?? process.env.HUBSHELL_STATE;
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  return join(dataFolder(), 'hubshell', 'default');
}

function dataFolder(): string {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
}
