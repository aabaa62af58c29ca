// Test-NetConnection and Resolve-DnsName: what they show and say when names, hosts, ports and DNS servers fail.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const run = (script: string): string => test.run(script).trim();
beforeAll(() => {
  test = openTestSession({ ui: { columns: 120 } });
});
afterAll(() => test.dispose());

describe('Test-NetConnection', () => {
  it('shows the port that answers', () => {
    expect(
      run('Test-NetConnection EX02 -Port 25')
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual([
      'ComputerName     : EX02',
      'RemoteAddress    : 192.168.1.22',
      'RemotePort       : 25',
      'InterfaceAlias   : Ethernet',
      'SourceAddress    : 192.168.1.21',
      'TcpTestSucceeded : True',
    ]);
  });
  it('warns of one that refuses, and pings', () => {
    const output = run('Test-NetConnection EX02 -Port 26');
    expect(output).toContain('WARNING: TCP connect to (192.168.1.22 : 26) failed');
    expect(output).toContain('PingSucceeded          : True');
    expect(output).toContain('TcpTestSucceeded       : False');
  });
  it('warns of a host that is off, after the time that takes', () => {
    run('Set-SandboxServer EX03 -Online $false; $before = Get-Date');
    const output = run('tnc EX03 -Port 25');
    expect(output).toContain('WARNING: TCP connect to (192.168.2.21 : 25) failed');
    expect(output).toContain('WARNING: Ping to 192.168.2.21 failed with status: TimedOut');
    expect(run('((Get-Date) - $before).TotalSeconds -ge 21')).toBe('True');
    run('Set-SandboxServer EX03 -Online $true');
  });
  it('warns of a name that does not exist', () => {
    expect(run('Test-NetConnection nowhere.contoso.com -Port 25')).toContain(
      'WARNING: Name resolution of nowhere.contoso.com failed',
    );
  });
  it('-InformationLevel Quiet gives true or false', () => {
    expect(run('Test-NetConnection mx1.fabrikam.com -Port 25 -InformationLevel Quiet')).toBe('True');
    run('Set-SandboxHost mx1.fabrikam.com -Behavior Refuse');
    expect(
      run('Test-NetConnection mx1.fabrikam.com -Port 25 -InformationLevel Quiet -WarningAction SilentlyContinue'),
    ).toBe('False');
    expect(run('Test-NetConnection mx1.fabrikam.com -InformationLevel Quiet')).toBe('True');
  });
});

describe('Resolve-DnsName', () => {
  it('gives addresses, mail exchangers, names of addresses', () => {
    expect(run('(Resolve-DnsName EX02).IPAddress')).toBe('192.168.1.22');
    expect(run("(Resolve-DnsName fabrikam.com MX | Where-Object Section -eq Answer).Preference -join ','")).toBe(
      '10,20',
    );
    expect(run('(Resolve-DnsName 192.168.1.22).NameHost')).toBe('ex02.contoso.com');
  });
  it('a name without the record is answered with its zone', () => {
    expect(run('(Resolve-DnsName mx1.fabrikam.com -Type MX).Section')).toBe('Authority');
  });
  it.each([
    ['nwtraders.msft', 'DNS name does not exist', 'DNS_ERROR_RCODE_NAME_ERROR'],
    ['lucernepublishing.com', 'DNS server failure', 'DNS_ERROR_RCODE_SERVER_FAILURE'],
  ])('%s: %s', (name, text, id) => {
    const output = run(`Resolve-DnsName ${name} -Type MX`);
    expect(output).toContain(`Resolve-DnsName : ${name} : ${text}`);
    expect(output).toContain(`${id},Microsoft.DnsClient.Commands.ResolveDnsName`);
  });
  it('a DNS server that is silent times out; another one may know', () => {
    run('Set-SandboxDnsServer 192.168.1.10 -Behavior Timeout');
    expect(run('Resolve-DnsName fabrikam.com -Type MX')).toContain(
      'This operation returned because the timeout period expired',
    );
    expect(run('(Resolve-DnsName fabrikam.com -Type MX -Server 192.168.2.10)[0].NameExchange')).toBe(
      'mx1.fabrikam.com',
    );
  });
});
