// New-X400AuthoritativeDomain.

import { creating } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { x400AuthoritativeDomain } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'New-X400AuthoritativeDomain',
  synopsis: 'Makes an X.400 domain that the organisation answers for.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name              String ! 0 length:64
    X400DomainName    X400Domain !
    DomainController  Fqdn null
    X400ExternalRelay Boolean
  `,
  examples: [
    {
      script: "(New-X400AuthoritativeDomain Sales -X400DomainName 'C=US;A=att;P=Contoso;O=Sales').X400ExternalRelay",
      output: 'False',
    },
  ],
  create: creating('x400AuthoritativeDomain', {
    noun: 'X.400 authoritative domain',
    presentation: x400AuthoritativeDomain,
  }),
});
