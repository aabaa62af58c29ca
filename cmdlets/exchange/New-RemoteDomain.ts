// New-RemoteDomain.

import { creating } from './support/config-families.ts';
import { refuseDouble } from './support/domains.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { remoteDomain } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'New-RemoteDomain',
  synopsis: 'Makes settings for mail to an outside domain.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name             String ! 0 length:64 # The name of the remote domain.
    DomainName       SmtpDomainWithSubdomains ! length:256 # The outside domain; *.domain includes its subdomains.
    DomainController Fqdn null
  `,
  examples: [
    { script: '(New-RemoteDomain Fabrikam -DomainName fabrikam.com).NDREnabled', output: 'True' },
    {
      script: 'New-RemoteDomain Fabrikam -DomainName fabrikam.com | Set-RemoteDomain -DeliveryReportEnabled $false',
      output: '',
    },
  ],
  create: creating('remoteDomain', {
    noun: 'remote domain',
    presentation: remoteDomain,
    adjust: refuseDouble('remoteDomain'),
  }),
});
