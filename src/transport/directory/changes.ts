// Changes of configuration objects and what follows from them at once.

import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import type { InputResult, WorldInput } from '../../../state/schema/inputs.ts';
import type { Machine } from '../machines/machine.ts';
import { activatableCopies, activationTarget } from '../machines/power.ts';
import { scheduleTimers } from '../mail/registry.ts';
import { wayBack, withRoutingGroups } from '../routing/group-connectors.ts';
import type { Simulation } from '../simulation.ts';
import { scheduleMove } from '../store/moves.ts';
import { WorldError } from '../world-error.ts';
import { adjustAddresses, applyPolicy } from './address-changes.ts';
import { closeUp, takePlace } from './priorities.ts';
import { checkProperties, completed, isRecipient } from './provisioning.ts';
import { renameDatabase, rewriteReferences } from './references.ts';
import { checkUnique } from './uniqueness.ts';

export function newObject(simulation: Simulation, input: Extract<WorldInput, { kind: 'config.new' }>): InputResult {
  const { ConvertedFrom, BiDirectional, ...rest } = input.properties;
  const given = input.class === 'routingGroupConnector' ? withRoutingGroups(simulation, rest) : rest;
  checkProperties(input.class, given);
  const converted = convertedObject(simulation, input.class, ConvertedFrom);
  const before = simulation.directory.routingVersion;
  const properties = completed(simulation, input.class, input.name, given);
  if (isRecipient(input.class) || input.class === 'user') checkUnique(simulation, input.name, properties, converted);
  if (converted !== undefined) takeAway(simulation, converted);
  const object = simulation.directory.create(input.class, input.name, properties, simulation.now);
  if (object.class === 'moveRequest') scheduleMove(simulation, object as unknown as ConfigObject<'moveRequest'>);
  if (BiDirectional === true)
    simulation.directory.create(input.class, `${input.name} (back)`, wayBack(properties), simulation.now);
  takePlace(simulation, object, given.Priority as number | undefined);
  if (object.class === 'database') installDatabase(simulation, object as unknown as ConfigObject<'database'>);
  if (simulation.directory.routingVersion !== before) simulation.notifyRouting();
  return { identity: object.guid };
}

/** A user that becomes a mailbox, a mailbox that becomes a user: the other object, which gives way. */
function convertedObject(simulation: Simulation, to: ConfigClass, from: unknown): ConfigObject | undefined {
  if (typeof from !== 'string') return undefined;
  return simulation.directory.get(to === 'user' ? 'mailbox' : 'user', from) as ConfigObject;
}

function takeAway(simulation: Simulation, object: ConfigObject): void {
  simulation.directory.remove(object);
  if (object.class === 'mailbox') simulation.store.removeOwner(object.guid);
}

/** A new database is on the disk of its server, not mounted. */
function installDatabase(simulation: Simulation, database: ConfigObject<'database'>): void {
  if (database.properties.Servers.length === 0 && database.properties.Server !== null)
    simulation.directory.set(database as ConfigObject, { Servers: [database.properties.Server] }, simulation.now);
}

export function setObject(simulation: Simulation, input: Extract<WorldInput, { kind: 'config.set' }>): InputResult {
  checkProperties(input.class, input.properties);
  const object = simulation.directory.get(input.class, input.identity) as ConfigObject;
  const before = simulation.directory.routingVersion;
  checkRename(simulation, object, input.properties.Name);
  const changes =
    object.class === 'routingGroupConnector'
      ? withRoutingGroups(simulation, input.properties, { ...object.properties })
      : { ...input.properties };
  const oldName = object.name;
  if (isRecipient(object.class) || object.class === 'user') {
    adjustAddresses(simulation, object, changes);
    const name = typeof changes.Name === 'string' ? changes.Name : undefined;
    checkUnique(simulation, name, changes, object);
  }
  if (object.class === 'acceptedDomain' && changes.Default === true) {
    for (const other of simulation.directory.sorted('acceptedDomain'))
      if (other.properties.Default && other.guid !== object.guid)
        simulation.directory.set(other as ConfigObject, { Default: false }, simulation.now);
  }
  simulation.directory.set(object, changes, simulation.now);
  follow(simulation, object, changes);
  if (isRecipient(object.class) && object.name !== oldName) rewriteReferences(simulation, oldName, object.name);
  if (object.class === 'database' && object.name !== oldName) renameDatabase(simulation, oldName, object.name);
  if (typeof changes.Priority === 'number') takePlace(simulation, object, changes.Priority);
  if (simulation.directory.routingVersion !== before) simulation.notifyRouting();
  return { identity: object.guid };
}

function checkRename(simulation: Simulation, object: ConfigObject, name: unknown): void {
  if (typeof name !== 'string' || name.toLowerCase() === object.name.toLowerCase()) return;
  if (simulation.directory.find(object.class, name) !== undefined)
    throw new WorldError('ObjectExists', `There is already a ${object.class} '${name}'.`, {
      class: object.class,
      identity: name,
    });
}

function follow(simulation: Simulation, object: ConfigObject, changes: Record<string, unknown>): void {
  if (object.class === 'transportService') {
    const machine = simulation.findMachine(object.name);
    if (machine !== undefined) logConfigurationUpdate(simulation, machine);
    const service = machine?.transport;
    if (service !== undefined) {
      service.timerAt = 0;
      scheduleTimers(simulation, service);
    }
  }
  if (object.class === 'mailboxServer' && changes.DatabaseCopyActivationDisabledAndMoveNow === true)
    moveDatabasesOff(simulation, object.name);
  if (object.class === 'databaseAvailabilityGroup') syncGroups(simulation);
  if (object.class === 'emailAddressPolicy' && changes.RecipientFilterApplied === true)
    applyPolicy(simulation, object as unknown as ConfigObject<'emailAddressPolicy'>);
  if (object.class === 'moveRequest' && changes.Status !== undefined)
    scheduleMove(simulation, object as unknown as ConfigObject<'moveRequest'>);
}

/** Event 16028 (facts/outputs 7): news to him who asked for more than the usual. */
function logConfigurationUpdate(simulation: Simulation, machine: Machine): void {
  if (!simulation.transportRuns(machine)) return;
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: 16_028,
    category: 'Configuration',
    level: 'Information',
    loggingLevel: 'Low',
    message:
      'A forced configuration update for Microsoft.Exchange.Transport.TransportServerConfiguration has successfully completed. Object details from  the last notification-based reload: . New details: ',
    strings: ['Microsoft.Exchange.Transport.TransportServerConfiguration'],
  });
}

/** Set-MailboxServer -DatabaseCopyActivationDisabledAndMoveNow: active databases go to other copies as far as there are any. */
function moveDatabasesOff(simulation: Simulation, name: string): void {
  const machine = simulation.machine(name);
  for (const database of simulation.directory.sorted('database')) {
    if (database.properties.Server?.toLowerCase() !== name.toLowerCase()) continue;
    const target = activationTarget(simulation, activatableCopies(database), machine);
    if (target !== undefined)
      simulation.directory.set(database as ConfigObject, { Server: target.name }, simulation.now);
  }
}

/** Servers know the availability group that lists them. */
export function syncGroups(simulation: Simulation): void {
  for (const server of simulation.directory.sorted('server')) {
    const group = simulation.directory
      .sorted('databaseAvailabilityGroup')
      .find(({ properties }) => properties.Servers.some((name) => name.toLowerCase() === server.name.toLowerCase()));
    const name = group?.name ?? null;
    const machine = simulation.findMachine(server.name);
    if (server.properties.DatabaseAvailabilityGroup === name) continue;
    simulation.directory.set(server as ConfigObject, { DatabaseAvailabilityGroup: name }, simulation.now);
    if (machine !== undefined) {
      machine.inGroup = name !== null;
      machine.installServices(machine.online);
    }
  }
}

export function removeObject(
  simulation: Simulation,
  input: Extract<WorldInput, { kind: 'config.remove' }>,
): InputResult {
  const object = simulation.directory.get(input.class, input.identity) as ConfigObject;
  const before = simulation.directory.routingVersion;
  takeAway(simulation, object);
  if (isRecipient(object.class)) rewriteReferences(simulation, object.name, null);
  closeUp(simulation, object);
  if (object.class === 'adSite') forgetSite(simulation, object.name);
  if (object.class === 'databaseAvailabilityGroup') syncGroups(simulation);
  if (simulation.directory.routingVersion !== before) simulation.notifyRouting();
  return { identity: object.guid };
}

/** Servers of a removed site are in no site; links forget it. */
function forgetSite(simulation: Simulation, site: string): void {
  const key = site.toLowerCase();
  for (const machine of simulation.machinesById.values()) {
    if (machine.site?.toLowerCase() !== key) continue;
    machine.site = null;
    const server = simulation.directory.find('server', machine.name);
    if (server !== undefined) simulation.directory.set(server as ConfigObject, { Site: null }, simulation.now);
  }
  for (const link of simulation.directory.sorted('adSiteLink')) {
    if (!link.properties.Sites.some((name) => name.toLowerCase() === key)) continue;
    simulation.directory.set(
      link as ConfigObject,
      { Sites: link.properties.Sites.filter((name) => name.toLowerCase() !== key) },
      simulation.now,
    );
  }
}

export function controlDatabase(simulation: Simulation, input: Extract<WorldInput, { kind: 'database' }>): InputResult {
  const database = (simulation.directory.find('database', input.identity) ??
    simulation.directory.find('publicFolderDatabase', input.identity)) as ConfigObject | undefined;
  if (database === undefined)
    throw new WorldError('DatabaseNotFound', `There is no database '${input.identity}'.`, { identity: input.identity });
  if (input.action === 'move') {
    const target = simulation.machine(input.target ?? '');
    const { Servers } = database.properties as unknown as { Servers: string[] };
    if (!Servers.some((name) => name.toLowerCase() === target.name.toLowerCase()))
      throw new WorldError('InvalidValue', `${target.name} holds no copy of ${database.name}.`, {
        server: target.name,
      });
    simulation.directory.set(database, { Server: target.name, Mounted: true }, simulation.now);
    simulation.notifyRouting();
  } else simulation.directory.set(database, { Mounted: input.action === 'mount' }, simulation.now);
  return { identity: database.guid };
}
