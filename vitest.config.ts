import { defineConfig } from 'vitest/config'

/** Tests of pure functions and of what is drawn: no database, no process, no network. */
const PURE = ['test/domain/**/*.test.ts', 'test/slack/views/**/*.test.ts', 'test/architecture.test.ts']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Whole bots start databases and browsers of their own: two at a time is what a small machine bears.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: PURE,
          globalSetup: ['test/prepare.ts'],
        },
      },
    ],
  },
})
