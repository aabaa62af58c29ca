// Get-PSProvider.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { hasWildcard } from '../../../src/runtime/providers/path-text.ts';
import { providerNotFound } from '../../../src/runtime/providers/provider-errors.ts';
import { reporting, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Get-PSProvider',
  module: 'Microsoft.PowerShell.Management',
  synopsis: 'Gets information about the providers.',
  parameters: {
    PSProvider: {
      type: 'string[]',
      position: 0,
      pipeline: 'name',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Name of the provider.',
    },
  },
  outputs: ['System.Management.Automation.ProviderInfo'],
  examples: [{ script: '(Get-PSProvider FileSystem).Name', output: 'FileSystem' }],
  create: (cmdlet) => ({
    process() {
      const providers = [...sessionOf(cmdlet).providers.values()].map((provider) => provider.info);
      for (const name of (cmdlet.args.PSProvider as string[] | undefined) ?? ['*']) {
        reporting(cmdlet, () => {
          const short = name.slice(name.lastIndexOf('\\') + 1);
          const found = providers.filter((info) => matchesWildcard(info.name, short));
          if (found.length === 0 && !hasWildcard(name)) throw providerNotFound(name);
          cmdlet.writeAll(found);
        });
      }
    },
  }),
});
