// Conditions and exceptions of transport rules: each typed as a rule that marks the subject, and mail that meets it or does not.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const line = (text: string): string => test.run(text).trim();
let count = 0;

/** Whether the rule marked the mail of this command, by the subject in the mailbox. */
function marks(conditions: string, send: string, mailbox = 'bob'): boolean {
  const subject = `mail ${(count += 1)} about taxes`;
  const made = test.run(`New-TransportRule Test ${conditions} -PrependSubject 'MARK ' | Out-Null`);
  expect(made).toBe('');
  test.run(`Send-SandboxMessage ${send} -Subject '${subject}' | Out-Null; Step-SandboxClock -Minutes 5`);
  const found = line(
    `(Get-SandboxMailboxItem ${mailbox} | ? { $_.Subject -like '*mail ${count} *' -and $_.Folder -ne 'Sent Items' }).Subject`,
  );
  test.run('Remove-TransportRule Test -Confirm:$false');
  expect(found).toContain(subject);
  return found.startsWith('MARK ');
}

beforeAll(() => {
  test = openTestSession({});
  test.run(`Set-User alice -Department Sales -Title 'Head of Sales' -Manager carol; Set-User bob -Department Sales -Manager alice
    Set-User kenji -Department Research; New-DistributionGroup Heads -Members alice | Out-Null`);
});
afterAll(() => test.dispose());

describe('conditions about the sender', () => {
  it.each([
    ['-From alice', 'alice bob', true],
    ['-From alice', 'carol bob', false],
    ['-FromMemberOf heads', 'alice bob', true],
    ['-FromMemberOf heads', 'carol bob', false],
    ['-FromScope InOrganization', 'carol bob', true],
    ['-FromScope NotInOrganization', 'carol bob', false],
    ['-FromScope NotInOrganization', 'pat@fabrikam.com bob@contoso.com', true],
    ["-FromAddressContainsWords 'fabrikam'", 'pat@fabrikam.com bob@contoso.com', true],
    ["-FromAddressMatchesPatterns '^p.t@'", 'pat@fabrikam.com bob@contoso.com', true],
    ["-SenderDomainIs 'fabrikam.com'", 'pat@fabrikam.com bob@contoso.com', true],
    ["-SenderADAttributeContainsWords 'Title:Head,Chief'", 'alice bob', true],
    ["-SenderADAttributeMatchesPatterns 'Department:^Re'", 'alice bob', false],
    ["-SenderIpRanges '192.168.0.0/16'", 'alice bob', true],
    ["-SenderIpRanges '10.99.0.0/16'", 'alice bob', false],
  ])('%s for %s: %s', (conditions, send, expected) => {
    expect(marks(conditions, send)).toBe(expected);
  });
});

describe('conditions about recipients', () => {
  it.each([
    ['-SentTo bob', 'alice bob', true],
    ['-SentTo carol', 'alice bob', false],
    ['-SentToMemberOf sales', 'alice bob', true],
    ['-SentToMemberOf tokyo', 'alice bob', false],
    ['-SentToScope InOrganization', 'alice bob', true],
    ['-SentToScope NotInOrganization', 'alice bob', false],
    ["-RecipientAddressContainsWords 'bob'", 'alice bob', true],
    ["-RecipientAddressMatchesPatterns '^b.b@'", 'alice bob', true],
    ["-RecipientDomainIs 'fabrikam.com'", 'alice bob', false],
    ["-RecipientADAttributeContainsWords 'Department:Sales'", 'alice bob', true],
    ['-SenderManagementRelationship Manager', 'alice bob', true],
    ['-SenderManagementRelationship DirectReport', 'alice bob', false],
    ['-ManagerForEvaluatedUser Recipient -ManagerAddresses alice', 'kenji bob', true],
    ['-ADComparisonAttribute Department', 'alice bob', true],
    ['-ADComparisonAttribute Department -ADComparisonOperator NotEqual', 'kenji bob', true],
    ['-BetweenMemberOf1 heads -BetweenMemberOf2 sales', 'alice bob', true],
    ['-BetweenMemberOf1 heads -BetweenMemberOf2 tokyo', 'alice bob', false],
    ['-AnyOfToHeader bob', 'alice bob', true],
    ['-AnyOfCcHeader carol', 'alice bob -Cc carol', true],
    ['-AnyOfToCcHeaderMemberOf tokyo', 'alice bob -Cc kenji', true],
    ["-AnyOfRecipientAddressContainsWords 'carol'", 'alice bob, carol', true],
  ])('%s for %s: %s', (conditions, send, expected) => {
    expect(marks(conditions, send)).toBe(expected);
  });

  it('see the members of a group, each by itself', () => {
    test.run("New-TransportRule Test -SentTo carol -PrependSubject 'MARK ' | Out-Null");
    test.run('Send-SandboxMessage alice sales -Subject both | Out-Null; Step-SandboxClock -Minutes 5');
    expect(line("(Get-SandboxMailboxItem bob | ? Subject -like '*both').Subject")).toBe('both');
    expect(line("(Get-SandboxMailboxItem carol | ? Subject -like '*both').Subject")).toBe('MARK both');
    test.run('Remove-TransportRule Test -Confirm:$false');
  });
});

describe('conditions about the mail', () => {
  it.each([
    ["-SubjectContainsWords 'taxes'", 'alice bob', true],
    ["-SubjectContainsWords 'tax'", 'alice bob', false],
    ["-SubjectMatchesPatterns 'tax'", 'alice bob', true],
    ["-SubjectOrBodyContainsWords 'blue moon'", "alice bob -Body 'a Blue moon rises'", true],
    ["-SubjectOrBodyMatchesPatterns '\\d{3}-\\d{4}'", "alice bob -Body 'call 555-1234'", true],
    ["-SubjectOrBodyMatchesPatterns '\\d{3}-\\d{4}'", "alice bob -Body 'call me'", false],
    ['-MessageSizeOver 100KB', 'alice bob -SizeKB 120', true],
    ['-MessageSizeOver 100KB', 'alice bob -SizeKB 20', false],
    ['-WithImportance High', 'alice bob -Priority High', true],
    ['-WithImportance High', 'alice bob', false],
    ["-HeaderContainsMessageHeader Importance -HeaderContainsWords 'high'", 'alice bob -Priority High', true],
    ["-HeaderMatchesMessageHeader From -HeaderMatchesPatterns 'alice'", 'alice bob', true],
    ['-SCLOver 5', 'alice bob', false],
    ['-HasNoClassification $true', 'alice bob', true],
    ['-MessageTypeMatches Signed', 'alice bob', false],
  ])('%s for %s: %s', (conditions, send, expected) => {
    expect(marks(conditions, send)).toBe(expected);
  });

  it('all must hold, and one exception suffices', () => {
    expect(marks("-From alice -SubjectContainsWords 'nothing'", 'alice bob')).toBe(false);
    expect(marks("-From alice -ExceptIfSubjectContainsWords 'taxes'", 'alice bob')).toBe(false);
    expect(marks('-From alice -ExceptIfSentTo carol', 'alice bob')).toBe(true);
    expect(marks('', 'alice bob')).toBe(true);
  });
});

describe('conditions about files', () => {
  const send = (conditions: string, file: string): string => {
    const subject = `file ${(count += 1)}`;
    test.run(`New-TransportRule Test ${conditions} -PrependSubject 'MARK ' | Out-Null`);
    test.run(
      `Set-Content C:\\${file} 'a red rose'; Send-MailMessage -From pat@fabrikam.com -To bob@contoso.com -Subject '${subject}' -Body text -SmtpServer EX01 -Attachments C:\\${file}; Step-SandboxClock -Minutes 5`,
    );
    test.run('Remove-TransportRule Test -Confirm:$false');
    return line(`(Get-SandboxMailboxItem bob | ? Subject -like '*${subject}').Subject`).replace(subject, '').trim();
  };

  it('by name, type, size and text', () => {
    expect(send("-AttachmentNameMatchesPatterns 'plan'", 'plan.txt')).toBe('MARK');
    expect(send("-AttachmentExtensionMatchesWords 'exe','ps1'", 'run.ps1')).toBe('MARK');
    expect(send("-AttachmentContainsWords 'red rose'", 'rose.txt')).toBe('MARK');
    expect(send("-AttachmentMatchesPatterns 'blue'", 'rose.txt')).toBe('');
    expect(send('-AttachmentSizeOver 1MB', 'rose.txt')).toBe('');
    expect(send('-AttachmentHasExecutableContent $true', 'run.exe')).toBe('MARK');
    expect(send('-AttachmentIsUnsupported $true', 'a.xyz')).toBe('MARK');
  });
});
