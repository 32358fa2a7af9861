import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { GOAL_RULES } from '../../src/domain/ladder/goal-lookup.ts'
import { type Ladder, ladderOf, type Shelf } from '../../src/domain/ladder/ladder.ts'
import { lookupOf } from '../../src/domain/ladder/lookup.ts'
import type { LookupExample, LookupRule } from '../../src/domain/ladder/lookup-rule.ts'
import { ALL_RULES, NAMED_RULES } from '../../src/domain/ladder/which-ladder.ts'
import { withoutRule } from '../fakes/without-rule.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')

/** It has a competency with the name of another ladder. */
const writers = (): Ladder => {
  const text = ['L2 · Writer', 'L3 · Senior Writer']
    .map((level) => `# ${level}\n\n### Designers\n\n- Works with those who draw at ${level}.\n`)
    .join('\n')
  const parsed = parseLadder('writers', Buffer.from(`---\nname: Writers\n---\n\n${text}`))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.ladder
}

const { all, standard } = await loadShelf('test/fixtures/look-up-ladder/rubric')
const shelf: Shelf = { all: [...all, writers()], standard }

const LISTS = { GOAL_RULES, NAMED_RULES, ALL_RULES }

type AnyRule = Pick<LookupRule<never, unknown>, 'name' | 'examples'>

const rules = Object.values(LISTS).flatMap((list: readonly AnyRule[]) =>
  list.map((rule) => ({ list, rule, ...rule })),
)

const answerTo = ({ text, own, standard: hasStandard = true }: LookupExample) =>
  lookupOf({
    shelf: hasStandard ? shelf : { ...shelf, standard: null },
    own: own === undefined ? null : ladderOf(shelf, own)!,
    text,
    today: TODAY,
  })

/** The last rules. Without them there is no answer. */
const ENDS: readonly AnyRule[] = [GOAL_RULES.at(-1)!, NAMED_RULES.at(-1)!, ALL_RULES.at(-1)!]

describe('the rules of a lookup', () => {
  it.each(rules.flatMap(({ name, examples }) => examples.map((example) => ({ name, example, ...example }))))(
    'decide "$text" from a person with ladder $own as $gives, by "$name"',
    ({ example, gives }) => {
      const { ladder, lookup } = answerTo(example)
      expect(`${ladder.id} ${lookup.kind}`).toBe(gives)
    },
  )

  it.each(rules.filter(({ rule }) => !ENDS.includes(rule)))(
    'would decide differently without "$name"',
    ({ list, rule, examples }) => {
      const differ = examples.some((example) => {
        const without = withoutRule(list, rule, () => answerTo(example))
        return !isDeepStrictEqual(without, answerTo(example))
      })
      expect(differ).toBe(true)
    },
  )

  it('each have their own name and an example', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
    expect(rules.filter(({ examples }) => examples.length === 0)).toEqual([])
  })
})
