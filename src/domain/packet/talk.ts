import type { When } from '../dates/days.ts'
import { isPast } from '../ladder/goal-date.ts'
import type { Competency, Expectation, Ladder } from '../ladder/ladder.ts'
import { emptiestFirst } from './coverage.ts'
import type { Packet, Section } from './packet.ts'

/** Evidence since the last talk, in the person's own words or in a colleague's that they chose. */
export type TalkQuote = { readonly text: string; readonly saidBy: string | null; readonly days: When }

/** How far a competency is from being shown, and so what to ask a manager about it. */
export type TalkAsk = 'nothing-yet' | 'current-only' | 'once' | 'nobody-else' | 'what-else'

/** The facts about a competency that the rules use. */
type GapFacts = {
  readonly quotes: number
  /** True if a quote shows something that only the target level asks, or if the target asks nothing more. */
  readonly answers: boolean
  readonly pieces: number
  readonly vouched: boolean
}

type TalkRule = {
  readonly ask: TalkAsk
  readonly name: string
  readonly examples: readonly GapFacts[]
  readonly holds: (facts: GapFacts) => boolean
}

/** The first rule that applies decides the one question for a manager. */
export const TALK_RULES: readonly TalkRule[] = [
  {
    ask: 'nothing-yet',
    name: 'nothing is quoted yet',
    examples: [{ quotes: 0, answers: false, pieces: 0, vouched: false }],
    holds: ({ quotes }) => quotes === 0,
  },
  {
    ask: 'current-only',
    name: 'what is quoted is asked of the current level too',
    examples: [{ quotes: 2, answers: false, pieces: 2, vouched: false }],
    holds: ({ answers }) => !answers,
  },
  {
    ask: 'once',
    name: 'it was shown once',
    examples: [{ quotes: 1, answers: true, pieces: 1, vouched: true }],
    holds: ({ pieces }) => pieces <= 1,
  },
  {
    ask: 'nobody-else',
    name: 'nobody else has said so',
    examples: [{ quotes: 3, answers: true, pieces: 3, vouched: false }],
    holds: ({ vouched }) => !vouched,
  },
  {
    ask: 'what-else',
    name: 'much is shown, and a colleague says so',
    examples: [{ quotes: 3, answers: true, pieces: 3, vouched: true }],
    holds: () => true,
  },
]

/** The competency to talk about, the sentence of the ladder that is open there, and what to ask. */
export type TalkGap = {
  readonly competency: Competency
  readonly asks: Expectation | null
  readonly ask: TalkAsk
}

/** Days left to the date of a goal. Negative once it has passed. */
export type TimeLeft = { readonly by: string; readonly days: number; readonly passed: boolean }

/** Half a page for the next one-to-one. */
export type Talk = {
  readonly titles: Packet['titles']
  readonly goal: Packet['goal']
  readonly since: Temporal.PlainDate
  /** False if no talk was prepared before, so that `since` is a month ago. */
  readonly known: boolean
  /** At most five, the oldest first. */
  readonly shown: readonly TalkQuote[]
  readonly gap: TalkGap | null
  readonly left: TimeLeft | null
}

/** When the last talk was prepared, and the day that it started from. */
export type LastTalk = { readonly since: Temporal.PlainDate; readonly made: Temporal.PlainDate }

/** How many days the first talk covers. */
const FIRST = 30
/** A person who asks again within this many days prepares the same talk. */
const SAME = 3
const MOST_SHOWN = 5

/** The day from which a talk shows evidence. */
export function talkSince(last: LastTalk | null, today: Temporal.PlainDate): Temporal.PlainDate {
  if (last === null) return today.subtract({ days: FIRST })
  return last.made.until(today, { largestUnit: 'day' }).days <= SAME ? last.since : last.made
}

const lastDayOf = (by: string): Temporal.PlainDate => {
  if (by.length > 7) return Temporal.PlainDate.from(by)
  const month = Temporal.PlainYearMonth.from(by)
  return month.toPlainDate({ day: month.daysInMonth })
}

const shownSince = ({ receipts, sections, notPlaced }: Packet, since: Temporal.PlainDate): TalkQuote[] => {
  // What goes on since August is as old as August.
  const isNew = ({ days }: TalkQuote): boolean =>
    Temporal.PlainDate.compare(days.since ? (days.named ?? days.from) : days.to, since) >= 0
  const quoted = receipts
    .filter(({ against }) => !against)
    .map(({ lead, saidBy, days }): TalkQuote => ({ text: lead, saidBy, days }))
  const offered = [
    ...sections.flatMap(({ more }) => more),
    ...notPlaced.map((one) => ({ ...one, out: false })),
  ].filter(({ saidBy, out }) => saidBy === null && !out)
  const seen = new Set<string>()
  return [...quoted, ...offered]
    .filter((one) => isNew(one) && !seen.has(one.text) && seen.add(one.text))
    .slice(0, MOST_SHOWN)
    .map(({ text, saidBy, days }) => ({ text, saidBy, days }))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.days.to, b.days.to))
}

const gapFacts = (section: Section, packet: Packet): GapFacts => {
  const numbers = [...section.receipts, ...section.seeAlso]
  const quotes = packet.receipts.filter(({ number }) => numbers.includes(number))
  const added = new Set(section.added.map(({ id }) => id))
  return {
    quotes: quotes.length,
    answers:
      added.size === 0 ||
      quotes.some(({ answers }) => answers.some(({ expectation }) => added.has(expectation))),
    pieces: section.pieces,
    vouched: quotes.some(({ saidBy }) => saidBy !== null),
  }
}

const gapOf = (packet: Packet, ladder: Ladder): TalkGap | null => {
  const { sections, goal, coverage } = packet
  const lines = coverage.lines.filter(({ competency }) =>
    sections.some((section) => section.competency.id === competency.id),
  )
  const [emptiest] = emptiestFirst(ladder, goal, lines)
  const section = sections.find(({ competency }) => competency.id === emptiest)
  if (!section) return null
  const facts = gapFacts(section, packet)
  const row = section.added.length > 0 ? section.added : section.asks
  return {
    competency: section.competency,
    asks: row.find(({ id }) => section.open.some((one) => one.id === id)) ?? row[0] ?? null,
    ask: TALK_RULES.find(({ holds }) => holds(facts))!.ask,
  }
}

/** Prepares the next one-to-one. `last` is when the previous one was prepared, or null. */
export function talkOf(packet: Packet, ladder: Ladder, last: LastTalk | null): Talk {
  const { goal, titles, made } = packet
  const since = talkSince(last, made)
  return {
    titles,
    goal,
    since,
    known: last !== null,
    shown: shownSince(packet, since),
    gap: gapOf(packet, ladder),
    left:
      goal.by === null
        ? null
        : {
            by: goal.by,
            days: made.until(lastDayOf(goal.by), { largestUnit: 'day' }).days,
            passed: isPast(goal.by, made),
          },
  }
}
