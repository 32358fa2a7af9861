import { describe, expect, it } from 'vitest'
import { findPeople } from '../../src/domain/mask/mask-names.ts'
import type { Member } from '../../src/domain/mask/member-names.ts'
import { MEMBER_RULES } from '../../src/domain/mask/member-rules.ts'
import { PERSON_RULES } from '../../src/domain/mask/person-rules.ts'
import type { Rule } from '../../src/domain/mask/rule.ts'
import { NOBODY_RULES, STRANGER_RULES, UNKNOWN_RULES } from '../../src/domain/mask/stranger-rules.ts'
import { withoutRule } from '../fakes/without-rule.ts'
import { known, MEMBERS } from './mask-fixture.ts'

/** Those of the other tests, and whose names are tools or have two words. */
const everybody: readonly Member[] = [
  ...MEMBERS,
  { id: 'U20', names: ['Julia Okafor'] },
  { id: 'U21', names: ['Dick Van Dyke'] },
  { id: 'U22', names: ['Ann Rose Park'] },
]

const LISTS = { MEMBER_RULES, NOBODY_RULES, STRANGER_RULES, PERSON_RULES, UNKNOWN_RULES }

type AnyRule = Pick<Rule<never>, 'name' | 'examples' | 'isName'>

const rules = Object.values(LISTS).flatMap((list: readonly AnyRule[]) =>
  list.map((rule) => ({ list, rule, ...rule })),
)

/** The last rule of some lists applies to everything that is left, so there is nothing without it. */
const ENDS: readonly AnyRule[] = [PERSON_RULES.at(-1)!, UNKNOWN_RULES.at(-1)!]

/** Whether the word in brackets is taken for a name. */
const isNamed = (example: string): boolean => {
  const at = example.indexOf('[')
  const people = findPeople([example.replace(/[[\]]/g, '')], everybody, known)
  return people.some(({ start, end }) => start <= at && at < end)
}

describe('the rules that tell a name from a word', () => {
  it.each(rules.flatMap(({ name, examples, isName }) => examples.map((one) => [one, name, isName] as const)))(
    '"%s" is for "%s"',
    (example, _, isName) => expect(isNamed(example)).toBe(isName),
  )

  it.each(rules.filter(({ rule }) => !ENDS.includes(rule)))(
    'would decide otherwise without "$name"',
    ({ list, rule, examples, isName }) => {
      const without = examples.map((example) => withoutRule(list, rule, () => isNamed(example)))
      expect(without).toContain(!isName)
    },
  )

  it('each have their own name and an example', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
    expect(rules.filter(({ examples }) => examples.length === 0)).toEqual([])
  })
})
