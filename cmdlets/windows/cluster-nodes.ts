// Nodes of the failover cluster below a database availability group. Pausing a node keeps databases from moving to it.

import { type CmdletContext, type CmdletDefinition, defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { PSObject } from '../../src/runtime/values.ts';
import type { ConfigObject } from '../../state/schema/configuration.ts';
import { localName, worldOf } from './local-machine.ts';

const nodeTypeName = 'Microsoft.FailoverClusters.PowerShell.ClusterNode';

interface Node {
  server: ConfigObject<'mailboxServer'>;
  group: string;
  state: string;
}

function nodesOf(cmdlet: CmdletContext): Node[] {
  const world = worldOf(cmdlet);
  return world.objects('databaseAvailabilityGroup').flatMap((group) =>
    group.properties.Servers.flatMap((name) => {
      const server = world.find('mailboxServer', name);
      if (!server) return [];
      const online = world.findMachine(name)?.online;
      const state = !online ? 'Down' : server.properties.ClusterNodeState === 'Paused' ? 'Paused' : 'Up';
      return [{ server, group: group.name, state }];
    }),
  );
}

function nodeObject({ server, group, state }: Node): PSObject {
  return PSObject.of({ Name: server.name, State: state, Type: 'Node', Cluster: group }, nodeTypeName);
}

/** The node that -Name means; this machine without it. Writes the error of a name that is none. */
function findNode(cmdlet: CmdletContext): Node | undefined {
  const name: string = cmdlet.args.Name ?? localName(cmdlet);
  const short = name.split('.')[0]!.toLowerCase();
  const found = nodesOf(cmdlet).find((node) => node.server.name.toLowerCase() === short);
  if (!found) {
    const message = `The cluster node '${name}' was not found.`;
    const type = 'Microsoft.FailoverClusters.PowerShell.ClusterCmdletException';
    cmdlet.error(cmdlet.makeError(message, 'ClusterObjectNotFound', 'ObjectNotFound', name, type));
  }
  return found;
}

const nameParameter = {
  type: 'string',
  position: 0,
  pipeline: 'both',
  help: 'The node; this machine by default.',
} as const;
const clusterParameter = { type: 'string', help: 'The cluster.' } as const;

/** Get-, Suspend- and Resume-ClusterNode have the same parameters and output. */
export function clusterNodeCmdlet(
  verb: 'Get' | 'Suspend' | 'Resume',
  details: Pick<CmdletDefinition, 'synopsis' | 'examples'>,
): CmdletDefinition {
  const state = verb === 'Suspend' ? 'Paused' : 'Up';
  return defineCmdlet({
    name: `${verb}-ClusterNode`,
    module: 'FailoverClusters',
    ...details,
    supportsShouldProcess: verb !== 'Get',
    parameters: { Name: nameParameter, Cluster: clusterParameter },
    outputs: [nodeTypeName],
    create: (cmdlet) => ({
      process() {
        if (verb === 'Get' && cmdlet.args.Name === undefined) {
          cmdlet.writeAll(nodesOf(cmdlet).map(nodeObject));
          return;
        }
        const node = findNode(cmdlet);
        if (!node) return;
        if (verb !== 'Get') {
          if (!cmdlet.shouldProcess(node.server.name)) return;
          const properties = { ClusterNodeState: state };
          worldOf(cmdlet).apply({ kind: 'config.set', class: 'mailboxServer', identity: node.server.guid, properties });
        }
        const now = nodesOf(cmdlet).find((each) => each.server.name === node.server.name);
        if (now) cmdlet.write(nodeObject(now));
      },
    }),
  });
}
