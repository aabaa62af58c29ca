// Set-RemoteDomain.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-RemoteDomain',
  synopsis: 'Changes a remote domain.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                             RemoteDomainIdParameter ! 0 both
    AllowedOOFType                       =AllowedOOFType(External,ExternalLegacy,InternalLegacy,None)
    AutoForwardEnabled                   Boolean
    AutoReplyEnabled                     Boolean
    ByteEncoderTypeFor7BitCharsets       =ByteEncoderTypeFor7BitCharsetsEnum(Use7Bit,UseQP,UseBase64,UseQPHtmlDetectTextPlain,UseBase64HtmlDetectTextPlain,UseQPHtml7BitTextPlain,UseBase64Html7BitTextPlain,Undefined)
    CharacterSet                         String null
    ContentType                          =ContentType(MimeHtmlText,MimeText,MimeHtml)
    DeliveryReportEnabled                Boolean
    DisplaySenderName                    Boolean
    DomainController                     Fqdn null
    IsCoexistenceDomain                  Boolean versions:2010
    IsInternal                           Boolean
    LineWrapSize                         Unlimited null range:0..132
    MeetingForwardNotificationEnabled    Boolean
    MessageCountThreshold                Int32 versions:2013+
    Name                                 String null length:64
    NDRDiagnosticInfoEnabled             Boolean
    NDREnabled                           Boolean
    NonMimeCharacterSet                  String null
    PreferredInternetCodePageForShiftJis =PreferredInternetCodePageForShiftJisEnum(50220,50221,50222,Undefined)
    RequiredCharsetCoverage              Int32
    TargetDeliveryDomain                 Boolean
    TNEFEnabled                          Boolean
    TrustedMailInboundEnabled            Boolean
    TrustedMailOutboundEnabled           Boolean
    UseSimpleDisplayName                 Boolean
  `,
  examples: [{ script: 'Set-RemoteDomain Default -NDREnabled $false -WhatIf' }],
  create: setting('remoteDomain', { noun: 'remote domain' }),
});
