// -Filter, -SortOrder, -BookmarkIndex, -BookmarkObject, -SearchForward and -ResultSize of Get-Queue and Get-Message (facts/transport 1.7).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
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

/** `+Priority,-Size` or a list of such entries. */
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
  items.sort((a, b) => {
    for (const { get, sign } of keys) {
      const left = get(a) ?? '';
      const right = get(b) ?? '';
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

/** The page of `items` that the parameters ask for, and whether more were left. */
export function pageOf<T extends { identity: string }>(
  cmdlet: CmdletContext,
  items: T[],
  table: FilterTable<T>,
): { page: T[]; more: boolean } {
  const { args } = cmdlet;
  if (args.SortOrder) sortItems(cmdlet, items, args.SortOrder, table);
  const forward: boolean = args.SearchForward ?? true;
  const include: boolean = args.IncludeBookmark ?? true;
  let start = forward ? 0 : items.length - 1;
  const bookmark = bookmarkIndex(cmdlet, items);
  if (bookmark !== undefined) start = include ? bookmark : forward ? bookmark + 1 : bookmark - 1;
  const size = resultSize(cmdlet);
  const page = forward
    ? items.slice(start, start + size)
    : items.slice(Math.max(0, start - size + 1), start + 1).reverse();
  return { page, more: forward ? start + size < items.length : start - size >= 0 };
}

/** Index of the bookmarked result, counted from 0. -BookmarkIndex counts from 1. */
function bookmarkIndex<T extends { identity: string }>(cmdlet: CmdletContext, items: T[]): number | undefined {
  const { args } = cmdlet;
  if (cmdlet.has('BookmarkIndex')) return Math.max(0, Number(args.BookmarkIndex) - 1);
  if (!cmdlet.has('BookmarkObject')) return undefined;
  const identity = textOf(args.BookmarkObject).toLowerCase();
  return Math.max(
    0,
    items.findIndex((item) => item.identity.toLowerCase() === identity),
  );
}

export function warnOfMore(cmdlet: CmdletContext, more: boolean): void {
  if (more)
    cmdlet.warning(
      'There are more results available than are currently displayed. To view them, increase the value of the ResultSize parameter.',
    );
}
