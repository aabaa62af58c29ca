// Resume-ClusterNode.

import { clusterNodeCmdlet } from './cluster-nodes.ts';

export default clusterNodeCmdlet('Resume', {
  synopsis: 'Takes a paused node back into the failover cluster.',
  examples: [{ script: '(Resume-ClusterNode EX01).State', output: 'Up' }],
});
