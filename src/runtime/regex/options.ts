// System.Text.RegularExpressions.RegexOptions.

export const REGEX_IGNORE_CASE = 1;
export const REGEX_MULTILINE = 2;
export const REGEX_EXPLICIT_CAPTURE = 4;
export const REGEX_SINGLELINE = 16;
export const REGEX_IGNORE_WHITESPACE = 32;
export const REGEX_RIGHT_TO_LEFT = 64;

/** By lower-cased name. */
export const REGEX_OPTION_NAMES: Record<string, number> = {
  none: 0,
  ignorecase: 1,
  multiline: 2,
  explicitcapture: 4,
  compiled: 8,
  singleline: 16,
  ignorepatternwhitespace: 32,
  righttoleft: 64,
  ecmascript: 256,
  cultureinvariant: 512,
  nonbacktracking: 1024,
};
