// The machine that the shell or a remote session sits on, and waiting on its behalf.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { MachineView } from '../../src/transport/views.ts';
import { World } from '../../src/transport/world.ts';

export function worldOf(cmdlet: CmdletContext): World {
  return cmdlet.services.get(World);
}

/** Name of the machine that runs this command, as `hostname` prints it. */
export function localName(cmdlet: CmdletContext): string {
  return cmdlet.host.environment.get('COMPUTERNAME') ?? worldOf(cmdlet).defaultServer;
}

export function localMachine(cmdlet: CmdletContext): MachineView | undefined {
  return worldOf(cmdlet).findMachine(localName(cmdlet));
}

/** Lets virtual time pass while a command waits for the network or a service (design: waiting moves the clock). */
export function waitMilliseconds(cmdlet: CmdletContext, milliseconds: number): void {
  if (milliseconds > 0) cmdlet.host.clock.sleep(milliseconds);
}

export function waitUntil(cmdlet: CmdletContext, instantMs: number | undefined): void {
  if (instantMs !== undefined) waitMilliseconds(cmdlet, instantMs - worldOf(cmdlet).now);
}

/** `.`, `localhost` and nothing mean this machine. */
export function computerNameOf(cmdlet: CmdletContext, name: string | undefined): string {
  if (name === undefined || name === '' || name === '.' || name.toLowerCase() === 'localhost') return localName(cmdlet);
  return worldOf(cmdlet).findMachine(name)?.name ?? name;
}
