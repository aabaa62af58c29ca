// The one source of chance: a seeded generator with 32-bit integer arithmetic (xorshift128), so that every machine draws the same.

export class RandomGenerator {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    this.a = seed | 0 || 1;
    this.b = Math.imul(this.a, 0x6c07_8965) + 1;
    this.c = Math.imul(this.b, 0x6c07_8965) + 2;
    this.d = Math.imul(this.c, 0x6c07_8965) + 3;
    for (let index = 0; index < 16; index += 1) this.nextUint32();
  }

  nextUint32(): number {
    let t = this.d;
    const s = this.a;
    this.d = this.c;
    this.c = this.b;
    this.b = s;
    t ^= t << 11;
    t ^= t >>> 8;
    this.a = t ^ s ^ (s >>> 19);
    return this.a >>> 0;
  }

  /** Integer in [0, bound). */
  below(bound: number): number {
    return bound <= 1 ? 0 : this.nextUint32() % bound;
  }

  /** True in `numerator` of `denominator` cases. */
  chance(numerator: number, denominator: number): boolean {
    return this.below(denominator) < numerator;
  }

  save(): number[] {
    return [this.a, this.b, this.c, this.d];
  }

  restore(state: readonly number[]): void {
    [this.a, this.b, this.c, this.d] = [state[0] ?? 1, state[1] ?? 2, state[2] ?? 3, state[3] ?? 4];
  }
}
