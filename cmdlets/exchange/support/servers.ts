// Servers that cmdlets talk to: they must exist, run, and be reached from where the shell sits.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import { localName, worldOf } from '../../windows/local-machine.ts';
import { exchangeError, objectNotFound } from './errors.ts';
import { isDomainController } from './server-settings.ts';

/** The server of that name or FQDN; the error of an unknown one is written. */
export function serverNamed(cmdlet: CmdletContext, name: string): MachineView | undefined {
  const machine = worldOf(cmdlet).findMachine(name);
  if (machine === undefined) cmdlet.error(objectNotFound(cmdlet, name));
  return machine;
}

/** Whether calls get through to it from the machine of the shell. */
export function isReachable(cmdlet: CmdletContext, machine: MachineView): boolean {
  const local = localName(cmdlet);
  if (!machine.online) return false;
  if (machine.name.toLowerCase() === local.toLowerCase()) return true;
  return worldOf(cmdlet).probe(local, machine.addresses[0] ?? '').result === 'ok';
}

/** The server, when it answers; otherwise the product's error is written (facts/outputs 6). */
export function reachableServer(cmdlet: CmdletContext, name: string): MachineView | undefined {
  const machine = serverNamed(cmdlet, name);
  if (machine === undefined || isReachable(cmdlet, machine)) return machine;
  cmdlet.error(exchangeError(cmdlet, 'unavailable', 'The RPC server is unavailable.', machine.name));
  return undefined;
}

/** Whether a service of a server runs and can be called. */
export function serviceRuns(cmdlet: CmdletContext, machine: MachineView, service: string): boolean {
  const wanted = service.toLowerCase();
  return (
    isReachable(cmdlet, machine) &&
    worldOf(cmdlet)
      .services(machine.name)
      .some(({ name, status }) => name.toLowerCase() === wanted && status === 'Running')
  );
}

/** A domain controller that answers; the error is written for any other server. */
export function controllerNamed(cmdlet: CmdletContext, name: string): MachineView | undefined {
  const machine = worldOf(cmdlet).findMachine(name);
  if (machine !== undefined && isDomainController(machine) && isReachable(cmdlet, machine)) return machine;
  const message = `Active Directory server ${name} is not available. Error message: Active directory response: The LDAP server is unavailable.`;
  cmdlet.error(exchangeError(cmdlet, 'directoryUnavailable', message));
  return undefined;
}
