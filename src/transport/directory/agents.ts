// The transport agents that Setup registers (facts/outputs 3.5). One list an organisation: the newest version's.

import type { Simulation } from '../simulation.ts';

const modern = [
  'Transport Rule Agent',
  'DLP Policy Agent',
  'Retention Policy Agent',
  'Supervisory Review Agent',
  'Malware Agent',
  'Text Messaging Routing Agent',
  'Text Messaging Delivery Agent',
  'System Probe Drop Smtp Agent',
  'System Probe Drop Routing Agent',
];
const older = ['Transport Rule Agent', 'Text Messaging Routing Agent', 'Text Messaging Delivery Agent'];

/** Agents of a new organisation, in order of priority. */
export function installTransportAgents(simulation: Simulation): void {
  let newest = 0;
  for (const machine of simulation.machinesById.values()) newest = Math.max(newest, machine.version ?? 0);
  const names = newest >= 2013 ? modern : newest >= 2007 ? older : [];
  names.forEach((name, index) => {
    const properties = { Enabled: true, Priority: index + 1, TransportService: 'Hub' };
    simulation.directory.create('transportAgent', name, properties, simulation.now);
  });
}
