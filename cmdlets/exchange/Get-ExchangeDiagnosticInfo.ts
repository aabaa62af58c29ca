// Get-ExchangeDiagnosticInfo: what processes of Exchange tell about themselves, as XML.
// Source: *Understanding back pressure* (process EdgeTransport, component ResourceThrottling, the elements ResourceTracker and ResourceMeter);
// attributes beyond those of that page are ours.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { MachineView, ResourceView } from '../../src/transport/views.ts';
import { localName, worldOf } from '../windows/local-machine.ts';
import { processesOf } from '../windows/processes.ts';
import { attempt, exchangeError, objectNotFound } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';
import { DiagnosticInfo } from './types/diagnostic-info.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character]!);

function meter(resource: ResourceView): string {
  const { mediumToHigh, highToMedium, lowToMedium, mediumToLow } = resource;
  const attributes: Record<string, string> = {
    Resource: resource.resource,
    CurrentResourceUse: resource.level,
    PreviousResourceUse: resource.previousLevel,
    PressureTransitions: `[MediumToHigh=${mediumToHigh}, HighToMedium=${highToMedium}, LowToMedium=${lowToMedium}, MediumToLow=${mediumToLow}]`,
    Pressure: String(resource.pressure),
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<ResourceMeter ${written.join(' ')} />`;
}

/** Components of each process that can be asked. */
const components: Record<string, Record<string, (cmdlet: CmdletContext, machine: MachineView) => string>> = {
  EdgeTransport: {
    ResourceThrottling: (cmdlet, machine) =>
      `<ResourceTracker>${worldOf(cmdlet).resources(machine.name).map(meter).join('')}</ResourceTracker>`,
  },
};

function sameName<T>(of: Record<string, T>, name: string): [string, T] | undefined {
  return Object.entries(of).find(([key]) => key.toLowerCase() === name.toLowerCase());
}

function diagnostics(cmdlet: CmdletContext, machine: MachineView): string | undefined {
  const asked = textOf(cmdlet.args.Process ?? 'EdgeTransport');
  const process = processesOf(cmdlet, machine).find((each) => each.name.toLowerCase() === asked.toLowerCase());
  const known = sameName(components, asked);
  if (!process || !known) {
    const message = `The process '${asked}' can't be reached for diagnostics on server '${machine.name}'. Verify that it is running.`;
    cmdlet.error(exchangeError(cmdlet, 'unavailable', message));
    return undefined;
  }
  const wanted = cmdlet.has('Component') ? sameName(known[1], textOf(cmdlet.args.Component)) : undefined;
  const body = wanted
    ? `<${wanted[0]}>${wanted[1](cmdlet, machine)}</${wanted[0]}>`
    : Object.keys(known[1])
        .map((name) => `<Component>${name}</Component>`)
        .join('');
  const info = `<ProcessInfo><id>${process.id}</id><serverName>${machine.name}</serverName><currentTime>${new Date(worldOf(cmdlet).now).toISOString()}</currentTime></ProcessInfo>`;
  return `<Diagnostics>${info}<Components>${body}</Components></Diagnostics>`;
}

export default exchangeCmdlet({
  name: 'Get-ExchangeDiagnosticInfo',
  synopsis: 'Gets what a process of Exchange tells about itself.',
  description:
    'The process EdgeTransport has the component ResourceThrottling: the resources of back pressure with their levels. Without a component, or with one that is unknown, the known ones are listed.',
  parameterLines: `
    Server      ServerIdParameter  0 both   # The server.
    Argument    String                      # Reserved for components that take one.
    Component   String                      # The component to ask.
    Process     String                      # The process to ask.
    Unlimited   SwitchParameter             # Does not shorten what is told.
  `,
  outputs: ['Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeDiagnosticInfoResult'],
  versions: [2010, 2019],
  examples: [
    {
      title: 'Back pressure',
      script:
        '[xml]$pressure = (Get-ExchangeDiagnosticInfo -Process EdgeTransport -Component ResourceThrottling).Result; $pressure.Diagnostics.Components.ResourceThrottling.ResourceTracker.ResourceMeter[1].CurrentResourceUse',
      output: 'Low',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      const name = cmdlet.has('Server') ? textOf(cmdlet.args.Server) : localName(cmdlet);
      const machine = world.findMachine(name);
      if (!machine) {
        cmdlet.error(objectNotFound(cmdlet, name));
        return;
      }
      const result = attempt(cmdlet, () => diagnostics(cmdlet, machine));
      if (result !== undefined) cmdlet.write(new DiagnosticInfo(machine.name, result));
    },
  }),
});
