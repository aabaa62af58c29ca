// New-ReceiveConnector.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { MachineView } from '../../src/transport/views.ts';
import type { JsonObject } from '../../state/schema/json.ts';
import { worldOf } from '../windows/local-machine.ts';
import { boundProperties } from './support/config-changes.ts';
import { configShellObject } from './support/config-objects.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { receiveConnector } from './support/presentations.ts';
import { anyAddress, isSound, normalized, presets, type Usage } from './support/receive-connectors.ts';
import { invalid, isEdge, namedServer } from './support/server-scope.ts';
import { textOf } from './types/argument-types.ts';

const usages: readonly Usage[] = ['Client', 'Internal', 'Internet', 'Partner', 'Custom'];
const steering = ['Name', 'Server', 'Usage', ...usages];

function usageOf({ args }: CmdletContext): Usage {
  const given = args.Usage === undefined ? undefined : String(args.Usage);
  return usages.find((usage) => usage === given || args[usage] === true) ?? 'Custom';
}

/** Properties of the new connector: what its usage presets, under what was given. */
function propertiesOf(cmdlet: CmdletContext, server: MachineView): JsonObject {
  const { groups, mechanism, binding } = presets(usageOf(cmdlet), isEdge(server));
  return normalized({
    Server: server.name,
    Fqdn: server.fqdn,
    TransportRole: 'HubTransport',
    PermissionGroups: groups,
    AuthMechanism: mechanism,
    ...(binding === undefined ? {} : { Bindings: [binding] }),
    RemoteIPRanges: [...anyAddress],
    ...(isEdge(server) ? { MessageRateLimit: 600 } : {}),
    ...boundProperties(cmdlet, 'receiveConnector', undefined, steering),
  });
}

const hasTransport = ({ roles, version = 0 }: MachineView): boolean =>
  roles.some((role) => role === 'HubTransport' || role === 'EdgeTransport' || (role === 'Mailbox' && version >= 2013));

export default exchangeCmdlet({
  name: 'New-ReceiveConnector',
  synopsis: 'Makes a Receive connector.',
  description:
    'A usage type (-Client, -Custom, -Internal, -Internet, -Partner, or -Usage) presets permission groups and authentication; what is given besides comes before it. A connector of the other transport role must have bindings of its own; one of the same role may share a binding when its remote ranges lie inside or outside of the others’.',
  defaultSet: 'UsageType',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                                      String ! 0 length:64
    Bindings                                  MultiValuedProperty [Custom!, Internet!, Partner!, Internal, Client, UsageType]
    Client                                    SwitchParameter [Client!]
    Internal                                  SwitchParameter [Internal!]
    Internet                                  SwitchParameter [Internet!]
    Partner                                   SwitchParameter [Partner!]
    RemoteIPRanges                            MultiValuedProperty [Custom!, Internet, Partner!, Internal!, Client!, UsageType]
    Usage                                     =UsageType(Client,Custom,Internal,Internet,Partner) [UsageType!]
    AdvertiseClientSettings                   Boolean
    AuthMechanism                             =AuthMechanisms(None,Tls,Integrated,BasicAuth,BasicAuthRequireTLS,ExchangeServer,ExternalAuthoritative)
    AuthTarpitInterval                        EnhancedTimeSpan versions:2016+
    Banner                                    String null
    BinaryMimeEnabled                         Boolean
    ChunkingEnabled                           Boolean
    Comment                                   String null
    ConnectionInactivityTimeout               EnhancedTimeSpan range:00:00:01..1.00:00:00
    ConnectionTimeout                         EnhancedTimeSpan range:00:00:01..1.00:00:00
    Custom                                    SwitchParameter [Custom]
    DefaultDomain                             AcceptedDomainIdParameter null
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
    MessageRateSource                         =MessageRateSourceFlags(None,User,IPAddress,All)
    OrarEnabled                               Boolean
    PermissionGroups                          =PermissionGroups(None,AnonymousUsers,ExchangeUsers,ExchangeServers,ExchangeLegacyServers,Partners,Custom)
    PipeliningEnabled                         Boolean
    ProtocolLoggingLevel                      =ProtocolLoggingLevel(None,Verbose)
    RejectReservedSecondLevelRecipientDomains Boolean versions:2016+
    RejectReservedTopLevelRecipientDomains    Boolean versions:2016+
    RejectSingleLabelRecipientDomains         Boolean versions:2016+
    RequireEHLODomain                         Boolean
    RequireTLS                                Boolean
    Server                                    ServerIdParameter both null
    ServiceDiscoveryFqdn                      Fqdn null versions:2013+
    SizeEnabled                               =SizeMode(Enabled,Disabled,EnabledwithoutValue)
    SuppressXAnonymousTls                     Boolean
    TarpitInterval                            EnhancedTimeSpan
    TlsCertificateName                        SmtpX509Identifier null versions:2013+
    TlsDomainCapabilities                     MultiValuedProperty null
    TransportRole                             =ServerRole(FrontendTransport,HubTransport) versions:2013+
  `,
  examples: [
    {
      title: 'Application servers may relay',
      script:
        'New-ReceiveConnector Relay -Server EX01 -Custom -Bindings 0.0.0.0:25 -RemoteIPRanges 192.168.1.80 -TransportRole FrontendTransport -AuthMechanism ExternalAuthoritative -PermissionGroups ExchangeServers | ForEach-Object Identity',
      output: 'EX01\\Relay',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const server = namedServer(cmdlet);
      if (!server) return;
      const name = textOf(cmdlet.args.Name);
      const usage = usageOf(cmdlet);
      if (!hasTransport(server)) return invalid(cmdlet, `Server "${server.name}" isn't a transport server.`);
      if (usage === 'Client' && isEdge(server))
        return invalid(cmdlet, 'The usage type Client is not available on Edge Transport servers.');
      const properties = propertiesOf(cmdlet, server);
      if (!isSound(cmdlet, properties, server, undefined, () => true)) return;
      if (!confirmed(cmdlet, `Creating Receive connector "${name}" on server ${server.name}.`)) return;
      const input = { kind: 'config.new', class: 'receiveConnector', name, properties } as const;
      const made = attempt(cmdlet, () => worldOf(cmdlet).apply(input));
      const object = made && worldOf(cmdlet).find('receiveConnector', made.identity ?? name);
      if (object) cmdlet.write(configShellObject(object as never, receiveConnector));
    },
  }),
});
