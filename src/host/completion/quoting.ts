// Quotes around completed values.

/** A value that needs quotes gets them; the quote that was typed is kept. */
export function quoted(value: string, quote: string): string {
  if (/^\$(true|false)$/.test(value)) return value;
  if (quote === '' && /^[\w.\\:@/*-]+$/.test(value) && !value.startsWith('@')) return value;
  const mark = quote === '' ? "'" : quote;
  return mark + value.replaceAll(mark, mark + mark) + mark;
}
