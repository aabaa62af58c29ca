// spec walkthroughs, W2 step 8: EDGE10 of Fabrikam2010 asks the wrong adapter's DNS server. The fault and each cure by cmdlets alone.

import { describe, expect, it } from 'vitest';
import { Shell } from './support/shell.ts';

const edge = (script: string): string => `Invoke-Command -ComputerName EDGE10 { ${script} }`;
const restart = edge('Restart-Service MSExchangeTransport -WarningAction SilentlyContinue');
const queue = edge(
  'Get-Queue | Where-Object MessageCount -gt 0 | ForEach-Object { "$($_.DeliveryType) $($_.NextHopDomain) $($_.Status) $($_.LastError)" }',
);

/** Outbound mail waits on EDGE10. */
function broken(): Shell {
  const shell = new Shell('Fabrikam2010', 'HUB01', 'amy');
  shell.send('amy x@adatum.com -Subject out');
  shell.step('-Minutes 10');
  expect(shell.ask(queue)).toEqual(['DnsConnectorDelivery adatum.com Retry 451 4.4.0 DNS query failed']);
  return shell;
}

describe('W2 step 8', () => {
  it('the fault shows: two adapters, the external one is named, its DNS server keeps silent', () => {
    const shell = broken();
    expect(shell.ask('(Get-SandboxServer EDGE10).Adapters | ForEach-Object { "$($_.Name) $($_.DnsServers)" }')).toEqual(
      ['Internal 192.168.10.10', 'External 10.0.0.53'],
    );
    expect(
      shell.ask(
        '$guid = (Get-SandboxServer EDGE10).Adapters[1].Guid; (Get-TransportServer EDGE10).InternalDNSAdapterGuid -eq $guid',
      ),
    ).toEqual(['True']);
    expect(shell.ask(edge('nslookup -type=mx adatum.com 10.0.0.53')).join(' ')).toContain('timed out');
    expect(shell.ask(edge('nslookup -type=mx adatum.com 192.168.10.10')).join(' ')).toContain('mail.adatum.com');
  });

  it.each([
    [
      'the internal adapter',
      '$guid = (Get-SandboxServer EDGE10).Adapters[0].Guid; Set-TransportServer EDGE10 -InternalDNSAdapterGuid $guid',
    ],
    ['all adapters', "Set-TransportServer EDGE10 -InternalDNSAdapterGuid '00000000-0000-0000-0000-000000000000'"],
    [
      'explicit servers',
      'Set-TransportServer EDGE10 -InternalDNSAdapterEnabled $false -InternalDNSServers 192.168.10.10',
    ],
    [
      'the external settings with explicit servers, and a connector that uses them',
      "Set-TransportServer EDGE10 -ExternalDNSAdapterEnabled $false -ExternalDNSServers 192.168.10.10; Set-SendConnector 'EdgeSync - HQ to Internet' -UseExternalDNSServersEnabled $true",
    ],
  ])('%s cure it, after a restart of the transport service and not before', (_what, cure) => {
    const shell = broken();
    shell.ask(cure);
    shell.step('-Hours 1');
    expect(shell.ask(queue)).toHaveLength(1);
    shell.ask(restart);
    shell.step('-Minutes 1');
    expect(shell.ask(queue)).toEqual([]);
    expect(shell.inbox('x@adatum.com')).toEqual(['out']);
  });

  it.each([
    [
      'the external adapter again',
      '$guid = (Get-SandboxServer EDGE10).Adapters[1].Guid; Set-TransportServer EDGE10 -InternalDNSAdapterGuid $guid -InternalDNSAdapterEnabled $true',
    ],
    [
      'explicit servers without turning the adapter off',
      'Set-TransportServer EDGE10 -InternalDNSServers 192.168.10.10',
    ],
    [
      'external servers that no connector uses',
      'Set-TransportServer EDGE10 -ExternalDNSAdapterEnabled $false -ExternalDNSServers 192.168.10.10',
    ],
    [
      'a hosts entry for the mail host',
      edge("Add-Content C:\\Windows\\System32\\drivers\\etc\\hosts '10.1.2.10 mail.adatum.com adatum.com'"),
    ],
  ])('%s do not cure it', (_what, change) => {
    const shell = broken();
    shell.ask(change);
    shell.ask(restart);
    shell.step('-Hours 1');
    expect(shell.ask(queue)).toHaveLength(1);
    expect(shell.inbox('x@adatum.com')).toEqual([]);
  });

  it('a DNS server that answers again cures it without any restart', () => {
    const shell = broken();
    expect(shell.ask('(Get-SandboxDnsServer 10.0.0.53).Behavior')).toEqual(['Timeout']);
    shell.type('Set-SandboxDnsServer 10.0.0.53 -Behavior Answer; Step-SandboxClock -Hours 1');
    expect(shell.inbox('x@adatum.com')).toEqual(['out']);
  });

  it('a hosts entry helps for a smart host', () => {
    const shell = broken();
    const address = shell.ask('(Get-SandboxHost -Domain adatum.com).Addresses[0]')[0];
    shell.ask(edge(`Add-Content C:\\Windows\\System32\\drivers\\etc\\hosts '${address} mail.adatum.com'`));
    shell.type("Set-SendConnector 'EdgeSync - HQ to Internet' -DNSRoutingEnabled $false -SmartHosts mail.adatum.com");
    shell.step('-Hours 1');
    expect(shell.inbox('x@adatum.com')).toEqual(['out']);
  });
});
