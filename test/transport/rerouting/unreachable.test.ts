// spec/rerouting U and N: the Unreachable queue, and what is returned instead.

import { describe, expect, it } from 'vitest';
import { minutes } from '../support/scenario.ts';
import { Northwind } from './support.ts';

describe('U. Unreachable', () => {
  it('U1 a directory recipient without a routing path', () => {
    const scenario = new Northwind();
    scenario.set('mailbox', 'bea', { Database: null });
    const id = scenario.fromHub('bea');
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual(['U1']);
    expect(scenario.unreachable()[0]).toMatchObject({
      lastError: 'The mailbox recipient does not have a mailbox database.',
    });
    expect(scenario.queue('HUB-A1')).toMatchObject({
      deliveryType: 'Unreachable',
      nextHopDomain: 'Unreachable Domain',
    });
  });

  it('U2 an external address that no usable connector matches, disabled and misconfigured ones included', () => {
    const scenario = new Northwind();
    scenario.connector('Internet', { Enabled: false });
    scenario.connector('Backup Internet', { DNSRoutingEnabled: false, SmartHosts: [] });
    const id = scenario.fromHub('x@woodgrovebank.com');
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual(['U2']);
    expect(scenario.unreachable()[0]!.recipients[0]).toMatchObject({
      lastError: 'A matching connector cannot be found to route the external recipient',
    });
  });

  it('U3 a group whose expansion server lacks the Hub Transport role', () => {
    const scenario = new Northwind();
    scenario.roles('HUB-B1', ['None']);
    const id = scenario.fromHub('research');
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual(['U3']);
  });

  it('U4 mail that came in by a Receive connector linked to a disabled Send connector', () => {
    const scenario = new Northwind();
    scenario.connector('Internet', { LinkedReceiveConnector: 'HUB-A1\\Linked', Enabled: false });
    scenario.apply({
      kind: 'config.new',
      class: 'receiveConnector',
      name: 'Linked',
      properties: {
        Server: 'HUB-A1',
        Bindings: ['0.0.0.0:26'],
        PermissionGroups: 'AnonymousUsers, ExchangeServers',
        AuthMechanism: 'Tls, ExchangeServer',
        Fqdn: 'HUB-A1.northwindtraders.com',
      },
    });
    scenario.telnet(
      'HUB-A1',
      26,
      [
        'helo a.com',
        'mail from:<x@outside.com>',
        'rcpt to:<y@northwindtraders.com>',
        'rset',
        'mail from:<ann@northwindtraders.com>',
        'rcpt to:<ann@northwindtraders.com>',
        'data',
        'subject: linked',
        '',
        '.',
      ],
      'HUB-A1',
    );
    scenario.set('mailbox', 'ann', { ForwardingAddress: 'outsider' });
    scenario.apply({
      kind: 'config.new',
      class: 'mailContact',
      name: 'outsider',
      properties: { ExternalEmailAddress: 'x@adventure-works.com' },
    });
    scenario.untilIdle();
    expect(scenario.unreachable()).toHaveLength(1);
    expect(scenario.rules(scenario.unreachable()[0]!.internetMessageId)).toContain('U4');
  });

  it('U5 no routing group connector, cured by New-RoutingGroupConnector', () => {
    const scenario = new Northwind();
    const { properties } = scenario.world.find('routingGroupConnector', 'A to Legacy')!;
    scenario.remove('routingGroupConnector', 'A to Legacy');
    const id = scenario.fromHub('leo');
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual(['U5']);
    scenario.apply({
      kind: 'config.new',
      class: 'routingGroupConnector',
      name: 'A to Legacy',
      properties: { ...properties },
    });
    scenario.untilIdle();
    expect(scenario.folder('leo')).toEqual(['test']);
  });

  it('U6 the target site holds no Hub Transport server, cured by one', () => {
    const scenario = new Northwind();
    scenario.roles('HUB-D1', ['None']);
    const id = scenario.fromHub('dan');
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual(['U6']);
    scenario.roles('HUB-D1', ['HubTransport']);
    scenario.advance(5 * minutes);
    expect(scenario.folder('dan')).toEqual(['test']);
  });

  it('U7 no site link joins the sites, cured by one', () => {
    const scenario = new Northwind();
    scenario.remove('adSiteLink', 'C-D');
    const id = scenario.fromHub('dan');
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual(['U7']);
    scenario.apply({
      kind: 'config.new',
      class: 'adSiteLink',
      name: 'B-D',
      properties: { Sites: ['SiteB', 'SiteD'], ADCost: 5 },
    });
    scenario.advance(5 * minutes);
    expect(scenario.folder('dan')).toEqual(['test']);
  });

  it('U8 two recipients of one message keep their own reasons in the one queue', () => {
    const scenario = new Northwind();
    scenario.remove('adSiteLink', 'C-D');
    scenario.connector('Internet', { Enabled: false });
    scenario.connector('Backup Internet', { Enabled: false });
    scenario.fromHub(['dan', 'x@woodgrovebank.com']);
    scenario.untilIdle();
    const [message] = scenario.unreachable();
    expect(message!.recipients.map((recipient) => recipient.lastError).sort()).toEqual([
      'A matching connector cannot be found to route the external recipient',
      'There is currently no route to the mailbox database.',
    ]);
  });

  it('U9 a change that leaves the routing table as it was moves nothing', () => {
    const scenario = new Northwind();
    scenario.remove('adSiteLink', 'C-D');
    const id = scenario.fromHub('dan');
    scenario.untilIdle();
    scenario.connector('Partner', { Comment: 'a remark' });
    scenario.set('transportConfig', 'Transport Settings', { MaxSendSize: 20_971_520 });
    scenario.advance(5 * minutes);
    expect(scenario.rules(id)).toEqual(['U7']);
  });

  it('U10 a change that alters the routing table resubmits the queue', () => {
    const scenario = new Northwind();
    scenario.remove('adSiteLink', 'C-D');
    const id = scenario.fromHub('dan');
    scenario.untilIdle();
    scenario.connector('Partner', { AddressSpaces: ['SMTP:partner.com;1', 'SMTP:other.com;1'] });
    scenario.advance(5 * minutes);
    expect(scenario.rules(id)).toEqual(['U7', 'U10', 'U7']);
  });

  it('U11 Retry-Queue -Resubmit resubmits by hand', () => {
    const scenario = new Northwind();
    scenario.remove('adSiteLink', 'C-D');
    const id = scenario.fromHub('dan');
    scenario.untilIdle();
    scenario.apply({ kind: 'queue', action: 'resubmit', queue: 'HUB-A1\\Unreachable' });
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual(['U7', 'U11', 'U7']);
  });

  it('U12 an inconsistency found while calculating is written to the Application log', () => {
    const scenario = new Northwind();
    scenario.remove('adSiteLink', 'C-D');
    scenario.advance(minutes);
    expect(scenario.events('HUB-A1', 5007)[0]).toMatchObject({
      logName: 'Application',
      source: 'MSExchangeTransport',
      category: 'Routing',
      message: expect.stringContaining('SiteD'),
    });
    expect(scenario.events('HUB-A1', 5006)[0]!.message).toContain('DB-D');
  });
});

describe('N. Returned instead', () => {
  it('N1 the one least-cost path may not be used by a message of this size', () => {
    const scenario = new Northwind();
    scenario.set('adSiteLink', 'A-B', { MaxMessageSize: 65_536 });
    const id = scenario.fromHub('cara', 'large', 'HUB-A1', { sizeKB: 100 });
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual(['N1']);
    expect(scenario.returned()[0]).toContain('5.3.4');
  });

  it('N2 a non-SMTP address that no connector matches', () => {
    const scenario = new Northwind();
    scenario.set('foreignConnector', 'Fax', { Enabled: false });
    const id = scenario.fromHub('FAX:5551234');
    scenario.untilIdle();
    expect(scenario.rules(id)).toEqual(['N2']);
    expect(scenario.returned()[0]).toContain('5.4.4');
  });

  it('N3 a non-SMTP recipient of mail that came in by a linked Receive connector out of use', () => {
    const scenario = new Northwind();
    scenario.connector('Internet', { LinkedReceiveConnector: 'HUB-A1\\Linked', Enabled: false });
    scenario.apply({
      kind: 'config.new',
      class: 'receiveConnector',
      name: 'Linked',
      properties: {
        Server: 'HUB-A1',
        Bindings: ['0.0.0.0:26'],
        PermissionGroups: 'AnonymousUsers, ExchangeServers',
        AuthMechanism: 'Tls, ExchangeServer',
        Fqdn: 'HUB-A1.northwindtraders.com',
      },
    });
    scenario.apply({
      kind: 'config.new',
      class: 'mailContact',
      name: 'faxline',
      properties: { ExternalEmailAddress: 'FAX:5551234', PrimarySmtpAddress: 'faxline@northwindtraders.com' },
    });
    scenario.telnet(
      'HUB-A1',
      26,
      [
        'helo a.com',
        'mail from:<ann@northwindtraders.com>',
        'rcpt to:<faxline@northwindtraders.com>',
        'data',
        'subject: linked',
        '',
        '.',
      ],
      'HUB-A1',
    );
    scenario.untilIdle();
    const fail = scenario.tracking({ eventId: 'FAIL' })[0]!;
    expect(scenario.rules(fail.messageId)).toContain('N3');
    expect(scenario.returned()).toHaveLength(1);
  });
});
