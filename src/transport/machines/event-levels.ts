// How much a server writes into its event log: a level for each category of a source (Set-EventLogLevel). An event has the level
// from which on it is written; the usual level, Lowest, has what an administrator must know.

import type { JsonValue } from '../../../state/schema/json.ts';

/** In order; the product's numbers for them are 0, 1, 3, 5 and 7. */
export const eventLevels = ['Lowest', 'Low', 'Medium', 'High', 'Expert'] as const;
export type EventLevel = (typeof eventLevels)[number];

/** Index of the level of `Source\Category`; `levels` are the server's entries, `Source\Category=Level`. */
export function eventLevelOf(levels: JsonValue | undefined, path: string): number {
  if (!Array.isArray(levels) || levels.length === 0) return 0;
  const key = `${path.toLowerCase()}=`;
  for (const entry of levels) {
    const text = String(entry);
    if (text.toLowerCase().startsWith(key))
      return Math.max(0, eventLevels.indexOf(text.slice(key.length) as EventLevel));
  }
  return 0;
}

/** The entries with the level of a category changed. */
export function withEventLevel(levels: JsonValue | undefined, path: string, level: EventLevel): string[] {
  const key = `${path.toLowerCase()}=`;
  const others = (Array.isArray(levels) ? levels.map(String) : []).filter(
    (entry) => !entry.toLowerCase().startsWith(key),
  );
  return level === 'Lowest' ? others : [...others, `${path}=${level}`].sort();
}
