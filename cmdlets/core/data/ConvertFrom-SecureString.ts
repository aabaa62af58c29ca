// ConvertFrom-SecureString.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import type { SecureString } from '../../../src/runtime/types/families/credentials.ts';
import { encodeSecure } from './shared/secure-text.ts';

export default defineCmdlet({
  name: 'ConvertFrom-SecureString',
  module: 'Microsoft.PowerShell.Security',
  synopsis: 'Converts a SecureString to encoded or plain text.',
  parameters: {
    SecureString: {
      type: 'securestring',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'The SecureString to convert.',
    },
    AsPlainText: { type: 'switch', sets: 'AsPlainText', help: 'Takes or gives the text unprotected.' },
  },
  defaultSet: 'Secure',
  outputs: ['System.String'],
  examples: [
    {
      script: "ConvertTo-SecureString 'secret' -AsPlainText -Force | ConvertFrom-SecureString -AsPlainText",
      output: 'secret',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { plain: text } = cmdlet.args.SecureString as SecureString;
      cmdlet.write(cmdlet.args.AsPlainText ? text : encodeSecure(text));
    },
  }),
});
