// Rules of an Edge server: its own, typed on it, for mail that comes and goes.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const line = (text: string): string => test.run(text).trim();
const subjects = (mailbox: string): string =>
  line(`(Get-SandboxMailboxItem ${mailbox} | ? Folder -ne 'Sent Items' | Sort-Object Received).Subject -join ','`);
const mail = (text: string): void => void test.run(`Send-SandboxMessage ${text}; Step-SandboxClock -Minutes 30`);
beforeEach(() => void (test = openTestSession({ server: 'EDGE01', ui: { columns: 500 } })));
afterEach(() => test.dispose());

describe('Edge rules', () => {
  it('reject in the session with their own reply', () => {
    expect(
      test.run(
        "New-TransportRule R -SubjectContainsWords casino -SmtpRejectMessageRejectText 'No games' -SmtpRejectMessageRejectStatusCode 500 | Out-Null",
      ),
    ).toBe('');
    mail('pat@fabrikam.com bob@contoso.com -Subject casino');
    mail('pat@fabrikam.com bob@contoso.com -Subject hello');
    expect(subjects('bob')).toBe('hello');
    expect(line('(Get-AgentLog | ? Agent -eq "Edge Rule Agent").SmtpResponse')).toContain('500 5.7.1 No games');
  });

  it('change and delete what passes', () => {
    test.run("New-TransportRule R -FromScope NotInOrganization -PrependSubject '[outside] ' | Out-Null");
    test.run('New-TransportRule D -SubjectContainsWords junk -DeleteMessage $true | Out-Null');
    mail('pat@fabrikam.com bob@contoso.com -Subject hello');
    mail('pat@fabrikam.com bob@contoso.com -Subject junk');
    expect(subjects('bob')).toBe('[outside] hello');
  });

  it("are the Edge server's own, with fewer parts than a Hub's", () => {
    test.run('New-TransportRule R -SubjectContainsWords casino -DeleteMessage $true | Out-Null');
    expect(test.run('New-TransportRule X -SentTo bob@contoso.com -DeleteMessage $true')).toContain(
      "isn't available on Edge Transport servers",
    );
    expect(line('(Get-TransportRulePredicate SentTo -ErrorAction SilentlyContinue | Measure-Object).Count')).toBe('0');
    expect(line('(Get-TransportRule).Name')).toBe('R');
    expect(line('@(Invoke-Command -ComputerName EX01 { Get-TransportRule }).Count')).toBe('0');
    expect(
      line(
        'Invoke-Command -ComputerName EX01 { New-TransportRule R -SubjectContainsWords x -DeleteMessage $true | Out-Null }; (Get-TransportRule).SubjectContainsWords',
      ),
    ).toBe('casino');
  });

  it('write to the event log', () => {
    test.run("New-TransportRule R -SubjectContainsWords casino -LogEventText 'A game went by' | Out-Null");
    mail('pat@fabrikam.com bob@contoso.com -Subject casino');
    expect(line("(Get-WinEvent -FilterHashtable @{LogName='Application';Id=4000}).Message")).toBe('A game went by');
  });
});
