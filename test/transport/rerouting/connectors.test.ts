// spec/rerouting A, B, C, D, E: mail queued for connectors and for servers of the local site.

import { describe, expect, it } from 'vitest';
import { days, hours, minutes } from '../support/scenario.ts';
import { Northwind } from './support.ts';

/** Mail for woodgrovebank.com that waits on HUB-A1 in the queue of the DNS connector `Internet`. */
function waitingForDns() {
  const scenario = new Northwind();
  scenario.host('mail.woodgrovebank.com', { Online: false });
  const id = scenario.fromHub('x@woodgrovebank.com');
  scenario.advance(2 * minutes);
  expect(scenario.queue('HUB-A1')).toMatchObject({
    deliveryType: 'DnsConnectorDelivery',
    nextHopDomain: 'woodgrovebank.com',
    status: 'Retry',
  });
  return { scenario, id };
}

/** Mail for partner.com that waits on HUB-A1 for the smart host of `Partner`. */
function waitingForSmartHost() {
  const scenario = new Northwind();
  scenario.host('smart.partner.com', { Online: false });
  const id = scenario.fromHub('x@partner.com');
  scenario.advance(2 * minutes);
  expect(scenario.queue('HUB-A1')).toMatchObject({
    deliveryType: 'SmartHostConnectorDelivery',
    nextHopDomain: 'smart.partner.com',
    status: 'Retry',
  });
  return { scenario, id };
}

describe('A. DNS-routed Send connector', () => {
  it('A1 the connector is removed: resubmitted at the next attempt, not at the cmdlet', () => {
    const { scenario, id } = waitingForDns();
    scenario.remove('sendConnector', 'Internet');
    expect(scenario.queue('HUB-A1')).toMatchObject({ deliveryType: 'DnsConnectorDelivery' });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('A1');
    expect(scenario.queue('HUB-B1')).toMatchObject({ deliveryType: 'DnsConnectorDelivery' });
  });

  it('A2 the connector is changed to a smart host: resubmitted and delivered through it', () => {
    const { scenario, id } = waitingForDns();
    scenario.connector('Internet', { DNSRoutingEnabled: false, SmartHosts: ['smart.partner.com'] });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('A2');
    expect(scenario.folder('x@woodgrovebank.com')).toEqual(['test']);
  });

  it('A3 this server is taken out of the source servers: resubmitted to the other source server', () => {
    const { scenario, id } = waitingForDns();
    scenario.connector('Internet', { SourceTransportServers: ['HUB-A2'] });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('A3');
    expect(scenario.queue('HUB-A2')).toMatchObject({ deliveryType: 'DnsConnectorDelivery' });
  });

  it('A4 the domain does not exist any more: every message is returned at once', () => {
    const { scenario, id } = waitingForDns();
    scenario.apply({ kind: 'dnsRecord.remove', identity: 'woodgrovebank.com/MX/mail.woodgrovebank.com' });
    scenario.apply({ kind: 'dnsRecord.remove', identity: 'mail.woodgrovebank.com/A/10.1.1.10' });
    scenario.apply({ kind: 'dnsCache.clear', server: 'HUB-A1' });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('A4');
    expect(scenario.returned()[0]).toContain('5.4.4');
    expect(scenario.queues('HUB-A1')).toEqual([]);
  });

  it('A5 any other DNS failure: retried until expiry, never resubmitted', () => {
    const scenario = new Northwind();
    scenario.apply({
      kind: 'dnsServer.set',
      identity: '192.168.1.10',
      behavior: 'ServFail',
      zones: ['woodgrovebank.com'],
    });
    const id = scenario.fromHub('x@woodgrovebank.com');
    scenario.advance(2 * days - minutes);
    expect(scenario.queue('HUB-A1')).toMatchObject({
      status: 'Retry',
      lastError: expect.stringContaining('DNS query failed'),
    });
    expect(scenario.rules(id).every((rule) => rule === 'A5')).toBe(true);
    scenario.advance(2 * minutes);
    expect(scenario.returned()[0]).toContain('QUEUE.Expired');
  });

  it('A6 the connector is disabled: resubmitted', () => {
    const { scenario, id } = waitingForDns();
    scenario.connector('Internet', { Enabled: false });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('A6');
    expect(scenario.queue('HUB-B1')).toBeDefined();
  });

  it('A7 the remote host is off: retried until expiry', () => {
    const { scenario, id } = waitingForDns();
    scenario.advance(13 * hours);
    expect(scenario.queue('HUB-A1')).toMatchObject({ status: 'Retry' });
    expect(scenario.tracking({ messageId: id, eventId: 'RECEIVE' })).toHaveLength(1);
    expect(scenario.rules(id)).toEqual([]);
    scenario.advance(35 * hours);
    expect(scenario.returned()).toHaveLength(1);
  });
});

describe('B. Smart-host Send connector', () => {
  it('B1 the connector is removed: resubmitted', () => {
    const { scenario, id } = waitingForSmartHost();
    scenario.remove('sendConnector', 'Partner');
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('B1');
    expect(scenario.folder('x@partner.com')).toEqual(['test']);
  });

  it('B2 this server is taken out of the source servers: resubmitted', () => {
    const { scenario, id } = waitingForSmartHost();
    scenario.connector('Partner', { SourceTransportServers: ['HUB-A2'] });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('B2');
    expect(scenario.queue('HUB-A2')).toMatchObject({ deliveryType: 'SmartHostConnectorDelivery' });
  });

  it('B3 the connector is changed to DNS: resubmitted', () => {
    const { scenario, id } = waitingForSmartHost();
    scenario.connector('Partner', { DNSRoutingEnabled: true, SmartHosts: [] });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('B3');
    expect(scenario.folder('x@partner.com')).toEqual(['test']);
  });

  it('B4 the smart hosts change: the queue stays and delivers to the new ones', () => {
    const { scenario, id } = waitingForSmartHost();
    scenario.connector('Partner', { SmartHosts: ['[10.1.2.10]'] });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.folder('x@partner.com')).toEqual(['test']);
    expect(scenario.tracking({ messageId: id, eventId: 'SEND', server: 'HUB-A1' })[0]).toMatchObject({
      serverIp: '10.1.2.10',
    });
  });

  it('B5 the smart host can’t be resolved, for good even: retried until expiry', () => {
    const scenario = new Northwind();
    scenario.connector('Partner', { SmartHosts: ['nowhere.partner.com'] });
    const id = scenario.fromHub('x@partner.com');
    scenario.advance(47 * hours);
    expect(scenario.queue('HUB-A1')).toMatchObject({
      status: 'Retry',
      lastError: expect.stringContaining('DNS query failed'),
    });
    expect(scenario.rules(id).every((rule) => rule === 'B5')).toBe(true);
    scenario.advance(2 * hours);
    expect(scenario.returned()).toHaveLength(1);
  });

  it('B6 the connector is disabled: resubmitted', () => {
    const { scenario, id } = waitingForSmartHost();
    scenario.connector('Partner', { Enabled: false });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('B6');
    expect(scenario.folder('x@partner.com')).toEqual(['test']);
  });

  it('B7 nothing speaks SMTP at the smart host: retried until expiry', () => {
    const scenario = new Northwind();
    scenario.host('smart.partner.com', { Behavior: 'Refuse' });
    const id = scenario.fromHub('x@partner.com');
    scenario.advance(47 * hours);
    expect(scenario.queue('HUB-A1')).toMatchObject({ status: 'Retry' });
    expect(scenario.rules(id)).toEqual([]);
    scenario.advance(2 * hours);
    expect(scenario.returned()).toHaveLength(1);
  });
});

/** Mail for relay.com on HUB-A1, which HUB-A2 has to send and can't take. */
function waitingForNeighbour() {
  const scenario = new Northwind();
  scenario.online('HUB-A2', false);
  const id = scenario.fromHub('x@relay.com');
  scenario.advance(2 * minutes);
  expect(scenario.queue('HUB-A1')).toMatchObject({
    deliveryType: 'SmtpRelayWithinAdSite',
    nextHopDomain: 'site relay',
    status: 'Retry',
  });
  return { scenario, id };
}

describe('C. Connector of other servers of the site', () => {
  it('C1 the connector is removed: resubmitted', () => {
    const { scenario, id } = waitingForNeighbour();
    scenario.remove('sendConnector', 'Site relay');
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('C1');
    expect(scenario.folder('x@relay.com')).toEqual(['test']);
  });

  it('C2 the source servers change and some remain: the queue uses the new list', () => {
    const { scenario, id } = waitingForNeighbour();
    scenario.connector('Site relay', { SourceTransportServers: ['HUB-A1', 'HUB-A2'] });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    scenario.online('HUB-A2', true);
    scenario.advance(10 * minutes);
    expect(scenario.tracking({ messageId: id, eventId: 'SEND' }).map((record) => record.server)).toEqual([
      'HUB-A1',
      'HUB-A2',
    ]);
  });

  it('C3 all source servers of the site are taken out: resubmitted', () => {
    const { scenario, id } = waitingForNeighbour();
    scenario.connector('Site relay', { SourceTransportServers: ['HUB-B1'] });
    scenario.advance(3 * minutes);
    expect(scenario.rules(id)).toContain('C3');
    expect(scenario.folder('x@relay.com')).toEqual(['test']);
  });
});

describe('D, E. Servers of the local site', () => {
  it('D1 the expansion server loses the Hub Transport role: resubmitted, to Unreachable', () => {
    const scenario = new Northwind();
    scenario.online('HUB-A2', false);
    const id = scenario.fromHub('engineering');
    scenario.advance(2 * minutes);
    expect(scenario.queue('HUB-A1')).toMatchObject({ nextHopDomain: 'hub-a2.northwindtraders.com', status: 'Retry' });
    scenario.roles('HUB-A2', ['None']);
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('D1');
    expect(scenario.unreachable()).toHaveLength(1);
  });

  it('E1 a server goes offline: resubmitted after 12 hours idle, again while the fault lasts, delivered when a retry succeeds', () => {
    const { scenario, id } = waitingForNeighbour();
    scenario.advance(12 * hours - 2 * minutes - 1000);
    expect(scenario.rules(id)).toEqual([]);
    scenario.advance(10 * minutes);
    expect(scenario.rules(id)).toEqual(['E1']);
    scenario.advance(12 * hours);
    expect(scenario.rules(id)).toEqual(['E1', 'E1']);
    scenario.online('HUB-A2', true);
    scenario.advance(15 * minutes);
    expect(scenario.folder('x@relay.com')).toEqual(['test']);
  });
});
