// Get-QueueDigest. Facts: outputs 1.5; *Get-QueueDigest*.

import type { MachineView } from '../../src/transport/views.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { filterOf, resultSize, warnOfMore } from './support/paging.ts';
import { askedServers, digest, digestType, queuesOf } from './support/queue-digest.ts';
import { queueProperties } from './support/queue-filters.ts';

/** Without a filter only queues that have as many messages are looked at. */
const leastMessages = 10;
/** Queues that hold mail for a next hop; shadow and persistent queues have none. */
const isDelivery = (deliveryType: string): boolean => !['Undefined', 'ShadowRedundancy'].includes(deliveryType);

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
    ResultSize   Unlimited null  # At most that many sums, 100 by default.
    Timeout      EnhancedTimeSpan  # How long to wait for the servers.
  `,
  outputs: [digestType],
  examples: [
    { script: 'Get-QueueDigest -Forest', output: '' },
    {
      setup:
        'Set-SandboxHost mx1.fabrikam.com -Online $false; Set-SandboxHost mx2.fabrikam.com -Online $false; Send-SandboxMessage alice bob@fabrikam.com -Subject held -Count 12; Step-SandboxClock -Minutes 1; Suspend-Queue -Filter {DeliveryType -ne "Undefined"} -Confirm:$false',
      script: "(Get-QueueDigest -Server EX01 -GroupBy Status -Filter {MessageCount -ge 0}).GroupByValue -join ','",
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
        const fits =
          filter === undefined
            ? ({ messageCount }: { messageCount: number }) => messageCount >= leastMessages
            : filterOf(cmdlet, filter, queueProperties);
        const queues = queuesOf(cmdlet, [...servers.values()]).filter(
          (queue) => isDelivery(queue.deliveryType) && fits(queue),
        );
        const all = digest(queues, groupBy ?? 'NextHopDomain', details ?? 'Normal');
        const size = resultSize(cmdlet, 100);
        cmdlet.writeAll(all.slice(0, size));
        warnOfMore(cmdlet, all.length > size);
      },
    };
  },
});
