// Checks an organisation's file before a world is made from it: form by schema, and that names refer to what exists. Built on first use.

import * as v from 'valibot';
import type { OrganizationData } from './organization.ts';

/** A file that is no organisation: what is wrong, and where inside. */
export class OrganizationError extends Error {
  constructor(
    readonly path: string,
    readonly rule: string,
  ) {
    super(`${path}: ${rule}`);
  }
}

const address = () => v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d{1,3}){3}$/, 'must be an IPv4 address'));
const name = () => v.pipe(v.string(), v.nonEmpty('must not be empty'));
const behavior = () => v.picklist(['Answer', 'NxDomain', 'ServFail', 'Refused', 'Timeout']);

function build() {
  const machine = v.object({
    name: name(),
    version: v.optional(v.picklist([2003, 2007, 2010, 2013, 2016, 2019])),
    build: v.optional(v.string()),
    roles: v.optional(
      v.array(
        v.picklist(['Mailbox', 'ClientAccess', 'HubTransport', 'UnifiedMessaging', 'EdgeTransport', 'Bridgehead']),
      ),
    ),
    site: v.optional(name()),
    routingGroup: v.optional(name()),
    domain: name(),
    adapters: v.pipe(
      v.array(
        v.object({ name: name(), guid: v.optional(v.string()), address: address(), dnsServers: v.array(address()) }),
      ),
      v.minLength(1, 'needs an adapter'),
    ),
    memoryGB: v.optional(v.number()),
    diskSizeGB: v.optional(v.number()),
  });
  return v.object({
    name: name(),
    title: name(),
    start: v.pipe(v.string(), v.isoTimestamp('must be an ISO time')),
    seed: v.pipe(v.number(), v.integer()),
    timeZone: name(),
    culture: name(),
    forest: name(),
    machines: v.array(machine),
    objects: v.array(v.object({ class: name(), name: name(), properties: v.record(v.string(), v.unknown()) })),
    hosts: v.array(
      v.looseObject({ name: name(), Domains: v.optional(v.array(name())), Addresses: v.optional(v.array(address())) }),
    ),
    dnsServers: v.array(
      v.object({
        name: name(),
        address: address(),
        behavior: v.optional(behavior()),
        zoneBehavior: v.optional(v.record(v.string(), behavior())),
      }),
    ),
    dnsRecords: v.array(
      v.object({
        name: name(),
        type: v.picklist(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'TXT']),
        value: v.string(),
        preference: v.optional(v.number()),
        ttlMs: v.optional(v.number()),
      }),
    ),
    directories: v.optional(v.array(v.object({ server: name(), path: name() }))),
    components: v.optional(v.array(v.looseObject({ server: name() }))),
  });
}

let schema: ReturnType<typeof build> | undefined;

/** The organisation that a parsed file holds; throws OrganizationError. */
export function parseOrganization(value: unknown): OrganizationData {
  schema ??= build();
  const result = v.safeParse(schema, value);
  if (!result.success) {
    const [issue] = result.issues;
    throw new OrganizationError(v.getDotPath(issue) ?? '(whole file)', issue.message);
  }
  const data = value as OrganizationData;
  checkReferences(data);
  return data;
}

/** Names that point at nothing, and names and addresses given twice. */
function checkReferences(data: OrganizationData): void {
  const machines = new Set<string>();
  const addresses = new Set<string>();
  for (const [index, machine] of data.machines.entries()) {
    const path = `machines.${index}`;
    if (machines.has(machine.name.toLowerCase()))
      throw new OrganizationError(`${path}.name`, `${machine.name} is there twice`);
    machines.add(machine.name.toLowerCase());
    for (const adapter of machine.adapters) {
      if (addresses.has(adapter.address))
        throw new OrganizationError(`${path}.adapters`, `${adapter.address} is in use`);
      addresses.add(adapter.address);
    }
  }
  const sites = namesOf(data, 'adSite');
  for (const [index, machine] of data.machines.entries()) {
    if (machine.site !== undefined && !sites.has(machine.site.toLowerCase()))
      throw new OrganizationError(`machines.${index}.site`, `there is no site ${machine.site}`);
  }
  const databases = new Set([...namesOf(data, 'database'), ...namesOf(data, 'publicFolderDatabase')]);
  for (const [index, object] of data.objects.entries()) {
    const { Database, Server } = object.properties;
    if (object.class === 'mailbox' && typeof Database === 'string' && !databases.has(Database.toLowerCase()))
      throw new OrganizationError(`objects.${index}.properties.Database`, `there is no database ${Database}`);
    if (typeof Server === 'string' && !machines.has(Server.toLowerCase()))
      throw new OrganizationError(`objects.${index}.properties.Server`, `there is no machine ${Server}`);
  }
}

function namesOf(data: OrganizationData, configClass: string): Set<string> {
  return new Set(
    data.objects.filter((object) => object.class === configClass).map((object) => object.name.toLowerCase()),
  );
}
