// Starting and stopping services for Start-, Stop- and Restart-Service. Texts: facts/outputs 8.3.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { ErrorCategory } from '../../src/runtime/errors.ts';
import { WorldError } from '../../src/transport/world-error.ts';
import { waitMilliseconds, worldOf } from './local-machine.ts';
import { serviceException } from './service-selection.ts';
import { runningDependents } from './services.ts';
import { ServiceController } from './types/service-controller.ts';

export function describe({ view }: ServiceController): string {
  return `${view.displayName} (${view.name})`;
}

function fail(
  cmdlet: CmdletContext,
  service: ServiceController,
  text: string,
  id: string,
  category: ErrorCategory,
): false {
  cmdlet.error(cmdlet.makeError(text, id, category, service, serviceException));
  return false;
}

/** Waits for a pending change; every two seconds of waiting bring a warning, as the reference has it. */
function waitFor(cmdlet: CmdletContext, service: ServiceController, wanted: 'Running' | 'Stopped'): boolean {
  const world = worldOf(cmdlet);
  service.refresh();
  while (service.view.status !== wanted) {
    const until = service.view.completesAt;
    if (until === undefined) return false;
    const step = Math.min(2000, until - world.now);
    if (step >= 2000)
      cmdlet.warning(`Waiting for service '${describe(service)}' to ${wanted === 'Running' ? 'start' : 'stop'}...`);
    waitMilliseconds(cmdlet, Math.max(1, step));
    service.refresh();
  }
  return true;
}

export function startService(cmdlet: CmdletContext, service: ServiceController): boolean {
  service.refresh();
  if (service.view.status === 'Running') return true;
  const { server, name } = service.view;
  try {
    worldOf(cmdlet).apply({ kind: 'service', server, service: name, action: 'start' });
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    const text = `Service '${describe(service)}' cannot be started due to the following error: Cannot start service '${name}' on computer '.'.`;
    return fail(cmdlet, service, text, 'CouldNotStartService', 'OpenError');
  }
  if (waitFor(cmdlet, service, 'Running')) return true;
  return fail(cmdlet, service, `Failed to start service '${describe(service)}'.`, 'StartServiceFailed', 'OpenError');
}

/** Stops the service and, with `force`, what depends on it; gives what was stopped, last stopped first, or undefined. */
export function stopService(
  cmdlet: CmdletContext,
  service: ServiceController,
  options: { force: boolean; wait: boolean },
): ServiceController[] | undefined {
  service.refresh();
  if (service.view.status === 'Stopped') return [service];
  const world = worldOf(cmdlet);
  const dependents = runningDependents(world.services(service.view.server), service.view);
  if (dependents.length > 0 && !options.force) {
    const text = `Cannot stop service '${describe(service)}' because it has dependent services. It can only be stopped if the Force flag is set.`;
    fail(cmdlet, service, text, 'ServiceHasDependentServices', 'InvalidOperation');
    return undefined;
  }
  const stopped: ServiceController[] = [];
  for (const each of [...dependents.map((view) => new ServiceController(cmdlet, view)), service]) {
    const { server, name } = each.view;
    try {
      world.apply({ kind: 'service', server, service: name, action: 'stop' });
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      const text = `Service '${describe(each)}' cannot be stopped due to the following error: Cannot stop service '${name}' on computer '.'.`;
      fail(cmdlet, each, text, 'CouldNotStopService', 'CloseError');
      return undefined;
    }
    // A service can stop only after those that need it have stopped.
    if ((options.wait || each !== service) && !waitFor(cmdlet, each, 'Stopped')) {
      fail(cmdlet, each, `Service '${describe(each)}' stop failed.`, 'StopServiceFailed', 'CloseError');
      return undefined;
    }
    each.refresh();
    stopped.unshift(each);
  }
  return stopped;
}
