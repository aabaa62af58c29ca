// Certificates and STARTTLS: which one is chosen, what happens without, and what outside hosts make of it.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Receiving, relay } from './receiving.ts';

let shell: Receiving;
const front = 'EX01 25';
const set = (parameters: string): void => void shell.type(`Set-ReceiveConnector EX01\\Relay ${parameters}`);
const make = (parameters: string): string =>
  shell.type(`(New-ExchangeCertificate ${parameters} -Force).Thumbprint`)[0]!;
const events = (id: number): string[] =>
  shell.type(
    `Get-EventLog Application -Source MSExchangeTransport | Where-Object EventID -eq ${id} | ForEach-Object Message`,
  );

beforeEach(() => {
  shell = new Receiving();
  shell.type(relay);
});
afterEach(() => shell.dispose());

describe('the store', () => {
  it('holds what setup made; EX01 shows its own', () => {
    expect(shell.type("(Get-ExchangeCertificate).Subject -join '; '")).toEqual([
      'CN=EX01; CN=Microsoft Exchange Server Auth Certificate',
    ]);
    expect(
      shell.type("(Get-ExchangeCertificate -Server EX02 -DomainName ex02.contoso.com).CertificateDomains -join ','"),
    ).toEqual(['EX02,EX02.contoso.com']);
    expect(shell.type('(Get-ExchangeCertificate)[0].Status')).toEqual(['Valid']);
  });

  it('new certificates: names, services, table', () => {
    const thumbprint = make(
      '-DomainName mail.contoso.com,smtp.contoso.com -FriendlyName Mail -Services SMTP,IIS -PrivateKeyExportable $true',
    );
    expect(shell.type(`Get-ExchangeCertificate ${thumbprint}`).at(-1)).toMatch(
      new RegExp(`^${thumbprint} +\\.\\.\\.WS\\.\\. +CN=mail\\.contoso\\.com$`),
    );
    expect(
      shell.type(
        `$c = Get-ExchangeCertificate EX01\\${thumbprint}; $c.CertificateDomains; $c.FriendlyName; $c.IsSelfSigned; ($c.NotAfter - $c.NotBefore).Days`,
      ),
    ).toEqual(['mail.contoso.com', 'smtp.contoso.com', 'Mail', 'True', '1826']);
    expect(make('-IncludeServerFQDN -IncludeAcceptedDomains')).toMatch(/^[0-9A-F]{40}$/);
  });

  it('certificates are piped: to be renewed, enabled, removed', () => {
    const old = make('-DomainName mail.contoso.com,smtp.contoso.com -FriendlyName Mail -Services None');
    const [renewed] = shell.type(
      `(Get-ExchangeCertificate ${old} | New-ExchangeCertificate -Services None).Thumbprint`,
    );
    expect(renewed).not.toBe(old);
    expect(shell.type(`$c = Get-ExchangeCertificate ${old} | Get-ExchangeCertificate; $c.Thumbprint`)).toEqual([old]);
    expect(
      shell.type(
        `$c = Get-ExchangeCertificate ${renewed}; "$($c.CertificateDomains) $($c.FriendlyName) $($c.Subject)"`,
      ),
    ).toEqual(['mail.contoso.com smtp.contoso.com Mail CN=mail.contoso.com']);
    shell.type(`Get-ExchangeCertificate ${renewed} | Enable-ExchangeCertificate -Services SMTP,IIS -Force`);
    expect(shell.type(`(Get-ExchangeCertificate ${renewed}).Services`)).toEqual(['IIS, SMTP']);
    shell.type(`Get-ExchangeCertificate ${old} | Remove-ExchangeCertificate -Confirm:$false`);
    expect(shell.type('@(Get-ExchangeCertificate -DomainName smtp.contoso.com).Thumbprint')).toEqual([renewed]);
  });

  it('a request waits and can be given to no service', () => {
    const text = shell.type(
      "New-ExchangeCertificate -GenerateRequest -SubjectName 'c=US,o=Contoso,cn=mail.contoso.com'",
    );
    expect([text[0], text.at(-1)]).toEqual([
      '-----BEGIN NEW CERTIFICATE REQUEST-----',
      '-----END NEW CERTIFICATE REQUEST-----',
    ]);
    const thumbprint = shell.type('(Get-ExchangeCertificate | Where-Object Status -eq PendingRequest).Thumbprint')[0];
    expect(shell.error(`Enable-ExchangeCertificate ${thumbprint} -Services SMTP`)).toContain('request');
  });

  it('the internal transport certificate and one that a Send connector names stay', () => {
    const own = shell.type('(Get-TransportService EX01).InternalTransportCertificateThumbprint')[0];
    expect(shell.error(`Remove-ExchangeCertificate ${own} -Confirm:$false`)).toContain(
      'The internal transport certificate cannot be removed',
    );
    const thumbprint = make('-DomainName mail.contoso.com -Services None');
    shell.type(
      "$null = New-SendConnector -Name Out -AddressSpaces out.example -SourceTransportServers EX01 -TlsCertificateName '<I>CN=mail.contoso.com<S>CN=mail.contoso.com'",
    );
    expect(shell.error(`Remove-ExchangeCertificate ${thumbprint} -Confirm:$false`)).toContain(
      'tagged with following Send Connectors : Out',
    );
    shell.type(`Remove-SendConnector Out -Confirm:$false; Remove-ExchangeCertificate ${thumbprint} -Confirm:$false`);
    expect(shell.error(`Get-ExchangeCertificate ${thumbprint}`)).toContain('was not found');
    const next = make('-DomainName EX01.contoso.com -Services SMTP');
    expect(shell.type('(Get-TransportService EX01).InternalTransportCertificateThumbprint')).toEqual([next]);
    shell.type(`Remove-ExchangeCertificate ${own} -Confirm:$false`);
  });
});

describe('STARTTLS', () => {
  it('needs a certificate for the FQDN that SMTP may use', () => {
    expect(shell.offers(front)).toContain('STARTTLS');
    set('-Fqdn mail.contoso.com');
    expect(shell.offers(front)).not.toContain('STARTTLS');
    expect(shell.replies(front, 'starttls')).toEqual(['500 5.3.3 Unrecognized command']);
    expect(events(12_014)[0]).toContain('the domain name mail.contoso.com');
    const thumbprint = make('-DomainName *.contoso.com -Services IIS');
    expect(shell.offers(front)).not.toContain('STARTTLS');
    shell.type(`Enable-ExchangeCertificate ${thumbprint} -Services SMTP -Force`);
    expect(shell.offers(front)).toContain('STARTTLS');
    expect(shell.replies(front, 'starttls', 'mail from:<a@b.com>')).toEqual([
      '220 2.0.0 SMTP server ready',
      '503 5.5.2 Send hello first',
    ]);
    expect(shell.offers(front, 'ehlo client', 'starttls')).not.toContain('STARTTLS');
  });

  it('TlsCertificateName chooses one whatever its names are', () => {
    make('-DomainName other.contoso.com -Services SMTP');
    set("-Fqdn mail.contoso.com -TlsCertificateName '<I>CN=other.contoso.com<S>CN=other.contoso.com'");
    expect(shell.offers(front)).toContain('STARTTLS');
    set("-TlsCertificateName '<I>CN=gone<S>CN=gone'");
    expect(shell.offers(front)).not.toContain('STARTTLS');
    expect(shell.error('Set-ReceiveConnector EX01\\Relay -TlsCertificateName other')).toContain('<I>Issuer<S>Subject');
  });

  it('an expired certificate does not count', () => {
    set('-Fqdn mail.contoso.com');
    make('-DomainName mail.contoso.com -Services SMTP');
    shell.type(
      'Stop-Service MSExchangeTransport -Force; Step-SandboxClock -Days 1830; Start-Service MSExchangeTransport',
    );
    expect(shell.type('(Get-ExchangeCertificate -DomainName mail.contoso.com).Status')).toEqual(['DateInvalid']);
    expect(shell.offers(front)).not.toContain('STARTTLS');
    expect(events(12_016)[0]).toContain('has expired');
  });

  it('the end of a certificate is told of beforehand and when the service starts', () => {
    const restartAfter = (days: number): void =>
      void shell.type(
        `Stop-Service MSExchangeTransport -Force; Step-SandboxClock -Days ${days}; Start-Service MSExchangeTransport`,
      );
    restartAfter(1625);
    shell.offers(front);
    expect(events(12_018)[0]).toMatch(
      /^The STARTTLS certificate will expire soon: subject: CN=EX01, hours remaining: \d+/,
    );
    expect(events(12_017)[0]).toContain('An internal transport certificate will expire soon.');
    restartAfter(30);
    expect(events(12_015)[0]).toContain('An internal transport certificate expired.');
  });

  it('RequireTLS', () => {
    set('-RequireTLS $true');
    expect(shell.replies(front, 'mail from:<a@b.com>')).toEqual(['530 5.7.0 Must issue a STARTTLS command first']);
    expect(shell.replies(front, 'starttls', 'ehlo client', 'mail from:<a@b.com>').at(-1)).toBe('250 2.1.0 Sender OK');
  });
});

describe('outside hosts', () => {
  const edge = "'EDGE01\\Default internal receive connector EDGE01'";
  const arrived = (tls: string): boolean => {
    shell.type(`Set-SandboxHost mx1.fabrikam.com -Tls ${tls}`);
    shell.mail('pat@fabrikam.com', 'alice@contoso.com', tls);
    return shell.subjects('alice').includes(tls);
  };

  it('RequireTLS keeps those out that cannot', () => {
    shell.type(`Set-ReceiveConnector ${edge} -RequireTLS $true`);
    expect(['Optional', 'Required', 'None', 'Broken'].map(arrived)).toEqual([true, true, false, false]);
  });

  it('a host that insists on TLS keeps its mail while the server offers none', () => {
    shell.type(`Set-ReceiveConnector ${edge} -AuthMechanism None`);
    expect(['Optional', 'Required', 'None', 'Broken'].map(arrived)).toEqual([true, false, true, true]);
    shell.type(`Set-ReceiveConnector ${edge} -AuthMechanism Tls; Step-SandboxClock -Minutes 16`);
    expect(shell.subjects('alice')).toContain('Required');
  });

  it('domain security: mail of a listed domain must come encrypted', () => {
    shell.type(
      `Set-TransportConfig -TLSReceiveDomainSecureList fabrikam.com; Set-ReceiveConnector ${edge} -DomainSecureEnabled $true`,
    );
    expect(['Optional', 'None'].map(arrived)).toEqual([true, false]);
    shell.type('Set-TransportConfig -TLSReceiveDomainSecureList $null');
    expect(arrived('None')).toBe(true);
  });
});
