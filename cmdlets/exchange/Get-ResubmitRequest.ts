// Get-ResubmitRequest. Facts: transport 4.3; outputs 5.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { resubmitRequestObject, resubmitRequestTypeName, selectRequests } from './support/resubmit-requests.ts';

export default exchangeCmdlet({
  name: 'Get-ResubmitRequest',
  synopsis: 'Gets the requests to deliver messages of Safety Net once more, and how far they are.',
  versions: [2013, 2019],
  parameterLines: `
    Identity ResubmitRequestIdentityParameter 0 both  # The request's number.
    Server   ServerIdParameter both null              # The server that has the request.
  `,
  outputs: [resubmitRequestTypeName],
  examples: [
    { script: 'Get-ResubmitRequest', output: '' },
    {
      setup:
        'Add-ResubmitRequest -Sender alice@contoso.com -StartTime (Get-Date).AddHours(-1) -EndTime (Get-Date); Step-SandboxClock -Minutes 1',
      script: '(Get-ResubmitRequest 1).State',
      output: 'Completed',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const request of selectRequests(cmdlet).requests) cmdlet.write(resubmitRequestObject(request));
    },
  }),
});
