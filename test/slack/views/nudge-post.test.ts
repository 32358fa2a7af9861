import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../../src/adapters/ladder-files/nudge-questions.ts'
import { type Ladder, rowOf } from '../../../src/domain/ladder/ladder.ts'
import type { NudgeQuestions, NudgeText } from '../../../src/domain/nudge/nudge.ts'
import { comingNudges, sentencesOf } from '../../../src/domain/nudge/nudge-text.ts'
import { nudgePostView, nudgeTargetOf } from '../../../src/slack/views/nudge/nudge-post.ts'
import { MOST_SHOWN, type Said, shownLength } from '../../../src/slack/views/rich-text.ts'
import { anyLadder, anyQuestions } from '../../domain/nudge-words-fixture.ts'
import { rounds } from '../../fakes/rounds.ts'
import { slackProblems } from '../../fakes/slack-limits.ts'
import { strayIn } from '../../nudge-scan.ts'

const sre = (await loadShelf('rubric')).all[0]!
const questions = await openNudgeQuestions('rubric', { info() {}, warn() {}, error() {} })()
const posts = (ladder: Ladder, asked: NudgeQuestions, weeks: number): { nudge: NudgeText; said: Said }[] =>
  comingNudges({ ladder, questions: asked, channel: 'C1', used: [] }, weeks).map((nudge) => ({
    nudge,
    said: nudgePostView(ladder, nudge)!,
  }))

describe('the post to a channel', () => {
  it('shows a competency, its two sentences word for word, and the question, with two buttons', () => {
    const [{ nudge, said }] = posts(sre, questions, 1) as [{ nudge: NudgeText; said: Said }]
    const { sentences, competency } = sentencesOf(sre, nudge)!
    expect(sentences).toHaveLength(2)
    const shown = JSON.stringify(said.blocks)
    for (const text of [
      competency!.name,
      ...sentences.flatMap(({ text, level }) => [text, level.id]),
      nudge.question,
      `For example: ${nudge.example}`,
    ])
      expect(shown).toContain(text)
    expect(said.text).toContain(nudge.question)
    const row = said.blocks.at(-1)!
    expect(
      row.type === 'actions' &&
        row.elements.map((one) => one.type === 'button' && [one.text.text, one.action_id]),
    ).toEqual([
      ['Save evidence', 'nudge-log'],
      ['Ask the coach', 'nudge-ask'],
    ])
    expect(
      row.type === 'actions' && row.elements[0]?.type === 'button' && nudgeTargetOf(row.elements[0].value!),
    ).toEqual({ ladder: 'sre', competency: nudge.competency })
  })

  it('has no more than 400 characters besides the ladder’s sentences', () => {
    for (const { nudge, said } of posts(sre, questions, 45)) {
      const { sentences } = sentencesOf(sre, nudge)!
      const quoted = sentences.reduce((all, { text }) => all + text.length, 0)
      expect(shownLength(said.blocks) - quoted).toBeLessThanOrEqual(400)
    }
  })

  it('holds nothing but the ladder’s sentences, its owner’s questions and fixed words, for 2,000 ladders', () => {
    fc.assert(
      fc.property(anyLadder, anyQuestions, (ladder, asked) => {
        for (const { said } of posts(ladder, asked, 3)) {
          expect(strayIn(said, [sre, ladder], asked)).toEqual([])
          expect(slackProblems(said as never)).toEqual([])
          expect(shownLength(said.blocks)).toBeLessThan(MOST_SHOWN)
          // Nothing in it can call anybody: no mention is left whole, and no element is one.
          expect(JSON.stringify(said)).not.toMatch(/<[@!#]|"type":"(?:user|broadcast|usergroup|channel)"/)
          expect(said.text.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/)
        }
      }),
      { numRuns: rounds(2_000) },
    )
  })

  it('is about no competency now and then, and then has a question, an example and no sentence', () => {
    const { nudge, said } = posts(sre, questions, 7).at(-1)!
    expect(nudge).toMatchObject({ competency: null, form: 'win', expectations: [] })
    expect(said.text).toBe(`One minute: a small win. ${nudge.question}`)
    expect(said.blocks.map(({ type }) => type)).toEqual(['rich_text', 'context', 'actions'])
    expect(strayIn(said, [sre], questions)).toEqual([])
    // Its buttons name no competency: the form for evidence opens without one.
    const row = said.blocks.at(-1)!
    const [save] = row.type === 'actions' ? row.elements : []
    expect(save?.type === 'button' && nudgeTargetOf(save.value!)).toBeNull()
  })

  it('is null if its sentences are gone from the ladder', () => {
    const [post] = posts(sre, questions, 1)
    expect(nudgePostView({ ...sre, rows: {} }, post!.nudge)).toBeNull()
  })
})

describe('the scan of posts', () => {
  const { said } = posts(sre, questions, 1)[0]!
  /** The post with another sentence of the same competency and level in the place of its upper one. */
  const swapped = (): unknown => {
    const [found] = posts(sre, questions, 9).flatMap(({ nudge }) =>
      rowOf(sre, nudge.levels[1]!, nudge.competency!)
        .filter(({ id }) => !nudge.expectations.includes(id))
        .map((upper) => ({ nudge, upper })),
    )
    const { nudge, upper } = found!
    return nudgePostView(sre, { ...nudge, expectations: [nudge.expectations[0]!, upper.id] })
  }
  const changed = (from: string, to: string): unknown => JSON.parse(JSON.stringify(said).replace(from, to))
  it.each([
    ['a name in the headline', changed('One minute:', 'Anna, one minute:')],
    ['a name in the example', changed('For example: ', 'For example, Anna: ')],
    ['another example', changed('"For example: ', '"For example: Anna did it. ')],
    ['small print of its own', { ...said, blocks: said.blocks.with(1, { type: 'context', elements: [] }) }],
    ['a sentence that its question is not for', swapped()],
    ['a count', changed('"Ask the coach"', '"Ask the coach, as three of you did"')],
    [
      'a mention',
      {
        ...said,
        blocks: [
          {
            type: 'rich_text',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] }],
          },
          ...said.blocks.slice(1),
        ],
      },
    ],
    ['one block more', { ...said, blocks: [...said.blocks, { type: 'divider' }] }],
    ['somebody in a value', changed('"value":"sre/', '"value":"U1/sre/')],
    ['a text of its own', { ...said, text: `${said.text} Three of you wrote.` }],
    ['metadata of a block', { ...said, blocks: said.blocks.map((block) => ({ ...block, metadata: 'U1' })) }],
    ['a sentence of nobody', changed('style', 'url":"https://x.test","style')],
  ])('finds %s', (_, post) => {
    expect(strayIn(post as Said, [sre], questions)).not.toEqual([])
  })
})
