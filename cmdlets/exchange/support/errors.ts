// Errors of the Exchange cmdlets: texts and categories (facts/outputs 0.3 and 6), made in one place.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { ErrorCategory } from '../../../src/runtime/errors.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { WorldError } from '../../../src/transport/world-error.ts';
import type { ConfigClass } from '../../../state/schema/configuration.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { domainController } from './server-settings.ts';

interface ErrorKind {
  type: string;
  category: ErrorCategory;
}
const tasks = 'Microsoft.Exchange.Configuration.Tasks';
const kinds = {
  notFound: { type: `${tasks}.ManagementObjectNotFoundException`, category: 'NotSpecified' },
  ambiguous: { type: `${tasks}.ManagementObjectAmbiguousException`, category: 'InvalidData' },
  exists: { type: 'Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException', category: 'NotSpecified' },
  invalid: { type: 'Microsoft.Exchange.Data.DataValidationException', category: 'InvalidData' },
  conflict: {
    type: 'Microsoft.Exchange.Management.SystemConfigurationTasks.ConnectorMappingConflictException',
    category: 'InvalidOperation',
  },
  roleConflict: {
    type: 'Microsoft.Exchange.Management.SystemConfigurationTasks.ReceiveConnectorRoleConflictException',
    category: 'InvalidOperation',
  },
  invalidArgument: { type: 'System.ArgumentException', category: 'InvalidArgument' },
  invalidOperation: { type: 'Microsoft.Exchange.Management.Tasks.TaskException', category: 'InvalidOperation' },
  version: { type: 'Microsoft.Exchange.Management.Tasks.TaskException', category: 'InvalidOperation' },
  directoryUnavailable: {
    type: 'Microsoft.Exchange.Data.Directory.SuitabilityDirectoryException',
    category: 'NotSpecified',
  },
  unavailable: { type: 'Microsoft.Exchange.Data.Common.LocalizedException', category: 'ReadError' },
} as const satisfies Record<string, ErrorKind>;
export type ExchangeErrorKind = keyof typeof kinds;

/** The product's error ids are hashes of cmdlet and message in hexadecimal without leading zeros; this is ours (FNV-1a). */
function messageHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).toUpperCase();
}

export function exchangeError(cmdlet: CmdletContext, kind: ExchangeErrorKind, message: string, target: Value = null) {
  const { type, category } = kinds[kind];
  return cmdlet.makeError(
    message,
    messageHash(`${cmdlet.invocationName.toLowerCase()}/${kind}`),
    category,
    target,
    type,
  );
}

export function objectNotFound(cmdlet: CmdletContext, identity: string) {
  const message = `The operation couldn't be performed because object '${identity}' couldn't be found on '${domainController(cmdlet)}'.`;
  return exchangeError(cmdlet, 'notFound', message);
}

/** Text of facts/outputs 3.3; of objects that are not in the directory the simulation's own. */
function alreadyExists(cmdlet: CmdletContext, error: WorldError) {
  const { class: configClass, identity } = error.fields as { class?: string; identity?: string };
  const object =
    configClass !== undefined && identity !== undefined
      ? worldOf(cmdlet).find(configClass as ConfigClass, identity)
      : undefined;
  const message =
    object === undefined
      ? error.message
      : `Active Directory operation failed on ${domainController(cmdlet)}. The object '${object.distinguishedName}' already exists.`;
  return exchangeError(cmdlet, 'exists', message);
}

/** The Transport service of a server does not answer, or there is no such server (facts/outputs 6). */
export function transportUnavailable(cmdlet: CmdletContext, server: string) {
  const message = `Failed to connect to the Microsoft Exchange Transport service on computer "${server}". Verify that a valid computer name was used and the Microsoft Exchange Transport service is started on the target computer.`;
  return exchangeError(cmdlet, 'unavailable', message, server);
}

/** The cmdlet's error for a refusal of the simulation. */
export function fromWorldError(cmdlet: CmdletContext, error: WorldError) {
  const { identity = '', server = identity } = error.fields;
  switch (error.kind) {
    case 'ServerNotFound':
    case 'ObjectNotFound':
    case 'MailboxNotFound':
    case 'DatabaseNotFound':
    case 'MachineNotFound':
      return objectNotFound(cmdlet, identity);
    case 'TransportUnavailable':
      return transportUnavailable(cmdlet, server);
    case 'QueueNotFound':
    case 'MessageNotFound':
      return exchangeError(cmdlet, 'notFound', 'The requested object cannot be found.', identity || null);
    case 'ObjectExists':
      return alreadyExists(cmdlet, error);
    case 'AmbiguousIdentity':
      return exchangeError(cmdlet, 'ambiguous', error.message);
    case 'NotPossible':
      return exchangeError(cmdlet, 'invalidOperation', error.message);
    default:
      return exchangeError(cmdlet, 'invalid', error.message);
  }
}

/** Runs something on the world; a refusal becomes a non-terminating error and gives undefined. */
export function attempt<T>(cmdlet: CmdletContext, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    cmdlet.error(fromWorldError(cmdlet, error));
    return undefined;
  }
}
