// EHLO keywords of a Receive connector, in the product's order (facts 8.1).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';

export interface EhloSituation {
  /** The session is encrypted already. */
  tls: boolean;
  /** There is a usable certificate for STARTTLS. */
  certificate: boolean;
  shadowEnabled: boolean;
}

export function ehloKeywords(
  machine: Machine,
  connector: ConfigObject<'receiveConnector'>,
  { tls, certificate, shadowEnabled }: EhloSituation,
): string[] {
  const { properties } = connector;
  const version = machine.version ?? 2016;
  const frontEnd = properties.TransportRole === 'FrontendTransport';
  const mechanisms = properties.AuthMechanism.split(',').map((name) => name.trim());
  const servers = mechanisms.includes('ExchangeServer');
  const keywords: string[] = [];
  if (properties.SizeEnabled === 'Enabled') keywords.push(`SIZE ${properties.MaxMessageSize}`);
  else if (/^EnabledWithoutValue$/i.test(properties.SizeEnabled)) keywords.push('SIZE');
  if (properties.PipeliningEnabled) keywords.push('PIPELINING');
  if (properties.DeliveryStatusNotificationEnabled) keywords.push('DSN');
  if (properties.EnhancedStatusCodesEnabled) keywords.push('ENHANCEDSTATUSCODES');
  if (mechanisms.includes('Tls') && certificate && !tls) keywords.push('STARTTLS');
  if (servers && !properties.SuppressXAnonymousTls && !tls) keywords.push('X-ANONYMOUSTLS');
  const login = mechanisms.includes('BasicAuth') && (tls || !mechanisms.includes('BasicAuthRequireTLS'));
  if (mechanisms.includes('Integrated'))
    keywords.push(
      `AUTH ${properties.EnableAuthGSSAPI || (frontEnd && !servers) ? 'GSSAPI ' : ''}NTLM${login ? ' LOGIN' : ''}`,
    );
  else if (login) keywords.push('AUTH LOGIN');
  if (servers) keywords.push(machine.isEdge ? 'X-EXPS NTLM' : 'X-EXPS GSSAPI NTLM');
  if (properties.EightBitMimeEnabled) keywords.push('8BITMIME');
  if (properties.BinaryMimeEnabled && properties.ChunkingEnabled) keywords.push('BINARYMIME');
  if (properties.ChunkingEnabled) keywords.push('CHUNKING');
  // XEXCH50 carries Exchange 2003's properties; the KB article's 2013–2016 Transport service still offers it.
  if (servers && !frontEnd && (!machine.isEdge || version <= 2010)) keywords.push('XEXCH50');
  if (servers && version >= 2010) keywords.push('XRDST');
  if (servers && !frontEnd && !machine.isEdge && shadowEnabled && version >= 2010)
    keywords.push(version === 2010 ? 'XSHADOW' : 'XSHADOWREQUEST');
  if (version >= 2019 && properties.SmtpUtf8Enabled === true) keywords.push('SMTPUTF8');
  return keywords;
}
