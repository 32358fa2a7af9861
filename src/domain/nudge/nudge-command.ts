import { anyOf } from '../text/patterns.ts'
import { comingDay, comingWeek, dayAfter } from './coming-days.ts'
import type { Week } from './nudge.ts'
import { type Doubt, type LadderName, quoted, readSchedule, type UnderstoodSchedule } from './nudge-words.ts'

export type { Doubt, UnderstoodSchedule } from './nudge-words.ts'

/** What is asked about a nudge. */
type CommandAsk =
  | { readonly kind: 'show' }
  /** The form that sets it up or changes it. */
  | { readonly kind: 'form' }
  /**
   * Sets it up, or changes only what was named. What is null stays as it is, and a new nudge lacks its day or its time,
   * or gets the default: the person's zone in Slack, the standard ladder, every week, all levels. `ownZone` is true if
   * they asked for their own zone. Of the ids of `levels`, the lowest and the highest count. Empty means all.
   */
  | ({ readonly kind: 'set' } & UnderstoodSchedule)
  | { readonly kind: 'stop' }
  | { readonly kind: 'skip' }
  /** `until` is the first day on which it may come again. Null means until somebody resumes it. */
  | { readonly kind: 'pause'; readonly until: Temporal.PlainDate | null }
  | { readonly kind: 'resume' }
  | { readonly kind: 'preview' }
  /** Weeks to leave out or to include again. `yearEnd` means the days from 24 December to 1 January. */
  | {
      readonly kind: 'leave-out' | 'include'
      readonly weeks: readonly Week[]
      readonly yearEnd: boolean
    }
  /** At least part of it was not understood, so nothing is changed. `of` is what was wanted. */
  | {
      readonly kind: 'unclear'
      readonly of: 'set' | 'stop' | 'skip' | 'pause' | 'resume' | 'preview' | 'show' | 'leave-out' | 'include'
      readonly understood: UnderstoodSchedule
      readonly doubts: readonly Doubt[]
    }

/** What follows `/ladder nudge`, about the channel's nudge or the person's own. */
export type NudgeCommand = { readonly whose: 'channel' | 'me' } & CommandAsk

/** What is needed to read the words: the existing ladders, and the day in the person's zone. */
export type CommandContext = { readonly ladders: readonly LadderName[]; readonly today: Temporal.PlainDate }

/** The length limit of a text, in characters. No real command is nearly this long. */
const MOST_READ = 400

/** Nothing was understood of a schedule. */
export const NOTHING: UnderstoodSchedule = {
  weekday: null,
  time: null,
  zone: null,
  ownZone: false,
  ladder: null,
  rhythm: null,
  levels: null,
}

type Wanted = Exclude<(CommandAsk & { kind: 'unclear' })['of'], 'set'>
const unclear = (of: Wanted, ...doubts: Doubt[]): CommandAsk => ({
  kind: 'unclear',
  of,
  understood: NOTHING,
  doubts,
})
const unknown = (words: string): Doubt => ({ kind: 'unknown', words: quoted(words), near: [] })

/** Words that may follow a command without changing it. */
const POLITE = /^(?:it|this|that|now|again|the|nudges?|next|one|please|for|channel|in|here)*$/i
const isPolite = (rest: string): boolean => POLITE.test(rest.replace(/[\s.!?,]+/g, ''))

/** "cancel the next one", "stop this nudge": this is about one nudge, not about all that will come. */
const ONE_ALONE = /\bnext\b|\bthis\b(?! channel)/i
/** "stop for now" */
const FOR_NOW = /^(?:it |this )?for now,?$/i
/** Verbs that can be about one date as well as about the whole nudge: "cancel 30 November". */
const TAKES_ONE = /^(?:cancel|delete|remove)\b/i

const VERBS: readonly (readonly [Wanted, RegExp])[] = [
  ['show', /^(?:show|status|list|when|help)(?: me)?(?=\s|[!?.]|$)(?! (?:a )?preview)/i],
  ['preview', /^(?:(?:show )?(?:a )?preview|example|test|try)(?=\s|[!?.]|$)/i],
  [
    'stop',
    new RegExp(
      `^${anyOf([
        /stop|end|off|delete|remove|cancel|disable|unsubscribe/,
        /turn (?:it )?off|switch (?:it )?off|no more/,
      ])}(?=\\s|[!?.]|$)`,
      'i',
    ),
  ],
  [
    'resume',
    /^(?:resume|continue|unpause|go on|turn (?:it )?on|switch (?:it )?on|on(?=[!?.]*$))(?=\s|[!?.]|$)/i,
  ],
  ['leave-out', /^(?:leave out|leave|exclude|omit)(?=\s|$)/i],
  ['include', /^(?:include|put back|keep)(?=\s|$)/i],
  ['skip', /^skip(?=\s|[!?.]|$)/i],
  ['pause', /^(?:pause|snooze|mute|hold)(?: it)?(?=\s|[!?.]|$)/i],
]

/** Removes what says nothing at the start and the end: "please", full stops. */
const trimmed = (text: string): string =>
  text.replace(/^please\s+/i, '').replace(/(?:(?<!\s)\s+please[\s!?.,]*|(?<![\s!?.,])[\s!?.,]+)$/i, '')

const pauseOf = (rest: string, today: Temporal.PlainDate): CommandAsk => {
  const until = /^(?:until|till|til|to)(?:\s+(.*))?$/i.exec(rest)
  const words = trimmed(until ? (until[1] ?? '') : rest.replace(/^for\s+/i, ''))
  if (words === '')
    return until ? unclear('pause', { kind: 'missing', what: 'until' }) : { kind: 'pause', until: null }
  const day = until ? comingDay(words.toLowerCase(), today) : dayAfter(words.toLowerCase(), today)
  if (day === 'past') return unclear('pause', { kind: 'past', words: quoted(words) })
  return day === null ? unclear('pause', unknown(words)) : { kind: 'pause', until: day }
}

const YEAR_END = new RegExp(
  `^(?:the )?(?:${anyOf({
    year: /end of (?:the )?year|year[- ]end|turn of (?:the )?year/,
    holidays: /christmas|xmas|(?:christmas |winter )?holidays/,
  })}(?: weeks?)?)$`,
  'i',
)

/** A comma inside a date separates nothing: "Monday, 30 November 2026", "November 30, 2026". */
const BETWEEN_WEEKS = new RegExp(
  anyOf({
    comma: /(?:(?<!\s)\s+)?,(?!\s*20\d\d(?:,|\s|$))(?!(?<=day\s*,)\s*\d)\s*(?:and\s+)?/,
    and: /(?<!\s)\s+and\s+/,
    'weeks in a row': /(?<=w\d{1,2})\s+(?=\d{4}-?w)/,
  }),
  'i',
)

/** "set it up to", "change", "move it to" */
const CHANGE = new RegExp(
  [
    '^(?:set(?: (?:it|one))?(?: up)?|setup|change|edit|move|make|switch|use|new|add|create)',
    '(?: (?:it|one))?(?: (?:back )?to)?(?=\\s|[!?.]|$)',
  ].join(''),
  'i',
)

const weeksOf = (kind: 'leave-out' | 'include', rest: string, today: Temporal.PlainDate): CommandAsk => {
  const said = rest.split(BETWEEN_WEEKS).map(trimmed).filter(Boolean)
  const read = said.map((words) => ({
    words,
    week: YEAR_END.test(words) ? ('year-end' as const) : comingWeek(words.toLowerCase(), today),
  }))
  const doubts = read.flatMap(({ words, week }): Doubt[] =>
    week === null ? [unknown(words)] : week === 'past' ? [{ kind: 'past', words: quoted(words) }] : [],
  )
  if (said.length === 0) return unclear(kind, { kind: 'missing', what: 'week' })
  if (doubts.length > 0) return unclear(kind, ...doubts.slice(0, 5))
  const weeks = read.flatMap(({ week }) => (week === null || week === 'year-end' ? [] : [week]))
  return { kind, weeks: [...new Set(weeks)], yearEnd: read.some(({ week }) => week === 'year-end') }
}

/** True if anything was understood. */
const says = ({ ownZone, ...rest }: UnderstoodSchedule): boolean =>
  ownZone || Object.values(rest).some((value) => value !== null)

/** What a command has to name if there is no nudge yet. */
export function missingIn({ weekday, time, first }: Partial<UnderstoodSchedule>): readonly Doubt[] {
  return [
    ...(weekday || first ? [] : [{ kind: 'missing' as const, what: 'weekday' as const }]),
    ...(time ? [] : [{ kind: 'missing' as const, what: 'time' as const }]),
  ]
}

const askOf = (text: string, { ladders, today }: CommandContext, isOwn: boolean): CommandAsk => {
  if (text === '') return { kind: 'show' }
  for (const [verb, pattern] of VERBS) {
    const match = pattern.exec(text)
    if (!match) continue
    const rest = trimmed(text.slice(match[0].length).trim())
    if (verb === 'pause') return pauseOf(rest, today)
    if (verb === 'leave-out' || verb === 'include') return weeksOf(verb, rest, today)
    if (verb === 'stop' && FOR_NOW.test(rest)) return { kind: 'pause', until: null }
    if (isPolite(rest)) return { kind: verb === 'stop' && ONE_ALONE.test(rest) ? 'skip' : verb }
    if (verb === 'skip' || TAKES_ONE.test(text)) {
      const weeks = weeksOf('leave-out', rest, today)
      return weeks.kind === 'unclear' ? { ...weeks, of: verb } : weeks
    }
    return unclear(verb, unknown(rest))
  }
  const change = CHANGE.exec(text)
  const rest = trimmed(change ? text.slice(change[0].length).trim() : text)
  if (change && isPolite(rest)) return { kind: 'form' }
  const { understood, doubts } = readSchedule(rest, { ladders, today, isWeekly: isOwn })
  return says(understood) && doubts.every(({ kind }) => kind === 'missing')
    ? { kind: 'set', ...understood }
    : { kind: 'unclear', of: 'set', understood, doubts }
}

/**
 * Reads what follows `/ladder nudge`: `mondays 10:00 Europe/London` in any usual form and order, `stop`, `skip`, `pause
 * until monday`, `leave out 2026-W52`, and all of these after `me`. If part of it is not understood, the answer quotes
 * that part and nothing is done: nothing is guessed.
 */
export function nudgeCommandOf(text: string, known: CommandContext): NudgeCommand {
  const said = text.replace(/\s+/g, ' ').trim()
  const read = said.slice(0, MOST_READ)
  const me = /^(?:me|myself)(?=[ !?.]|$)/i.exec(read)
  const forMe = /(?: for)? (?:me|myself)[!?.]*$/i.exec(read)
  const mine = me ? read.slice(me[0].length).trim() : forMe ? read.slice(0, forMe.index) : null
  const whose = mine === null ? 'channel' : 'me'
  // A person's own nudge is about their goal, which has its ladder.
  const ask = askOf(mine ?? read, mine === null ? known : { ...known, ladders: [] }, mine !== null)
  if (said.length <= MOST_READ) return { whose, ...ask }
  const rest = unknown(said.slice(MOST_READ))
  return {
    whose,
    kind: 'unclear',
    of: ask.kind === 'unclear' ? ask.of : ask.kind === 'form' ? 'set' : ask.kind,
    understood: ask.kind === 'unclear' ? ask.understood : NOTHING,
    doubts: [...(ask.kind === 'unclear' ? ask.doubts : []), rest],
  }
}
