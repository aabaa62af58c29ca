// Update-EmailAddressPolicy: the policy is applied to all recipients that fall under it.

import { worldOf } from '../windows/local-machine.ts';
import { findObject } from './support/config-objects.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Update-EmailAddressPolicy',
  synopsis: 'Applies an e-mail address policy to its recipients.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                   EmailAddressPolicyIdParameter ! 0 both
    DomainController           Fqdn null
    FixMissingAlias            SwitchParameter
    UpdateSecondaryAddressesOnly SwitchParameter
  `,
  examples: [{ script: "Update-EmailAddressPolicy 'Default Policy'", output: '' }],
  create: (cmdlet) => ({
    process() {
      const policy = findObject(cmdlet, 'emailAddressPolicy', textOf(cmdlet.args.Identity));
      if (policy === undefined || !confirmed(cmdlet, `Updating e-mail address policy "${policy.identity}".`)) return;
      const properties = { RecipientFilterApplied: true };
      attempt(cmdlet, () =>
        worldOf(cmdlet).apply({ kind: 'config.set', class: policy.class, identity: policy.guid, properties }),
      );
    },
  }),
});
