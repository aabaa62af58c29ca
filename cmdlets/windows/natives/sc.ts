// sc.exe: query, start, stop, config, qc of services, here or on \\SERVER. Texts: facts/outputs 8.5.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import type { ServiceView } from '../../../src/transport/views.ts';
import { WorldError } from '../../../src/transport/world-error.ts';
import { scArguments } from '../../completion/program-arguments.ts';
import { computerNameOf, worldOf } from '../local-machine.ts';
import { type NativeConsole, nativeProgram } from './native-console.ts';

const stateNumbers = { Stopped: 1, StartPending: 2, StopPending: 3, Running: 4 } as const;
const stateNames = {
  Stopped: 'STOPPED',
  StartPending: 'START_PENDING',
  StopPending: 'STOP_PENDING',
  Running: 'RUNNING',
} as const;

function printStatus(console: NativeConsole, service: ServiceView, withProcess: boolean, withDisplay = false): void {
  const flags =
    service.status === 'Running'
      ? '(STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)'
      : service.status === 'Stopped'
        ? ''
        : '(NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)';
  console.print(`\nSERVICE_NAME: ${service.name} \n`);
  if (withDisplay) console.printLine(`DISPLAY_NAME: ${service.displayName}`);
  console.printLine('        TYPE               : 10  WIN32_OWN_PROCESS  ');
  console.printLine(`        STATE              : ${stateNumbers[service.status]}  ${stateNames[service.status]} `);
  if (flags !== '') console.printLine(`                                ${flags}`);
  console.printLine('        WIN32_EXIT_CODE    : 0  (0x0)');
  console.printLine('        SERVICE_EXIT_CODE  : 0  (0x0)');
  console.printLine('        CHECKPOINT         : 0x0');
  console.printLine('        WAIT_HINT          : 0x0');
  if (withProcess) {
    console.printLine(`        PID                : ${service.processId}`);
    console.printLine('        FLAGS              : ');
  }
}

function printFailure(console: NativeConsole, call: string, code: number, text: string): number {
  console.print(`[SC] ${call} FAILED ${code}:\n\n${text}\n\n`);
  return code;
}

const missing = 'The specified service does not exist as an installed service.';

/** Win32 code and text of a refused service control. */
const refusals: Record<string, [number, string]> = {
  ServiceAlreadyRunning: [1056, 'An instance of the service is already running.'],
  ServiceNotRunning: [1062, 'The service has not been started.'],
  ServiceHasDependents: [
    1051,
    'A stop control has been sent to a service that other running services are dependent on.',
  ],
  ServiceDependencyFailed: [1068, 'The dependency service or group failed to start.'],
  NotPossible: [
    1058,
    'The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.',
  ],
};

function control(
  console: NativeConsole,
  cmdlet: CmdletContext,
  service: ServiceView,
  action: 'start' | 'stop',
): number {
  const world = worldOf(cmdlet);
  try {
    world.apply({ kind: 'service', server: service.server, service: service.name, action });
  } catch (error) {
    const refusal = error instanceof WorldError ? refusals[error.kind] : undefined;
    if (!refusal) throw error;
    return printFailure(console, action === 'start' ? 'StartService' : 'ControlService', ...refusal);
  }
  const now = world.services(service.server).find((each) => each.name === service.name);
  if (now) printStatus(console, now, action === 'start');
  return 0;
}

function printConfiguration(console: NativeConsole, service: ServiceView): number {
  const start = { Automatic: '2   AUTO_START', Manual: '3   DEMAND_START', Disabled: '4   DISABLED' }[
    service.startType
  ];
  console.print(`[SC] QueryServiceConfig SUCCESS\n\nSERVICE_NAME: ${service.name}\n`);
  console.printLine('        TYPE               : 10  WIN32_OWN_PROCESS ');
  console.printLine(`        START_TYPE         : ${start}`);
  console.printLine('        ERROR_CONTROL      : 1   NORMAL');
  console.printLine(`        DISPLAY_NAME       : ${service.displayName}`);
  console.printLine(`        DEPENDENCIES       : ${service.dependsOn.join('\n                           : ')}`);
  console.printLine(`        SERVICE_START_NAME : ${service.account}`);
  return 0;
}

function run(console: NativeConsole, args: string[], cmdlet: CmdletContext): number {
  let server = computerNameOf(cmdlet, undefined);
  if (args[0]?.startsWith('\\\\')) server = computerNameOf(cmdlet, args.shift()?.slice(2));
  const verb = (args.shift() ?? '').toLowerCase();
  const machine = worldOf(cmdlet).findMachine(server);
  if (!machine?.online) return printFailure(console, 'OpenSCManager', 1722, 'The RPC server is unavailable.');
  const services = worldOf(cmdlet).services(server);
  if ((verb === 'query' || verb === 'queryex') && (args.length === 0 || /=$/.test(args[0] ?? ''))) {
    const all = args.join(' ').toLowerCase().includes('all');
    const shown = services.filter((service) => all || service.status !== 'Stopped');
    for (const service of shown) printStatus(console, service, verb === 'queryex', true);
    return 0;
  }
  const service = services.find((each) => each.name.toLowerCase() === args[0]?.toLowerCase());
  if (['query', 'queryex', 'start', 'stop', 'qc', 'config'].includes(verb) && args[0] !== undefined) {
    const call = verb.startsWith('query')
      ? 'EnumQueryServicesStatus:OpenService'
      : verb === 'start'
        ? 'StartService: OpenService'
        : 'OpenService';
    if (!service) return printFailure(console, call, 1060, missing);
    if (verb.startsWith('query')) printStatus(console, service, verb === 'queryex');
    else if (verb === 'qc') return printConfiguration(console, service);
    else if (verb === 'config') return configure(console, cmdlet, service, args.slice(1));
    else return control(console, cmdlet, service, verb as 'start' | 'stop');
    console.printLine();
    return 0;
  }
  console.print(
    'DESCRIPTION:\n        SC is a command line program used for communicating with the\n        Service Control Manager and services.\nUSAGE:\n        sc <server> [command] [service name] <option1> <option2>...\n',
  );
  return 1639;
}

/** `start= auto|demand|disabled`; the value may stand apart. */
function configure(console: NativeConsole, cmdlet: CmdletContext, service: ServiceView, options: string[]): number {
  const start = /start=\s*(auto|demand|disabled)/i.exec(options.join(' '))?.[1]?.toLowerCase();
  if (start === undefined) return 87;
  const startType = start === 'auto' ? 'Automatic' : start === 'demand' ? 'Manual' : 'Disabled';
  worldOf(cmdlet).apply({ kind: 'service.set', server: service.server, service: service.name, startType });
  console.printLine('[SC] ChangeServiceConfig SUCCESS');
  return 0;
}

export default defineCmdlet({
  name: 'sc.exe',
  kind: 'native',
  module: '',
  synopsis: 'Queries and controls services, here or on another machine.',
  parameters: {},
  completeArgument: scArguments,
  examples: [{ script: 'sc.exe query MSExchangeTransport' }],
  create: nativeProgram(run),
});
