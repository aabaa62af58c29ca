// The settings of an outside host as parameters of New- and Set-SandboxHost.

import type { CmdletContext, ParameterDefinition } from '../../../src/runtime/cmdlet.ts';
import type { HostView } from '../../../src/transport/views.ts';
import type { HostSettings } from '../../../state/schema/inputs.ts';
import { millisecondsOf } from '../../exchange/support/times.ts';
import { changeList } from './lists.ts';

const behaviors = ['Accept', 'Refuse', 'Timeout', 'Drop', 'TempFail', 'PermFail', 'Greylist'];
const stages = ['Connect', 'Ehlo', 'MailFrom', 'RcptTo', 'Data', 'EndOfData'];
const tlsModes = ['None', 'Optional', 'Required', 'Broken'];

const enumeration = (enumName: string, values: string[], help: string): ParameterDefinition => ({
  type: 'enum',
  enumName: `Hubshell.Sandbox.${enumName}`,
  values,
  help,
});

export const hostSettingParameters: Record<string, ParameterDefinition> = {
  Online: { type: 'bool', help: 'Switched on or off; connections to one that is off time out.' },
  Behavior: enumeration('HostBehavior', behaviors, 'What it does with mail.'),
  FailAt: enumeration('HostFailAt', stages, 'Where TempFail and PermFail refuse.'),
  ReplyText: { type: 'string', validate: [{ kind: 'allowNull' }], help: 'The reply that TempFail and PermFail give.' },
  GreylistDelay: { type: 'timespan', help: 'How long Greylist refuses first.' },
  BlockList: {
    type: 'object',
    validate: [{ kind: 'allowNull' }],
    help: 'Senders, domains, addresses and ranges it refuses with 5xx.',
  },
  RequirePtr: { type: 'bool', help: 'Refuses clients whose address has no PTR record.' },
  RequireSenderMx: { type: 'bool', help: 'Refuses senders whose domain has neither MX nor A.' },
  RequireSpf: { type: 'bool', help: "Refuses clients that the sender domain's SPF record does not allow." },
  MaxHeaderKB: { type: 'int', help: 'Refuses larger headers; 0 for no limit.' },
  Mailboxes: {
    type: 'object',
    validate: [{ kind: 'allowNull' }],
    help: 'The recipients that exist; empty for all.',
  },
  MaxMessageSizeKB: { type: 'int', help: 'Announces SIZE and refuses larger messages; 0 for no limit.' },
  ReplyDelay: { type: 'timespan', help: 'Waits before every reply.' },
  Tls: enumeration('HostTls', tlsModes, 'STARTTLS: none, offered, required, or broken.'),
};

/** The settings that were given; lists change those of `present`. */
export function boundHostSettings(cmdlet: CmdletContext, present: HostView | undefined): Partial<HostSettings> {
  const settings: Record<string, unknown> = {};
  const { args } = cmdlet;
  for (const name of ['Online', 'RequirePtr', 'RequireSenderMx', 'RequireSpf', 'MaxHeaderKB', 'MaxMessageSizeKB'])
    if (cmdlet.has(name)) settings[name] = args[name];
  for (const name of ['Behavior', 'FailAt', 'Tls']) if (cmdlet.has(name)) settings[name] = String(args[name]);
  if (cmdlet.has('ReplyText')) settings.ReplyText = args.ReplyText === '' ? null : args.ReplyText;
  if (cmdlet.has('GreylistDelay')) settings.GreylistDelayMs = millisecondsOf(args.GreylistDelay);
  if (cmdlet.has('ReplyDelay')) settings.ReplyDelayMs = millisecondsOf(args.ReplyDelay);
  for (const name of ['Domains', 'Addresses', 'BlockList', 'Mailboxes'] as const)
    if (cmdlet.has(name)) settings[name] = changeList(present?.[name] ?? [], args[name]);
  return settings as Partial<HostSettings>;
}
