// Get-ADPermission, for Receive connectors.

import { permissionsOf, permissionTarget } from './support/connector-permissions.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Get-ADPermission',
  synopsis: 'Shows the extended rights on a Receive connector.',
  defaultSet: 'Owner',
  parameterLines: `
    Identity         ADRawEntryIdParameter ! 0 both
    User             SecurityPrincipalIdParameter null [AccessRights]
    DomainController Fqdn null
    Owner            SwitchParameter [Owner]
  `,
  examples: [
    {
      script: "(Get-ADPermission 'EX01\\Client Frontend EX01' | Select-Object -First 1).ExtendedRights",
      output: 'ms-Exch-SMTP-Submit',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const connector = permissionTarget(cmdlet);
      if (!connector) return;
      const user = cmdlet.has('User') ? textOf(cmdlet.args.User).toLowerCase() : '';
      const bare = (name: string): string => name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
      for (const entry of permissionsOf(connector))
        if (user === '' || bare(String(entry.get('User'))) === bare(user)) cmdlet.write(entry);
    },
  }),
});
