// System.Management.Automation.SemanticVersion.

import { formatException } from '../../number/format-number.ts';
import { compareOrdinal } from '../../text.ts';
import type { Value } from '../../values.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';

export class SemanticVersion {
  constructor(
    readonly major: number,
    readonly minor = 0,
    readonly patch = 0,
    readonly label: string | null = null,
    readonly build: string | null = null,
  ) {}
  static parse(text: string): SemanticVersion {
    const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?$/.exec(text);
    if (!match) throw formatException(`Input string was not in a correct format.`);
    return new SemanticVersion(
      Number(match[1]),
      Number(match[2] ?? 0),
      Number(match[3] ?? 0),
      match[4] ?? null,
      match[5] ?? null,
    );
  }
  get psType(): PSType {
    return knownType('System.Management.Automation.SemanticVersion');
  }
  toString(): string {
    return `${this.major}.${this.minor}.${this.patch}${this.label === null ? '' : `-${this.label}`}${this.build === null ? '' : `+${this.build}`}`;
  }
  hashKey(): string {
    return this.toString();
  }
  compareTo(other: Value): number {
    const b = other as SemanticVersion;
    for (const key of ['major', 'minor', 'patch'] as const)
      if (this[key] !== b[key]) return this[key] < b[key] ? -1 : 1;
    if (this.label === b.label) return 0;
    if (this.label === null) return 1;
    if (b.label === null) return -1;
    return compareLabels(this.label, b.label);
  }
}
function compareLabels(left: string, right: string): number {
  const a = left.split('.');
  const b = right.split('.');
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i] === undefined) return -1;
    if (b[i] === undefined) return 1;
    const numbers = /^\d+$/.test(a[i]!) && /^\d+$/.test(b[i]!);
    const order = numbers ? Number(a[i]) - Number(b[i]) : compareOrdinal(a[i]!, b[i]!);
    if (order !== 0) return Math.sign(order);
  }
  return 0;
}

export function semanticVersionType(): TypeSpec {
  return {
    name: 'System.Management.Automation.SemanticVersion',
    interfaces: ['System.IComparable'],
    parse: SemanticVersion.parse,
    constructors: {
      '(string version)': SemanticVersion.parse,
      '(int major)': (a: number) => new SemanticVersion(a),
      '(int major, int minor)': (a: number, b: number) => new SemanticVersion(a, b),
      '(int major, int minor, int patch)': (a: number, b: number, c: number) => new SemanticVersion(a, b, c),
      '(int major, int minor, int patch, string label)': (a: number, b: number, c: number, l: string) =>
        new SemanticVersion(a, b, c, l),
    },
    properties: {
      'int Major': (v: SemanticVersion) => v.major,
      'int Minor': (v: SemanticVersion) => v.minor,
      'int Patch': (v: SemanticVersion) => v.patch,
      'string PreReleaseLabel': (v: SemanticVersion) => v.label,
      'string BuildLabel': (v: SemanticVersion) => v.build,
    },
    methods: {
      'int CompareTo(System.Object version)': (v: SemanticVersion, other: SemanticVersion) => v.compareTo(other),
      'string ToString()': (v: SemanticVersion) => v.toString(),
    },
    staticMethods: { 'semver Parse(string version)': SemanticVersion.parse },
  };
}
