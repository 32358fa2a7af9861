import { describe, expect, it } from 'vitest'
import { decideReply, type ReplyState } from '../../src/domain/review/decide-reply.ts'
import { evidenceOf, findingOf, goal, partOf, reviewOf } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

const decide = (text: string, more: Partial<ReplyState> = {}) =>
  decideReply({
    reply: partOf(text, { position: 1, kind: 'reply', messageTs: '1.2' }),
    evidence: evidenceOf('I moved the queue.'),
    review: reviewOf(),
    ladder: smallLadder,
    goal,
    shelf: { all: [smallLadder], standard: smallLadder },
    today: Temporal.PlainDate.from('2026-11-24'),
    ...more,
  })

describe('what an answer is about', () => {
  const evidence = evidenceOf('We moved the queue. We wrote the runbook.')
  const review = reviewOf({
    questions: [
      { kind: 'own-part', span: 's1' },
      { kind: 'result', span: 's2' },
    ],
  })
  const about = (text: string, more: Partial<ReplyState> = {}) => decide(text, { evidence, review, ...more })

  it('is the sentence that was asked about, and of several the one whose question it answers', () => {
    expect(about('I wrote the plan and ran the move.')).toEqual({
      kind: 'answer',
      about: { part: 0, start: 0 },
    })
    expect(about('Failed jobs fell from 40 a day to 2.')).toMatchObject({ about: { part: 0, start: 20 } })
  })

  it('is the sentence that lacks what it gives, also where a model asked', () => {
    const questions = [{ kind: 'written' as const, text: 'Who asked for it?' }]
    const considered = [
      { kind: 'artefact' as const, met: false, competency: 'mastery', span: 's2', link: null },
    ]
    expect(
      about('It is in https://wiki.example/queue.', { review: { ...review, questions, considered } }),
    ).toMatchObject({ about: { part: 0, start: 20 } })
  })

  it('is unknown where a model asked, nobody did, or the words have changed since', () => {
    const questions = [{ kind: 'written' as const, text: 'Who asked for it?' }, ...review.questions]
    expect(about('It was the design.', { review: { ...review, questions } })).toMatchObject({ about: null })
    expect(about('I did the design.', { review: reviewOf() })).toMatchObject({ about: null })
    expect(about('I did the design.', { evidence: { ...evidence, revision: 2 } })).toMatchObject({
      about: null,
    })
  })
})

describe('what a reply under a review asks for', () => {
  it.each([
    ['I planned it in three steps and led the call.', 'answer'],
    ['It took six weeks.', 'answer'],
    ['Yes, every month since March.', 'answer'],
    ['No, I did it alone.', 'answer'],
    ['Priya and I did it, does that help?', 'answer'],
    ['I led the migration of the queue. Is that enough?', 'answer'],
    ['Wir haben es in drei Schritten geplant.', 'answer'],
    ['I noticed the alert threshold is wrong and fixed it for all 12 services.', 'answer'],
    ['Not only the queue but the whole billing system; I led the design of both.', 'answer'],
    ["I disagreed with the vendor's plan and wrote the RFC that we shipped.", 'answer'],
    ['That is about 30 minutes less per deploy, measured over six weeks.', 'answer'],
    ['That’s about 40% faster than before.', 'answer'],
    ['It is not true any more that on-call gets paged: I removed 40 alerts.', 'answer'],
    ['You missed nothing; I also ran the drill in March with Priya.', 'answer'],
    ['I did not write the design alone: I wrote the rollout plan, Priya the rest.', 'answer'],
    ['Who saw it: Priya, the team lead of storage.', 'answer'],
    ['What changed: deploys went from 40 minutes to 5.', 'answer'],
    ['Which part was mine: the cutover design.', 'answer'],
    ['How: by pairing with the new hire each week.', 'answer'],
    ['What came of it is a 40% cut in pages.', 'answer'],
    ['Could have gone worse, we finished a week early?', 'answer'],
    ['Sure, no problem', 'small-talk'],
    ['No', 'small-talk'],
    ['I don’t agree, the level is too low', 'wrong'],
    ['the level is unfair', 'wrong'],
    ['I did not do the mastery part.', 'wrong'],
    ['This should be evidenced.', 'wrong'],
    ['thanks!', 'small-talk'],
    ['ok', 'small-talk'],
    ['why not L1?', 'question'],
    ['Why is it not evidenced?', 'question'],
    ['what does scope ask', 'question'],
    ['how can I improve this', 'question'],
    ['who sees this?', 'question'],
    ['wrong', 'wrong'],
    ['That is wrong.', 'wrong'],
    ['That’s about scope', 'wrong'],
    ['not mastery but scope', 'wrong'],
    ['Mastery is wrong', 'wrong'],
    ['You misread that.', 'wrong'],
    ['I did not say that.', 'wrong'],
    ['looks right', 'agreed'],
    ['Spot on!', 'agreed'],
    ['L3 mastery', 'point-to-command'],
  ])('takes "%s" for %s', (text, kind) => {
    expect(decide(text).kind).toBe(kind)
  })

  it.each([
    ['why not L1?', { kind: 'level', level: { id: 'L1' } }],
    ['What would L3 ask in scope?', { kind: 'level', level: { id: 'L3' }, competency: { id: 'scope' } }],
    ['what about ownership?', { kind: 'competency', competency: { id: 'ownership' } }],
    ['what should I do next?', { kind: 'next-steps' }],
    ['who can see this?', { kind: 'privacy' }],
    ['will I get promoted?', { kind: 'promotion' }],
    ['what did you find?', { kind: 'whole' }],
  ])('knows what "%s" is about', (text, topic) => {
    expect(decide(text)).toMatchObject({ kind: 'question', topic })
  })

  it.each([
    ['That is about scope', { kind: 'other-competency', competency: 'mastery', meant: 'scope' }],
    ['not mastery but ownership', { kind: 'other-competency', competency: 'mastery', meant: 'ownership' }],
    ['Mastery is wrong', { kind: 'other', competency: 'mastery', meant: null }],
    ['I did not do that', { kind: 'not-mine', competency: 'mastery', meant: null }],
  ])('knows what "%s" corrects', (text, correction) => {
    expect(decide(text)).toMatchObject({ kind: 'wrong', correction })
  })

  it('corrects nothing if it is not clear which finding is meant', () => {
    const review = reviewOf({
      findings: [findingOf(), findingOf({ competency: 'scope', expectation: 'sre/L3/scope/1' })],
    })
    expect(decide('That is wrong', { review })).toMatchObject({ kind: 'wrong', correction: null })
    expect(decide('not mastery but scope', { review })).toMatchObject({ correction: null })
  })

  it('takes a level as the goal if it was asked for, and words as evidence while there is no review', () => {
    const none = { review: null, ladder: null }
    expect(decide('L3', { ...none, goal: null })).toMatchObject({ kind: 'set-goal', goal: { target: 'L3' } })
    expect(decide('why not L4?', none).kind).toBe('answer')
  })

  it('does nothing twice: a reply that is settled or gone asks for nothing', () => {
    expect(decide('', { reply: null }).kind).toBe('nothing')
    expect(decide('x', { reply: partOf('x', { position: 1, kind: 'answer' }) }).kind).toBe('nothing')
    expect(decide('x', { evidence: null }).kind).toBe('nothing')
  })
})
