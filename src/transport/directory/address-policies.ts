// E-mail address policies: which one a recipient falls under, and the addresses that its templates make. Source: the reference pages of
// New-EmailAddressPolicy and of its address templates (%g, %i, %s, %d, %m, %rxy, %ng, %ns).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Simulation } from '../simulation.ts';
import { fitsPattern, recipientFilter } from './recipient-filter.ts';

type Policy = ConfigObject<'emailAddressPolicy'>;

export const lowestPriority = 2_147_483_647;
export const defaultPolicyName = 'Default Policy';

/** The first policy in order of priority whose filter the recipient fits. */
export function policyOf(simulation: Simulation, recipient: ConfigObject): Policy | undefined {
  let found: Policy | undefined;
  for (const policy of simulation.directory.sorted('emailAddressPolicy')) {
    if (found !== undefined && policy.properties.Priority >= found.properties.Priority) continue;
    if (isUnder(recipient, policy.properties.RecipientContainer) && fits(policy, recipient)) found = policy;
  }
  return found;
}

function fits({ properties }: Policy, recipient: ConfigObject): boolean {
  return properties.RecipientFilter !== '' && recipientFilter(properties.RecipientFilter)(recipient);
}

function isUnder(recipient: ConfigObject, container: string | null): boolean {
  if (container === null || container === '') return true;
  const unit = String((recipient.properties as Record<string, unknown>).OrganizationalUnit ?? '').toLowerCase();
  const wanted = container.toLowerCase();
  return unit === wanted || unit.startsWith(`${wanted}/`) || fitsPattern(unit, `*/${wanted}`);
}

/** Addresses with their prefixes that the policy's templates make; the primary one first. */
export function addressesOf(simulation: Simulation, policy: Policy, recipient: ConfigObject): string[] {
  const addresses: string[] = [];
  for (const template of policy.properties.EnabledEmailAddressTemplates) {
    const [, prefix = 'smtp', pattern = ''] = /^(?:([a-z0-9]+):)?(.*)$/i.exec(template) ?? [];
    const address = free(simulation, fill(pattern, recipient), recipient);
    if (prefix === 'SMTP') addresses.unshift(`SMTP:${address}`);
    else addresses.push(`${prefix}:${address}`);
  }
  return addresses;
}

const clean = (text: string): string => text.normalize('NFD').replace(/[^A-Za-z0-9._-]/g, '');

function fill(pattern: string, recipient: ConfigObject): string {
  const properties = recipient.properties as Record<string, unknown>;
  const value = (name: string): string => (typeof properties[name] === 'string' ? (properties[name] as string) : '');
  const full = pattern.startsWith('@') ? `%m${pattern}` : pattern;
  let local = '';
  const replacements: [string, string][] = [];
  for (const [, from, to] of full.matchAll(/%r(.)(.)/g)) replacements.push([from!, to!]);
  const at = full.indexOf('@');
  const fields: Record<string, string> = { g: 'FirstName', i: 'Initials', s: 'LastName', d: 'DisplayName', m: 'Alias' };
  local = full
    .slice(0, at < 0 ? full.length : at)
    .replace(/%r../g, '')
    .replace(/%(\d*)([gisdm])/g, (_, count: string, field: string) => {
      let text = value(fields[field]!);
      for (const [from, to] of replacements) text = text.replaceAll(from, to === from ? '' : to);
      return clean(count === '' ? text : text.slice(0, Number(count)));
    });
  if (local === '' || /^[._-]+$/.test(local)) local = value('Alias');
  return at < 0 ? local : local + full.slice(at);
}

/** A number behind the local part when another recipient has the address. */
function free(simulation: Simulation, address: string, recipient: ConfigObject): string {
  const at = address.indexOf('@');
  const taken = (text: string): boolean => {
    const holder = simulation.directory.recipientByAddress(text);
    return holder !== undefined && holder.guid !== recipient.guid;
  };
  for (let number = 2; taken(address) && number < 10_000; number += 1) {
    const next = `${address.slice(0, at)}${number}${address.slice(at)}`;
    if (!taken(next)) return next;
  }
  return address;
}

/** The policy under which all recipients fall that no other takes; made with the organisation. */
export function installDefaultPolicy(simulation: Simulation, domain: string): void {
  if (simulation.directory.find('emailAddressPolicy', defaultPolicyName) !== undefined) return;
  simulation.directory.create(
    'emailAddressPolicy',
    defaultPolicyName,
    {
      Priority: lowestPriority,
      RecipientFilter: 'Alias -ne $null',
      RecipientFilterApplied: true,
      IncludedRecipients: 'AllRecipients',
      EnabledEmailAddressTemplates: [`SMTP:@${domain}`],
      EnabledPrimarySMTPAddressTemplate: `@${domain}`,
    },
    simulation.now,
  );
}
