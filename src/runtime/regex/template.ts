// Replacement templates: $1, ${name}, $&, $`, $', $+, $_, $$.

import type { CompiledRegex, RegexMatch } from './regex.ts';

export function expandTemplate(regex: CompiledRegex, match: RegexMatch, text: string, template: string): string {
  return template.replace(/\$(?:(\d+)|\{(\w+)\}|([$&`'+_]))/g, (all, number, name, symbol) => {
    if (number !== undefined) return numbered(regex, match, number, all);
    if (name !== undefined) {
      const group = /^\d+$/.test(name) ? Number(name) : regex.groupNumber(name);
      return regex.groups.some((known) => known.number === group) ? (match.value(group) ?? '') : all;
    }
    return special(regex, match, text, symbol);
  });
}

function numbered(regex: CompiledRegex, match: RegexMatch, digits: string, all: string): string {
  const group = Number(digits);
  return regex.groups.some((known) => known.number === group) ? (match.value(group) ?? '') : all;
}

function special(regex: CompiledRegex, match: RegexMatch, text: string, symbol: string): string {
  switch (symbol) {
    case '$':
      return '$';
    case '&':
      return match.value(0) ?? '';
    case '`':
      return text.slice(0, match.index);
    case "'":
      return text.slice(match.index + match.length);
    case '_':
      return text;
    default:
      return match.value(regex.groups.at(-1)!.number) ?? '';
  }
}
