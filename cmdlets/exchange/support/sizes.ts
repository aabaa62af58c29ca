// Sizes as Exchange writes and reads them: `10 MB (10,485,760 bytes)`, `5MB`, `1048576`.

const units: Record<string, number> = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };

/** Bytes of a size as text; undefined when it is none. A bare number counts bytes. */
export function parseByteQuantifiedSize(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|TB)?\s*(?:\(([\d,. ]+) bytes\))?\s*$/i.exec(text);
  if (!match) return undefined;
  if (match[3] !== undefined) return Number(match[3].replace(/[,. ]/g, ''));
  return Math.round(Number(match[1]) * (units[(match[2] ?? 'B').toUpperCase()] ?? 1));
}

/** The largest unit in which the size is at least one, rounded down to four significant digits at most. */
export function byteQuantifiedSizeText(bytes: number): string {
  let unit = 'B';
  for (const name of ['KB', 'MB', 'GB', 'TB']) if (bytes >= units[name]!) unit = name;
  const amount = bytes / units[unit]!;
  const digits = amount >= 1000 ? 0 : amount >= 100 ? 1 : amount >= 10 ? 2 : 3;
  const shown = Number.isInteger(amount) ? String(amount) : String(Number(amount.toFixed(digits)));
  return `${shown} ${unit} (${bytes.toLocaleString('en-US')} bytes)`;
}
