// Get-QueueDigest. Facts: outputs 1.5; *Get-QueueDigest*.

import type { MachineView, QueueView } from '../../src/transport/views.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { filterOf, resultSize, warnOfMore } from './support/paging.ts';
import { askedServers, digest, digestType, queuesOf } from './support/queue-digest.ts';
import { queueProperties } from './support/queue-filters.ts';

/** Fewer messages in a delivery queue are no news; held and persistent queues count from the first (facts/transport 1.7). */
const leastMessages = 10;
const isPersistent = ({ deliveryType }: QueueView): boolean =>
  ['Undefined', 'Unreachable', 'Poison'].includes(deliveryType);

function isWorthTelling(queue: QueueView): boolean {
  if (queue.deliveryType === 'ShadowRedundancy') return false;
  return queue.messageCount >= (isPersistent(queue) || queue.status === 'Suspended' ? 1 : leastMessages);
}

export default exchangeCmdlet({
  name: 'Get-QueueDigest',
  versions: [2013, 2019],
  synopsis: 'Sums the delivery queues of several servers by next hop, error or status.',
  defaultSet: 'Forest',
  parameterLines: `
    Dag          MultiValuedProperty both [Dag!]  # Availability groups whose servers are asked.
    Forest       SwitchParameter [Forest!]  # All servers are asked.
    Server       MultiValuedProperty both [Server!]  # These servers are asked.
    Site         MultiValuedProperty both [Site!]  # Servers of these Active Directory sites are asked.
    DetailsLevel =DetailsLevel(None,Normal,Verbose)  # Whether the queues themselves are listed.
    Filter       String null  # A condition on the queues' properties.
    GroupBy      =QueueDigestGroupBy(DeliveryType,LastError,NextHopCategory,NextHopDomain,NextHopKey,RiskLevel,Status,ServerName,OutboundIPPool)  # What the queues of a sum have in common.
    ResultSize   Unlimited null  # At most that many sums, 1000 by default.
    Timeout      EnhancedTimeSpan  # How long to wait for the servers.
  `,
  outputs: [digestType],
  examples: [
    { script: 'Get-QueueDigest -Forest', output: '' },
    {
      setup:
        'Set-SandboxServer EDGE01 -Online $false; Send-SandboxMessage alice bob@fabrikam.com -Subject held -Count 12; Step-SandboxClock -Minutes 2',
      script: '(Get-QueueDigest -Server EX01,EX02 -GroupBy ServerName | Measure-Object MessageCount -Sum).Sum',
      output: '12',
    },
  ],
  create: (cmdlet) => {
    const servers = new Map<string, MachineView>();
    return {
      process() {
        for (const machine of askedServers(cmdlet)) servers.set(machine.name, machine);
      },
      end() {
        const { Filter: filter, GroupBy: groupBy, DetailsLevel: details } = cmdlet.args;
        const fits = filter === undefined ? () => true : filterOf(cmdlet, filter, queueProperties);
        const queues = queuesOf(cmdlet, [...servers.values()]).filter((queue) => isWorthTelling(queue) && fits(queue));
        const all = digest(queues, groupBy ?? 'NextHopDomain', details ?? 'Normal');
        const size = resultSize(cmdlet);
        cmdlet.writeAll(all.slice(0, size));
        warnOfMore(cmdlet, all.length > size);
      },
    };
  },
});
