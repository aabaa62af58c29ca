// The comma-separated form that Exchange's text logs share.

const needsQuotes = /[",\r\n]/;

/** A field as it stands in a line: quoted only where it must be. */
export function csvField(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Fields of one line. Quoted line breaks do not occur: the writer turns them into blanks. */
export function parseCsvLine(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] !== '"') {
      let end = line.indexOf(',', at);
      if (end < 0) end = line.length;
      fields.push(line.slice(at, end));
      at = end + 1;
      continue;
    }
    let text = '';
    let from = at + 1;
    for (;;) {
      const quote = line.indexOf('"', from);
      if (quote < 0) {
        text += line.slice(from);
        at = line.length + 1;
        break;
      }
      text += line.slice(from, quote);
      if (line[quote + 1] === '"') {
        text += '"';
        from = quote + 2;
        continue;
      }
      at = quote + 2;
      break;
    }
    fields.push(text);
  }
  return fields;
}

let cachedSecond = -1;
let cachedText = '';

/** `2026-03-02T08:00:01.123Z`. Log lines come in order of time, so all but the milliseconds is kept. */
export function isoTime(time: number): string {
  const milliseconds = ((time % 1000) + 1000) % 1000;
  const second = (time - milliseconds) / 1000;
  if (second !== cachedSecond) {
    cachedSecond = second;
    cachedText = new Date(second * 1000).toISOString().slice(0, 20);
  }
  const text = String(Math.floor(milliseconds));
  return `${cachedText}${text.length === 3 ? text : text.padStart(3, '0')}Z`;
}
