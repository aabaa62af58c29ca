// Exchange 2010: a host without shadow redundancy keeps its own copy until it hears that the message was taken, so the server takes its
// time with that answer: until the message has gone on, at most MaxAcknowledgementDelay (facts 4.1).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Peer } from '../receive/incoming.ts';

/** Categorizing and sending on take so long when nothing stands in the way. */
const usualMs = 100;
/** With so much waiting mail the delay is left out: it would only hold up more. */
const skippedFrom = 1000;

export function acknowledgementDelayMs(
  service: TransportService,
  machine: Machine,
  connector: ConfigObject<'receiveConnector'>,
  peer: Peer,
): number {
  if (machine.version !== 2010 || !service.settings.shadowRedundancyEnabled || peer.server || peer.submission) return 0;
  const { MaxAcknowledgementDelay } = connector.properties;
  if (service.submission.items.size >= skippedFrom) return 0;
  // A Submission queue that stands still hands nothing on: the client waits for as long as it has to.
  const held = service.submission.status === 'Suspended';
  return held ? MaxAcknowledgementDelay : Math.min(MaxAcknowledgementDelay, usualMs);
}
