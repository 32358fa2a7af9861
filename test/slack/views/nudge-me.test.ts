import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../../src/adapters/ladder-files/nudge-questions.ts'
import { ownNudgeOf } from '../../../src/domain/nudge/nudge-me.ts'
import { readAloud } from '../../../src/slack/views/ladder/pages.ts'
import {
  ownAskView,
  ownNudgeView,
  ownPausedView,
  ownSetView,
  ownStoppedView,
  type ShownOwnNudge,
} from '../../../src/slack/views/nudge/nudge-me.ts'
import { type Said, shownLength } from '../../../src/slack/views/rich-text.ts'
import { anyLadder, anyQuestions, anyText } from '../../domain/nudge-words-fixture.ts'
import { rounds } from '../../fakes/rounds.ts'
import { slackProblems } from '../../fakes/slack-limits.ts'

const sre = (await loadShelf('rubric')).all[0]!
const questions = await openNudgeQuestions('rubric', { info() {}, warn() {}, error() {} })()
const goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }
const day = Temporal.PlainDate.from('2026-11-20')
const none = { pieces: new Map(), lastDays: new Map(), asked: [], seed: 'U1', day }
const own = ownNudgeOf({ ladder: sre, goal, questions, ...none })!
const piece = (beginning: string) => ({ day, beginning })
const buttonsIn = ({ blocks }: Said): string[] =>
  blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((one) => (one.type === 'button' ? one.text.text : one.type))
      : [],
  )
const shown: ShownOwnNudge = {
  schedule: { weekday: 5, time: Temporal.PlainTime.from('16:00'), zone: 'Europe/Berlin' },
  next: [Temporal.ZonedDateTime.from('2026-11-27T16:00[Europe/Berlin]')],
  paused: null,
  follows: true,
  hasGoal: true,
}

describe('a personal nudge', () => {
  it('asks one question about the emptiest competency, in the words of the level they want', () => {
    const said = ownNudgeView(sre, goal, own, [])
    for (const text of [own.competency.name, own.expectation.text, own.question, 'Senior SRE (L3)'])
      expect(readAloud(said.blocks)).toContain(text)
    expect(readAloud(said.blocks).match(/\?/g)).toHaveLength(1)
    expect(buttonsIn(said)).toEqual(['Ask tomorrow', 'Ask next week', 'datepicker', 'Stop'])
  })

  it('shows what they logged since the last one, and nothing at all where they logged nothing', () => {
    expect(readAloud(ownNudgeView(sre, goal, own, []).blocks)).not.toContain('Since my last question')
    const said = ownNudgeView(sre, goal, own, ['I moved the queue', 'b', 'c', 'd'].map(piece))
    const read = readAloud(said.blocks)
    expect(read).toContain('Since my last question, you saved:')
    expect(read).toContain('20 November 2026: I moved the queue')
    expect(read).toContain('and more: /ladder evidence')
  })

  it('asks the question in a notification, which quotes nothing that they wrote', () => {
    const { text } = ownNudgeView(sre, goal, own, [piece('I moved the queue')])
    expect(text).toBe(`Your question about ${own.competency.name}: ${own.question}`)
  })

  it('begins with a word, whatever comes before the competency', () => {
    const first = JSON.stringify(ownNudgeView(sre, goal, own, []).blocks).match(/"text":"([^"]*)"/)?.[1]
    expect(first).toBe(first?.trimStart())
    expect(first).not.toBe('')
  })

  it('asks without reproach whether to go on, and says what stops, pauses and follows', () => {
    expect(buttonsIn(ownAskView())).toEqual(['Keep asking', 'datepicker', 'Stop'])
    expect(ownAskView().text).toContain('that’s fine')
    expect(ownSetView(shown, 'set').text).toContain(
      'Done. I’ll message you every Friday at 16:00, Berlin time.',
    )
    expect(ownSetView(shown, 'set').text).toContain('If you move, I follow the time zone')
    expect(ownSetView({ ...shown, hasGoal: false }, 'set').text).toContain('/ladder goal')
    expect(buttonsIn(ownSetView({ ...shown, paused: { until: day } }, 'shown'))).toEqual(['Resume', 'Stop'])
    expect(ownPausedView(day).text).toContain('Friday, 20 November 2026')
    expect(ownStoppedView('silence').text).toContain('I stopped asking')
    expect(ownStoppedView('none').text).toContain('so I changed nothing')
  })

  it('stays within Slack’s limits and calls nobody, whatever ladders and people write', () => {
    fc.assert(
      fc.property(
        anyLadder,
        anyQuestions,
        fc.array(anyText(3_000), { maxLength: 6 }),
        (ladder, asked, texts) => {
          const target = ladder.levels.at(-1)!.id
          const goalOf = { ladder: 'any', current: ladder.levels[0]!.id, target, by: null }
          const nudge = ownNudgeOf({ ladder, goal: goalOf, questions: asked, ...none })
          if (nudge === null) return
          const said = ownNudgeView(ladder, goalOf, nudge, texts.map(piece))
          expect(slackProblems(said as never)).toEqual([])
          expect(shownLength(said.blocks)).toBeLessThan(12_000)
          expect(JSON.stringify(said.blocks)).not.toMatch(/<[@!#]/)
          expect(said.text.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/)
        },
      ),
      { numRuns: rounds(2_000) },
    )
  })
})
