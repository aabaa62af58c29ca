// Addresses of recipients that change: the primary one and the list go together, and what falls under an address policy gets the
// policy's addresses again when its alias changes or the policy is applied.

import { type ConfigObject, recipientClasses } from '../../../state/schema/configuration.ts';
import type { JsonValue } from '../../../state/schema/json.ts';
import type { Simulation } from '../simulation.ts';
import { addressesOf, policyOf } from './address-policies.ts';
import { primaryOf, proxyAddresses } from './provisioning.ts';

type Changes = Record<string, JsonValue | undefined>;

const known = (object: ConfigObject): string[] =>
  ((object.properties as Record<string, unknown>).EmailAddresses as string[] | undefined) ?? [];

const isPolicyEnabled = (object: ConfigObject): boolean =>
  (object.properties as Record<string, unknown>).EmailAddressPolicyEnabled !== false;

/** Completes the changes of a recipient so that PrimarySmtpAddress and EmailAddresses agree. */
export function adjustAddresses(simulation: Simulation, object: ConfigObject, changes: Changes): void {
  if (object.class === 'user') return;
  if (Array.isArray(changes.EmailAddresses)) replaceList(object, changes, changes.EmailAddresses as string[]);
  else if (typeof changes.PrimarySmtpAddress === 'string')
    changes.EmailAddresses = proxyAddresses([`SMTP:${changes.PrimarySmtpAddress}`, ...known(object)]);
  else if (typeof changes.ExternalEmailAddress === 'string') replaceExternal(object, changes);
  const enables = changes.EmailAddressPolicyEnabled === true && !isPolicyEnabled(object);
  const renamed = typeof changes.Alias === 'string' && changes.EmailAddressPolicyEnabled !== false;
  if (changes.EmailAddresses === undefined && (enables || (renamed && isPolicyEnabled(object))))
    takePolicyAddresses(simulation, object, changes);
}

/** A primary address that came newly with `SMTP:` wins over the one before. */
function replaceList(object: ConfigObject, changes: Changes, list: readonly string[]): void {
  const before = new Set(known(object));
  const newest = list.find((address) => address.startsWith('SMTP:') && !before.has(address));
  const addresses = proxyAddresses(newest === undefined ? list : [newest, ...list]);
  changes.EmailAddresses = addresses;
  if (changes.PrimarySmtpAddress === undefined) changes.PrimarySmtpAddress = primaryOf(addresses);
}

function replaceExternal(object: ConfigObject, changes: Changes): void {
  const target = String(changes.ExternalEmailAddress).replace(/^smtp:/i, '');
  if (/^[a-z0-9]+:/i.test(target)) return;
  const old = (object.properties as { ExternalEmailAddress?: string }).ExternalEmailAddress?.replace(/^smtp:/i, '');
  const rest = known(object).filter((address) => address.slice(5).toLowerCase() !== old?.toLowerCase());
  changes.EmailAddresses = proxyAddresses([`SMTP:${target}`, ...rest]);
  changes.PrimarySmtpAddress = target;
}

function takePolicyAddresses(simulation: Simulation, object: ConfigObject, changes: Changes): void {
  const merged = {
    ...object,
    properties: { ...allProperties(object), ...changes },
  } as ConfigObject;
  const policy = policyOf(simulation, merged);
  if (policy === undefined) return;
  const external = object.class === 'mailContact' || object.class === 'mailUser';
  const made = addressesOf(simulation, policy, merged);
  const addresses = proxyAddresses(external ? [...known(object), ...made] : [...made, ...known(object)]);
  changes.EmailAddresses = addresses;
  changes.PrimarySmtpAddress = primaryOf(addresses);
}

/** Own and default properties as one plain object. */
function allProperties(object: ConfigObject): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const name in object.properties) all[name] = (object.properties as Record<string, unknown>)[name];
  return all;
}

/** Update-EmailAddressPolicy: every recipient that falls under the policy gets its addresses; older ones stay as secondary. */
export function applyPolicy(simulation: Simulation, policy: ConfigObject<'emailAddressPolicy'>): void {
  const disabled = policy.properties.DisabledEmailAddressTemplates.map((template) => template.replace(/^.*@/, '@'));
  for (const configClass of recipientClasses) {
    for (const object of [...simulation.directory.sorted(configClass)] as ConfigObject[]) {
      if (!isPolicyEnabled(object) || policyOf(simulation, object)?.guid !== policy.guid) continue;
      const changes: Changes = {};
      takePolicyAddresses(simulation, object, changes);
      if (disabled.length > 0) dropDisabled(changes, disabled);
      simulation.directory.set(object, changes as Record<string, JsonValue>, simulation.now);
    }
  }
}

function dropDisabled(changes: Changes, domains: readonly string[]): void {
  const addresses = changes.EmailAddresses as string[] | undefined;
  changes.EmailAddresses = addresses?.filter(
    (address) =>
      address.startsWith('SMTP:') || !domains.some((domain) => address.toLowerCase().endsWith(domain.toLowerCase())),
  );
}
