// What a typed session shows first, as the Exchange Management Shell does.

import type { UserInterface } from '../runtime/host.ts';

const LINES = `
         Welcome to the Exchange Management Shell!

Full list of cmdlets: Get-Command
Only Exchange cmdlets: Get-ExCommand
Cmdlets that match a specific string: Help *<string>*
Get general help: Help
Get help for a cmdlet: Help <cmdlet name> or <cmdlet name> -?
Show full output for a command: <command> | Format-List

`;

/** `server`: the machine that the shell sits on, by its full name. */
export function showBanner(ui: UserInterface, server: string): void {
  const verbose = (text: string) => (ui.colors ? `\x1b[33;1mVERBOSE: ${text}\x1b[0m\n` : `VERBOSE: ${text}\n`);
  ui.write(`${LINES}${verbose(`Connecting to ${server}.`)}${verbose(`Connected to ${server}.`)}`);
}
