// A backtracking matcher over the tree, compiled to closures. It knows what JavaScript's engine does not (atomic and balancing
// groups, conditionals, right to left, \G, every capture of a group) and counts its steps, so that no pattern runs for ever.

import { DotNetException } from '../errors.ts';
import { charTest } from './char-test.ts';
import { REGEX_RIGHT_TO_LEFT } from './options.ts';
import type { CaptureSpan } from './regex.ts';
import type { RegexNode, RegexTree } from './tree.ts';

export interface Captures {
  index: number;
  length: number;
  /** By group number. */
  groups: CaptureSpan[][];
}

interface State {
  text: string;
  groups: CaptureSpan[][];
  steps: number;
  origin: number;
  depth: number;
}
type Next = (at: number) => number;
/** Matches from `at` and goes on with `next`; the end position, or -1. */
type Step = (state: State, at: number, next: Next) => number;

const STEP_LIMIT = 5_000_000;
const DEPTH_LIMIT = 6_000;

function tooLong(pattern: string): DotNetException {
  return new DotNetException(
    'System.Text.RegularExpressions.RegexMatchTimeoutException',
    `The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors. Pattern: ${pattern}`,
  );
}

export class BacktrackingMatcher {
  private readonly step: Step;
  private readonly backwards: boolean;
  constructor(
    tree: RegexTree,
    private readonly pattern: string,
    options: number,
  ) {
    this.backwards = (options & REGEX_RIGHT_TO_LEFT) !== 0;
    this.step = compile(tree.root, this.backwards, pattern);
  }

  /** First match from `start` on (backwards when the pattern says so). */
  find(text: string, start: number): Captures | undefined {
    const from = this.backwards && start === 0 ? text.length : start;
    const state: State = { text, groups: [], steps: 0, origin: from, depth: 0 };
    const direction = this.backwards ? -1 : 1;
    for (let at = from; at >= 0 && at <= text.length; at += direction) {
      state.groups = [];
      let end: number;
      try {
        end = this.step(state, at, (position) => position);
      } catch (error) {
        if (error instanceof RangeError) throw tooLong(this.pattern);
        throw error;
      }
      if (end >= 0) {
        const index = Math.min(at, end);
        return { index, length: Math.abs(end - at), groups: state.groups };
      }
    }
    return undefined;
  }
}

function count(state: State, pattern: string): void {
  if (++state.steps > STEP_LIMIT) throw tooLong(pattern);
}

function compile(node: RegexNode, backwards: boolean, pattern: string): Step {
  switch (node.kind) {
    case 'char':
    case 'set':
    case 'any':
      return single(charTest(node), backwards);
    case 'sequence':
      return sequence(
        node.items.map((item) => compile(item, backwards, pattern)),
        backwards,
      );
    case 'choice': {
      const items = node.items.map((item) => compile(item, backwards, pattern));
      return (state, at, next) => {
        for (const item of items) {
          const end = item(state, at, next);
          if (end >= 0) return end;
        }
        return -1;
      };
    }
    case 'group':
      return group(node, backwards, pattern);
    case 'look':
      return look(node, pattern);
    case 'atomic':
      return atomic(compile(node.body, backwards, pattern));
    case 'conditional':
      return conditional(node, backwards, pattern);
    case 'repeat':
      return repeat(node, backwards, pattern);
    case 'reference':
      return reference(node.number, node.ignoreCase, backwards);
    default:
      return anchor(node);
  }
}

function single(test: (code: number) => boolean, backwards: boolean): Step {
  if (backwards) return (state, at, next) => (at > 0 && test(state.text.charCodeAt(at - 1)) ? next(at - 1) : -1);
  return (state, at, next) => (at < state.text.length && test(state.text.charCodeAt(at)) ? next(at + 1) : -1);
}

function sequence(steps: Step[], backwards: boolean): Step {
  const ordered = backwards ? [...steps].reverse() : steps;
  if (ordered.length === 0) return (_state, at, next) => next(at);
  return ordered.reduceRight(
    (rest, first) => (state, at, next) => first(state, at, (position) => rest(state, position, next)),
  );
}

function group(node: Extract<RegexNode, { kind: 'group' }>, backwards: boolean, pattern: string): Step {
  const body = compile(node.body, backwards, pattern);
  const { number, pop } = node;
  if (number === undefined && pop === undefined) return body;
  return (state, at, next) =>
    body(state, at, (end) => {
      const start = Math.min(at, end);
      let popped: CaptureSpan | undefined;
      if (pop !== undefined) {
        popped = state.groups[pop]?.pop();
        if (!popped) return -1;
      }
      if (number !== undefined) {
        const span = popped
          ? { index: popped.index + popped.length, length: start - popped.index - popped.length }
          : { index: start, length: Math.abs(end - at) };
        (state.groups[number] ??= []).push(span);
      }
      const result = next(end);
      if (result < 0) {
        if (number !== undefined) state.groups[number]!.pop();
        if (popped) state.groups[pop!]!.push(popped);
      }
      return result;
    });
}

function look(node: Extract<RegexNode, { kind: 'look' }>, pattern: string): Step {
  const body = compile(node.body, !node.ahead, pattern);
  return (state, at, next) => {
    const saved = state.groups.map((spans) => [...spans]);
    const found = body(state, at, (position) => position) >= 0;
    if (found === node.negate) {
      state.groups = saved;
      return -1;
    }
    if (node.negate) state.groups = saved;
    const end = next(at);
    if (end < 0) state.groups = saved;
    return end;
  };
}

function atomic(body: Step): Step {
  return (state, at, next) => {
    const saved = state.groups.map((spans) => [...spans]);
    const end = body(state, at, (position) => position);
    const result = end < 0 ? -1 : next(end);
    if (result < 0) state.groups = saved;
    return result;
  };
}

function conditional(node: Extract<RegexNode, { kind: 'conditional' }>, backwards: boolean, pattern: string): Step {
  const yes = compile(node.yes, backwards, pattern);
  const no = compile(node.no, backwards, pattern);
  const test = node.test && compile(node.test, backwards, pattern);
  return (state, at, next) => {
    const holds = test ? test(state, at, (position) => position) >= 0 : (state.groups[node.group!]?.length ?? 0) > 0;
    return (holds ? yes : no)(state, at, next);
  };
}

function repeat(node: Extract<RegexNode, { kind: 'repeat' }>, backwards: boolean, pattern: string): Step {
  const { min, max, lazy, body } = node;
  if (body.kind === 'char' || body.kind === 'set' || body.kind === 'any')
    return repeatSingle(charTest(body), min, max, lazy, backwards, pattern);
  const step = compile(body, backwards, pattern);
  const round = (state: State, at: number, done: number, next: Next): number => {
    count(state, pattern);
    const more = (): number => {
      if (done >= max) return -1;
      if (++state.depth > DEPTH_LIMIT) throw tooLong(pattern);
      const end = step(state, at, (position) =>
        position === at && done >= min ? -1 : round(state, position, done + 1, next),
      );
      state.depth--;
      return end;
    };
    if (done < min) return more();
    if (lazy) {
      const end = next(at);
      return end >= 0 ? end : more();
    }
    const end = more();
    return end >= 0 ? end : next(at);
  };
  return (state, at, next) => round(state, at, 0, next);
}

/** Repetition of single characters in a loop instead of recursion. */
function repeatSingle(
  test: (code: number) => boolean,
  min: number,
  max: number,
  lazy: boolean,
  backwards: boolean,
  pattern: string,
): Step {
  const direction = backwards ? -1 : 1;
  return (state, at, next) => {
    const { text } = state;
    const fits = (position: number): boolean => {
      const index = backwards ? position - 1 : position;
      return index >= 0 && index < text.length && test(text.charCodeAt(index));
    };
    let position = at;
    let done = 0;
    const target = lazy ? min : max;
    while (done < target && fits(position)) {
      position += direction;
      done++;
    }
    if (done < min) return -1;
    for (;;) {
      count(state, pattern);
      const end = next(position);
      if (end >= 0) return end;
      if (lazy) {
        if (done >= max || !fits(position)) return -1;
        position += direction;
        done++;
      } else {
        if (done <= min) return -1;
        position -= direction;
        done--;
      }
    }
  };
}

function reference(number: number, ignoreCase: boolean, backwards: boolean): Step {
  return (state, at, next) => {
    const span = state.groups[number]?.at(-1);
    if (!span) return -1;
    const wanted = state.text.slice(span.index, span.index + span.length);
    const start = backwards ? at - wanted.length : at;
    if (start < 0) return -1;
    const found = state.text.slice(start, start + wanted.length);
    const same = ignoreCase ? found.toLowerCase() === wanted.toLowerCase() : found === wanted;
    return same ? next(backwards ? start : at + wanted.length) : -1;
  };
}

const WORD = /[\p{L}\p{Mn}\p{Nd}\p{Pc}\u200c\u200d]/u;
function isWord(text: string, index: number): boolean {
  return index >= 0 && index < text.length && WORD.test(text[index]!);
}

function anchor(node: Extract<RegexNode, { kind: 'anchor' }>): Step {
  const holds = anchorTest(node);
  return (state, at, next) => (holds(state, at) ? next(at) : -1);
}
function anchorTest(node: Extract<RegexNode, { kind: 'anchor' }>): (state: State, at: number) => boolean {
  switch (node.anchor) {
    case '^':
      return node.multiline ? (state, at) => at === 0 || state.text[at - 1] === '\n' : (_state, at) => at === 0;
    case '$':
      if (node.multiline) return (state, at) => at === state.text.length || state.text[at] === '\n';
      return (state, at) => at === state.text.length || (at === state.text.length - 1 && state.text[at] === '\n');
    case 'A':
      return (_state, at) => at === 0;
    case 'z':
      return (state, at) => at === state.text.length;
    case 'Z':
      return (state, at) => at === state.text.length || (at === state.text.length - 1 && state.text[at] === '\n');
    case 'G':
      return (state, at) => at === state.origin;
    case 'b':
      return (state, at) => isWord(state.text, at - 1) !== isWord(state.text, at);
    default:
      return (state, at) => isWord(state.text, at - 1) === isWord(state.text, at);
  }
}
