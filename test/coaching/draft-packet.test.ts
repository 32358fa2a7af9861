import { describe, expect, it } from 'vitest'
import { makeDraftPacket } from '../../src/coaching/packet/draft-packet.ts'
import type { PacketModel } from '../../src/coaching/packet/packet-model-port.ts'
import { CoachError } from '../../src/domain/coach-error.ts'
import type { DraftedParagraph, Drafting } from '../../src/domain/packet/draft/drafts.ts'
import { at, goal, owner } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { type Note, packetOf } from '../domain/packet-fixture.ts'
import { noLimits } from '../fakes/model-of.ts'
import { textsHere } from '../fakes/texts-here.ts'

const notes: readonly Note[] = [
  { id: 'e1', text: 'I planned the failover drill with Dana.', found: [{ competency: 'mastery' }] },
  { id: 'e2', text: 'I cut recovery from 40 minutes to 12.', found: [{ competency: 'ownership' }] },
]
const USE = { input: 100, cached: 0, output: 50, microDollars: 700 }

type Draft = PacketModel['draft']
type Deps = Parameters<typeof makeDraftPacket>[0]

/** Runs one job, and returns how it ended, what was stored and what was settled. */
const run = async (draft: Draft, more: Partial<Deps> & { readonly resting?: boolean } = {}) => {
  const ended: Drafting[] = []
  const saved: Omit<DraftedParagraph, 'accepted'>[] = []
  const settled: object[] = []
  const taken: object[] = []
  const lines: object[] = []
  const { resting = false, ...deps } = more
  const packet = packetOf(notes)
  const job = makeDraftPacket({
    packetModel: { draft, isResting: () => resting, estimate: 1_000 },
    draftStore: {
      draft: async () => ({ drafting: 'writing', askedAt: at, paragraphs: [] }),
      askDraft: async () => {},
      draftAsked: async () => ({ owner, of: { ladder: 'sre', target: goal.target }, at }),
      saveDraft: async (_, __, paragraph) => void saved.push(paragraph),
      endDraft: async (_, as) => void ended.push(as),
      acceptDraft: async () => {},
      removeDraft: async () => {},
    },
    packets: {
      packet: async () => ({
        ...{ kind: 'packet', packet, ladder: smallLadder },
        draft: { possible: true, open: 2, drafting: 'writing' },
      }),
    },
    texts: textsHere,
    people: { of: async () => ({ self: null, members: [] }) },
    store: {
      takeModelUse: async (_, one) => {
        taken.push(one)
        return 'taken'
      },
      settleModelUse: async (_, one) => void settled.push(one),
    },
    budget: { reviewsADay: 40, microDollarsAMonth: 1_000_000 },
    limitMs: 5_000,
    now: () => at,
    log: { info: (fact) => void lines.push(fact), warn: (fact) => void lines.push(fact), error: () => {} },
    ...deps,
  })
  const thrown: unknown = await job({ draft: 'd1' }).catch((error: unknown) => error)
  return { ended, saved, settled, taken, lines, thrown }
}
const written: Draft = async (_, { quotes }) => ({
  sentences: quotes.map(({ id, text }) => ({ text, receipts: [id] })),
  ...{ invalid: null, model: 'm1', prompt: 'p1', use: USE },
})

describe('a draft of a packet', () => {
  it('asks once per competency, without names, stores what passed and counts it all as one review', async () => {
    const sent: string[] = []
    const { ended, saved, settled, taken, lines, thrown } = await run(async (who, request, signal) => {
      sent.push(JSON.stringify(request))
      return written(who, request, signal)
    })
    expect(thrown).toBeUndefined()
    expect(sent).toHaveLength(2)
    expect(sent.join()).not.toContain('Dana')
    expect(saved.map(({ competency, sentences }) => [competency, sentences[0]!.text])).toEqual([
      ['mastery', 'I planned the failover drill with Dana.'],
      ['ownership', 'I cut recovery from 40 minutes to 12.'],
    ])
    expect(saved[0]).toMatchObject({
      prompt: 'p1',
      model: 'm1',
      sentences: [{ from: [{ evidenceId: 'e1' }] }],
    })
    expect(taken).toMatchObject([{ piece: `packet d1 ${at}`, reserve: 2_000 }])
    expect(settled).toMatchObject([{ microDollars: 1_400, counts: true }])
    expect(ended).toEqual(['done'])
    expect(JSON.stringify(lines)).not.toMatch(/Dana|failover|recovery/)
  })

  it('keeps one competency if the other fails', async () => {
    const { ended, saved, settled } = await run(async (who, request, signal) => {
      if (request.competency.name === 'Mastery') throw new CoachError('model-silent', 'no answer')
      return written(who, request, signal)
    })
    expect(saved.map(({ competency }) => competency)).toEqual(['ownership'])
    // The provider may have worked on what it did not answer.
    expect(settled).toMatchObject([{ microDollars: 1_700, counts: true }])
    expect(ended).toEqual(['done'])
  })

  it('stores no paragraph of which only the quotes are left', async () => {
    const { ended, saved } = await run(async () => ({
      sentences: [{ text: 'I led 99 drills.', receipts: ['r1'] }],
      ...{ invalid: null, model: 'm1', prompt: 'p1', use: USE },
    }))
    expect([saved, ended]).toEqual([[], ['unavailable']])
  })

  it.each<[string, Drafting, Parameters<typeof run>[1]]>([
    ['there is no model', 'unavailable', { packetModel: null }],
    ['calls to the provider are paused', 'resting', { resting: true }],
    ['Slack does not say who is there', 'names-unknown', { people: { of: async () => null } }],
    [
      'the day is used up',
      'day-used-up',
      { store: { ...noLimits, takeModelUse: async () => 'day-used-up' as const } },
    ],
    [
      'the month is used up',
      'month-used-up',
      { store: { ...noLimits, takeModelUse: async () => 'month-used-up' as const } },
    ],
    [
      'the quotes take too long to read',
      'unavailable',
      {
        texts: {
          ...textsHere,
          maskWords: () => Promise.reject(new CoachError('text-too-slow', 'too slow')),
        },
      },
    ],
  ])('asks nothing and says why if %s', async (_, why, more) => {
    const { ended, thrown } = await run(() => Promise.reject(new Error('asked')), more)
    expect([ended, thrown]).toEqual([[why], undefined])
  })

  it('counts as no review if the model never answered', async () => {
    const { ended, settled } = await run(() => Promise.reject(new CoachError('model-busy', 'later')))
    expect(settled).toMatchObject([{ microDollars: 0, counts: false }])
    expect(ended).toEqual(['unavailable'])
  })

  it('is tried again if the database is away', async () => {
    const { ended, thrown } = await run(written, {
      people: { of: () => Promise.reject(new CoachError('store-unavailable', 'away')) },
    })
    expect(ended).toEqual([])
    expect(thrown).toMatchObject({ code: 'store-unavailable' })
  })
})
