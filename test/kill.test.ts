import { describe, expect, it } from 'vitest'
import { storeKinds } from './fakes/databases.ts'
import { killRun } from './fakes/kill-run.ts'

describe.each(storeKinds())('a process killed between ack and answer, on %s', (kind) => {
  it('answers everything it acknowledged after its restart, once, and ends cleanly on a signal', {
    timeout: 240_000,
  }, async () => {
    expect(await killRun({ kind, kills: 6, share: 0 })).toMatchObject({
      acknowledged: 18,
      once: 18,
      'given up': 0,
      'signs left': 0,
      exit: 0,
    })
  })
})
