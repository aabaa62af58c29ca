// Get-EmailAddressPolicy: in order of priority.

import { emailAddressPolicy } from './support/address-policies.ts';
import { configShellObject, findObjects } from './support/config-objects.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Get-EmailAddressPolicy',
  synopsis: 'Gets e-mail address policies.',
  parameterLines: `
    Identity                        EmailAddressPolicyIdParameter 0 both
    DomainController                Fqdn null
    IncludeMailboxSettingOnlyPolicy SwitchParameter
  `,
  examples: [{ script: '(Get-EmailAddressPolicy).EnabledPrimarySMTPAddressTemplate', output: '@contoso.com' }],
  create: (cmdlet) => ({
    process() {
      const identity = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : undefined;
      const found = [...findObjects(cmdlet, 'emailAddressPolicy', identity)];
      found.sort((left, right) => Number(left.properties.Priority) - Number(right.properties.Priority));
      for (const policy of found) cmdlet.write(configShellObject(policy, emailAddressPolicy));
    },
  }),
});
