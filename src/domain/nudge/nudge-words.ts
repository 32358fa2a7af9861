import { WEEKDAYS } from '../dates/weekdays.ts'
import { plain } from '../text/plain.ts'
import { meantBy } from '../text/spelling.ts'
import { weekdayOf } from './coming-days.ts'
import { type FirstDay, firstDayPart } from './first-day.ts'
import { type LevelName, levelPart } from './level-words.ts'
import type { Weekday } from './nudge.ts'
import type { WantedRhythm } from './rhythm.ts'
import { type RhythmPart, rhythmPart, rhythmSaid } from './rhythm-words.ts'
import { timesOf } from './time-words.ts'
import { zoneCity, zoneNames, zonesOf } from './time-zones.ts'

/** Why the words after `/ladder nudge` are not enough to do anything. `words` are the person's own. */
export type Doubt =
  /** The words mean nothing here. `near` has days and cities with a similar spelling. */
  | { readonly kind: 'unknown'; readonly words: string; readonly near: readonly string[] }
  /** There are two days, times, zones or ladders, but only one is wanted. */
  | { readonly kind: 'several'; readonly words: string }
  | { readonly kind: 'which-time'; readonly words: string; readonly between: readonly Temporal.PlainTime[] }
  | { readonly kind: 'which-zone'; readonly words: string; readonly between: readonly string[] }
  | { readonly kind: 'past'; readonly words: string }
  /** A nudge comes every week, every two weeks or every month, and a person's own one every week. */
  | { readonly kind: 'how-often'; readonly words: string }
  /** Only one level was named, but a nudge compares two. */
  | { readonly kind: 'one-level'; readonly words: string }
  /** The levels have others between them. */
  | { readonly kind: 'level-gap'; readonly words: string }
  | { readonly kind: 'missing'; readonly what: 'weekday' | 'time' | 'until' | 'week' }

/**
 * What the words say about a schedule. Null means nothing. `ownZone` is true for "my time", the person's zone in Slack.
 * `levels` are ids, and empty for "all levels".
 */
export type UnderstoodSchedule = {
  readonly weekday: Weekday | null
  readonly time: Temporal.PlainTime | null
  readonly zone: string | null
  readonly ownZone: boolean
  readonly ladder: string | null
  readonly rhythm: WantedRhythm | null
  readonly levels: readonly string[] | null
  /** The first day on which it is wanted, if one was named. */
  readonly first?: Temporal.PlainDate
}

/** A ladder as this file knows it. */
export type LadderName = {
  readonly id: string
  readonly name: string
  readonly levels?: readonly LevelName[]
}

/** Words that only build a sentence and say nothing themselves. */
const FILLERS = new Set(
  `a again an and at @ - – — , back between channel day each every for from in instead it its just ladder ladder's
  ladders level levels now nudge nudges o'clock of on once only per please post send set start starting the time
  timezone to tz up us week weekly with zone`.split(/\s+/),
)

const MY_TIME = /^(?:in )?(?:my|(?:my|our|local)(?: own)?(?: local)? (?:time ?zone|time zone|zone|time))$/

/** One word. `gap` is the space before it, if any. */
type UnreadWords = { readonly words: string; readonly low: string; readonly gap: string }
const tokensOf = (text: string): UnreadWords[] =>
  text
    .split(' ')
    .filter(Boolean)
    // "10:00Z" is a time and a zone.
    .flatMap((word) =>
      word.split(/(?<=\d)(?=z$)/i).map((words, nth) => ({ words, gap: nth === 0 ? ' ' : '' })),
    )
    .map(({ words, gap }) => ({
      words,
      gap,
      low: words
        .toLowerCase()
        .replaceAll('’', "'")
        .replace(/^[([{"“'*_,;]+/, '')
        .replace(/(?<![)\]}"”'*_.,;!?])[)\]}"”'*_.,;!?]+$/, ''),
    }))

type CommandPart =
  | { readonly kind: 'weekday'; readonly value: Weekday }
  | { readonly kind: 'time'; readonly between: readonly Temporal.PlainTime[] }
  | { readonly kind: 'zone'; readonly between: readonly (string | null)[] }
  | { readonly kind: 'ladder'; readonly value: string }
  | { readonly kind: 'rhythm'; readonly value: RhythmPart }
  | { readonly kind: 'levels'; readonly value: readonly string[] }
  | { readonly kind: 'first'; readonly value: FirstDay | 'past' }

/** The words around a phrase. */
type Around = {
  readonly isNextToLadder: boolean
  readonly isBeforeDay: boolean
  readonly today: Temporal.PlainDate
}

/** What one word, or several together, mean. Null if nothing. */
const partOf = (low: string, ladders: readonly LadderName[], around: Around): CommandPart | null => {
  const rhythm = rhythmPart(low, around.isBeforeDay)
  if (rhythm !== null) return { kind: 'rhythm', value: rhythm }
  const first = firstDayPart(low, around.today)
  if (first !== null) return { kind: 'first', value: first }
  const weekday = weekdayOf(low)
  if (weekday !== null) return { kind: 'weekday', value: weekday }
  const times = timesOf(low)
  if (times.length > 0) return { kind: 'time', between: times }
  const zones = MY_TIME.test(low) ? [null] : zonesOf(low)
  const name = plain(low)
  const ladder = name && ladders.find((one) => plain(one.id) === name || plain(one.name) === name)
  if (ladder && (around.isNextToLadder || zones.length === 0)) return { kind: 'ladder', value: ladder.id }
  if (zones.length > 0) return { kind: 'zone', between: zones }
  const levels = levelPart(
    low,
    ladders.flatMap((one) => one.levels ?? []),
  )
  return levels && { kind: 'levels', value: levels }
}

/** How many words a time, a city or the name of a ladder may have. */
const LONGEST = 6

type FoundPart = { readonly from: number; readonly to: number; readonly part: CommandPart | null }

/** The longest phrase with a meaning that starts at a word. */
const foundAt = (
  tokens: readonly UnreadWords[],
  from: number,
  { ladders, today }: Pick<ScheduleContext, 'ladders' | 'today'>,
): FoundPart | null => {
  for (let to = Math.min(tokens.length, from + LONGEST); to > from; to -= 1) {
    const low = tokens
      .slice(from, to)
      .map((one) => one.low)
      .join(' ')
    if (low.length > 80) continue
    const part = partOf(low, ladders, {
      isNextToLadder: tokens[to]?.low === 'ladder' || tokens[from - 1]?.low === 'ladder',
      isBeforeDay: weekdayOf(tokens[to]?.low ?? '') !== null,
      today,
    })
    if (part !== null) return { from, to, part }
  }
  return FILLERS.has(tokens[from]!.low) || tokens[from]!.low === ''
    ? null
    : { from, to: from + 1, part: null }
}

/** How many characters of the person's words a doubt repeats, and how many doubts one answer has. */
const QUOTED = 80
const MOST_DOUBTS = 5

/** A part of what somebody wrote, short enough to be shown. */
export function quoted(words: string): string {
  return words.slice(0, QUOTED).replace(/[\uD800-\uDBFF]$/, '')
}

const nearTo = (words: string): string[] => {
  if (words.length > 20) return []
  const low = words.toLowerCase()
  const days = meantBy(
    low,
    WEEKDAYS.flatMap((name) => [name.toLowerCase(), `${name.toLowerCase()}s`]),
  ).flatMap((day) => WEEKDAYS[(weekdayOf(day) ?? 1) - 1] ?? [])
  if (days.length > 0) return [...new Set(days)]
  return [...new Set(meantBy(low, zoneNames()).flatMap((name) => zonesOf(name).map(zoneCity)))].slice(0, 3)
}

const sameParts = (one: CommandPart, other: CommandPart): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** What is needed to read a schedule. `today` is in the person's zone. */
type ScheduleContext = {
  readonly ladders: readonly LadderName[]
  readonly today: Temporal.PlainDate
  /** True if nothing but every week is possible, from the next such day on. */
  readonly isWeekly?: boolean
}

/**
 * Reads day, time, zone, ladder, levels, how often and from when, in any order. Anything that is left over, given twice
 * with different values, or ambiguous becomes a doubt. Nothing is guessed.
 */
export function readSchedule(
  text: string,
  context: ScheduleContext,
): { readonly understood: UnderstoodSchedule; readonly doubts: readonly Doubt[] } {
  const tokens = tokensOf(text)
  const found: FoundPart[] = []
  for (let at = 0; at < tokens.length; ) {
    const one = foundAt(tokens, at, context)
    if (one) found.push(one)
    at = one?.to ?? at + 1
  }
  const said = (from: number, to: number): string =>
    quoted(
      tokens
        .slice(from, to)
        .map(({ words, gap }) => gap + words)
        .join('')
        .trim(),
    )
  const runs: { from: number; to: number }[] = []
  for (const [index, { from, to, part }] of found.entries()) {
    const last = runs.at(-1)
    if (part !== null) continue
    if (last && found[index - 1]?.part === null) last.to = to
    else runs.push({ from, to })
  }
  const doubts: Doubt[] = runs.map(({ from, to }) => ({
    kind: 'unknown',
    words: said(from, to),
    near: nearTo(tokens[from]!.low),
  }))
  /** The only value of a kind. Null if there is none, or if there are several, which becomes a doubt. */
  const only = <K extends CommandPart['kind']>(kind: K): (CommandPart & { kind: K }) | null => {
    const ones = found.filter(({ part }) => part?.kind === kind)
    const [first] = ones
    if (!first?.part) return null
    if (ones.some(({ part }) => !sameParts(part!, first.part!))) {
      doubts.push({ kind: 'several', words: said(first.from, ones.at(-1)!.to) })
      return null
    }
    if (first.part.kind === 'time' && first.part.between.length > 1)
      doubts.push({ kind: 'which-time', words: said(first.from, first.to), between: first.part.between })
    if (first.part.kind === 'zone' && first.part.between.length > 1)
      doubts.push({
        kind: 'which-zone',
        words: said(first.from, first.to),
        between: first.part.between.filter((zone) => zone !== null),
      })
    return first.part as CommandPart & { kind: K }
  }
  /** All words from the first to the last part of a kind. */
  const wordsOf = (kind: CommandPart['kind']): string => {
    const ones = found.filter(({ part }) => part?.kind === kind)
    return said(ones[0]!.from, ones.at(-1)!.to)
  }
  const rhythm = rhythmSaid(found.flatMap(({ part }) => (part?.kind === 'rhythm' ? [part.value] : [])))
  if (rhythm === 'several') doubts.push({ kind: 'several', words: wordsOf('rhythm') })
  else if (rhythm === 'never' || (context.isWeekly && rhythm !== null && rhythm.kind !== 'week'))
    doubts.push({ kind: 'how-often', words: wordsOf('rhythm') })
  const named = found.flatMap(({ part }) => (part?.kind === 'levels' ? [part.value] : []))
  const levels = new Set(named.flat())
  if (levels.size > 0 && named.some((ids) => ids.length === 0))
    doubts.push({ kind: 'several', words: wordsOf('levels') })
  else if (levels.size === 1) doubts.push({ kind: 'one-level', words: wordsOf('levels') })
  const [weekday, time, zone, ladder] = [only('weekday'), only('time'), only('zone'), only('ladder')]
  const first = only('first')?.value ?? null
  if (first === 'past') doubts.push({ kind: 'past', words: wordsOf('first') })
  const start = first === 'past' ? null : first
  const has = (kind: CommandPart['kind']): boolean => found.some(({ part }) => part?.kind === kind)
  if (!has('weekday') && !start?.weekday) doubts.push({ kind: 'missing', what: 'weekday' })
  if (!has('time')) doubts.push({ kind: 'missing', what: 'time' })
  return {
    understood: {
      weekday: weekday?.value ?? start?.weekday ?? null,
      time: time?.between.length === 1 ? time.between[0]! : null,
      zone: zone?.between.length === 1 ? (zone.between[0] ?? null) : null,
      ownZone: zone?.between.length === 1 && zone.between[0] === null,
      ladder: ladder?.value ?? null,
      rhythm: typeof rhythm === 'string' ? null : rhythm,
      levels: named.length > 0 ? [...levels] : null,
      ...(start ? { first: start.day } : {}),
    },
    doubts: [
      ...doubts.filter(({ kind }) => kind !== 'missing').slice(0, MOST_DOUBTS),
      ...doubts.filter(({ kind }) => kind === 'missing'),
    ],
  }
}
