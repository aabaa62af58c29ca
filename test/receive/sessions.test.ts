// Who may connect and for how long, which connector answers, and what TLS and logons change (facts 8).

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Receiving, relay } from './receiving.ts';

let shell: Receiving;
const front = 'EX01 25';
const set = (parameters: string): void => void shell.type(`Set-ReceiveConnector EX01\\Relay ${parameters}`);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const login = (user: string): string[] => ['auth login', base64(user), base64('secret')];

beforeEach(() => {
  shell = new Receiving();
  shell.type(relay);
});
afterEach(() => shell.dispose());

describe('connections', () => {
  /** What a second connection hears while the first stays open. */
  const second = (): string | undefined =>
    shell.raw(`& { 'helo one'; ('helo two' | telnet ${front})[0] | Out-Host; 'noop' } | telnet ${front}`)[2];
  const ready = expect.stringMatching(/^220 /);

  it('MaxInboundConnection, -PerSource and -PercentagePerSource', () => {
    expect(second()).toEqual(ready);
    set('-MaxInboundConnectionPerSource 1');
    const client =
      '421 4.3.2 The maximum number of concurrent connections for this client has exceeded a limit, closing transmission channel';
    expect(second()).toBe(client);
    set(
      '-MaxInboundConnectionPerSource Unlimited -MaxInboundConnectionPercentagePerSource 100 -MaxInboundConnection 1',
    );
    expect(second()).toBe(
      '421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel',
    );
    set('-MaxInboundConnection 40');
    expect(second()).toEqual(ready);
    set('-MaxInboundConnectionPercentagePerSource 2');
    expect(second()).toBe(client);
  });

  it('ConnectionInactivityTimeout and ConnectionTimeout', () => {
    const pauses = (...seconds: number[]): string =>
      shell
        .raw(`& { ${seconds.map((count) => `'noop'; Start-Sleep ${count}`).join('; ')}; 'noop' } | telnet ${front}`)
        .at(-1)!;
    expect(pauses(200)).toBe('250 2.0.0 OK');
    set('-ConnectionInactivityTimeout 00:03:00');
    expect(pauses(170)).toBe('250 2.0.0 OK');
    expect(pauses(190)).toBe('Connection to host lost.');
    expect(pauses(170, 170, 170)).toBe('250 2.0.0 OK');
    set('-ConnectionTimeout 00:08:00');
    expect(pauses(170, 170, 170)).toBe('Connection to host lost.');
  });

  it('Enabled: the next connector answers', () => {
    expect(shell.replies(front, 'mail from:<a@b.com>')).toEqual(['250 2.1.0 Sender OK']);
    expect(shell.offers(front)).not.toContain('X-ANONYMOUSTLS');
    set('-Enabled $false');
    expect(shell.offers(front)).toContain('X-ANONYMOUSTLS');
    shell.type("Set-ReceiveConnector 'EX01\\Default Frontend EX01' -Enabled $false");
    expect(shell.banner(front)[0]).toContain('Connect failed');
  });

  it('the most specific remote range wins', () => {
    const name = (): string => shell.banner(front)[0]!.split(' ')[1]!;
    set('-Fqdn relay.contoso.com -RemoteIPRanges 192.168.1.0/24');
    shell.type(`${relay.replace(' Relay ', ' Exact ')} -Fqdn exact.contoso.com`);
    expect(name()).toBe('exact.contoso.com');
    shell.type('Set-ReceiveConnector EX01\\Exact -RemoteIPRanges 192.168.1.30-192.168.1.40');
    expect(name()).toBe('relay.contoso.com');
    set('-RemoteIPRanges 10.0.0.0/8,172.16.0.1');
    expect(name()).toBe('EX01.contoso.com');
  });

  it('Bindings: address and port', () => {
    set('-Bindings 192.168.1.21:2526,192.168.77.1:2527');
    expect(shell.offers('EX01 2526')).toContain('CHUNKING');
    expect(shell.banner('EX01 2527')[0]).toContain('Connect failed');
    expect(shell.error('Set-ReceiveConnector EX01\\Relay -Bindings 25')).toContain('0.0.0.0:25');
  });

  it('TransportRole: which service answers', () => {
    shell.type(
      '$null = New-ReceiveConnector Hub -Server EX01 -Internet -Bindings 0.0.0.0:2600; $null = New-ReceiveConnector Front -Server EX01 -Internet -Bindings 0.0.0.0:2601 -TransportRole FrontendTransport; Stop-Service MSExchangeFrontEndTransport',
    );
    const answers = (port: number): boolean => shell.banner(`EX01 ${port}`)[0]!.startsWith('220');
    expect([2600, 2601].map(answers)).toEqual([true, false]);
    shell.type('Start-Service MSExchangeFrontEndTransport; Stop-Service MSExchangeTransport -Force');
    expect([2600, 2601].map(answers)).toEqual([false, true]);
    expect(shell.replies('EX01 2601', 'mail from:<a@b.com>')[0]).toMatch(/^(451|250) /);
    shell.type('Set-ReceiveConnector EX01\\Hub -TransportRole FrontendTransport');
    expect(answers(2600)).toBe(true);
  });

  it('AdvertiseClientSettings changes nothing in the conversation and is kept', () => {
    const before = shell.offers(front);
    set('-AdvertiseClientSettings $true');
    expect(shell.offers(front)).toEqual(before);
    expect(shell.type('(Get-ReceiveConnector EX01\\Relay).AdvertiseClientSettings')).toEqual(['True']);
  });

  it('ProtocolLoggingLevel writes conversation and rights down', () => {
    const log = (): string =>
      shell
        .raw(
          'Get-ChildItem "$env:ExchangeInstallPath\\TransportRoles\\Logs\\FrontEnd\\ProtocolLog\\SmtpReceive" | Get-Content',
        )
        .join('\n');
    shell.replies(front, 'noop');
    expect(log()).not.toContain('EX01\\Relay');
    set('-ProtocolLoggingLevel Verbose');
    shell.replies(front, 'mail from:<a@b.com>');
    expect(log()).toMatch(
      /EX01\\Relay,[0-9A-F]+,1,192\.168\.1\.21:25,192\.168\.1\.21:\d+,\*,SMTPSubmit SMTPAcceptAnySender SMTPAcceptAuthoritativeDomainSender AcceptRoutingHeaders,Set Session Permissions/,
    );
    expect(log()).toContain(',<,MAIL FROM:<a@b.com>,');
  });
});

describe('permission groups', () => {
  const notAuthenticated = '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM';
  const noRelay = '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain';

  it('AnonymousUsers may send in, not through', () => {
    expect(
      shell.replies(front, 'mail from:<a@b.com>', 'rcpt to:<x@fabrikam.com>', 'rcpt to:<bob@contoso.com>'),
    ).toEqual(['250 2.1.0 Sender OK', noRelay, '250 2.1.5 Recipient OK']);
    set('-PermissionGroups ExchangeUsers');
    expect(shell.replies(front, 'mail from:<a@b.com>')).toEqual([notAuthenticated]);
  });

  it('Add-ADPermission lets anonymous clients relay', () => {
    shell.type(
      "Get-ReceiveConnector EX01\\Relay | Add-ADPermission -User 'NT AUTHORITY\\ANONYMOUS LOGON' -ExtendedRights ms-Exch-SMTP-Accept-Any-Recipient",
    );
    expect(shell.replies(front, 'mail from:<a@b.com>', 'rcpt to:<x@fabrikam.com>').at(-1)).toBe(
      '250 2.1.5 Recipient OK',
    );
    shell.type(
      "Remove-ADPermission EX01\\Relay -User 'ANONYMOUS LOGON' -ExtendedRights ms-Exch-SMTP-Accept-Any-Recipient -Confirm:$false",
    );
    expect(shell.replies(front, 'mail from:<a@b.com>', 'rcpt to:<x@fabrikam.com>').at(-1)).toBe(noRelay);
  });

  it('externally secured clients relay and count as authenticated', () => {
    set('-AuthMechanism Tls,ExternalAuthoritative -PermissionGroups ExchangeServers');
    shell.type('Set-DistributionGroup sales -RequireSenderAuthenticationEnabled $true');
    expect(
      shell
        .replies(
          front,
          'mail from:<app@b.com>',
          'rcpt to:<x@fabrikam.com>',
          'rcpt to:<sales@contoso.com>',
          'data',
          'Subject: report',
          '',
          '.',
        )
        .at(-1),
    ).toContain('Queued mail');
    shell.type('Step-SandboxClock -Minutes 2');
    expect(shell.subjects('x@fabrikam.com')).toEqual(['report']);
  });

  it('a relay connector that takes in other Exchange servers stops their mail', () => {
    const wrong = (server: string): string =>
      `$null = New-ReceiveConnector Wrong -Server ${server} -Custom -Bindings 0.0.0.0:2525 -RemoteIPRanges 192.168.2.0/24 -PermissionGroups AnonymousUsers`;
    shell.type(`${wrong('EX01')}; ${wrong('EX02')}`);
    shell.mail('kenji', 'alice@contoso.com', 'stopped', '-Server EX03');
    expect(shell.subjects('alice')).toEqual([]);
    expect(shell.type('(Get-Queue -Server EX03 | Where-Object MessageCount -gt 0).LastError').join(' ')).toContain(
      '451 5.7.3 Cannot achieve Exchange Server authentication',
    );
    shell.type(
      "'EX01','EX02' | ForEach-Object { Remove-ReceiveConnector \"$_\\Wrong\" -Confirm:$false }; Step-SandboxClock -Minutes 11",
    );
    expect(shell.subjects('alice')).toEqual(['stopped']);
  });

  it('a user’s program: port 25 sends in, what it does not relay goes by the port for clients', () => {
    shell.type(
      '$id = Send-SandboxMessage alice bob@contoso.com,x@fabrikam.com -Subject both -Via Smtp -Server EX01; Step-SandboxClock -Minutes 1',
    );
    expect([shell.subjects('bob'), shell.subjects('x@fabrikam.com')]).toEqual([['both'], ['both']]);
    expect(
      shell.type(
        '(Get-MessageTrackingLog -EventId RECEIVE -MessageSubject both | Where-Object Source -eq SMTP).ConnectorId',
      ),
    ).toEqual(['EX01\\Default Frontend EX01', 'EX01\\Client Frontend EX01']);
  });

  it('Partners: only over TLS with DomainSecureEnabled', () => {
    set('-PermissionGroups Partners -DomainSecureEnabled $true');
    expect(shell.replies(front, 'mail from:<a@b.com>')).toEqual([notAuthenticated]);
    expect(shell.replies(front, 'starttls', 'ehlo client', 'mail from:<a@b.com>').at(-1)).toBe('250 2.1.0 Sender OK');
  });

  it('combinations that do not go together are refused', () => {
    const refused = (parameters: string): string => shell.error(`Set-ReceiveConnector EX01\\Relay ${parameters}`);
    expect(refused('-AuthMechanism BasicAuthRequireTLS')).toContain('BasicAuthRequireTLS');
    expect(refused('-AuthMechanism Tls,ExternalAuthoritative -PermissionGroups AnonymousUsers')).toContain(
      'ExchangeServers',
    );
    expect(refused('-AuthMechanism ExternalAuthoritative,Integrated -PermissionGroups ExchangeServers')).toContain(
      'Tls',
    );
    expect(refused('-AuthMechanism Tls,ExchangeServer -Fqdn mail.contoso.com')).toContain('NetBIOS name');
  });
});

describe('logons', () => {
  beforeEach(() => set('-PermissionGroups ExchangeUsers -AuthMechanism Tls,BasicAuth'));

  it('a user relays, as himself only', () => {
    expect(
      shell.replies(front, ...login('CONTOSO\\alice'), 'mail from:<alice@contoso.com>', 'rcpt to:<x@fabrikam.com>'),
    ).toEqual([
      '334 VXNlcm5hbWU6',
      '334 UGFzc3dvcmQ6',
      '235 2.7.0 Authentication successful',
      '250 2.1.0 Sender OK',
      '250 2.1.5 Recipient OK',
    ]);
    expect(shell.replies(front, ...login('alice@contoso.com'), 'mail from:<bob@contoso.com>').at(-1)).toBe(
      '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
    );
  });

  it('MaxLogonFailures and AuthTarpitInterval', () => {
    const wrong = login('nobody');
    expect(shell.seconds(() => shell.replies(front, ...wrong))).toBe(5);
    set('-MaxLogonFailures 1 -AuthTarpitInterval 00:00:00');
    expect(shell.replies(front, ...wrong, ...wrong, 'noop').at(-1)).toBe('535 5.7.3 Authentication unsuccessful');
    expect(
      shell.type(
        '(Get-EventLog Application -Source MSExchangeFrontEndTransport | Where-Object EventID -eq 1012).Count -gt 0',
      ),
    ).toEqual(['True']);
  });

  it('BasicAuthRequireTLS offers LOGIN after STARTTLS', () => {
    set('-AuthMechanism Tls,BasicAuth,BasicAuthRequireTLS');
    expect(shell.offers(front).some((line) => line.startsWith('AUTH'))).toBe(false);
    expect(shell.offers(front, 'ehlo client', 'starttls')).toContain('AUTH LOGIN');
    expect(shell.replies(front, 'auth login')).toEqual(['504 5.7.4 Unrecognized authentication type']);
  });

  it('Send-MailMessage with -Credential and -UseSsl', () => {
    const send = (more: string): string[] =>
      shell.raw(
        `$c = [pscredential]::new('alice', (ConvertTo-SecureString secret -AsPlainText -Force)); Send-MailMessage -From alice@contoso.com -To x@fabrikam.com -Subject out -SmtpServer EX01 ${more} -WarningAction SilentlyContinue`,
      );
    expect(send('').join(' ')).toContain(
      'The SMTP server requires a secure connection or the client was not authenticated.',
    );
    expect(send('-Credential $c')).toEqual([]);
    set('-AuthMechanism Tls,BasicAuth,BasicAuthRequireTLS -RequireTLS $true');
    expect(send('-Credential $c').join(' ')).toContain('5.7.0 Must issue a STARTTLS command first');
    expect(send('-Credential $c -UseSsl')).toEqual([]);
    shell.type('Step-SandboxClock -Minutes 2');
    expect(shell.subjects('x@fabrikam.com')).toEqual(['out', 'out']);
  });
});
