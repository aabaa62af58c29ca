// The -Attributes expression of Get-ChildItem: `Directory,!Hidden+ReadOnly` (`,` or, `+` and, `!` not).

const BITS: Record<string, number> = {
  readonly: 1,
  r: 1,
  hidden: 2,
  h: 2,
  system: 4,
  s: 4,
  directory: 16,
  d: 16,
  archive: 32,
  a: 32,
  device: 64,
  normal: 128,
  temporary: 256,
  t: 256,
  sparsefile: 512,
  reparsepoint: 1024,
  l: 1024,
  compressed: 2048,
  c: 2048,
  offline: 4096,
  notcontentindexed: 8192,
  encrypted: 16384,
  e: 16384,
};

export function attributeFilter(expression: string): { hidden: boolean; test(attributes: number): boolean } {
  const alternatives = expression.split(',').map((part) =>
    part.split('+').map((term) => {
      const text = term.trim();
      const negated = text.startsWith('!');
      return { negated, bit: BITS[text.replace(/^!/, '').toLowerCase()] ?? 0 };
    }),
  );
  return {
    hidden: alternatives.some((terms) => terms.some((term) => !term.negated && term.bit === 2)),
    test: (attributes) =>
      alternatives.some((terms) => terms.every((term) => ((attributes & term.bit) !== 0) !== term.negated)),
  };
}
