// Get-Process: the processes of a machine of the organisation (processes.ts). Processor time, handles and start are not simulated and stay empty.

import { type CmdletContext, defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../src/runtime/operators/strings.ts';
import { PSObject } from '../../src/runtime/values.ts';
import { computerNameOf, worldOf } from './local-machine.ts';
import { type ProcessView, processesOf } from './processes.ts';

const processException = 'Microsoft.PowerShell.Commands.ProcessCommandException';

function processObject({ id, name, machine, privateBytes }: ProcessView): PSObject {
  const workingSet = Math.round(privateBytes * 1.15);
  return PSObject.of(
    {
      Name: name,
      Id: id,
      SI: 0,
      CPU: null,
      NPM: Math.round(privateBytes / 4000),
      PM: privateBytes,
      WS: workingSet,
      ProcessName: name,
      SessionId: 0,
      MachineName: machine,
      PrivateMemorySize64: privateBytes,
      WorkingSet64: workingSet,
      Responding: true,
      HasExited: false,
    },
    'System.Diagnostics.Process',
  );
}

function machineProcesses(cmdlet: CmdletContext, computer: string | undefined): ProcessView[] {
  const machine = worldOf(cmdlet).findMachine(computerNameOf(cmdlet, computer));
  if (machine && (machine.online || computer === undefined)) return processesOf(cmdlet, machine);
  const message = "Couldn't connect to remote machine.";
  const id = 'System.InvalidOperationException';
  cmdlet.fail(cmdlet.makeError(message, id, 'NotSpecified', null, id));
}

function notFound(cmdlet: CmdletContext, what: string, wanted: string | number, errorId: string): void {
  const message = `Cannot find a process with the ${what} ${typeof wanted === 'number' ? wanted : `"${wanted}"`}. Verify the process ${what} and call the cmdlet again.`;
  cmdlet.error(cmdlet.makeError(message, errorId, 'ObjectNotFound', wanted, processException));
}

function select(cmdlet: CmdletContext, processes: ProcessView[]): ProcessView[] {
  const ids: number[] | undefined = cmdlet.args.Id;
  if (ids)
    return ids.flatMap((id) => {
      const found = processes.filter((each) => each.id === id);
      if (found.length === 0) notFound(cmdlet, 'process identifier', id, 'NoProcessFoundForGivenId');
      return found;
    });
  const names: string[] = cmdlet.args.Name ?? ['*'];
  const chosen = new Set<ProcessView>();
  for (const name of names) {
    const found = processes.filter((each) => matchesWildcard(each.name, name, true));
    if (found.length === 0 && !/[*?[]/.test(name)) notFound(cmdlet, 'name', name, 'NoProcessFoundForGivenName');
    for (const process of found) chosen.add(process);
  }
  return processes.filter((each) => chosen.has(each));
}

export default defineCmdlet({
  name: 'Get-Process',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gps', 'ps'],
  synopsis: 'Gets the processes of this or another machine: those of its running services.',
  defaultSet: 'Name',
  parameters: {
    Name: {
      type: 'string[]',
      aliases: ['ProcessName'],
      wildcards: true,
      sets: { Name: { position: 0, pipeline: 'name' } },
      help: 'Names of the processes.',
    },
    Id: {
      type: 'int[]',
      aliases: ['PID'],
      sets: { Id: { mandatory: true, pipeline: 'name' } },
      help: 'Identifiers of the processes.',
    },
    ComputerName: { type: 'string[]', aliases: ['Cn'], pipeline: 'name', help: 'Machines to ask instead of this one.' },
  },
  outputs: ['System.Diagnostics.Process'],
  examples: [{ script: '(Get-Process EdgeTransport).ProcessName', output: 'EdgeTransport' }],
  create: (cmdlet) => ({
    process() {
      const computers: (string | undefined)[] = cmdlet.args.ComputerName ?? [undefined];
      const all = computers.flatMap((computer) => machineProcesses(cmdlet, computer));
      for (const process of select(cmdlet, all)) cmdlet.write(processObject(process));
    },
  }),
});
