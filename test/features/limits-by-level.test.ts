// Sizes and numbers of recipients: each level that has a limit, and the code that a sender sees (facts 3.4, 3.5).

import { describe, expect, it } from 'vitest';
import { endSessions, settle, typed } from './support/typed.ts';

endSessions();
const send = (more: string) => `Send-SandboxMessage alice ${more} -Server EX01 | Out-Null; ${settle}`;
const reason = `if ((Get-SandboxMailboxItem alice -Folder Inbox -Body | ? Kind -eq FailureDsn | select -Last 1).Body -match "returned '([^']*)'") { $Matches[1] }`;
const quiet = "$WarningPreference = 'SilentlyContinue'";

const sizes: [level: string, setting: string, mail: string, code: string][] = [
  ['the organisation', 'Set-TransportConfig -MaxSendSize 1MB', 'bob', '550 5.2.3 RESOLVER.RST.SendSizeLimit.Org'],
  ['the sender', 'Set-Mailbox alice -MaxSendSize 1MB', 'bob', '550 5.2.3 RESOLVER.RST.SendSizeLimit.Sender'],
  ['the recipient', 'Set-Mailbox bob -MaxReceiveSize 1MB', 'bob', '550 5.2.3 RESOLVER.RST.RecipSizeLimit'],
  ['the group', 'Set-DistributionGroup sales -MaxReceiveSize 1MB', 'sales', '550 5.2.3 RESOLVER.RST.RecipSizeLimit'],
  [
    'the Send connectors',
    'Get-SendConnector | Set-SendConnector -MaxMessageSize 1MB',
    'x@fabrikam.com',
    '550 5.3.4 ROUTING.SizeLimit',
  ],
  ['the site link', 'Get-ADSiteLink | Set-ADSiteLink -MaxMessageSize 1MB', 'kenji', '550 5.3.4 ROUTING.SizeLimit'],
];

describe('a message that is too large', () => {
  it.each(sizes)('for %s is returned, a smaller one goes', (_, setting, to, code) => {
    const run = typed();
    run(`${quiet}; ${setting}; ${send(`${to} -SizeKB 2000`)}`);
    expect(run(reason)).toContain(code);
    expect(
      run(`${send(`${to} -SizeKB 500`)}; @(Get-SandboxMailboxItem alice -Folder Inbox | ? Kind -eq FailureDsn).Count`),
    ).toBe('1');
  });

  it('for the Receive connector is refused at MAIL FROM and at the end of data', () => {
    const run = typed();
    run(`${quiet}; Set-ReceiveConnector 'EX03\\Default Frontend EX03' -MaxMessageSize 64KB`);
    expect(run("'ehlo there', 'mail from:<pat@fabrikam.com> SIZE=100000', 'quit' | telnet EX03 25")).toContain(
      '552 5.3.4 Message size exceeds fixed maximum message size',
    );
  });

  it('a system message passes every limit', () => {
    const run = typed();
    run(
      `${quiet}; Set-Mailbox alice -MaxReceiveSize 1KB; Set-TransportConfig -MaxReceiveSize 64KB; ${send('nobody@contoso.com')}`,
    );
    expect(run('(Get-SandboxMailboxItem alice -Folder Inbox).Kind')).toBe('FailureDsn');
  });
});

describe('too many recipients', () => {
  const three = 'bob, carol, kenji';

  it('for the organisation are returned; the sender’s own limit goes first', () => {
    const run = typed();
    run(`Set-TransportConfig -MaxRecipientEnvelopeLimit 2; ${send(three)}`);
    expect(run(reason)).toContain('550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients');
    expect(
      run(
        `Set-Mailbox alice -RecipientLimits 5; ${send(`${three} -Subject fits`)}; (Get-SandboxMailboxItem bob).Subject`,
      ),
    ).toBe('fits');
  });

  it('a group counts as one', () => {
    const run = typed();
    run(`Set-TransportConfig -MaxRecipientEnvelopeLimit 1; ${send('sales -Subject group')}`);
    expect(run('(Get-SandboxMailboxItem bob).Subject')).toBe('group');
  });

  it('for the Receive connector are refused one by one', () => {
    const run = typed();
    run(
      `${quiet}; Set-ReceiveConnector 'EX03\\Default Frontend EX03' -MaxRecipientsPerMessage 1; Set-ReceiveConnector 'EX03\\Default EX03' -MaxRecipientsPerMessage 1`,
    );
    expect(
      run(
        "'ehlo there', 'mail from:<pat@fabrikam.com>', 'rcpt to:<kenji@contoso.com>', 'rcpt to:<yuki@contoso.com>', 'quit' | telnet EX03 25",
      ),
    ).toMatch(/250 2\.1\.5 Recipient OK\n452 4\.5\.3 Too many recipients/);
  });
});
