// Set-SandboxServer.

import type { CmdletContext, ParameterDefinition } from '../../src/runtime/cmdlet.ts';
import type { Value } from '../../src/runtime/values.ts';
import type { MachineView } from '../../src/transport/views.ts';
import type { MachineSettings } from '../../state/schema/inputs.ts';
import { worldOf } from '../windows/local-machine.ts';
import { oneIdentity, passThru, sandboxCmdlet } from './support/definition.ts';
import { attempt } from './support/errors.ts';
import { changeList, passChanges } from './support/lists.ts';
import { machineSelection } from './support/machines.ts';
import { machineObject } from './support/objects.ts';
import { selectOne } from './support/selection.ts';

/** A measured value that can be set, or with $null given back to the simulation. */
const measured = (type: string, help: string): ParameterDefinition => ({
  type: `System.Nullable[${type}]`,
  validate: [{ kind: 'allowNull' }],
  help,
});

const fields: Record<string, keyof MachineSettings> = {
  Online: 'online',
  Site: 'site',
  MemoryGB: 'memoryGB',
  DiskSizeGB: 'diskSizeGB',
  MemoryLoadPercent: 'memoryLoadPercent',
  DiskFreeGB: 'diskFreeGB',
  VersionBuckets: 'versionBuckets',
};

/** A number of any of the shell's types. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value
    ? Number((value as { value: number }).value)
    : value;
}

/** The roles that an argument makes of the present ones; `None` stands for an empty list. */
function rolesOf(argument: Value, present: readonly string[]): string[] {
  return changeList(present, argument).filter((role) => role.toLowerCase() !== 'none');
}

function settingsOf(cmdlet: CmdletContext, machine: MachineView): MachineSettings {
  const settings: Record<string, unknown> = {};
  for (const name in fields) if (cmdlet.has(name)) settings[fields[name]!] = plain(cmdlet.args[name]) ?? null;
  if (cmdlet.has('Roles')) settings.roles = rolesOf(cmdlet.args.Roles, machine.roles);
  if (cmdlet.args.Crash) settings.crash = true;
  return settings as MachineSettings;
}

export default sandboxCmdlet({
  name: 'Set-SandboxServer',
  synopsis: 'Switches a machine on or off, crashes it, moves it, changes its roles or its hardware.',
  supportsShouldProcess: true,
  parameters: {
    ...oneIdentity('Name, FQDN or address.'),
    Online: { type: 'bool', help: 'Switched on or off.' },
    Roles: {
      type: 'enum[]',
      enumName: 'Hubshell.Sandbox.ServerRole',
      values: ['Mailbox', 'ClientAccess', 'HubTransport', 'UnifiedMessaging', 'EdgeTransport', 'None'],
      transform: passChanges,
      help: 'The Exchange roles it has from now on.',
    },
    Site: { type: 'string', help: 'The AD site it stands in from now on.' },
    MemoryGB: { type: 'double', help: 'Memory.' },
    MemoryLoadPercent: measured('int', 'Memory that other things use; $null gives it back to the simulation.'),
    DiskSizeGB: { type: 'double', help: 'Size of the disk.' },
    DiskFreeGB: measured('double', 'Free space on the disk; $null gives it back to the simulation.'),
    VersionBuckets: measured('int', 'Version buckets in use; $null gives it back to the simulation.'),
    Crash: { type: 'switch', help: 'Power fails now: what had not reached the disk is lost.' },
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.Server'],
  examples: [{ script: 'Set-SandboxServer EX02 -Online $false\n(Get-SandboxServer EX02).Online', output: 'False' }],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      for (const identity of cmdlet.args.Identity as string[]) {
        const machine = selectOne(cmdlet, identity, machineSelection(world));
        if (!machine || !cmdlet.shouldProcess(machine.name)) continue;
        const settings = settingsOf(cmdlet, machine);
        const done = attempt(cmdlet, identity, () =>
          world.apply({ kind: 'machine.set', identity: machine.name, settings }),
        );
        const changed = done && world.findMachine(machine.name);
        if (changed && cmdlet.args.PassThru) cmdlet.write(machineObject(changed));
      }
    },
  }),
});
