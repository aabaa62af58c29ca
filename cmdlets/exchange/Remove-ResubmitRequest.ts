// Remove-ResubmitRequest. Facts: transport 4.3.

import { worldOf } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { changeRequest } from './support/resubmit-requests.ts';

export default exchangeCmdlet({
  name: 'Remove-ResubmitRequest',
  synopsis: 'Removes a resubmit request; what it has not resubmitted yet stays in Safety Net.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  versions: [2013, 2019],
  parameterLines: `
    Identity ResubmitRequestIdentityParameter ! 0 both  # The request's number.
    Server   ServerIdParameter null                     # The server that has the request.
  `,
  examples: [
    {
      setup: 'Add-ResubmitRequest -Sender alice@contoso.com -StartTime (Get-Date).AddHours(-1) -EndTime (Get-Date)',
      script: 'Remove-ResubmitRequest 1 -Confirm:$false\nGet-ResubmitRequest',
      output: '',
    },
  ],
  create: (cmdlet) => ({
    process() {
      changeRequest(cmdlet, 'Removing', (server, number) =>
        worldOf(cmdlet).apply({ kind: 'resubmit.remove', server, number }),
      );
    },
  }),
});
