// Get-Service.

import { selectionParameters, selectServices, serviceCmdlet } from './service-selection.ts';
import type { ServiceController } from './types/service-controller.ts';

export default serviceCmdlet({
  name: 'Get-Service',
  aliases: ['gsv'],
  synopsis: 'Gets the services of this or another machine.',
  defaultSet: 'Default',
  parameters: {
    ...selectionParameters,
    Name: {
      ...selectionParameters.Name!,
      sets: { Default: { position: 0, pipeline: 'both' } },
    },
    InputObject: { ...selectionParameters.InputObject!, sets: { InputObject: { mandatory: true, pipeline: 'value' } } },
    ComputerName: { type: 'string[]', aliases: ['Cn'], pipeline: 'name', help: 'Machines to ask instead of this one.' },
    DependentServices: { type: 'switch', aliases: ['DS'], help: 'The services that depend on the selected ones.' },
    RequiredServices: {
      type: 'switch',
      aliases: ['SDO', 'ServicesDependedOn'],
      help: 'The services that the selected ones need.',
    },
  },
  outputs: ['System.ServiceProcess.ServiceController'],
  examples: [
    {
      script: '(Get-Service MSExchangeTransport).Status',
      output: 'Running',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const service of selectServices(cmdlet)) {
        if (cmdlet.args.DependentServices)
          cmdlet.writeAll(service.related(service.view.dependents) as ServiceController[]);
        else if (cmdlet.args.RequiredServices)
          cmdlet.writeAll(service.related(service.view.dependsOn) as ServiceController[]);
        else cmdlet.write(service);
      }
    },
  }),
});
