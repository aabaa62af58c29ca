// New-ExchangeCertificate: the names that a new certificate bears, and what is made: a self-signed one or a request to an authority.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { PSObject, unwrap, type Value } from '../../../src/runtime/values.ts';
import { thumbprintOf, validity } from '../../../src/transport/directory/certificates.ts';
import { guidOf } from '../../../src/transport/kernel/identifiers.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { textsOf } from '../../sandbox/support/lists.ts';
import { toBase64, utf8Bytes } from '../../windows/base64.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { rawOf, textOf } from '../types/argument-types.ts';
import { assignServices, type Certificate, certificatesOf, servicesOf } from './certificates.ts';
import { attempt } from './errors.ts';
import { invalid } from './server-scope.ts';

/** -DomainName and the -Include… switches; without any the server's own names. */
function domainsOf(cmdlet: CmdletContext, server: MachineView): string[] {
  const { args } = cmdlet;
  const accepted = worldOf(cmdlet)
    .objects('acceptedDomain')
    .map(({ properties }) => properties.DomainName);
  const domains = [
    ...(cmdlet.has('DomainName') ? textsOf(rawOf(args.DomainName)) : []),
    ...(args.IncludeServerFQDN === true ? [server.fqdn] : []),
    ...(args.IncludeServerNetBIOSName === true ? [server.name] : []),
    ...(args.IncludeAcceptedDomains === true ? accepted : []),
    ...(args.IncludeAutoDiscover === true
      ? accepted.map((domain) => `autodiscover.${domain.replace(/^\*\./, '')}`)
      : []),
  ];
  const subject = cmdlet.has('SubjectName')
    ? /(?:^|,)\s*CN\s*=\s*([^,]+)/i.exec(textOf(args.SubjectName))?.[1]
    : undefined;
  if (subject !== undefined) domains.unshift(subject.trim());
  const renewed = textsOf((instanceOf(cmdlet)?.get('CertificateDomains') ?? null) as Value);
  const wanted = domains.length > 0 ? domains : renewed.length > 0 ? renewed : [server.name, server.fqdn];
  return wanted.filter(
    (domain, index) => wanted.findIndex((other) => other.toLowerCase() === domain.toLowerCase()) === index,
  );
}

/** The certificate that is piped in to be renewed: its names and its friendly name are taken over. */
function instanceOf(cmdlet: CmdletContext): PSObject | undefined {
  const raw = cmdlet.has('Instance') ? unwrap(rawOf(cmdlet.args.Instance)) : undefined;
  return raw instanceof PSObject ? raw : undefined;
}

function subjectOf(cmdlet: CmdletContext, domains: readonly string[]): string {
  if (cmdlet.has('SubjectName')) return textOf(cmdlet.args.SubjectName);
  const renewed = instanceOf(cmdlet)?.get('Subject');
  return renewed !== undefined && !cmdlet.has('DomainName') ? toText(renewed) : `CN=${domains[0]}`;
}

/** Fields of the certificate that the parameters ask for. */
function fieldsOf(cmdlet: CmdletContext, server: MachineView): JsonObject & { Subject: string } {
  const { args } = cmdlet;
  const domains = domainsOf(cmdlet, server);
  const renewed = instanceOf(cmdlet)?.get('FriendlyName');
  const friendlyName = cmdlet.has('FriendlyName')
    ? textOf(args.FriendlyName)
    : renewed === undefined
      ? undefined
      : toText(renewed);
  return {
    Server: server.name,
    Subject: subjectOf(cmdlet, domains),
    CertificateDomains: domains,
    ...(friendlyName === undefined ? {} : { FriendlyName: friendlyName }),
    ...(cmdlet.has('KeySize') ? { KeySize: Number(args.KeySize) } : {}),
    ...(cmdlet.has('PrivateKeyExportable') ? { PrivateKeyExportable: args.PrivateKeyExportable === true } : {}),
    ...(cmdlet.has('SubjectKeyIdentifier') ? { SubjectKeyIdentifier: textOf(args.SubjectKeyIdentifier) } : {}),
  };
}

/** Number of the certificate in the sandbox: makes thumbprints differ. */
function numberOf(cmdlet: CmdletContext, server: MachineView): number {
  return certificatesOf(cmdlet, server).length + 1;
}

function store(
  cmdlet: CmdletContext,
  server: MachineView,
  properties: JsonObject & { Subject: string },
): Certificate | undefined {
  const key = `${server.fqdn}/${properties.Subject}/${worldOf(cmdlet).now}/${numberOf(cmdlet, server)}`;
  const name = thumbprintOf(key);
  const SerialNumber = guidOf(`${key}/serial`).replaceAll('-', '').toUpperCase();
  const input = {
    kind: 'config.new',
    class: 'exchangeCertificate',
    name,
    properties: { ...properties, SerialNumber },
  } as const;
  const made = attempt(cmdlet, () => worldOf(cmdlet).apply(input));
  return made && worldOf(cmdlet).find('exchangeCertificate', made.identity ?? name);
}

/** A self-signed certificate, given to the services that are named; undefined when it was refused. */
export function createSelfSigned(cmdlet: CmdletContext, server: MachineView): Certificate | undefined {
  if (cmdlet.has('KeySize') && ![1024, 2048, 4096].includes(Number(cmdlet.args.KeySize)))
    return invalid(cmdlet, 'The key size must be 1024, 2048 or 4096.');
  const fields = fieldsOf(cmdlet, server);
  const version = server.version ?? 2016;
  const services = cmdlet.has('Services') ? servicesOf(cmdlet.args.Services) : ['IMAP', 'POP', 'SMTP'];
  const made = store(cmdlet, server, {
    ...fields,
    Issuer: fields.Subject,
    Services: [],
    ...validity(version, worldOf(cmdlet).now),
  });
  if (made) assignServices(cmdlet, server, made, services);
  return made && worldOf(cmdlet).find('exchangeCertificate', made.guid);
}

/** A request: its private key waits in the store, the text goes to an authority. */
export function createRequest(cmdlet: CmdletContext, server: MachineView): string | undefined {
  const fields = fieldsOf(cmdlet, server);
  const made = store(cmdlet, server, { ...fields, Issuer: fields.Subject, Services: [], RequestPending: true });
  if (!made) return undefined;
  // The names stand in it and the thumbprint; a real request's signature could not be the same twice.
  const content = utf8Bytes(`${fields.Subject}\n${(fields.CertificateDomains as string[]).join('\n')}\n${made.name}`);
  const lines = toBase64(content).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN NEW CERTIFICATE REQUEST-----', ...lines, '-----END NEW CERTIFICATE REQUEST-----', ''].join(
    '\r\n',
  );
}
