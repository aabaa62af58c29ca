// The configuration objects of the organisation (what lies in Active Directory and on Edge servers in AD LDS): made, changed, removed and found.

import type { ConfigClass, ConfigObject, RecipientClass } from '../../../state/schema/configuration.ts';
import { recipientClasses } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { type DefaultContext, defaultProperties } from '../../../state/schema/property-catalog.ts';
import { guidOf } from '../kernel/identifiers.ts';
import { WorldError } from '../world-error.ts';
import { distinguishedNameOf } from './names.ts';

/** Classes whose identity begins with the server they belong to. */
const serverScoped = new Set<ConfigClass>([
  'transportRule',
  'receiveConnector',
  'transportAgent',
  'contentFilterConfig',
  'ipBlockListConfig',
  'recipientFilterConfig',
  'senderFilterConfig',
  'senderIdConfig',
  'ipBlockListEntry',
  'ipAllowListEntry',
  'ipBlockListProvider',
  'ipAllowListProvider',
  'exchangeCertificate',
]);

/** Classes whose objects stand in routing tables. */
const routingClasses = new Set<ConfigClass>([
  'server',
  'database',
  'publicFolderDatabase',
  'databaseAvailabilityGroup',
  'adSite',
  'adSiteLink',
  'routingGroup',
  'routingGroupConnector',
  'sendConnector',
  'foreignConnector',
  'deliveryAgentConnector',
  'edgeSubscription',
  'acceptedDomain',
]);

const isRecipientClass = (configClass: ConfigClass): configClass is RecipientClass =>
  (recipientClasses as readonly string[]).includes(configClass);

/** Numbers of objects beside the count come before all others, as setup comes before what administrators make. */
const firstUncounted = -1_000_000_000;

interface ClassTable {
  byIdentity: Map<string, ConfigObject>;
  /** First object of a name; several only where identities are scoped to servers. */
  byName: Map<string, ConfigObject>;
  sorted: ConfigObject[] | undefined;
}

export class Directory {
  private readonly tables = new Map<ConfigClass, ClassTable>();
  private readonly byGuid = new Map<string, ConfigObject>();
  /** Recipients by every address, alias, name, display name and legacy name, in lower case. */
  private readonly recipients = new Map<string, ConfigObject>();
  private readonly addresses = new Map<string, ConfigObject>();
  /** Rises with every change. */
  version = 1;
  /** Rises with changes that routing tables are made of: recipients and settings are none. */
  routingVersion = 1;
  private nextId = 1;
  /** Objects made beside the count. */
  private uncounted = 0;

  constructor(
    readonly forest: string,
    /** Version and role that a new object's defaults follow. */
    private readonly defaultsOf: (configClass: ConfigClass, name: string, properties: JsonObject) => DefaultContext,
  ) {}

  private table(configClass: ConfigClass): ClassTable {
    let table = this.tables.get(configClass);
    if (table === undefined) {
      table = { byIdentity: new Map(), byName: new Map(), sorted: undefined };
      this.tables.set(configClass, table);
    }
    return table;
  }

  /** Objects in order of creation. */
  *all<C extends ConfigClass>(configClass: C): Iterable<ConfigObject<C>> {
    yield* this.table(configClass).byIdentity.values() as Iterable<ConfigObject<C>>;
  }

  /** Objects in order of their names, the lowest first. */
  sorted<C extends ConfigClass>(configClass: C): readonly ConfigObject<C>[] {
    const table = this.table(configClass);
    table.sorted ??= [...table.byIdentity.values()].sort((left, right) => compareNames(left.identity, right.identity));
    return table.sorted as unknown as readonly ConfigObject<C>[];
  }

  /** By identity, name, guid or distinguished name; recipients by address and alias too. */
  find<C extends ConfigClass>(configClass: C, identity: string): ConfigObject<C> | undefined {
    const key = identity.toLowerCase();
    const table = this.table(configClass);
    let found = table.byIdentity.get(key) ?? table.byName.get(key) ?? this.byGuid.get(key);
    if (found === undefined && isRecipientClass(configClass)) found = this.recipients.get(key);
    if (found === undefined && key.startsWith('cn='))
      found = [...table.byIdentity.values()].find((object) => object.distinguishedName.toLowerCase() === key);
    return found?.class === configClass ? (found as unknown as ConfigObject<C>) : undefined;
  }

  get<C extends ConfigClass>(configClass: C, identity: string): ConfigObject<C> {
    const found = this.find(configClass, identity);
    if (found === undefined)
      throw new WorldError('ObjectNotFound', `There is no ${configClass} '${identity}'.`, {
        class: configClass,
        identity,
      });
    return found;
  }

  findRecipient(identity: string): ConfigObject | undefined {
    const key = identity.toLowerCase();
    return this.recipients.get(key.startsWith('smtp:') ? key.slice(5) : key) ?? this.recipientByGuid(key);
  }

  private recipientByGuid(key: string): ConfigObject | undefined {
    const found = this.byGuid.get(key);
    return found !== undefined && isRecipientClass(found.class) ? found : undefined;
  }

  /** The recipient that holds a proxy address: what the categorizer's resolver asks. */
  recipientByAddress(address: string): ConfigObject | undefined {
    return this.addresses.get(address.toLowerCase());
  }

  create(configClass: ConfigClass, name: string, properties: JsonObject, now: number): ConfigObject {
    const server = properties.Server;
    const identity = serverScoped.has(configClass) && typeof server === 'string' ? `${server}\\${name}` : name;
    const table = this.table(configClass);
    if (table.byIdentity.has(identity.toLowerCase()))
      throw new WorldError('ObjectExists', `There is already a ${configClass} '${identity}'.`, {
        class: configClass,
        identity,
      });
    const own: Record<string, JsonValue> = Object.create(
      defaultProperties(configClass, this.defaultsOf(configClass, name, properties)),
    );
    for (const [key, value] of Object.entries(properties)) if (value !== undefined) own[key] = value;
    const id = this.nextId++;
    const object = {
      class: configClass,
      id,
      name,
      identity,
      guid: guidOf(`${this.forest}/${configClass}/${identity.toLowerCase()}/${id}`),
      distinguishedName: distinguishedNameOf(
        configClass,
        name,
        typeof server === 'string' ? server : '',
        this.forest,
        containerOf(own),
      ),
      whenCreated: now,
      whenChanged: now,
      properties: own,
    } as unknown as ConfigObject;
    this.add(object);
    this.touch(configClass);
    return object;
  }

  /**
   * Objects made meanwhile take no number from the count: GUIDs follow from the numbers, and journals of earlier versions name objects
   * by the GUIDs that they had without these.
   */
  withoutCounting(make: () => void): void {
    const next = this.nextId;
    this.nextId = firstUncounted + this.uncounted;
    make();
    this.uncounted = this.nextId - firstUncounted;
    this.nextId = next;
  }

  /** Changes properties; `Name` renames. Null takes a value away; a value equal to the default is stored all the same. */
  set(object: ConfigObject, properties: JsonObject, now: number): void {
    this.drop(object);
    for (const [key, value] of Object.entries(properties)) {
      if (value === undefined) continue;
      if (key === 'Name' && typeof value === 'string') {
        const scope = object.identity.slice(0, object.identity.length - object.name.length);
        object.name = value;
        object.identity = scope + value;
        object.distinguishedName = distinguishedNameOf(
          object.class,
          value,
          scope.replace(/\\$/, ''),
          this.forest,
          containerOf(object.properties),
        );
      } else (object.properties as Record<string, JsonValue>)[key] = value;
    }
    object.whenChanged = now;
    this.add(object);
    this.touch(object.class);
  }

  remove(object: ConfigObject): void {
    this.drop(object);
    this.touch(object.class);
  }

  private touch(configClass: ConfigClass): void {
    this.version += 1;
    if (routingClasses.has(configClass)) this.routingVersion += 1;
  }

  private add(object: ConfigObject): void {
    const table = this.table(object.class);
    table.byIdentity.set(object.identity.toLowerCase(), object);
    const name = object.name.toLowerCase();
    if (!table.byName.has(name)) table.byName.set(name, object);
    table.sorted = undefined;
    this.byGuid.set(object.guid, object);
    if (isRecipientClass(object.class)) this.index(object, true);
  }

  private drop(object: ConfigObject): void {
    const table = this.table(object.class);
    table.byIdentity.delete(object.identity.toLowerCase());
    const name = object.name.toLowerCase();
    if (table.byName.get(name) === object) {
      table.byName.delete(name);
      const other = [...table.byIdentity.values()].find((candidate) => candidate.name.toLowerCase() === name);
      if (other !== undefined) table.byName.set(name, other);
    }
    table.sorted = undefined;
    this.byGuid.delete(object.guid);
    if (isRecipientClass(object.class)) this.index(object, false);
  }

  private index(object: ConfigObject, add: boolean): void {
    const properties = object.properties as Record<string, JsonValue>;
    for (const address of (properties.EmailAddresses as string[] | undefined) ?? []) {
      const key = address.replace(/^smtp:/i, '').toLowerCase();
      put(this.addresses, key, object, add);
      put(this.recipients, key, object, add);
    }
    for (const key of [
      object.name,
      properties.Alias,
      properties.DisplayName,
      properties.PrimarySmtpAddress,
      properties.UserPrincipalName,
      properties.LegacyExchangeDN,
      object.distinguishedName,
    ]) {
      if (typeof key === 'string' && key !== '') put(this.recipients, key.toLowerCase(), object, add);
    }
  }

  /** Rows of a snapshot: only an object's own properties. */
  save(): JsonObject {
    const objects: JsonValue[] = [];
    for (const table of this.tables.values())
      for (const object of table.byIdentity.values())
        objects.push({ ...object, properties: { ...object.properties } } as unknown as JsonObject);
    objects.sort((left, right) => (left as { id: number }).id - (right as { id: number }).id);
    const { version, routingVersion, nextId, uncounted } = this;
    return { version, routingVersion, nextId, uncounted, objects };
  }

  restore(saved: JsonObject): void {
    for (const row of saved.objects as unknown as ConfigObject[]) {
      const own = Object.create(
        defaultProperties(row.class, this.defaultsOf(row.class, row.name, row.properties as JsonObject)),
      );
      this.add({ ...row, properties: Object.assign(own, row.properties) });
    }
    this.version = saved.version as number;
    this.routingVersion = saved.routingVersion as number;
    this.nextId = saved.nextId as number;
    this.uncounted = (saved.uncounted as number | undefined) ?? 0;
  }
}

/** The organizational unit that an object was made in. */
function containerOf(properties: Record<string, JsonValue>): string {
  return typeof properties.OrganizationalUnit === 'string' ? properties.OrganizationalUnit : '';
}

function put(map: Map<string, ConfigObject>, key: string, object: ConfigObject, add: boolean): void {
  if (add) {
    if (!map.has(key)) map.set(key, object);
  } else if (map.get(key) === object) map.delete(key);
}

/** Alphanumerical order without case, the same on every machine. */
export function compareNames(left: string, right: string): number {
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  return a < b ? -1 : a > b ? 1 : 0;
}
