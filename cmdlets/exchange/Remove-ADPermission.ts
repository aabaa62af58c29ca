// Remove-ADPermission, for Receive connectors.

import { changePermissions } from './support/connector-permissions.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-ADPermission',
  synopsis: 'Takes extended rights on a Receive connector from an account.',
  defaultSet: 'AccessRights',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         ADRawEntryIdParameter ! 0 both
    User             SecurityPrincipalIdParameter !
    ExtendedRights   ExtendedRightIdParameter[] !
    AccessRights     =ActiveDirectoryRights[](CreateChild,DeleteChild,ListChildren,Self,ReadProperty,WriteProperty,DeleteTree,ListObject,ExtendedRight,Delete,ReadControl,GenericExecute,GenericWrite,GenericRead,WriteDacl,WriteOwner,GenericAll,Synchronize,AccessSystemSecurity)
    DomainController Fqdn null
  `,
  examples: [
    {
      setup:
        "Get-ReceiveConnector 'EX01\\Default Frontend EX01' | Add-ADPermission -User 'NT AUTHORITY\\ANONYMOUS LOGON' -ExtendedRights ms-Exch-SMTP-Accept-Any-Recipient | Out-Null",
      script:
        "Get-ReceiveConnector 'EX01\\Default Frontend EX01' | Remove-ADPermission -User 'ANONYMOUS LOGON' -ExtendedRights ms-Exch-SMTP-Accept-Any-Recipient -Confirm:$false",
    },
  ],
  create: (cmdlet) => ({
    process() {
      changePermissions(cmdlet, false);
    },
  }),
});
