// Words and patterns of transport rules. Words stand alone: `tax` is not in `taxi`. Patterns are regular expressions; those of before
// Exchange 2013 (UseLegacyRegex) know only a few signs, which are the same here (source: *Regular expressions in transport rules*).

const isWordSign = (sign: string): boolean => /[\p{L}\p{N}_]/u.test(sign);

/** One of the words stands in one of the texts. */
export function containsWord(texts: readonly string[], words: readonly string[]): boolean {
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => word !== '');
  return texts.some((text) => {
    const lower = text.toLowerCase();
    return wanted.some((word) => standsIn(lower, word));
  });
}

function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = at > 0 && isWordSign(word[0]!) && isWordSign(text[at - 1]!);
    const end = at + word.length;
    const after = end < text.length && isWordSign(word.at(-1)!) && isWordSign(text[end]!);
    if (!before && !after) return true;
  }
  return false;
}

const compiled = new Map<string, RegExp | undefined>();
const maxCompiled = 500;

/** The pattern, or nothing when it is none. */
export function patternOf(text: string): RegExp | undefined {
  if (compiled.has(text)) return compiled.get(text);
  if (compiled.size >= maxCompiled) compiled.clear();
  let pattern: RegExp | undefined;
  try {
    // .NET's inline options and anchors that JavaScript spells otherwise.
    pattern = new RegExp(
      text
        .replace(/^\(\?[imsx]+\)/, '')
        .replaceAll('\\A', '^')
        .replace(/\\[zZ]$/, '$'),
      'im',
    );
  } catch {
    pattern = undefined;
  }
  compiled.set(text, pattern);
  return pattern;
}

export function matchesPattern(texts: readonly string[], patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const expression = patternOf(pattern);
    return expression !== undefined && texts.some((text) => expression.test(text));
  });
}
