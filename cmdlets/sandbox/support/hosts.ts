// Outside hosts by name, by other DNS names that lead to them, and by address.

import type { HostView } from '../../../src/transport/views.ts';
import type { World } from '../../../src/transport/world.ts';
import type { Selection } from './selection.ts';

export function hostSelection(world: World): Selection<HostView> {
  const records = world.dnsRecords();
  return {
    kind: 'host',
    all: [...world.hosts()].sort((a, b) => (a.Name.toLowerCase() < b.Name.toLowerCase() ? -1 : 1)),
    names(host) {
      const aliases = records
        .filter(
          ({ type, value }) =>
            (type === 'A' && host.Addresses.includes(value)) ||
            (type === 'CNAME' && value.toLowerCase() === host.Name.toLowerCase()),
        )
        .map((record) => record.name);
      return [host.Name, ...host.Addresses, ...aliases];
    },
  };
}
