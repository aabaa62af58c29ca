// New-SendConnector.

import { creating } from './support/config-families.ts';
import { adjustConnector } from './support/connector-values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { sendConnector } from './support/presentations.ts';

export default exchangeCmdlet({
  name: 'New-SendConnector',
  synopsis: 'Makes a Send connector.',
  defaultSet: 'AddressSpaces',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                         String [AddressSpaces!, LinkedReceiveConnector!:0]
    AddressSpaces                MultiValuedProperty [AddressSpaces!]
    AuthenticationCredential     PSCredential
    CloudServicesMailEnabled     Boolean versions:2013+ [AddressSpaces]
    Comment                      String null
    ConnectionInactivityTimeOut  EnhancedTimeSpan range:00:00:01..1.00:00:00
    ConnectorType                =TenantConnectorType(Default,XPremises) versions:2016+ [AddressSpaces]
    Custom                       SwitchParameter
    DNSRoutingEnabled            Boolean
    DomainController             Fqdn null
    DomainSecureEnabled          Boolean
    Enabled                      Boolean
    ErrorPolicies                =ErrorPolicies(Default,DowngradeDnsFailures,DowngradeCustomFailures,UpgradeCustomFailures)
    Force                        SwitchParameter
    ForceHELO                    Boolean
    Fqdn                         Fqdn null
    FrontendProxyEnabled         Boolean versions:2013+ [AddressSpaces]
    IgnoreSTARTTLS               Boolean
    Internal                     SwitchParameter
    Internet                     SwitchParameter
    IsCoexistenceConnector       Boolean versions:2010
    IsScopedConnector            Boolean [AddressSpaces]
    LinkedReceiveConnector       ReceiveConnectorIdParameter versions:2010 [LinkedReceiveConnector]
    MaxMessageSize               Unlimited null range:0..2147483647
    Partner                      SwitchParameter
    Port                         Int32 range:0..65535
    ProtocolLoggingLevel         =ProtocolLoggingLevel(Verbose,None)
    RequireOorg                  Boolean
    RequireTLS                   Boolean
    SmartHostAuthMechanism       =AuthMechanisms(None,BasicAuth,BasicAuthRequireTLS,ExchangeServer,ExternalAuthoritative)
    SmartHosts                   MultiValuedProperty null
    SmtpMaxMessagesPerConnection Int32
    SourceIPAddress              IPAddress null
    SourceTransportServers       MultiValuedProperty null
    TlsAuthLevel                 =TlsAuthLevel(EncryptionOnly,CertificateValidation,DomainValidation)
    TlsCertificateName           SmtpX509Identifier versions:2013+ [AddressSpaces]
    TlsDomain                    SmtpDomainWithSubdomains
    Usage                        =UsageType(Custom,Internal,Internet,Partner)
    UseExternalDNSServersEnabled Boolean
  `,
  examples: [
    {
      script:
        "(New-SendConnector -Name 'To Litware' -AddressSpaces litwareinc.com -SourceTransportServers EX01).AddressSpaces",
      output: 'SMTP:litwareinc.com;1',
    },
  ],
  create: creating('sendConnector', { noun: 'Send connector', presentation: sendConnector, adjust: adjustConnector }),
});
