import { describe, expect, it } from 'vitest'
import type { AllStores } from '../../src/adapters/store/store.ts'
import type { Documents, Messenger, Reader } from '../../src/coaching/ports.ts'
import type { Reply } from '../../src/coaching/replies.ts'
import { makeAnswerReply } from '../../src/coaching/review/answer-reply.ts'
import { makeReadEvidence } from '../../src/coaching/review/read-evidence.ts'
import { FILE_LIMITS, makeReadFiles } from '../../src/coaching/review/read-files.ts'
import { makeReadPiece } from '../../src/coaching/review/read-piece.ts'
import { makeReviewEvidence } from '../../src/coaching/review/review-evidence.ts'
import { makeReadings } from '../../src/coaching/review/steps/readings.ts'
import type { Texts } from '../../src/coaching/texts-port.ts'
import { CoachError } from '../../src/domain/coach-error.ts'
import type { Evidence, EvidenceFile } from '../../src/domain/evidence/evidence.ts'
import type { Review } from '../../src/domain/review/review.ts'
import { answerOf, at, evidenceOf, goal, owner, partOf } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { modelOf, noLimits } from '../fakes/model-of.ts'
import { noMetrics } from '../fakes/no-metrics.ts'
import { noPresence } from '../fakes/no-presence.ts'
import { noWork } from '../fakes/no-work.ts'
import { textsHere } from '../fakes/texts-here.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const slow = async (): Promise<never> => {
  throw new CoachError('text-too-slow', 'scripted')
}
const LONG = 'I planned the move of the database alone. '.repeat(4_000)

/** The work on texts, which is too slow for more than this many characters. */
const upTo = (most: number): Partial<Texts> => ({
  maskWords: (of, words, people) =>
    words.limit!.characters > most ? slow() : textsHere.maskWords(of, words, people),
  readOffline: (of, words, people, ladder, aim) =>
    words.limit!.characters > most ? slow() : textsHere.readOffline(of, words, people, ladder, aim),
})

const readingWith = (texts: Partial<Texts>, reader: Reader | null = null) =>
  makeReadEvidence({
    model: reader && modelOf(reader),
    texts: { ...textsHere, ...texts },
    people: { of: async () => ({ self: null, members: [] }), nameOf: async () => null },
    store: noLimits,
    budget: { reviewsADay: 1, microDollarsAMonth: 1 },
    limitMs: 60_000,
    metrics: noMetrics,
    now: () => at,
    log: quiet,
  })
const question = (evidence: Evidence) => ({
  owner,
  piece: 'e1 1',
  ladder: smallLadder,
  goal,
  evidence,
  earlier: [],
})

describe('a text that takes too long', () => {
  it.each(['offline', 'model'])('is halved for the %s reader until it fits', async (by) => {
    const asked: number[] = []
    const reader: Reader = {
      read: async ({ spans }) => {
        asked.push(spans.length)
        return { answer: answerOf(), invalid: null, asReceived: '', model: 'm', prompt: 'p', use: null }
      },
    }
    const read = readingWith(upTo(50_000), by === 'model' ? reader : null)
    const { cut, sentences, readBy } = await read(question(evidenceOf(LONG)))
    expect(readBy.reader).toBe(by)
    expect(cut).toEqual({ characters: 40_000, sentences: 500 })
    expect(sentences).toBe(500)
    if (by === 'model') expect(asked.reduce((sum, one) => sum + one, 0)).toBe(500)
  })

  it('is not read if not even a little fits, and the person is told once', async () => {
    await expect(readingWith(upTo(0))(question(evidenceOf(LONG)))).rejects.toMatchObject({
      code: 'text-too-slow',
    })
    const replies: Reply[] = []
    const evidence = evidenceOf(LONG)
    const review = makeReviewEvidence({
      correctReview: { undo: async () => null },
      workOnPacket: noWork,
      store: {
        evidence: async () => evidence,
        goal: async () => goal,
        review: async () => null,
        posts: async () => [],
        savePost: async () => true,
        forgetPost: async () => {},
        claimWelcome: async () => false,
        claimLadderChange: async () => null,
      } as Partial<AllStores> as AllStores,
      messenger: {
        post: async (to, reply, { revision }) => {
          replies.push(reply)
          return { channel: to.channel, ts: '9.9', kind: `${reply.kind}:r${revision}`, revision }
        },
      } as Partial<Messenger> as Messenger,
      ladders: { shelf: () => ({ all: [smallLadder], standard: smallLadder }) },
      texts: textsHere,
      readFiles: async (one) => one,
      readMessage: async () => null,
      readPiece: slow,
      readings: makeReadings({ presence: noPresence, hasModel: false }),
      answerMessage: {} as never,
      hasModel: false,
      now: () => at,
      log: quiet,
    })
    await review({ owner, evidenceId: 'e1' }, 1)
    expect(replies).toEqual([{ kind: 'too-long', revision: 1 }])
  })

  it('gets its review even if considerations for only part of it, or for none, fit', async () => {
    const tries: number[] = []
    const saved: Review[] = []
    const piece = (fits: number) =>
      makeReadPiece({
        store: {
          daysOf: async () => new Map(),
          earlier: async () => [],
          saveTold: async () => {},
          isQuiet: async () => false,
          remarks: async () => [],
          saveReview: async (review) => {
            saved.push(review)
            return review
          },
        },
        readEvidence: readingWith({}),
        texts: {
          ...textsHere,
          finishReview: (of, unfinished) => {
            tries.push(unfinished.sentences)
            return unfinished.sentences > fits ? slow() : textsHere.finishReview(of, unfinished)
          },
        },
        now: () => at,
        newId: () => 'r1',
      })({
        evidence: evidenceOf(LONG),
        goal,
        ladder: smallLadder,
        today: at.toZonedDateTimeISO('UTC').toPlainDate(),
        onBatch: async () => {},
      })
    expect((await piece(600))?.considered.length).toBeGreaterThan(0)
    expect(tries).toEqual([2_000, 1_000, 500])
    expect(saved[0]?.cut).toEqual({ characters: 160_000, sentences: 2_000 })
    expect((await piece(0))?.considered).toEqual([])
  })

  it('from a model counts as no answer, so the words are read offline', async () => {
    const reader: Reader = {
      read: async () => ({
        answer: answerOf(),
        invalid: null,
        asReceived: '',
        model: 'm',
        prompt: 'p',
        use: null,
      }),
    }
    const { readBy } = await readingWith(
      { checkAnswer: slow },
      reader,
    )(question(evidenceOf('I moved the queue.')))
    expect(readBy).toEqual({ reader: 'offline', asked: 'unavailable' })
  })

  it('counts as evidence if it is a reply, and is not forgotten as a question or as small talk', async () => {
    const settled: unknown[] = []
    const answer = makeAnswerReply({
      store: {
        evidence: async () =>
          evidenceOf('', { parts: [partOf('I moved it.'), partOf('Why?', { position: 1, kind: 'reply' })] }),
        goal: async () => goal,
        review: async () => null,
        askedPlan: async () => null,
        settleReply: async (...[, , position, as]) => void settled.push([position, as]),
      } as Partial<AllStores> as AllStores,
      messenger: {} as Messenger,
      ladders: { shelf: () => ({ all: [smallLadder], standard: smallLadder }) },
      texts: { ...textsHere, decideReply: slow },
      readMessage: async () => null,
      readings: makeReadings({ presence: noPresence, hasModel: false }),
      correctReview: {} as never,
      plans: {} as never,
      answerMessage: {} as never,
      hasModel: false,
      now: () => at,
      log: quiet,
    })
    await answer({ owner, evidenceId: 'e1', part: 1 }, 1)
    expect(settled).toEqual([[1, 'answer']])
  })

  it('from a file is not stored without a search for secrets, and the file says that it took too long', async () => {
    const saved: unknown[] = []
    const state = async (documents: Partial<Documents>, take: () => Promise<never>) => {
      const file: EvidenceFile = { id: 'F1', name: 'a.txt', state: 'pending' }
      const read = makeReadFiles({
        store: { saveFile: async (...[, , , one, words]) => void saved.push([one.state, words.reading]) },
        files: { fetch: async () => ({ ok: true, name: 'a.txt', bytes: new Uint8Array(1) }) },
        documents: documents as Documents,
        secrets: { take },
        limits: FILE_LIMITS,
        metrics: noMetrics,
        log: quiet,
      })
      return read(evidenceOf('', { parts: [partOf('', { kind: 'file', file })] }))
    }
    await state({ textOf: async () => ({ ok: true, text: 'a secret' }) }, slow)
    expect(saved).toEqual([['too-slow', '']])
    const broken = async (): Promise<never> => {
      throw new CoachError('rules-failed', 'broken')
    }
    await expect(
      state({ textOf: async () => ({ ok: true, text: 'a secret' }) }, broken),
    ).rejects.toMatchObject({
      code: 'rules-failed',
    })
  })
})
