// Header lines of the organisation's own (X-MS-Exchange-Organization-…): they stand at the hop of the server that wrote them, travel
// between servers of the organisation and stay inside (*Header firewall*).

import type { Hop } from '../mail/message.ts';

/** Level that a server of the organisation gave the mail; -1: it never came from outside. */
export function sclOf(hops: Hop | undefined): number {
  for (let hop = hops; hop !== undefined; hop = hop.previous) {
    if (hop.stamps === undefined) continue;
    const match = /^X-MS-Exchange-Organization-SCL: (-?\d+)$/m.exec(hop.stamps);
    if (match !== null) return Number(match[1]);
  }
  return -1;
}

/** The same way without what the organisation keeps to itself. */
export function withoutStamps(hops: Hop | undefined): Hop | undefined {
  for (let hop = hops; hop !== undefined; hop = hop.previous) {
    if (hop.stamps === undefined) continue;
    return bare(hops);
  }
  return hops;
}

function bare(hop: Hop | undefined): Hop | undefined {
  if (hop === undefined) return undefined;
  const { stamps: _, ...rest } = hop;
  return { ...rest, previous: bare(hop.previous) };
}
