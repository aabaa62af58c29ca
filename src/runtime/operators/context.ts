// What operators need from the running script.

import type { Value } from '../values.ts';

export interface OperatorContext {
  /** $OFS when set. */
  separator?: string;
  /** Stores $Matches after a successful -match of one text. */
  setMatches(matches: Value): void;
  /** Runs a script block with `$_` (and `$args`), for -replace and -split; its output. */
  invoke(block: Value, underscore: Value, args?: Value[]): Value[];
}
