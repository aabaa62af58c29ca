// Set-Service: start type and status.

import { worldOf } from './local-machine.ts';
import { describe, startService, stopService } from './service-control.ts';
import { selectServices, serviceCmdlet } from './service-selection.ts';

export default serviceCmdlet({
  name: 'Set-Service',
  synopsis: 'Changes how a service starts, or starts and stops it.',
  defaultSet: 'Name',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameters: {
    Name: {
      type: 'string[]',
      aliases: ['ServiceName', 'SN'],
      sets: { Name: { position: 0, mandatory: true, pipeline: 'both' } },
      help: 'Name of the service.',
    },
    InputObject: {
      type: 'System.ServiceProcess.ServiceController[]',
      sets: { InputObject: { position: 0, mandatory: true, pipeline: 'value' } },
      help: 'A service as Get-Service puts it out.',
    },
    ComputerName: { type: 'string[]', aliases: ['Cn'], help: 'Machines instead of this one.' },
    StartupType: {
      type: 'enum',
      enumName: 'Microsoft.PowerShell.Commands.ServiceStartupType',
      values: ['Automatic', 'Manual', 'Disabled', 'AutomaticDelayedStart'],
      aliases: ['StartMode', 'SM', 'ST', 'StartType'],
      help: 'How the service starts with the machine.',
    },
    Status: {
      type: 'string',
      validate: [{ kind: 'set', values: ['Running', 'Stopped', 'Paused'] }],
      help: 'Running or Stopped.',
    },
    Force: { type: 'switch', help: 'Stops what depends on the service, too.' },
    PassThru: { type: 'switch', help: 'Puts out the service.' },
  },
  outputs: ['System.ServiceProcess.ServiceController'],
  examples: [
    {
      script: 'Set-Service MSExchangePop3 -StartupType Automatic\n(Get-Service MSExchangePop3).StartType',
      output: 'Automatic',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const service of selectServices(cmdlet)) {
        if (!cmdlet.shouldProcess(describe(service))) continue;
        const { server, name } = service.view;
        if (cmdlet.has('StartupType')) {
          const text = String(cmdlet.args.StartupType);
          const startType = text === 'Manual' || text === 'Disabled' ? text : 'Automatic';
          worldOf(cmdlet).apply({ kind: 'service.set', server, service: name, startType });
          service.refresh();
        }
        if (cmdlet.args.Status === 'Running') startService(cmdlet, service);
        if (cmdlet.args.Status === 'Stopped')
          stopService(cmdlet, service, { force: cmdlet.args.Force ?? false, wait: true });
        if (cmdlet.args.PassThru) cmdlet.write(service);
      }
    },
  }),
});
