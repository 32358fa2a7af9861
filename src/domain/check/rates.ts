import { anyOf } from '../text/patterns.ts'
import { stemsOf } from '../text/stems.ts'
import { numberOf } from './amounts.ts'
import { type SaidNumber, saidNumbers, sentencesWithPlace, WORD_BEFORE_UNIT } from './said-numbers.ts'

type Unit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/**
 * How many days people mean by a unit. A month may be four weeks, thirty days or a twelfth of a year, and a quarter or
 * year follows from its months, weeks or days.
 */
const DAYS: Readonly<Record<Unit, readonly number[]>> = {
  hour: [1 / 24],
  day: [1],
  week: [7],
  month: [28, 30, 365.25 / 12],
  quarter: [90, 91],
  year: [360, 364, 365],
}
const MONTHS: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3, year: 12 }

/** A span of time. `named`: a name that only one month has, "April". `loose`: "a week", which may describe anything. */
type TimeSpan = {
  readonly count: number
  readonly unit: Unit
  readonly named: string | null
  readonly loose: boolean
}

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:hours?|h|stunden?)$/i, 'hour'],
  [/^(?:days?|d|tage?n?|daily)$/i, 'day'],
  [/^(?:weeks?|wk|wochen?|weekly)$/i, 'week'],
  [/^(?:months?|mo|monate?n?|monthly)$/i, 'month'],
  [/^(?:quarters?|quartale?n?|quarterly)$/i, 'quarter'],
  [/^(?:years?|yr|jahre?n?|yearly)$/i, 'year'],
]
const unitOf = (word: string): Unit | undefined => UNITS.find(([pattern]) => pattern.test(word))?.[1]

const UNIT = `(${[
  'hours?|days?|weeks?|months?|quarters?|years?',
  'Stunden?|Tage?n?|Wochen?|Monate?n?|Quartale?n?|Jahre?n?',
].join('|')})(?!\\p{L})`
const PER_UNIT = '\\/(h|d|day|wk|week|mo|month|quarter|yr|year)(?!\\p{L})'
const BEHIND_NUMBER = new RegExp(`^[\\s-]${WORD_BEFORE_UNIT}${UNIT}`, 'iu')
const LOOSE = new RegExp(
  anyOf({
    'a week': `(?<![\\p{L}\\p{N}])${anyOf({
      English: /an?|one|per|each|every|last|past|this|that|previous|first|second|third|fourth/,
      German: /pro|im|jede[nsr]?|letzte[nrs]?|einem|einer/,
    })}\\s(?:on-call\\s)?${UNIT}`,
    '/day': PER_UNIT,
  }),
  'giu',
)
const NAMED = new RegExp(
  anyOf({
    month: `(?<![\\p{L}\\p{N}])${anyOf([
      /Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez/,
    ])}${anyOf([/uary|ruary|ch|z|il|e|y|ust|t|tember|ober|ember|uar|ruar|i/])}?(?!\\p{L})`,
    quarter: /(?<![\p{L}\p{N}])[QH][1-4](?![\p{L}\p{N}])/u,
  }),
  'gu',
)

const spansIn = (text: string): TimeSpan[] => [
  ...saidNumbers(text).flatMap(({ value, end }): TimeSpan[] => {
    const unit = unitOf(BEHIND_NUMBER.exec(text.slice(end))?.[1] ?? '')
    return unit === undefined || value <= 0 ? [] : [{ count: value, unit, named: null, loose: false }]
  }),
  ...[...text.matchAll(LOOSE)].flatMap(({ 1: word, 2: short }): TimeSpan[] => {
    const unit = unitOf(word ?? short ?? '')
    return unit === undefined ? [] : [{ count: 1, unit, named: null, loose: true }]
  }),
  ...[...text.matchAll(NAMED)].map(([name]): TimeSpan => {
    const half = name.startsWith('H')
    const unit = name.startsWith('Q') ? 'quarter' : 'month'
    return { count: half ? 6 : 1, unit, named: name.slice(0, 3).toLowerCase(), loose: false }
  }),
]

const daysOf = ({ count, unit }: TimeSpan): number[] => DAYS[unit].map((days) => days * count)

/** Whether two spans are the same by name or by length, as "90 days" and "a quarter" are. */
const isSame = (one: TimeSpan, other: TimeSpan): boolean =>
  one.named === other.named &&
  (one.named !== null || daysOf(one).some((days) => daysOf(other).some((own) => Math.abs(days - own) < 1.5)))

/**
 * A count and the span of time that the evidence gives for it. `near`: in one clause. `stems`: those of the count's
 * sentence.
 */
type Paced = {
  readonly count: SaidNumber
  readonly span: TimeSpan
  readonly near: boolean
  readonly stems: ReadonlySet<string>
}

/** What a rate can be made of: things or money, but not spans of time or shares. */
const isCount = ({ kind, value }: SaidNumber): boolean => (kind === 'count' || kind === 'money') && value > 0

const clausesOf = (sentence: string): string[] => sentence.split(/[;:()–]|,\s|\s-\s/)

/** How many sentences of the evidence are read for rates, and how many counts and spans in each. */
const MOST_SENTENCES = 400
const MOST_COUNTS = 12

/** The counts of the evidence with their spans of time. */
export function pacedIn(evidence: string): Paced[] {
  const sentences = sentencesWithPlace(evidence)
    .slice(0, MOST_SENTENCES)
    .map(({ text }) => ({
      text,
      counts: saidNumbers(text).filter(isCount).slice(0, MOST_COUNTS),
      spans: spansIn(text).slice(0, MOST_COUNTS),
    }))
  return sentences.flatMap(({ text, counts, spans }, nth) => {
    if (counts.length === 0) return []
    const stems = new Set(stemsOf(text))
    const around = [sentences[nth - 1], sentences[nth + 1]].flatMap((one) =>
      (one?.spans ?? []).filter(({ loose }) => !loose),
    )
    const near = clausesOf(text).flatMap((clause) => {
      const own = spansIn(clause).slice(0, MOST_COUNTS)
      return own.length === 0
        ? []
        : saidNumbers(clause)
            .filter(isCount)
            .slice(0, MOST_COUNTS)
            .flatMap((count) => own.map((span) => ({ count, span, near: true, stems })))
    })
    return [
      ...near,
      ...counts.flatMap((count) =>
        [...spans.filter(({ loose }) => !loose), ...around].map((span) => ({
          count,
          span,
          near: false,
          stems,
        })),
      ),
    ]
  })
}

/** A count over a span converted to another unit of time, for every length that people might mean. */
const paces = (value: number, span: TimeSpan, unit: Unit): number[] => {
  const [own, other] = [MONTHS[span.unit], MONTHS[unit]]
  if (own !== undefined && other !== undefined) return [(value / (span.count * own)) * other]
  return daysOf(span).flatMap((days) => DAYS[unit].map((one) => (value / days) * one))
}

/** Whether digits are a rounded form of a value: to their last place, or to ten from a hundred on. */
const rounds = (said: string, claimed: number, value: number): boolean => {
  const places = /[.,](\d{1,2})$/.exec(said)?.[1]?.length ?? 0
  const round = claimed >= 100 && claimed % 10 === 0 ? 5 : 0
  return Math.abs(claimed - value) <= Math.max(round, 0.5 / 10 ** places) + 1e-9
}

const RATE = new RegExp(
  anyOf({
    'rules a month': `^((?:\\s[\\p{L}-]{2,20}){0,2}?)\\s(?:an?|per|each|every|pro|je|im|am|in der)\\s${UNIT}`,
    '/month': `^${PER_UNIT}`,
    'rules monthly': /^(\s[\p{L}-]{2,20})?\s(daily|weekly|monthly|quarterly|yearly)\b/u,
  }),
  'iu',
)
const EVERY = /\b(?:every|alle)\s(?:about |some |roughly |etwa )?$/iu

/** A number that may be a rate: a percentage, or a count with a unit of time before or after it. */
type RateClaim = {
  readonly number: SaidNumber
  readonly said: string
  readonly after: string
  /** "137 a month": the unit, and the stems of the words between. */
  readonly unit: Unit | undefined
  readonly things: readonly string[]
  /** "Every 3 days". */
  readonly every: Unit | undefined
}

const claimsIn = (sentence: string): RateClaim[] =>
  saidNumbers(sentence).flatMap((number) => {
    const said = sentence.slice(number.index, number.end)
    const after = sentence.slice(number.end)
    if (number.kind === 'percent')
      return [{ number, said, after, unit: undefined, things: [], every: undefined }]
    const rate = RATE.exec(after)
    const unit = unitOf(rate?.[2] ?? rate?.[3] ?? rate?.[5] ?? '')
    const every = EVERY.test(sentence.slice(0, number.index))
      ? unitOf(BEHIND_NUMBER.exec(after)?.[1] ?? '')
      : undefined
    if (unit === undefined && every === undefined) return []
    return [{ number, said, after, unit, things: stemsOf(rate?.[1] ?? rate?.[4] ?? ''), every }]
  })

/** Whether a claim is one of the evidence's rates. `told` are all of these, `paced` those that its sentence names. */
const isRate = (
  { number, said, after, unit, things, every }: RateClaim,
  told: readonly Paced[],
  paced: readonly Paced[],
): boolean => {
  if (number.kind === 'percent') return comparesTo(numberOf(said), after, paced)
  // "137 a month" may be about anything the claim names; "137 rules a month" must match what the evidence counts.
  const sources = (paced.length > 0 ? paced : told.filter(({ near }) => near && things.length > 0)).filter(
    ({ count, stems }) =>
      things.every((thing) => stems.has(thing)) &&
      (every !== undefined || number.thing === null || [null, number.thing].includes(count.thing)),
  )
  return sources.some(({ count, span }) =>
    unit === undefined
      ? every !== undefined &&
        paces(count.value, span, every).some((pace) => rounds(said, number.value, 1 / pace))
      : paces(count.value, span, unit).some((pace) => rounds(said, number.value, pace)),
  )
}

/**
 * The places, in UTF-16 units, of numbers that convert a count of the evidence to another unit of time ("412 in 90 days
 * is 137 a month"), or compare two such counts in percent. The evidence must name a count and its span in the same
 * sentence or in neighbouring ones, and the claim must name both, or the same thing. `pacedOf` reads the evidence,
 * which most texts do not need.
 */
export function ratesIn(text: string, pacedOf: () => readonly Paced[]): Set<number> {
  const follows = new Set<number>()
  const sentences = sentencesWithPlace(text)
  for (const [nth, { text: sentence, index }] of sentences.entries()) {
    const claims = claimsIn(sentence)
    if (claims.length === 0) continue
    const told = pacedOf()
    if (told.length === 0) return follows
    const context = `${sentences[nth - 1]?.text ?? ''} ${sentence}`
    const spans = spansIn(context)
    const own = saidNumbers(context).filter(isCount)
    const paced = told.filter(
      ({ count, span, near }) =>
        own.some(({ key }) => key === count.key) && (near || spans.some((one) => isSame(one, span))),
    )
    for (const claim of claims) if (isRate(claim, told, paced)) follows.add(index + claim.number.index)
  }
  return follows
}

const MORE = /^\s?\S{1,8}\s(?:more|higher|up|mehr|höher)(?!\p{L})/iu
const LESS = /^\s?\S{1,8}\s(?:less|fewer|lower|down|weniger|niedriger)(?!\p{L})/iu

/** Whether two rates differ by so many percent, or one is so many percent of the other. `after` says which. */
const comparesTo = (percent: number, after: string, paced: readonly Paced[]): boolean =>
  paced.slice(0, MOST_COUNTS).some((one, nth) =>
    paced.slice(nth + 1, MOST_COUNTS).some((other) => {
      if (one.count.key === other.count.key || isSame(one.span, other.span)) return false
      const rates = paces(one.count.value, one.span, 'month').flatMap((first) =>
        paces(other.count.value, other.span, 'month').map((second) => [first, second] as const),
      )
      return rates.some(([first, second]) => {
        const [low, high] = [Math.min(first, second), Math.max(first, second)]
        const less = (1 - low / high) * 100
        const meant = MORE.test(after)
          ? [(high / low - 1) * 100]
          : LESS.test(after)
            ? [less]
            : [less, (low / high) * 100]
        return meant.some(
          (value) => Math.abs(value - percent) <= (percent >= 10 && percent % 5 === 0 ? 2.5 : 1),
        )
      })
    }),
  )
