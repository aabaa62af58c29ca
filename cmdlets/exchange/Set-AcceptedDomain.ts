// Set-AcceptedDomain.

import { setting } from './support/config-families.ts';
import { adjustDefault } from './support/domains.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-AcceptedDomain',
  synopsis: 'Changes an accepted domain.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                  AcceptedDomainIdParameter ! 0 both
    AddressBookEnabled        Boolean
    DomainController          Fqdn null
    DomainType                =AcceptedDomainType(Authoritative,InternalRelay,ExternalRelay)
    MakeDefault               Boolean
    MatchSubDomains           Boolean versions:2016+
    Name                      String null length:64
    PendingCompletion         Boolean versions:2013+
    PendingRemoval            Boolean
  `,
  examples: [
    { script: 'Set-AcceptedDomain contoso.com -MatchSubDomains $true -WhatIf' },
    {
      script:
        'Set-AcceptedDomain partner-relay.com -MakeDefault $true\n(Get-AcceptedDomain | Where-Object Default).Name',
      output: 'partner-relay.com',
    },
  ],
  create: setting('acceptedDomain', { noun: 'accepted domain', adjust: adjustDefault }),
});
