// Certificates in the servers' stores: those that Setup makes, and new ones.

import type { JsonObject } from '../../../state/schema/json.ts';
import { guidOf } from '../kernel/identifiers.ts';
import type { Machine } from '../machines/machine.ts';
import type { Simulation } from '../simulation.ts';

/** Self-signed certificates of Setup and New-ExchangeCertificate are valid for five years; those of 2007 for one. */
const selfSignedYears = 5;
const yearMs = 31_556_952_000;

/** 40 hexadecimal digits that depend on the text alone. */
export function thumbprintOf(text: string): string {
  return `${guidOf(text)}${guidOf(`${text}/2`)}`.replaceAll('-', '').slice(0, 40).toUpperCase();
}

export function validity(version: number, now: number): { NotBefore: number; NotAfter: number } {
  const years = version <= 2007 ? 1 : selfSignedYears;
  const NotBefore = Math.floor(now / 1000) * 1000;
  return { NotBefore, NotAfter: NotBefore + Math.round((years * yearMs) / 1000) * 1000 };
}

/** What setup puts into the store of a server: its own certificate, from 2013 on also the organisation's for server authentication. */
export function installCertificates(simulation: Simulation, machine: Machine): void {
  const version = machine.version ?? 0;
  if (version < 2007) return;
  const name = machine.name.toLowerCase();
  const own = [...simulation.directory.all('exchangeCertificate')];
  if (own.some(({ properties }) => properties.Server.toLowerCase() === name)) return;
  // As if the server had been set up some months before the story begins.
  const setUp = simulation.now - yearMs / 2;
  create(simulation, machine, `${machine.fqdn}/setup`, {
    Subject: `CN=${machine.name}`,
    CertificateDomains: [machine.name, machine.fqdn],
    Services: machine.isEdge ? ['SMTP'] : ['IMAP', 'POP', 'IIS', 'SMTP'],
    ...validity(version, setUp),
  });
  if (version >= 2013 && !machine.isEdge)
    create(simulation, machine, `${simulation.data.forest}/auth`, {
      Subject: 'CN=Microsoft Exchange Server Auth Certificate',
      FriendlyName: 'Microsoft Exchange Server Auth Certificate',
      Services: ['SMTP'],
      ...validity(version, setUp),
    });
  const service = simulation.directory.find('transportService', machine.name);
  if (service !== undefined && service.properties.InternalTransportCertificateThumbprint === null)
    simulation.directory.set(
      service as never,
      { InternalTransportCertificateThumbprint: thumbprintOf(`${machine.fqdn}/setup`) },
      simulation.now,
    );
}

function create(
  simulation: Simulation,
  machine: Machine,
  key: string,
  properties: JsonObject & { Subject: string },
): void {
  const thumbprint = thumbprintOf(key);
  simulation.directory.create(
    'exchangeCertificate',
    thumbprint,
    {
      Server: machine.name,
      Issuer: properties.Subject,
      SerialNumber: guidOf(`${key}/serial`).replaceAll('-', '').toUpperCase(),
      ...properties,
    },
    simulation.now,
  );
}
