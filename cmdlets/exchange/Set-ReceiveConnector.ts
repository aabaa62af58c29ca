// Set-ReceiveConnector.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-ReceiveConnector',
  synopsis: 'Changes a Receive connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                  ReceiveConnectorIdParameter ! 0 both
    AdvertiseClientSettings                   Boolean
    AuthMechanism                             =AuthMechanisms(None,Tls,Integrated,BasicAuth,BasicAuthRequireTLS,ExchangeServer,ExternalAuthoritative)
    AuthTarpitInterval                        EnhancedTimeSpan
    Banner                                    String null
    BareLinefeedRejectionEnabled              Boolean
    BinaryMimeEnabled                         Boolean
    Bindings                                  MultiValuedProperty null
    ChunkingEnabled                           Boolean
    Comment                                   String null
    ConnectionInactivityTimeout               EnhancedTimeSpan
    ConnectionTimeout                         EnhancedTimeSpan
    DefaultDomain                             AcceptedDomainIdParameter
    DeliveryStatusNotificationEnabled         Boolean
    DomainController                          Fqdn null
    DomainSecureEnabled                       Boolean
    EightBitMimeEnabled                       Boolean
    EnableAuthGSSAPI                          Boolean
    Enabled                                   Boolean
    EnhancedStatusCodesEnabled                Boolean
    ExtendedProtectionPolicy                  =ExtendedProtectionPolicySetting(None,Allow,Require)
    Fqdn                                      Fqdn null
    LongAddressesEnabled                      Boolean
    MaxAcknowledgementDelay                   EnhancedTimeSpan
    MaxHeaderSize                             ByteQuantifiedSize
    MaxHopCount                               Int32
    MaxInboundConnection                      Unlimited null
    MaxInboundConnectionPercentagePerSource   Int32
    MaxInboundConnectionPerSource             Unlimited null
    MaxLocalHopCount                          Int32
    MaxLogonFailures                          Int32
    MaxMessageSize                            ByteQuantifiedSize
    MaxProtocolErrors                         Unlimited null
    MaxRecipientsPerMessage                   Int32
    MessageRateLimit                          Unlimited null
    MessageRateSource                         =MessageRateSourceFlags(None,IPAddress,User,All)
    Name                                      String null
    OrarEnabled                               Boolean
    PermissionGroups                          =PermissionGroups(None,AnonymousUsers,ExchangeUsers,ExchangeServers,ExchangeLegacyServers,Partners,Custom)
    PipeliningEnabled                         Boolean
    ProtocolLoggingLevel                      =ProtocolLoggingLevel(None,Verbose)
    RejectReservedSecondLevelRecipientDomains Boolean
    RejectReservedTopLevelRecipientDomains    Boolean
    RejectSingleLabelRecipientDomains         Boolean
    RemoteIPRanges                            MultiValuedProperty null
    RequireEHLODomain                         Boolean
    RequireTLS                                Boolean
    ServiceDiscoveryFqdn                      Fqdn null
    SizeEnabled                               =SizeMode(Enabled,Disabled,EnabledwithoutValue)
    SmtpUtf8Enabled                           Boolean
    SuppressXAnonymousTls                     Boolean
    TarpitInterval                            EnhancedTimeSpan
    TlsCertificateName                        SmtpX509Identifier
    TlsDomainCapabilities                     MultiValuedProperty null
    TransportRole                             =ServerRole(FrontendTransport,HubTransport)
  `,
  examples: [{ script: "Set-ReceiveConnector 'EX01\\Default EX01' -Banner '220 SMTP' -WhatIf" }],
  create: setting('receiveConnector', { noun: 'Receive connector' }),
});
