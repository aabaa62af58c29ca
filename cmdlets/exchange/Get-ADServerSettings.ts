// Get-ADServerSettings.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { serverSettingsObject, serverSettingsType } from './support/server-settings.ts';

export default exchangeCmdlet({
  name: 'Get-ADServerSettings',
  synopsis: 'Gets the Active Directory settings of this session.',
  parameterLines: '',
  outputs: [serverSettingsType],
  examples: [{ script: '(Get-ADServerSettings).ViewEntireForest', output: 'False' }],
  create: (cmdlet) => ({
    process() {
      cmdlet.write(serverSettingsObject(cmdlet));
    },
  }),
});
