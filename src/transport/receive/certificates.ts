// Which certificate a server shows for STARTTLS, and what it writes down when it has none (facts 8.1; *Selection of inbound STARTTLS
// certificates*): the one that the connector names, else one for the connector's FQDN that is enabled for SMTP and valid now; those of
// an authority before self-signed ones, the youngest first.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';
import type { Simulation } from '../simulation.ts';

type Certificate = ConfigObject<'exchangeCertificate'>;

/** `mail.contoso.com` by itself or by `*.contoso.com`. */
export function coversName(certificate: Certificate, fqdn: string): boolean {
  const name = fqdn.toLowerCase();
  const parent = name.slice(name.indexOf('.') + 1);
  return certificate.properties.CertificateDomains.some((domain) => {
    const key = domain.toLowerCase();
    return key === name || (key.startsWith('*.') && key.slice(2) === parent && name !== parent);
  });
}

/** `<I>CN=issuer<S>CN=subject` as -TlsCertificateName has it. */
export function certificateName(certificate: Certificate): string {
  return `<I>${certificate.properties.Issuer}<S>${certificate.properties.Subject}`;
}

export function isValidAt(certificate: Certificate, now: number): boolean {
  const { NotBefore, NotAfter, RequestPending } = certificate.properties;
  return !RequestPending && NotBefore !== null && NotAfter !== null && NotBefore <= now && now < NotAfter;
}

interface Choice {
  certificate: Certificate | undefined;
  /** There is one for the name, but it is not valid any more (or not yet). */
  expired: boolean;
}

export function tlsCertificate(
  simulation: Simulation,
  machine: Machine,
  connector: ConfigObject<'receiveConnector'>,
): Choice {
  const { TlsCertificateName } = connector.properties;
  const fqdn = connector.properties.Fqdn ?? machine.fqdn;
  const server = machine.name.toLowerCase();
  const fitting: Certificate[] = [];
  for (const certificate of simulation.directory.sorted('exchangeCertificate')) {
    const { Server, Services, HasPrivateKey } = certificate.properties;
    if (Server.toLowerCase() !== server || !HasPrivateKey || !Services.includes('SMTP')) continue;
    const named =
      typeof TlsCertificateName === 'string' && TlsCertificateName !== ''
        ? certificateName(certificate).toLowerCase() === TlsCertificateName.toLowerCase()
        : coversName(certificate, fqdn);
    if (named) fitting.push(certificate);
  }
  const valid = fitting.filter((certificate) => isValidAt(certificate, simulation.now));
  valid.sort(
    (left, right) =>
      Number(left.properties.IsSelfSigned) - Number(right.properties.IsSelfSigned) ||
      (right.properties.NotBefore ?? 0) - (left.properties.NotBefore ?? 0),
  );
  return { certificate: valid[0], expired: valid.length === 0 && fitting.length > 0 };
}

/** The same complaint is written once in this time. */
const repeatMs = 3_600_000;
const hourMs = 3_600_000;
/** From then on a certificate's end is near. */
const warningMs = 30 * 24 * hourMs;

/** Notes a complaint; false when the same one was made not long ago. */
function isNew(simulation: Simulation, key: string): boolean {
  const last = simulation.certificateComplaints.get(key);
  if (last !== undefined && simulation.now - last < repeatMs) return false;
  simulation.certificateComplaints.set(key, simulation.now);
  return true;
}

/** Event 12018: the certificate for STARTTLS ends soon. */
export function warnOfExpiry(simulation: Simulation, machine: Machine, certificate: Certificate): void {
  const left = (certificate.properties.NotAfter ?? 0) - simulation.now;
  if (left > warningMs || !isNew(simulation, `${certificate.guid}|soon`)) return;
  const hours = Math.floor(left / hourMs);
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: 12_018,
    category: 'TransportService',
    level: 'Warning',
    message: `The STARTTLS certificate will expire soon: subject: ${certificate.properties.Subject}, hours remaining: ${hours}. Run the New-ExchangeCertificate cmdlet to create a new certificate.`,
    strings: [certificate.properties.Subject, String(hours)],
  });
}

/** Events 12015 and 12017, when the service starts: the certificate that other servers know this one by has expired or soon will. */
export function checkInternalCertificate(simulation: Simulation, machine: Machine): void {
  const thumbprint = simulation.serviceSettings(machine).InternalTransportCertificateThumbprint;
  const certificate =
    typeof thumbprint === 'string'
      ? simulation.directory.find('exchangeCertificate', `${machine.name}\\${thumbprint}`)
      : undefined;
  if (certificate === undefined) return;
  const left = (certificate.properties.NotAfter ?? 0) - simulation.now;
  if (left > warningMs) return;
  const hours = Math.floor(left / hourMs);
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: left <= 0 ? 12_015 : 12_017,
    category: 'TransportService',
    level: left <= 0 ? 'Error' : 'Warning',
    message:
      left <= 0
        ? `An internal transport certificate expired. Thumbprint:${certificate.name}`
        : `An internal transport certificate will expire soon. Thumbprint:${certificate.name}, hours remaining: ${hours}`,
    strings: [certificate.name, String(hours)],
  });
}

/** Events 12014 and 12016: STARTTLS can't be offered. */
export function complainOfCertificate(
  simulation: Simulation,
  machine: Machine,
  connector: ConfigObject<'receiveConnector'>,
  expired: boolean,
): void {
  const fqdn = connector.properties.Fqdn ?? machine.fqdn;
  if (!isNew(simulation, `${connector.guid}|${fqdn}|${expired}`)) return;
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: expired ? 12_016 : 12_014,
    category: 'TransportService',
    level: 'Error',
    message: expired
      ? `There is no valid SMTP Transport Layer Security (TLS) certificate for the FQDN of ${fqdn}. The existing certificate for that FQDN has expired. The continued use of that FQDN will cause mail flow problems. A new certificate that contains the FQDN of ${fqdn} should be installed on this server as soon as possible.`
      : `Microsoft Exchange could not find a certificate that contains the domain name ${fqdn} in the personal store on the local computer. Therefore, it is unable to support the STARTTLS SMTP verb for the connector ${connector.name} with a FQDN parameter of ${fqdn}. If the connector's FQDN is not specified, the computer's FQDN is used.`,
    strings: [fqdn, connector.name],
  });
}
