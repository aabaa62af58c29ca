// Read-Host.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { SecureString } from '../../../src/runtime/types/families/credentials.ts';
import { failNonInteractive } from './shared/prompting.ts';

export default defineCmdlet({
  name: 'Read-Host',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Reads a line that the user types.',
  parameters: {
    Prompt: {
      type: 'object',
      position: 0,
      remaining: true,
      validate: [{ kind: 'allowNull' }],
      help: 'Text of the question.',
    },
    AsSecureString: { type: 'switch', sets: 'AsSecureString', help: 'Hides what is typed and gives a SecureString.' },
    MaskInput: { type: 'switch', sets: 'AsString', help: 'Hides what is typed.' },
  },
  defaultSet: 'AsString',
  outputs: ['System.String', 'System.Security.SecureString'],
  examples: [{ script: "try { Read-Host 'Name' } catch { 'nobody there' }", output: 'nobody there' }],
  create: (cmdlet) => ({
    end() {
      const { ui } = cmdlet.host;
      if (!ui.interactive) failNonInteractive(cmdlet);
      const parts = cmdlet.args.Prompt as unknown[] | string | undefined;
      const prompt =
        parts === undefined
          ? ''
          : `${Array.isArray(parts) ? parts.map((part) => toText(part as string)).join(' ') : toText(parts)}: `;
      const secret = cmdlet.args.AsSecureString === true || cmdlet.args.MaskInput === true;
      const line = ui.readLine(prompt, secret) ?? '';
      cmdlet.write(cmdlet.args.AsSecureString ? new SecureString(line) : line);
    },
  }),
});
