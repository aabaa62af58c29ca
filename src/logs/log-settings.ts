// Where each log of each server goes and how large it may grow: the product's own settings, read from the configuration.

import type { ConfigClass, ConfigObject } from '../../state/schema/configuration.ts';
import type { LogRecord } from '../../state/schema/log-records.ts';

/** What this folder reads of the simulation. */
export interface ConfigurationReader {
  find<C extends ConfigClass>(configClass: C, identity: string): ConfigObject<C> | undefined;
}

/** One log: files `<folder>/<prefix><period>-<n>.LOG`. */
export interface LogTarget {
  /** In the sandbox folder, with `/`: `drives/EX01/C/Program Files/…`. */
  folder: string;
  prefix: string;
  hourly: boolean;
  maxFileBytes: number;
  maxDirectoryBytes: number;
  maxAgeMs: number;
  /** Exchange version of the server, and its build as log headers write it. */
  version: number;
  build: string;
}

/** `C:\Windows\x` on a server as a path in the sandbox folder. */
export function drivePath(server: string, path: string): string {
  const drive = path.slice(0, 1).toUpperCase();
  const rest = path
    .slice(2)
    .replaceAll('\\', '/')
    .replace(/^\/+|\/+$/g, '');
  return rest === '' ? `drives/${server}/${drive}` : `drives/${server}/${drive}/${rest}`;
}

/** Install folder with its last backslash. */
export function installPath(version: number): string {
  const folder = version >= 2013 ? 'V15\\' : version >= 2010 ? 'V14\\' : '';
  return `C:\\Program Files\\Microsoft\\Exchange Server\\${folder}`;
}

/** `15.01.2507.006` from `Version 15.1 (Build 2507.6)` or `15.1.2507.6`; older servers write constants (facts: logs.json). */
export function headerBuild(version: number, adminDisplayVersion: string): string {
  if (version < 2016) return version >= 2013 ? '15.0.0.0' : version >= 2010 ? '14.0.0.0' : '8.0.0.0';
  const [major = '15', minor = '1', build = '0', revision = '0'] = adminDisplayVersion.match(/\d+/g) ?? [];
  return `${major}.${minor.padStart(2, '0')}.${build.padStart(4, '0')}.${revision.padStart(3, '0')}`;
}

const megabyte = 1024 * 1024;
const day = 86_400_000;

type Service = 'Hub' | 'FrontEnd' | 'MailboxSubmission' | 'MailboxDelivery' | 'Edge';
const serviceClasses: Record<Service, ConfigClass> = {
  Hub: 'transportService',
  Edge: 'transportService',
  FrontEnd: 'frontendTransportService',
  MailboxSubmission: 'mailboxTransportService',
  MailboxDelivery: 'mailboxTransportService',
};

interface LogKind {
  /** First part of the settings' names, and how their directory ends below the configured path. */
  setting: string;
  prefix: string;
  configClass: ConfigClass;
  subfolder: string;
  defaultPath: string;
}

function subfolderOf(service: Service): string {
  return service === 'MailboxSubmission' ? '\\Submission' : service === 'MailboxDelivery' ? '\\Delivery' : '';
}

function kindOf(record: Exclude<LogRecord, { log: 'event' }>): LogKind {
  switch (record.log) {
    case 'tracking':
      return {
        setting: 'MessageTrackingLog',
        prefix: record.file,
        configClass: record.file === 'MSGTRKM' ? 'mailboxServer' : 'transportService',
        subfolder: '',
        defaultPath: 'TransportRoles\\Logs\\MessageTracking',
      };
    case 'connectivity':
      return {
        setting: 'ConnectivityLog',
        prefix: 'CONNECTLOG',
        configClass: serviceClasses[record.service],
        subfolder: subfolderOf(record.service),
        defaultPath: 'TransportRoles\\Logs\\Connectivity',
      };
    case 'protocol': {
      const side = record.side === 'receive' ? 'Receive' : 'Send';
      return {
        setting: `${side}ProtocolLog`,
        prefix: record.side === 'receive' ? 'RECV' : 'SEND',
        configClass: serviceClasses[record.service],
        subfolder: subfolderOf(record.service),
        defaultPath: `TransportRoles\\Logs\\ProtocolLog\\Smtp${side}`,
      };
    }
    case 'agent':
      return {
        setting: 'AgentLog',
        prefix: 'AGENTLOG',
        configClass: serviceClasses[record.service],
        subfolder: '',
        defaultPath: 'TransportRoles\\Logs\\AgentLog',
      };
    case 'routing':
      return {
        setting: 'RoutingTableLog',
        prefix: 'RoutingConfig#',
        configClass: 'transportService',
        subfolder: '',
        defaultPath: 'TransportRoles\\Logs\\Routing',
      };
  }
}

/** What tells logs of one server apart. */
export function logKey(record: Exclude<LogRecord, { log: 'event' }>): string {
  switch (record.log) {
    case 'tracking':
      return record.file;
    case 'connectivity':
      return `connectivity ${record.service}`;
    case 'protocol':
      return `${record.side} ${record.service}`;
    case 'agent':
      return `agent ${record.service}`;
    case 'routing':
      return 'routing';
  }
}

/** Where a record goes; undefined when that log is switched off. */
export function logTarget(
  configuration: ConfigurationReader,
  server: string,
  record: Exclude<LogRecord, { log: 'event' }>,
): LogTarget | undefined {
  const kind = kindOf(record);
  const properties = configuration.find(kind.configClass, server)?.properties as Record<string, unknown> | undefined;
  const serverProperties = configuration.find('server', server)?.properties;
  const version = serverProperties?.Version ?? 2016;
  const setting = (name: string) => properties?.[kind.setting + name];
  const path = setting('Path');
  if (setting('Enabled') === false || path === null) return undefined;
  const install = installPath(version);
  const resolved = (typeof path === 'string' ? path : `${install}${kind.defaultPath}`).replace(
    /%ExchangeInstallPath%/i,
    install,
  );
  const size = (name: string, fallback: number) => {
    const value = setting(name);
    return typeof value === 'number' ? value : value === 'Unlimited' ? Number.POSITIVE_INFINITY : fallback;
  };
  return {
    folder: drivePath(server, resolved + kind.subfolder),
    prefix: kind.prefix,
    // Current builds put the hour into the tracking log's names (facts: logs.json); the other logs change daily.
    hourly: record.log === 'tracking' && version >= 2013,
    maxFileBytes: size('MaxFileSize', 10 * megabyte),
    maxDirectoryBytes: size('MaxDirectorySize', 1000 * megabyte),
    maxAgeMs: size('MaxAge', 30 * day),
    version,
    build: headerBuild(version, serverProperties?.AdminDisplayVersion ?? ''),
  };
}
