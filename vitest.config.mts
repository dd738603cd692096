import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './scripts/summary-reporter.mjs'],
    // The built program is started a few hundred times; on two cores a start can wait.
    testTimeout: 60_000,
  },
});
