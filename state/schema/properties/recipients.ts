// Properties of what belongs to recipients: moves, address policies. name|kind|default|versions, one a line. Kinds and the reading of
// defaults: ../property-catalog.ts. Source: the parameter pages of the New- and Set- cmdlets.

export const moveRequestText = `
SourceDatabase|string||
TargetDatabase|string||
Status|string|Queued|
PercentComplete|int|0|
MailboxGuid|string||
NextStep|int|0|
BatchName|string||
BadItemLimit|unlimitedInt|0|
LargeItemLimit|unlimitedInt|0|2013-SE
AllowLargeItems|bool|0|
Priority|string|Normal|
Protect|bool|0|
PreventCompletion|bool|0|
SuspendWhenReadyToComplete|bool|0|
SuspendComment|string||
StartAfter|string||
CompleteAfter|string||
PrimaryOnly|bool|0|
ArchiveOnly|bool|0|
ArchiveTargetDatabase|string||
AcceptLargeDataLoss|bool|0|
CheckInitialProvisioningSetting|bool|0|
CompletedRequestAgeLimit|unlimitedInt|30|
DoNotPreserveMailboxSignature|bool|0|
ForceOffline|bool|0|
IgnoreRuleLimitErrors|bool|0|
IncrementalSyncInterval|timespan|86400000|
InternalFlags|list||
MRSServer|string||
RequestExpiryInterval|unlimitedInt|Unlimited|
SkipMoving|list||
`;

export const mailboxText = `
RecipientTypeDetails|string|UserMailbox|
AccountDisabled|bool|0|
ResetPasswordOnNextLogon|bool|0|
PasswordLastSet|instant||
`;

export const distributionGroupText = `
GroupType|string|Universal|
RecipientTypeDetails|string||
`;

export const emailAddressPolicyText = `
Priority|int|2147483647|
RecipientFilter|string||
RecipientFilterType|string|Precanned|
RecipientFilterApplied|bool|0|
RecipientContainer|string||
IncludedRecipients|string||
EnabledPrimarySMTPAddressTemplate|string||
EnabledEmailAddressTemplates|list||
DisabledEmailAddressTemplates|list||
NonAuthoritativeDomains|list||
ConditionalCompany|list||
ConditionalDepartment|list||
ConditionalStateOrProvince|list||
ConditionalCustomAttribute1|list||
ConditionalCustomAttribute2|list||
ConditionalCustomAttribute3|list||
ConditionalCustomAttribute4|list||
ConditionalCustomAttribute5|list||
ConditionalCustomAttribute6|list||
ConditionalCustomAttribute7|list||
ConditionalCustomAttribute8|list||
ConditionalCustomAttribute9|list||
ConditionalCustomAttribute10|list||
ConditionalCustomAttribute11|list||
ConditionalCustomAttribute12|list||
ConditionalCustomAttribute13|list||
ConditionalCustomAttribute14|list||
ConditionalCustomAttribute15|list||
`;

export const x400AuthoritativeDomainText = `
X400DomainName|string||
X400ExternalRelay|bool|0|
`;

export const transportRuleText = `
ActivationDate|instant||
ExpiryDate|instant||
Comments|string||
DlpPolicy|string||
RuleErrorAction|string|Ignore|
RuleSubType|string|None|
SenderAddressLocation|string|Header|
StopRuleProcessing|bool|0|
UseLegacyRegex|bool|0|
Server|string||
`;
