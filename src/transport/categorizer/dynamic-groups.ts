// Members of dynamic groups: recipients that a filter such as `((RecipientType -eq 'UserMailbox') -and (Alias -like 'a*'))` fits.

import { type ConfigObject, recipientClasses } from '../../../state/schema/configuration.ts';
import type { Directory } from '../directory/directory.ts';

const recipientTypes: Record<string, string> = {
  mailbox: 'UserMailbox',
  mailContact: 'MailContact',
  mailUser: 'MailUser',
  distributionGroup: 'MailUniversalDistributionGroup',
};

function fits(object: ConfigObject, filter: string): boolean {
  const alternatives = filter.split(/\s+-or\s+/i);
  return alternatives.some((alternative) =>
    alternative.split(/\s+-and\s+/i).every((term) => {
      const match = /([A-Za-z]+)\s+-(eq|ne|like|notlike)\s+(?:'([^']*)'|"([^"]*)"|(\S+))/i.exec(term);
      if (match === null) return true;
      const name = match[1]!;
      const actual =
        name.toLowerCase() === 'recipienttype'
          ? recipientTypes[object.class]
          : String((object.properties as Record<string, unknown>)[name] ?? '');
      const wanted = (match[3] ?? match[4] ?? match[5] ?? '').replace(/\)+$/, '');
      const same = new RegExp(`^${wanted.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`, 'i').test(
        actual ?? '',
      );
      return /^(eq|like)$/i.test(match[2]!) ? same : !same;
    }),
  );
}

export function resolveDynamicGroup(directory: Directory, group: ConfigObject<'dynamicDistributionGroup'>): string[] {
  const addresses: string[] = [];
  for (const configClass of recipientClasses) {
    if (configClass === 'dynamicDistributionGroup' || configClass === 'distributionGroup') continue;
    for (const object of directory.sorted(configClass)) {
      if (fits(object as ConfigObject, group.properties.RecipientFilter ?? ''))
        addresses.push((object as ConfigObject<'mailbox'>).properties.PrimarySmtpAddress);
    }
  }
  return addresses;
}
