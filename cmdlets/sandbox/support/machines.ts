// Machines of the organisation by name, FQDN and address.

import type { MachineView } from '../../../src/transport/views.ts';
import type { World } from '../../../src/transport/world.ts';
import type { Selection } from './selection.ts';

export function machineSelection(world: World): Selection<MachineView> {
  return {
    kind: 'server',
    all: [...world.machines()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
    names: (machine) => [machine.name, machine.fqdn, ...machine.addresses],
  };
}
