// Get-Credential.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { PSCredential, SecureString } from '../../../src/runtime/types/families/credentials.ts';
import { failNonInteractive } from './shared/prompting.ts';

export default defineCmdlet({
  name: 'Get-Credential',
  module: 'Microsoft.PowerShell.Security',
  synopsis: 'Asks for a user name and password.',
  parameters: {
    Credential: {
      type: 'pscredential',
      position: 0,
      sets: 'CredentialSet',
      validate: [{ kind: 'notNull' }],
      help: 'Account to use; the sandbox checks none.',
    },
    Message: {
      type: 'string',
      sets: 'MessageSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Text shown with the question.',
    },
    UserName: {
      type: 'string',
      position: 0,
      sets: 'MessageSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Name of the user.',
    },
    Title: {
      type: 'string',
      sets: 'MessageSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Title of the page or question.',
    },
  },
  defaultSet: 'CredentialSet',
  outputs: ['System.Management.Automation.PSCredential'],
  examples: [
    {
      script:
        "$known = [pscredential]::new('alice', (ConvertTo-SecureString 'secret' -AsPlainText)); (Get-Credential $known).UserName",
      output: 'alice',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const given = cmdlet.args.Credential as unknown;
      if (given instanceof PSCredential) return cmdlet.write(given);
      const { ui } = cmdlet.host;
      const title = (cmdlet.args.Title as string | undefined) ?? 'PowerShell credential request';
      const message = (cmdlet.args.Message as string | undefined) ?? 'Enter your credentials.';
      ui.write(`\n${title}\n${message}\n`);
      let user = (cmdlet.args.UserName as string | undefined) ?? (typeof given === 'string' ? given : undefined);
      if (user === undefined) {
        if (!ui.interactive) {
          ui.write('User: ');
          failNonInteractive(cmdlet);
        }
        user = ui.readLine('User: ') ?? '';
      }
      const question = `Password for user ${user}: `;
      if (!ui.interactive) {
        ui.write(question);
        failNonInteractive(cmdlet);
      }
      cmdlet.write(new PSCredential(user, new SecureString(ui.readLine(question, true) ?? '')));
    },
  }),
});
