import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole sessions run in one test; a machine that runs everything at once is slow.
    testTimeout: 30_000,
  },
});
