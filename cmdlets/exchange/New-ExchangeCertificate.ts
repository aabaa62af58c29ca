// New-ExchangeCertificate.

import { utf8Bytes } from '../windows/base64.ts';
import { createRequest, createSelfSigned } from './support/certificate-creation.ts';
import { certificateObject } from './support/certificates.ts';
import { confirmed } from './support/confirmation.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { namedServer } from './support/server-scope.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'New-ExchangeCertificate',
  synopsis: 'Makes a self-signed certificate, or a request for one.',
  defaultSet: 'Certificate',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    BinaryEncoded            SwitchParameter [Request]
    DomainController         Fqdn null
    DomainName               MultiValuedProperty null length:255
    Force                    SwitchParameter
    FriendlyName             String null length:63
    GenerateRequest          SwitchParameter [Request]
    IncludeAcceptedDomains   SwitchParameter
    IncludeAutoDiscover      SwitchParameter
    IncludeServerFQDN        SwitchParameter
    IncludeServerNetBIOSName SwitchParameter
    Instance                 X509Certificate2 both
    KeySize                  Int32
    PrivateKeyExportable     Boolean
    RequestFile              String null versions:2013 [Request]
    Server                   ServerIdParameter null
    Services                 =AllowedServices(None,Federation,IIS,IMAP,POP,SMTP,UM,UMCallRouter) [Certificate]
    SubjectKeyIdentifier     String null
    SubjectName              X500DistinguishedName
  `,
  examples: [
    {
      title: 'A certificate for a name that clients use',
      script: '(New-ExchangeCertificate -DomainName mail.contoso.com -Services SMTP -Force).Subject',
      output: 'CN=mail.contoso.com',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const server = namedServer(cmdlet);
      if (!server) return;
      const request = cmdlet.args.GenerateRequest === true;
      const what = request ? 'Generating a new certificate request' : 'Creating a new self-signed certificate';
      if (!confirmed(cmdlet, `${what} on server ${server.name}.`)) return;
      if (!request) {
        const made = createSelfSigned(cmdlet, server);
        if (made) cmdlet.write(certificateObject(cmdlet, server, made));
        return;
      }
      const text = createRequest(cmdlet, server);
      if (text === undefined) return;
      const file = cmdlet.has('RequestFile') ? textOf(cmdlet.args.RequestFile) : '';
      if (file === '') cmdlet.write(text);
      else cmdlet.host.files.write(file, utf8Bytes(text));
    },
  }),
});
