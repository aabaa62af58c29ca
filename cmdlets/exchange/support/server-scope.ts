// Objects that belong to one server: those of the server that is named or that the shell sits on. An Edge server keeps settings of its
// own; all other servers share the organisation's.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { hasWildcards, matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import { localMachine, worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { exchangeError, objectNotFound } from './errors.ts';

/** The Exchange server that the shell talks to: its own machine, else the organisation's first. */
export function connectedServer(cmdlet: CmdletContext): MachineView {
  const world = worldOf(cmdlet);
  const local = localMachine(cmdlet);
  return local?.version === undefined ? world.findMachine(world.defaultServer)! : local;
}

/** -Server, else the connected one. Writes the error for a name that is none. */
export function namedServer(cmdlet: CmdletContext): MachineView | undefined {
  if (!cmdlet.has('Server') || textOf(cmdlet.args.Server) === '') return connectedServer(cmdlet);
  const name = textOf(cmdlet.args.Server);
  const machine = worldOf(cmdlet).findMachine(name);
  if (machine?.version !== undefined) return machine;
  cmdlet.error(objectNotFound(cmdlet, name));
  return undefined;
}

export const isEdge = (machine: MachineView): boolean => machine.roles.includes('EdgeTransport');

/** Whose settings a server works by: its own name on an Edge server, else null for the organisation. */
export const settingsOwner = (machine: MachineView): string | null => (isEdge(machine) ? machine.name : null);

/** Objects of a server, or with null of the organisation, in order of creation. */
export function objectsOwnedBy<C extends ConfigClass>(
  cmdlet: CmdletContext,
  configClass: C,
  owner: string | null,
): ConfigObject<C>[] {
  return worldOf(cmdlet)
    .objects(configClass, 'created')
    .filter(({ properties }) => {
      const server = (properties.Server ?? null) as string | null;
      return server === null || owner === null ? server === owner : server.toLowerCase() === owner.toLowerCase();
    });
}

/** The object as it shows itself: its Identity is its name, whatever server it lies on. */
export const named = <C extends ConfigClass>(object: ConfigObject<C>): ConfigObject =>
  ({ ...object, identity: object.name }) as unknown as ConfigObject;

/** Those of the candidates that an identity names; the product's error when a plain one names none. */
export function selected<C extends ConfigClass>(
  cmdlet: CmdletContext,
  candidates: readonly ConfigObject<C>[],
  identity: string | undefined,
): ConfigObject<C>[] {
  if (identity === undefined) return [...candidates];
  const key = identity.toLowerCase();
  const found = candidates.filter(({ name, identity: full, guid }) =>
    hasWildcards(identity)
      ? matchesWildcard(name, identity, true)
      : [name, full, guid].some((text) => text.toLowerCase() === key),
  );
  if (found.length === 0 && !hasWildcards(identity)) cmdlet.error(objectNotFound(cmdlet, identity));
  return found;
}

export function invalid(cmdlet: CmdletContext, message: string): undefined {
  cmdlet.error(exchangeError(cmdlet, 'invalid', message));
  return undefined;
}
