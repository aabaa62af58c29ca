// Journal rules and journaling databases, typed, and the reports that come of them.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const line = (text: string): string => test.run(text).trim();
const reports = (): string =>
  line(
    "(Get-SandboxMailboxItem carol -Folder Inbox | ? Kind -eq JournalReport | Sort-Object Received).Subject -join ','",
  );
const mail = (text: string): void => void test.run(`Send-SandboxMessage ${text}; Step-SandboxClock -Minutes 5`);
beforeEach(() => void (test = openTestSession({ ui: { columns: 500 } })));
afterEach(() => test.dispose());

describe('journal rules', () => {
  it('report the envelope, with the mail attached', () => {
    test.run('New-JournalRule All -JournalEmailAddress carol -Enabled $true | Out-Null');
    mail('alice sales -Cc kenji -Bcc yuki -Subject hello -Body text');
    expect(reports()).toBe('hello');
    const body = line('(Get-SandboxMailboxItem carol -Body | ? Kind -eq JournalReport).Body');
    for (const text of [
      'Sender: alice@contoso.com',
      'Subject: hello',
      'To: bob@contoso.com, Expanded: sales@contoso.com',
      'To: carol@contoso.com, Expanded: sales@contoso.com',
      'Cc: kenji@contoso.com',
      'Bcc: yuki@contoso.com',
    ])
      expect(body.split('\n')).toContain(text);
    expect(body).toMatch(/^Message-Id: <.*>$/m);
    const eml = line('(Get-SandboxMailboxItem carol -Body | ? Kind -eq JournalReport).Eml');
    expect(eml).toContain('X-MS-Journal-Report:');
    expect(eml).toContain('message/rfc822');
    expect(eml).toContain('From: alice@contoso.com');
  });

  it('by scope and recipient', () => {
    test.run('New-JournalRule R -JournalEmailAddress carol -Scope Internal -Enabled $true | Out-Null');
    mail('alice bob -Subject inside');
    mail('alice pat@fabrikam.com -Subject out');
    mail('pat@fabrikam.com bob@contoso.com -Subject in');
    expect(reports()).toBe('inside');
    test.run('Set-JournalRule R -Scope External');
    mail('alice bob -Subject inside2');
    mail('alice pat@fabrikam.com -Subject out2');
    mail('pat@fabrikam.com bob@contoso.com -Subject in2');
    expect(reports()).toBe('inside,out2,in2');
    test.run('Set-JournalRule R -Scope Global -Recipient tokyo@contoso.com');
    mail('alice bob -Subject no');
    mail('alice kenji -Subject yes');
    expect(reports()).toBe('inside,out2,in2,yes');
  });

  it('only while enabled', () => {
    test.run('New-JournalRule R -JournalEmailAddress carol | Out-Null');
    mail('alice bob -Subject one');
    expect(test.run('Enable-JournalRule R -WhatIf')).toContain('What if: Enabling journal rule "R".');
    test.run('Enable-JournalRule R');
    mail('alice bob -Subject two');
    test.run('Disable-JournalRule R -Confirm:$false');
    mail('alice bob -Subject three');
    expect(reports()).toBe('two');
    expect(test.run('New-JournalRule X -JournalEmailAddress nobody')).toContain("couldn't be found");
  });

  it('NDRs of reports go to JournalingReportNdrTo', () => {
    test.run('New-JournalRule R -JournalEmailAddress carol -Enabled $true | Out-Null');
    test.run('Set-TransportConfig -JournalingReportNdrTo kenji@contoso.com; Disable-Mailbox carol -Confirm:$false');
    mail('alice bob -Subject lost');
    expect(line('(Get-SandboxMailboxItem kenji -Folder Inbox).Kind')).toBe('FailureDsn');
  });
});

describe('journaling databases', () => {
  it('report mail of and for their mailboxes', () => {
    test.run('Set-MailboxDatabase DB03 -JournalRecipient carol');
    mail('alice bob -Subject no');
    mail('alice kenji -Subject to');
    mail('yuki bob -Subject from');
    expect(reports()).toBe('to,from');
    test.run('Set-MailboxDatabase DB03 -JournalRecipient $null');
    mail('yuki bob -Subject off');
    expect(reports()).toBe('to,from');
  });
});
