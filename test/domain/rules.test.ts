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
import { isOthersWork } from '../../src/domain/evidence/deeds.ts'
import { spansOf } from '../../src/domain/evidence/evidence.ts'
import { KIND_RULES, kindOf, kindOfSpan, kindRuleOf } from '../../src/domain/evidence/evidence-kind.ts'
import { OTHERS_WORK } from '../../src/domain/evidence/others-work.ts'
import { OUTCOMES, tellsOfOutcome } from '../../src/domain/evidence/outcomes.ts'
import { isRole, ROLES } from '../../src/domain/evidence/roles.ts'
import { PASSED_ON, passesPraiseOn } from '../../src/domain/evidence/said/passed-on.ts'
import { isPraise, PRAISE } from '../../src/domain/evidence/said/praise.ts'
import { SMALL_TALK, smallTalkOf } from '../../src/domain/evidence/small-talk.ts'
import { qualityOfSpan } from '../../src/domain/evidence/span-quality.ts'
import { answerIn, DECLINING, declines } from '../../src/domain/evidence/support/answers.ts'
import { isProof, POINTERS } from '../../src/domain/evidence/support/proof.ts'
import { decideReply, REPLY_RULES } from '../../src/domain/review/decide-reply.ts'
import { TOPIC_RULES, topicOf } from '../../src/domain/review/reply/reply-topic.ts'
import { WRONG_RULES } from '../../src/domain/review/reply/reply-words.ts'
import { withoutRule } from '../fakes/without-rule.ts'
import { evidenceOf, goal, partOf, reviewOf, spansIn } from './evidence-fixture.ts'
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

describe('the rules for praise by a colleague', () => {
  it.each(examplesOf(PRAISE))('"%s" is for its example "%s", and no other is', (name, example) => {
    expect(isPraise(example)).toBe(true)
    expect(PRAISE.filter(({ pattern }) => pattern.test(example)).map((one) => one.name)).toEqual([name])
  })

  it.each([
    'Nice one Ada, the deploy is twice as fast now.',
    'The runbook she wrote made my first shift painless.',
    'Big shoutout to @ada.lovelace for staying late to finish the failover test',
    'Shout out to Colleague A, who rewrote the deploy pipeline.',
  ])('take for praise: "%s"', (text) => expect(isPraise(text)).toBe(true))

  it.each([
    'Great job team, the migration was a success.',
    'Thanks everyone for staying late.',
    'Kudos to the whole SRE team for getting us through Black Friday.',
    'The platform team saved us during the outage.',
    'You all saved the launch.',
    'I led the incident response and wrote the post-mortem.',
    'Recovery took 12 minutes instead of 40.',
    'Customers noticed the outage before we did.',
    'You broke the build again.',
    'Your PR has conflicts.',
    'Thanks for your patience.',
    'Ada is amazing.',
    'Ada will lead the migration next quarter.',
  ])('take for no deed of the person: "%s"', (text) => expect(isPraise(text)).toBe(false))

  it('count praise as a deed only in a colleague’s words', () => {
    const said = 'She mentored me through my first incident.'
    const [theirs] = spansOf({ parts: [partOf(said, { kind: 'saved', saidBy: 'Sam' })] })
    const [own] = spansIn(said)
    expect([kindOfSpan(theirs!), qualityOfSpan(theirs!).part]).toEqual(['deed', 'told'])
    expect([kindOfSpan(own!), qualityOfSpan(own!).part]).toEqual(['fact', 'unclear'])
  })
})

describe('a note that opens with its day', () => {
  it.each([
    '2026-09-03 Said no to the third vendor and explained why in a one pager',
    '3 Sep wrote the on-call handbook, 2 new joiners used it',
    '12/06 moved the brokers',
    'Sept 2026, moved the brokers',
    'W33 ran the load test',
    'Q3 rewrote the parser',
    'Mon rotated the certs',
    'flappy disk alert -> removed it, pages went down to 2',
    'DNS outage => wrote the post-mortem',
  ])('contains a deed of its writer: "%s"', (text) => {
    expect([kindOf(text), qualityOfSpan(spansIn(text)[0]!).part]).toEqual(['deed', 'own'])
  })

  it.each([
    '2026-09-03 Tom rewrote the parser',
    '2026-09-03 The vendor moved the data',
    'May moved the brokers',
    '2026-12-03 game day',
  ])('contains none: "%s"', (text) => expect(kindOf(text)).not.toBe('deed'))
})

describe('the rules for praise that is passed on', () => {
  it.each(examplesOf(PASSED_ON))('"%s" is for its example "%s", and no other is', (name, example) => {
    expect(passesPraiseOn(example)).toBe(true)
    expect(PASSED_ON.filter(({ pattern }) => pattern.test(example)).map((one) => one.name)).toEqual([name])
    const [span] = spansIn(example)
    expect([kindOfSpan(span!), qualityOfSpan(span!).part]).toEqual(['deed', 'told'])
  })

  it.each([
    'Tom from support said yesterday "your runbook is the best one we have"',
    'One of our customers emailed: "Thanks for fixing the export so quickly!"',
    'Shout-out from Priya in #payments: thanks for finding the pool limit',
  ])('take for praise: "%s"', (text) => expect(passesPraiseOn(text)).toBe(true))

  it.each([
    'Tom said "we should move to Kafka"',
    'My manager said "you need to communicate more"',
    'Feedback from Lena: your updates are too technical',
    'Tom wrote: "great job team, we made it"',
    'I told Priya "you saved us"',
    'Devi thanked me for lunch',
  ])('take for none: "%s"', (text) => expect(passesPraiseOn(text)).toBe(false))

  it('leave a colleague’s own deed out, as a result of the praised one', () => {
    const said =
      'Thanks to Ada for walking me through the runbook. I did it alone this morning and it went fine!'
    const spans = spansOf({ parts: [partOf(said, { kind: 'saved', saidBy: 'Sam' })] })
    expect(spans.map(kindOfSpan)).toEqual(['deed', 'fact'])
  })
})

describe('the rules for roles at work', () => {
  it.each(ROLES.map((rule) => [rule.name, rule.example, rule] as const))(
    '"%s" is for its example "%s", and no other is',
    (name, example) => {
      expect(isRole(example)).toBe(true)
      expect(ROLES.filter(({ pattern }) => pattern.test(example)).map((one) => one.name)).toEqual([name])
    },
  )

  it.each([
    'I am a quick learner.',
    'We are a team of four.',
    'He is the best reviewer that we have.',
    'Lead times are long.',
    'I want to be the lead of the next move.',
    'Our contact for the auditors is Kim.',
    'On call is stressful.',
    'Two talks are planned.',
    'First on my list is the migration.',
  ])('take no state for one: "%s"', (text) => expect(kindOf(text)).not.toBe('deed'))
})

describe('the rules for results of work', () => {
  it.each(examplesOf(OUTCOMES))('"%s" is for its example "%s"', (_, example, { pattern }) => {
    expect(new RegExp(pattern, 'iu').test(example)).toBe(true)
    expect(tellsOfOutcome(example)).toBe(true)
  })
})

describe('the rules for proof', () => {
  it.each(examplesOf(POINTERS))('"%s" is for its example "%s"', (_, example, { pattern }) => {
    expect(pattern.test(example)).toBe(true)
    expect(isProof(example)).toBe(true)
  })

  it.each([
    'The PR is https://git.example/ops/pull/812 and Tom can confirm it.',
    'Ask Priya, she was on the call',
    'https://docs.example/d/1 (design doc), signed off by Lee',
    'Maria from the data team was there and can vouch for it.',
    'The PR was reviewed by Sam and approved by Ana.',
    'You can find it in Confluence under “Failover”.',
    'There’s a thread in #incidents about it.',
    'Lee, my skip level, can speak to it.',
    'PR merged 12 May: https://git.example/1',
    'Who saw it: Colleague A, the team lead of storage.',
    'I put the numbers in https://docs.example/d/1 and my lead signed it off.',
  ])('take for nothing but proof "%s"', (text) => {
    expect(isProof(text)).toBe(true)
    expect(kindOf(text)).toBe('fact')
  })

  it.each([
    'I wrote the design doc.',
    'Wrote the runbook and the RFC.',
    'I reviewed the design doc with Lee.',
    'Reviewed 14 pull requests in May.',
    'The dashboard is https://grafana.example/1 and pages are down by half.',
    'I shared it with all teams.',
    'It was adopted by the data team in May.',
    'Mentor of Priya since March',
    'Tech lead of Checkout since March 2025',
    'OPS-1423: fix the retry of the uploader',
    'Signed off the design of the storage team.',
    'The wiki is at https://wiki.example/other.',
    'It took six weeks.',
    'We did it in March.',
  ])('take for more than proof "%s"', (text) => expect(isProof(text)).toBe(false))
})

describe('the rules for no answer', () => {
  it.each(examplesOf(DECLINING))('"%s" is for its example "%s"', (_, example, { pattern }) => {
    expect(new RegExp(pattern, 'i').test(example)).toBe(true)
    expect(declines(example)).toBe(true)
  })

  it.each([
    'Not sure, but pages are less often.',
    'Nobody gets woken for it.',
    'No data was lost.',
    'Nothing breaks on Mondays any more.',
    'I checked the dashboards with them.',
    'The team took it over.',
  ])('take for an answer "%s"', (text) => expect(declines(text)).toBe(false))

  it('find the sentence that answers, and none if the person declines or writes about something else', () => {
    expect(answerIn(['Good question.', 'Nobody gets woken for it.'])).toBe(1)
    expect(answerIn(['Fewer pages.'])).toBe(0)
    expect(answerIn(['See https://git.example/1.', 'The nights are calm.'])).toBe(1)
    expect(answerIn(['I don’t know.', 'It was before my time.'])).toBeNull()
    expect(answerIn(['I also wrote the parser.'])).toBeNull()
    expect(answerIn(['Tom can confirm it.'])).toBeNull()
  })
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
    evidence: evidenceOf('I moved the queue from Oslo in 4 minutes.'),
    review: reviewOf(),
    ladder: smallLadder,
    goal,
    shelf: { all: [smallLadder], standard: smallLadder },
    today: Temporal.PlainDate.from('2026-11-24'),
    read: null,
  }
  const decide = (text: string) => decideReply({ ...state, reply: partOf(text, { kind: 'reply' }) })

  const KINDS: Readonly<Record<string, string>> = {
    'finds the review right': 'agreed',
    'says nothing': 'small-talk',
    'puts right what they wrote': 'edit',
    'takes back the last correction': 'undo',
    'asks why it is not about a competency': 'question',
    'finds the review wrong': 'wrong',
    'asks about the review': 'question',
    'is a command': 'point-to-command',
    'is no evidence': 'talk',
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
      expect(decide(example)).toMatchObject({ kind: 'question', topic: { kind: topic } })
    },
  )
})
