// How the service cmdlets find the services they are asked for, and the errors of that.

import type { CmdletContext, CmdletDefinition, ParameterDefinition } from '../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../src/runtime/operators/strings.ts';
import type { ServiceView } from '../../src/transport/views.ts';
import { computerNameOf, worldOf } from './local-machine.ts';
import { ServiceController, serviceControllerType } from './types/service-controller.ts';

export const serviceException = 'Microsoft.PowerShell.Commands.ServiceCommandException';

/** Parameters by which Get-, Start-, Stop-, Restart-Service select. */
export const selectionParameters: Record<string, ParameterDefinition> = {
  Name: {
    type: 'string[]',
    aliases: ['ServiceName'],
    sets: { Default: { position: 0, mandatory: true, pipeline: 'both' } },
    wildcards: true,
    help: 'Names of the services.',
  },
  DisplayName: {
    type: 'string[]',
    sets: { DisplayName: { mandatory: true } },
    wildcards: true,
    help: 'Display names of the services.',
  },
  InputObject: {
    type: 'System.ServiceProcess.ServiceController[]',
    sets: { InputObject: { position: 0, mandatory: true, pipeline: 'value' } },
    help: 'Services as Get-Service puts them out.',
  },
  Include: { type: 'string[]', wildcards: true, help: 'Only services whose names fit one of these.' },
  Exclude: { type: 'string[]', wildcards: true, help: 'No services whose names fit one of these.' },
};

export function fitsAny(name: string, patterns: string[] | undefined): boolean {
  return patterns?.some((pattern) => matchesWildcard(name, pattern, true)) ?? false;
}

/** Services that the bound parameters select, in order of name; writes the errors of names that select none. */
export function selectServices(cmdlet: CmdletContext): ServiceController[] {
  const { args } = cmdlet;
  const controllers: ServiceController[] =
    args.InputObject ?? (args.DisplayName ? byDisplayName(cmdlet) : byName(cmdlet));
  return controllers.filter(
    ({ view }) => (args.Include === undefined || fitsAny(view.name, args.Include)) && !fitsAny(view.name, args.Exclude),
  );
}

function byName(cmdlet: CmdletContext): ServiceController[] {
  const names: string[] = cmdlet.args.Name ?? ['*'];
  return match(cmdlet, names, (service) => service.name, 'name', 'NoServiceFoundForGivenName');
}
function byDisplayName(cmdlet: CmdletContext): ServiceController[] {
  const names: string[] = cmdlet.args.DisplayName;
  return match(cmdlet, names, (service) => service.displayName, 'display name', 'NoServiceFoundForGivenDisplayName');
}

function match(
  cmdlet: CmdletContext,
  names: string[],
  textOf: (service: ServiceView) => string,
  what: string,
  errorId: string,
): ServiceController[] {
  const found: ServiceController[] = [];
  for (const computer of cmdlet.args.ComputerName ?? [undefined]) {
    const services = servicesOf(cmdlet, computer);
    for (const name of names) {
      const matching = services.filter((service) => matchesWildcard(textOf(service), name, true));
      if (matching.length === 0 && !/[*?[]/.test(name)) {
        const message = `Cannot find any service with service ${what} '${name}'.`;
        cmdlet.error(cmdlet.makeError(message, errorId, 'ObjectNotFound', name, serviceException));
      }
      for (const service of matching)
        if (!found.some(({ view }) => view.server === service.server && view.name === service.name))
          found.push(new ServiceController(cmdlet, service));
    }
  }
  return found.sort((a, b) => (a.view.name.toLowerCase() < b.view.name.toLowerCase() ? -1 : 1));
}

/** Services of a machine; an unreachable one has none that could be seen. */
function servicesOf(cmdlet: CmdletContext, computer: string | undefined): ServiceView[] {
  const server = computerNameOf(cmdlet, computer);
  const machine = worldOf(cmdlet).findMachine(server);
  if (machine && (machine.online || computer === undefined)) return worldOf(cmdlet).services(server);
  const message = `Cannot open Service Control Manager on computer '${computer}'. This operation might require other privileges.`;
  cmdlet.fail(
    cmdlet.makeError(
      message,
      'System.InvalidOperationException',
      'NotSpecified',
      null,
      'System.InvalidOperationException',
    ),
  );
}

/** A service cmdlet: the type of its parameter InputObject is declared when its parameters are first asked for. */
export function serviceCmdlet(definition: Omit<CmdletDefinition, 'module'>): CmdletDefinition {
  const { parameters, ...rest } = definition;
  return {
    module: 'Microsoft.PowerShell.Management',
    ...rest,
    get parameters() {
      serviceControllerType();
      return parameters;
    },
  };
}
