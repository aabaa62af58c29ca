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
    CloudServicesMailEnabled     Boolean
    Comment                      String null
    ConnectorType                =TenantConnectorType(Default,XPremises)
    ConnectionInactivityTimeOut  EnhancedTimeSpan
    DNSRoutingEnabled            Boolean
    DomainController             Fqdn null
    DomainSecureEnabled          Boolean
    Enabled                      Boolean
    ErrorPolicies                =ErrorPolicies(Default,DowngradeDnsFailures,DowngradeCustomFailures,UpgradeCustomFailures)
    Force                        SwitchParameter
    ForceHELO                    Boolean
    Fqdn                         Fqdn null
    FrontendProxyEnabled         Boolean
    IgnoreSTARTTLS               Boolean
    IsCoexistenceConnector       Boolean
    IsScopedConnector            Boolean
    LinkedReceiveConnector       ReceiveConnectorIdParameter
    MaxMessageSize               Unlimited null
    Name                         String null
    Port                         Int32
    ProtocolLoggingLevel         =ProtocolLoggingLevel(Verbose,None)
    RequireOorg                  Boolean
    RequireTLS                   Boolean
    SmartHostAuthMechanism       =AuthMechanisms(None,BasicAuth,BasicAuthRequireTLS,ExchangeServer,ExternalAuthoritative)
    SmartHosts                   MultiValuedProperty null
    SmtpMaxMessagesPerConnection Int32
    SourceIPAddress              IPAddress null
    SourceTransportServers       MultiValuedProperty null
    TlsAuthLevel                 =TlsAuthLevel(EncryptionOnly,CertificateValidation,DomainValidation)
    TlsCertificateName           SmtpX509Identifier
    TlsDomain                    SmtpDomainWithSubdomains
    UseExternalDNSServersEnabled Boolean
  `,
  examples: [{ script: "Set-SendConnector 'Partner smart host' -Enabled $false -WhatIf" }],
  create: setting('sendConnector', { noun: 'Send connector', adjust: adjustConnector }),
});
