// Fabrikam2010: the Edge server that asks the wrong adapter's DNS servers (spec W2 step 8, organizations.md), and Exchange 2010's ways.

import { describe, expect, it } from 'vitest';
import fabrikam from '../../state/organizations/fabrikam2010.json' with { type: 'json' };
import type { OrganizationData } from '../../state/schema/organization.ts';
import { hours, minutes, Scenario } from './support/scenario.ts';

const noGuid = '00000000-0000-0000-0000-000000000000';

function broken(): Scenario {
  const scenario = new Scenario(fabrikam as unknown as OrganizationData);
  scenario.send('amy', 'x@adatum.com', 'out');
  scenario.advance(10 * minutes);
  return scenario;
}

describe('EDGE10 asks the external adapter’s DNS server', () => {
  it('outbound mail waits on EDGE10 with a DNS error', () => {
    const scenario = broken();
    expect(scenario.queue('EDGE10')).toMatchObject({
      nextHopDomain: 'adatum.com',
      status: 'Retry',
      lastError: '451 4.4.0 DNS query failed',
    });
  });

  it.each([
    [
      'the internal adapter',
      (scenario: Scenario) => ({
        InternalDNSAdapterGuid: scenario.world
          .findMachine('EDGE10')!
          .adapters.find((adapter) => adapter.name === 'Internal')!.guid,
      }),
    ],
    ['all adapters', () => ({ InternalDNSAdapterGuid: noGuid })],
    ['explicit servers', () => ({ InternalDNSAdapterEnabled: false, InternalDNSServers: ['192.168.10.10'] })],
  ])('%s cures it after a restart of the transport service, not before', (_, settings) => {
    const scenario = broken();
    scenario.set('transportService', 'EDGE10', settings(scenario));
    scenario.advance(hours);
    expect(scenario.queue('EDGE10')).toMatchObject({ status: 'Retry' });
    scenario.restart('EDGE10');
    scenario.advance(minutes);
    expect(scenario.folder('x@adatum.com')).toEqual(['out']);
  });

  it('the connector’s external settings with explicit servers cure it too', () => {
    const scenario = broken();
    scenario.set('transportService', 'EDGE10', {
      ExternalDNSAdapterEnabled: false,
      ExternalDNSServers: ['192.168.10.10'],
    });
    scenario.set('sendConnector', 'EdgeSync - HQ to Internet', { UseExternalDNSServersEnabled: true });
    scenario.restart('EDGE10');
    scenario.advance(minutes);
    expect(scenario.folder('x@adatum.com')).toEqual(['out']);
  });

  it('a hosts entry helps for a smart host, not for an MX', () => {
    const scenario = broken();
    scenario.apply({
      kind: 'file',
      server: 'EDGE10',
      path: 'C:\\Windows\\System32\\drivers\\etc\\hosts',
      text: '10.1.2.10 mail.adatum.com adatum.com\r\n',
    });
    scenario.restart('EDGE10');
    scenario.advance(minutes);
    expect(scenario.folder('x@adatum.com')).toEqual([]);
    scenario.set('sendConnector', 'EdgeSync - HQ to Internet', {
      DNSRoutingEnabled: false,
      SmartHosts: ['mail.adatum.com'],
    });
    scenario.advance(hours);
    expect(scenario.folder('x@adatum.com')).toEqual(['out']);
  });
});

describe('Exchange 2010', () => {
  it('routes from site to site over hubs of its own and shows the older names', () => {
    const scenario = new Scenario(fabrikam as unknown as OrganizationData);
    scenario.online('HUB03', false);
    scenario.online('HUB04', false);
    scenario.send('amy', 'cho');
    scenario.advance(3 * minutes);
    const hub = ['HUB01', 'HUB02'].find((server) => scenario.queue(server) !== undefined)!;
    expect(scenario.queue(hub)).toMatchObject({ deliveryType: 'SmtpRelayToRemoteAdSite', nextHopDomain: 'remote' });
    scenario.online('HUB03', true);
    scenario.online('HUB04', true);
    scenario.advance(15 * minutes);
    expect(scenario.folder('cho')).toEqual(['test']);
  });

  it('keeps a shadow at the previous hop until the next one has delivered; a primary lost for three hours is replaced', () => {
    const scenario = new Scenario(fabrikam as unknown as OrganizationData);
    scenario.service('MBX02', 'stop', 'MSExchangeIS');
    scenario.send('amy', 'ben', 'shadowed', { server: 'HUB01' });
    scenario.advance(minutes);
    const shadow = () => scenario.world.queues('HUB01').find((queue) => queue.deliveryType === 'ShadowRedundancy');
    expect(shadow()).toMatchObject({ nextHopDomain: 'hub03.fabrikam.com', messageCount: 1 });
    scenario.online('HUB03', false);
    scenario.service('MBX02', 'start', 'MSExchangeIS');
    scenario.advance(4 * hours);
    expect(scenario.tracking({ eventId: 'RESUBMIT' })).toHaveLength(1);
    scenario.online('HUB03', true);
    scenario.advance(hours);
    expect(scenario.folder('ben')).toEqual(['shadowed']);
  });

  it('discards the shadow when the next hop has delivered', () => {
    const scenario = new Scenario(fabrikam as unknown as OrganizationData);
    scenario.send('amy', 'ben', 'quick', { server: 'HUB01' });
    scenario.advance(20 * minutes);
    expect(scenario.folder('ben')).toEqual(['quick']);
    expect(scenario.tracking({ eventId: 'HADISCARD' }).map((record) => record.server)).toEqual(['HUB01']);
  });
});
