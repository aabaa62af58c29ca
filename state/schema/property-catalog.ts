// What properties a class of configuration objects has: names, kinds, defaults by version and role. Read on first use.

import type { ConfigClass, ExchangeVersion, ServerRole } from './configuration.ts';
import type { JsonValue } from './json.ts';
import * as connectors from './properties/connectors.ts';
import * as engine from './properties/engine.ts';
import * as mailboxServices from './properties/mailbox-services.ts';
import * as organization from './properties/organization.ts';
import * as organizationConfig from './properties/organization-config.ts';
import * as receiving from './properties/receiving.ts';
import * as recipientSettings from './properties/recipient-settings.ts';
import * as recipients from './properties/recipients.ts';
import * as transportService from './properties/transport-service.ts';

export type PropertyKind =
  | 'bool'
  | 'int'
  | 'timespan'
  | 'size'
  | 'unlimitedSize'
  | 'unlimitedInt'
  | 'string'
  | 'enum'
  | 'list'
  | 'path'
  | 'guid'
  | 'instant'
  | 'ip';

export interface PropertyDefinition {
  name: string;
  kind: PropertyKind;
  default: JsonValue;
  /** Versions that have it; 2007 counts with 2010, the pages begin there. */
  from: number;
  to: number;
}

/** What a default may depend on. */
export interface DefaultContext {
  version: ExchangeVersion;
  edge: boolean;
}

const catalogs = new Map<ConfigClass, Map<string, PropertyDefinition>>();

/** All properties of a class by name, in the documented order; empty for a class without documented ones. */
export function propertyDefinitions(configClass: ConfigClass): Map<string, PropertyDefinition> {
  let catalog = catalogs.get(configClass);
  if (catalog === undefined) {
    catalog = new Map();
    for (const text of textsOf(configClass)) {
      for (const line of text.split('\n')) {
        if (line !== '') addDefinition(catalog, line);
      }
    }
    catalogs.set(configClass, catalog);
  }
  return catalog;
}

function textsOf(configClass: ConfigClass): string[] {
  const texts: string[] = [];
  const key = `${configClass}Text`;
  for (const source of [
    engine,
    transportService,
    mailboxServices,
    connectors,
    organization,
    receiving,
    recipients,
    recipientSettings,
    organizationConfig,
  ] as Record<string, string>[]) {
    const text = source[key];
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

function addDefinition(catalog: Map<string, PropertyDefinition>, line: string): void {
  const [name = '', kind = 'string', text = '', versions = ''] = line.split('|');
  if (catalog.has(name)) return;
  const [from = '', to = ''] = versions.split('-');
  catalog.set(name, {
    name,
    kind: kind as PropertyKind,
    default: readDefault(kind as PropertyKind, text),
    from: from === '' || from === '2010' ? 2003 : Number(from),
    to: to === '' || to === 'SE' ? 2019 : Number(to),
  });
}

function readDefault(kind: PropertyKind, text: string): JsonValue {
  if (kind === 'list') return text === '' ? [] : text.split(';');
  if (text === '') return null;
  switch (kind) {
    case 'bool':
      return text === '1';
    case 'int':
    case 'timespan':
    case 'size':
    case 'instant':
      return Number(text);
    case 'unlimitedSize':
    case 'unlimitedInt':
      return text === 'Unlimited' ? text : Number(text);
    default:
      return text;
  }
}

const MiB = 1_048_576;

/**
 * Defaults that differ by version or role. Sources: facts on retry, connectors and Get-TransportConfig (2010): Edge values of the
 * retry settings, the older limits of Exchange 2007 and 2010.
 */
function overrides(configClass: ConfigClass, context: DefaultContext): Record<string, JsonValue> {
  const old = context.version <= 2010;
  switch (configClass) {
    case 'transportService': {
      const result: Record<string, JsonValue> = context.edge
        ? {
            OutboundConnectionFailureRetryInterval: 1_800_000,
            TransientFailureRetryInterval: 600_000,
            AntispamAgentsEnabled: true,
            RecipientValidationCacheEnabled: true,
          }
        : {};
      if (old) Object.assign(result, { MessageRetryInterval: 60_000, MaxPerDomainOutboundConnections: 20 });
      return Object.assign(result, logPaths(old ? '' : context.edge ? 'Edge\\' : 'Hub\\'));
    }
    case 'transportConfig':
      return old ? { MaxRecipientEnvelopeLimit: 5000 } : {};
    case 'sendConnector':
      return context.version <= 2013 ? { MaxMessageSize: 10 * MiB } : { MaxMessageSize: 35 * MiB };
    case 'receiveConnector':
      return {
        MaxMessageSize: old ? 10 * MiB : 36 * MiB,
        MaxHeaderSize: old ? 65_536 : context.version === 2013 ? 131_072 : 262_144,
        MaxHopCount: 60,
        MaxLocalHopCount: context.version === 2007 ? 3 : context.version <= 2013 ? 12 : 5,
        ...(context.edge ? { ConnectionInactivityTimeout: 60_000, ConnectionTimeout: 300_000 } : {}),
      };
    default:
      return {};
  }
}

function logPaths(folder: string): Record<string, JsonValue> {
  const base = `%ExchangeInstallPath%TransportRoles\\Logs\\${folder}`;
  return {
    ConnectivityLogPath: `${base}Connectivity`,
    ReceiveProtocolLogPath: `${base}ProtocolLog\\SmtpReceive`,
    SendProtocolLogPath: `${base}ProtocolLog\\SmtpSend`,
    RoutingTableLogPath: `${base}Routing`,
    AgentLogPath: `${base}AgentLog`,
    PipelineTracingPath: `${base}PipelineTracing`,
  };
}

const prototypes = new Map<string, Record<string, JsonValue>>();

/** The object of defaults that lies behind a configuration object's own properties. Shared; never changed. */
export function defaultProperties(configClass: ConfigClass, context: DefaultContext): Record<string, JsonValue> {
  const key = `${configClass}/${context.version}/${context.edge}`;
  let defaults = prototypes.get(key);
  if (defaults === undefined) {
    defaults = {};
    const changed = overrides(configClass, context);
    for (const definition of propertyDefinitions(configClass).values()) {
      if (context.version < definition.from || context.version > definition.to) continue;
      const value = definition.name in changed ? changed[definition.name]! : definition.default;
      defaults[definition.name] =
        typeof value === 'string' && definition.kind === 'path' ? installed(value, context.version) : value;
    }
    prototypes.set(key, defaults);
  }
  return defaults;
}

/** The product's folder on every server. */
export function installPath(version: ExchangeVersion): string {
  if (version <= 2007) return 'C:\\Program Files\\Microsoft\\Exchange Server\\';
  return version === 2010
    ? 'C:\\Program Files\\Microsoft\\Exchange Server\\V14\\'
    : 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\';
}

function installed(path: string, version: ExchangeVersion): string {
  return path.replace('%ExchangeInstallPath%', installPath(version));
}

/** Roles as the engine asks for them: which of them run a transport service. */
export function hasTransport(roles: readonly ServerRole[], version: ExchangeVersion): boolean {
  return (
    roles.includes('HubTransport') || roles.includes('EdgeTransport') || (version >= 2013 && roles.includes('Mailbox'))
  );
}
