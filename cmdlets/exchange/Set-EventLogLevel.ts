// Set-EventLogLevel.

import { type EventLevel, withEventLevel } from '../../src/transport/machines/event-levels.ts';
import { worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { categoriesNamed, type EventCategory } from './support/event-log-levels.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Set-EventLogLevel',
  synopsis: 'Sets how much a server logs about an event category.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity ECIdParameter ! 0 both  # Server\\Source\\Category; wildcards allowed.
    Level    =ECIdParameter(Lowest,Low,Medium,High,Expert) !  # How much is logged; Lowest is usual.
  `,
  examples: [
    {
      script:
        "Set-EventLogLevel 'EX01\\MSExchangeTransport\\SmtpReceive' -Level Medium\n(Get-EventLogLevel 'EX01\\MSExchangeTransport\\SmtpReceive').EventLevel",
      output: 'Medium',
    },
  ],
  create: (cmdlet) => {
    const change = ({ server, path }: EventCategory): void => {
      const level = String(cmdlet.args.Level) as EventLevel;
      if (!confirmed(cmdlet, `Setting the logging level of "${server.name}\\${path}" to "${level}".`)) return;
      const levels = withEventLevel(server.properties.EventLogLevels, path, level);
      const input = {
        kind: 'config.set',
        class: 'server',
        identity: server.guid,
        properties: { EventLogLevels: levels },
      } as const;
      attempt(cmdlet, () => worldOf(cmdlet).apply(input));
    };
    return {
      process() {
        for (const category of categoriesNamed(cmdlet, textOf(cmdlet.args.Identity))) change(category);
      },
    };
  },
});
