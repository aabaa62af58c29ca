// Get-Clipboard: the sandbox has a clipboard of its own, which lives as long as the shell.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { splitLines } from '../../../src/runtime/providers/file-content.ts';
import { clipboardOf } from './shared/clipboard.ts';

export default defineCmdlet({
  name: 'Get-Clipboard',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gcb'],
  synopsis: "Gets the text on the shell's clipboard.",
  parameters: {
    Raw: { type: 'switch', help: 'Gives the content as one text.' },
  },
  outputs: ['System.String'],
  examples: [{ script: "Set-Clipboard 'hello'; Get-Clipboard", output: 'hello' }],
  create: (cmdlet) => ({
    end() {
      const { text } = clipboardOf(cmdlet.engine);
      if (cmdlet.args.Raw) cmdlet.write(text);
      else cmdlet.writeAll(splitLines(text));
    },
  }),
});
