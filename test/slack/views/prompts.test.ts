import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../../src/adapters/ladder-files/ladder-files.ts'
import { parseLadder } from '../../../src/adapters/ladder-files/ladder-markdown.ts'
import { askedOf } from '../../../src/domain/conversation/asked.ts'
import { understandAsk } from '../../../src/domain/conversation/understand-ask.ts'
import { type Ladder, type Level, levelOf } from '../../../src/domain/ladder/ladder.ts'
import { decideReview } from '../../../src/domain/review/decide-review.ts'
import { promptsFor } from '../../../src/slack/views/conversation/prompts.ts'
import { evidenceOf } from '../../domain/evidence-fixture.ts'

const today = Temporal.PlainDate.from('2026-11-27')
const shelf = await loadShelf('rubric')

const written = (levels: readonly string[], competencies: readonly string[]): Ladder => {
  const body = levels
    .map(
      (level) => `# ${level}\n${competencies.map((name) => `### ${name}\n- Does ${level} well.\n`).join('')}`,
    )
    .join('')
  const parsed = parseLadder('own', Buffer.from(body))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.ladder
}
const LADDERS: readonly (readonly [string, Ladder])[] = [
  ['the ladder that comes with it', shelf.standard!],
  ['levels with ids', written(['IC3 · Engineer', 'IC4 · Senior Engineer'], ['Technical skill', 'Delivery'])],
  [
    'levels with titles alone',
    written(['Engineer', 'Senior Engineer', 'Staff Engineer'], ['Impact & Reach']),
  ],
  [
    'a ladder of managers',
    written(['M1 · Lead', 'M2 · Manager'], ['People, teams and hiring', 'Communication']),
  ],
]
const TARGETS = LADDERS.flatMap(([name, ladder]) =>
  ladder.levels.slice(1).map((target) => [name, target.id, ladder, target] as const),
)

const understood = (text: string, ladder: Ladder, target: Level | null) => {
  const of = { all: [ladder], standard: ladder }
  const goal = target && {
    ladder: ladder.id,
    current: ladder.levels[0]!.id,
    target: target.id,
    by: null,
  }
  const state = { evidence: evidenceOf(text), goal, review: null, shelf: of, today, read: null }
  const context = { place: 'dm', shelf: of, goal, hasPieces: false, today } as const
  return {
    kept: ['read', 'ask-goal', 'ask-to-keep'].includes(decideReview(state).kind),
    ask: understandAsk(text, context),
    named: askedOf(text, context).named,
  }
}

describe('what Slack offers to ask', () => {
  it.each(TARGETS)('is understood on %s, with the goal %s', (_, id, ladder, target) => {
    const prompts = promptsFor({ ladder, target })
    expect(prompts).toHaveLength(4)
    const [missing, says, evidence, privacy] = prompts.map(({ message }) =>
      understood(message, ladder, target),
    )
    expect([missing, says, evidence, privacy].map((one) => one!.kept)).toEqual([false, false, false, false])
    expect(missing!.ask).toMatchObject({ kind: 'progress', chances: false, competency: null })
    expect(says!.ask.kind).toBe('ladder')
    expect(says!.named.levels.map((level) => level.id)).toEqual([levelOf(ladder, id)!.id])
    expect(says!.named.competencies).toHaveLength(1)
    expect(evidence!.ask).toMatchObject({ kind: 'list', open: false })
    expect(privacy!.ask).toEqual({ kind: 'coach', topic: 'who-reads' })
  })

  it.each(LADDERS)('is understood on %s, without a goal', (_, ladder) => {
    const all = promptsFor(null).map(({ message }) => understood(message, ladder, null))
    expect(all.map(({ kept }) => kept)).toEqual([false, false, false, false])
    expect(all.slice(1).map(({ ask }) => ask)).toEqual([
      { kind: 'command', command: { kind: 'goal', text: '' } },
      { kind: 'coach', topic: 'what-to-send' },
      { kind: 'coach', topic: 'who-reads' },
    ])
    expect(all[0]!.ask).toEqual({ kind: 'help' })
  })

  it('is about a competency that the level has something to say about', () => {
    const ladder = written(['One', 'Two'], ['Craft', 'Communication'])
    const [, target] = ladder.levels
    const bare = {
      ...ladder,
      rows: { ...ladder.rows, [target!.id]: { craft: ladder.rows[target!.id]!.craft! } },
    }
    const says = (of: Ladder): string => promptsFor({ ladder: of, target: target! })[1]!.message
    expect(says(ladder)).toContain('communication')
    expect(says(bare)).toContain('craft')
    expect(promptsFor({ ladder: { ...ladder, rows: {} }, target: target! })).toHaveLength(3)
  })
})
