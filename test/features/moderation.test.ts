// Moderated recipients as users and administrators meet them: the request, the moderator's answer by mail, what the sender hears, who is
// exempt, and the recipients that only some may write to (*Moderated transport*; facts 3.4, 7.2).

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';
import { Scenario } from '../transport/support/scenario.ts';

let open: TestSession;
beforeEach(() => {
  open = openTestSession();
});
afterEach(() => open.dispose());
const run = (text: string) => open.run(text).trimEnd();

const moderated = 'Set-DistributionGroup sales -ModerationEnabled $true -ModeratedBy carol, kenji';
const settle = 'Step-SandboxClock -UntilIdle';
const approvals = `(Get-TransportService | Get-MessageTrackingLog -ResultSize Unlimited | Where-Object Source -eq APPROVAL).EventId | Where-Object { $_ -ne 'RECEIVE' }`;
const answer = (moderator: string, word: string, more = '') =>
  `$request = Get-SandboxMailboxItem ${moderator} -Folder Inbox | Where-Object Kind -eq ModerationRequest
   Send-SandboxMessage ${moderator} $request.From -Subject "${word}: $($request.Subject)" ${more} | Out-Null; ${settle}`;

describe('a moderated group', () => {
  it('asks its moderators, and an approval lets the message through and takes the request from the others', () => {
    run(`${moderated}; Send-SandboxMessage alice sales -Subject plan -Body 'the text' | Out-Null; ${settle}`);
    expect(run('@(Get-SandboxMailboxItem bob).Count')).toBe('0');
    expect(run('(Get-SandboxMailboxItem kenji).Subject')).toBe('Approval Requested: plan');
    expect(run('(Get-SandboxMailboxItem carol -Body).Body')).toContain('Approve: Approval Requested: plan');
    run(answer('carol', 'Approve'));
    expect(run('(Get-SandboxMailboxItem bob).Subject; (Get-SandboxMailboxItem bob).From')).toBe(
      'plan\nalice@contoso.com',
    );
    expect(
      run(
        '@(Get-SandboxMailboxItem kenji).Count; (Get-SandboxMailboxItem carol | ? Kind -eq ModerationRequest).Folder',
      ),
    ).toBe('0\nDeleted Items');
    expect(run(approvals)).toBe('INITMESSAGECREATED\nMODERATORAPPROVE');
  });

  it('passes a rejection and its reason on to the sender; the first answer counts', () => {
    run(`${moderated}; Send-SandboxMessage alice sales -Subject plan | Out-Null; ${settle}`);
    run(answer('kenji', 'Reject', "-Body 'not now'"));
    run(
      `Send-SandboxMessage carol 'SystemMailbox{1f05a927-3be2-4fb9-aa03-b59fe3b56f4c}@contoso.com' -Subject 'Approve: Approval Requested: plan' | Out-Null; ${settle}`,
    );
    expect(run('@(Get-SandboxMailboxItem bob).Count')).toBe('0');
    expect(run('$n = Get-SandboxMailboxItem alice -Folder Inbox -Body; $n.Subject; $n.Kind; $n.Body')).toMatch(
      /^Rejected: plan\nModerationNotice\n.*rejected by its moderator[\s\S]*not now/,
    );
    expect(run(approvals)).toBe('INITMESSAGECREATED\nMODERATORREJECT');
  });

  it('expires after two days, not a second earlier, and tells the sender as SendModerationNotifications says', () => {
    run(`${moderated}; Set-DistributionGroup tokyo -ModerationEnabled $true -ModeratedBy carol -SendModerationNotifications Never
      Send-SandboxMessage alice sales, tokyo -Subject plan | Out-Null; $sent = Get-Date; Step-SandboxClock -Seconds 10; Step-SandboxClock -Until $sent.AddDays(2)`);
    expect(run('@(Get-SandboxMailboxItem alice -Folder Inbox).Count')).toBe('0');
    expect(run('Step-SandboxClock -Seconds 10; (Get-SandboxMailboxItem alice -Folder Inbox).Subject')).toBe(
      'Expired: plan',
    );
    expect(run('@(Get-SandboxMailboxItem carol).Count')).toBe('0');
    expect(run(`${approvals} | Sort-Object -Unique`)).toBe('INITMESSAGECREATED\nMODERATIONEXPIRE');
  });

  it('Internal notifies only senders of the organisation', () => {
    run(`Set-DistributionGroup sales -ModerationEnabled $true -ModeratedBy carol -SendModerationNotifications Internal -RequireSenderAuthenticationEnabled $false
      Send-SandboxMessage pat@fabrikam.com sales@contoso.com -Subject outside | Out-Null; Send-SandboxMessage alice sales -Subject inside | Out-Null; Step-SandboxClock -Days 3`);
    expect(
      run('@(Get-SandboxMailboxItem pat@fabrikam.com).Count; (Get-SandboxMailboxItem alice -Folder Inbox).Subject'),
    ).toBe('0\nExpired: inside');
  });

  it('lets moderators, owners and exempt senders through at once', () => {
    run(`${moderated} -BypassModerationFromSendersOrMembers tokyo, alice
      'carol', 'yuki', 'alice' | ForEach-Object { Send-SandboxMessage $_ sales -Subject "from $_" } | Out-Null; ${settle}`);
    expect(run('(Get-SandboxMailboxItem bob).Subject | Sort-Object')).toBe('from alice\nfrom carol\nfrom yuki');
  });

  it('without anyone to ask gives the message back', () => {
    run(`Set-DistributionGroup sales -ModerationEnabled $true -ModeratedBy nobody -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
      Set-DistributionGroup sales -ModerationEnabled $true -ModeratedBy carol; Remove-Mailbox carol -Confirm:$false
      Send-SandboxMessage alice sales -Subject plan | Out-Null; ${settle}`);
    expect(run('(Get-SandboxMailboxItem alice -Folder Inbox).Subject')).toBe('Undeliverable: plan');
    expect(run(approvals)).toBe('INITMESSAGECREATED\nMODERATORSALLNDR');
  });

  it('in a moderated group asks again, unless the outer one bypasses nested moderation', () => {
    const scenario = new Scenario();
    const arbitration = 'SystemMailbox{1f05a927-3be2-4fb9-aa03-b59fe3b56f4c}@contoso.com';
    const approve = (moderator: string, subject: string) => {
      scenario.send(moderator, arbitration, `Approve: Approval Requested: ${subject}`);
      scenario.untilIdle();
    };
    const moderate = (group: string, moderator: string, more = {}) =>
      scenario.set('distributionGroup', group, { ModerationEnabled: true, ModeratedBy: [moderator], ...more });
    moderate('tokyo', 'yuki');
    moderate('sales', 'carol', { Members: ['bob', 'tokyo'] });
    scenario.send('alice', 'sales', 'one');
    scenario.untilIdle();
    approve('carol', 'one');
    expect([scenario.folder('bob'), scenario.folder('kenji')]).toEqual([['one'], []]);
    expect(scenario.folder('yuki')).toEqual(['Approval Requested: one']);
    approve('yuki', 'one');
    moderate('sales', 'carol', { BypassNestedModerationEnabled: true });
    scenario.send('alice', 'sales', 'two');
    scenario.untilIdle();
    approve('carol', 'two');
    expect(scenario.folder('kenji')).toEqual(['one', 'two']);
  });
});

describe('a moderated mailbox', () => {
  it('is asked for with the mail of a sandbox that was saved in between', () => {
    run(
      `Set-Mailbox bob -ModerationEnabled $true -ModeratedBy carol; Send-SandboxMessage alice bob -Subject plan | Out-Null; ${settle}`,
    );
    run(
      `Checkpoint-Sandbox held | Out-Null; Step-SandboxClock -Days 3; Restore-Sandbox held; ${answer('carol', 'Approve')}`,
    );
    expect(run('(Get-SandboxMailboxItem bob).Subject')).toBe('plan');
  });
});

describe('restricted recipients', () => {
  const returned = '(Get-SandboxMailboxItem alice -Folder Inbox -Body | ? Kind -eq FailureDsn).Body';

  it('AcceptMessagesOnlyFrom and its groups let only those through', () => {
    run(`Set-Mailbox bob -AcceptMessagesOnlyFrom carol; Set-Mailbox kenji -AcceptMessagesOnlyFromDLMembers sales
      Send-SandboxMessage carol bob, kenji -Subject ok | Out-Null; Send-SandboxMessage alice bob, kenji -Subject no | Out-Null; ${settle}`);
    expect(
      run('(Get-SandboxMailboxItem bob -Folder Inbox).Subject; (Get-SandboxMailboxItem kenji -Folder Inbox).Subject'),
    ).toBe('ok\nok');
    expect(run(returned)).toContain('550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized');
  });

  it('RejectMessagesFrom keeps them out, of a group with the group’s text', () => {
    run(
      `Set-DistributionGroup sales -RejectMessagesFromDLMembers allstaff; Send-SandboxMessage alice sales -Subject no | Out-Null; ${settle}`,
    );
    expect(run(returned)).toContain('550 5.7.1 RESOLVER.RST.NotAuthorizedToGroup; not authorized');
  });

  it('RequireSenderAuthenticationEnabled keeps outside senders out', () => {
    run(`Set-DistributionGroup tokyo -RequireSenderAuthenticationEnabled $true
      Send-SandboxMessage pat@fabrikam.com tokyo@contoso.com -Subject no | Out-Null; Send-SandboxMessage alice tokyo -Subject ok | Out-Null; ${settle}`);
    expect(run('(Get-SandboxMailboxItem kenji).Subject; (Get-SandboxMailboxItem pat@fabrikam.com -Body).Body')).toMatch(
      /^ok\n[\s\S]*550 5\.7\.1 RESOLVER\.RST\.AuthRequired; authentication required/,
    );
  });
});
