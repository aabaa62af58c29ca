// How a sending server introduces itself: banner, EHLO or HELO with the connector's name, TLS and authentication as the Send connector
// asks for them (facts 8.4; *Set-SendConnector*).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { SmtpPolicy } from '../../smtp/policy.ts';
import { isPositive, reply, type SmtpReply } from '../../smtp/reply.ts';
import type { Machine } from '../machines/machine.ts';
import type { Incoming } from '../receive/incoming.ts';
import type { Target } from '../routing/enhanced-dns.ts';
import type { Simulation } from '../simulation.ts';

type SendConnector = ConfigObject<'sendConnector'>;

/** The connector insists on TLS and the other side has none (outputs 1.3). */
const tlsRequired = reply(451, '5.7.3', 'STARTTLS is required to send mail');
const certificateRefused = reply(454, '4.7.5', 'The certificate specified in TlsDomain was not offered', {
  close: true,
});
const cannotAuthenticate = reply(451, '5.7.3', 'Cannot achieve Exchange Server authentication');
const noAuthentication = reply(454, '4.7.0', 'Temporary authentication failure');

/** Banner, greeting, TLS, authentication. The answer that ends it, or the last positive one. */
export function greet(
  simulation: Simulation,
  machine: Machine,
  policy: SmtpPolicy<Incoming>,
  connector: SendConnector | undefined,
  target: Target,
  domain: string,
): SmtpReply {
  const banner = policy.connect();
  if (!isPositive(banner)) return banner;
  const name = connector?.properties.Fqdn ?? machine.fqdn;
  if (connector?.properties.ForceHELO === true)
    return connector.properties.RequireTLS ? tlsRequired : policy.hello('HELO', name);
  const hello = policy.hello('EHLO', name);
  if (!isPositive(hello)) return hello;
  // Servers of the organisation know each other by X-EXPS; a Receive connector without it takes them for strangers (KB 979175).
  if (target.internal) return hello.lines.some((line) => line.startsWith('X-EXPS')) ? hello : cannotAuthenticate;
  if (connector === undefined) return hello;
  const secured = secure(simulation, policy, connector, target, domain, name, hello);
  if (!isPositive(secured.answer)) return secured.answer;
  return authenticate(simulation, machine, connector, secured.answer, secured.encrypted);
}

interface Secured {
  answer: SmtpReply;
  encrypted: boolean;
}

/** Opportunistic unless the connector or the list of secure domains asks for more. */
function secure(
  simulation: Simulation,
  policy: SmtpPolicy<Incoming>,
  connector: SendConnector,
  target: Target,
  domain: string,
  name: string,
  hello: SmtpReply,
): Secured {
  const mutual = isDomainSecured(simulation, connector, domain);
  const required = connector.properties.RequireTLS || mutual;
  if (!hello.lines.includes('STARTTLS')) return { answer: required ? tlsRequired : hello, encrypted: false };
  if (connector.properties.IgnoreSTARTTLS && !required) return { answer: hello, encrypted: false };
  const answer = policy.startTls();
  if (!isPositive(answer)) return { answer, encrypted: false };
  if (!isTrusted(simulation, connector, target, domain, mutual)) return { answer: certificateRefused, encrypted: true };
  return { answer: policy.hello('EHLO', name), encrypted: true };
}

/** Domain Security (mutual TLS): the connector has it on and the organisation lists the domain. */
function isDomainSecured(simulation: Simulation, connector: SendConnector, domain: string): boolean {
  const list = simulation.transportConfig.TLSSendDomainSecureList;
  return (
    connector.properties.DomainSecureEnabled === true &&
    Array.isArray(list) &&
    list.some((entry) => String(entry).toLowerCase() === domain.toLowerCase())
  );
}

/**
 * TlsAuthLevel DomainValidation: the certificate must be for TlsDomain, without it for the smart host or the domain. Outside hosts of
 * the sandbox show a valid certificate in their own name.
 */
function isTrusted(
  simulation: Simulation,
  connector: SendConnector,
  target: Target,
  domain: string,
  mutual: boolean,
): boolean {
  const { TlsAuthLevel, TlsDomain, DNSRoutingEnabled } = connector.properties;
  if (TlsAuthLevel !== 'DomainValidation' && !mutual) return true;
  const given = typeof TlsDomain === 'string' && TlsDomain !== '' ? TlsDomain : undefined;
  const wanted = (given ?? (DNSRoutingEnabled ? domain : target.name)).toLowerCase().replace(/^\*\./, '');
  const name = (simulation.hostsByAddress.get(target.address)?.name ?? target.name).toLowerCase();
  return name === wanted || name.endsWith(`.${wanted}`);
}

/** SmartHostAuthMechanism: outside hosts of the sandbox offer no authentication, so what insists on it does not get through. */
function authenticate(
  simulation: Simulation,
  machine: Machine,
  connector: SendConnector,
  hello: SmtpReply,
  encrypted: boolean,
): SmtpReply {
  const mechanism = String(connector.properties.SmartHostAuthMechanism ?? 'None');
  if (connector.properties.DNSRoutingEnabled || !/Basic|ExchangeServer/.test(mechanism)) return hello;
  if (mechanism === 'BasicAuthRequireTLS' && !encrypted) return tlsRequired;
  if (hello.lines.some((line) => line.startsWith(mechanism === 'ExchangeServer' ? 'X-EXPS' : 'AUTH'))) return hello;
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: 2017,
    category: 'SmtpSend',
    level: 'Warning',
    message: `Outbound authentication failed for the Send connector ${connector.name}: the remote server offers no authentication mechanism that fits ${mechanism}.`,
    strings: [connector.name, mechanism],
  });
  return mechanism === 'ExchangeServer' ? cannotAuthenticate : noAuthentication;
}
