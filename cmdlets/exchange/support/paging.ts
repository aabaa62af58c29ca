// -Filter, -SortOrder, -BookmarkIndex, -BookmarkObject, -SearchForward and -ResultSize of Get-Queue and Get-Message (facts/transport 1.7).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { PSObject } from '../../../src/runtime/values.ts';
import { textOf } from '../types/argument-types.ts';
import { exchangeError } from './errors.ts';
import { compileFilter, type FilterTable } from './filter.ts';
import { FilterSyntaxError } from './filter-syntax.ts';

/** Predicate for a filter text; a bad one stops the cmdlet. */
export function filterOf<T>(cmdlet: CmdletContext, text: string, table: FilterTable<T>): (item: T) => boolean {
  try {
    return compileFilter(text, table, { variable: (name) => toText(cmdlet.engine.valueOf(name)) });
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    const message = `Invalid filter syntax. For a description of the filter parameter syntax see the command help.\n"${text}" at position ${error.position}. ${error.message}`;
    cmdlet.fail(exchangeError(cmdlet, 'invalidArgument', message));
  }
}

/** `+Priority,-Size` or a list of such entries. What is equal stays in the order of identities. */
function sortItems<T>(cmdlet: CmdletContext, items: T[], order: readonly unknown[], table: FilterTable<T>): void {
  const keys = order
    .flatMap((entry) => textOf(entry as string).split(','))
    .map((entry) => {
      const match = /^\s*([+-]?)(\w+)\s*$/.exec(entry);
      const property = match && table.get(match[2]!.toLowerCase());
      if (!property)
        cmdlet.fail(exchangeError(cmdlet, 'invalidArgument', `"${entry}" isn't a valid sort order entry.`));
      return { get: property.get, sign: match?.[1] === '-' ? -1 : 1 };
    });
  const comparable = (value: unknown): string | number =>
    typeof value === 'number' ? value : String(value ?? '').toLowerCase();
  items.sort((a, b) => {
    for (const { get, sign } of keys) {
      const left = comparable(get(a));
      const right = comparable(get(b));
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
}

/** The number that -ResultSize stands for; 1000 by default, Infinity for Unlimited. */
export function resultSize(cmdlet: CmdletContext, fallback = 1000): number {
  if (!cmdlet.has('ResultSize')) return fallback;
  const text = textOf(cmdlet.args.ResultSize);
  return /^\s*unlimited\s*$/i.test(text) ? Number.POSITIVE_INFINITY : Number.parseInt(text, 10);
}

/** No query gives more, whatever was asked for (MaxQueueViewerQueryResultCount, facts/transport 1.7). */
const ceiling = 250_000;

export interface Page<T> {
  page: T[];
  /** Results lie beyond the page. */
  more: boolean;
  /** Index of the first row, from 1. */
  first: number;
  total: number;
}

/** First and last index (exclusive) of the page: forward from the bookmark, or backward to it (facts/transport 1.7). */
export function pageBounds(
  total: number,
  size: number,
  bookmark: number | undefined,
  forward: boolean,
  include: boolean,
): [start: number, end: number] {
  if (forward) {
    const start = bookmark === undefined ? 0 : include ? bookmark : bookmark + 1;
    // Beyond the end lies the last full page.
    const from = start >= total ? Math.max(0, total - size) : start;
    return [from, Math.min(total, from + size)];
  }
  const end = Math.min(total, bookmark === undefined ? total : include ? bookmark + 1 : bookmark);
  // Before the beginning lies the first full page.
  return end - size < 0 ? [0, Math.min(total, size)] : [end - size, end];
}

/** The page of `items` that the parameters ask for. */
export function pageOf<T extends { identity: string }>(
  cmdlet: CmdletContext,
  items: T[],
  table: FilterTable<T>,
): Page<T> {
  const { args } = cmdlet;
  if (cmdlet.has('BookmarkIndex') && cmdlet.has('BookmarkObject'))
    cmdlet.fail(
      exchangeError(
        cmdlet,
        'invalidArgument',
        "The BookmarkIndex and BookmarkObject parameters can't be used together.",
      ),
    );
  if (args.SortOrder) sortItems(cmdlet, items, args.SortOrder, table);
  const size = Math.min(ceiling, resultSize(cmdlet));
  const forward: boolean = args.SearchForward ?? true;
  const include: boolean = args.IncludeBookmark ?? true;
  const [start, end] = pageBounds(items.length, size, bookmarkIndex(cmdlet, items), forward, include);
  const more = forward ? end < items.length : start > 0;
  return { page: items.slice(start, end), more, first: items.length === 0 ? 0 : start + 1, total: items.length };
}

const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Index of the bookmarked result, counted from 0. -BookmarkIndex counts from 1. An object that is gone stands at the next one. */
function bookmarkIndex<T extends { identity: string }>(cmdlet: CmdletContext, items: T[]): number | undefined {
  const { args } = cmdlet;
  if (cmdlet.has('BookmarkIndex')) return Math.max(0, Number(args.BookmarkIndex) - 1);
  if (!cmdlet.has('BookmarkObject')) return undefined;
  const identity = textOf(args.BookmarkObject);
  const exact = items.findIndex((item) => item.identity.toLowerCase() === identity.toLowerCase());
  if (exact >= 0) return exact;
  const next = items.findIndex((item) => naturally.compare(item.identity, identity) > 0);
  return next >= 0 ? next : Math.max(0, items.length - 1);
}

/** -ReturnPageInfo: how many results there are, and where the page begins. */
export function writePageInfo<T>(cmdlet: CmdletContext, { first, total }: Page<T>): void {
  if (!cmdlet.args.ReturnPageInfo) return;
  const info = { PageOffset: first, TotalCount: total };
  cmdlet.write(PSObject.of(info, 'Microsoft.Exchange.Data.QueueViewer.PagedPositionInfo'));
}

export function warnOfMore(cmdlet: CmdletContext, more: boolean): void {
  if (more)
    cmdlet.warning(
      'There are more results available than are currently displayed. To view them, increase the value of the ResultSize parameter.',
    );
}
