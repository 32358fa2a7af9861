import { describe, expect, it } from 'vitest'
import { readKnownNames } from '../../src/adapters/names/known-names.ts'
import {
  NO_PERSON,
  NO_THING,
  PERSON,
  possibleNamesIn,
  unknownNames,
  unknownPeople,
} from '../../src/domain/check/check-names.ts'
import { unknownNumbers } from '../../src/domain/check/check-numbers.ts'
import { numbersOf } from '../../src/domain/check/known-numbers.ts'
import { OF_TEXT_RULES } from '../../src/domain/check/numbers-of-text.ts'
import { VERDICT_RULES, verdictIn, verdictRuleOf } from '../../src/domain/check/verdicts.ts'
import { isOthersWork, OTHERS_WORK } from '../../src/domain/evidence/deeds.ts'
import { KIND_RULES, kindOf, kindRuleOf } from '../../src/domain/evidence/evidence-kind.ts'
import { SMALL_TALK, smallTalkOf } from '../../src/domain/evidence/small-talk.ts'
import { decideReply, REPLY_RULES } from '../../src/domain/review/decide-reply.ts'
import { TOPIC_RULES, topicOf } from '../../src/domain/review/reply-topic.ts'
import { WRONG_RULES } from '../../src/domain/review/reply-words.ts'
import { withoutRule } from '../fakes/without-rule.ts'
import { evidenceOf, goal, partOf, reviewOf } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

const examplesOf = <T extends { name: string; examples: readonly string[] }>(rules: readonly T[]) =>
  rules.flatMap((rule) => rule.examples.map((example) => [rule.name, example, rule] as const))

describe('the rules for the kind of a sentence', () => {
  it.each(examplesOf(KIND_RULES))('"%s" decides its example "%s"', (name, example, { kind }) => {
    expect(kindRuleOf(example)?.name).toBe(name)
    expect(kindOf(example)).toBe(kind)
  })

  it('take whatever none of them matches for a fact', () => {
    expect(kindRuleOf('The queue is a service of the platform team.')).toBeUndefined()
    expect(kindOf('The queue is a service of the platform team.')).toBe('fact')
  })
})

describe('the rules for somebody else’s work', () => {
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

describe('the rules for judgments of people', () => {
  it.each(examplesOf(VERDICT_RULES))('"%s" decides its example "%s"', (name, example, { why }) => {
    expect(verdictRuleOf(example)?.name).toBe(name)
    expect(verdictIn(example)).toBe(why)
  })
})

describe('the rules for names of people and things', () => {
  const nameable = { known: (word: string) => word === 'emma', names: readKnownNames() }

  it.each(NO_PERSON.map((rule) => [rule.name, rule.example, rule] as const))(
    'take no word for a person where %s: "%s"',
    (name, example, { holds }) => {
      const known = { ...nameable, capitals: name.includes('its language') }
      expect(possibleNamesIn(example).some((word) => holds(word, known))).toBe(true)
      expect(unknownPeople(example, known)).toEqual([])
    },
  )

  it.each(NO_PERSON.map((rule) => [rule.name, rule] as const))(
    'would take a word for a person without "%s"',
    (name, rule) => {
      const known = { ...nameable, capitals: name.includes('its language') }
      expect(withoutRule(NO_PERSON, rule, () => unknownPeople(rule.example, known))).not.toEqual([])
    },
  )

  it.each([
    ['You moved it with Maria.', 'Maria'],
    ['You should ask Zzyx about it.', 'Zzyx'],
  ])('take one for a person: "%s"', (example, word) => {
    expect(PERSON.map((rule) => rule.example)).toContain(example)
    expect(unknownPeople(example, nameable)).toEqual([word])
  })

  it.each(NO_THING.map((rule) => [rule.name, rule.example, rule] as const))(
    'take no word for a thing where %s: "%s"',
    (_, example, { holds }) => {
      expect(possibleNamesIn(example).some((word) => holds(word, nameable))).toBe(true)
      // A name of a person is found as such, once.
      expect(unknownNames(example, nameable)).toEqual(unknownPeople(example, nameable))
    },
  )

  it('take a capital in mid-sentence for a thing that is named', () => {
    expect(unknownNames('You moved it to Zzyxdb.', nameable)).toEqual(['Zzyxdb'])
  })
})

describe('the rules for numbers about the text itself', () => {
  it.each(OF_TEXT_RULES.map((rule) => [rule.name, rule.example, rule] as const))(
    '"%s" is for its example "%s", and no other is',
    (name, example) => {
      expect(unknownNumbers(example, numbersOf('', ''), new Set())).toEqual([])
      const holding = [...example.matchAll(/\p{L}+/gu)].flatMap(({ 0: found, index }) => {
        const word = found.toLowerCase()
        const [before, behind] = [example.slice(0, index), example.slice(index + word.length)]
        return OF_TEXT_RULES.filter((one) => one.words.test(word) && one.holds({ word, before, behind }))
      })
      expect(holding.map((one) => one.name)).toEqual([name])
    },
  )

  it('leave numbers about the work to the evidence', () => {
    expect(unknownNumbers('You led three teams.', numbersOf('', ''), new Set())).toEqual(['three'])
  })
})

describe('the rules for what a reply asks for', () => {
  const state = {
    evidence: evidenceOf('I moved the queue.'),
    review: reviewOf(),
    ladder: smallLadder,
    goal,
    shelf: { all: [smallLadder], standard: smallLadder },
    today: Temporal.PlainDate.from('2026-11-24'),
  }
  const decide = (text: string) => decideReply({ ...state, reply: partOf(text, { kind: 'reply' }) })

  const KINDS: Readonly<Record<string, string>> = {
    'finds the review right': 'agreed',
    'says nothing': 'small-talk',
    'finds the review wrong': 'wrong',
    'asks about the review': 'question',
    'is a command': 'point-to-command',
  }

  it.each(examplesOf(REPLY_RULES))('"%s" decides its example "%s"', (name, text, rule) => {
    expect(decide(text).kind).toBe(KINDS[name])
    expect(withoutRule(REPLY_RULES, rule, () => decide(text).kind)).not.toBe(KINDS[name])
  })

  it.each(WRONG_RULES.map(({ name, example }) => [name, example]))(
    'take "%s" for a correction, and no other rule does: "%s"',
    (name, example) => {
      expect(decide(example)).toMatchObject({ kind: 'wrong' })
      const holding = WRONG_RULES.filter(({ pattern }) => new RegExp(pattern, 'i').test(example))
      expect(holding.map((one) => one.name)).toEqual([name])
    },
  )

  it.each(TOPIC_RULES.flatMap(({ topic, examples }) => examples.map((example) => [topic, example])))(
    'take %s for what is asked about: "%s"',
    (topic, example) => {
      expect(topicOf(example, smallLadder, goal)).toEqual({ kind: topic })
      expect(decide(example)).toEqual({ kind: 'question', topic: { kind: topic } })
    },
  )
})
