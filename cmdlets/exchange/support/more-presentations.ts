// How the smaller classes of configuration objects are shown (facts/outputs 2.5, 2.6, 3.4–3.6).

import type { Value } from '../../../src/runtime/values.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { installPath } from '../../../state/schema/property-catalog.ts';
import type { Presentation } from './config-objects.ts';

const management = 'Microsoft.Exchange.Data.Directory';
const system = `${management}.SystemConfiguration`;
const words = (text: string): string[] => text.trim().split(/[\s,]+/);
const plain = (typeName: string, objectClass: string, order = ''): Presentation => ({
  typeName,
  objectClass: ['top', objectClass],
  order: order === '' ? [] : words(order),
});

export const acceptedDomain: Presentation = {
  ...plain(
    `${system}.AcceptedDomain`,
    'msExchAcceptedDomain',
    'DomainName DomainType MatchSubDomains AddressBookEnabled Default',
  ),
  exchangeVersion: '0.20 (15.0.0.0)',
};
export const remoteDomain = plain(`${system}.DomainContentConfig`, 'msExchDomainContentConfig', 'DomainName');
export const foreignConnector = plain(
  `${system}.ForeignConnector`,
  'mailGateway',
  'AddressSpaces DropDirectory Enabled',
);
export const deliveryAgentConnector = plain(
  `${system}.DeliveryAgentConnector`,
  'msExchConnector',
  'AddressSpaces DeliveryProtocol Enabled',
);
export const routingGroupConnector = plain(
  `${system}.RoutingGroupConnector`,
  'msExchRoutingGroupConnector',
  'TargetRoutingGroup Cost TargetTransportServers SourceRoutingGroup SourceTransportServers',
);
export const adSite = plain(`${management}.Management.ADSite`, 'site', 'HubSiteEnabled InboundMailEnabled');
export const adSiteLink: Presentation = {
  ...plain(`${management}.Management.ADSiteLink`, 'siteLink', 'Cost ADCost ExchangeCost MaxMessageSize Sites'),
  derived: { Cost: ({ properties }: ConfigObject): Value => Number(properties.ExchangeCost ?? properties.ADCost) },
};
export const databaseAvailabilityGroup = plain(
  `${management}.Management.DatabaseAvailabilityGroup`,
  'msExchMDBAvailabilityGroup',
  'Servers WitnessServer WitnessDirectory',
);
/** Where Setup puts a database's files. */
const databaseFolder = (name: string): string => `${installPath(2016)}Mailbox\\${name}`;
export const mailboxDatabase: Presentation = {
  ...plain(
    `${system}.MailboxDatabase`,
    'msExchPrivateMDB',
    'Server Servers Recovery ReplicationType Mounted MountAtStartup',
  ),
  hidden: ['SuspendedCopies', 'ActivationSuspendedCopies', 'ReplayLagCopies'],
  derived: {
    EdbFilePath: ({ name, properties }: ConfigObject): Value =>
      (properties.EdbFilePath ?? `${databaseFolder(name)}\\${name}.edb`) as Value,
    LogFolderPath: ({ name, properties }: ConfigObject): Value =>
      (properties.LogFolderPath ?? databaseFolder(name)) as Value,
    Recovery: ({ properties }: ConfigObject): Value => properties.Recovery === true,
    ReplicationType: ({ properties }: ConfigObject): Value =>
      Array.isArray(properties.Servers) && properties.Servers.length > 1 ? 'Remote' : 'None',
    MasterServerOrAvailabilityGroup: ({ properties }: ConfigObject): Value => (properties.Server ?? '') as Value,
  },
};
export const mailboxServer = plain(`${management}.Management.MailboxServer`, 'msExchExchangeServer');
export const frontendTransportService = plain(
  `${management}.Management.FrontendTransportServerPresentationObject`,
  'msExchExchangeTransportServer',
);
export const mailboxTransportService = plain(
  `${management}.Management.MailboxTransportServerPresentationObject`,
  'msExchExchangeTransportServer',
);
export const edgeSubscription: Presentation = {
  ...plain('Microsoft.Exchange.Management.SystemConfigurationTasks.EdgeSubscription', 'server', 'Site'),
  hidden: ['LastConfigurationSync', 'LastRecipientsSync', 'ConfigurationCount', 'RecipientsCount'],
  derived: {
    Domain: ({ distinguishedName }): Value =>
      [...distinguishedName.matchAll(/DC=([^,]+)/g)].map(([, label]) => label).join('.'),
  },
};
export const transportAgent = plain(
  'Microsoft.Exchange.Management.AgentTasks.TransportAgent',
  'transportAgent',
  'Enabled Priority',
);
export const journalRule = plain(
  'Microsoft.Exchange.MessagingPolicies.Journaling.JournalRuleObject',
  'msExchTransportRule',
  'Recipient JournalEmailAddress Scope Enabled',
);
export const systemMessage = plain(`${system}.SystemMessage`, 'msExchDSNMessage', 'Text Internal Language DsnCode');
export const organizationConfig = plain(
  `${management}.SystemConfiguration.ADOrganizationConfig`,
  'msExchOrganizationContainer',
);
export const x400AuthoritativeDomain = plain(
  `${system}.X400AuthoritativeDomain`,
  'msExchAcceptedDomain',
  'X400DomainName X400ExternalRelay',
);
