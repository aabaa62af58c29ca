// ConvertTo-SecureString.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { SecureString } from '../../../src/runtime/types/families/credentials.ts';
import { decodeSecure } from './shared/secure-text.ts';

export default defineCmdlet({
  name: 'ConvertTo-SecureString',
  module: 'Microsoft.PowerShell.Security',
  synopsis: 'Makes a SecureString from plain or encoded text.',
  parameters: {
    String: { type: 'string', mandatory: true, position: 0, pipeline: 'value', help: 'The text to convert.' },
    AsPlainText: { type: 'switch', position: 1, sets: 'PlainText', help: 'Takes or gives the text unprotected.' },
    Force: { type: 'switch', position: 2, sets: 'PlainText', help: 'Overrides what usually protects the item.' },
  },
  defaultSet: 'Secure',
  outputs: ['System.Security.SecureString'],
  examples: [{ script: "(ConvertTo-SecureString 'secret' -AsPlainText -Force).Length", output: '6' }],
  create: (cmdlet) => ({
    process() {
      const text = cmdlet.args.String as string;
      if (cmdlet.args.AsPlainText) return cmdlet.write(new SecureString(text));
      const decoded = decodeSecure(text);
      if (decoded !== undefined) return cmdlet.write(new SecureString(decoded));
      const message = `The input string '${text}' was not in a correct format.`;
      cmdlet.fail(cmdlet.makeError(message, 'System.FormatException', 'NotSpecified', null, 'System.FormatException'));
    },
  }),
});
