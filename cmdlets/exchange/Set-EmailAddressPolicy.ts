// Set-EmailAddressPolicy.

import { policyChanges } from './support/address-policies.ts';
import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-EmailAddressPolicy',
  synopsis: 'Changes an e-mail address policy.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                          EmailAddressPolicyIdParameter ! 0 both
    ConditionalCompany                MultiValuedProperty null
    ConditionalCustomAttribute1       MultiValuedProperty null
    ConditionalCustomAttribute10      MultiValuedProperty null
    ConditionalCustomAttribute11      MultiValuedProperty null
    ConditionalCustomAttribute12      MultiValuedProperty null
    ConditionalCustomAttribute13      MultiValuedProperty null
    ConditionalCustomAttribute14      MultiValuedProperty null
    ConditionalCustomAttribute15      MultiValuedProperty null
    ConditionalCustomAttribute2       MultiValuedProperty null
    ConditionalCustomAttribute3       MultiValuedProperty null
    ConditionalCustomAttribute4       MultiValuedProperty null
    ConditionalCustomAttribute5       MultiValuedProperty null
    ConditionalCustomAttribute6       MultiValuedProperty null
    ConditionalCustomAttribute7       MultiValuedProperty null
    ConditionalCustomAttribute8       MultiValuedProperty null
    ConditionalCustomAttribute9       MultiValuedProperty null
    ConditionalDepartment             MultiValuedProperty null
    ConditionalStateOrProvince        MultiValuedProperty null
    DisabledEmailAddressTemplates     ProxyAddressTemplateCollection
    DomainController                  Fqdn null
    EnabledEmailAddressTemplates      ProxyAddressTemplateCollection
    EnabledPrimarySMTPAddressTemplate String null
    ForceUpgrade                      SwitchParameter
    IncludedRecipients                =WellKnownRecipientType(AllRecipients,MailboxUsers,MailContacts,MailGroups,MailUsers,Resources)
    Name                              String null length:64
    Priority                          EmailAddressPolicyPriority
    RecipientContainer                OrganizationalUnitIdParameter
    RecipientFilter                   String null
  `,
  examples: [
    {
      script:
        "Set-EmailAddressPolicy 'Default Policy' -EnabledEmailAddressTemplates 'SMTP:%m@contoso.com','smtp:%m@partner-relay.com'",
      output: '',
    },
  ],
  create: setting('emailAddressPolicy', policyChanges),
});
