import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../../src/adapters/ladder-files/nudge-questions.ts'
import type { Ladder } from '../../../src/domain/ladder/ladder.ts'
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
    const { lower, upper, competency } = sentencesOf(sre, nudge)!
    const shown = JSON.stringify(said.blocks)
    for (const text of [
      competency.name,
      lower.text,
      upper.text,
      lower.level.id,
      upper.level.id,
      nudge.question,
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
      const { lower, upper } = sentencesOf(sre, nudge)!
      expect(shownLength(said.blocks) - lower.text.length - upper.text.length).toBeLessThanOrEqual(400)
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

  it('is null if its sentences are gone from the ladder', () => {
    const [post] = posts(sre, questions, 1)
    expect(nudgePostView({ ...sre, rows: {} }, post!.nudge)).toBeNull()
  })
})

describe('the scan of posts', () => {
  const { said } = posts(sre, questions, 1)[0]!
  const changed = (from: string, to: string): unknown => JSON.parse(JSON.stringify(said).replace(from, to))
  it.each([
    ['a name in the headline', changed('One minute for your', 'Anna, one minute for your')],
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
          said.blocks[1],
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
