// New-DynamicDistributionGroup: its members are looked up for each mail.

import type { JsonObject } from '../../state/schema/json.ts';
import { withFilter } from './support/dynamic-groups.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { creatingRecipient } from './support/recipient-creation.ts';

export default exchangeCmdlet({
  name: 'New-DynamicDistributionGroup',
  synopsis: 'Makes a group whose members a filter finds.',
  defaultSet: 'Precanned',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                                String ! 0 length:64
    IncludedRecipients                  =WellKnownRecipientType(AllRecipients,MailboxUsers,MailContacts,MailGroups,MailUsers,Resources) [Precanned!]
    RecipientFilter                     String [Custom!]
    Alias                               String null length:64
    ArbitrationMailbox                  MailboxIdParameter null
    ConditionalCompany                  MultiValuedProperty null [Precanned]
    ConditionalDepartment               MultiValuedProperty null [Precanned]
    ConditionalStateOrProvince          MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute1         MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute2         MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute3         MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute4         MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute5         MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute6         MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute7         MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute8         MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute9         MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute10        MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute11        MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute12        MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute13        MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute14        MultiValuedProperty null [Precanned]
    ConditionalCustomAttribute15        MultiValuedProperty null [Precanned]
    DisplayName                         String null length:256
    DomainController                    Fqdn null
    ModeratedBy                         MultiValuedProperty null
    ModerationEnabled                   Boolean
    OrganizationalUnit                  OrganizationalUnitIdParameter
    PrimarySmtpAddress                  SmtpAddress null
    RecipientContainer                  OrganizationalUnitIdParameter
    SendModerationNotifications         =TransportModerationNotificationFlags(Always,Internal,Never)
  `,
  examples: [
    {
      script: '(New-DynamicDistributionGroup Tokyoites -RecipientFilter "Database -eq \'DB03\'").RecipientFilterType',
      output: 'Custom',
    },
  ],
  create: creatingRecipient('dynamicDistributionGroup', {
    noun: 'dynamic distribution group',
    complete: (cmdlet, properties): JsonObject | undefined =>
      withFilter(cmdlet, { RequireSenderAuthenticationEnabled: true, ...properties }, undefined),
  }),
});
