// What the settings of domains, notifications, event levels, Edge subscriptions and database copies do to mail.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';

let test: TestSession;
const run = (script: string): string => test.run(script).trim();
const later = (minutes = 2): string => run(`Step-SandboxClock -Minutes ${minutes}`);
const subjects = (mailbox: string): string[] =>
  run(`Get-SandboxMailboxItem ${mailbox} -Folder Inbox | ForEach-Object Subject`).split('\n').filter(Boolean);
const body = (mailbox: string): string => run(`(Get-SandboxMailboxItem ${mailbox} -Folder Inbox -Body)[-1].Body`);

beforeEach(() => {
  test = openTestSession();
});
afterEach(() => test.dispose());

describe('accepted domains', () => {
  it('InternalRelay: mail for recipients that the directory lacks goes on to its server; Authoritative: it comes back', () => {
    run('Send-SandboxMessage alice unknown@subsidiary.contoso.com -Subject relayed');
    later();
    expect(subjects('unknown@subsidiary.contoso.com')).toEqual(['relayed']);
    run('Set-AcceptedDomain subsidiary.contoso.com -DomainType Authoritative');
    run('Send-SandboxMessage alice unknown@subsidiary.contoso.com -Subject refused');
    later();
    expect(subjects('unknown@subsidiary.contoso.com')).toEqual(['relayed']);
    expect(subjects('alice')).toEqual(['Undeliverable: refused']);
    expect(body('alice')).toContain('550 5.1.1');
  });
  it('ExternalRelay: an Edge server takes mail for it from outside, and no longer once it is gone', () => {
    run('Send-SandboxMessage bob@fabrikam.com x@partner-relay.com -Subject one -Server EDGE01');
    later();
    expect(subjects('x@partner-relay.com')).toEqual(['one']);
    run('Remove-AcceptedDomain partner-relay.com -Confirm:$false');
    run('Send-SandboxMessage bob@fabrikam.com x@partner-relay.com -Subject two -Server EDGE01');
    later();
    expect(subjects('x@partner-relay.com')).toEqual(['one']);
  });
  it('a new domain is taken from outside, and its mailboxes get mail', () => {
    run('New-AcceptedDomain Wide -DomainName wideworldimporters.com');
    run("Set-Mailbox alice -EmailAddresses @{Add='alice@wideworldimporters.com'}");
    run('Send-SandboxMessage bob@fabrikam.com alice@wideworldimporters.com -Subject hello -Server EDGE01');
    later();
    expect(subjects('alice')).toEqual(['hello']);
  });
  it('-MatchSubDomains makes subdomains ours', () => {
    const send = (subject: string) =>
      run(`Send-SandboxMessage bob@fabrikam.com nobody@west.contoso.com -Subject ${subject} -Server EDGE01`);
    const refused = () => Number(run('(Get-SandboxHost mx1.fabrikam.com).Waiting'));
    send('before');
    later();
    expect(refused()).toBe(0);
    run('Set-AcceptedDomain contoso.com -MatchSubDomains $true');
    send('after');
    later();
    expect(subjects('bob@fabrikam.com')).toContain('Undeliverable: after');
  });
  it('the default domain is the one that notifications come from', () => {
    run('New-AcceptedDomain Wide -DomainName wideworldimporters.com | Set-AcceptedDomain -MakeDefault $true');
    run('Send-SandboxMessage bob@fabrikam.com nobody@contoso.com -Subject lost');
    later(5);
    expect(run('(Get-SandboxMailboxItem bob@fabrikam.com).From')).toBe('postmaster@wideworldimporters.com');
  });
});

describe('remote domains', () => {
  const lost = () => {
    run('Send-SandboxMessage bob@fabrikam.com nobody@contoso.com -Subject lost');
    later(5);
  };
  it('-NDREnabled $false: senders of the domain are told nothing', () => {
    lost();
    expect(subjects('bob@fabrikam.com')).toEqual(['Undeliverable: lost']);
    run('New-RemoteDomain Fabrikam -DomainName fabrikam.com | Set-RemoteDomain -NDREnabled $false');
    lost();
    expect(subjects('bob@fabrikam.com')).toEqual(['Undeliverable: lost']);
    run('Send-SandboxMessage ann@adatum.com nobody@contoso.com -Subject other');
    later(5);
    expect(subjects('ann@adatum.com')).toEqual(['Undeliverable: other']);
  });
  it('-NDRDiagnosticInfoEnabled $false: the report has no part for administrators', () => {
    lost();
    expect(body('bob@fabrikam.com')).toContain('Diagnostic information for administrators:');
    run('Set-RemoteDomain Default -NDRDiagnosticInfoEnabled $false');
    lost();
    expect(body('bob@fabrikam.com')).not.toContain('Diagnostic information for administrators:');
    expect(body('bob@fabrikam.com')).toContain('Delivery has failed to these recipients or groups:');
  });
});

describe('system messages', () => {
  it('a custom text stands in non-delivery reports of its code, inside only', () => {
    run("New-SystemMessage -DsnCode 5.1.1 -Internal $true -Language en -Text 'Call the <b>help desk</b>.'");
    run('Send-SandboxMessage alice nobody@contoso.com -Subject inside');
    run('Send-SandboxMessage bob@fabrikam.com nobody@contoso.com -Subject outside');
    later(5);
    expect(body('alice')).toContain('Call the help desk.');
    expect(body('bob@fabrikam.com')).not.toContain('help desk');
  });
  it('it can be changed, and is forgotten when it is removed; what was sent stays', () => {
    const report = (): string => {
      run('Send-SandboxMessage alice nobody@contoso.com');
      later();
      return body('alice');
    };
    run("New-SystemMessage -DsnCode 5.1.1 -Internal $true -Language en -Text 'first text'");
    expect(report()).toContain('first text');
    run("Set-SystemMessage 'en\\Internal\\5.1.1' -Text 'second text'");
    expect(report()).toContain('second text');
    run("Remove-SystemMessage 'en\\Internal\\5.1.1' -Confirm:$false");
    expect(report()).toContain("The email address you entered couldn't be found.");
    expect(run('(Get-SandboxMailboxItem alice -Folder Inbox -Body)[0].Body')).toContain('first text');
  });
  it('of another language only where that is the language of notifications', () => {
    run("New-SystemMessage -DsnCode 5.1.1 -Internal $true -Language de -Text 'unbekannt'");
    run('Send-SandboxMessage alice nobody@contoso.com');
    later();
    expect(body('alice')).not.toContain('unbekannt');
    run('Set-TransportConfig -InternalDsnDefaultLanguage de; Send-SandboxMessage alice nobody@contoso.com');
    later();
    expect(body('alice')).toContain('unbekannt');
  });
});

describe('event log levels', () => {
  const updates = (server: string): string =>
    run(
      `@(Get-WinEvent -LogName Application -ComputerName ${server} -ErrorAction SilentlyContinue | Where-Object Id -eq 16028).Count`,
    );

  it('an event of a higher level is written where it was asked for, and only there', () => {
    run('Set-TransportService EX01 -PoisonThreshold 3');
    expect(updates('EX01')).toBe('0');
    run("Set-EventLogLevel 'EX01\\MSExchangeTransport\\Configuration' -Level High");
    run('Set-TransportService EX01 -PoisonThreshold 4; Set-TransportService EX02 -PoisonThreshold 4');
    expect(updates('EX01')).toBe('1');
    expect(updates('EX02')).toBe('0');
    run("Set-EventLogLevel 'EX01\\MSExchangeTransport\\Configuration' -Level Lowest");
    run('Set-TransportService EX01 -PoisonThreshold 5');
    expect(updates('EX01')).toBe('1');
  });
});

describe('Edge subscriptions', () => {
  it('without one mail to the Internet has no way; a new one builds it again', () => {
    run('Remove-EdgeSubscription EDGE01 -Confirm:$false');
    expect(run('(Get-SendConnector EdgeSync*).Count')).toBe('0');
    run('Send-SandboxMessage alice bob@fabrikam.com -Subject out -Server EX01');
    later();
    expect(run('(Get-Queue Unreachable).MessageCount')).toBe('1');
    run('Invoke-Command -ComputerName EDGE01 { New-EdgeSubscription -FileName C:\\edge.xml -Force }');
    const warning = run(
      "New-EdgeSubscription -FileData ([byte[]](Get-Content '\\\\EDGE01\\C$\\edge.xml' -AsByteStream)) -Site Redmond | Out-Null",
    );
    expect(warning).toContain('be able to connect to that host on port 50636.');
    expect(run('(Get-SendConnector EdgeSync*).Name')).toBe(
      'EdgeSync - Inbound to Redmond\nEdgeSync - Redmond to Internet',
    );
    later(5);
    expect(subjects('bob@fabrikam.com')).toEqual(['out']);
    run('Send-SandboxMessage bob@fabrikam.com alice@contoso.com -Subject in -Server EDGE01');
    later(5);
    expect(subjects('alice')).toEqual(['in']);
  });
  it('-CreateInternetSendConnector $false leaves the way out to other connectors', () => {
    run('Remove-EdgeSubscription EDGE01 -Confirm:$false');
    run('Invoke-Command -ComputerName EDGE01 { New-EdgeSubscription -FileName C:\\edge.xml -Force }');
    run(
      "New-EdgeSubscription -FileData ([byte[]](Get-Content '\\\\EDGE01\\C$\\edge.xml' -AsByteStream)) -Site Redmond -CreateInternetSendConnector $false | Out-Null",
    );
    expect(run('(Get-SendConnector EdgeSync*).Name')).toBe('EdgeSync - Inbound to Redmond');
  });
  it('the file is good for a day', () => {
    run('Remove-EdgeSubscription EDGE01 -Confirm:$false');
    run('Invoke-Command -ComputerName EDGE01 { New-EdgeSubscription -FileName C:\\edge.xml -Force }');
    run('Step-SandboxClock -Hours 25');
    expect(
      run(
        "New-EdgeSubscription -FileData ([byte[]](Get-Content '\\\\EDGE01\\C$\\edge.xml' -AsByteStream)) -Site Redmond",
      ),
    ).toContain('has expired');
  });
  it('EdgeSync copies changes on its turns, or when it is told to, while it can', () => {
    later(1);
    run('New-AcceptedDomain Wide -DomainName wideworldimporters.com');
    const status = () => run('(Test-EdgeSynchronization).AcceptedDomainStatus');
    expect(status()).toBe('NotSynchronized');
    expect(run('(Start-EdgeSynchronization | Where-Object Type -eq Configuration).Added')).toBe('1');
    expect(status()).toBe('Synchronized');
    run('Set-RemoteDomain Default -NDREnabled $false');
    later(1);
    later(5);
    expect(run('(Test-EdgeSynchronization).RemoteDomainStatus')).toBe('Synchronized');
    run('Invoke-Command -ComputerName EDGE01 { Stop-Service ADAM_MSExchange -Force }');
    expect(run('(Test-EdgeSynchronization).SyncStatus')).toBe('Failed');
    expect(run("(Start-EdgeSynchronization).Result -join ','")).toBe('CouldNotConnect,CouldNotConnect');
  });
});

describe('database copies', () => {
  const active = () => run('(Get-MailboxDatabase DB01).Server');
  const crash = () => {
    run('Set-SandboxServer EX01 -Crash');
    later(5);
  };
  it('a copy takes over when its server fails', () => {
    crash();
    expect(active()).toBe('EX02');
  });
  it('a suspended one does not, and mail waits', () => {
    run("Suspend-MailboxDatabaseCopy 'DB01\\EX02' -ActivationOnly -Confirm:$false");
    crash();
    expect(active()).toBe('EX01');
    run('Send-SandboxMessage carol alice -Subject waiting');
    later();
    expect(subjects('alice')).toEqual([]);
  });
  it('a resumed one does again', () => {
    run("Suspend-MailboxDatabaseCopy 'DB01\\EX02' -Confirm:$false; Resume-MailboxDatabaseCopy 'DB01\\EX02'");
    crash();
    expect(active()).toBe('EX02');
  });
});

describe('settings of the session', () => {
  it('-RecipientViewRoot narrows what the recipient cmdlets show; -ViewEntireForest lifts it', () => {
    run("New-MailContact -Name Zoe -ExternalEmailAddress zoe@fabrikam.com -OrganizationalUnit 'contoso.com/Partners'");
    const all = Number(run('@(Get-MailContact).Count'));
    expect(all).toBeGreaterThan(1);
    run("Set-ADServerSettings -RecipientViewRoot 'contoso.com/Partners'");
    expect(run('(Get-MailContact).Name')).toBe('Zoe');
    expect(run('@(Get-MailContact -IgnoreDefaultScope).Count')).toBe(String(all));
    run('Set-ADServerSettings -ViewEntireForest $true');
    expect(run('@(Get-MailContact).Count')).toBe(String(all));
  });
});

describe('component states', () => {
  it('HubTransport Inactive: the tests of mail flow and health say so', () => {
    run('Set-ServerComponentState EX03 -Component HubTransport -Requester Maintenance -State Inactive');
    expect(run('(Test-Mailflow EX03 -ExecutionTimeout 30).TestMailflowResult')).toBe('*FAILURE*');
    expect(run('(Get-HealthReport EX03 -HealthSet HubTransport).State')).toBe('Offline');
    run('Set-ServerComponentState EX03 -Component HubTransport -Requester Maintenance -State Active');
    expect(run('(Test-Mailflow EX03).TestMailflowResult')).toBe('Success');
  });
  it('ServerWideOffline: every component but two is inactive, mail goes round the server', () => {
    run('Set-ServerComponentState EX01 -Component ServerWideOffline -Requester Maintenance -State Inactive');
    expect(run('(Get-ServerComponentState EX01 | Where-Object State -eq Active).Component -join ","')).toBe(
      'Monitoring,RecoveryActionsEnabled',
    );
    run('Send-SandboxMessage alice carol -Subject round');
    later();
    expect(subjects('carol')).toEqual(['round']);
  });
});

describe('tests of connectivity', () => {
  it('a stopped Front End is seen on its connectors only', () => {
    run('Stop-Service MSExchangeFrontEndTransport -Force');
    expect(
      run(
        "(Test-SmtpConnectivity EX01 | Where-Object StatusCode -ne 'Success').ReceiveConnector | Sort-Object -Unique",
      ),
    ).toBe('Client Frontend EX01\nDefault Frontend EX01\nOutbound Proxy Frontend EX01');
  });
  it('Test-Mailflow measures virtual time, and fails when nobody takes the mail', () => {
    expect(run('(Test-Mailflow EX01 -TargetMailboxServer EX03).MessageLatencyTime.TotalMilliseconds -gt 0')).toBe(
      'True',
    );
    run('Set-SandboxServer EX03 -Online $false');
    run('$before = Get-Date');
    expect(run('(Test-Mailflow EX01 -TargetDatabase DB03 -ExecutionTimeout 20).TestMailflowResult')).toBe('*FAILURE*');
    expect(run('((Get-Date) - $before).TotalSeconds -ge 20')).toBe('True');
  });
});

describe('exported messages', () => {
  it('delivered by the Replay directory, with their envelope', () => {
    run(
      'Suspend-Queue EX01\\Submission -Confirm:$false; Send-SandboxMessage alice bob -Bcc kenji -Subject copy -Server EX01',
    );
    later(1);
    expect(run("Get-Message -Filter {Subject -eq 'copy'} | Export-Message")).toContain("isn't suspended");
    run("Suspend-Message -Filter {Subject -eq 'copy'} -Confirm:$false");
    run("Get-Message -Filter {Subject -eq 'copy'} | Export-Message | AssembleMessage -Path C:\\copy.eml");
    expect(run('Get-Content C:\\copy.eml')).toContain('X-Receiver: <kenji@contoso.com>');
    run('Resume-Queue EX01\\Submission; Copy-Item C:\\copy.eml (Get-TransportService EX01).ReplayDirectoryPath');
    later();
    expect(subjects('bob')).toEqual(['copy']);
    expect(subjects('kenji')).toEqual(['copy']);
  });
});
