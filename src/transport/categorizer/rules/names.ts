// Names of the conditions and actions of transport rules: the parameters of New-TransportRule. Exceptions have the conditions' names with
// ExceptIf before them.

export const conditionNames: readonly string[] = `
From FromMemberOf FromScope FromAddressContainsWords FromAddressMatchesPatterns SenderADAttributeContainsWords
SenderADAttributeMatchesPatterns SenderDomainIs SenderIpRanges SenderManagementRelationship SentTo SentToMemberOf SentToScope
RecipientADAttributeContainsWords RecipientADAttributeMatchesPatterns RecipientAddressContainsWords
RecipientAddressMatchesPatterns RecipientDomainIs BetweenMemberOf1 BetweenMemberOf2 ManagerAddresses ManagerForEvaluatedUser
ADComparisonAttribute ADComparisonOperator AnyOfRecipientAddressContainsWords AnyOfRecipientAddressMatchesPatterns
AnyOfToHeader AnyOfToHeaderMemberOf AnyOfCcHeader AnyOfCcHeaderMemberOf AnyOfToCcHeader AnyOfToCcHeaderMemberOf
SubjectContainsWords SubjectMatchesPatterns SubjectOrBodyContainsWords SubjectOrBodyMatchesPatterns
HeaderContainsMessageHeader HeaderContainsWords HeaderMatchesMessageHeader HeaderMatchesPatterns
ContentCharacterSetContainsWords HasClassification HasNoClassification HasSenderOverride
MessageContainsDataClassifications AttachmentContainsWords AttachmentExtensionMatchesWords
AttachmentHasExecutableContent AttachmentIsPasswordProtected AttachmentIsUnsupported AttachmentMatchesPatterns
AttachmentNameMatchesPatterns AttachmentProcessingLimitExceeded AttachmentPropertyContainsWords AttachmentSizeOver
MessageSizeOver MessageTypeMatches SCLOver WithImportance`
  .trim()
  .split(/\s+/);

export const actionNames: readonly string[] = `
AddManagerAsRecipientType AddToRecipients ApplyClassification ApplyHtmlDisclaimerFallbackAction
ApplyHtmlDisclaimerLocation ApplyHtmlDisclaimerText ApplyRightsProtectionTemplate BlindCopyTo CopyTo DeleteMessage
Disconnect GenerateIncidentReport GenerateNotification IncidentReportContent IncidentReportOriginalMail LogEventText
ModerateMessageByManager ModerateMessageByUser NotifySender PrependSubject Quarantine RedirectMessageTo
RejectMessageEnhancedStatusCode RejectMessageReasonText RemoveHeader RouteMessageOutboundRequireTls SetAuditSeverity
SetHeaderName SetHeaderValue SetSCL SmtpRejectMessageRejectStatusCode SmtpRejectMessageRejectText StopRuleProcessing`
  .trim()
  .split(/\s+/);

/** Parameters that only say something about another one, and are no condition or action by themselves. */
export const companionNames: ReadonlySet<string> = new Set([
  'ADComparisonOperator',
  'ApplyHtmlDisclaimerFallbackAction',
  'ApplyHtmlDisclaimerLocation',
  'BetweenMemberOf2',
  'HeaderContainsMessageHeader',
  'HeaderMatchesMessageHeader',
  'IncidentReportContent',
  'IncidentReportOriginalMail',
  'ManagerForEvaluatedUser',
  'SetHeaderValue',
]);
