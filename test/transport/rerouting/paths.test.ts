// spec/rerouting H, I, J, S: old paths that still work, mailbox delivery, the foreign connector, and connectors out of sight.

import { describe, expect, it } from 'vitest';
import { hours, minutes } from '../support/scenario.ts';
import { Northwind } from './support.ts';

describe('H. The old path still works: queued mail keeps it, new mail takes the new one', () => {
  it('H1 a cheaper path appears', () => {
    const scenario = new Northwind();
    scenario.host('mail.woodgrovebank.com', { Online: false });
    const id = scenario.fromHub('x@woodgrovebank.com', 'old');
    scenario.advance(2 * minutes);
    scenario.apply({
      kind: 'config.new',
      class: 'sendConnector',
      name: 'Cheap',
      properties: { AddressSpaces: ['SMTP:*;1'], SourceTransportServers: ['HUB-A2'] },
    });
    scenario.fromHub('x@adventure-works.com', 'new');
    scenario.host('mail.woodgrovebank.com', { Online: true });
    scenario.advance(10 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.tracking({ subject: 'old', eventId: 'SEND' }).map((record) => record.server)).toEqual(['HUB-A1']);
    expect(scenario.tracking({ subject: 'new', eventId: 'SEND' }).map((record) => record.server)).toEqual([
      'HUB-A1',
      'HUB-A2',
    ]);
  });

  it('H2 a size limit takes a connector out of consideration for larger messages', () => {
    const scenario = new Northwind();
    scenario.host('mail.woodgrovebank.com', { Online: false });
    const id = scenario.fromHub('x@woodgrovebank.com', 'old', 'HUB-A1', { sizeKB: 2000 });
    scenario.advance(2 * minutes);
    scenario.connector('Internet', { MaxMessageSize: 1_048_576 });
    scenario.host('mail.woodgrovebank.com', { Online: true });
    scenario.advance(10 * minutes);
    scenario.fromHub('x@woodgrovebank.com', 'new', 'HUB-A1', { sizeKB: 2000 });
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.tracking({ subject: 'old', eventId: 'SEND' }).map((record) => record.server)).toEqual(['HUB-A1']);
    expect(scenario.tracking({ subject: 'new', eventId: 'SEND' }).map((record) => record.server)).toEqual([
      'HUB-A1',
      'HUB-B1',
    ]);
  });

  it('H3 a cheaper path comes into consideration: a connector is enabled', () => {
    const scenario = new Northwind();
    scenario.connector('Partner', { Enabled: false });
    scenario.host('mail.partner.com', { Online: false });
    const id = scenario.fromHub('x@partner.com', 'old');
    scenario.advance(2 * minutes);
    expect(scenario.queue('HUB-A1')).toMatchObject({ deliveryType: 'DnsConnectorDelivery' });
    scenario.connector('Partner', { Enabled: true });
    scenario.fromHub('x@partner.com', 'new');
    scenario.advance(5 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.queue('HUB-A1')).toMatchObject({ deliveryType: 'DnsConnectorDelivery', messageCount: 1 });
    expect(scenario.folder('x@partner.com')).toEqual(['new']);
  });

  it('H4 the connector’s address space changes', () => {
    const scenario = new Northwind();
    scenario.host('smart.partner.com', { Online: false });
    const id = scenario.fromHub('x@partner.com', 'old');
    scenario.advance(2 * minutes);
    scenario.connector('Partner', { AddressSpaces: ['SMTP:other.com;1'] });
    scenario.host('smart.partner.com', { Online: true });
    scenario.advance(10 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.tracking({ subject: 'old', eventId: 'SEND' })[0]).toMatchObject({
      serverHostname: 'smart.partner.com',
    });
    scenario.fromHub('x@partner.com', 'new');
    scenario.untilIdle();
    expect(scenario.tracking({ subject: 'new', eventId: 'SEND' })[0]).toMatchObject({
      serverHostname: 'mail.partner.com',
    });
  });

  it('H5 a local Hub server is added to the source servers', () => {
    const scenario = new Northwind();
    scenario.online('HUB-A2', false);
    const id = scenario.fromHub('x@relay.com', 'old');
    scenario.advance(2 * minutes);
    scenario.connector('Site relay', { SourceTransportServers: ['HUB-A1', 'HUB-A2'] });
    scenario.fromHub('x@relay.com', 'new');
    scenario.advance(5 * minutes);
    expect(scenario.folder('x@relay.com')).toEqual(['new']);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.queue('HUB-A1')).toMatchObject({ deliveryType: 'SmtpRelayWithinAdSite', messageCount: 1 });
  });

  it('H6 the database’s server has moved to the sender’s site: the message still goes to the remote site first', () => {
    const scenario = new Northwind();
    scenario.online('HUB-B1', false);
    scenario.online('HUB-B2', false);
    const id = scenario.fromHub('bea', 'old');
    scenario.advance(3 * minutes);
    scenario.apply({ kind: 'machine.set', identity: 'MBX-B', settings: { site: 'SiteA' } });
    scenario.fromHub('bea', 'new');
    scenario.advance(3 * minutes);
    expect(scenario.folder('bea')).toEqual(['new']);
    expect(scenario.rules(id)).toEqual([]);
    scenario.online('HUB-B1', true);
    scenario.advance(10 * minutes);
    const sends = scenario
      .tracking({ subject: 'old', eventId: 'SEND' })
      .map((record) => `${record.server} ${record.serverHostname.split('.')[0]}`);
    expect(sends[0]).toBe('HUB-A1 HUB-B1');
    expect(scenario.folder('bea').sort()).toEqual(['new', 'old']);
  });

  it('H7 the group’s expansion server has changed: the message still goes to the former one', () => {
    const scenario = new Northwind();
    scenario.online('HUB-A2', false);
    const id = scenario.fromHub('engineering', 'old');
    scenario.advance(2 * minutes);
    scenario.set('distributionGroup', 'engineering', { ExpansionServer: 'HUB-A1' });
    scenario.online('HUB-A2', true);
    scenario.advance(10 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.tracking({ subject: 'old', eventId: 'SEND' })[0]).toMatchObject({
      server: 'HUB-A1',
      serverHostname: 'HUB-A2.northwindtraders.com',
    });
    expect(scenario.folder('ann')).toEqual(['old']);
  });
});

describe('I. Mailbox delivery', () => {
  it('I1 the mailbox has moved before delivery: resubmitted by the store driver', () => {
    const scenario = new Northwind();
    scenario.apply({ kind: 'database', identity: 'DB-A2', action: 'dismount' });
    const id = scenario.fromHub('abe');
    scenario.advance(2 * minutes);
    expect(scenario.queue('HUB-A1')).toMatchObject({
      deliveryType: 'MapiDelivery',
      status: 'Retry',
      lastError: expect.stringContaining('STOREDRV'),
    });
    scenario.set('mailbox', 'abe', { Database: 'DB-B' });
    scenario.apply({ kind: 'database', identity: 'DB-A2', action: 'mount' });
    scenario.advance(6 * minutes);
    expect(scenario.rules(id)).toContain('I1');
    expect(scenario.folder('abe')).toEqual(['test']);
    expect(scenario.tracking({ messageId: id, eventId: 'DELIVER' })[0]!.server).toMatch(/^HUB-B/);
  });

  it('I2 the mailbox server goes offline: in Retry, resubmitted after 12 hours idle', () => {
    const scenario = new Northwind();
    scenario.online('MBX-A2', false);
    const id = scenario.fromHub('abe');
    scenario.advance(2 * minutes);
    expect(scenario.queue('HUB-A1')).toMatchObject({ deliveryType: 'MapiDelivery', status: 'Retry' });
    scenario.advance(12 * hours - 2 * minutes - 1000);
    expect(scenario.rules(id)).toEqual([]);
    scenario.advance(10 * minutes);
    expect(scenario.rules(id)).toEqual(['I2']);
    scenario.online('MBX-A2', true);
    scenario.advance(10 * minutes);
    expect(scenario.folder('abe')).toEqual(['test']);
  });
});

/** A fax that waits on HUB-A1 because the drop directory is gone. */
function waitingForFax() {
  const scenario = new Northwind();
  scenario.apply({ kind: 'directory', server: 'HUB-A1', path: 'C:\\Fax\\Drop', exists: false });
  const id = scenario.fromHub('FAX:5551234');
  scenario.advance(minutes);
  expect(scenario.queue('HUB-A1')).toMatchObject({
    deliveryType: 'NonSmtpGatewayDelivery',
    nextHopDomain: '*',
    status: 'Retry',
  });
  return { scenario, id };
}

describe('J. Foreign connector', () => {
  it('J1 the connector is removed: resubmitted, and returned as no connector takes faxes', () => {
    const { scenario, id } = waitingForFax();
    scenario.remove('foreignConnector', 'Fax');
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toEqual(expect.arrayContaining(['J1', 'N2']));
  });

  it('J2 this server is taken out of the source servers: resubmitted', () => {
    const { scenario, id } = waitingForFax();
    scenario.set('foreignConnector', 'Fax', { SourceTransportServers: ['HUB-A2'] });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('J2');
    expect(scenario.queue('HUB-A2')).toMatchObject({ deliveryType: 'NonSmtpGatewayDelivery' });
  });

  it('J3 the connector is disabled: resubmitted', () => {
    const { scenario, id } = waitingForFax();
    scenario.set('foreignConnector', 'Fax', { Enabled: false });
    scenario.advance(2 * minutes);
    expect(scenario.rules(id)).toContain('J3');
    expect(scenario.returned()).toHaveLength(1);
  });

  it('J4 the drop directory can’t be found: retried until expiry, delivered when it is back', () => {
    const { scenario, id } = waitingForFax();
    scenario.advance(20 * hours);
    expect(new Set(scenario.rules(id))).toEqual(new Set(['J4']));
    scenario.apply({ kind: 'directory', server: 'HUB-A1', path: 'C:\\Fax\\Drop', exists: true });
    scenario.advance(15 * minutes);
    expect([...scenario.files.keys()].filter((file) => file.startsWith('HUB-A1|C:\\Fax\\Drop\\'))).toHaveLength(1);
  });
});

describe('S. Connectors out of sight', () => {
  it('S1 a connector of the local site that becomes scoped leaves queued messages alone', () => {
    const scenario = new Northwind();
    scenario.online('HUB-A2', false);
    const id = scenario.fromHub('x@relay.com');
    scenario.advance(2 * minutes);
    scenario.connector('Site relay', { IsScopedConnector: true });
    scenario.advance(5 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.queue('HUB-A1')).toMatchObject({ deliveryType: 'SmtpRelayWithinAdSite', messageCount: 1 });
  });

  it('S2 mail for a connector of a remote site waits for the site: a change of scope is not noticed here', () => {
    const scenario = new Northwind();
    scenario.connector('Internet', { Enabled: false });
    scenario.online('HUB-B1', false);
    scenario.online('HUB-B2', false);
    const id = scenario.fromHub('x@woodgrovebank.com');
    scenario.advance(3 * minutes);
    expect(scenario.queue('HUB-A1')).toMatchObject({ deliveryType: 'SmtpRelayToRemoteAdSite', nextHopDomain: 'siteb' });
    scenario.connector('Backup Internet', { IsScopedConnector: true });
    scenario.advance(5 * minutes);
    expect(scenario.rules(id)).toEqual([]);
    expect(scenario.queue('HUB-A1')).toMatchObject({ nextHopDomain: 'siteb', messageCount: 1 });
    scenario.online('HUB-B1', true);
    scenario.advance(10 * minutes);
    expect(scenario.folder('x@woodgrovebank.com')).toEqual(['test']);
  });
});
