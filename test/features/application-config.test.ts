// EdgeTransport.exe.config: edited with the shell's own means, read at the next start of the service (facts 2); and the delayed
// acknowledgement of Exchange 2010 (facts 4.1).

import { describe, expect, it } from 'vitest';
import { endSessions, partnerHost, partnerQueue, settle, toPartner, typed } from './support/typed.ts';

endSessions();
const file = 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\Bin\\EdgeTransport.exe.config';
const change = (keys: Record<string, string>) =>
  `$WarningPreference = 'SilentlyContinue'; [xml]$config = Get-Content '${file}' -Raw; ${Object.entries(keys)
    .map(([key, value]) => `($config.configuration.appSettings.add | Where-Object key -eq ${key}).value = '${value}'`)
    .join('; ')}; Set-Content '${file}' $config.OuterXml`;
const restart = 'Restart-Service MSExchangeTransport';
const minutes = `$q = ${partnerQueue}; [int]($q.NextRetryTime - $q.LastRetryTime).TotalMinutes`;

describe('EdgeTransport.exe.config', () => {
  it('QueueGlitchRetryCount 0 goes straight to TransientFailureRetryInterval, from the next start on', () => {
    const run = typed();
    run(
      `${change({ QueueGlitchRetryCount: '0' })}; Set-SandboxHost ${partnerHost} -Behavior Refuse; ${toPartner('one')}; Step-SandboxClock -Seconds 5`,
    );
    expect(run(minutes)).toBe('1');
    expect(run(`${restart}; Step-SandboxClock -Seconds 5; ${minutes}`)).toBe('5');
  });

  it('MaxIdleTimeBeforeResubmit and MailboxDeliveryQueueRetryInterval hold for mailbox queues', () => {
    const run = typed();
    run(`${change({ MaxIdleTimeBeforeResubmit: '01:00:00', MailboxDeliveryQueueRetryInterval: '00:10:00' })}; ${restart}
      Dismount-Database DB01 -Confirm:$false; Send-SandboxMessage carol bob -Server EX01 | Out-Null; Step-SandboxClock -Seconds 30`);
    expect(
      run(
        '$q = Get-Queue | ? DeliveryType -eq SmtpDeliveryToMailbox | ? MessageCount -gt 0; [int]($q.NextRetryTime - $q.LastRetryTime).TotalMinutes',
      ),
    ).toBe('10');
    const resubmitted = '@(Trace-SandboxMessage (Get-Message).InternetMessageId | ? Rule -eq I2).Count -gt 0';
    expect(run(`Step-SandboxClock -Minutes 58; ${resubmitted}; Step-SandboxClock -Minutes 3; ${resubmitted}`)).toBe(
      'False\nTrue',
    );
  });

  it('SafetyNetHoldTimeInterval shortens what the server keeps', () => {
    const run = typed();
    run(`(Get-Content '${file}' -Raw).Replace('</appSettings>', '<add key="SafetyNetHoldTimeInterval" value="00:00:15" /></appSettings>') | Set-Content '${file}'
      $WarningPreference = 'SilentlyContinue'; ${restart}; Send-SandboxMessage carol bob -Server EX01 | Out-Null; Step-SandboxClock -Minutes 5
      Add-ResubmitRequest -Sender carol@contoso.com -StartTime (Get-Date).AddHours(-1) -EndTime (Get-Date) | Out-Null; Step-SandboxClock -Minutes 1`);
    expect(run('@(Get-MessageTrackingLog -EventId RESUBMIT).Count')).toBe('0');
  });
});

describe('priority queuing', () => {
  const three = ['Low', 'Normal', 'High'].map((priority) => toPartner(priority, `-Priority ${priority}`)).join('; ');
  const order = '((Get-SandboxMailboxItem x@partner.adatum.com).Subject -join " ")';
  const hold = `Suspend-Queue EX01\\Submission -Confirm:$false; ${three}; Step-SandboxClock -Seconds 10; Resume-Queue EX01\\Submission -Confirm:$false; ${settle}`;

  it('is off by default; switched on, High goes first and Low last', () => {
    expect(typed()(`${hold}; ${order}`)).toBe('Low Normal High');
    expect(typed()(`${change({ PriorityQueuingEnabled: 'true' })}; ${restart}; ${hold}; ${order}`)).toBe(
      'High Normal Low',
    );
  });

  it('gives each priority its own ages, and a large High message those of a Normal one', () => {
    const run = typed();
    run(`${change({ PriorityQueuingEnabled: 'true', MaxHighPriorityMessageSize: '100KB' })}; ${restart}; Set-SandboxHost ${partnerHost} -Online $false
      ${toPartner('small', '-Priority High')}; ${toPartner('large', '-Priority High -SizeKB 200')}; Step-SandboxClock -Hours 1`);
    const notices = "((Get-SandboxMailboxItem alice -Folder Inbox).Subject -join '; ')";
    expect(run(notices)).toBe('Delivery delayed:small');
    expect(run(`Step-SandboxClock -Hours 8; ${notices}`)).toBe(
      'Delivery delayed:small; Delivery delayed:large; Undeliverable: small',
    );
  });
});

describe('the delayed acknowledgement of Exchange 2010', () => {
  const accepted = `$from = Get-Date; 'ehlo there', 'mail from:<x@adatum.com>', 'rcpt to:<amy@fabrikam.com>', 'data', 'Subject: s', '', 'text', '.', 'quit' | telnet HUB01 25 | Out-Null; [int]((Get-Date) - $from).TotalSeconds`;

  it('waits for the mail to go on, at most MaxAcknowledgementDelay', () => {
    const run = typed('Fabrikam2010');
    run(
      `Set-ReceiveConnector 'HUB01\\Default HUB01' -PermissionGroups AnonymousUsers,ExchangeUsers,ExchangeServers -WarningAction SilentlyContinue`,
    );
    expect(Number(run(accepted))).toBeLessThan(5);
    expect(Number(run(`Suspend-Queue HUB01\\Submission -Confirm:$false; ${accepted}`))).toBeGreaterThanOrEqual(30);
    expect(
      Number(run(`Set-ReceiveConnector 'HUB01\\Default HUB01' -MaxAcknowledgementDelay 00:00:00; ${accepted}`)),
    ).toBeLessThan(5);
  });
});
