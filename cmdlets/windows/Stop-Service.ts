// Stop-Service.

import { describe, stopService } from './service-control.ts';
import { selectionParameters, selectServices, serviceCmdlet } from './service-selection.ts';

export default serviceCmdlet({
  name: 'Stop-Service',
  aliases: ['spsv'],
  synopsis: 'Stops services.',
  defaultSet: 'Default',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameters: {
    ...selectionParameters,
    Force: { type: 'switch', help: 'Stops what depends on the service, too.' },
    NoWait: { type: 'switch', help: 'Does not wait until the service has stopped.' },
    PassThru: { type: 'switch', help: 'Puts out the service.' },
  },
  outputs: ['System.ServiceProcess.ServiceController'],
  examples: [
    {
      script: 'Stop-Service MSExchangeTransport -WhatIf',
      output:
        'What if: Performing the operation "Stop-Service" on target "Microsoft Exchange Transport (MSExchangeTransport)".',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const service of selectServices(cmdlet)) {
        if (!cmdlet.shouldProcess(describe(service))) continue;
        const stopped = stopService(cmdlet, service, { force: cmdlet.args.Force ?? false, wait: !cmdlet.args.NoWait });
        if (stopped && cmdlet.args.PassThru) cmdlet.writeAll(stopped);
      }
    },
  }),
});
