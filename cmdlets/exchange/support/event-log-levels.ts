// Logging levels of event categories: how much a server writes into its Application log about a part of the product
// (`EX01\MSExchangeTransport\SmtpReceive`). Stored with the server, one entry a category that is not at its usual level.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { PSObject } from '../../../src/runtime/values.ts';
import { eventLevelOf, eventLevels } from '../../../src/transport/machines/event-levels.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { localName, worldOf } from '../../windows/local-machine.ts';
import { objectNotFound } from './errors.ts';

const typeName = 'Microsoft.Exchange.Management.SystemConfigurationTasks.EventCategoryObject';

export interface EventCategory {
  server: ConfigObject<'server'>;
  /** `MSExchangeTransport\SmtpReceive`. */
  path: string;
}

/** Categories of event sources by server version and role: source|categories|from|roles. */
const sources = `
MSExchangeTransport|SmtpReceive,SmtpSend,DSN,Routing,Logging,ResourceManager,Configuration,Storage,Agents,TransportService,PoisonMessage,MessageSecurity,Orar,RemoteDelivery,Approval,Categorizer,Pickup,MessageResubmission,ShadowRedundancy,MessageTracking,Components|2007|transport
MSExchangeTransportLogSearch|General|2007|transport
MSExchange Extensibility|MExRuntime|2007|transport
MSExchange EdgeSync|Topology,SyncNow,General,Initialization|2007|transport
MSExchange Messaging Policies|Journaling,Rules,Prelicensing|2007|transport
MSExchange Anti-spam Update|HygieneUpdate|2007|transport
MSExchangeFrontEndTransport|SmtpReceive,ProtocolLog,Configuration|2013|frontend
MSExchangeMailSubmission|General|2007|mailbox
MSExchangeTransportDelivery|SmtpReceive,StoreDriver,Configuration|2013|mailbox
MSExchangeTransportSubmission|StoreDriver,Configuration|2013|mailbox
MSExchangeIS|Transport General,Transport Delivering,Transport Sending,Mailbox General,Logons|2007|mailbox
MSExchange ADAccess|Topology,Validation,LDAP,Configuration|2007|all
MSExchange Common|General,Configuration,Logging|2007|all
`;

interface Source {
  name: string;
  categories: string[];
  from: number;
  role: string;
}
const catalog = (): Source[] =>
  sources
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', categories = '', from = '', role = ''] = line.split('|');
      return { name, categories: categories.split(','), from: Number(from), role };
    });

function hasRole({ properties }: ConfigObject<'server'>, role: string): boolean {
  const { ServerRole: roles, Version: version } = properties;
  const edge = roles.includes('EdgeTransport');
  if (role === 'all') return true;
  if (role === 'mailbox') return roles.includes('Mailbox');
  if (role === 'frontend') return !edge && (roles.includes('ClientAccess') || version >= 2016);
  return edge || roles.includes('HubTransport') || (version >= 2013 && roles.includes('Mailbox'));
}

function categoriesOf(server: ConfigObject<'server'>): EventCategory[] {
  const { Version } = server.properties;
  return catalog()
    .filter(({ from, role }) => Version >= from && hasRole(server, role))
    .flatMap(({ name, categories }) => categories.map((category) => ({ server, path: `${name}\\${category}` })));
}

function serverNamed(cmdlet: CmdletContext, name: string): ConfigObject<'server'> | undefined {
  const machine = worldOf(cmdlet).findMachine(name);
  return machine && worldOf(cmdlet).find('server', machine.name);
}

/** Categories of a server, in the order of the product; the error of an unknown server is written. */
export function categoriesOfServer(cmdlet: CmdletContext, name: string): EventCategory[] {
  const server = serverNamed(cmdlet, name);
  if (server === undefined) cmdlet.error(objectNotFound(cmdlet, name));
  return server === undefined ? [] : categoriesOf(server);
}

/**
 * `Server\Source\Category`, `Source\Category`, `Source`: wildcards in any part. Without a server that of the shell.
 * What matches nothing is the product's error.
 */
export function categoriesNamed(cmdlet: CmdletContext, identity: string): EventCategory[] {
  const [first = '', ...rest] = identity.split('\\');
  const named = rest.length > 0 ? serverNamed(cmdlet, first) : undefined;
  const categories = categoriesOfServer(cmdlet, named?.name ?? localName(cmdlet));
  const wanted = named === undefined ? identity : rest.join('\\');
  const found = categories.filter(
    ({ path }) => matchesWildcard(path, wanted, true) || matchesWildcard(path, `${wanted}\\*`, true),
  );
  if (found.length === 0) cmdlet.error(objectNotFound(cmdlet, identity));
  return found;
}

export function categoryObject({ server, path }: EventCategory): PSObject {
  return PSObject.of(
    {
      Name: path.slice(path.indexOf('\\') + 1),
      Number: 0,
      EventLevel: eventLevels[eventLevelOf(server.properties.EventLogLevels, path)]!,
      Identity: `${server.name}\\${path}`,
      IsValid: true,
      ObjectState: 'Unchanged',
    },
    typeName,
  );
}
