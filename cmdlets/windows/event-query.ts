// What Get-WinEvent asks for: -LogName, -ProviderName, -FilterHashtable and the common part of -FilterXPath.

import type { EventCriteria } from '../../src/logs/event-log.ts';
import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { convertTo, toText } from '../../src/runtime/convert.ts';
import { enumerate } from '../../src/runtime/enumerate.ts';
import { isDictionary } from '../../src/runtime/types/collections/hashtable.ts';
import { unwrap, type Value } from '../../src/runtime/values.ts';
import { instantOf } from '../exchange/support/times.ts';

export interface EventQuery {
  logs: string[];
  criteria: EventCriteria;
}

const texts = (value: Value): string[] => [...enumerate(value)].map((item) => toText(unwrap(item)));
const numbers = (value: Value): number[] => texts(value).map(Number);
const levelNames: Record<number, string> = { 1: 'Error', 2: 'Error', 3: 'Warning', 4: 'Information', 0: 'Information' };
const instant = (value: Value): number => instantOf(convertTo(unwrap(value), 'System.DateTime'));

/** Keys of -FilterHashtable; their names ignore case. */
const readers: Record<string, (query: EventQuery, value: Value) => void> = {
  logname: (query, value) => query.logs.push(...texts(value)),
  providername: (query, value) => {
    query.criteria.sources = texts(value);
  },
  id: (query, value) => {
    query.criteria.eventIds = numbers(value);
  },
  level: (query, value) => {
    query.criteria.levels = numbers(value).flatMap((level) => levelNames[level] ?? []);
  },
  starttime: (query, value) => {
    query.criteria.start = instant(value);
  },
  endtime: (query, value) => {
    query.criteria.end = instant(value);
  },
};

function fromHashtable(cmdlet: CmdletContext, table: Value): EventQuery {
  const query: EventQuery = { logs: [], criteria: {} };
  const value = unwrap(table);
  for (const [key, item] of isDictionary(value) ? value.entries() : []) {
    const name = toText(key).toLowerCase();
    const read = readers[name];
    if (read) read(query, item);
    else if (!['path', 'keywords', 'userid', 'data', 'suppresshashfilter'].includes(name)) {
      const message = `The key ${toText(key)} is not a valid key for a filter of events.`;
      cmdlet.fail(cmdlet.makeError(message, 'InvalidFilterHashtable', 'InvalidArgument', null, 'System.Exception'));
    }
  }
  return query;
}

/** `*[System[EventID=7009 and Provider[@Name='x'] and Level=4]]`. */
function fromXPath(text: string): EventCriteria {
  const ids = [...text.matchAll(/EventID\s*=\s*(\d+)/gi)].map((match) => Number(match[1]));
  const sources = [...text.matchAll(/@Name\s*=\s*['"]([^'"]+)['"]/gi)].map((match) => match[1]!);
  const levels = [...text.matchAll(/Level\s*=\s*(\d)/gi)].flatMap((match) => levelNames[Number(match[1])] ?? []);
  return {
    ...(ids.length > 0 ? { eventIds: ids } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    ...(levels.length > 0 ? { levels } : {}),
  };
}

export function eventQueries(cmdlet: CmdletContext): EventQuery[] {
  const { args } = cmdlet;
  if (args.FilterHashtable)
    return (args.FilterHashtable as Value[]).map((table) => {
      const query = fromHashtable(cmdlet, table);
      return query.logs.length > 0 ? query : { ...query, logs: ['Application', 'System'] };
    });
  const criteria = args.FilterXPath === undefined ? {} : fromXPath(args.FilterXPath);
  if (args.ProviderName)
    return [{ logs: ['Application', 'System'], criteria: { ...criteria, sources: args.ProviderName } }];
  return [{ logs: args.LogName ?? ['Application', 'System'], criteria }];
}
