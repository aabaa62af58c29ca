// Enable-ExchangeCertificate.

import { assignServices, findCertificate, servicesOf } from './support/certificates.ts';
import { confirmed } from './support/confirmation.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { invalid } from './support/server-scope.ts';
import { rawOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Enable-ExchangeCertificate',
  synopsis: 'Gives a certificate to services.',
  defaultSet: 'Thumbprint',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Thumbprint            String both [Thumbprint!:0]
    Identity              ExchangeCertificateIdParameter versions:2013+ [Identity:0]
    Services              =AllowedServices(Federation,IIS,IMAP,POP,SMTP,UM,UMCallRouter) !
    DomainController      Fqdn null
    DoNotRequireSsl       SwitchParameter
    Force                 SwitchParameter
    NetworkServiceAllowed SwitchParameter
    Server                ServerIdParameter null [Thumbprint]
  `,
  examples: [
    {
      script:
        '$c = New-ExchangeCertificate -DomainName mail.contoso.com -Services None\nEnable-ExchangeCertificate $c.Thumbprint -Services SMTP -Force\n(Get-ExchangeCertificate $c.Thumbprint).Services',
      output: 'SMTP',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const place = findCertificate(cmdlet);
      if (!place) return;
      const { server, certificate } = place;
      if (certificate.properties.RequestPending) {
        invalid(cmdlet, `The certificate with thumbprint ${certificate.name} is a request that waits for its answer.`);
        return;
      }
      const services = servicesOf(rawOf(cmdlet.args.Services));
      if (
        !confirmed(
          cmdlet,
          `Enabling certificate "${certificate.name}" on server ${server.name} for services: ${services.join(', ')}.`,
        )
      )
        return;
      assignServices(cmdlet, server, certificate, services);
    },
  }),
});
