import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/domain/evidence/evidence.ts'
import type { Ladder } from '../../src/domain/ladder/ladder.ts'
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
    read: null,
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
      about: { part: 0, start: 0, asked: 'own-part' },
      asks: null,
    })
    expect(about('Failed jobs fell from 40 a day to 2.')).toMatchObject({
      about: { part: 0, start: 20, asked: 'result' },
    })
  })

  it('is the first question, whatever the words, but not if they are only proof or say something else', () => {
    expect(about('The cutover and its tests.')).toMatchObject({ about: { start: 0, asked: 'own-part' } })
    expect(about('Tom can confirm it.')).toMatchObject({ about: { part: 0, start: 0 } })
    expect(about('Tom can confirm it.')).not.toMatchObject({ about: { asked: 'own-part' } })
    const result = reviewOf({ questions: [{ kind: 'result', span: 's2' }] })
    const calm = 'The nights are calm, says the payment team.'
    expect(about(calm, { review: result })).toMatchObject({ about: { start: 20, asked: 'result' } })
    const open = reviewOf({ questions: [{ kind: 'artefact', span: 's2' }] })
    expect(about('It is in the wiki.', { review: open })).toMatchObject({
      about: { start: 20, asked: 'artefact' },
    })
  })

  it('is the sentence that nobody has confirmed yet, if the answer names a person', () => {
    const considered = [
      { kind: 'voucher' as const, met: false, competency: 'mastery', span: 's2', link: null },
    ]
    expect(about('Ask Priya, she was on the call.', { review: reviewOf({ considered }) })).toMatchObject({
      about: { part: 0, start: 20 },
    })
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
    ['No, I did it alone.', 'wrong'],
    ['Priya and I did it, does that help?', 'talk'],
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
    ['Could have gone worse, we finished a week early?', 'talk'],
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

  /** The same ladder with two competencies more. */
  const wide: Ladder = {
    ...smallLadder,
    areas: [
      ...smallLadder.areas,
      {
        id: 'more',
        name: 'More',
        competencies: ['Planning', 'Trust'].map((name) => ({
          id: name.toLowerCase(),
          name,
          subtitle: null,
          about: null,
        })),
      },
    ],
    rows: {
      ...smallLadder.rows,
      L3: {
        ...smallLadder.rows.L3,
        planning: [{ id: 'sre/L3/planning/1', text: 'Plans the work of a quarter.', bullet: 1 }],
        trust: [{ id: 'sre/L3/trust/1', text: 'Is trusted by other teams.', bullet: 1 }],
      },
    },
  }

  describe('with two findings', () => {
    const evidence = evidenceOf(
      'I moved the DNS zones to the new provider. I agreed the upgrade with both teams.',
    )
    const two = (text: string) =>
      decide(text, {
        evidence,
        ladder: wide,
        review: reviewOf({
          findings: [
            findingOf({ spans: ['s1'] }),
            findingOf({ competency: 'scope', expectation: 'sre/L3/scope/1', spans: ['s2'] }),
          ],
        }),
      })
    const proposes = (competency: string, meant: string | null, quote: string) => ({
      kind: 'wrong',
      correction: null,
      proposed: {
        correction: { kind: meant === null ? 'other' : 'other-competency', competency, meant },
        quote: expect.stringContaining(quote),
      },
    })

    it.each([
      ['this is about planning', proposes('mastery', 'planning', 'DNS')],
      ['That belongs under planning, I think', proposes('mastery', 'planning', 'DNS')],
      ['the upgrade is more about planning', proposes('scope', 'planning', 'upgrade')],
      ['The DNS part is trust', proposes('mastery', 'trust', 'DNS')],
      ['the upgrade is trust', proposes('scope', 'trust', 'upgrade')],
      ['scope, not mastery', proposes('mastery', 'scope', 'DNS')],
      ['That is about mastery', proposes('scope', 'mastery', 'upgrade')],
      ['mastery should be scope', proposes('mastery', 'scope', 'DNS')],
    ])('proposes what "%s" may mean', (text, expected) => {
      expect(two(text)).toMatchObject(expected)
    })

    it.each([
      ['it is both mastery and planning', { competency: 'mastery', meant: 'planning', and: 'mastery' }],
      ['that is scope as well as trust', { competency: 'scope', meant: 'trust', and: 'scope' }],
      ['it is both trust and planning', { competency: 'mastery', meant: 'trust', and: 'planning' }],
    ])('proposes to put words under two competencies: "%s"', (text, correction) =>
      expect(two(text)).toMatchObject({ kind: 'wrong', correction: null, proposed: { correction } }),
    )

    it.each([
      ['why isn’t the upgrade planning?', 'planning', 'scope'],
      ['Shouldn’t this be trust', 'trust', 'mastery'],
      ['But why not planning?', 'planning', 'mastery'],
      ['warum ist das nicht Planning?', 'planning', 'mastery'],
    ])('takes "%s" for a question, with a move to offer', (text, meant, competency) =>
      expect(two(text)).toMatchObject({
        kind: 'question',
        topic: { kind: 'competency', competency: { id: meant } },
        move: { correction: { kind: 'other-competency', competency, meant } },
      }),
    )

    it('offers no move to where the words are already', () => {
      expect(two('Why isn’t this mastery?')).toMatchObject({ kind: 'question', move: null })
    })

    it.each([
      ['planning, not mastery', 'mastery', 'planning'],
      ['That is planning, not mastery.', 'mastery', 'planning'],
      ['it isn’t scope, it’s planning', 'scope', 'planning'],
      ['more planning than mastery', 'mastery', 'planning'],
      ['I’d call it trust rather than scope', 'scope', 'trust'],
      ['trust instead of mastery please', 'mastery', 'trust'],
      ['less scope than planning', 'scope', 'planning'],
      ['Mastery is really planning', 'mastery', 'planning'],
      ['that is not mastery', 'mastery', null],
      ['Scope is off', 'scope', null],
      ['The scope level is too high.', 'scope', null],
      ['the DNS move isn’t mastery', 'mastery', null],
    ])('is certain of "%s"', (text, competency, meant) => {
      expect(two(text)).toMatchObject({
        kind: 'wrong',
        correction: { kind: meant === null ? 'other' : 'other-competency', competency, meant },
        proposed: null,
      })
    })

    it.each(['wrong', 'You misread my message', 'not planning', 'that is trust and planning'])(
      'proposes nothing where nothing is likely: "%s"',
      (text) => expect(two(text)).toMatchObject({ kind: 'wrong', correction: null, proposed: null }),
    )

    it.each([
      ['It was planning', 'wrong'],
      ['Planning, mostly', 'wrong'],
      ['What is planning?', 'wrong'],
      ['The planning of the summit is with Priya now', 'wrong'],
      ['It is the design doc of the summit, see the wiki', 'wrong'],
    ])('hears no correction in "%s"', (text, kind) => expect(two(text).kind).not.toBe(kind))
  })

  it('proposes that the only match is wrong, unless that was said already', () => {
    expect(decide('wrong')).toMatchObject({
      correction: null,
      proposed: { correction: { kind: 'other', competency: 'mastery', meant: null }, judged: true },
    })
    const review = reviewOf({ findings: [findingOf({ correction: { kind: 'other' } })] })
    expect(decide('wrong', { review })).toMatchObject({ correction: null, proposed: null })
    expect(decide('That is about mastery')).toMatchObject({ correction: null, proposed: null })
  })

  it('proposes where the words of a review without findings belong', () => {
    const review = reviewOf({ findings: [] })
    expect(decide('this is about trust', { review, ladder: wide })).toMatchObject({
      correction: null,
      proposed: { correction: { kind: 'other-competency', competency: null, meant: 'trust' } },
    })
  })

  it.each([
    ['No, I did it alone.', 'I did it alone'],
    ['Priya and I did it, does that help?', 'Priya and I did it'],
    ['Could have gone worse, we finished a week early?', 'we finished a week early'],
  ])('loses no deed in what is not evidence: "%s" offers "%s"', (text, fact) => {
    expect(decide(text)).toMatchObject({ fact })
  })

  it('asks whether to save what may be evidence, and hears yes and no as the answer', () => {
    const unsure = { ...evidenceOf('Pairs with new joiners'), state: 'unsure' as const }
    const none = { evidence: unsure, review: null, ladder: null }
    expect(decide('next week I will run the drill')).toMatchObject({ kind: 'ask-to-keep', why: 'plan' })
    for (const yes of [
      'yes',
      'keep it',
      'save',
      'Sure, go ahead!',
      'oh absolutely, keep it',
      'yes, save it please',
    ])
      expect(decide(yes, none)).toEqual({ kind: 'keep', save: true })
    for (const no of ['No thanks', 'nope, just a test', 'delete it', 'please don’t save this', 'never mind'])
      expect(decide(no, none)).toEqual({ kind: 'keep', save: false })
    expect(decide('I pair with each of them in their first week.', none).kind).toBe('answer')
  })

  it('hears yes and no as the answer about the reply right before, if that was asked about', () => {
    const under = (text: string, words: string, more: Partial<Part> = {}) => {
      const asked = partOf(words, { position: 1, kind: 'reply', asked: true, ...more })
      const reply = partOf(text, { position: 2, kind: 'reply' })
      const piece = evidenceOf('I moved the queue.', { state: 'reviewed' })
      return decide(text, { reply, evidence: { ...piece, parts: [...piece.parts, asked, reply] } })
    }
    const [unclear, plan] = ['Pairs with new joiners', 'Next week I will run the drill.']
    expect(under('yes', unclear)).toEqual({ kind: 'keep', save: true, part: 1 })
    expect(under('No thanks', unclear)).toEqual({ kind: 'keep', save: false, part: 1 })
    expect(under('save it', plan)).toEqual({ kind: 'keep', save: true, part: 1 })
    expect(under('yes', plan)).toEqual({ kind: 'remind', part: 1 })
    expect(under('remind me', plan)).toEqual({ kind: 'remind', part: 1 })
    expect(under('yes', unclear, { asked: false }).kind).toBe('small-talk')
    expect(under('yes', unclear, { kind: 'answer' }).kind).toBe('small-talk')
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
    expect(decide('I led the incident alone.', none).kind).toBe('answer')
    expect(decide('why not L4?', none)).toMatchObject({ kind: 'talk', intent: 'question' })
  })

  it('does nothing twice: a reply that is settled or gone asks for nothing', () => {
    expect(decide('', { reply: null }).kind).toBe('nothing')
    expect(decide('x', { reply: partOf('x', { position: 1, kind: 'answer' }) }).kind).toBe('nothing')
    expect(decide('x', { evidence: null }).kind).toBe('nothing')
  })
})
