// Remove-EdgeSubscription.

import type { ConfigObject } from '../../state/schema/configuration.ts';
import { findObject } from './support/config-objects.ts';
import { confirmed } from './support/confirmation.ts';
import { unsubscribe } from './support/edge-subscribing.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Remove-EdgeSubscription',
  synopsis: 'Ends the subscription of an Edge Transport server; the connectors that EdgeSync made for it go too.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         TransportServerIdParameter ! 0 both  # The Edge server.
    DomainController Fqdn null
    Force            SwitchParameter  # Doesn't ask.
  `,
  examples: [
    {
      script: 'Remove-EdgeSubscription EDGE01 -Confirm:$false\n(Get-SendConnector).Name',
      output: 'Partner smart host\nSubsidiary',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const found = findObject(cmdlet, 'edgeSubscription', textOf(cmdlet.args.Identity));
      if (found === undefined) return;
      if (!cmdlet.args.Force && !confirmed(cmdlet, `Removing Edge Subscription "${found.identity}".`)) return;
      unsubscribe(cmdlet, found as ConfigObject as ConfigObject<'edgeSubscription'>);
    },
  }),
});
