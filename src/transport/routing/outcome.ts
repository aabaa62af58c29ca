// What the routing step can come to, and the texts of its errors (spec/rerouting: U1–U7, N1–N3).

import type { NextHopKey } from '../queues/queue.ts';

export type RoutingOutcome =
  | { kind: 'key'; key: NextHopKey; reason: string; alternatives: readonly string[] }
  /** Expand here: this server is the expansion server. */
  | { kind: 'here'; reason: string; alternatives: readonly string[] }
  | { kind: 'unreachable'; error: string; rule: string; reason: string; alternatives: readonly string[] }
  | { kind: 'ndr'; error: string; rule: string; reason: string; alternatives: readonly string[] };

export const none: readonly string[] = [];

// Last errors of the Unreachable queue (facts 9.1).
export const noConnectorError = 'A matching connector cannot be found to route the external recipient';
export const noDatabaseRouteError = 'There is currently no route to the mailbox database.';
export const noDatabaseError = 'The mailbox recipient does not have a mailbox database.';
export const noExpansionServerError = 'There is currently no route to the expansion server.';
export const routeSizeError = '550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route';
export const noConnectorForTypeError = '550 5.4.4 ROUTING.NoConnectorForAddressType; unable to route for address type';

export const unreachable = (error: string, rule: string, reason: string, alternatives = none): RoutingOutcome => ({
  kind: 'unreachable',
  error,
  rule,
  reason,
  alternatives,
});
export const found = (key: NextHopKey, reason: string, alternatives = none): RoutingOutcome => ({
  kind: 'key',
  key,
  reason,
  alternatives,
});
