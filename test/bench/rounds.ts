import { spawnSync } from 'node:child_process'

/** The tests that try a share of what they could, each with all of it. */
const run = spawnSync('npx', ['vitest', 'related', '--run', 'test/fakes/rounds.ts'], {
  stdio: 'inherit',
  env: { ...process.env, TEST_ROUNDS: 'all' },
})
if (run.status !== 0) process.exit(1)
