// Set-ResubmitRequest. Facts: transport 4.3.

import { worldOf } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { changeRequest } from './support/resubmit-requests.ts';

export default exchangeCmdlet({
  name: 'Set-ResubmitRequest',
  synopsis: 'Lets a resubmit request rest or go on.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  versions: [2013, 2019],
  parameterLines: `
    Identity ResubmitRequestIdentityParameter ! 0 both  # The request's number.
    Enabled  Boolean !                                  # False lets it rest.
    Server   ServerIdParameter null                     # The server that has the request.
  `,
  examples: [
    {
      setup: 'Add-ResubmitRequest -Sender alice@contoso.com -StartTime (Get-Date).AddHours(-1) -EndTime (Get-Date)',
      script: 'Set-ResubmitRequest 1 -Enabled $false\n(Get-ResubmitRequest 1).State',
      output: 'Paused',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const enabled = cmdlet.args.Enabled as boolean;
      changeRequest(cmdlet, enabled ? 'Enabling' : 'Disabling', (server, number) =>
        worldOf(cmdlet).apply({ kind: 'resubmit.set', server, number, enabled }),
      );
    },
  }),
});
