// Get-SandboxLink.

import { matchesWildcard } from '../../src/runtime/operators/strings.ts';
import { worldOf } from '../windows/local-machine.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { linkObject } from './support/objects.ts';

const fits = (name: string, patterns: string[] | undefined): boolean =>
  patterns === undefined || patterns.some((pattern) => matchesWildcard(name, pattern, true));

export default sandboxCmdlet({
  name: 'Get-SandboxLink',
  synopsis: 'Gets the network between sites, and every setting made between other ends.',
  parameters: {
    From: { type: 'string[]', position: 0, pipeline: 'name', wildcards: true, help: 'One end.' },
    To: { type: 'string[]', position: 1, pipeline: 'name', wildcards: true, help: 'The other end.' },
  },
  outputs: ['Hubshell.Sandbox.Link'],
  examples: [{ script: '(Get-SandboxLink Redmond Tokyo).Up', output: 'True' }],
  create: (cmdlet) => ({
    process() {
      const links = worldOf(cmdlet)
        .links()
        .filter((link) => fits(link.from, cmdlet.args.From) && fits(link.to, cmdlet.args.To));
      links.sort((a, b) => (a.identity.toLowerCase() < b.identity.toLowerCase() ? -1 : 1));
      cmdlet.writeAll(links.map(linkObject));
    },
  }),
});
