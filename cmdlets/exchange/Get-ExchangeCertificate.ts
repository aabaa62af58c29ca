// Get-ExchangeCertificate.

import { coversName } from '../../src/transport/receive/certificates.ts';
import { textsOf } from '../sandbox/support/lists.ts';
import { certificateObject, certificatesOf, findCertificate } from './support/certificates.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { namedServer } from './support/server-scope.ts';
import { rawOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Get-ExchangeCertificate',
  synopsis: 'Gets the certificates of a server.',
  defaultSet: 'Thumbprint',
  parameterLines: `
    Thumbprint       String both null [Thumbprint:0]
    Identity         ExchangeCertificateIdParameter versions:2013+ [Identity:0]
    DomainController Fqdn null
    DomainName       MultiValuedProperty null
    Instance         X509Certificate2 both [Instance]
    Server           ServerIdParameter null [Instance, Thumbprint]
  `,
  examples: [
    {
      script: '(Get-ExchangeCertificate -Server EX02 -DomainName ex02.contoso.com).Services',
      output: 'IMAP, POP, IIS, SMTP',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const isNamed = ['Identity', 'Thumbprint', 'Instance'].some((name) => cmdlet.has(name));
      const place = isNamed ? findCertificate(cmdlet) : undefined;
      if (place) {
        cmdlet.write(certificateObject(cmdlet, place.server, place.certificate));
        return;
      }
      if (isNamed) return;
      const server = namedServer(cmdlet);
      if (!server) return;
      const wanted = cmdlet.has('DomainName') ? textsOf(rawOf(cmdlet.args.DomainName)) : [];
      for (const certificate of certificatesOf(cmdlet, server))
        if (wanted.every((domain) => coversName(certificate, domain)))
          cmdlet.write(certificateObject(cmdlet, server, certificate));
    },
  }),
});
