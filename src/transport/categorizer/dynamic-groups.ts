// Members of dynamic groups: the recipients that the group's filter fits, looked up at each expansion.

import { type ConfigObject, recipientClasses } from '../../../state/schema/configuration.ts';
import type { Directory } from '../directory/directory.ts';
import { recipientFilter } from '../directory/recipient-filter.ts';

export function resolveDynamicGroup(directory: Directory, group: ConfigObject<'dynamicDistributionGroup'>): string[] {
  const addresses: string[] = [];
  const fits = recipientFilter(group.properties.RecipientFilter ?? '');
  for (const configClass of recipientClasses) {
    if (configClass === 'dynamicDistributionGroup' || configClass === 'distributionGroup') continue;
    for (const object of directory.sorted(configClass)) {
      if (fits(object as ConfigObject))
        addresses.push((object as ConfigObject<'mailbox'>).properties.PrimarySmtpAddress);
    }
  }
  return addresses;
}
