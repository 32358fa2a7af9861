import { describe, expect, it } from 'vitest'
import type { AllStores } from '../../src/adapters/store/store.ts'
import { makeJobs } from '../../src/coaching/review/jobs.ts'

describe('the jobs of a process', () => {
  it('are only those of the workspace whose token it has', async () => {
    const looked: string[] = []
    const store = {
      evidence: async ({ team }: { team: string }) => {
        looked.push(team)
        return null
      },
      review: async () => null,
    } as unknown as AllStores
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const jobs = makeJobs({ store, ownerTeam: () => 'T1', logOf: () => log } as never)
    const job = (team: string) => ({ evidenceId: 'e1', owner: { team, user: 'U1' }, competency: 'scope' })
    await expect(jobs.handlers['say-evidence'](job('T2'), 1)).rejects.toMatchObject({ code: 'not-yet' })
    await jobs.handlers['say-evidence'](job('T1'), 1)
    expect(looked).toEqual(['T1'])
  })
})
