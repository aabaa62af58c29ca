// Add-ADPermission, for Receive connectors.

import { changePermissions } from './support/connector-permissions.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Add-ADPermission',
  synopsis: 'Gives an account extended rights on a Receive connector.',
  defaultSet: 'AccessRights',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity         ADRawEntryIdParameter ! 0 both
    User             SecurityPrincipalIdParameter !
    ExtendedRights   ExtendedRightIdParameter[] !
    AccessRights     =ActiveDirectoryRights[](CreateChild,DeleteChild,ListChildren,Self,ReadProperty,WriteProperty,DeleteTree,ListObject,ExtendedRight,Delete,ReadControl,GenericExecute,GenericWrite,GenericRead,WriteDacl,WriteOwner,GenericAll,Synchronize,AccessSystemSecurity)
    DomainController Fqdn null
  `,
  examples: [
    {
      title: 'Anonymous clients of a connector may relay',
      script:
        "(Get-ReceiveConnector 'EX01\\Default Frontend EX01' | Add-ADPermission -User 'NT AUTHORITY\\ANONYMOUS LOGON' -ExtendedRights ms-Exch-SMTP-Accept-Any-Recipient).User",
      output: 'NT AUTHORITY\\ANONYMOUS LOGON',
    },
  ],
  create: (cmdlet) => ({
    process() {
      changePermissions(cmdlet, true);
    },
  }),
});
