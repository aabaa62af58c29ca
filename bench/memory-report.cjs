// Preloaded into a measured program (with --expose-gc): prints what it still holds when it ends, on standard error.

process.once('exit', () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write(`held ${heapUsed + external}\n`);
});
