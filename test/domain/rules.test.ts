import { describe, expect, it } from 'vitest'
import { VERDICT_RULES, verdictIn, verdictRuleOf } from '../../src/domain/check/verdicts.ts'
import { isOthersWork, OTHERS_WORK } from '../../src/domain/evidence/deeds.ts'
import { KIND_RULES, kindOf, kindRuleOf } from '../../src/domain/evidence/evidence-kind.ts'
import { SMALL_TALK, smallTalkOf } from '../../src/domain/evidence/small-talk.ts'

const examplesOf = <T extends { name: string; examples: readonly string[] }>(rules: readonly T[]) =>
  rules.flatMap((rule) => rule.examples.map((example) => [rule.name, example, rule] as const))

describe('the rules of what a sentence is', () => {
  it.each(examplesOf(KIND_RULES))('"%s" decides its example "%s"', (name, example, { kind }) => {
    expect(kindRuleOf(example)?.name).toBe(name)
    expect(kindOf(example)).toBe(kind)
  })

  it('leave what none of them holds for a fact', () => {
    expect(kindRuleOf('The queue is a service of the platform team.')).toBeUndefined()
    expect(kindOf('The queue is a service of the platform team.')).toBe('fact')
  })
})

describe('the rules of what is somebody else’s work', () => {
  it.each(OTHERS_WORK.map((rule) => [rule.name, rule.example, rule] as const))(
    '"%s" is for its example "%s", and no other is',
    (name, example) => {
      expect(isOthersWork(example)).toBe(true)
      const holding = OTHERS_WORK.filter(({ pattern }) => new RegExp(pattern, 'iu').test(example))
      expect(holding.map((one) => one.name)).toEqual([name])
    },
  )
})

describe('the rules of small talk', () => {
  it.each(SMALL_TALK.flatMap(({ talk, examples }) => examples.map((example) => [talk, example])))(
    'take for %s its example "%s"',
    (talk, example) => expect(smallTalkOf(example)).toBe(talk),
  )
})

describe('the rules of what judges somebody', () => {
  it.each(examplesOf(VERDICT_RULES))('"%s" decides its example "%s"', (name, example, { why }) => {
    expect(verdictRuleOf(example)?.name).toBe(name)
    expect(verdictIn(example)).toBe(why)
  })
})
