// Test-EdgeSynchronization.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { PSObject } from '../../src/runtime/values.ts';
import type { ConfigClass } from '../../state/schema/configuration.ts';
import { worldOf } from '../windows/local-machine.ts';
import {
  isSynchronized,
  lastSynchronized,
  leaseHolders,
  obstacle,
  type Subscription,
  wasCopied,
} from './support/edge-synchronization.ts';
import { objectNotFound } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { dateTimeOf } from './support/times.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.Monitoring.EdgeSyncRecord';
/** The lease that a server renews while it synchronises (LockDuration of the EdgeSync configuration). */
const leaseMs = 360_000;

function statusText(done: boolean): string {
  return done ? 'Synchronized' : 'NotSynchronized';
}

/** One recipient, by its address: on the Edge server when it was copied after its last change. */
function recipientStatus(cmdlet: CmdletContext, subscription: Subscription): string {
  if (cmdlet.args.ExcludeRecipientTest) return 'Skipped';
  if (!cmdlet.has('VerifyRecipient')) return statusText(isSynchronized(cmdlet, subscription, 'Recipients'));
  const recipient = worldOf(cmdlet).findRecipient(textOf(cmdlet.args.VerifyRecipient));
  return statusText(recipient !== undefined && wasCopied(cmdlet, subscription, 'Recipients', recipient.whenChanged));
}

function record(cmdlet: CmdletContext, subscription: Subscription): PSObject {
  const { now } = worldOf(cmdlet);
  const failure = obstacle(cmdlet, subscription);
  const last = lastSynchronized(cmdlet, subscription, 'Configuration');
  const holder = leaseHolders(cmdlet, subscription)[0];
  const status = (name: ConfigClass): string =>
    statusText(isSynchronized(cmdlet, subscription, 'Configuration', [name]));
  return PSObject.of(
    {
      SyncStatus: failure !== undefined ? 'Failed' : last === undefined ? 'NotStarted' : 'Normal',
      UtcNow: dateTimeOf(now),
      Name: subscription.name,
      LeaseHolder: holder?.name ?? '',
      LeaseType: holder === undefined ? 'None' : 'Option',
      FailureDetail: failure ?? '',
      LeaseExpiryUtc: holder === undefined ? null : dateTimeOf((last ?? now) + leaseMs),
      LastSynchronizedUtc: dateTimeOf(last),
      TransportServerStatus: statusText(last !== undefined),
      TransportConfigStatus: status('transportConfig'),
      AcceptedDomainStatus: status('acceptedDomain'),
      RemoteDomainStatus: status('remoteDomain'),
      SendConnectorStatus: status('sendConnector'),
      MessageClassificationStatus: statusText(last !== undefined),
      RecipientStatus: recipientStatus(cmdlet, subscription),
      CredentialRecords: 'Number of credentials 3',
      CookieRecords: 'Number of cookies 2',
    },
    typeName,
  );
}

export default exchangeCmdlet({
  name: 'Test-EdgeSynchronization',
  synopsis: 'Tests whether the subscribed Edge Transport servers have what the directory has.',
  defaultSet: 'Default',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    VerifyRecipient      ProxyAddress [SingleValidation!]  # Only this recipient.
    DomainController     Fqdn null
    ExcludeRecipientTest SwitchParameter [Default]  # Leaves recipients out.
    FullCompareMode      SwitchParameter [Default]  # Compares all values.
    MaxReportSize        Unlimited null range:1.. [Default] # How many differences are listed.
    MonitoringContext    Boolean [Default]  # Adds events for monitoring software.
    TargetServer         String null [Default]  # Only this Edge server.
  `,
  outputs: [typeName],
  examples: [
    { script: '(Test-EdgeSynchronization).SyncStatus', output: 'Normal' },
    { script: '(Test-EdgeSynchronization -VerifyRecipient alice@contoso.com).RecipientStatus', output: 'Synchronized' },
  ],
  create: (cmdlet) => ({
    process() {
      const target = cmdlet.has('TargetServer') ? textOf(cmdlet.args.TargetServer) : undefined;
      const all = worldOf(cmdlet).objects('edgeSubscription');
      const found = all.filter(
        ({ name }) => target === undefined || target.split('.')[0]!.toLowerCase() === name.toLowerCase(),
      );
      if (found.length === 0 && target !== undefined) cmdlet.error(objectNotFound(cmdlet, target));
      for (const subscription of found) cmdlet.write(record(cmdlet, subscription));
    },
  }),
});
