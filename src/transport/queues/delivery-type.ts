// Delivery types and what follows from them. Source: facts 1.3; spec/rerouting (which queues resubmit when idle).

import type { ExchangeVersion } from '../../../state/schema/configuration.ts';

export type DeliveryType =
  | 'Undefined'
  | 'Unreachable'
  | 'DnsConnectorDelivery'
  | 'SmartHostConnectorDelivery'
  | 'NonSmtpGatewayDelivery'
  | 'DeliveryAgent'
  | 'MapiDelivery'
  | 'SmtpRelayWithinAdSite'
  | 'SmtpRelayToRemoteAdSite'
  | 'SmtpRelayToTiRg'
  | 'SmtpRelayWithinAdSiteToEdge'
  | 'SmtpDeliveryToMailbox'
  | 'SmtpRelayToDag'
  | 'SmtpRelayToMailboxDeliveryGroup'
  | 'SmtpRelayToConnectorSourceServers'
  | 'SmtpRelayToServers'
  | 'SmtpRelayToRemoteActiveDirectorySite'
  | 'ShadowRedundancy';

const external = new Set<DeliveryType>([
  'DeliveryAgent',
  'DnsConnectorDelivery',
  'NonSmtpGatewayDelivery',
  'SmartHostConnectorDelivery',
]);

export function nextHopCategory(type: DeliveryType): 'Internal' | 'External' {
  return external.has(type) ? 'External' : 'Internal';
}

/** Connector queues (A, B, G, J) stay in Retry until expiry; all others are resubmitted when idle for MaxIdleTimeBeforeResubmit. */
export function resubmitsWhenIdle(type: DeliveryType): boolean {
  return (
    !external.has(type) &&
    type !== 'SmtpRelayToTiRg' &&
    type !== 'Undefined' &&
    type !== 'Unreachable' &&
    type !== 'ShadowRedundancy'
  );
}

/** Mailbox queues retry by MailboxDeliveryQueueRetryInterval instead of the glitch, transient and outbound stages. */
export function deliversToMailbox(type: DeliveryType): boolean {
  return type === 'MapiDelivery' || type === 'SmtpDeliveryToMailbox';
}

/** Remote site: the name changed with Exchange 2013. */
export function remoteSiteType(version: ExchangeVersion): DeliveryType {
  return version >= 2013 ? 'SmtpRelayToRemoteActiveDirectorySite' : 'SmtpRelayToRemoteAdSite';
}
