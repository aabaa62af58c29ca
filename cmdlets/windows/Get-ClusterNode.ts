// Get-ClusterNode.

import { clusterNodeCmdlet } from './cluster-nodes.ts';

export default clusterNodeCmdlet('Get', {
  synopsis: 'Gets the nodes of the failover cluster.',
  examples: [{ script: '(Get-ClusterNode EX01).State', output: 'Up' }],
});
