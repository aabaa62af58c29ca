// Restart-Service.

import { describe, startService, stopService } from './service-control.ts';
import { selectionParameters, selectServices, serviceCmdlet } from './service-selection.ts';

export default serviceCmdlet({
  name: 'Restart-Service',

  synopsis: 'Stops services and starts them again, with what depended on them.',
  defaultSet: 'Default',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameters: {
    ...selectionParameters,
    Force: { type: 'switch', help: 'Stops what depends on the service, too, and starts it again.' },
    PassThru: { type: 'switch', help: 'Puts out the service.' },
  },
  outputs: ['System.ServiceProcess.ServiceController'],
  examples: [
    {
      script: 'Restart-Service MSExchangeTransport -WhatIf',
      output:
        'What if: Performing the operation "Restart-Service" on target "Microsoft Exchange Transport (MSExchangeTransport)".',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const service of selectServices(cmdlet)) {
        if (!cmdlet.shouldProcess(describe(service))) continue;
        const stopped = stopService(cmdlet, service, { force: cmdlet.args.Force ?? false, wait: true });
        for (const each of stopped ?? []) startService(cmdlet, each);
        if (stopped && cmdlet.args.PassThru) cmdlet.write(service);
      }
    },
  }),
});
