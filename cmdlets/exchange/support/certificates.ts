// Certificates of a server's store as the Exchange cmdlets show, find and change them (*Digital certificates and encryption*).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { PSObject, typedArray, unwrap } from '../../../src/runtime/values.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { rawOf, textOf } from '../types/argument-types.ts';
import { confirmed } from './confirmation.ts';
import { attempt, exchangeError, objectNotFound } from './errors.ts';
import { namedServer, objectsOwnedBy } from './server-scope.ts';
import { dateTimeOf } from './times.ts';

export type Certificate = ConfigObject<'exchangeCertificate'>;

/** Services in the order in which the product writes them. */
const serviceOrder = ['IMAP', 'POP', 'UM', 'IIS', 'SMTP', 'Federation', 'UMCallRouter'];

/** Names of services as the list keeps them, in the product's order; `None` is no service. */
export function servicesOf(argument: unknown): string[] {
  const given = (Array.isArray(argument) ? argument : [argument])
    .flatMap((item) => String(item).split(','))
    .map((name) => name.trim().toLowerCase());
  return serviceOrder.filter((name) => given.includes(name.toLowerCase()));
}

function statusOf({ properties }: Certificate, now: number): string {
  if (properties.RequestPending) return 'PendingRequest';
  const { NotBefore, NotAfter } = properties;
  return NotBefore !== null && NotAfter !== null && NotBefore <= now && now < NotAfter ? 'Valid' : 'DateInvalid';
}

export function certificateObject(cmdlet: CmdletContext, server: MachineView, certificate: Certificate): PSObject {
  const { properties, name } = certificate;
  const { NotBefore, NotAfter, Services, IsSelfSigned } = properties;
  return PSObject.of(
    {
      AccessRules: typedArray([], 'System.String'),
      CertificateDomains: typedArray([...properties.CertificateDomains], 'System.String'),
      FriendlyName: String(properties.FriendlyName ?? ''),
      HasPrivateKey: properties.HasPrivateKey,
      IsSelfSigned,
      Issuer: properties.Issuer,
      NotAfter: dateTimeOf(NotAfter ?? undefined),
      NotBefore: dateTimeOf(NotBefore ?? undefined),
      PublicKeySize: Number(properties.KeySize),
      RootCAType: IsSelfSigned ? 'None' : 'ThirdParty',
      SerialNumber: properties.SerialNumber,
      Services: Services.length === 0 ? 'None' : Services.join(', '),
      Status: statusOf(certificate, worldOf(cmdlet).now),
      Subject: properties.Subject,
      Thumbprint: name,
      Identity: `${server.fqdn}\\${name}`,
    },
    'Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate',
  );
}

/** -Identity, -Thumbprint, or the thumbprint of the certificate that -Instance is. */
function namedText({ args }: CmdletContext): string {
  const instance = args.Instance === undefined ? undefined : unwrap(rawOf(args.Instance));
  if (instance instanceof PSObject) return toText(instance.get('Thumbprint') ?? '');
  return textOf(args.Identity ?? args.Thumbprint ?? '');
}

/** Server and thumbprint that the parameters name: -Identity `EX01\THUMB` or `THUMB`, or -Thumbprint with -Server. */
export function namedCertificate(cmdlet: CmdletContext): { server: MachineView; thumbprint: string } | undefined {
  const text = namedText(cmdlet);
  const slash = text.lastIndexOf('\\');
  const thumbprint = text.slice(slash + 1).replace(/\s/g, '');
  const server = slash < 0 ? namedServer(cmdlet) : worldOf(cmdlet).findMachine(text.slice(0, slash));
  if (server !== undefined) return { server, thumbprint };
  if (slash >= 0) cmdlet.error(objectNotFound(cmdlet, text.slice(0, slash)));
  return undefined;
}

/** The certificate that is named; writes the product's error. */
export function findCertificate(cmdlet: CmdletContext): { server: MachineView; certificate: Certificate } | undefined {
  const place = namedCertificate(cmdlet);
  if (!place) return undefined;
  const { server, thumbprint } = place;
  const certificate = certificatesOf(cmdlet, server).find(
    ({ name }) => name.toLowerCase() === thumbprint.toLowerCase(),
  );
  if (certificate) return { server, certificate };
  const message = `The certificate with thumbprint ${thumbprint} was not found.`;
  cmdlet.error(exchangeError(cmdlet, 'invalidArgument', message));
  return undefined;
}

export const certificatesOf = (cmdlet: CmdletContext, server: MachineView): Certificate[] =>
  objectsOwnedBy(cmdlet, 'exchangeCertificate', server.name);

/** Gives a certificate to services; for SMTP it becomes the one that servers of the organisation know this one by, once that is confirmed. */
export function assignServices(
  cmdlet: CmdletContext,
  server: MachineView,
  certificate: Certificate,
  services: readonly string[],
): boolean {
  const world = worldOf(cmdlet);
  const all = servicesOf([...certificate.properties.Services, ...services]);
  const change = { kind: 'config.set', class: 'exchangeCertificate', identity: certificate.guid } as const;
  if (attempt(cmdlet, () => world.apply({ ...change, properties: { Services: all } })) === undefined) return false;
  if (!services.includes('SMTP')) return true;
  const transport = world.find('transportService', server.name);
  const present = String(transport?.properties.InternalTransportCertificateThumbprint ?? '');
  if (!transport || present === certificate.name || !mayOverwrite(cmdlet, server, present, certificate)) return true;
  const properties = { InternalTransportCertificateThumbprint: certificate.name };
  const input = { kind: 'config.set', class: 'transportService', identity: transport.guid, properties } as const;
  return attempt(cmdlet, () => world.apply(input)) !== undefined;
}

/** The product asks before another certificate becomes the default for SMTP; without anybody to ask it stays as it is. */
function mayOverwrite(cmdlet: CmdletContext, server: MachineView, present: string, certificate: Certificate): boolean {
  if (present === '' || cmdlet.args.Force === true) return true;
  const old = certificatesOf(cmdlet, server).find(({ name }) => name === present);
  if (old === undefined) return true;
  if (!cmdlet.host.ui.interactive) return false;
  const expiry = ({ properties }: Certificate): string => String(dateTimeOf(properties.NotAfter ?? undefined));
  const question = `Overwrite the existing default SMTP certificate?\n\nCurrent certificate: '${old.name}' (expires ${expiry(old)})\nReplace it with certificate: '${certificate.name}' (expires ${expiry(certificate)})`;
  return cmdlet.shouldContinue(question, 'Confirm');
}

/** Why a certificate can't be removed, or undefined (facts/outputs 3.3). */
function refusal(cmdlet: CmdletContext, server: MachineView, certificate: Certificate): string | undefined {
  const world = worldOf(cmdlet);
  const transport = world.find('transportService', server.name);
  if (transport?.properties.InternalTransportCertificateThumbprint === certificate.name)
    return 'The internal transport certificate cannot be removed because that would cause the Microsoft Exchange Transport service to stop. To replace the internal transport certificate, create a new certificate. The new certificate will automatically become the internal transport certificate. You can then remove the existing certificate.';
  const own = `<I>${certificate.properties.Issuer}<S>${certificate.properties.Subject}`.toLowerCase();
  const connectors = world
    .objects('sendConnector')
    .filter(({ properties }) => String(properties.TlsCertificateName ?? '').toLowerCase() === own)
    .map(({ name }) => name);
  if (connectors.length === 0) return undefined;
  return `A special Rpc error occurs on server ${server.name}: These certificates are tagged with following Send Connectors : ${connectors.join(', ')}. Removing and replacing certificates from Send Connector would break the mail flow. If you still want to proceed then replace or remove these certificates from Send Connector and then try this command.`;
}

export function removeCertificate(cmdlet: CmdletContext, server: MachineView, certificate: Certificate): void {
  const fault = refusal(cmdlet, server, certificate);
  if (fault !== undefined) {
    cmdlet.error(exchangeError(cmdlet, 'invalidOperation', fault));
    return;
  }
  const what = `Remove certificate with thumbprint ${certificate.name} from the computer's certificate store.`;
  if (!confirmed(cmdlet, what)) return;
  const input = { kind: 'config.remove', class: 'exchangeCertificate', identity: certificate.guid } as const;
  attempt(cmdlet, () => worldOf(cmdlet).apply(input));
}
