// What a queue's connection attempts decide, told of each message in it: the targets found, what became of them, and by which rule.

import type { Machine } from '../machines/machine.ts';
import type { Queue } from '../queues/queue.ts';
import type { Target } from '../routing/enhanced-dns.ts';
import type { Simulation } from '../simulation.ts';

/** Decisions about a queue are told of so many of its messages. */
const maxMessages = 100;

export function traceAttempt(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  decision: string,
  reason: string,
  details: { rule?: string; targets?: readonly Target[] } = {},
): void {
  if (!simulation.trace.enabled) return;
  const inputs = [`queue ${machine.name}\\${queue.label} (${queue.key.type} ${queue.key.domain})`];
  if (details.targets !== undefined && details.targets.length > 0)
    inputs.push(`targets ${details.targets.map(({ name, address }) => `${name} [${address}]`).join(', ')}`);
  let count = 0;
  for (const queued of queue.items.values()) {
    if (++count > maxMessages) return;
    simulation.trace.record(
      simulation.now,
      machine,
      'EnhancedDns',
      queued.message.content,
      queued.recipients.filter(({ state }) => state !== 'done').map(({ address }) => address),
      decision,
      reason,
      { rule: details.rule ?? '', inputs },
    );
  }
}

/** Rule of a queue whose targets all keep silent; the queues that are resubmitted when idle name theirs only then. */
export function silenceRule(queue: Queue): string {
  switch (queue.key.type) {
    case 'DnsConnectorDelivery':
      return 'A7';
    case 'SmartHostConnectorDelivery':
      return 'B7';
    case 'SmtpRelayToTiRg':
      return 'G4';
    default:
      return '';
  }
}

/** UseUpdatedTargets: the key stays, and the list that it is resolved into has changed since the last attempt. */
export function noteTargets(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  targets: readonly Target[],
  stop: string,
): void {
  const names = targets.map(({ name }) => name).sort();
  const before = queue.targetNames;
  queue.targetNames = [stop, ...names].join(';');
  if (before === '' || before === queue.targetNames) return;
  const [stopBefore, ...namesBefore] = before.split(';');
  const gone = namesBefore.filter((name) => !names.includes(name));
  const added = names.filter((name) => !namesBefore.includes(name));
  const changes = [...added.map((name) => `${name} is new`), ...gone.map((name) => `${name} is gone`)];
  if (stop !== stopBefore)
    changes.unshift(stop === '' ? 'no hub site is on the path any more' : `hub site ${stop} is on the path`);
  traceAttempt(simulation, machine, queue, 'Uses the updated list of targets', changes.join(', '), {
    rule: updateRule(queue, stop !== stopBefore),
    targets,
  });
}

function updateRule(queue: Queue, hubSiteChanged: boolean): string {
  switch (queue.key.type) {
    case 'SmartHostConnectorDelivery':
      return 'B4';
    case 'SmtpRelayWithinAdSite':
    case 'SmtpRelayWithinAdSiteToEdge':
    case 'SmtpRelayToConnectorSourceServers':
      return 'C2';
    case 'SmtpRelayToRemoteAdSite':
    case 'SmtpRelayToRemoteActiveDirectorySite':
    case 'SmtpRelayToMailboxDeliveryGroup':
      return hubSiteChanged ? 'F5' : 'F3';
    case 'SmtpRelayToTiRg':
      return 'G3';
    default:
      return '';
  }
}
