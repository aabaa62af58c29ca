// Set-ExchangeServer.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-ExchangeServer',
  synopsis: 'Changes the settings of an Exchange server.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                        ServerIdParameter ! 0 both
    CustomerFeedbackEnabled         Boolean
    DataCollectionEnabled           Boolean versions:2016+
    DomainController                Fqdn null
    ErrorReportingEnabled           Boolean
    InternetWebProxy                Uri
    InternetWebProxyBypassList      MultiValuedProperty null entries:100 versions:2016+
    MitigationsApplied              MultiValuedProperty null versions:2016+
    MitigationsBlocked              MultiValuedProperty null versions:2016+
    MitigationsEnabled              Boolean versions:2016+
    MonitoringGroup                 String null versions:2013+
    ProductKey                      ProductKey
    RingLevel                       String null versions:2019+
    StaticConfigDomainController    String null
    StaticDomainControllers         MultiValuedProperty null
    StaticExcludedDomainControllers MultiValuedProperty null
    StaticGlobalCatalogs            MultiValuedProperty null
  `,
  examples: [
    {
      script: 'Set-ExchangeServer EX01 -ErrorReportingEnabled $false\n(Get-ExchangeServer EX01).ErrorReportingEnabled',
      output: 'False',
    },
  ],
  create: setting('server', { noun: 'Exchange server' }),
});
