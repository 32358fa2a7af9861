import { describe, expect, it } from 'vitest'
import { correctionKept } from '../../../src/coaching/review/correct-review.ts'
import { understandAsk } from '../../../src/domain/conversation/understand-ask.ts'
import { readAloud } from '../../../src/slack/views/ladder/pages.ts'
import { replyView } from '../../../src/slack/views/review/reply.ts'
import { smallLadder } from '../../domain/ladder-fixture.ts'

describe('the welcome', () => {
  const said = (hasModel: boolean): string => readAloud(replyView({ kind: 'welcome', hasModel }).blocks)

  it.each([true, false])('has at most 60 words (with AI: %s)', (hasModel) => {
    expect(said(hasModel).split(/\s+/).length).toBeLessThanOrEqual(60)
  })

  it('speaks of what is hidden from AI only where there is one', () => {
    expect(said(true)).toContain('hide names and contact details from AI')
    expect(said(false)).toContain('No AI is set up')
    expect(said(false)).not.toContain('hide names')
  })
})

describe('what is said after a correction', () => {
  const said = (correction: Parameters<typeof correctionKept>[1]): string =>
    replyView({ ...correctionKept('e1', correction, smallLadder, null), part: 1 }).text

  it('names the competency that a finding was put under', () => {
    expect(said({ kind: 'other-competency', competency: 'mastery', meant: 'scope' })).toBe(
      'Thanks. I put it under Scope and won’t change it back. Your colleagues can’t see it.',
    )
  })

  it('says that the review changed, or else that a note was stored', () => {
    expect(said({ kind: 'more', competency: 'mastery', meant: null })).toContain(
      'I corrected the review and won’t change it back.',
    )
    expect(said(null)).toContain('I saved your note with this review.')
  })
})

describe('the answer to a greeting', () => {
  const said = (hasGoal: boolean): string =>
    readAloud(replyView({ kind: 'small-talk', talk: 'greeting', hasGoal }).blocks)

  it('offers three things to try, and the third by whether there is a goal', () => {
    for (const hasGoal of [true, false]) {
      const { blocks } = replyView({ kind: 'small-talk', talk: 'greeting', hasGoal })
      expect(JSON.stringify(blocks).match(/"rich_text_section"/g)).toHaveLength(4)
    }
    expect(said(false)).toContain('/ladder goal')
    expect(said(true)).not.toContain('/ladder goal')
  })

  it('offers a question that is understood', () => {
    const [, offered = ''] = /“([^”]+)”/.exec(said(true)) ?? []
    const goal = { ladder: smallLadder.id, current: 'L2', target: 'L3', by: null }
    const shelf = { all: [smallLadder], standard: smallLadder }
    const today = Temporal.PlainDate.from('2026-11-27')
    expect(understandAsk(offered, { place: 'dm', shelf, goal, hasPieces: true, today })).toMatchObject({
      kind: 'progress',
    })
  })
})
