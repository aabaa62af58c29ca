// Get-SandboxMailboxItem.

import { worldOf } from '../windows/local-machine.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { notFound } from './support/errors.ts';
import { mailboxItemObject } from './support/objects.ts';

const folders = ['Inbox', 'Drafts', 'Outbox', 'Sent Items', 'Deleted Items', 'Junk E-mail'];

export default sandboxCmdlet({
  name: 'Get-SandboxMailboxItem',
  synopsis: 'Shows what a user sees in a mailbox, or what outside hosts accepted for an address.',
  parameters: {
    Identity: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      aliases: ['Mailbox'],
      help: 'Mailbox by alias, name or address, or an outside address.',
    },
    Folder: {
      type: 'string[]',
      validate: [{ kind: 'set', values: folders, ignoreCase: true }],
      help: 'Only these folders.',
    },
    Body: { type: 'switch', help: 'Adds Body, the text as read, and Eml, the message as MIME.' },
    ResultSize: {
      type: 'int',
      validate: [{ kind: 'range', min: 1 }],
      help: 'At most that many items of each mailbox.',
    },
  },
  outputs: ['Hubshell.Sandbox.MailboxItem'],
  examples: [
    {
      setup: 'Send-SandboxMessage alice bob -Subject lunch; Step-SandboxClock -Minutes 1',
      script: '(Get-SandboxMailboxItem bob -Folder Inbox).Subject',
      output: 'lunch',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { Identity: identities, Folder: wanted, Body: withBody, ResultSize: limit } = cmdlet.args;
      for (const identity of identities as string[]) {
        const items = worldOf(cmdlet).mailboxItems(identity);
        if (items === undefined) {
          notFound(cmdlet, 'mailbox', identity);
          continue;
        }
        const inFolder = (folder: string) =>
          (wanted as string[] | undefined)?.some((each) => each.toLowerCase() === folder.toLowerCase()) ?? true;
        const shown = items.filter((item) => inFolder(item.folder)).sort((a, b) => a.received - b.received);
        for (const item of shown.slice(0, limit)) cmdlet.write(mailboxItemObject(item, withBody ?? false));
      }
    },
  }),
});
