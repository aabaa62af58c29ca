// Set-SendConnector.

import { setting } from './support/config-families.ts';
import { adjustConnector } from './support/connector-values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-SendConnector',
  synopsis: 'Changes a Send connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                     SendConnectorIdParameter ! 0 both
    AddressSpaces                MultiValuedProperty null
    AuthenticationCredential     PSCredential
    CloudServicesMailEnabled     Boolean versions:2013+
    Comment                      String null
    ConnectorType                =TenantConnectorType(Default,XPremises) versions:2016+
    ConnectionInactivityTimeOut  EnhancedTimeSpan range:00:00:01..1.00:00:00
    DNSRoutingEnabled            Boolean
    DomainController             Fqdn null
    DomainSecureEnabled          Boolean
    Enabled                      Boolean
    ErrorPolicies                =ErrorPolicies(Default,DowngradeDnsFailures,DowngradeCustomFailures,UpgradeCustomFailures)
    Force                        SwitchParameter
    ForceHELO                    Boolean
    Fqdn                         Fqdn null
    FrontendProxyEnabled         Boolean versions:2013+
    IgnoreSTARTTLS               Boolean
    IsCoexistenceConnector       Boolean versions:2010
    IsScopedConnector            Boolean
    LinkedReceiveConnector       ReceiveConnectorIdParameter versions:2010
    MaxMessageSize               Unlimited null range:0..2147483647
    Name                         String null
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
    TlsCertificateName           SmtpX509Identifier versions:2013+
    TlsDomain                    SmtpDomainWithSubdomains
    UseExternalDNSServersEnabled Boolean
  `,
  examples: [{ script: "Set-SendConnector 'Partner smart host' -Enabled $false -WhatIf" }],
  create: setting('sendConnector', { noun: 'Send connector', adjust: adjustConnector }),
});
