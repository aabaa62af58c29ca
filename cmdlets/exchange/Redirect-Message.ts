// Redirect-Message: drains a server's queues to another one. Facts: transport 1.8, 5.3.

import { worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { namesOf } from './support/queue-digest.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Redirect-Message',
  versions: [2013, 2019],
  synopsis: 'Drains the messages of a transport server to another one.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Server  ServerIdParameter    !  # The server to drain.
    Target  MultiValuedProperty  !  # FQDN of the server that takes the messages.
  `,
  examples: [
    {
      script:
        'Set-ServerComponentState EX01 -Component HubTransport -Requester Maintenance -State Draining\nRedirect-Message -Server EX01 -Target EX02.contoso.com -Confirm:$false',
      output: '',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const server = textOf(cmdlet.args.Server);
      const [target = ''] = namesOf(cmdlet.args.Target);
      const text = `Redirecting the messages of server "${server}" to server "${target}".`;
      if (!confirmed(cmdlet, text)) return;
      attempt(cmdlet, () => worldOf(cmdlet).apply({ kind: 'redirect', server, target }));
    },
  }),
});
