// Each setting of Set-SendConnector that mail feels (facts 8.4; *Set-SendConnector*). What the other side hears stands in the send
// protocol log; what it refuses is the queue's last error.

import { describe, expect, it } from 'vitest';
import {
  atPartner,
  endSessions,
  logText,
  partnerHost,
  partnerQueue,
  settle,
  toPartner,
  typed,
} from './support/typed.ts';

endSessions();
const connector = 'Partner smart host';
const set = (parameters: string) => `Set-SendConnector '${connector}' ${parameters}`;
const said = `${logText('EX01', 'Hub\\ProtocolLog\\SmtpSend')} -join "\`n"`;
const lastError = `${partnerQueue}.LastError`;
const tried = 'Step-SandboxClock -Seconds 20';

/** Sends one message after a change, with a verbose log. */
function sent(change: string, host = ''): (script: string) => string {
  const run = typed();
  run(`${set('-ProtocolLoggingLevel Verbose')}; ${change}; ${host}; ${toPartner('one')}; ${tried}`);
  return run;
}

describe('the greeting', () => {
  it('is EHLO with the server’s name, with Fqdn the connector’s', () => {
    expect(sent('')(said)).toContain('>,EHLO EX01.contoso.com');
    const run = sent(set('-Fqdn mail.contoso.com'));
    expect(run(said)).toContain('>,EHLO mail.contoso.com');
    expect(run(atPartner)).toBe('one');
  });

  it('with ForceHELO is HELO, so without TLS', () => {
    const run = sent(set('-ForceHELO $true'));
    expect(run(said)).toContain('>,HELO EX01.contoso.com');
    expect(run(said)).not.toMatch(/EHLO|STARTTLS/);
    expect(run(atPartner)).toBe('one');
  });
});

describe('TLS', () => {
  const host = (tls: string) => `Set-SandboxHost ${partnerHost} -Tls ${tls}`;

  it('is used when it is offered, unless IgnoreSTARTTLS', () => {
    expect(sent('')(said)).toContain('>,STARTTLS');
    const run = sent(set('-IgnoreSTARTTLS $true'));
    expect(run(said)).not.toContain('>,STARTTLS');
    expect(run(atPartner)).toBe('one');
  });

  it('with RequireTLS keeps mail from a host without it', () => {
    const run = sent(set('-RequireTLS $true'), host('None'));
    expect(run(`${atPartner}; ${lastError}`)).toMatch(/^\n.*451 5\.7\.3 STARTTLS is required to send mail/);
    expect(run(`${host('Optional')}; Step-SandboxClock -Minutes 2; ${atPartner}`)).toBe('one');
  });

  it('with TlsAuthLevel DomainValidation wants a certificate for TlsDomain', () => {
    const level = '-RequireTLS $true -TlsAuthLevel DomainValidation';
    expect(sent(set(`${level} -TlsDomain adatum.com`))(atPartner)).toBe('one');
    const run = sent(set(`${level} -TlsDomain fabrikam.com`));
    expect(run(`${atPartner}; ${lastError}`)).toMatch(/^\n.*454 4\.7\.5/);
  });

  it('with TLSSendDomainSecureList and DomainSecureEnabled is demanded of that domain', () => {
    const change = `${set("-DNSRoutingEnabled $true -SmartHosts $null -AddressSpaces 'adatum.com;1' -DomainSecureEnabled $true -IgnoreSTARTTLS $false")}
      Set-TransportConfig -TLSSendDomainSecureList adatum.com; Set-SandboxHost mail.adatum.com -Tls None`;
    const run = typed();
    run(`${change}; Send-SandboxMessage alice x@adatum.com -Server EX01 | Out-Null; ${tried}`);
    expect(run('(Get-Queue -Server EX01 | ? NextHopDomain -eq adatum.com).LastError')).toContain(
      'STARTTLS is required',
    );
    expect(
      run(
        'Set-SandboxHost mail.adatum.com -Tls Optional; Step-SandboxClock -Minutes 2; @(Get-SandboxMailboxItem x@adatum.com).Count',
      ),
    ).toBe('1');
  });
});

describe('authentication', () => {
  it('that the smart host does not offer keeps the mail, and event 2017 says so', () => {
    const run = typed();
    run(`$password = ConvertTo-SecureString x -AsPlainText -Force; $credential = New-Object PSCredential 'user', $password
      ${set('-SmartHostAuthMechanism BasicAuth -AuthenticationCredential $credential')}; ${toPartner('one')}; ${tried}`);
    expect(run(`${lastError}; @(Get-WinEvent -LogName Application | ? Id -eq 2017).Count -gt 0`)).toMatch(
      /454 4\.7\.0 Temporary authentication failure[\s\S]*True$/,
    );
    expect(run(`${set('-SmartHostAuthMechanism None')}; Step-SandboxClock -Minutes 2; ${atPartner}`)).toBe('one');
  });
});

describe('the way out', () => {
  it('Port is where the connection goes', () => {
    const run = sent(set('-Port 2626'));
    expect(run(`${atPartner}; ${lastError}`)).toMatch(/^\n.*(Unable to connect|Failed to connect)/);
    expect(run(`${set('-Port 25')}; Step-SandboxClock -Minutes 2; ${atPartner}`)).toBe('one');
  });

  it('SmartHosts decides who gets the mail, also mail that waits', () => {
    const run = sent(
      '',
      `Set-SandboxHost ${partnerHost} -Online $false; New-SandboxHost relay.adatum.com -Domains '*' | Out-Null`,
    );
    run(`${set('-SmartHosts relay.adatum.com')}; Step-SandboxClock -Minutes 3`);
    expect(run('(Get-SandboxMailboxItem x@partner.adatum.com).Server')).toBe('relay.adatum.com');
  });

  it('a disabled connector is passed by', () => {
    const run = sent(set('-Enabled $false'));
    expect(
      run('(Get-MessageTrackingLog -EventId SEND | ? Source -eq SMTP).ConnectorId | Select-Object -Unique'),
    ).not.toContain(connector);
  });

  it('MaxMessageSize returns what is larger than every connector takes', () => {
    const run = typed();
    run(
      `Get-SendConnector | Set-SendConnector -MaxMessageSize 1MB -WarningAction SilentlyContinue; ${toPartner('big', '-SizeKB 2000')}; ${settle}`,
    );
    expect(run('(Get-SandboxMailboxItem alice -Folder Inbox -Body).Body')).toContain('5.3.4 ROUTING.SizeLimit');
  });

  it('FrontendProxyEnabled sends through Front End Transport, which must run', () => {
    const run = typed();
    run(
      `$WarningPreference = 'SilentlyContinue'; ${set('-FrontendProxyEnabled $true')}; ${toPartner('one')}; ${tried}`,
    );
    expect(run(atPartner)).toBe('one');
    run(
      `Stop-Service MSExchangeFrontEndTransport; Set-SandboxServer EX02 -Online $false; ${toPartner('two')}; ${tried}`,
    );
    expect(run(`${atPartner}; ${lastError}`)).toMatch(/^one\n.*FQDN=EX01.contoso.com/);
    expect(run(`Start-Service MSExchangeFrontEndTransport; Step-SandboxClock -Minutes 2; ${atPartner}`)).toBe(
      'one two',
    );
  });

  it('ErrorPolicies DowngradeDnsFailures tries a domain again that does not exist', () => {
    const mail =
      'Send-SandboxMessage alice x@nwtraders.msft | Out-Null; Step-SandboxClock -Minutes 2; ((Get-SandboxMailboxItem alice -Folder Inbox).Kind -join " ")';
    expect(typed()(mail)).toBe('FailureDsn');
    expect(
      typed()(`Set-SendConnector 'EdgeSync - Redmond to Internet' -ErrorPolicies DowngradeDnsFailures; $mail`),
    ).toBe('');
  });

  it('SourceIPAddress is the address that an Edge server comes from', () => {
    const run = typed('Fabrikam2010', 'EDGE10');
    run(`$WarningPreference = 'SilentlyContinue'; Set-TransportServer EDGE10 -InternalDNSAdapterGuid 00000000-0000-0000-0000-000000000000
      Set-SendConnector 'EdgeSync - HQ to Internet' -SourceIPAddress 10.0.0.10; Restart-Service MSExchangeTransport
      Set-SandboxHost (Get-SandboxHost -Domain adatum.com).Name -BlockList 10.0.0.10
      Send-SandboxMessage amy x@adatum.com | Out-Null; Step-SandboxClock -Minutes 10`);
    expect(run('(Get-SandboxHost -Domain adatum.com).Refused -gt 0')).toBe('True');
    run(`Set-SendConnector 'EdgeSync - HQ to Internet' -SourceIPAddress 0.0.0.0
      Send-SandboxMessage amy x@adatum.com | Out-Null; Step-SandboxClock -Minutes 10`);
    expect(run('@(Get-SandboxMailboxItem x@adatum.com).Count')).toBe('1');
  });
});
