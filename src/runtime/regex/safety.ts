// Which engine may run a pattern: nested repetition can take exponential time in a backtracking engine without a limit.

import type { RegexNode } from './tree.ts';

function children(node: RegexNode): RegexNode[] {
  switch (node.kind) {
    case 'sequence':
    case 'choice':
      return node.items;
    case 'group':
    case 'look':
    case 'atomic':
    case 'repeat':
      return [node.body];
    case 'conditional':
      return [...(node.test ? [node.test] : []), node.yes, node.no];
    default:
      return [];
  }
}

/** Letters all ignore case, or none does. */
export function usesOneCase(node: RegexNode, ignoreCase: boolean): boolean {
  if (node.kind === 'char') return node.ignoreCase === ignoreCase || !/\p{L}/u.test(String.fromCharCode(node.code));
  if (node.kind === 'set')
    return (
      node.ignoreCase === ignoreCase ||
      !node.ranges.some(([low, high]) => high >= 65 && low < 0xff00 && !(low >= 48 && high <= 57))
    );
  if (node.kind === 'reference') return node.ignoreCase === ignoreCase;
  return children(node).every((child) => usesOneCase(child, ignoreCase));
}

/**
 * A repetition without (small) bound whose body itself repeats or has overlapping alternatives, unless a fixed character
 * separates the rounds. Errs on the side of the limited engine.
 */
export function isRisky(node: RegexNode): boolean {
  if (node.kind === 'repeat' && node.max > 10 && repeatsInside(node.body)) return true;
  if (node.kind === 'sequence' && adjacentRepeats(node.items) >= 3) return true;
  return children(node).some(isRisky);
}

function repeatsInside(node: RegexNode): boolean {
  if (node.kind === 'repeat') return node.max > 10 || node.max !== node.min;
  if (node.kind === 'choice') return node.items.some((item) => repeatsInside(item)) || overlapping(node.items);
  if (node.kind === 'sequence') return node.items.some(repeatsInside) && !separated(node.items);
  return children(node).some(repeatsInside);
}

/** The sequence begins or ends with a literal that none of its repetitions can consume. */
function separated(items: RegexNode[]): boolean {
  for (const edge of [items[0], items.at(-1)]) {
    if (edge?.kind !== 'char') continue;
    const repeats = items.filter((item) => repeatsInside(item));
    if (repeats.every((item) => item.kind === 'repeat' && !canMatch(item.body, edge.code))) return true;
  }
  return false;
}

/** Whether a single-character node matches a code; anything complex counts as yes. */
function canMatch(node: RegexNode, code: number): boolean {
  const c = String.fromCharCode(code);
  switch (node.kind) {
    case 'char':
      return node.code === code;
    case 'any':
      return true;
    case 'set': {
      const listed =
        node.ranges.some(([low, high]) => code >= low && code <= high) ||
        node.classes.some((name) =>
          (name === 'd'
            ? /\d/
            : name === 'w'
              ? /\w/
              : name === 's'
                ? /\s/
                : name === 'D'
                  ? /\D/
                  : name === 'W'
                    ? /\W/
                    : name === 'S'
                      ? /\S/
                      : /[\s\S]/
          ).test(c),
        );
      return listed !== node.negate;
    }
    case 'group':
      return canMatch(node.body, code);
    default:
      return true;
  }
}

function overlapping(items: RegexNode[]): boolean {
  const first = items.map((item) => (item.kind === 'sequence' ? item.items[0] : item));
  const codes = new Set<number>();
  for (const node of first) {
    if (node?.kind !== 'char') return true;
    if (codes.has(node.code)) return true;
    codes.add(node.code);
  }
  return false;
}

/** Longest run of unbounded repetitions side by side that can all match the same text. */
function adjacentRepeats(items: RegexNode[]): number {
  let longest = 0;
  let run = 0;
  for (const item of items) {
    if (
      item.kind === 'repeat' &&
      item.max === Number.POSITIVE_INFINITY &&
      (item.body.kind === 'any' || item.body.kind === 'group')
    )
      run++;
    else if (item.kind === 'char' || item.kind === 'set' || item.kind === 'anchor') run = 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
