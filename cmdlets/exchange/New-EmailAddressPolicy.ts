// New-EmailAddressPolicy: new recipients get its addresses at once, others when it is applied.

import { emailAddressPolicy, policyChanges } from './support/address-policies.ts';
import { creating } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'New-EmailAddressPolicy',
  synopsis: 'Makes an e-mail address policy.',
  defaultSet: 'SMTPTemplateWithPrecannedFilter',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                              String ! 0 length:64
    EnabledEmailAddressTemplates      ProxyAddressTemplateCollection [AllTemplatesWithPrecannedFilter!, AllTemplatesWithCustomFilter!, AllTemplatesForUnifiedGroupRecipientsFilter!]
    EnabledPrimarySMTPAddressTemplate String [SMTPTemplateWithPrecannedFilter!, SMTPTemplateWithCustomFilter!, SMTPTemplateForUnifiedGroupRecipientsFilter!]
    IncludedRecipients                =WellKnownRecipientType(AllRecipients,MailboxUsers,MailContacts,MailGroups,MailUsers,Resources) [AllTemplatesWithPrecannedFilter!, SMTPTemplateWithPrecannedFilter!]
    RecipientFilter                   String [AllTemplatesWithCustomFilter!, SMTPTemplateWithCustomFilter!]
    ConditionalCompany                MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute1       MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute10      MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute11      MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute12      MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute13      MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute14      MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute15      MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute2       MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute3       MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute4       MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute5       MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute6       MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute7       MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute8       MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalCustomAttribute9       MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalDepartment             MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    ConditionalStateOrProvince        MultiValuedProperty null [AllTemplatesWithPrecannedFilter, SMTPTemplateWithPrecannedFilter]
    DisabledEmailAddressTemplates     ProxyAddressTemplateCollection [AllTemplatesWithPrecannedFilter, AllTemplatesWithCustomFilter, AllTemplatesForUnifiedGroupRecipientsFilter]
    DomainController                  Fqdn null
    Priority                          EmailAddressPolicyPriority
    RecipientContainer                OrganizationalUnitIdParameter
  `,
  examples: [
    {
      script:
        "(New-EmailAddressPolicy -Name Contacts -IncludedRecipients MailContacts -EnabledPrimarySMTPAddressTemplate '%m@contoso.com').Priority",
      output: '1',
    },
  ],
  create: creating('emailAddressPolicy', { ...policyChanges, presentation: emailAddressPolicy }),
});
