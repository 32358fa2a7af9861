import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { type Ask, COACH_TOPICS } from '../../src/domain/conversation/ask.ts'
import type { AskExample } from '../../src/domain/conversation/ask-rule.ts'
import { type AskContext, askedOf } from '../../src/domain/conversation/asked.ts'
import { periodAsked } from '../../src/domain/conversation/periods.ts'
import { ASK_RULES, understandAsk } from '../../src/domain/conversation/understand-ask.ts'
import { sharedWords } from '../../src/domain/conversation/which-piece.ts'
import { inUsualOrder, WORD_ORDERS } from '../../src/domain/conversation/word-order.ts'
import { decideMessage } from '../../src/domain/message/decide-message.ts'
import { firstAskIn } from '../../src/domain/message/first-question.ts'
import { FIRST_ASKS } from '../../src/domain/message/words/first-ask.ts'
import { FIRST_QUESTIONS } from '../../src/domain/message/words/first-questions.ts'

const shelf = await loadShelf('rubric')
const today = Temporal.PlainDate.from('2026-11-27')
const here: AskContext = {
  place: 'dm',
  asked: null,
  shelf,
  goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null },
  hasPieces: true,
  today,
}
const caseOf = (example: AskExample) => (typeof example === 'string' ? { text: example } : example)
const ask = (example: AskExample): Ask => {
  const { text, ...place } = caseOf(example)
  return understandAsk(text, { ...here, ...place })
}
const thread = (text: string) => ({ text, place: 'thread' as const })
/** A list as words: "from 2026-03-01 to 2026-03-31, trust, dns outage". */
const filterIn = (text: string): string => {
  const asked = ask(text)
  const filter =
    asked.kind === 'list'
      ? asked.filter
      : asked.kind === 'command' && 'which' in asked.command && asked.command.which.kind === 'about'
        ? asked.command.which.filter
        : null
  if (filter === null) return JSON.stringify(asked)
  const { period, competency, words } = filter
  return [period ? `from ${period.from} to ${period.to}` : '', competency, words].filter(Boolean).join(', ')
}

describe('understanding what a question or command asks for', () => {
  it.each(
    ASK_RULES.flatMap((rule) =>
      rule.examples.map((example) => ({ rule, name: rule.name, ...caseOf(example) })),
    ),
  )('reads "$text" by the rule "$name"', ({ rule, text, ...place }) => {
    const deciding = ASK_RULES.find(({ read }) => read(askedOf(text, { ...here, ...place })) !== null)
    expect(deciding?.name).toBe(rule.name)
    expect(ask({ text, place: 'dm', ...place })).not.toEqual({ kind: 'unknown' })
  })

  it.each([
    ['Remind me every Friday at 4', 'friday 16:00'],
    ['nudge me at 4 on fridays not 9 on mondays', 'friday 16:00'],
    ['please remind me on Thursdays at 9.30am', 'thursday 09:30'],
    ['remind me mondays at 10:00 in Berlin', 'monday 10:00 berlin'],
    ['Erinnere mich jeden Freitag um 16 Uhr', 'friday 16:00'],
    ['rappelle-moi tous les vendredis à 16h', 'friday 16:00'],
    ['stop the weekly questions', 'stop'],
    ['turn the reminders back on', 'resume'],
    ['skip next week', 'skip'],
    ['pause the Monday reminders till I’m back on the 20th please', 'pause until the 20th'],
    ['pause my reminders for two weeks', 'pause for two weeks'],
    ['when do you remind me next?', 'show'],
    // The day and time are not clear, or the person wants another rhythm than weekly.
    ['remind me weekly', null],
    ['ping me every day at 9', null],
    ['remind me thursday afternoon to write up the drill', null],
  ])('reads "%s" as what is typed after /ladder nudge me', (text, wish) => {
    expect(ask(text)).toEqual({ kind: 'command', command: { kind: 'nudge', text: wish } })
  })

  it.each([
    ['remind me every Friday', 'friday 16:00'],
    ['please nudge me on tuesdays', 'tuesday 16:00'],
    ['Erinnere mich jeden Freitag', 'friday 16:00'],
    ['change my reminder to Thursday', 'thursday 16:00'],
  ])('knows the usual time for "%s"', (text, wish) => {
    expect(ask(text)).toEqual({ kind: 'command', command: { kind: 'nudge', text: wish, usual: true } })
  })

  it.each(WORD_ORDERS.map(({ example, usual }) => [example, usual]))(
    'reads "%s" in the order of "%s"',
    (example, usual) => {
      expect(inUsualOrder(example)).toBe(usual)
      expect(inUsualOrder(usual)).toBe(usual)
    },
  )

  it.each([
    ['Where I can see my evidence?', 'Where can I see my evidence?'],
    ['Why it is only partly?', 'Why is it only partly?'],
    ['What means scope?', 'What does scope mean?'],
    ['My manager can see it or no?', 'Can my manager see it?'],
    ['shwo my evidnce', 'show my evidence'],
    ['delet the last one', 'delete the last one'],
    ['remid me on fridays', 'remind me on fridays'],
    ['wat does L4 say abuot comunication', 'what does L4 say about communication'],
    ['And HR?', 'who can read this?'],
    ['Would they get a copy?', 'who can read this?'],
    ['could my lead ask you for my entries', 'who can read this?'],
    ['is it used in my performance review?', 'who can read this?'],
    ['how long does it stay', 'how long do you keep it'],
    ['what happens to what I write here', 'how long do you keep it'],
    ['I not understand', 'help'],
    ['what do you want from me', 'help'],
  ])('understands "%s" as "%s"', (said, usual) => {
    const known = (text: string) => ({ ...ask(text), text: null })
    expect(known(said)).toEqual(known(usual))
    expect(ask(usual)).not.toEqual({ kind: 'unknown' })
  })

  it('stops the nudge of a day that is named without a time', () => {
    expect(ask('stop reminding me on Fridays')).toEqual({
      kind: 'command',
      command: { kind: 'nudge', text: 'stop' },
    })
  })

  it('knows a question for every topic about the coach', () => {
    const asked = ASK_RULES.flatMap(({ examples }) => examples.map(ask))
    const topics = new Set(asked.flatMap((one) => (one.kind === 'coach' ? [one.topic] : [])))
    expect(COACH_TOPICS.filter((topic) => !topics.has(topic))).toEqual([])
  })

  it('reads a pause for a month as one that ends with the next', () => {
    const pause = { kind: 'command', command: { kind: 'nudge', text: 'pause until january' } }
    expect(ask({ text: 'Pause for December, please.', place: 'nudge-thread' })).toEqual(pause)
  })

  it.each([
    ['set my goal to L4 by June', 'L4 by 2027-06'],
    ['set my goal to L3 by next June', 'L3 by 2027-06'],
    ['change goal -> L4', 'L4'],
    ['change my target from L3 to L4', 'L3 to L4'],
    ['I want to aim for L4 by the end of next year', 'L4 by 2027-12'],
    ['my goal is now senior by March 2027', 'L3 by 2027-03'],
    ['mets mon objectif à L4 pour la fin de l’année', 'L4 by 2026-12'],
    ['Setz mein Ziel auf L4 bis Juni', 'L4 by 2027-06'],
    ['set a goal', ''],
  ])('reads "%s" as a goal', (text, goal) => {
    expect(ask(text)).toEqual({ kind: 'command', command: { kind: 'goal', text: goal } })
  })

  it.each([
    ['delete the last one', { kind: 'latest', count: 1 }],
    [
      'I think it’d be best if you removed the last two, they were for my colleague',
      { kind: 'latest', count: 2 },
    ],
    ['delete the last 3', { kind: 'latest', count: 3 }],
    ['delete this', { kind: 'latest', count: 1 }],
    [thread('please delete this whole thread'), { kind: 'this' }],
    [thread('delete the last one'), { kind: 'latest', count: 1 }],
  ])('knows which entry "%s" means', (example, which) => {
    expect(ask(example as AskExample)).toEqual({ kind: 'command', command: { kind: 'delete', which } })
  })

  it.each([
    ['delete the note about the coupon service', 'coupon service'],
    ['delete everything about the DNS outage', 'dns outage'],
    ['remove the entry about hiring from last week', 'from 2026-11-16 to 2026-11-22, hiring'],
    ['delete my evidence for trust', 'trust'],
    ['show my evidence', ''],
    ['what did I do in spring?', 'from 2026-03-01 to 2026-05-31'],
    ['what did I accomplish last year', 'from 2025-01-01 to 2025-12-31'],
    ['show evidence for ownership from Q3', 'from 2026-07-01 to 2026-09-30, ownership'],
    ['what have I sent about the payments migration', 'payments migration'],
    ['Zeig mir meine Einträge zu Planung', 'planning'],
    ['Muéstrame mis evidencias de marzo', 'from 2026-03-01 to 2026-03-31'],
  ])('reads what the entries of "%s" are about', (text, filter) => {
    expect(filterIn(text)).toBe(filter)
  })

  it('reads a month with its year, since a month, and a year', () => {
    const days = (said: string) => Object.values(periodAsked(said, today).days ?? {}).map(String)
    expect(days('in march 2025')).toEqual(['2025-03-01', '2025-03-31'])
    expect(days('since march')).toEqual(['2026-03-01', '2026-11-27'])
    expect(days('in december')).toEqual(['2025-12-01', '2025-12-31'])
    expect(days('from 2024')).toEqual(['2024-01-01', '2024-12-31'])
    // These are also words of other kinds.
    expect(days('what may i send')).toEqual([])
    expect(days('we march on')).toEqual([])
  })

  it.each([
    ['What does L4 say about communication?', 'L4 communication'],
    ['difference between L3 and L4?', 'L3 vs L4'],
    ['is on-call part of mastery?', 'find oncall'],
    ['does the ladder say anything about mentoring', 'find mentoring'],
    ['what does "manager of one" even mean', 'ownership'],
    ['what does the next level ask', 'next'],
    ['Was verlangt L4 bei Kommunikation?', 'L4 communication'],
    ['Que dit L4 sur la confiance ?', 'L4 trust'],
    ['¿Qué dice L4 sobre comunicación?', 'L4 communication'],
    ['Qual a diferença entre L3 e L4?', 'L3 vs L4'],
  ])('looks up "%s" on the ladder', (text, lookup) => {
    expect(ask(text)).toEqual({ kind: 'ladder', text: lookup })
  })

  it.each([
    'what’s the weather',
    'tell me a joke',
    'who is the CEO',
    'what’s our holiday policy',
    'how do I deploy the app',
    'book a room for 3pm',
    'translate this to german',
    '…',
    'lorem '.repeat(100),
  ])('says that it does not know: "%s"', (text) => {
    expect(ask(text)).toEqual({ kind: 'unknown' })
  })

  it('takes the sentence that asks, whatever is around it', () => {
    expect(
      ask('It has a customer’s name in it. Could you please delete the last one? Thanks a lot!'),
    ).toEqual(ask('delete the last one'))
    expect(ask('I moved DNS to the new provider last week. Does my manager see that?')).toEqual(
      ask('does my manager see it?'),
    )
  })

  it.each(
    FIRST_QUESTIONS.flatMap((one) => one.examples.map((text) => [one.language, text, one.ask] as const)),
  )('hears a usual first question in %s, in the DM and after a question: "%s"', (_, text, meant) => {
    expect(firstAskIn(text)).toBe(meant)
    for (const message of [
      { place: 'dm', asked: null, text },
      { place: 'thread', asked: 'What was your own part in this?', text },
    ] as const)
      expect(decideMessage(message)).toMatchObject({ intent: 'question', keep: false })
    expect(ask(text)).toMatchObject(
      {
        missing: { kind: 'progress', chances: false },
        ready: { kind: 'progress', chances: true },
        entries: { kind: 'list', open: false },
        'who-reads': { kind: 'coach', topic: 'who-reads' },
        help: { kind: 'help' },
      }[meant],
    )
  })

  it('has every usual first question in all of its languages', () => {
    for (const language of ['de', 'es', 'fr', 'pt', 'ja', 'hi'])
      expect(FIRST_QUESTIONS.filter((one) => one.language === language).map((one) => one.ask)).toEqual([
        ...FIRST_ASKS,
      ])
  })

  it.each([
    'Hilfe bei der Migration habe ich geleistet',
    '証拠を見せて説得しました',
    'J’ai demandé de l’aide à Paul',
  ])('hears no first question in what was done: "%s"', (text) => expect(firstAskIn(text)).toBeNull())

  it('asks in a thread about its review what the DM asks about everything', () => {
    expect(ask('what should I do next?').kind).toBe('progress')
    expect(ask(thread('what should I do next?')).kind).toBe('review')
    expect(ask(thread('what about L4'))).toMatchObject({ kind: 'review', which: { kind: 'this' } })
    expect(ask('why not L4?')).toMatchObject({ kind: 'progress', level: 'L4' })
    expect(ask('why only partly?')).toMatchObject({ kind: 'review', which: { kind: 'latest', count: 1 } })
  })

  it('reads no order to delete in a question about deleting', () => {
    for (const text of [
      'how do I delete everything?',
      'can I delete my data',
      'what happens if I delete it?',
    ])
      expect(ask(text)).toEqual({ kind: 'coach', topic: 'delete-how' })
  })

  it('finds the wanted words in whatever form', () => {
    expect(sharedWords('I moved our DNS servers and mentored Lee.', 'server mentoring migration')).toBe(2)
  })

  it('answers the same whatever the accents, apostrophes and capitals', () => {
    for (const [one, other] of [
      ['Qu’est-ce qu’il me manque ?', 'quest ce quil me manque'],
      ['What’s missing for L3?', 'WHATS MISSING FOR L3'],
      ['Où sont stockées mes données ?', 'ou sont stockees mes donnees'],
    ] as const)
      expect(isDeepStrictEqual(ask(one), ask(other))).toBe(true)
  })
})
