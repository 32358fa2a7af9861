import { describe, expect, it } from 'vitest'
import { findPeople } from '../../src/domain/mask/mask-names.ts'
import type { Member } from '../../src/domain/mask/member-names.ts'
import { MEMBER_RULES } from '../../src/domain/mask/member-rules.ts'
import { PERSON_RULES } from '../../src/domain/mask/person-rules.ts'
import { NOBODY_RULES, STRANGER_RULES, UNKNOWN_RULES } from '../../src/domain/mask/stranger-rules.ts'
import { known, MEMBERS } from './mask-fixture.ts'

/** Those of the other tests, and whose names are tools or have two words. */
const everybody: readonly Member[] = [
  ...MEMBERS,
  { id: 'U20', names: ['Julia Okafor'] },
  { id: 'U21', names: ['Dick Van Dyke'] },
]

const LISTS = { MEMBER_RULES, NOBODY_RULES, STRANGER_RULES, PERSON_RULES, UNKNOWN_RULES }

const rules = Object.values(LISTS).flatMap((list) =>
  list.map(({ name, examples, isName }) => ({ name, examples, isName })),
)

/**
 * The word in brackets: which rule decides, and whether it is a name. Of a word that is a member's name and not meant
 * as theirs, rules decide again whether it is a stranger's: the first is meant.
 */
const decisionOn = (example: string): { rule: string | undefined; isName: boolean } => {
  const at = example.indexOf('[')
  const text = example.replace(/[[\]]/g, '')
  const heard: string[] = []
  const people = findPeople([text], everybody, known, (rule, start) => {
    if (start === at) heard.push(rule)
  })
  return { rule: heard[0], isName: people.some(({ start, end }) => start <= at && at < end) }
}

describe('the rules that tell a name from a word', () => {
  it.each(rules.flatMap(({ name, examples, isName }) => examples.map((one) => [one, name, isName] as const)))(
    '"%s" is decided by "%s"',
    (example, name, isName) => {
      expect(decisionOn(example)).toEqual({ rule: name, isName })
    },
  )

  it('each have their own name and an example', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
    expect(rules.filter(({ examples }) => examples.length === 0)).toEqual([])
  })
})
