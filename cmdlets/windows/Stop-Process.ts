// Stop-Process: ends processes of the machine that the shell sits on. The worker of the Transport service dies with what it is doing and
// is started again by the service; any other service is gone with its process until somebody starts it.

import { type CmdletContext, defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../src/runtime/operators/strings.ts';
import { PSObject } from '../../src/runtime/values.ts';
import { localName, worldOf } from './local-machine.ts';
import { type ProcessView, processesOf, transportWorker } from './processes.ts';

const processException = 'Microsoft.PowerShell.Commands.ProcessCommandException';

function notFound(cmdlet: CmdletContext, what: string, wanted: string | number, errorId: string): void {
  const text = typeof wanted === 'number' ? String(wanted) : `"${wanted}"`;
  const message = `Cannot find a process with the ${what} ${text}. Verify the process ${what} and call the cmdlet again.`;
  cmdlet.error(cmdlet.makeError(message, errorId, 'ObjectNotFound', wanted, processException));
}

/** Identifiers that the parameters name: numbers, or objects of Get-Process. */
function identifiersOf(cmdlet: CmdletContext): number[] {
  if (cmdlet.args.Id !== undefined) return cmdlet.args.Id as number[];
  return ((cmdlet.args.InputObject ?? []) as unknown[]).flatMap((object) => {
    const id = object instanceof PSObject ? object.get('Id') : undefined;
    return typeof id === 'number' ? [id] : [];
  });
}

function select(cmdlet: CmdletContext, processes: ProcessView[]): ProcessView[] {
  if (cmdlet.args.Name === undefined)
    return identifiersOf(cmdlet).flatMap((id) => {
      const found = processes.filter((each) => each.id === id);
      if (found.length === 0) notFound(cmdlet, 'process identifier', id, 'NoProcessFoundForGivenId');
      return found;
    });
  return (cmdlet.args.Name as string[]).flatMap((name) => {
    const found = processes.filter((each) => matchesWildcard(each.name, name, true));
    if (found.length === 0 && !/[*?[]/.test(name)) notFound(cmdlet, 'name', name, 'NoProcessFoundForGivenName');
    return found;
  });
}

export default defineCmdlet({
  name: 'Stop-Process',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['spps', 'kill'],
  synopsis: 'Ends processes: a service loses what it is doing, as in a crash.',
  defaultSet: 'Id',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameters: {
    Id: {
      type: 'int[]',
      sets: { Id: { mandatory: true, position: 0, pipeline: 'name' } },
      help: 'Identifiers of the processes.',
    },
    Name: {
      type: 'string[]',
      aliases: ['ProcessName'],
      wildcards: true,
      sets: { Name: { mandatory: true, pipeline: 'name' } },
      help: 'Names of the processes.',
    },
    InputObject: {
      type: 'object[]',
      sets: { InputObject: { mandatory: true, position: 0, pipeline: 'value' } },
      help: 'Processes that Get-Process put out.',
    },
    PassThru: { type: 'switch', help: 'Puts out the names of the processes.' },
    Force: { type: 'switch', help: 'Ends processes of others without a question.' },
  },
  examples: [
    {
      script: 'Stop-Process -Name EdgeTransport -Force\n(Get-Service MSExchangeTransport).Status',
      output: 'StartPending',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      const machine = world.findMachine(localName(cmdlet));
      if (machine === undefined) return;
      for (const { id, name, service } of select(cmdlet, processesOf(cmdlet, machine))) {
        if (!cmdlet.shouldProcess(`${name} (${id})`)) continue;
        const worker = name === transportWorker;
        world.apply({ kind: 'service', server: machine.name, service, action: 'kill', worker });
        if (cmdlet.args.PassThru) cmdlet.write(name);
      }
    },
  }),
});
