// How recipients are shown: mailboxes, contacts, mail users, groups, users, and all of them as Get-Recipient shows them.

import { typedArray, type Value } from '../../../src/runtime/values.ts';
import { recipientType, recipientTypeDetails } from '../../../src/transport/directory/recipient-types.ts';
import type { World } from '../../../src/transport/world.ts';
import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import type { Presentation } from './config-objects.ts';

const management = 'Microsoft.Exchange.Data.Directory.Management';
const words = (text: string): string[] => text.trim().split(/\s+/);
type Derive = (object: ConfigObject) => Value;

const textOf = (object: ConfigObject, name: string): string =>
  String((object.properties as Record<string, unknown>)[name] ?? '');
const listOf = (object: ConfigObject, name: string): string[] => {
  const value = (object.properties as Record<string, unknown>)[name];
  return Array.isArray(value) ? value.map(String) : [];
};

function unitOf(world: World): Derive {
  const forest = world.objects('organization')[0]?.properties.Forest ?? '';
  return (object) => {
    const unit = textOf(object, 'OrganizationalUnit');
    if (unit === '') return `${forest}/Users`;
    return unit.toLowerCase().startsWith(forest.toLowerCase()) ? unit : `${forest}/${unit}`;
  };
}

/** Both lists of senders, as the product shows them together. */
const union =
  (...names: string[]): Derive =>
  (object) =>
    typedArray([...new Set(names.flatMap((name) => listOf(object, name)))], 'System.String');

/** With the type of the address before it; nothing for recipients inside. */
const externalAddress: Derive = (object) => {
  const address = textOf(object, 'ExternalEmailAddress');
  if (address === '') return null;
  return /^[A-Za-z0-9]+:/.test(address) ? address : `SMTP:${address}`;
};

function common(world: World): Record<string, Derive> {
  return {
    RecipientType: recipientType,
    RecipientTypeDetails: recipientTypeDetails,
    ExternalEmailAddress: externalAddress,
    OrganizationalUnit: unitOf(world),
    AcceptMessagesOnlyFromSendersOrMembers: union('AcceptMessagesOnlyFrom', 'AcceptMessagesOnlyFromDLMembers'),
    RejectMessagesFromSendersOrMembers: union('RejectMessagesFrom', 'RejectMessagesFromDLMembers'),
    PoliciesIncluded: () => typedArray([], 'System.String'),
    PoliciesExcluded: () => typedArray([], 'System.String'),
    WindowsEmailAddress: (object) => textOf(object, 'WindowsEmailAddress') || textOf(object, 'PrimarySmtpAddress'),
  };
}

function serverOf(world: World): (object: ConfigObject) => string {
  return (object) => world.find('database', textOf(object, 'Database'))?.properties.Server ?? '';
}

function mailboxPresentation(world: World): Presentation {
  const server = serverOf(world);
  const account: Derive = (object) => textOf(object, 'SamAccountName') || textOf(object, 'Alias');
  return {
    typeName: `${management}.Mailbox`,
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    exchangeVersion: '0.20 (15.0.0.0)',
    order: words(`Database DeletedItemFlags UseDatabaseRetentionDefaults RetainDeletedItemsUntilBackup
      DeliverToMailboxAndForward LitigationHoldEnabled SingleItemRecoveryEnabled RetentionHoldEnabled
      EndDateForRetentionHold StartDateForRetentionHold RetentionComment RetentionUrl LitigationHoldDate
      LitigationHoldOwner ManagedFolderMailboxPolicy RetentionPolicy AddressBookPolicy CalendarRepairDisabled ExchangeGuid
      ExchangeUserAccountControl MessageTrackingReadStatusEnabled ExternalOofOptions ForwardingAddress
      ForwardingSmtpAddress RetainDeletedItemsFor IsMailboxEnabled Languages OfflineAddressBook ProhibitSendQuota
      ProhibitSendReceiveQuota RecoverableItemsQuota RecoverableItemsWarningQuota DowngradeHighPriorityMessagesEnabled
      RecipientLimits IsResource IsLinked IsShared SamAccountName ServerLegacyDN ServerName UseDatabaseQuotaDefaults
      IssueWarningQuota RulesQuota Office UserPrincipalName MaxSafeSenders MaxBlockedSenders ThrottlingPolicy
      RoleAssignmentPolicy SharingPolicy ArchiveDatabase ArchiveGuid ArchiveName ArchiveQuota ArchiveWarningQuota
      AcceptMessagesOnlyFrom AcceptMessagesOnlyFromDLMembers AcceptMessagesOnlyFromSendersOrMembers Alias
      OrganizationalUnit DisplayName EmailAddresses GrantSendOnBehalfTo HiddenFromAddressListsEnabled LegacyExchangeDN
      MaxSendSize MaxReceiveSize ModeratedBy ModerationEnabled EmailAddressPolicyEnabled PrimarySmtpAddress RecipientType
      RecipientTypeDetails RejectMessagesFrom RejectMessagesFromDLMembers RejectMessagesFromSendersOrMembers
      RequireSenderAuthenticationEnabled SimpleDisplayName SendModerationNotifications WindowsEmailAddress MailTip`),
    hidden: ['ResetPasswordOnNextLogon', 'PasswordLastSet', 'ExternalEmailAddress'],
    derived: {
      ...common(world),
      ExchangeGuid: (object) => object.guid,
      IsMailboxEnabled: () => true,
      IsResource: (object) => /^(Room|Equipment)/.test(recipientTypeDetails(object)),
      IsShared: (object) => recipientTypeDetails(object) === 'SharedMailbox',
      IsLinked: (object) => recipientTypeDetails(object).startsWith('Linked'),
      SamAccountName: account,
      ServerName: (object) => server(object).toLowerCase(),
    },
  };
}

const plain = (world: World, type: string, objectClass: string, order: string): Presentation => ({
  typeName: `${management}.${type}`,
  objectClass: ['top', objectClass],
  order: words(order),
  derived: common(world),
});

function groupPresentation(world: World): Presentation {
  const shown = plain(
    world,
    'DistributionGroup',
    'group',
    `GroupType SamAccountName BypassNestedModerationEnabled ManagedBy MemberJoinRestriction MemberDepartRestriction
    ExpansionServer ReportToManagerEnabled ReportToOriginatorEnabled SendOofMessageToOriginatorEnabled
    AcceptMessagesOnlyFrom AcceptMessagesOnlyFromDLMembers AcceptMessagesOnlyFromSendersOrMembers Alias OrganizationalUnit
    DisplayName EmailAddresses GrantSendOnBehalfTo HiddenFromAddressListsEnabled LegacyExchangeDN MaxSendSize
    MaxReceiveSize ModeratedBy ModerationEnabled EmailAddressPolicyEnabled PrimarySmtpAddress RecipientType
    RecipientTypeDetails`,
  );
  return { ...shown, hidden: ['Members', 'ExternalEmailAddress'] };
}

export function recipientPresentation(world: World, configClass: ConfigClass): Presentation {
  const order =
    'ExternalEmailAddress Alias OrganizationalUnit DisplayName EmailAddresses PrimarySmtpAddress RecipientType';
  switch (configClass) {
    case 'mailbox':
      return mailboxPresentation(world);
    case 'mailContact':
      return plain(world, 'MailContact', 'contact', order);
    case 'mailUser':
      return plain(world, 'MailUser', 'user', order);
    case 'distributionGroup':
      return groupPresentation(world);
    case 'dynamicDistributionGroup':
      return plain(world, 'DynamicDistributionGroup', 'msExchDynamicDistributionList', `RecipientFilter ${order}`);
    case 'user':
      return userPresentation(world);
    default:
      return plain(world, 'ReducedRecipient', 'top', order);
  }
}

/** A recipient of any class as Get-Recipient and Get-DistributionGroupMember show it. */
export function reducedRecipient(world: World): Presentation {
  const server = serverOf(world);
  return {
    typeName: `${management}.ReducedRecipient`,
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    onlyOrdered: true,
    order: words(`Alias City Notes Company CountryOrRegion CustomAttribute1 CustomAttribute2 CustomAttribute3
      CustomAttribute4 CustomAttribute5 CustomAttribute6 CustomAttribute7 CustomAttribute8 CustomAttribute9
      CustomAttribute10 CustomAttribute11 CustomAttribute12 CustomAttribute13 CustomAttribute14 CustomAttribute15
      Database DatabaseName Department DisplayName ExternalEmailAddress EmailAddresses EmailAddressPolicyEnabled FirstName
      HiddenFromAddressListsEnabled LastName ManagedBy Manager Office OrganizationalUnit Phone PoliciesIncluded
      PoliciesExcluded PostalCode PrimarySmtpAddress RecipientType RecipientTypeDetails SamAccountName ServerName
      StateOrProvince Title`),
    derived: { ...common(world), DatabaseName: (object) => textOf(object, 'Database'), ServerName: server },
  };
}

/** The account behind a mailbox, a mail user or nothing, as Get-User shows it. */
export function userPresentation(world: World): Presentation {
  return {
    typeName: `${management}.User`,
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    onlyOrdered: true,
    order: words(`SamAccountName UserPrincipalName ResetPasswordOnNextLogon RemotePowerShellEnabled AccountDisabled City
      Company CountryOrRegion Department DisplayName Fax FirstName HomePhone Initials LastName Manager MobilePhone Notes
      Office OtherFax OtherHomePhone OtherTelephone Pager Phone PostalCode RecipientType RecipientTypeDetails
      SimpleDisplayName StateOrProvince StreetAddress Title TelephoneAssistant WindowsEmailAddress WebPage
      OrganizationalUnit`),
    derived: {
      RecipientType: recipientType,
      RecipientTypeDetails: (object) =>
        object.class === 'user' && object.properties.AccountDisabled === true
          ? 'DisabledUser'
          : recipientTypeDetails(object),
      OrganizationalUnit: unitOf(world),
      SamAccountName: (object) => textOf(object, 'SamAccountName') || textOf(object, 'Alias') || object.name,
      WindowsEmailAddress: (object) => textOf(object, 'WindowsEmailAddress') || textOf(object, 'PrimarySmtpAddress'),
    },
  };
}
