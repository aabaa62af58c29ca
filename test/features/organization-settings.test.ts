// Each setting of Set-TransportConfig, Set-RemoteDomain and Set-AcceptedDomain that mail feels (facts 3.2, 3.5, 4).

import { describe, expect, it } from 'vitest';
import { endSessions, partnerHost, partnerQueue, settle, toPartner, typed } from './support/typed.ts';

endSessions();
const config = (parameters: string) => `Set-TransportConfig ${parameters}`;
const inbox = (who: string, kind: string) =>
  `(Get-SandboxMailboxItem ${who} -Folder Inbox -Body | Where-Object Kind -eq ${kind})`;
const returned = `${inbox('alice', 'FailureDsn')}.Body`;
const unknown = 'Send-SandboxMessage alice nobody@contoso.com -Subject wrong | Out-Null';

describe('limits of the organisation', () => {
  it('MaxSendSize, MaxReceiveSize, MaxRecipientEnvelopeLimit return what exceeds them, unless the mailbox has a limit of its own', () => {
    const run = typed();
    run(`${config('-MaxSendSize 1MB -MaxReceiveSize 2MB -MaxRecipientEnvelopeLimit 2')}
      Send-SandboxMessage alice bob -SizeKB 1500 -Subject big | Out-Null; Send-SandboxMessage alice bob, carol, kenji -Subject many | Out-Null; ${settle}`);
    expect(run(`${returned} -join ' '`)).toMatch(/SendSizeLimit\.Org[\s\S]*5\.5\.3|5\.5\.3[\s\S]*SendSizeLimit\.Org/);
    run(`Send-SandboxMessage pat@fabrikam.com bob@contoso.com -SizeKB 3000 -Subject outside | Out-Null; ${settle}`);
    expect(run('(Get-SandboxMailboxItem pat@fabrikam.com -Body).Body')).toContain('5.2.3');
    run(
      `Set-Mailbox alice -MaxSendSize 5MB -RecipientLimits 10; Send-SandboxMessage alice bob, carol, kenji -SizeKB 1500 -Subject fits | Out-Null; ${settle}`,
    );
    expect(run('(Get-SandboxMailboxItem bob).Subject')).toBe('fits');
  });
});

describe('delivery reports', () => {
  it('InternalDelayDsnEnabled and ExternalDelayDsnEnabled let delay notices go', () => {
    const run = typed();
    const delayed = `Set-SandboxHost ${partnerHost} -Online $false; ${toPartner('late')}; Step-SandboxClock -Hours 5; @${inbox('alice', 'DelayDsn')}.Count`;
    run('Checkpoint-Sandbox start | Out-Null');
    expect(run(delayed)).toBe('1');
    expect(run(`Restore-Sandbox start; ${config('-InternalDelayDsnEnabled $false')}; ${delayed}`)).toBe('0');
  });

  it('InternalDsnReportingAuthority, InternalDsnSendHtml, InternalDsnMaxMessageAttachSize shape them', () => {
    const run = typed();
    run(`${unknown}; ${settle}`);
    const usual = run(`${inbox('alice', 'FailureDsn')}.Eml`);
    expect(usual).toContain('text/html');
    expect(usual).toContain('Content-Type: message/rfc822');
    run(`${config('-InternalDsnReportingAuthority reports.contoso.com -InternalDsnSendHtml $false -InternalDsnMaxMessageAttachSize 64KB')}
      Send-SandboxMessage alice nobody@contoso.com -SizeKB 100 | Out-Null; ${settle}`);
    const changed = run(`@${inbox('alice', 'FailureDsn')}[-1].Eml`);
    expect(changed).toContain('Reporting-MTA: dns;reports.contoso.com');
    expect(changed).not.toContain('text/html');
    expect(changed).toContain('Content-Type: text/rfc822-headers');
  });

  it('ExternalPostmasterAddress is who writes to the outside', () => {
    const run = typed();
    const outside = `Send-SandboxMessage pat@fabrikam.com nobody@contoso.com -Server EX03 | Out-Null; ${settle}`;
    run(`${config('-ExternalPostmasterAddress help@contoso.com')}; ${outside}`);
    expect(run('(Get-SandboxMailboxItem pat@fabrikam.com).From')).toBe('help@contoso.com');
  });

  it('GenerateCopyOfDSNFor copies reports to the mailbox behind the Microsoft Exchange recipient', () => {
    const run = typed();
    const copies = `@${inbox('carol', 'FailureDsn')}.Count`;
    run(`Set-OrganizationConfig -MicrosoftExchangeRecipientReplyRecipient carol; ${unknown}; ${settle}`);
    expect(run(copies)).toBe('0');
    expect(run(`${config('-GenerateCopyOfDSNFor 5.1.1')}; ${unknown}; ${settle}; ${copies}`)).toBe('1');
    run(`Send-SandboxMessage alice x@nwtraders.msft | Out-Null; ${settle}`);
    expect(run(copies)).toBe('2');
  });

  it('JournalingReportNdrTo gets journal reports that nobody takes', () => {
    const run = typed();
    run(`New-JournalRule all -JournalEmailAddress gone@contoso.com -Scope Global -Enabled $true | Out-Null
      ${config('-JournalingReportNdrTo carol@contoso.com')}; Send-SandboxMessage alice bob | Out-Null; ${settle}`);
    expect(run(`@${inbox('carol', 'FailureDsn')}.Count`)).toBe('1');
  });
});

describe('shadow redundancy', () => {
  const shadows = '@(Get-MessageTrackingLog -ResultSize Unlimited -Server EX01 -EventId HAREDIRECT).Count';
  const mail = `Send-SandboxMessage alice bob -Server EX01 | Out-Null; ${settle}`;

  it('ShadowRedundancyEnabled holds from the next start of the service', () => {
    const run = typed();
    run(`$WarningPreference = 'SilentlyContinue'; ${mail}; ${config('-ShadowRedundancyEnabled $false')}; ${mail}`);
    expect(run(shadows)).toBe('2');
    expect(run(`Restart-Service MSExchangeTransport; ${mail}; ${shadows}`)).toBe('2');
  });

  it('MaxRetriesForLocalSiteShadow 0 makes none; RejectMessageOnShadowFailure refuses mail without a copy', () => {
    const run = typed();
    expect(
      run(`${config('-MaxRetriesForLocalSiteShadow 0')}; ${mail}; ${shadows}; @(Get-SandboxMailboxItem bob).Count`),
    ).toBe('0\n1');
    expect(
      run(
        `${config('-RejectMessageOnShadowFailure $true')}; ${mail}; @(Get-SandboxMailboxItem bob).Count; (Get-SandboxMailboxItem alice -Folder Drafts).Count`,
      ),
    ).toBe('1\n1');
    expect(
      run(
        `${config('-MaxRetriesForLocalSiteShadow 2')}; Step-SandboxClock -Minutes 5; @(Get-SandboxMailboxItem bob).Count`,
      ),
    ).toBe('2');
  });

  it('ShadowHeartbeatFrequency and ShadowResubmitTimeSpan say when a silent primary loses its mail', () => {
    const run = typed();
    run(`${config('-ShadowResubmitTimeSpan 00:20:00 -ShadowHeartbeatFrequency 00:01:00')}; Set-SandboxHost ${partnerHost} -Online $false
      ${toPartner('one')}; Step-SandboxClock -Minutes 1; Set-SandboxServer EX01 -Online $false; Set-SandboxHost ${partnerHost} -Online $true; Step-SandboxClock -Minutes 18`);
    expect(run('@(Get-SandboxMailboxItem x@partner.adatum.com).Count')).toBe('0');
    expect(run('Step-SandboxClock -Minutes 4; (Get-SandboxMailboxItem x@partner.adatum.com).Subject')).toBe('one');
  });

  it('ShadowMessageAutoDiscardInterval ends discard notices that nobody has asked for', () => {
    const kept = (interval: string) => {
      const run = typed();
      run(`${config(`-ShadowResubmitTimeSpan 12:00:00 -ShadowMessageAutoDiscardInterval ${interval}`)}; Send-SandboxMessage alice bob -Server EX01 | Out-Null
        Step-SandboxClock -Seconds 10; Set-SandboxLink EX01 EX02 -Up $false; Step-SandboxClock -Hours 2; Set-SandboxLink EX01 EX02 -Up $true; Step-SandboxClock -Minutes 5`);
      return run(
        '[int](Get-Queue -Server EX02 | ? DeliveryType -eq ShadowRedundancy | Measure-Object MessageCount -Sum).Sum',
      );
    };
    expect(kept('2.00:00:00')).toBe('0');
    expect(kept('01:00:00')).toBe('1');
  });
});

describe('remote domains', () => {
  const outside = `Send-SandboxMessage pat@fabrikam.com nobody@contoso.com -Server EX03 | Out-Null; ${settle}`;
  const reports = '@(Get-SandboxMailboxItem pat@fabrikam.com -Body)';

  it('NDREnabled and NDRDiagnosticInfoEnabled decide about reports to the outside', () => {
    const run = typed();
    run(`Set-RemoteDomain Default -NDRDiagnosticInfoEnabled $false; ${outside}`);
    expect(run(`${reports}.Count; ${reports}[0].Body`)).toMatch(/^1\n(?![\s\S]*Diagnostic information)/);
    expect(run(`Set-RemoteDomain Default -NDREnabled $false; ${outside}; ${reports}.Count`)).toBe('1');
    expect(run(`New-RemoteDomain fabrikam -DomainName fabrikam.com | Out-Null; ${outside}; ${reports}.Count`)).toBe(
      '2',
    );
  });
});

describe('accepted domains', () => {
  it('DomainType decides what becomes of recipients that nobody has', () => {
    const run = typed();
    run(
      `New-AcceptedDomain other -DomainName adatum.com -DomainType Authoritative | Out-Null; Send-SandboxMessage alice x@adatum.com | Out-Null; ${settle}`,
    );
    expect(run(returned)).toContain('550 5.1.1 RESOLVER.ADR.RecipNotFound; not found');
    run(
      `Set-AcceptedDomain other -DomainType InternalRelay; New-SendConnector -Name relay -AddressSpaces adatum.com -SourceTransportServers EX01 -DNSRoutingEnabled $true | Out-Null; Send-SandboxMessage alice x@adatum.com | Out-Null; ${settle}`,
    );
    expect(run('@(Get-SandboxMailboxItem x@adatum.com).Count')).toBe('1');
  });

  it('MakeDefault is the postmaster’s domain', () => {
    const run = typed();
    run(
      `Set-AcceptedDomain subsidiary.contoso.com -MakeDefault $true; Send-SandboxMessage pat@fabrikam.com nobody@contoso.com -Server EX03 | Out-Null; ${settle}`,
    );
    expect(run('(Get-SandboxMailboxItem pat@fabrikam.com).From')).toBe('postmaster@subsidiary.contoso.com');
  });
});

describe('a queue that waits', () => {
  it('shows the last error that the settings led to', () => {
    const run = typed();
    run(
      `Set-SandboxHost ${partnerHost} -Behavior TempFail -FailAt MailFrom -ReplyText '451 4.7.1 Later'; ${toPartner('one')}; Step-SandboxClock -Minutes 1`,
    );
    expect(run(`${partnerQueue}.LastError`)).toContain('451 4.7.1 Later');
  });
});
