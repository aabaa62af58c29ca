// New-AcceptedDomain.

import { creating } from './support/config-families.ts';
import { refuseDouble } from './support/domains.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { acceptedDomain } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'New-AcceptedDomain',
  synopsis: 'Makes a domain one for which the organisation takes mail.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name             String ! 0  # The name of the accepted domain.
    DomainName       SmtpDomainWithSubdomains ! length:256 # The SMTP domain; *.domain includes its subdomains.
    DomainController Fqdn null
    DomainType       =AcceptedDomainType(Authoritative,InternalRelay,ExternalRelay)  # Authoritative, or relay: mail for unknown recipients goes on.
  `,
  examples: [
    {
      script:
        "(New-AcceptedDomain 'Wide World' -DomainName wideworldimporters.com -DomainType InternalRelay).DomainType",
      output: 'InternalRelay',
    },
  ],
  create: creating('acceptedDomain', {
    noun: 'Accepted Domain',
    question: (cmdlet, name) => `Creating Accepted Domain "${name}" with domain name "${cmdlet.args.DomainName}".`,
    presentation: acceptedDomain,
    adjust: refuseDouble('acceptedDomain'),
  }),
});
