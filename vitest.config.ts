import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/long-first.ts'

/** Tests of pure functions and of what is drawn: no database, no process, no network. */
const PURE = ['test/domain/**/*.test.ts', 'test/slack/views/**/*.test.ts', 'test/architecture.test.ts']

/** It collects the patterns that our code makes while it loads, so no other test may have loaded the code before. */
const ALONE = ['test/linear.test.ts']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Files that Vite has made ready are kept for the next run; a clean checkout in CI would only write them.
    fsModuleCache: !process.env.CI,
    // Whole bots start databases and browsers of their own, and wait a third of their time: three at once keep two cores busy.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...PURE, ...ALONE],
          globalSetup: ['test/prepare.ts'],
          // Files that share a process share its code, which V8 has made fast by the second one.
          isolate: false,
        },
      },
    ],
  },
})
