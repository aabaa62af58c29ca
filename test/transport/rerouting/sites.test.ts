// spec/rerouting F, G: mail queued for remote AD sites and for Exchange 2003 routing groups.

import { describe, expect, it } from 'vitest';
import { hours, minutes } from '../support/scenario.ts';
import { Northwind } from './support.ts';

/** Mail for bea in SiteB, whose Hub servers are off. */
function waitingForSiteB() {
  const scenario = new Northwind();
  scenario.online('HUB-B1', false);
  scenario.online('HUB-B2', false);
  const id = scenario.fromHub('bea');
  scenario.advance(3 * minutes);
  expect(scenario.queue('HUB-A1')).toMatchObject({
    deliveryType: 'SmtpRelayToRemoteAdSite',
    nextHopDomain: 'siteb',
    status: 'Retry',
  });
  return { scenario, id };
}

describe('F. Remote AD site', () => {
  it('F1 the site is deleted: resubmitted', () => {
    const { scenario, id } = waitingForSiteB();
    scenario.remove('adSite', 'SiteB');
    scenario.advance(3 * minutes);
    expect(scenario.rules(id)).toContain('F1');
    expect(scenario.unreachable()).toHaveLength(1);
  });

  it('F2 the site link is deleted: resubmitted', () => {
    const { scenario, id } = waitingForSiteB();
    scenario.remove('adSiteLink', 'A-B');
    scenario.remove('adSiteLink', 'B-C');
    scenario.advance(3 * minutes);
    expect(scenario.rules(id)).toContain('F2');
    expect(scenario.unreachable()[0]!.lastError).toBe('There is currently no route to the mailbox database.');
  });

  it('F3 the site’s Hub servers change: the new list is used', () => {
    const { scenario, id } = waitingForSiteB();
    scenario.apply({ kind: 'machine.set', identity: 'HUB-A2', settings: { site: 'SiteB' } });
    scenario.advance(6 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.tracking({ messageId: id, eventId: 'SEND' })[0]).toMatchObject({
      server: 'HUB-A1',
      serverHostname: 'HUB-A2.northwindtraders.com',
    });
    expect(scenario.folder('bea')).toEqual(['test']);
  });

  it('F4 all Hub servers of the site lose the role: resubmitted', () => {
    const { scenario, id } = waitingForSiteB();
    scenario.roles('HUB-B1', ['None']);
    scenario.roles('HUB-B2', ['None']);
    scenario.advance(3 * minutes);
    expect(scenario.rules(id)).toContain('F4');
    expect(scenario.unreachable()).toHaveLength(1);
  });

  it('F5 a hub site is added on the path: the queue keeps its name and relays to the hub site', () => {
    const scenario = new Northwind();
    for (const server of ['HUB-B1', 'HUB-B2', 'HUB-C1']) scenario.online(server, false);
    const id = scenario.fromHub('cara');
    scenario.advance(2 * minutes);
    expect(scenario.queue('HUB-A1')).toMatchObject({ nextHopDomain: 'sitec', status: 'Retry' });
    scenario.set('adSite', 'SiteB', { HubSiteEnabled: true });
    scenario.online('HUB-B1', true);
    scenario.online('HUB-C1', true);
    scenario.advance(10 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(
      scenario
        .tracking({ messageId: id, eventId: 'SEND' })
        .map((record) => `${record.server} ${record.serverHostname.split('.')[0]}`),
    ).toEqual(['HUB-A1 HUB-B1', 'HUB-B1 HUB-C1']);
    expect(scenario.folder('cara')).toEqual(['test']);
  });

  it('F6 all Hub servers of the site go offline: resubmitted after 12 hours idle', () => {
    const { scenario, id } = waitingForSiteB();
    scenario.advance(12 * hours - 3 * minutes - 1000);
    expect(scenario.rules(id)).toEqual([]);
    scenario.advance(10 * minutes);
    expect(scenario.rules(id)).toEqual(['F6']);
    scenario.online('HUB-B1', true);
    scenario.advance(15 * minutes);
    expect(scenario.folder('bea')).toEqual(['test']);
  });

  it('F7 the delayed fan-out point’s Hub servers go offline: one copy waits for it and is resubmitted after 12 hours', () => {
    const scenario = new Northwind();
    scenario.online('HUB-B1', false);
    scenario.online('HUB-B2', false);
    const id = scenario.fromHub(['bea', 'cara'], 'fork');
    scenario.advance(3 * minutes);
    expect(scenario.queues('HUB-A1')).toHaveLength(1);
    expect(scenario.queue('HUB-A1')).toMatchObject({ nextHopDomain: 'siteb', messageCount: 1 });
    scenario.advance(12 * hours + 10 * minutes);
    expect(scenario.rules(id)).toEqual(['F6']);
    scenario.online('HUB-B2', true);
    scenario.advance(15 * minutes);
    expect(scenario.folder('bea')).toEqual(['fork']);
    expect(scenario.folder('cara')).toEqual(['fork']);
  });
});

/** Mail for leo on Exchange 2003, whose bridgeheads are off. */
function waitingForLegacy() {
  const scenario = new Northwind();
  scenario.online('E2K3-1', false);
  scenario.online('E2K3-2', false);
  const id = scenario.fromHub('leo');
  scenario.advance(3 * minutes);
  expect(scenario.queue('HUB-A1')).toMatchObject({
    deliveryType: 'SmtpRelayToTiRg',
    nextHopDomain: 'a to legacy',
    status: 'Retry',
  });
  return { scenario, id };
}

describe('G. Exchange 2003 routing group', () => {
  it('G1 the routing group connector is removed: resubmitted, to Unreachable', () => {
    const { scenario, id } = waitingForLegacy();
    scenario.remove('routingGroupConnector', 'A to Legacy');
    scenario.advance(3 * minutes);
    expect(scenario.rules(id)).toEqual(expect.arrayContaining(['G1', 'U5']));
    expect(scenario.unreachable()).toHaveLength(1);
  });

  it('G2 this server is taken out of its source servers: resubmitted to the other', () => {
    const { scenario, id } = waitingForLegacy();
    scenario.set('routingGroupConnector', 'A to Legacy', { SourceTransportServers: ['HUB-A2'] });
    scenario.advance(3 * minutes);
    expect(scenario.rules(id)).toContain('G2');
    expect(scenario.queue('HUB-A2')).toMatchObject({ deliveryType: 'SmtpRelayToTiRg' });
  });

  it('G3 a bridgehead is added to or removed from the target servers: the new list is used', () => {
    const { scenario, id } = waitingForLegacy();
    scenario.set('routingGroupConnector', 'A to Legacy', { TargetTransportServers: ['E2K3-1'] });
    scenario.online('E2K3-1', true);
    scenario.advance(10 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.tracking({ messageId: id, eventId: 'SEND', server: 'HUB-A1' })[0]).toMatchObject({
      serverHostname: 'E2K3-1.northwindtraders.com',
    });
    expect(scenario.folder('leo')).toEqual(['test']);
  });

  it('G4 all bridgeheads go offline: retried until expiry', () => {
    const { scenario, id } = waitingForLegacy();
    scenario.advance(47 * hours);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.queue('HUB-A1')).toMatchObject({ status: 'Retry' });
    scenario.advance(2 * hours);
    expect(scenario.returned()[0]).toContain('QUEUE.Expired');
  });
});
