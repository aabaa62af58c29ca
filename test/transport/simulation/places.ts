// The three organisations as the random scenarios know them: who writes to whom, and what can be broken or changed.

import contoso from '../../../state/organizations/contoso.json' with { type: 'json' };
import fabrikam from '../../../state/organizations/fabrikam2010.json' with { type: 'json' };
import northwind from '../../../state/organizations/northwind2007.json' with { type: 'json' };
import type { OrganizationData } from '../../../state/schema/organization.ts';

export interface Place {
  data: OrganizationData;
  senders: string[];
  recipients: string[];
  /** Mailboxes and databases that they may be moved to. */
  movers: string[];
  databases: string[];
  /** Machines, and those that may lose the transport role. */
  servers: string[];
  hubs: string[];
  sites: string[];
  connectors: string[];
  groups: string[];
  hosts: string[];
  /** Address spaces that a connector may get. */
  spaces: string[];
  zones: string[];
  dnsServers: string[];
}

export const places: Record<string, Place> = {
  Contoso: {
    data: contoso as unknown as OrganizationData,
    senders: ['alice', 'carol', 'kenji', 'z@fabrikam.com'],
    recipients: [
      'bob@contoso.com',
      'carol@contoso.com',
      'yuki@contoso.com',
      'x@fabrikam.com',
      'y@adatum.com',
      'z@tailspintoys.com',
      'nobody@contoso.com',
      'q@partner.adatum.com',
      'x@subsidiary.contoso.com',
      'x@nwtraders.msft',
      'x@proseware.com',
    ],
    movers: ['bob', 'carol', 'yuki'],
    databases: ['DB01', 'DB02', 'DB03'],
    servers: ['EX01', 'EX02', 'EX03', 'EDGE01'],
    hubs: ['EX03'],
    sites: ['Redmond', 'Tokyo', 'Dublin'],
    connectors: ['Partner smart host', 'EdgeSync - Redmond to Internet', 'Subsidiary', 'EdgeSync - Inbound to Redmond'],
    groups: ['sales'],
    hosts: ['mx1.fabrikam.com', 'mx2.fabrikam.com', 'mail.adatum.com', 'smart.adatum.com'],
    spaces: ['SMTP:*;1', 'SMTP:fabrikam.com;1', 'SMTP:adatum.com;50', 'SMTP:nowhere.com;1'],
    zones: ['fabrikam.com', 'adatum.com'],
    dnsServers: ['192.168.1.10'],
  },
  Northwind2007: {
    data: northwind as unknown as OrganizationData,
    senders: ['ann', 'bea', 'leo', 'dan', 'z@woodgrovebank.com'],
    recipients: [
      'adam@northwindtraders.com',
      'abe@northwindtraders.com',
      'bea@northwindtraders.com',
      'cara@northwindtraders.com',
      'dan@northwindtraders.com',
      'liz@northwindtraders.com',
      'x@woodgrovebank.com',
      'x@partner.com',
      'x@oldpartner.com',
      'x@relay.com',
      'FAX:5551234',
      'nobody@northwindtraders.com',
    ],
    movers: ['adam', 'bea', 'cara'],
    databases: ['DB-A1', 'DB-A2', 'DB-B', 'DB-C', 'DB-D'],
    servers: [
      'HUB-A1',
      'HUB-A2',
      'HUB-B1',
      'HUB-B2',
      'HUB-C1',
      'HUB-D1',
      'E2K3-1',
      'E2K3-2',
      'MBX-A1',
      'MBX-C',
      'EDGE-A',
    ],
    hubs: ['HUB-A2', 'HUB-B1', 'HUB-B2', 'HUB-C1'],
    sites: ['SiteA', 'SiteB', 'SiteC', 'SiteD'],
    connectors: ['Internet', 'Partner', 'Site relay', 'Backup Internet', 'Legacy SMTP'],
    groups: ['engineering', 'research'],
    hosts: ['mail.woodgrovebank.com', 'smart.partner.com', 'mail.partner.com', 'mail.relay.com'],
    spaces: ['SMTP:*;1', 'SMTP:partner.com;10', 'SMTP:relay.com;2', 'SMTP:nowhere.com;1'],
    zones: ['woodgrovebank.com', 'partner.com', 'relay.com'],
    dnsServers: ['192.168.1.10'],
  },
  Fabrikam2010: {
    data: fabrikam as unknown as OrganizationData,
    senders: ['amy', 'cho', 'z@contoso.com'],
    recipients: [
      'amy@fabrikam.com',
      'ben@fabrikam.com',
      'cho@fabrikam.com',
      'x@contoso.com',
      'x@adatum.com',
      'x@litwareinc.com',
      'gone@fabrikam.com',
    ],
    movers: ['ben', 'cho'],
    databases: (fabrikam.objects as { class: string; name: string }[])
      .filter((object) => object.class === 'database')
      .map((object) => object.name),
    servers: ['HUB01', 'HUB02', 'HUB03', 'HUB04', 'MBX02', 'EDGE10'],
    hubs: ['HUB02', 'HUB03', 'HUB04'],
    sites: ['HQ', 'Branch', 'Remote'],
    connectors: ['To Contoso', 'EdgeSync - HQ to Internet', 'EdgeSync - Inbound to HQ'],
    groups: [],
    hosts: ['mail.contoso.com', 'mail.adatum.com'],
    spaces: ['SMTP:*;1', 'SMTP:contoso.com;10', 'SMTP:adatum.com;1'],
    zones: ['contoso.com', 'adatum.com'],
    dnsServers: ['192.168.10.10'],
  },
};
