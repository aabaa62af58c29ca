// Properties of what filters incoming mail, and of certificates: name|kind|default|versions, one a line. Kinds and the reading of
// defaults: ../property-catalog.ts. `Server` is empty for settings of the organisation; an Edge server keeps its own.
// Source: the parameter pages of the Set-, Add- and New- cmdlets (names, types, documented defaults).

export const contentFilterConfigText = `
RejectionResponse|string|Message rejected due to content restrictions|
OutlookEmailPostmarkValidationEnabled|bool|0|
BypassedRecipients|list||
QuarantineMailbox|string||
SCLRejectThreshold|int|7|
SCLRejectEnabled|bool|0|
SCLDeleteThreshold|int|9|
SCLDeleteEnabled|bool|0|
SCLQuarantineThreshold|int|9|
SCLQuarantineEnabled|bool|0|
BypassedSenders|list||
BypassedSenderDomains|list||
Enabled|bool|1|
ExternalMailEnabled|bool|1|
InternalMailEnabled|bool|0|
Server|string||
`;

export const ipBlockListConfigText = `
Enabled|bool|1|
ExternalMailEnabled|bool|1|
InternalMailEnabled|bool|0|
MachineEntryRejectionResponse|string|External client with IP address {0} does not have permissions to submit to this server. Visit http://support.microsoft.com/kb/928123 for more information.|
StaticEntryRejectionResponse|string|External client with IP address {0} does not have permissions to submit to this server.|
Server|string||
`;

export const recipientFilterConfigText = `
BlockedRecipients|list||
RecipientValidationEnabled|bool|0|
BlockListEnabled|bool|0|
Enabled|bool|1|
ExternalMailEnabled|bool|1|
InternalMailEnabled|bool|0|
Server|string||
`;

export const senderFilterConfigText = `
BlockedSenders|list||
BlockedDomains|list||
BlockedDomainsAndSubdomains|list||
Action|enum|Reject|
BlankSenderBlockingEnabled|bool|0|
RecipientBlockedSenderAction|enum|Reject|
Enabled|bool|1|
ExternalMailEnabled|bool|1|
InternalMailEnabled|bool|0|
Server|string||
`;

export const senderIdConfigText = `
SpoofedDomainAction|enum|StampStatus|
TempErrorAction|enum|StampStatus|
BypassedRecipients|list||
BypassedSenderDomains|list||
Enabled|bool|1|
ExternalMailEnabled|bool|1|
InternalMailEnabled|bool|0|
Server|string||
`;

/** `ExpirationTime` in milliseconds UTC, empty for never. */
const ipListEntry = `
IPRange|string||
ExpirationTime|instant||
Comment|string||
IsMachineGenerated|bool|0|
Server|string||
`;
export const ipBlockListEntryText = ipListEntry;
export const ipAllowListEntryText = ipListEntry;

const ipListProvider = `
LookupDomain|string||
Enabled|bool|1|
AnyMatch|bool|0|
BitmaskMatch|string||
IPAddressesMatch|list||
Priority|int|1|
Server|string||
`;
export const ipBlockListProviderText = `${ipListProvider}RejectionResponse|string||
`;
export const ipAllowListProviderText = ipListProvider;

/** Name = thumbprint. `NotBefore` and `NotAfter` in milliseconds UTC; a request that waits for its answer has neither. */
export const exchangeCertificateText = `
CertificateDomains|list||
FriendlyName|string|Microsoft Exchange|
HasPrivateKey|bool|1|
IsSelfSigned|bool|1|
Issuer|string||
KeySize|int|2048|
NotAfter|instant||
NotBefore|instant||
PrivateKeyExportable|bool|0|
RequestPending|bool|0|
SerialNumber|string||
Server|string||
Services|list||
Subject|string||
SubjectKeyIdentifier|string||
`;
