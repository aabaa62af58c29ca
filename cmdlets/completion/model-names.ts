// Names from the model for completion: servers, queues, connectors, mailboxes, databases … A parameter says by its type what it
// names; where the type is a mere text (Windows' and the sandbox's own cmdlets), its name and the cmdlet's noun say it.

import type { ModelNameRequest, ModelNames } from '../../src/runtime/completion/complete-arguments.ts';
import type { RuntimeHost } from '../../src/runtime/host.ts';
import { World } from '../../src/transport/world.ts';
import { WorldError } from '../../src/transport/world-error.ts';
import { type ConfigClass, recipientClasses } from '../../state/schema/configuration.ts';
import { outputProperties } from './output-properties.ts';
import { messageIdentities, queueIdentities } from './queue-names.ts';
import { namesByParameter } from './sandbox-names.ts';

/** Types of identities that are not called after their class of objects. */
const classesOfTypes: Record<string, readonly ConfigClass[]> = {
  ServerIdParameter: ['server'],
  MailboxServerIdParameter: ['mailboxServer'],
  TransportServerIdParameter: ['transportService'],
  FrontendTransportServerIdParameter: ['frontendTransportService'],
  MailboxTransportServerIdParameter: ['mailboxTransportService'],
  ClientAccessServerOrArrayIdParameter: ['server'],
  DatabaseIdParameter: ['database'],
  MailboxIdParameter: ['mailbox'],
  StoreMailboxIdParameter: ['mailbox'],
  UserIdParameter: ['mailbox', 'mailUser'],
  RecipientIdParameter: recipientClasses,
  GeneralRecipientIdParameter: recipientClasses,
  RecipientWithAdUserGroupIdParameter: recipientClasses,
  DistributionGroupMemberIdParameter: ['distributionGroup'],
};

/** What the product's identities of a recipient look like when typed: the alias, or an address once there is an `@`. */
function recipientNames(world: World, classes: readonly ConfigClass[], word: string): string[] {
  const property = word.includes('@') ? 'PrimarySmtpAddress' : 'Alias';
  return classes.flatMap((configClass) =>
    world.objects(configClass).map(({ name, properties }) => String(properties[property] || name)),
  );
}

function isRecipientClass(configClass: ConfigClass): boolean {
  return (recipientClasses as readonly string[]).includes(configClass);
}

/** `SendConnectorIdParameter` names a `sendConnector`. */
function classOfType(typeName: string): ConfigClass | undefined {
  const noun = typeName.replace(/IdParameter$/, '');
  return noun === typeName ? undefined : ((noun[0]!.toLowerCase() + noun.slice(1)) as ConfigClass);
}

function rules(world: World, noun: string): string[] {
  return world.objects(noun.includes('Journal') ? 'journalRule' : 'transportRule').map(({ name }) => name);
}

function copies(world: World): string[] {
  return world
    .objects('database')
    .flatMap(({ name, properties }) => [properties.Servers].flat().map((server) => `${name}\\${String(server)}`));
}

/** Words of -Include and -Exclude (facts/transport 1.7). */
const QUEUE_KINDS =
  'Empty External Internal DeliveryAgent DnsConnectorDelivery MapiDelivery NonSmtpGatewayDelivery ShadowRedundancy SmartHostConnectorDelivery SmtpDeliveryToMailbox SmtpRelayToRemoteAdSite SmtpRelayWithinAdSite SmtpRelayWithinAdSiteToEdge Undefined Unreachable';

function namesByType(world: World, host: RuntimeHost, request: ModelNameRequest): readonly string[] | undefined {
  const { typeName, word, bound, noun } = request;
  const local = host.environment.get('COMPUTERNAME') ?? world.defaultServer;
  if (typeName === 'QueueIdentity') return queueIdentities(world, word, local, bound);
  if (typeName === 'MessageIdentity') return messageIdentities(world, word, local);
  if (typeName === 'QueueViewerIncludesAndExcludes') return QUEUE_KINDS.split(' ');
  if (typeName === 'QueueViewerSortOrderEntry')
    return outputProperties(`Microsoft.Exchange.Data.QueueViewer.Extensible${noun}Info`);
  if (typeName === 'RuleIdParameter') return rules(world, noun);
  if (typeName === 'DatabaseCopyIdParameter') return copies(world);
  const own = classOfType(typeName);
  const classes = classesOfTypes[typeName] ?? (own && [own]);
  if (!classes) return undefined;
  if (classes.some(isRecipientClass)) return recipientNames(world, classes, word);
  return classes.flatMap((configClass) => world.objects(configClass).map(({ identity }) => identity));
}

export const modelNames: ModelNames = (host, request) => {
  try {
    const world = host.services.get(World);
    return namesByType(world, host, request) ?? namesByParameter(world, host, request);
  } catch (error) {
    // A server that is off tells nothing about its queues.
    if (error instanceof WorldError) return [];
    throw error;
  }
};
