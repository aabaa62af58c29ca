// Regex, Match, Group and Capture as objects.

import { REGEX_RIGHT_TO_LEFT } from '../regex/options.ts';
import type { CompiledRegex, RegexMatch } from '../regex/regex.ts';
import type { Value } from '../values.ts';
import { knownType, type PSType } from './registry.ts';

export class RegexObject {
  constructor(readonly regex: CompiledRegex) {}
  get psType(): PSType {
    return knownType('System.Text.RegularExpressions.Regex');
  }
  toString(): string {
    return this.regex.source;
  }
}

export class CaptureObject {
  constructor(
    readonly text: string,
    readonly index: number,
    readonly length: number,
  ) {}
  get psType(): PSType {
    return knownType('System.Text.RegularExpressions.Capture');
  }
  get value(): string {
    return this.text.slice(this.index, this.index + this.length);
  }
  toString(): string {
    return this.value;
  }
}

export class GroupObject extends CaptureObject {
  constructor(
    text: string,
    index: number,
    length: number,
    readonly success: boolean,
    readonly name: string,
    readonly captures: () => CaptureObject[],
  ) {
    super(text, index, length);
  }
  override get psType(): PSType {
    return knownType('System.Text.RegularExpressions.Group');
  }
}

export class MatchObject extends GroupObject {
  private list: GroupObject[] | undefined;
  constructor(
    readonly regex: CompiledRegex,
    readonly match: RegexMatch | undefined,
    text: string,
  ) {
    super(text, match?.index ?? 0, match?.length ?? 0, match !== undefined, '0', () => (match ? [this] : []));
  }
  override get psType(): PSType {
    return knownType('System.Text.RegularExpressions.Match');
  }
  /** Groups by their order in .NET. */
  get groups(): GroupObject[] {
    return (this.list ??= this.regex.groups.map((group) => (group.number === 0 ? this : this.makeGroup(group))));
  }
  private makeGroup(group: { number: number; name: string }): GroupObject {
    const spans = this.match?.captures(group.number) ?? [];
    const last = spans.at(-1);
    const captures = (): CaptureObject[] => spans.map((span) => new CaptureObject(this.text, span.index, span.length));
    return new GroupObject(this.text, last?.index ?? 0, last?.length ?? 0, last !== undefined, group.name, captures);
  }
  groupByName(name: string): GroupObject | undefined {
    const index = this.regex.groups.findIndex((group) => group.name === name || String(group.number) === name);
    return this.groups[index];
  }
  /** The next match behind this one. */
  next(): MatchObject {
    if (!this.match) return this;
    const backwards = (this.regex.options & REGEX_RIGHT_TO_LEFT) !== 0;
    const at = backwards
      ? this.index - (this.length === 0 ? 1 : 0)
      : this.index + this.length + (this.length === 0 ? 1 : 0);
    const found = at < 0 || at > this.text.length ? undefined : this.regex.match(this.text, at);
    return new MatchObject(this.regex, found, this.text);
  }
}

/** A match as a value. */
export function matchObject(regex: CompiledRegex, match: RegexMatch | undefined, text: string): MatchObject {
  return new MatchObject(regex, match, text);
}

/** MatchCollection, GroupCollection, CaptureCollection: read-only lists. */
export class RegexList {
  constructor(
    readonly items: Value[],
    readonly kind: 'Match' | 'Group' | 'Capture',
    readonly byName?: (name: string) => Value,
  ) {}
  get psType(): PSType {
    return knownType(`System.Text.RegularExpressions.${this.kind}Collection`);
  }
  [Symbol.iterator](): IterableIterator<Value> {
    return this.items[Symbol.iterator]();
  }
}
