// Actions of transport rules, typed, and what becomes of mail.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const line = (text: string): string => test.run(text).trim();
const subjects = (mailbox: string): string =>
  line(`(Get-SandboxMailboxItem ${mailbox} | ? Folder -ne 'Sent Items' | Sort-Object Received).Subject -join ','`);
const rule = (text: string): void => expect(test.run(`New-TransportRule ${text} | Out-Null`)).toBe('');
const mail = (text: string): void => void test.run(`Send-SandboxMessage ${text}; Step-SandboxClock -Minutes 5`);
const body = (mailbox: string, property = 'Body'): string =>
  line(`(Get-SandboxMailboxItem ${mailbox} -Body | ? Folder -ne 'Sent Items' | Sort-Object Received)[-1].${property}`);
beforeEach(() => void (test = openTestSession({ ui: { columns: 500 } })));
afterEach(() => test.dispose());

describe('reject, delete, redirect', () => {
  it('rejects with the text and the code of the rule', () => {
    rule(
      "R -SubjectContainsWords secret -RejectMessageReasonText 'Keep it quiet' -RejectMessageEnhancedStatusCode 5.7.910",
    );
    mail("alice bob -Subject 'a secret'");
    expect(subjects('bob')).toBe('');
    expect(body('alice')).toContain('Keep it quiet');
    expect(body('alice')).toContain('550 5.7.910 TRANSPORT.RULES.RejectMessage; the message was rejected');
    expect(line('(Get-TransportService | Get-MessageTrackingLog -EventId FAIL -Source AGENT).Count')).toBe('1');
  });

  it('deletes without a word', () => {
    rule('R -SubjectContainsWords secret -DeleteMessage $true');
    mail('alice bob -Subject secret');
    expect([subjects('bob'), subjects('alice')]).toEqual(['', '']);
  });

  it('redirects, also for one recipient of several', () => {
    rule('R -SentTo bob -RedirectMessageTo kenji');
    mail('alice bob, carol -Subject hello');
    expect([subjects('bob'), subjects('carol'), subjects('kenji')]).toEqual(['', 'hello', 'hello']);
    expect(
      line(
        '(Get-TransportService | Get-MessageTrackingLog -EventId REDIRECT -ResultSize Unlimited | ? Source -eq AGENT).Recipients',
      ),
    ).toBe('kenji@contoso.com');
  });

  it('rejects for one recipient and lets the other have it', () => {
    rule("R -SentTo bob -RejectMessageReasonText 'Not to Bob'");
    mail('alice bob, carol -Subject hello');
    expect([subjects('bob'), subjects('carol')]).toEqual(['', 'hello']);
    expect(body('alice')).toContain('Not to Bob');
  });
});

describe('further recipients', () => {
  it('stand in the header, or hidden', () => {
    rule('To -From alice -AddToRecipients carol');
    rule('Cc -From alice -CopyTo kenji');
    rule('Bcc -From alice -BlindCopyTo yuki, pat@fabrikam.com');
    mail('alice bob -Subject hello');
    for (const who of ['bob', 'carol', 'kenji', 'yuki', 'pat@fabrikam.com']) expect(subjects(who)).toBe('hello');
    expect(line("(Get-SandboxMailboxItem bob).To -join ','")).toBe('bob@contoso.com,carol@contoso.com');
    expect(line("(Get-SandboxMailboxItem bob).Cc -join ','")).toBe('kenji@contoso.com');
  });

  it('are the manager of the sender', () => {
    test.run('Set-User alice -Manager carol');
    rule('R -From alice -AddManagerAsRecipientType Cc');
    mail('alice bob -Subject hello');
    expect(subjects('carol')).toBe('hello');
  });

  it('wait for a moderator', () => {
    rule('R -SubjectContainsWords offer -ModerateMessageByUser carol');
    mail("alice bob -Subject 'an offer'");
    expect(subjects('bob')).toBe('');
    expect(subjects('carol')).toContain('Approval Requested: an offer');
    const arbitration = line('(Get-SandboxMailboxItem carol -Folder Inbox).From');
    mail(`carol '${arbitration}' -Subject 'Approve: Approval Requested: an offer'`);
    expect(subjects('bob')).toBe('an offer');
  });
});

describe('changes of the mail', () => {
  it('subject, header, level and disclaimer, with the same message id', () => {
    test.run('Set-User alice -Title Chief');
    rule("R -From alice -PrependSubject '[x] ' -SetHeaderName X-Checked -SetHeaderValue yes -SetSCL 3");
    rule("D -From alice -ApplyHtmlDisclaimerText '<p>Sent by %%Title%%<br>Confidential</p>'");
    const id = line('Send-SandboxMessage alice bob -Subject hello -Body text');
    test.run('Step-SandboxClock -Minutes 5');
    expect(subjects('bob')).toBe('[x] hello');
    expect(body('bob')).toBe('text\nSent by Chief\nConfidential');
    expect(body('bob', 'Eml')).toContain('X-Checked: yes');
    expect(body('bob', 'MessageId')).toBe(id);
    expect(
      line(
        '(Get-TransportService | Get-MessageTrackingLog -EventId AGENTINFO | ? { "$($_.EventData)" -like \'*PrependSubject*\' }).Count',
      ),
    ).toBe('1');
  });

  it('a disclaimer in front, and around what is signed', () => {
    rule("D -ApplyHtmlDisclaimerText 'Careful!' -ApplyHtmlDisclaimerLocation Prepend");
    mail('alice bob -Subject one -Body text');
    expect(body('bob')).toBe('Careful!\ntext');
    test.run(`Set-Content C:\\Mail.eml @('From: pat@fabrikam.com','To: bob@contoso.com','Subject: two','Content-Type: multipart/signed; boundary=x','','--x','','signed','--x--')
      Move-Item C:\\Mail.eml "$env:ExchangeInstallPath\\TransportRoles\\Pickup\\Mail.eml"; Step-SandboxClock -Minutes 2`);
    expect(body('bob')).toContain('Careful!');
  });

  it('a header field taken away; nothing is added twice', () => {
    rule('R -WithImportance High -RemoveHeader Importance -PrependSubject "FYI "');
    mail("alice bob -Subject 'FYI note' -Priority High");
    expect(subjects('bob')).toBe('FYI note');
    expect(body('bob', 'Eml')).not.toContain('Importance:');
  });

  it('a high level brings the mail to Junk E-mail', () => {
    rule('R -FromScope NotInOrganization -SetSCL 9');
    mail('pat@fabrikam.com bob@contoso.com -Subject cheap');
    expect(line('(Get-SandboxMailboxItem bob).Folder')).toBe('Junk E-mail');
  });
});

describe('reports', () => {
  it('an incident report goes to who is named, with the mail', () => {
    rule(
      'R -SubjectContainsWords secret -GenerateIncidentReport carol -IncidentReportContent Sender,Subject,AttachOriginalMail -SetAuditSeverity High',
    );
    mail('alice bob -Subject secret');
    expect(subjects('bob')).toBe('secret');
    expect(subjects('carol')).toBe('Rule detected - secret');
    expect(body('carol')).toContain('Sender: alice@contoso.com');
    expect(body('carol', 'Eml')).toContain('message/rfc822');
    expect(line('"$((Get-TransportService | Get-MessageTrackingLog -EventId AGENTINFO).EventData)"')).toContain(
      'sev=3',
    );
  });

  it('a sender may override a policy by the word in the subject', () => {
    rule('R -SubjectContainsWords secret -NotifySender RejectUnlessExplicitOverride');
    rule("Seen -HasSenderOverride $true -PrependSubject '! '");
    mail('alice bob -Subject secret');
    expect([subjects('bob'), subjects('alice')]).toEqual(['', expect.stringContaining('Undeliverable')]);
    mail("alice bob -Subject 'override: secret'");
    expect(subjects('bob')).toBe('! override: secret');
  });

  it('in the mode AuditAndNotify all that happens is that people are told', () => {
    rule('R -SubjectContainsWords secret -NotifySender RejectMessage -PrependSubject X -Mode AuditAndNotify');
    mail('alice bob -Subject secret');
    expect([subjects('bob'), subjects('alice')]).toEqual(['secret', 'Notification: secret']);
  });

  it('recipients and sender are told', () => {
    rule("R -SubjectContainsWords secret -GenerateNotification 'Take care' -NotifySender NotifyOnly");
    mail('alice bob -Subject secret');
    expect(subjects('bob').split(',').sort()).toEqual(['Notification: secret', 'secret']);
    expect(subjects('alice')).toBe('Notification: secret');
  });
});

describe('order and state of rules', () => {
  it('holds by priority, and stops where a rule says so', () => {
    rule("A -PrependSubject 'A'");
    rule("B -PrependSubject 'B' -Priority 0 -StopRuleProcessing $true");
    expect(line("(Get-TransportRule).Name -join ','")).toBe('B,A');
    mail('alice bob -Subject x');
    test.run('Set-TransportRule A -Priority 0');
    mail('alice bob -Subject y');
    expect(subjects('bob')).toBe('Bx,BAy');
    test.run('Remove-TransportRule A -Confirm:$false');
    expect(line('(Get-TransportRule B).Priority')).toBe('0');
  });

  it('not when disabled, audited, not yet active or expired', () => {
    rule("Off -PrependSubject '1' -Enabled $false");
    rule("Audit -PrependSubject '2' -Mode Audit");
    rule("Later -PrependSubject '3' -ActivationDate ((Get-Date).AddDays(1))");
    rule("Over -PrependSubject '4' -ExpiryDate ((Get-Date).AddHours(1)) -ActivationDate ((Get-Date).AddHours(-1))");
    mail('alice bob -Subject one');
    test.run('Step-SandboxClock -Days 2; Enable-TransportRule Off');
    mail('alice bob -Subject two');
    expect(subjects('bob')).toBe('4one,31two');
    expect(
      line(
        '(Get-TransportService | Get-MessageTrackingLog -EventId AGENTINFO | ? { "$($_.EventData)" -like \'*mode=Audit*\' }).Count',
      ),
    ).toBe('2');
    test.run('Disable-TransportRule Off -Confirm:$false; Set-TransportRule Audit -Mode Enforce');
    mail('alice bob -Subject three');
    expect(subjects('bob')).toBe('4one,31two,32three');
  });

  it('errs for what can be no rule', () => {
    const fails = (text: string, expected: string): void =>
      expect(test.run(`New-TransportRule ${text}`)).toContain(expected);
    fails('R -SubjectContainsWords x', 'at least one action');
    fails("R -SubjectMatchesPatterns '(' -DeleteMessage $true", 'regular expression');
    fails('R -From nobody -DeleteMessage $true', "couldn't be found");
    fails('R -FromMemberOf alice -DeleteMessage $true', "isn't a group");
    fails('R -HeaderContainsWords x -DeleteMessage $true', 'must be used together');
    fails('R -RejectMessageEnhancedStatusCode 5.1.1', 'enhanced status code');
    fails('R -SetSCL 12', 'between -1 and 9');
    fails('R -Disconnect $true', 'Edge Transport');
    fails('R -DeleteMessage $true -Priority 5', 'priority');
    rule('R -DeleteMessage $true');
    fails('R -DeleteMessage $true', 'already');
    expect(test.run('Set-TransportRule nothing -Comments x')).toContain("couldn't be found");
  });

  it('is shown with its sentence and its parts', () => {
    rule(
      "R -From alice -SentToScope NotInOrganization -ExceptIfSubjectContainsWords 'public' -BlindCopyTo carol -Comments 'why'",
    );
    expect(line('(Get-TransportRule R).Description')).toBe(
      "If the message:\n\tIs received from 'alice@contoso.com'\n\tand Is sent to 'Outside the organization'\nTake the following actions:\n\tBlind carbon copy(Bcc) the message to 'carol@contoso.com'\nExcept if the message:\n\tIncludes these words in the message subject: 'public'",
    );
    expect(line('(Get-TransportRule R).From')).toBe('alice@contoso.com');
    expect(line("(Get-TransportRule R).Conditions -join ','")).toContain('FromPredicate');
    expect(line('(Get-TransportRule -Filter "Description -like \'*carol*\'").Name')).toBe('R');
    expect(line('Get-TransportRuleAction | Measure-Object | % Count')).toMatch(/^2\d$/);
    test.run('Set-TransportRule R -From $null');
    expect(line('(Get-TransportRule R).From -eq $null')).toBe('True');
  });

  it('holds only while the agent is enabled and loaded', () => {
    rule("R -PrependSubject 'A'");
    test.run(
      "Disable-TransportAgent 'Transport Rule Agent' -Confirm:$false; Restart-Service MSExchangeTransport; Step-SandboxClock -Minutes 2",
    );
    mail('alice bob -Server EX01 -Subject x');
    expect(subjects('bob')).toBe('x');
  });
});
