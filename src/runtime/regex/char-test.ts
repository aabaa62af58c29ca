// Tests of single characters for the backtracking matcher.

import { unicodeBlock } from './parse-set.ts';
import type { CharSet, RegexNode } from './tree.ts';

const CLASSES: Record<string, RegExp> = {
  d: /\p{Nd}/u,
  D: /\P{Nd}/u,
  w: /[\p{L}\p{Mn}\p{Nd}\p{Pc}]/u,
  W: /[^\p{L}\p{Mn}\p{Nd}\p{Pc}]/u,
  s: /[\f\n\r\t\v\x85\p{Z}]/u,
  S: /[^\f\n\r\t\v\x85\p{Z}]/u,
};

export function charTest(node: RegexNode): (code: number) => boolean {
  if (node.kind === 'char') return literal(node.code, node.ignoreCase);
  if (node.kind === 'any') return node.singleline ? () => true : (code) => code !== 10;
  return setTest(node as CharSet);
}

function literal(code: number, ignoreCase: boolean): (code: number) => boolean {
  if (!ignoreCase) return (other) => other === code;
  const lower = foldCode(code);
  return (other) => other === code || foldCode(other) === lower;
}
function foldCode(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

function classTest(name: string): (code: number) => boolean {
  const known = CLASSES[name];
  if (known) return (code) => known.test(String.fromCharCode(code));
  const inner = name.slice(2, -1);
  const block = unicodeBlock(inner);
  const negated = name[0] === 'P';
  if (block) return (code) => (code >= block[0] && code <= block[1]) !== negated;
  const regex = new RegExp(`\\${name}`, 'u');
  return (code) => regex.test(String.fromCharCode(code));
}

function setTest(set: CharSet): (code: number) => boolean {
  const classes = set.classes.map(classTest);
  const except = set.except && setTest(set.except);
  const inRanges = (code: number): boolean => set.ranges.some(([low, high]) => code >= low && code <= high);
  const raw = (code: number): boolean => {
    if (inRanges(code) || classes.some((test) => test(code))) return true;
    if (!set.ignoreCase) return false;
    const c = String.fromCharCode(code);
    return inRanges(c.toLowerCase().charCodeAt(0)) || inRanges(c.toUpperCase().charCodeAt(0));
  };
  const cache = new Map<number, boolean>();
  return (code) => {
    let known = cache.get(code);
    if (known === undefined) {
      known = raw(code) !== set.negate && !except?.(code);
      if (cache.size < 4096) cache.set(code, known);
    }
    return known;
  };
}
