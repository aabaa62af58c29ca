// New-TransportRule: it holds for the next mail.

import type { JsonObject } from '../../state/schema/json.ts';
import { worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { connectedServer, settingsOwner } from './support/server-scope.ts';
import { ruleObject } from './support/transport-rule-view.ts';
import { ruleProperties } from './support/transport-rules.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'New-TransportRule',
  synopsis: 'Makes a transport rule.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                                         String ! 0 length:64
    ActivationDate                               DateTime versions:2013+
    ADComparisonAttribute                        =ADAttribute(City,Company,Country,CustomAttribute1,CustomAttribute2,CustomAttribute3,CustomAttribute4,CustomAttribute5,CustomAttribute6,CustomAttribute7,CustomAttribute8,CustomAttribute9,CustomAttribute10,CustomAttribute11,CustomAttribute12,CustomAttribute13,CustomAttribute14,CustomAttribute15,Department,DisplayName,Email,FaxNumber,FirstName,HomePhoneNumber,Initials,LastName,Manager,MobileNumber,Notes,Office,OtherFaxNumber,OtherHomePhoneNumber,OtherPhoneNumber,PagerNumber,PhoneNumber,POBox,State,Street,Title,UserLogonName,ZipCode)
    ADComparisonOperator                         =Evaluation(Equal,NotEqual)
    AddManagerAsRecipientType                    =AddedRecipientType(To,Cc,Bcc,Redirect)
    AddToRecipients                              RecipientIdParameter[]
    AnyOfCcHeader                                RecipientIdParameter[]
    AnyOfCcHeaderMemberOf                        RecipientIdParameter[]
    AnyOfRecipientAddressContainsWords           Word[]
    AnyOfRecipientAddressMatchesPatterns         Pattern[]
    AnyOfToCcHeader                              RecipientIdParameter[]
    AnyOfToCcHeaderMemberOf                      RecipientIdParameter[]
    AnyOfToHeader                                RecipientIdParameter[]
    AnyOfToHeaderMemberOf                        RecipientIdParameter[]
    ApplyClassification                          String null
    ApplyHtmlDisclaimerFallbackAction            =DisclaimerFallbackAction(Wrap,Ignore,Reject)
    ApplyHtmlDisclaimerLocation                  =DisclaimerLocation(Append,Prepend)
    ApplyHtmlDisclaimerText                      DisclaimerText length:5000
    ApplyRightsProtectionTemplate                RmsTemplateIdParameter
    AttachmentContainsWords                      Word[]
    AttachmentExtensionMatchesWords              Word[] versions:2013+
    AttachmentHasExecutableContent               Boolean versions:2013+
    AttachmentIsPasswordProtected                Boolean versions:2013+
    AttachmentIsUnsupported                      Boolean
    AttachmentMatchesPatterns                    Pattern[]
    AttachmentNameMatchesPatterns                Pattern[]
    AttachmentProcessingLimitExceeded            Boolean versions:2013+
    AttachmentPropertyContainsWords              Word[] versions:2016+
    AttachmentSizeOver                           ByteQuantifiedSize
    BetweenMemberOf1                             RecipientIdParameter[]
    BetweenMemberOf2                             RecipientIdParameter[]
    BlindCopyTo                                  RecipientIdParameter[]
    Comments                                     String null length:1024
    ContentCharacterSetContainsWords             Word[] versions:2013+
    CopyTo                                       RecipientIdParameter[]
    DeleteMessage                                Boolean
    Disconnect                                   Boolean
    DlpPolicy                                    String null versions:2013+
    DomainController                             Fqdn null
    Enabled                                      Boolean
    ExceptIfADComparisonAttribute                =ADAttribute(City,Company,Country,CustomAttribute1,CustomAttribute2,CustomAttribute3,CustomAttribute4,CustomAttribute5,CustomAttribute6,CustomAttribute7,CustomAttribute8,CustomAttribute9,CustomAttribute10,CustomAttribute11,CustomAttribute12,CustomAttribute13,CustomAttribute14,CustomAttribute15,Department,DisplayName,Email,FaxNumber,FirstName,HomePhoneNumber,Initials,LastName,Manager,MobileNumber,Notes,Office,OtherFaxNumber,OtherHomePhoneNumber,OtherPhoneNumber,PagerNumber,PhoneNumber,POBox,State,Street,Title,UserLogonName,ZipCode)
    ExceptIfADComparisonOperator                 =Evaluation(Equal,NotEqual)
    ExceptIfAnyOfCcHeader                        RecipientIdParameter[]
    ExceptIfAnyOfCcHeaderMemberOf                RecipientIdParameter[]
    ExceptIfAnyOfRecipientAddressContainsWords   Word[]
    ExceptIfAnyOfRecipientAddressMatchesPatterns Pattern[]
    ExceptIfAnyOfToCcHeader                      RecipientIdParameter[]
    ExceptIfAnyOfToCcHeaderMemberOf              RecipientIdParameter[]
    ExceptIfAnyOfToHeader                        RecipientIdParameter[]
    ExceptIfAnyOfToHeaderMemberOf                RecipientIdParameter[]
    ExceptIfAttachmentContainsWords              Word[]
    ExceptIfAttachmentExtensionMatchesWords      Word[] versions:2013+
    ExceptIfAttachmentHasExecutableContent       Boolean versions:2013+
    ExceptIfAttachmentIsPasswordProtected        Boolean versions:2013+
    ExceptIfAttachmentIsUnsupported              Boolean
    ExceptIfAttachmentMatchesPatterns            Pattern[]
    ExceptIfAttachmentNameMatchesPatterns        Pattern[]
    ExceptIfAttachmentProcessingLimitExceeded    Boolean versions:2013+
    ExceptIfAttachmentPropertyContainsWords      Word[] versions:2016+
    ExceptIfAttachmentSizeOver                   ByteQuantifiedSize
    ExceptIfBetweenMemberOf1                     RecipientIdParameter[]
    ExceptIfBetweenMemberOf2                     RecipientIdParameter[]
    ExceptIfContentCharacterSetContainsWords     Word[] versions:2013+
    ExceptIfFrom                                 RecipientIdParameter[]
    ExceptIfFromAddressContainsWords             Word[]
    ExceptIfFromAddressMatchesPatterns           Pattern[]
    ExceptIfFromMemberOf                         RecipientIdParameter[]
    ExceptIfFromScope                            =FromUserScope(InOrganization,NotInOrganization)
    ExceptIfHasClassification                    String null
    ExceptIfHasNoClassification                  Boolean
    ExceptIfHasSenderOverride                    Boolean versions:2013+
    ExceptIfHeaderContainsMessageHeader          HeaderName
    ExceptIfHeaderContainsWords                  Word[]
    ExceptIfHeaderMatchesMessageHeader           HeaderName
    ExceptIfHeaderMatchesPatterns                Pattern[]
    ExceptIfManagerAddresses                     RecipientIdParameter[]
    ExceptIfManagerForEvaluatedUser              =EvaluatedUser(Recipient,Sender)
    ExceptIfMessageContainsDataClassifications   Hashtable[] versions:2013+
    ExceptIfMessageSizeOver                      ByteQuantifiedSize versions:2013+
    ExceptIfMessageTypeMatches                   =MessageType(OOF,AutoForward,Encrypted,Calendaring,PermissionControlled,Voicemail,Signed,ApprovalRequest,ReadReceipt)
    ExceptIfRecipientADAttributeContainsWords    Word[]
    ExceptIfRecipientADAttributeMatchesPatterns  Pattern[]
    ExceptIfRecipientAddressContainsWords        Word[]
    ExceptIfRecipientAddressMatchesPatterns      Pattern[]
    ExceptIfRecipientDomainIs                    Word[] versions:2013+
    ExceptIfSCLOver                              SclValue range:-1..9
    ExceptIfSenderADAttributeContainsWords       Word[]
    ExceptIfSenderADAttributeMatchesPatterns     Pattern[]
    ExceptIfSenderDomainIs                       Word[] versions:2013+
    ExceptIfSenderIpRanges                       MultiValuedProperty null versions:2013+
    ExceptIfSenderManagementRelationship         =ManagementRelationship(Manager,DirectReport)
    ExceptIfSentTo                               RecipientIdParameter[]
    ExceptIfSentToMemberOf                       RecipientIdParameter[]
    ExceptIfSentToScope                          =ToUserScope(InOrganization,NotInOrganization,ExternalPartner,ExternalNonPartner)
    ExceptIfSubjectContainsWords                 Word[] length:128
    ExceptIfSubjectMatchesPatterns               Pattern[]
    ExceptIfSubjectOrBodyContainsWords           Word[] length:128
    ExceptIfSubjectOrBodyMatchesPatterns         Pattern[]
    ExceptIfWithImportance                       =Importance(Low,Normal,High)
    ExpiryDate                                   DateTime versions:2013+
    From                                         RecipientIdParameter[]
    FromAddressContainsWords                     Word[]
    FromAddressMatchesPatterns                   Pattern[]
    FromMemberOf                                 RecipientIdParameter[]
    FromScope                                    =FromUserScope(InOrganization,NotInOrganization)
    GenerateIncidentReport                       RecipientIdParameter null versions:2013+
    GenerateNotification                         DisclaimerText versions:2016+ length:5120
    HasClassification                            String null
    HasNoClassification                          Boolean
    HasSenderOverride                            Boolean versions:2013+
    HeaderContainsMessageHeader                  HeaderName
    HeaderContainsWords                          Word[]
    HeaderMatchesMessageHeader                   HeaderName
    HeaderMatchesPatterns                        Pattern[]
    IncidentReportContent                        =IncidentReportContent[](Sender,Recipients,Subject,CC,BCC,Severity,RuleDetections,FalsePositive,IdMatch,AttachOriginalMail) versions:2013+
    IncidentReportOriginalMail                   =IncidentReportOriginalMail(IncludeOriginalMail,DoNotIncludeOriginalMail) versions:2013
    LogEventText                                 EventLogText
    ManagerAddresses                             RecipientIdParameter[]
    ManagerForEvaluatedUser                      =EvaluatedUser(Recipient,Sender)
    MessageContainsDataClassifications           Hashtable[] versions:2013+
    MessageSizeOver                              ByteQuantifiedSize versions:2013+
    MessageTypeMatches                           =MessageType(OOF,AutoForward,Encrypted,Calendaring,PermissionControlled,Voicemail,Signed,ApprovalRequest,ReadReceipt)
    Mode                                         =RuleMode(Audit,AuditAndNotify,Enforce) versions:2013+
    ModerateMessageByManager                     Boolean
    ModerateMessageByUser                        RecipientIdParameter[]
    NotifySender                                 =NotifySenderType(NotifyOnly,RejectMessage,RejectUnlessFalsePositiveOverride,RejectUnlessSilentOverride,RejectUnlessExplicitOverride) versions:2013+
    PrependSubject                               SubjectPrefix
    Priority                                     Int32
    Quarantine                                   Boolean
    RecipientADAttributeContainsWords            Word[]
    RecipientADAttributeMatchesPatterns          Pattern[]
    RecipientAddressContainsWords                Word[]
    RecipientAddressMatchesPatterns              Pattern[]
    RecipientDomainIs                            Word[] versions:2013+
    RedirectMessageTo                            RecipientIdParameter[]
    RejectMessageEnhancedStatusCode              RejectEnhancedStatus
    RejectMessageReasonText                      RejectText length:256
    RemoveHeader                                 HeaderName
    RouteMessageOutboundRequireTls               Boolean versions:2013+
    RuleErrorAction                              =RuleErrorAction(Ignore,Defer) versions:2013+
    RuleSubType                                  =RuleSubType(Dlp,None) versions:2013+
    SCLOver                                      SclValue range:-1..9
    SenderADAttributeContainsWords               Word[]
    SenderADAttributeMatchesPatterns             Pattern[]
    SenderAddressLocation                        =SenderAddressLocation(Header,Envelope,HeaderOrEnvelope) versions:2013+
    SenderDomainIs                               Word[] versions:2013+
    SenderIpRanges                               MultiValuedProperty null versions:2013+
    SenderManagementRelationship                 =ManagementRelationship(Manager,DirectReport)
    SentTo                                       RecipientIdParameter[]
    SentToMemberOf                               RecipientIdParameter[]
    SentToScope                                  =ToUserScope(InOrganization,NotInOrganization,ExternalPartner,ExternalNonPartner)
    SetAuditSeverity                             String null versions:2013+
    SetHeaderName                                HeaderName
    SetHeaderValue                               HeaderValue
    SetSCL                                       SclValue range:-1..9
    SmtpRejectMessageRejectStatusCode            RejectStatusCode range:400..500
    SmtpRejectMessageRejectText                  RejectText
    StopRuleProcessing                           Boolean versions:2013+
    SubjectContainsWords                         Word[] length:128
    SubjectMatchesPatterns                       Pattern[]
    SubjectOrBodyContainsWords                   Word[] length:128
    SubjectOrBodyMatchesPatterns                 Pattern[]
    UseLegacyRegex                               Boolean versions:2013+
    WithImportance                               =Importance(Low,Normal,High)
  `,
  examples: [
    {
      script:
        "(New-TransportRule 'No secrets' -SubjectOrBodyContainsWords secret -RejectMessageReasonText 'Keep it to yourself').Description",
      output:
        "If the message:\n\tIncludes these words in the message subject or body: 'secret'\nTake the following actions:\n\treject the message and include the explanation 'Keep it to yourself' with the status code: '5.7.1'\n",
    },
  ],
  create: (cmdlet) => ({
    process() {
      const name = textOf(cmdlet.args.Name);
      const properties = ruleProperties(cmdlet, undefined);
      if (properties === undefined || !confirmed(cmdlet, `Creating transport rule "${name}".`)) return;
      const all: JsonObject = { ...properties, Server: settingsOwner(connectedServer(cmdlet)) };
      const made = attempt(cmdlet, () =>
        worldOf(cmdlet).apply({ kind: 'config.new', class: 'transportRule', name, properties: all }),
      );
      const rule = made && worldOf(cmdlet).find('transportRule', made.identity ?? name);
      if (rule !== undefined) cmdlet.write(ruleObject(rule));
    },
  }),
});
