// Set-ReceiveConnector.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { ConfigObject } from '../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../state/schema/json.ts';
import { worldOf } from '../windows/local-machine.ts';
import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { isSound, normalized } from './support/receive-connectors.ts';

/** The changes in the form in which they are kept; undefined when the connector may not be so. */
function checked(cmdlet: CmdletContext, changes: JsonObject, object: ConfigObject | undefined): JsonObject | undefined {
  if (object === undefined) return changes;
  const server = worldOf(cmdlet).findMachine(String(object.properties.Server));
  if (server === undefined) return changes;
  const kept = normalized(changes);
  const after: Record<string, JsonValue> = {};
  for (const name in object.properties) after[name] = object.properties[name]!;
  const present = object as unknown as ConfigObject<'receiveConnector'>;
  return isSound(cmdlet, { ...after, ...kept }, server, present, (property) => property in kept) ? kept : undefined;
}

export default exchangeCmdlet({
  name: 'Set-ReceiveConnector',
  synopsis: 'Changes a Receive connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                  ReceiveConnectorIdParameter ! 0 both
    AdvertiseClientSettings                   Boolean
    AuthMechanism                             =AuthMechanisms(None,Tls,Integrated,BasicAuth,BasicAuthRequireTLS,ExchangeServer,ExternalAuthoritative)
    AuthTarpitInterval                        EnhancedTimeSpan versions:2016+
    Banner                                    String null
    BareLinefeedRejectionEnabled              Boolean
    BinaryMimeEnabled                         Boolean
    Bindings                                  MultiValuedProperty null
    ChunkingEnabled                           Boolean
    Comment                                   String null
    ConnectionInactivityTimeout               EnhancedTimeSpan range:00:00:01..1.00:00:00
    ConnectionTimeout                         EnhancedTimeSpan range:00:00:01..1.00:00:00
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
    MaxHeaderSize                             ByteQuantifiedSize range:1..2147483647
    MaxHopCount                               Int32 range:1..500
    MaxInboundConnection                      Unlimited null range:1..2147483647
    MaxInboundConnectionPercentagePerSource   Int32 range:1..100
    MaxInboundConnectionPerSource             Unlimited null range:1..10000
    MaxLocalHopCount                          Int32 range:0..50
    MaxLogonFailures                          Int32 range:0..10
    MaxMessageSize                            ByteQuantifiedSize range:65536..2147483647
    MaxProtocolErrors                         Unlimited null range:0..2147483647
    MaxRecipientsPerMessage                   Int32 range:1..512000
    MessageRateLimit                          Unlimited null range:1..2147483647
    MessageRateSource                         =MessageRateSourceFlags(None,IPAddress,User,All)
    Name                                      String null length:64
    OrarEnabled                               Boolean
    PermissionGroups                          =PermissionGroups(None,AnonymousUsers,ExchangeUsers,ExchangeServers,ExchangeLegacyServers,Partners,Custom)
    PipeliningEnabled                         Boolean
    ProtocolLoggingLevel                      =ProtocolLoggingLevel(None,Verbose)
    RejectReservedSecondLevelRecipientDomains Boolean versions:2016+
    RejectReservedTopLevelRecipientDomains    Boolean versions:2016+
    RejectSingleLabelRecipientDomains         Boolean versions:2016+
    RemoteIPRanges                            MultiValuedProperty null
    RequireEHLODomain                         Boolean
    RequireTLS                                Boolean
    ServiceDiscoveryFqdn                      Fqdn null versions:2013+
    SizeEnabled                               =SizeMode(Enabled,Disabled,EnabledwithoutValue)
    SmtpUtf8Enabled                           Boolean versions:2013+
    SuppressXAnonymousTls                     Boolean
    TarpitInterval                            EnhancedTimeSpan
    TlsCertificateName                        SmtpX509Identifier versions:2013+
    TlsDomainCapabilities                     MultiValuedProperty null
    TransportRole                             =ServerRole(FrontendTransport,HubTransport) versions:2013+
  `,
  examples: [{ script: "Set-ReceiveConnector 'EX01\\Default EX01' -Banner '220 SMTP' -WhatIf" }],
  create: setting('receiveConnector', { noun: 'Receive connector', adjust: checked }),
});
