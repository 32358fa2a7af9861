import { describe, expect, it } from 'vitest'
import { ASKED_RULES, askedKindOf } from '../../src/domain/message/asked-kind.ts'
import { saveOrDrop } from '../../src/domain/message/bare-answers.ts'
import { oddsOf } from '../../src/domain/message/classify.ts'
import { decideMessage } from '../../src/domain/message/decide-message.ts'
import { INTENTS, keepOf, type Message } from '../../src/domain/message/message.ts'
import { MESSAGE_RULES, messageRuleOf } from '../../src/domain/message/message-rules.ts'
import { SIGNS, saidIn, signsOf } from '../../src/domain/message/signs.ts'
import { orderMeant } from '../../src/domain/message/slips.ts'
import { talkSaid } from '../../src/domain/message/talk.ts'
import { saysWeakness } from '../../src/domain/message/weakness.ts'
import { messageCounts } from '../eval/messages/message-figures.ts'
import { givenMessages, type LabelledMessage } from '../eval/messages/message-rows.ts'
import { withoutRule } from '../fakes/without-rule.ts'

const dm = (text: string): Message => ({ place: 'dm', asked: null, text })
const reply = (asked: string | null, text: string): Message => ({ place: 'thread', asked, text })
const PART = 'What was your own part in this?'

describe('the rules for what a message is', () => {
  const examples = MESSAGE_RULES.flatMap((rule) =>
    rule.examples.map((example) => [rule.name, example.text, example, rule] as const),
  )

  it.each(examples)('"%s" decides its example %j', (name, _, example, { intent }) => {
    expect(messageRuleOf(example)?.name).toBe(name)
    expect(decideMessage(example)).toMatchObject({ intent, keep: keepOf(intent) })
  })

  it.each(examples)('"%s" is needed for its example %j', (name, _, example, rule) => {
    expect(withoutRule(MESSAGE_RULES, rule, () => messageRuleOf(example))?.name).not.toBe(name)
  })

  it.each(['delet the last one', 'stpo reminding me', 'shw my evidence pls', 'exprot my packet'])(
    'hears the command in "%s"',
    (text) => expect(decideMessage(dm(text))).toMatchObject({ intent: 'command', keep: false }),
  )

  it.each([
    ['hel me', 'command'],
    ['halp', 'command'],
    ['raed it again', 'command'],
    ['pls red it agian', 'command'],
    ['read it again', 'command'],
    ['put it bakc', 'command'],
    ['waht can you do?', 'question'],
  ] as const)('hears a short order or question with slips, wherever it is written: "%s"', (text, intent) => {
    for (const message of [dm(text), reply(PART, text), reply(null, text)])
      expect(decideMessage(message)).toMatchObject({ intent, keep: false })
  })

  it.each(['Ran it again', 'Moved it back', 'Checked it again', 'Deleted it', 'Changed it back', 'helps'])(
    'hears no order in what was done: "%s"',
    (text) => {
      expect(orderMeant(text)).toBeNull()
      expect(decideMessage(reply(PART, text)).intent).not.toBe('command')
    },
  )

  it.each([
    'I’m bad at saying no to people',
    'I am terrible at writing docs.',
    'honestly I suck at planning',
    'I’m not very good at presenting',
    'I struggle with delegating',
    'I can’t say no',
    'my biggest weakness is public speaking',
    'Ich bin schlecht darin, nein zu sagen',
    'Me cuesta decir que no',
    'J’ai du mal à dire non',
    'Tenho dificuldade em dizer não',
  ])('saves nothing about what a person is bad at: "%s"', (text) => {
    for (const message of [dm(text), reply(PART, text), reply('What could you add to this?', text)])
      expect([decideMessage(message).keep, talkSaid(message)]).toEqual([false, 'weakness'])
  })

  it.each([
    'I am bad at saying no, so I set up an intake form for requests to the team.',
    'I struggle with writing docs, but I wrote the runbook of the queue.',
    'You are bad at reading my messages',
    'Am I bad at saying no?',
  ])('does not take this for only a weakness: "%s"', (text) => expect(saysWeakness(text)).toBe(false))

  it.each([
    ['thank you, that helped', 'thanks'],
    ['thanks, this is useful!', 'thanks'],
    ['good morning, how are you', 'chat'],
    ['haha nice one', 'chat'],
    ['asdf', 'nothing'],
    ['qwerty uiop', 'nothing'],
  ] as const)('tells thanks, company and unknown words apart: "%s" is %s', (text, said) =>
    expect(talkSaid(dm(text))).toBe(said),
  )

  it.each([
    'Moved teh deploy job to the new runner, ever since no failures',
    'I delted the old bucket and removed 40 stale reports',
    'Planing the migration with two teams took 3 weeks and it shipped in March',
  ])('hears no command in a deed with a slip: "%s"', (text) => {
    expect(decideMessage(dm(text)).keep).toBe(true)
  })

  it.each([
    ['Not yet, next week', 'drop'],
    ['it’s still in progress', 'drop'],
    ['I’ll tell you when it’s done', 'drop'],
    ['ask me next month', 'drop'],
    ['please don’t', 'drop'],
    ['not yet but I wrote the plan', null],
    ['I’ll write the runbook next', null],
  ])('takes "%s" to a question whether to save it as %s', (text, answer) => {
    expect(saveOrDrop(text)).toBe(answer)
  })

  it.each([
    ['health or grief', 'I was off with burnout.'],
    ['conflict', 'He shouted at me.'],
    ['leaving', 'I am handing in my notice.'],
    ['secret', 'In confidence.'],
    ['you or your', 'Your turn.'],
    ['the future', 'The rest follows next week.'],
    ['intends', 'The tests are due next.'],
    ['its own words', 'It says ten.'],
    ['denial', 'It runs at night rather than at noon.'],
    ['holds a question', 'Enough (or not?).'],
    ['a later sentence opens as an order', 'Remind me.'],
    ['a later sentence opens as a question', 'Does that count'],
    ['complaint', 'A waste of time.'],
    ['thanks', 'Cheers for it.'],
    ['feeling', 'I like it.'],
    ['decline', 'The rest is confidential.'],
    ['does not know', 'No idea about June.'],
    ['quoted words', 'Ben: "it runs twice as fast".'],
    ['a quoted line', '\n> it runs'],
    ['an open box', '\n[ ] the docs'],
    ['the ladder', 'The committee liked it.'],
    ['a competency', 'Judgment.'],
    ['records', 'Into the packet.'],
  ])('leave to the model a deed with a sign of "%s": %j', (sign, more) => {
    const text = `I moved the billing queue to Porto. ${more}`
    expect(signsOf(saidIn(text))).toContain(sign)
    expect(messageRuleOf(dm('I moved the billing queue to Porto.'))?.intent).toBe('evidence')
    expect(messageRuleOf(dm(text))).toBeUndefined()
  })

  it('leave messages without a clear form to the model', () => {
    expect(messageRuleOf(dm('In May the queue was moved.'))).toBeUndefined()
  })
})

describe('the signs of a message', () => {
  it.each(SIGNS.map(({ name, example }) => [name, example] as const))('"%s" is in %j', (name, example) => {
    expect(signsOf(saidIn(example))).toContain(name)
  })

  it('take no apostrophe for the beginning of a quotation', () => {
    expect(signsOf(saidIn('I didn\'t know what "done" meant.'))).not.toContain('quoted words')
  })

  it('have different names', () => {
    expect(new Set(SIGNS.map(({ name }) => name)).size).toBe(SIGNS.length)
  })
})

describe('the kinds of a question', () => {
  it.each(ASKED_RULES.flatMap(({ kind, examples }) => examples.map((one) => [kind, one] as const)))(
    '%s: %s',
    (kind, example) => expect(askedKindOf(example)).toBe(kind),
  )

  it('are open without a rule, and nothing without a question', () => {
    expect(askedKindOf(PART)).toBe('open')
    expect(askedKindOf('How did you measure it?')).toBe('open')
    expect(askedKindOf(null)).toBe('nothing')
  })
})

describe('what a message is', () => {
  it.each([
    [dm('thank you, that helped'), 'smalltalk', false],
    [dm('What am I still missing for L3?'), 'question', false],
    [dm('show me my evidence'), 'command', false],
    [dm('remind me every Friday'), 'command', false],
    [dm('who can read this?'), 'question', false],
    [dm('you got this wrong: I led the incident alone'), 'correction', false],
    [dm('In April I moved the image resizer to a pool and p95 fell from 2 s to 300 ms.'), 'evidence', true],
    [dm('Was fehlt mir noch für L3?'), 'question', false],
    [dm('muchas gracias'), 'smalltalk', false],
    [dm('Ich habe im Mai die Migration geleitet und den Ausfall behoben.'), 'evidence', true],
    [reply(PART, 'the plan and the cutover, Nina did the tests'), 'answer', true],
    [reply(PART, 'I don’t know'), 'decline', false],
    [reply(null, 'the mentoring is not Feedback'), 'correction', false],
  ] as const)('%j', (message, intent, keep) => {
    expect(decideMessage(message)).toMatchObject({ intent, keep })
  })

  it.each([
    'I moved the billing queue.',
    'I planned the capacity of the next year and told every team.',
    'Fixed the flaky deploy test.',
    'We moved the ledger to the new cluster in March, I did the cutover.',
    'Since May I have been the one who answers the auditors.',
  ])('is certainly evidence if a deed is stated plainly: %j', (text) => {
    expect(decideMessage(dm(text))).toEqual({ intent: 'evidence', keep: true, fact: null })
  })

  it.each([
    dm('Next week I will start on the migration of the ledger.'),
    dm('leadership'),
    dm('Between you and me, I am handing in my notice next month.'),
  ])('is asked about if nothing is done yet, or if it is confidential: %j', (message) => {
    expect(decideMessage(message).keep).toBe('ask')
  })

  it('depends on what was asked last', () => {
    const no = (asked: string | null): string => decideMessage(reply(asked, 'no')).intent
    expect(no('Did anyone else use it?')).toBe('answer')
    expect(no('Shall I remind you next week?')).toBe('decline')
    expect(no('You led the migration. What did you decide?')).toBe('correction')
  })

  it.each([
    ['you got this wrong: I led the incident alone', 'I led the incident alone'],
    ['Not true. It was 40, not 14.', 'It was 40, not 14'],
    ['No es así, lo hice yo.', 'lo hice yo'],
    ['Scope, not Planning.', null],
  ])('has the fact of a correction in the words of the person: %j', (text, fact) => {
    expect(decideMessage(reply(null, text))).toMatchObject({ intent: 'correction', fact })
  })

  it('has the deed that a question asks about', () => {
    expect(decideMessage(dm('does it count that I mentored Priya through her first on-call week?'))).toEqual({
      intent: 'question',
      keep: false,
      fact: 'I mentored Priya through her first on-call week',
    })
  })

  it('gets odds that add up to one, also where no word is known', () => {
    for (const text of ['zzxqy', '', 'I moved it.'])
      expect(INTENTS.reduce((sum, intent) => sum + oddsOf(dm(text))[intent], 0)).toBeCloseTo(1)
  })

  it('is read from its beginning and its end, however long it is', () => {
    const long = 'I moved the queue to the new cluster and wrote its runbook. '.repeat(20_000)
    expect(saidIn(long).text.length).toBeLessThan(1_300)
    expect(signsOf(saidIn(`${long}Does that count?`))).toContain('ends as a question')
    expect(decideMessage(dm(long))).toMatchObject({ keep: true })
  })
})

describe('what messages are taken for that the model was not trained on', () => {
  const rows = givenMessages('dev')
  const sharesOf = (some: readonly LabelledMessage[]): Record<string, number> =>
    Object.fromEntries(
      Object.entries(
        messageCounts(
          some,
          some.map((row) => ({ id: row.id, ...decideMessage(row) })),
        ),
      ).map(([name, [hits, n]]) => [name, hits / n]),
    )

  it.each([
    ['in English', rows.filter(({ lang }) => lang === 'en'), [0.03, 0.06, 0.22, 0.75]],
    ['in all languages', rows, [0.04, 0.08, 0.22, 0.7]],
  ] as const)('is right this often %s', (_, some, [lost, talk, asked, right]) => {
    const shares = sharesOf(some)
    expect(shares['evidence and answers lost']).toBeLessThanOrEqual(lost)
    expect(shares['talk kept as evidence']).toBeLessThanOrEqual(talk)
    expect(shares['asked about']).toBeLessThanOrEqual(asked)
    expect(shares['plans, unclear and sensitive kept unasked']).toBeLessThanOrEqual(1 / 3)
    expect(shares['intents right']).toBeGreaterThanOrEqual(right)
  })
})
