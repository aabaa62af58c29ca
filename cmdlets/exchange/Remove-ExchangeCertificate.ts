// Remove-ExchangeCertificate.

import { findCertificate, removeCertificate } from './support/certificates.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-ExchangeCertificate',
  synopsis: 'Removes a certificate from a server.',
  defaultSet: 'Thumbprint',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Thumbprint       String both [Thumbprint!:0]
    Identity         ExchangeCertificateIdParameter versions:2013+ [Identity:0]
    DomainController Fqdn null
    Server           ServerIdParameter null [Thumbprint]
  `,
  examples: [
    {
      script:
        '$c = New-ExchangeCertificate -DomainName mail.contoso.com -Services None\nRemove-ExchangeCertificate $c.Thumbprint -Confirm:$false\n@(Get-ExchangeCertificate -DomainName mail.contoso.com).Count',
      output: '0',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const place = findCertificate(cmdlet);
      if (place) removeCertificate(cmdlet, place.server, place.certificate);
    },
  }),
});
