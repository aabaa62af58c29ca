import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The types that scripts can name, for tests that need no engine.
    setupFiles: ['src/runtime/types/known-types.ts'],
    // Whole sessions run in one test; a machine that runs everything at once is slow.
    testTimeout: 30_000,
  },
});
