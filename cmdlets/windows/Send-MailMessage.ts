// Send-MailMessage: an SMTP session from the machine that the shell sits on.

import { type CmdletContext, defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { toText } from '../../src/runtime/convert.ts';
import { FileError } from '../../src/runtime/host.ts';
import type { PSCredential } from '../../src/runtime/types/families/credentials.ts';
import type { Value } from '../../src/runtime/values.ts';
import { type ComposedMail, composeMail } from './mail-composition.ts';
import { SmtpConversation, SmtpFailure } from './smtp-conversation.ts';

const smtpException = 'System.Net.Mail.SmtpException';

/** `Display <a@b>` or `a@b`: the address alone. */
function bareAddress(text: string): string {
  return /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.trim();
}

function attachmentsOf(cmdlet: CmdletContext, paths: string[]): ComposedMail['attachments'] {
  return paths.map((path) => {
    const full = cmdlet.engine.providers?.resolveFilePath(path) ?? path;
    try {
      return { name: full.split('\\').at(-1) ?? full, data: cmdlet.host.files.read(full) };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const message = `Could not find file '${full}'.`;
      const type = 'System.IO.FileNotFoundException';
      return cmdlet.fail(cmdlet.makeError(message, 'FileNotFoundException', 'ObjectNotFound', full, type));
    }
  });
}

function compose(cmdlet: CmdletContext, attachments: string[]): ComposedMail {
  const { args } = cmdlet;
  return {
    from: args.From,
    to: args.To ?? [],
    cc: args.Cc ?? [],
    replyTo: args.ReplyTo ?? [],
    subject: args.Subject ?? '',
    body: args.Body ?? '',
    html: args.BodyAsHtml ?? false,
    priority: args.Priority === undefined ? 'Normal' : (String(args.Priority) as ComposedMail['priority']),
    attachments: attachmentsOf(cmdlet, attachments),
    boundary: `--boundary_0_${cmdlet.host.random.nextUint32().toString(16)}`,
  };
}

/** What .NET's SmtpClient says of a reply code. */
const statusTexts: Record<string, string> = {
  421: 'Service not available, closing transmission channel.',
  450: 'Mailbox unavailable.',
  451: 'Error in processing.',
  452: 'Insufficient system storage.',
  500: 'Syntax error, command unrecognized.',
  501: 'Syntax error in parameters or arguments.',
  502: 'Command not implemented.',
  503: 'Bad sequence of commands.',
  504: 'Command parameter not implemented.',
  530: 'The SMTP server requires a secure connection or the client was not authenticated.',
  550: 'Mailbox unavailable.',
  551: 'User not local; please try a different path.',
  552: 'Exceeded storage allocation.',
  553: 'Mailbox name not allowed.',
  554: 'Transaction failed.',
};

function failureText(failure: SmtpFailure): string {
  if (failure.connect === 'unresolved') return 'Unable to connect to the remote server';
  if (failure.connect !== 'ok') return 'Failure sending mail.';
  const status = statusTexts[failure.reply.slice(0, 3)] ?? 'Error in processing.';
  return `${status} The server response was: ${failure.reply.slice(4)}`;
}

/** -UseSsl, and the server offers no STARTTLS. */
class InsecureServer {}

function send(cmdlet: CmdletContext, server: string, mail: ComposedMail): void {
  const { args } = cmdlet;
  const recipients = [...mail.to, ...mail.cc, ...((args.Bcc as string[] | undefined) ?? [])];
  const conversation = new SmtpConversation(cmdlet, server, args.Port ?? 25);
  try {
    if (args.UseSsl === true && !conversation.startTls()) throw new InsecureServer();
    const credential = args.Credential as PSCredential | undefined;
    if (credential !== undefined) conversation.authenticate(credential.userName, credential.network.password);
    conversation.command(`MAIL FROM:<${bareAddress(mail.from)}>`, '2');
    for (const recipient of recipients) conversation.command(`RCPT TO:<${bareAddress(recipient)}>`, '2');
    conversation.data(composeMail(mail));
    conversation.command('QUIT', '2');
  } finally {
    conversation.close();
  }
}

/** -SmtpServer, else $PSEmailServer. */
function serverOf(cmdlet: CmdletContext): string {
  const server = toText((cmdlet.args.SmtpServer ?? cmdlet.engine.valueOf('PSEmailServer') ?? '') as Value);
  if (server !== '') return server;
  const message =
    'The email cannot be sent because no SMTP server was specified. You must specify an SMTP server by using either the SmtpServer parameter or the $PSEmailServer variable.';
  return cmdlet.fail(
    cmdlet.makeError(message, 'SmtpHostIsNotSpecified', 'InvalidArgument', null, 'System.InvalidOperationException'),
  );
}

const priority = { type: 'enum', enumName: 'System.Net.Mail.MailPriority', values: ['Normal', 'Low', 'High'] };

export default defineCmdlet({
  name: 'Send-MailMessage',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Sends mail by SMTP from the machine that the shell sits on.',
  parameters: {
    To: { type: 'string[]', position: 0, pipeline: 'name', help: 'Recipients.' },
    Subject: { type: 'string', position: 1, aliases: ['sub'], pipeline: 'name', help: 'Subject.' },
    Body: { type: 'string', position: 2, pipeline: 'name', validate: [{ kind: 'allowEmptyString' }], help: 'Text.' },
    SmtpServer: {
      type: 'string',
      position: 3,
      aliases: ['ComputerName'],
      pipeline: 'name',
      help: 'Server to connect to.',
    },
    From: { type: 'string', mandatory: true, pipeline: 'name', help: 'Sender.' },
    Attachments: { type: 'string[]', aliases: ['PsPath'], pipeline: 'both', help: 'Files to attach.' },
    Bcc: { type: 'string[]', pipeline: 'name', help: 'Recipients that the header does not show.' },
    BodyAsHtml: { type: 'switch', aliases: ['BAH'], pipeline: 'name', help: 'The text is HTML.' },
    Cc: { type: 'string[]', pipeline: 'name', help: 'Recipients of copies.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Who sends.' },
    DeliveryNotificationOption: {
      type: 'string',
      aliases: ['DNO'],
      pipeline: 'name',
      help: 'Reports that are wanted.',
    },
    Encoding: {
      type: 'object',
      aliases: ['BE'],
      pipeline: 'name',
      help: 'Encoding of subject and text; UTF-8 is used where ASCII does not do.',
    },
    Port: { type: 'int', pipeline: 'name', default: '25', help: 'Port to connect to.' },
    Priority: { ...priority, pipeline: 'name', help: 'Priority.' },
    ReplyTo: { type: 'string[]', pipeline: 'name', help: 'Where answers go.' },
    UseSsl: { type: 'switch', pipeline: 'name', help: 'Encrypts the connection with STARTTLS.' },
  },
  examples: [
    {
      script:
        "Send-MailMessage -From monitor@contoso.com -To alice@contoso.com -Subject report -Body 'all is well' -SmtpServer EX01",
      output:
        "WARNING: The command 'Send-MailMessage' is obsolete. This cmdlet does not guarantee secure connections to SMTP servers. While there is no immediate replacement available in PowerShell, we recommend you do not use Send-MailMessage at this time. See https://aka.ms/SendMailMessage for more information.",
    },
  ],
  create(cmdlet) {
    const attachments: string[] = [];
    return {
      begin() {
        cmdlet.warning(
          "The command 'Send-MailMessage' is obsolete. This cmdlet does not guarantee secure connections to SMTP servers. While there is no immediate replacement available in PowerShell, we recommend you do not use Send-MailMessage at this time. See https://aka.ms/SendMailMessage for more information.",
        );
      },
      process() {
        attachments.push(...((cmdlet.args.Attachments as string[] | undefined) ?? []));
      },
      end() {
        const server = serverOf(cmdlet);
        try {
          send(cmdlet, server, compose(cmdlet, attachments));
        } catch (error) {
          if (!(error instanceof SmtpFailure) && !(error instanceof InsecureServer)) throw error;
          const message =
            error instanceof SmtpFailure ? failureText(error) : 'Server does not support secure connections.';
          cmdlet.error(cmdlet.makeError(message, 'SmtpException', 'InvalidOperation', server, smtpException));
        }
      },
    };
  },
});
