// E-mail address policies: how cmdlets show them, and how their parameters become a recipient filter and templates (source: the
// reference pages of New- and Set-EmailAddressPolicy).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { lowestPriority } from '../../../src/transport/directory/address-policies.ts';
import { recipientFilter } from '../../../src/transport/directory/recipient-filter.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { textOf } from '../types/argument-types.ts';
import type { ChangeOptions } from './config-families.ts';
import type { Presentation } from './config-objects.ts';
import { attempt, exchangeError } from './errors.ts';

export const emailAddressPolicy: Presentation = {
  typeName: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.EmailAddressPolicy',
  objectClass: ['top', 'msExchRecipientPolicy'],
  order: [
    'RecipientFilter',
    'LdapRecipientFilter',
    'LastUpdatedRecipientFilter',
    'RecipientFilterApplied',
    'IncludedRecipients',
    'ConditionalDepartment',
    'ConditionalCompany',
    'ConditionalStateOrProvince',
  ],
  derived: {
    LdapRecipientFilter: () => '',
    LastUpdatedRecipientFilter: ({ properties }): Value =>
      properties.RecipientFilterApplied ? (properties.RecipientFilter as Value) : '',
    Priority: ({ properties }): Value =>
      properties.Priority === lowestPriority ? 'Lowest' : (properties.Priority as number),
    HasEmailAddressSetting: () => true,
    HasMailboxManagerSetting: () => false,
  },
};

const kinds: Record<string, string> = {
  mailboxusers: "(RecipientType -eq 'UserMailbox')",
  mailcontacts: "(RecipientType -eq 'MailContact')",
  mailusers: "(RecipientType -eq 'MailUser')",
  mailgroups:
    "((RecipientType -eq 'MailUniversalDistributionGroup') -or (RecipientType -eq 'MailUniversalSecurityGroup') -or (RecipientType -eq 'DynamicDistributionGroup'))",
  resources: "((RecipientTypeDetails -eq 'RoomMailbox') -or (RecipientTypeDetails -eq 'EquipmentMailbox'))",
};

const conditional = (name: string): boolean => name.startsWith('Conditional');

/** The filter that IncludedRecipients and the Conditional… properties stand for; undefined for an unknown kind. */
export function precannedFilter(properties: JsonObject): string | undefined {
  const parts = ['(Alias -ne $null)'];
  const included = String(properties.IncludedRecipients ?? 'AllRecipients')
    .split(',')
    .map((kind) => kind.trim().toLowerCase());
  if (!included.includes('allrecipients')) {
    const filters = included.map((kind) => kinds[kind]);
    if (filters.includes(undefined)) return undefined;
    parts.push(`(${filters.join(' -or ')})`);
  }
  for (const [name, values] of Object.entries(properties)) {
    if (!conditional(name) || !Array.isArray(values) || values.length === 0) continue;
    const property = name.slice('Conditional'.length);
    const tests = values.map((value) => `(${property} -eq '${String(value).replaceAll("'", "''")}')`);
    parts.push(`(${tests.join(' -or ')})`);
  }
  return `(${parts.join(' -and ')})`;
}

/** `@contoso.com`, `%m@contoso.com` and `SMTP:…`: with the prefix that a primary or other address has. */
function templates(properties: JsonObject): string[] | undefined {
  const all = properties.EnabledEmailAddressTemplates;
  const primary = properties.EnabledPrimarySMTPAddressTemplate;
  const list = (Array.isArray(all) ? all.map(String) : []).map((text) =>
    /^[A-Za-z0-9]+:/.test(text) ? text : `smtp:${text}`,
  );
  if (typeof primary === 'string' && primary !== '')
    return [`SMTP:${primary.replace(/^smtp:/i, '')}`, ...list.filter((text) => !text.startsWith('SMTP:'))];
  if (list.length > 0 && !list.some((text) => text.startsWith('SMTP:'))) return undefined;
  return list;
}

function priorityOf(cmdlet: CmdletContext): number | undefined {
  const text = textOf(cmdlet.args.Priority);
  if (/^lowest$/i.test(text)) return undefined;
  if (/^highest$/i.test(text)) return 1;
  return /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : Number.NaN;
}

function adjust(cmdlet: CmdletContext, changes: JsonObject, object: ConfigObject | undefined): JsonObject | undefined {
  const result: Record<string, JsonValue> = { ...changes } as Record<string, JsonValue>;
  const fail = (text: string): undefined => {
    cmdlet.error(exchangeError(cmdlet, 'invalidArgument', text));
  };
  const isDefault = object?.properties.Priority === lowestPriority;
  const touchesFilter =
    cmdlet.has('RecipientFilter') || cmdlet.has('IncludedRecipients') || Object.keys(changes).some(conditional);
  if (isDefault && (touchesFilter || cmdlet.has('Priority') || cmdlet.has('Name')))
    return fail(`The recipient filter, priority and name of "${object.name}" can't be changed.`);
  if (cmdlet.has('Priority')) {
    const priority = priorityOf(cmdlet);
    if (Number.isNaN(priority)) return fail(`"${textOf(cmdlet.args.Priority)}" isn't a valid priority.`);
    if (priority === undefined) delete result.Priority;
    else result.Priority = priority;
  }
  const all = { ...plainProperties(object), ...result } as JsonObject;
  if (cmdlet.has('RecipientFilter')) Object.assign(result, { RecipientFilterType: 'Custom', IncludedRecipients: null });
  else if (touchesFilter || object === undefined) {
    const filter = precannedFilter(all);
    if (filter === undefined) return fail(`"${String(all.IncludedRecipients)}" isn't a valid kind of recipients.`);
    Object.assign(result, { RecipientFilter: filter, RecipientFilterType: 'Precanned' });
  }
  if (result.RecipientFilter !== undefined) {
    if (attempt(cmdlet, () => recipientFilter(String(result.RecipientFilter))) === undefined) return undefined;
    if (object !== undefined) result.RecipientFilterApplied = false;
  }
  return withTemplates(cmdlet, result, all, object) ? result : fail('A primary SMTP address template is needed.');
}

function withTemplates(
  cmdlet: CmdletContext,
  result: Record<string, JsonValue>,
  all: JsonObject,
  object: ConfigObject | undefined,
): boolean {
  const given = cmdlet.has('EnabledEmailAddressTemplates');
  if (!given && !cmdlet.has('EnabledPrimarySMTPAddressTemplate')) return true;
  const list = templates(given ? { ...all, EnabledPrimarySMTPAddressTemplate: null } : all);
  if (list === undefined || list.length === 0) return false;
  result.EnabledEmailAddressTemplates = list;
  result.EnabledPrimarySMTPAddressTemplate = list.find((text) => text.startsWith('SMTP:'))!.slice(5);
  if (object !== undefined) result.RecipientFilterApplied = false;
  return true;
}

function plainProperties(object: ConfigObject | undefined): JsonObject {
  const all: Record<string, JsonValue> = {};
  if (object !== undefined)
    for (const name in object.properties) all[name] = (object.properties as Record<string, JsonValue>)[name]!;
  return all;
}

export const policyChanges: ChangeOptions = {
  noun: 'e-mail address policy',
  skip: ['Priority', 'ForceUpgrade'],
  adjust,
};
