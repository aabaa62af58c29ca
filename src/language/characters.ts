// Classes of characters, as one table of bits by UTF-16 code. Everything the lexer decides about a single
// character is decided here: what ends a word, what starts a name, which quotes and dashes count as such.

/** Ends a bare word wherever it stands: white space, line ends and the separators of statements and arguments. */
export const ENDS_WORD = 1;
/** May stand right after a number in an expression. */
export const ENDS_NUMBER = 2;
export const WHITE_SPACE = 4;
export const LINE_END = 8;
export const IDENTIFIER_START = 16;
export const IDENTIFIER_PART = 32;
export const DIGIT = 64;
export const HEX_DIGIT = 128;
/** May stand in a variable's name written without braces. */
export const VARIABLE_PART = 256;

const table = new Uint16Array(128);

function mark(characters: string, bits: number): void {
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)]! |= bits;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
mark(`${LETTERS}_`, IDENTIFIER_START | IDENTIFIER_PART | VARIABLE_PART);
mark('0123456789', DIGIT | HEX_DIGIT | IDENTIFIER_PART | VARIABLE_PART);
mark('?', VARIABLE_PART);
mark('abcdefABCDEF', HEX_DIGIT);
mark(' \t\v\f', WHITE_SPACE | ENDS_WORD);
mark('\r\n', LINE_END | ENDS_WORD);
mark('&(),;{|}', ENDS_WORD);
mark('!#%*+-./<=>]', ENDS_NUMBER);

const letterOutsideAscii = /\p{L}|\p{Lu}|\p{Nl}/u;
const digitOutsideAscii = /\p{Nd}|\p{Mn}|\p{Mc}/u;
const separatorOutsideAscii = /[\p{Z}\u0085]/u;

function bitsOutsideAscii(code: number): number {
  if (code === 0xa0 || code === 0x85) return WHITE_SPACE | ENDS_WORD;
  if (isDash(code)) return ENDS_NUMBER;
  if (isSingleQuote(code) || isDoubleQuote(code)) return 0;
  const character = String.fromCharCode(code);
  if (letterOutsideAscii.test(character)) return IDENTIFIER_START | IDENTIFIER_PART | VARIABLE_PART;
  if (digitOutsideAscii.test(character)) return IDENTIFIER_PART | VARIABLE_PART;
  if (separatorOutsideAscii.test(character)) return WHITE_SPACE | ENDS_WORD;
  return 0;
}

/** The class bits of a character; NaN (behind the end of the text) ends words and numbers. */
export function classOf(code: number): number {
  if (code < 128) return table[code]!;
  if (Number.isNaN(code)) return ENDS_WORD;
  return bitsOutsideAscii(code);
}

export function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2013 && code <= 0x2015);
}
export function isSingleQuote(code: number): boolean {
  return code === 0x27 || (code >= 0x2018 && code <= 0x201b);
}
export function isDoubleQuote(code: number): boolean {
  return code === 0x22 || (code >= 0x201c && code <= 0x201e);
}
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
export function isIdentifierStart(code: number): boolean {
  return (classOf(code) & IDENTIFIER_START) !== 0;
}
export function isIdentifierPart(code: number): boolean {
  return (classOf(code) & IDENTIFIER_PART) !== 0;
}
export function isWhiteSpace(code: number): boolean {
  return (classOf(code) & WHITE_SPACE) !== 0;
}
export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
export function endsWord(code: number): boolean {
  return (classOf(code) & ENDS_WORD) !== 0;
}
