// Comparing strings as .NET's invariant and en-US cultures do (ICU's root collation), with a quick way for ASCII.

/** ASCII characters by primary weight; letters follow, upper and lower case sharing theirs. Control characters weigh nothing. */
const PUNCTUATION = '_-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789';

let primary: Uint8Array | undefined;

function weights(): Uint8Array {
  if (primary) return primary;
  primary = new Uint8Array(128);
  let weight = 1;
  for (const space of [9, 10, 11, 12, 13, 32]) primary[space] = weight++;
  for (let i = 0; i < PUNCTUATION.length; i++) primary[PUNCTUATION.charCodeAt(i)] = weight++;
  for (let i = 0; i < 26; i++) primary[65 + i] = primary[97 + i] = weight++;
  return primary;
}

let exactCollator: Intl.Collator | undefined;
let caselessCollator: Intl.Collator | undefined;

function collate(left: string, right: string, ignoreCase: boolean): number {
  if (ignoreCase) {
    caselessCollator ??= new Intl.Collator('en', { sensitivity: 'accent' });
    const result = caselessCollator.compare(left, right);
    return result;
  }
  exactCollator ??= new Intl.Collator('en', { sensitivity: 'variant' });
  return exactCollator.compare(left, right);
}

/** Order of two strings: negative, 0 or positive. Lower case comes before upper case where that is the only difference. */
export function compareText(left: string, right: string, ignoreCase: boolean): number {
  if (left === right) return 0;
  const table = weights();
  const leftLength = left.length;
  const rightLength = right.length;
  let i = 0;
  let j = 0;
  let caseOrder = 0;
  for (;;) {
    let a = 0;
    let b = 0;
    let codeA = 0;
    let codeB = 0;
    while (i < leftLength && a === 0) {
      codeA = left.charCodeAt(i++);
      if (codeA > 127) return Math.sign(collate(left, right, ignoreCase));
      a = table[codeA]!;
    }
    while (j < rightLength && b === 0) {
      codeB = right.charCodeAt(j++);
      if (codeB > 127) return Math.sign(collate(left, right, ignoreCase));
      b = table[codeB]!;
    }
    if (a !== b) return restIsAscii(left, i, right, j) ? (a < b ? -1 : 1) : Math.sign(collate(left, right, ignoreCase));
    if (a === 0) return ignoreCase ? 0 : caseOrder;
    if (codeA !== codeB && caseOrder === 0) caseOrder = codeA > codeB ? -1 : 1;
  }
}

/** A combining mark may change the weight of the character before it. */
function restIsAscii(left: string, i: number, right: string, j: number): boolean {
  return (left.charCodeAt(i) || 0) < 128 && (right.charCodeAt(j) || 0) < 128;
}

/** Equality of strings as `-eq` and `-ceq` see it. */
export function equalText(left: string, right: string, ignoreCase: boolean): boolean {
  if (left === right) return true;
  if (left.length === right.length) {
    if (!ignoreCase) {
      if (isPlain(left) && isPlain(right)) return false;
    } else {
      const a = left.toLowerCase();
      const b = right.toLowerCase();
      if (a === b) return true;
      if (isPlain(left) && isPlain(right)) return false;
    }
  } else if (isPlain(left) && isPlain(right)) return false;
  return compareText(left, right, ignoreCase) === 0;
}

/** Printable ASCII: no character that collation ignores or merges. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 126 || code < 32) {
      if (code !== 9 && code !== 10 && code !== 13) return false;
    }
  }
  return true;
}

/** Ordinal comparison by UTF-16 code units, as String.CompareOrdinal gives it (the difference). */
export function compareOrdinal(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = left.charCodeAt(i) - right.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
export function compareOrdinalIgnoreCase(left: string, right: string): number {
  return compareOrdinal(left.toUpperCase(), right.toUpperCase());
}
