// ANSI escape sequences in text that is to be shown without them.

export const ESCAPE_SEQUENCE = /\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)/g;

/** The text without colours, decorations and links. */
export function stripEscapes(text: string): string {
  return text.includes('\x1b') ? text.replace(ESCAPE_SEQUENCE, '') : text;
}
