// Send-SandboxMessage.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { SubmitInput } from '../../state/schema/inputs.ts';
import { worldOf } from '../windows/local-machine.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { attempt } from './support/errors.ts';

function submission({ args }: CmdletContext): SubmitInput {
  return {
    kind: 'submit',
    from: args.From,
    to: args.To,
    cc: args.Cc,
    bcc: args.Bcc,
    subject: args.Subject,
    body: args.Body,
    sizeKB: args.SizeKB,
    count: args.Count,
    priority: args.Priority === undefined ? undefined : (String(args.Priority) as SubmitInput['priority']),
    server: args.Server,
    via: args.Via === undefined ? undefined : (String(args.Via) as SubmitInput['via']),
    port: args.Port,
    sourceAddress: args.SourceAddress === undefined ? undefined : String(args.SourceAddress),
  };
}

export default sandboxCmdlet({
  name: 'Send-SandboxMessage',
  synopsis: 'Sends mail as a user or as an outside host.',
  description:
    'The mail is accepted for the sender; what happens to it comes with time. Mail that no transport server takes stays in the Drafts of the sender and is submitted again later. A moderator decides on a message by answering the request (Kind ModerationRequest in the Inbox): mail to its sender with the subject "Approve: <subject of the request>" or "Reject: <subject of the request>"; the text of a rejection is passed on.',
  supportsShouldProcess: true,
  parameters: {
    From: {
      type: 'string',
      mandatory: true,
      position: 0,
      help: 'SMTP address, alias or name of a mailbox; an outside address sends from the host of its domain.',
    },
    To: {
      type: 'string[]',
      mandatory: true,
      position: 1,
      help: 'Addresses, aliases or names, or TYPE:address for another type.',
    },
    Cc: { type: 'string[]', help: 'Recipients of copies.' },
    Bcc: { type: 'string[]', help: 'Recipients that the header does not show.' },
    Subject: { type: 'string', validate: [{ kind: 'allowEmptyString' }], help: 'Subject, empty by default.' },
    Body: { type: 'string', validate: [{ kind: 'allowEmptyString' }], help: 'Text.' },
    SizeKB: {
      type: 'int',
      validate: [{ kind: 'range', min: 1, max: 2_000_000 }],
      help: 'Size of each message as transport counts it, at least that of its text.',
    },
    Count: {
      type: 'int',
      default: '1',
      validate: [{ kind: 'range', min: 1, max: 10_000_000 }],
      help: 'That many separate messages.',
    },
    Priority: {
      type: 'enum',
      enumName: 'Hubshell.Sandbox.MessagePriority',
      values: ['High', 'Normal', 'Low'],
      default: 'Normal',
      help: 'Priority.',
    },
    Server: {
      type: 'string',
      help: 'Mapi: the transport server that gets the submission. Smtp: the server to connect to.',
    },
    Via: {
      type: 'enum',
      enumName: 'Hubshell.Sandbox.SubmissionWay',
      values: ['Mapi', 'Smtp'],
      help: 'By submission of the mailbox server, or by an SMTP session.',
    },
    Port: { type: 'int', validate: [{ kind: 'range', min: 1, max: 65_535 }], help: 'Smtp with -Server: the port.' },
    SourceAddress: { type: 'ipaddress', help: 'Smtp: the address the session comes from.' },
  },
  outputs: ['System.String'],
  examples: [
    {
      title: 'Mail from one user to another',
      script: 'Send-SandboxMessage -From alice@contoso.com -To kenji@contoso.com -Subject hello',
    },
    {
      title: 'A moderator approves what was sent to a moderated group',
      setup:
        'Set-DistributionGroup sales -ModerationEnabled $true -ModeratedBy carol; Send-SandboxMessage alice sales -Subject plan; Step-SandboxClock -Minutes 1',
      script:
        '$request = Get-SandboxMailboxItem carol -Folder Inbox | Where-Object Kind -eq ModerationRequest\nSend-SandboxMessage carol $request.From -Subject "Approve: $($request.Subject)" | Out-Null\nStep-SandboxClock -Minutes 1; (Get-SandboxMailboxItem bob).Subject',
      output: 'plan',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { From: from, To: to } = cmdlet.args;
      if (!cmdlet.shouldProcess(`${from} -> ${(to as string[]).join(', ')}`)) return;
      const result = attempt(cmdlet, from, () => worldOf(cmdlet).apply(submission(cmdlet)));
      cmdlet.writeAll(result?.messageIds ?? []);
    },
  }),
});
