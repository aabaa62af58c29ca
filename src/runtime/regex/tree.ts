// A .NET regular expression as a tree.

export type RegexNode =
  | { kind: 'char'; code: number; ignoreCase: boolean }
  | CharSet
  | { kind: 'any'; singleline: boolean }
  | { kind: 'sequence'; items: RegexNode[] }
  | { kind: 'choice'; items: RegexNode[] }
  /** `number` undefined: not capturing. `pop`: balancing group. */
  | { kind: 'group'; number?: number; pop?: number; body: RegexNode }
  | { kind: 'look'; ahead: boolean; negate: boolean; body: RegexNode }
  | { kind: 'atomic'; body: RegexNode }
  | { kind: 'conditional'; group?: number; test?: RegexNode; yes: RegexNode; no: RegexNode }
  | { kind: 'repeat'; body: RegexNode; min: number; max: number; lazy: boolean }
  | { kind: 'reference'; number: number; ignoreCase: boolean }
  | { kind: 'anchor'; anchor: '^' | '$' | 'A' | 'z' | 'Z' | 'b' | 'B' | 'G'; multiline: boolean };

export interface CharSet {
  kind: 'set';
  negate: boolean;
  ranges: [number, number][];
  /** `d D w W s S` and `p{…}`/`P{…}`. */
  classes: string[];
  except?: CharSet;
  ignoreCase: boolean;
}

export interface RegexTree {
  root: RegexNode;
  /** Numbers with names, number 0 first, in .NET's order. */
  groups: { number: number; name: string }[];
  /** Contains something JavaScript's engine has no equivalent for. */
  ownEngine: boolean;
}
