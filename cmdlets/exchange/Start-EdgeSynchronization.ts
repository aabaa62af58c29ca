// Start-EdgeSynchronization.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { PSObject } from '../../src/runtime/values.ts';
import type { MachineView } from '../../src/transport/views.ts';
import { localName, worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import {
  classesOf,
  lastSynchronized,
  leaseHolders,
  obstacle,
  type Subscription,
  type SyncType,
  wasCopied,
} from './support/edge-synchronization.ts';
import { attempt, exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { serverNamed, serviceRuns } from './support/servers.ts';
import { dateTimeOf } from './support/times.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.MessageSecurity.EdgeSync.Status';

/** The server whose EdgeSync service does it: the one given, this one, or another of the subscribed sites. */
function synchronizer(cmdlet: CmdletContext, subscriptions: Subscription[]): MachineView | undefined {
  const name = cmdlet.has('Server') ? textOf(cmdlet.args.Server) : localName(cmdlet);
  const machine = serverNamed(cmdlet, name);
  if (machine === undefined) return undefined;
  if (serviceRuns(cmdlet, machine, 'MSExchangeEdgeSync')) return machine;
  const other = cmdlet.has('Server') ? undefined : subscriptions.flatMap((each) => leaseHolders(cmdlet, each))[0];
  if (other !== undefined) return other;
  const message = `The Microsoft Exchange EdgeSync service on server "${machine.fqdn}" can't be contacted. Verify that the service is started.`;
  cmdlet.error(exchangeError(cmdlet, 'unavailable', message, machine.name));
  return undefined;
}

/** What is copied: everything when asked for or for the first time, else what changed since. */
function synchronize(cmdlet: CmdletContext, subscription: Subscription, type: SyncType, from: MachineView): PSObject {
  const world = worldOf(cmdlet);
  const failure = obstacle(cmdlet, subscription, from);
  const last = lastSynchronized(cmdlet, subscription, type);
  const full = cmdlet.args.ForceFullSync || last === undefined;
  const objects = classesOf(type).flatMap((name) => world.objects(name));
  const added = failure
    ? []
    : objects.filter((object) => full || !wasCopied(cmdlet, subscription, type, object.whenCreated));
  const updated = failure
    ? []
    : objects.filter((object) => !added.includes(object) && !wasCopied(cmdlet, subscription, type, object.whenChanged));
  const before = Number(subscription.properties[`${type}Count`] ?? objects.length - added.length);
  if (failure === undefined)
    attempt(cmdlet, () =>
      world.apply({
        kind: 'config.set',
        class: 'edgeSubscription',
        identity: subscription.guid,
        properties: { [`Last${type}Sync`]: world.now, [`${type}Count`]: objects.length },
      }),
    );
  return PSObject.of(
    {
      Result: failure === undefined ? 'Success' : 'CouldNotConnect',
      Type: type,
      Name: subscription.name,
      FailureDetails: failure ?? '',
      StartUTC: dateTimeOf(world.now),
      EndUTC: dateTimeOf(world.now),
      Added: added.length,
      Deleted: failure ? 0 : Math.max(0, before + (full ? 0 : added.length) - objects.length),
      Updated: updated.length,
      Scanned: failure ? 0 : objects.length,
      TargetScanned: failure || !full ? 0 : objects.length,
    },
    typeName,
  );
}

export default exchangeCmdlet({
  name: 'Start-EdgeSynchronization',
  synopsis: 'Copies configuration and recipients to the subscribed Edge Transport servers at once.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    ForceFullSync     SwitchParameter  # Copies everything anew.
    ForceUpdateCookie SwitchParameter  # Takes the state of the directory as the new beginning.
    Server            ServerIdParameter null  # The server whose EdgeSync service does it.
    TargetServer      String null  # Only this Edge server.
  `,
  outputs: [typeName],
  examples: [
    { script: "(Start-EdgeSynchronization -ForceFullSync).Type -join ','", output: 'Recipients,Configuration' },
  ],
  create: (cmdlet) => ({
    process() {
      const target = cmdlet.has('TargetServer') ? textOf(cmdlet.args.TargetServer).toLowerCase() : undefined;
      const all = worldOf(cmdlet).objects('edgeSubscription');
      const subscriptions = all.filter(
        ({ name }) => target === undefined || target.split('.')[0] === name.toLowerCase(),
      );
      const from = synchronizer(cmdlet, subscriptions);
      if (from === undefined || !confirmed(cmdlet, `Starting EdgeSync on server "${from.name}".`)) return;
      if (subscriptions.length === 0)
        cmdlet.error(exchangeError(cmdlet, 'invalidOperation', 'There are no Edge Transport servers to synchronize.'));
      for (const subscription of subscriptions)
        for (const type of ['Recipients', 'Configuration'] as const)
          cmdlet.write(synchronize(cmdlet, subscription, type, from));
    },
  }),
});
