// RecipientType and RecipientTypeDetails: kinds of recipients as the product names them.

import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';

const types: Partial<Record<ConfigClass, string>> = {
  mailbox: 'UserMailbox',
  mailContact: 'MailContact',
  mailUser: 'MailUser',
  user: 'User',
  dynamicDistributionGroup: 'DynamicDistributionGroup',
  mailPublicFolder: 'PublicFolder',
};

export const isSecurityGroup = (object: ConfigObject): boolean =>
  String((object.properties as Record<string, unknown>).GroupType ?? '').includes('SecurityEnabled');

export function recipientType(object: ConfigObject): string {
  if (object.class === 'distributionGroup')
    return isSecurityGroup(object) ? 'MailUniversalSecurityGroup' : 'MailUniversalDistributionGroup';
  return types[object.class] ?? '';
}

export function recipientTypeDetails(object: ConfigObject): string {
  const details = (object.properties as Record<string, unknown>).RecipientTypeDetails;
  return typeof details === 'string' && details !== '' ? details : recipientType(object);
}
