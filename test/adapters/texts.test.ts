import { afterEach, describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { openTexts } from '../../src/adapters/texts/texts.ts'
import { MOST_READ } from '../../src/domain/evidence/read-limit.ts'
import { evidenceOf, goal, owner, partOf, reviewOf } from '../domain/evidence-fixture.ts'
import { textsHere } from '../fakes/texts-here.ts'

const ODD = new URL('../fakes/odd-worker.ts', import.meta.url)
const DM = `I led the incident response when checkout was down in March 2026 and wrote the post-mortem with Priya Raman.
I mentored two juniors. Recovery went from 40 to 12 minutes. Write to priya@example.com about it.`

describe('work on texts', () => {
  const open: ReturnType<typeof openTexts>[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()))
  })
  const opened = (more: Partial<Parameters<typeof openTexts>[0]> = {}) => {
    const logged: object[] = []
    const one = openTexts({ log: { warn: (fact) => void logged.push(fact) }, ...more })
    open.push(one)
    return { ...one, logged }
  }

  it('is the same in a worker as here', async () => {
    const { texts } = opened()
    const ladder = (await loadShelf('rubric')).all[0]!
    const shelf = { all: [ladder], standard: ladder }
    const members = [{ id: 'U2', names: ['Priya Raman'] }]
    const people = { self: { id: 'U1', names: ['Ada Okafor'] }, members }
    const parts = [partOf(DM), partOf('What about scope?', { position: 1, kind: 'reply' })]
    const evidence = evidenceOf('', { parts })
    const words = { evidence, limit: MOST_READ }
    const both = async <T>(work: (by: typeof texts) => Promise<T>): Promise<T> => {
      const [far, here] = await Promise.all([work(texts), work(textsHere)])
      expect(far).toEqual(here)
      return far
    }
    const { key, leftOut } = await both((by) => by.maskWords(owner, words, people))
    expect(leftOut).toMatchObject({ names: 1, emails: 1 })
    expect([...key.colleagues.originals.values()]).toEqual(['Priya Raman'])
    const read = await both((by) => by.readOffline(owner, words, people, ladder, goal))
    expect(read.answer.findings.length).toBeGreaterThan(0)
    const today = Temporal.PlainDate.from('2026-11-24')
    const rest = { remarks: [], kept: new Map(), evidence, limit: null, ladder, goal, today }
    const { happened, considered } = await both((by) => by.finishReview(owner, { ...rest, ...read }))
    expect(`${happened?.from} ${happened?.to}`).toBe('2026-03-01 2026-03-31')
    const review = reviewOf({ ...read.answer, considered, ladderVersion: ladder.version })
    await both((by) => by.quote(owner, evidence, review))
    const state = { reply: parts[1]!, evidence, review, ladder, goal, shelf, today, read: null }
    expect(await both((by) => by.decideReply(owner, state))).toMatchObject({ kind: 'question' })
    const lost = { ...state, reply: partOf('L3', { kind: 'reply' }), review: null, goal: null }
    const set = await texts.decideReply(owner, lost)
    // A ladder that was sent there comes back as the same object.
    expect(set.kind === 'set-goal' && set.ladder).toBe(ladder)
  })

  it('removes secrets from a message while every reader is busy', async () => {
    const { texts, intake } = opened({ reading: { cpuMs: 600_000, wallMs: 600_000, memoryMb: 400 } })
    const endless = evidenceOf(`${'가나다라마바사'.repeat(3_000)} `.repeat(8))
    const ladder = (await loadShelf('rubric')).all[0]!
    const people = { self: null, members: [] }
    let read = 0
    const busy = Array.from({ length: 8 }, () =>
      texts.readOffline(owner, { evidence: endless, limit: null }, people, ladder, goal).then(
        () => {
          read += 1
          return 'read'
        },
        () => 'ended',
      ),
    )
    const first = Promise.race(busy)
    const key = ['ghp', '_', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8'].join('')
    const taken = intake.take(`The key was ${key}.`, owner)
    expect((await taken).text).not.toContain(key)
    expect(read).toBeLessThan(8)
    await first
    await open.splice(0)[0]!.close()
    expect(await Promise.all(busy)).toContain('ended')
  })

  it('rejects a message that could not be searched, and logs no word of it', async () => {
    const { intake, ofFiles, logged } = opened({ script: ODD })
    await expect(intake.take('words of a person', owner)).rejects.toMatchObject({ code: 'rules-failed' })
    await expect(ofFiles.take('words of a person', owner)).rejects.toMatchObject({ code: 'text-failed' })
    expect(logged).toHaveLength(2)
    expect(JSON.stringify(logged)).not.toContain('words')
  })
})
