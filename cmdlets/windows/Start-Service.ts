// Start-Service.

import { describe, startService } from './service-control.ts';
import { selectionParameters, selectServices, serviceCmdlet } from './service-selection.ts';

export default serviceCmdlet({
  name: 'Start-Service',
  aliases: ['sasv'],
  synopsis: 'Starts services.',
  defaultSet: 'Default',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameters: {
    ...selectionParameters,

    PassThru: { type: 'switch', help: 'Puts out the service.' },
  },
  outputs: ['System.ServiceProcess.ServiceController'],
  examples: [
    {
      script: 'Start-Service MSExchangeTransport -WhatIf',
      output:
        'What if: Performing the operation "Start-Service" on target "Microsoft Exchange Transport (MSExchangeTransport)".',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const service of selectServices(cmdlet)) {
        if (!cmdlet.shouldProcess(describe(service))) continue;
        if (startService(cmdlet, service) && cmdlet.args.PassThru) cmdlet.write(service);
      }
    },
  }),
});
