// Test-Mailflow: really sends a message and waits for it. Facts: outputs 5; *Test-Mailflow*.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { PSObject } from '../../src/runtime/values.ts';
import type { ConfigObject } from '../../state/schema/configuration.ts';
import { localName, waitMilliseconds, worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt, exchangeError, objectNotFound } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { serverNamed } from './support/servers.ts';
import { activeDatabase, systemMailbox } from './support/system-mailboxes.ts';
import { timeSpanOf } from './support/times.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.Monitoring.TestMailflowOutput';
/** Waiting times when the parameters say nothing; monitoring software waits less. */
const usual = { executionSeconds: 240, errorSeconds: 180 };
const monitored = { executionSeconds: 15, errorSeconds: 15 };
const stepMs = 250;
const arrivedFolders = ['Inbox', 'Junk E-mail'];

interface Target {
  address: string;
  /** Whether the message leaves the server that sends it. */
  remote: boolean;
}

function ofDatabase(cmdlet: CmdletContext, database: ConfigObject<'database'> | undefined, source: string): Target[] {
  const mailbox = database && systemMailbox(cmdlet, database);
  if (mailbox === undefined) return [];
  const remote = database!.properties.Server?.toLowerCase() !== source.toLowerCase();
  return [{ address: mailbox.properties.PrimarySmtpAddress, remote }];
}

function ofServer(cmdlet: CmdletContext, name: string, source: string): Target[] {
  const machine = serverNamed(cmdlet, name);
  return machine === undefined ? [] : ofDatabase(cmdlet, activeDatabase(cmdlet, machine), source);
}

/** Where the test messages go; errors of unknown targets are written. */
function targets(cmdlet: CmdletContext, source: string): Target[] {
  const { args } = cmdlet;
  if (cmdlet.has('TargetEmailAddress')) return [{ address: textOf(args.TargetEmailAddress), remote: true }];
  if (cmdlet.has('TargetMailboxServer')) return ofServer(cmdlet, textOf(args.TargetMailboxServer), source);
  if (cmdlet.has('TargetDatabase')) {
    const name = textOf(args.TargetDatabase);
    const database = worldOf(cmdlet).find('database', name) as ConfigObject<'database'> | undefined;
    if (database === undefined) cmdlet.error(objectNotFound(cmdlet, name));
    return ofDatabase(cmdlet, database, source);
  }
  if (!args.AutoDiscoverTargetMailboxServer) return ofServer(cmdlet, source, source);
  const servers = new Set(
    worldOf(cmdlet)
      .objects('database')
      .flatMap(({ properties }) => properties.Server ?? []),
  );
  return [...servers]
    .filter((server) => server.toLowerCase() !== source.toLowerCase())
    .sort()
    .flatMap((server) => ofServer(cmdlet, server, source));
}

/** Time until the message lies in the target's mailbox; undefined when it did not come in time, or came back. */
function latency(cmdlet: CmdletContext, from: string, to: string, messageId: string, limitMs: number) {
  const world = worldOf(cmdlet);
  const sent = world.now;
  const arrived = (): number | undefined =>
    world.mailboxItems(to)?.find((item) => item.messageId === messageId && arrivedFolders.includes(item.folder))
      ?.received;
  const cameBack = (): boolean =>
    (world.mailboxItems(from, 'Inbox') ?? []).some((item) => item.kind === 'FailureDsn' && item.received >= sent);
  for (;;) {
    const received = arrived();
    if (received !== undefined) return received - sent;
    if (cameBack() || world.now - sent >= limitMs) return undefined;
    waitMilliseconds(cmdlet, Math.min(stepMs, limitMs - (world.now - sent)));
    cmdlet.checkInterrupt();
  }
}

function test(cmdlet: CmdletContext, from: string, { address, remote }: Target): void {
  const { args } = cmdlet;
  const times = args.MonitoringContext ? monitored : usual;
  const limitMs = 1000 * (args.ExecutionTimeout ?? times.executionSeconds);
  const subject = `Test-Mailflow ${worldOf(cmdlet).now} 66c7004a-6860-44b2-983a-327aa3c9cfec`;
  const body = 'This is a Test-Mailflow message.';
  const sent = attempt(cmdlet, () =>
    worldOf(cmdlet).apply({ kind: 'submit', from, to: [address], subject, body, via: 'Mapi' }),
  );
  const messageId = sent?.messageIds?.[0];
  if (messageId === undefined) return;
  const taken = latency(cmdlet, from, address, messageId, limitMs);
  const good = taken !== undefined && taken <= 1000 * (args.ErrorLatency ?? times.errorSeconds);
  cmdlet.write(
    PSObject.of(
      {
        TestMailflowResult: good ? 'Success' : '*FAILURE*',
        MessageLatencyTime: timeSpanOf(taken ?? 0),
        IsRemoteTest: remote,
        Identity: '',
        IsValid: true,
        ObjectState: 'New',
      },
      typeName,
    ),
  );
}

export default exchangeCmdlet({
  name: 'Test-Mailflow',
  synopsis: 'Sends a message from the system mailbox of a server and waits until it has arrived.',
  defaultSet: 'SourceServer',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                        ServerIdParameter both null [AutoDiscoverTargetMailboxServer:0, TargetDatabase:0, TargetEmailAddress:0, TargetMailboxServer:0, SourceServer:0]  # The server that sends.
    AutoDiscoverTargetMailboxServer SwitchParameter [AutoDiscoverTargetMailboxServer!]  # To every other server with an active database.
    CrossPremises                   Boolean [CrossPremises!]  # Between this organisation and one online.
    TargetDatabase                  DatabaseIdParameter [TargetDatabase!]  # To the system mailbox of this database.
    TargetEmailAddress              String [TargetEmailAddress!]  # To this address.
    TargetMailboxServer             ServerIdParameter [TargetMailboxServer!]  # To the system mailbox of this server.
    ActiveDirectoryTimeout          Int32  # Seconds to wait for the directory.
    CrossPremisesExpirationTimeout  EnhancedTimeSpan [CrossPremises]
    CrossPremisesPendingErrorCount  Int32 [CrossPremises]
    DomainController                Fqdn null
    ErrorLatency                    Int32  # A message that takes more seconds is a failure.
    ExecutionTimeout                Int32  # Seconds to wait for the message.
    MonitoringContext               Boolean  # Waits as monitoring software does.
    TargetEmailAddressDisplayName   String null [TargetEmailAddress]  # A name for the address.
  `,
  outputs: [typeName],
  examples: [
    { script: '(Test-Mailflow EX01 -TargetMailboxServer EX03).TestMailflowResult', output: 'Success' },
    { script: '(Test-Mailflow -TargetEmailAddress nobody@contoso.com).TestMailflowResult', output: '*FAILURE*' },
  ],
  create: (cmdlet) => ({
    process() {
      if (cmdlet.args.CrossPremises) {
        const message =
          'This organization has no cross-premises configuration, so cross-premises mail flow cannot be tested.';
        cmdlet.error(exchangeError(cmdlet, 'invalidOperation', message));
        return;
      }
      const name = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : localName(cmdlet);
      const source = serverNamed(cmdlet, name);
      const database = source && activeDatabase(cmdlet, source);
      if (database === undefined || !confirmed(cmdlet, `Testing mail flow from server "${source!.name}".`)) return;
      const mailbox = systemMailbox(cmdlet, database);
      if (mailbox === undefined) return;
      for (const target of targets(cmdlet, source!.name)) test(cmdlet, mailbox.properties.PrimarySmtpAddress, target);
    },
  }),
});
