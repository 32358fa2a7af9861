import { describe, expect, it } from 'vitest'
import { makeAcceptEvidence } from '../../src/coaching/evidence/accept-evidence.ts'
import type { NewEvidence } from '../../src/coaching/evidence/evidence-store.ts'
import { CoachError } from '../../src/domain/coach-error.ts'
import { at } from '../domain/evidence-fixture.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const message = {
  owner: { team: 'T1', user: 'U1' },
  channel: 'D1',
  ts: '1.1',
  threadTs: null,
  text: 'I rotated the key SECRET.',
  files: [],
  editedTs: null,
  forwarded: [],
}

describe('accepting evidence', () => {
  const accepting = (take: (text: string) => Promise<{ text: string; kinds: readonly 'key'[] }>) => {
    const kept: NewEvidence[] = []
    const accept = makeAcceptEvidence({
      store: {
        acceptEvidence: async (evidence) => {
          kept.push(evidence)
          return 'accepted'
        },
        acceptReply: async () => 'no-piece',
      },
      nudges: { askedIn: async () => null },
      secrets: { take },
      now: () => at,
      newId: () => 'e1',
      log: quiet,
    })
    return { accept, kept }
  }

  it('stores nothing and rejects while the rules for secrets fail', async () => {
    const { accept, kept } = accepting(async () => {
      throw new CoachError('rules-failed', 'broken')
    })
    await expect(accept(message)).rejects.toMatchObject({ code: 'rules-failed' })
    await expect(accept({ ...message, threadTs: '0.9' })).rejects.toMatchObject({ code: 'rules-failed' })
    expect(kept).toEqual([])
  })

  it('stores text and file names without secrets, and which kinds were removed', async () => {
    const { accept, kept } = accepting(async (text) => ({
      text: text.replaceAll('SECRET', '[key left out]'),
      kinds: text.includes('SECRET') ? ['key'] : [],
    }))
    await accept({ ...message, files: [{ id: 'F1', name: 'SECRET.txt' }] })
    expect(JSON.stringify(kept)).not.toContain('SECRET')
    expect(kept[0]?.parts.map(({ kind, leftOut, file }) => [kind, leftOut, file?.name])).toEqual([
      ['message', ['key'], undefined],
      ['file', [], '[key left out].txt'],
    ])
  })
})
