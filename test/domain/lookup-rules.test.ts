import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { GOAL_RULES } from '../../src/domain/ladder/goal-lookup.ts'
import { type Ladder, ladderOf, type Shelf } from '../../src/domain/ladder/ladder.ts'
import { lookupOf } from '../../src/domain/ladder/lookup.ts'
import type { LookupExample } from '../../src/domain/ladder/lookup-rule.ts'
import { ALL_RULES, NAMED_RULES } from '../../src/domain/ladder/which-ladder.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')

/** It has a competency that is called as another ladder is. */
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

const cases = Object.values(LISTS).flatMap((list) => {
  const names: readonly string[] = list.map(({ name }) => name)
  return list.flatMap(({ name, examples }) =>
    examples.map((example) => ({ ...example, name, names, example })),
  )
})

/** The rules that decide about an example, a list each. */
const rulesFor = ({ text, own, standard: hasStandard = true }: LookupExample): string[] => {
  const heard: string[] = []
  lookupOf(
    {
      shelf: hasStandard ? shelf : { ...shelf, standard: null },
      own: own === undefined ? null : ladderOf(shelf, own)!,
      text,
      today: TODAY,
    },
    (rule) => heard.push(rule),
  )
  return heard
}

describe('the rules of a lookup', () => {
  it.each(cases)('"$text" of somebody with ladder $own is "$name"', ({ example, name, names }) => {
    expect(rulesFor(example).filter((rule) => names.includes(rule))).toEqual([name])
  })

  it('each have their own name and an example', () => {
    const rules = Object.values(LISTS).flatMap((list) =>
      list.map(({ name, examples }) => ({ name, examples })),
    )
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
    expect(rules.filter(({ examples }) => examples.length === 0)).toEqual([])
  })
})
