// Suspend-ClusterNode.

import { clusterNodeCmdlet } from './cluster-nodes.ts';

export default clusterNodeCmdlet('Suspend', {
  synopsis: 'Pauses a node of the failover cluster: databases no longer move to it.',
  examples: [{ script: '(Suspend-ClusterNode EX01).State', output: 'Paused' }],
});
