// The sixteen console colours as escape sequences.

const FOREGROUND: Record<string, number> = {
  Black: 30,
  DarkRed: 31,
  DarkGreen: 32,
  DarkYellow: 33,
  DarkBlue: 34,
  DarkMagenta: 35,
  DarkCyan: 36,
  Gray: 37,
  DarkGray: 90,
  Red: 91,
  Green: 92,
  Yellow: 93,
  Blue: 94,
  Magenta: 95,
  Cyan: 96,
  White: 97,
};

export function colored(text: string, foreground: string | undefined, background: string | undefined): string {
  const codes: number[] = [];
  if (foreground !== undefined && FOREGROUND[foreground] !== undefined) codes.push(FOREGROUND[foreground]);
  if (background !== undefined && FOREGROUND[background] !== undefined) codes.push(FOREGROUND[background] + 10);
  return codes.length === 0 ? text : `\u001b[${codes.join(';')}m${text}\u001b[0m`;
}
