import { anyOf } from '../text/patterns.ts'
import { stemsOf } from '../text/stems.ts'
import { digitsOfWord, numberOf, plainDigits } from './amounts.ts'
import { sentencesWithPlace } from './said-numbers.ts'

const DAY = 24 * 60
const HALF_DAY = DAY / 2

/** A time of day. `at` is in minutes since midnight, `index` in UTF-16 units. `half` is true if it has am or pm. */
type Clock = {
  readonly said: string
  readonly at: number
  readonly index: number
  readonly half: boolean
  /** Whether it has minutes. "9 am" has none. */
  readonly exact: boolean
}

/** "08:52", "9:21am", "8.45 Uhr", "9 pm". */
const CLOCK = new RegExp(
  `(?<![\\p{N}.,:/])([01]?\\d|2[0-3])${anyOf({
    '08:52': /:([0-5]\d)(?::[0-5]\d)?(?!:?\p{N}|%)(?:\s?([ap])\.?m\b)?/u,
    '8.45 Uhr': /\.([0-5]\d)(?=\s?Uhr\b)/,
    '9 pm': /\s?([ap])\.?m\b/,
  })}`,
  'giu',
)

/** "2:10-2:45pm": what joins two times, so that the second's am or pm counts for both. */
const RANGE = /^\s?(?:[-–]|to|and|until|till)\s?$/i

const clocksIn = (text: string): Clock[] => {
  const found = [...text.matchAll(CLOCK)]
  return found.map(({ 0: said, 1: hours = '', 2: minutes, 3: half, 4: dotted, 5: alone, index }, nth) => {
    const next = found[nth + 1]
    const ranged =
      next !== undefined && RANGE.test(text.slice(index + said.length, next.index)) ? next[3] : undefined
    const part = (half ?? alone ?? ranged)?.toLowerCase()
    const hour = Number(hours)
    const isHalf = part !== undefined && hour <= 12
    return {
      said,
      at:
        (isHalf ? (hour % 12) * 60 + (part === 'p' ? HALF_DAY : 0) : hour * 60) +
        Number(minutes ?? dotted ?? 0),
      index,
      half: isHalf,
      exact: alone === undefined,
    }
  })
}

/** Replaces times of day with spaces of the same length, because their digits do not count anything. */
export function withoutClocks(text: string): string {
  return text.includes(':') || /\bUhr\b/.test(text)
    ? text.replace(CLOCK, (...[said, , , , , alone]) =>
        typeof alone === 'string' ? said : ' '.repeat(said.length),
      )
    : text
}

/** Whether a time of a claim is one of the evidence. "9:21" also matches "9:21 pm" in the evidence. */
const isSame = (claimed: Clock, told: Clock): boolean =>
  claimed.at === told.at ||
  (!claimed.half && told.half && claimed.at <= HALF_DAY && claimed.at % HALF_DAY === told.at % HALF_DAY)

/** A time of the evidence, with its sentence and the words around it. */
type ToldClock = Clock & { readonly nth: number; readonly stems: ReadonlySet<string> }

/** How many times of the evidence are compared, each with those of so many sentences around it. */
const MOST_CLOCKS = 60
const MOST_APART = 12

/** A sentence with a time and at most this many words needs the next one for context. */
const FEW_WORDS = 2

const toldIn = (evidence: string): ToldClock[] => {
  const sentences = sentencesWithPlace(evidence).map(({ text }) => ({ text, clocks: clocksIn(text) }))
  return sentences
    .flatMap(({ text, clocks }, nth) => {
      const next = sentences[nth + 1]
      const own = clocks.length === 0 ? [] : stemsOf(text)
      // "08:55 ack. Checked deploys": the next sentence is about the same time if the first says little.
      const goesOn = clocks.length > 0 && own.length <= FEW_WORDS && next?.clocks.length === 0
      const stems = new Set(goesOn ? [...own, ...stemsOf(next.text)] : own)
      return clocks.map((clock) => ({ ...clock, nth, stems }))
    })
    .slice(0, MOST_CLOCKS)
}

const WORD = '\\p{L}{3,9}'
/** "29 minutes", "six minutes", "1.5 hours", "1 h 28 min", "an hour and 28 minutes". */
const DURATION = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])${anyOf({
    hours: [
      `(\\d{1,3}(?:[.,]\\d{1,2})?|an?|one|eine[rn]?|${WORD})[\\s-]?(?:hours?|hrs?|h|Stunden?)(?!\\p{L})`,
      `(?:,? ?(?:and |und )?(\\d{1,2}|${WORD})[\\s-]?(?:minutes?|mins?|m|Minuten?)(?!\\p{L}))?`,
    ].join(''),
    minutes: `(\\d{1,4}|${WORD})[\\s-]?(?:minutes?|mins?|m|Minuten?)(?!\\p{L})`,
  })}`,
  'giu',
)

/** A span of time in minutes. `numbers` holds the place and key of each number in it. */
type Duration = {
  readonly minutes: number
  readonly slack: number
  readonly numbers: readonly { readonly key: string; readonly index: number }[]
}

const HEDGED =
  /(?:\b(?:about|around|roughly|almost|nearly|some|over|just under|etwa|rund|knapp|fast)|\bca\.|~)\s?$/iu

const ONE = /^(?:an?|one|eine[rn]?)$/i

const digitsIn = (said: string): string | undefined =>
  /^\d/.test(said) ? said : ONE.test(said) ? '1' : digitsOfWord(said.toLowerCase())

/** The tolerance for an approximate span of time, in minutes: five minutes, or a tenth of whole hours. */
const slackOf = (minutes: number, hours: string | undefined, rest: string | undefined, hedged: boolean) => {
  if (hours !== undefined && rest === undefined) {
    const fraction = /[.,](\d+)$/.exec(hours)?.[1]
    return fraction === undefined ? (hedged ? minutes * 0.1 : 0) : 30 / 10 ** fraction.length
  }
  return hedged && minutes >= 10 && minutes % 5 === 0 ? 2.5 : 0
}

/** A duration is not time saved. */
const SAVED = new RegExp(
  anyOf({
    verb: `\\b${anyOf([
      /sav(?:e[sd]?|ing)|cut|reduc\p{L}{1,5}|shorten\p{L}{0,3}|gain\p{L}{0,3}|won|spar\p{L}{1,5}/u,
    ])}\\b[^.!?]{0,30}$`,
    by: /\bby\s(?:\p{L}{4,7}\s)?$/u,
  }),
  'iu',
)
const SHORTER = /^\s(?:faster|quicker|shorter|longer|less|more|fewer|saved|schneller|kürzer)\b/iu

const durationsIn = (sentence: string): Duration[] =>
  [...sentence.matchAll(DURATION)].flatMap(({ 0: whole, 1: hours, 2: rest, 3: minutes, index }) => {
    const parts = [hours, rest, minutes].map((said) => (said === undefined ? '0' : digitsIn(said)))
    if (parts.some((part) => part === undefined)) return []
    if (SAVED.test(sentence.slice(0, index)) || SHORTER.test(sentence.slice(index + whole.length))) return []
    const [first = 0, second = 0, third = 0] = parts.map((part) => numberOf(part ?? '0'))
    const total = first * 60 + second + third
    return [
      {
        minutes: total,
        slack: slackOf(total, hours, rest, HEDGED.test(sentence.slice(0, index))),
        numbers: [hours, rest, minutes].flatMap((said, nth) =>
          said === undefined || ONE.test(said)
            ? []
            : [
                {
                  key: plainDigits(parts[nth] ?? ''),
                  // Search for the minutes after the hours, because their digits may be the same.
                  index: index + (nth === 0 ? 0 : whole.indexOf(said, hours?.length ?? 0)),
                },
              ],
        ),
      },
    ]
  })

/** The minutes from one time to another that is told later, also over midnight. */
const between = (one: number, other: number): number[] => {
  const apart = Math.abs(one - other)
  // Told later but earlier by the clock: either the next day, or a look back.
  return one > other && DAY - apart <= HALF_DAY ? [apart, DAY - apart] : [apart]
}

const lasts = ({ minutes, slack }: Duration, apart: number): boolean =>
  apart > 0 && Math.abs(minutes - apart) <= slack + 1e-9

/** Whether a duration lies between two times of the evidence that a sentence mentions. */
const isBetween = (
  duration: Duration,
  sentence: string,
  named: readonly Clock[],
  told: readonly ToldClock[],
): boolean => {
  const isNamed = (clock: Clock): boolean => named.some((one) => isSame(one, clock))
  const ofNamed = named.length > 1 ? told.filter(isNamed).flatMap((one) => [...one.stems]) : []
  const stems = new Set(stemsOf(sentence)).difference(new Set(ofNamed))
  const isShared = (clock: ToldClock): boolean => [...clock.stems].some((one) => stems.has(one))
  if (
    named.some((one, nth) =>
      named.slice(nth + 1).some((other) => between(one.at, other.at).some((apart) => lasts(duration, apart))),
    )
  )
    return true
  return told.some((one, nth) =>
    told.slice(nth + 1).some((other) => {
      if (!between(one.at, other.at).some((apart) => lasts(duration, apart))) return false
      if (named.length === 0) return other.nth - one.nth <= MOST_APART && (isShared(one) || isShared(other))
      if (named.length === 1) return isNamed(one) || isNamed(other)
      // If two times are named and a third is meant, the claim has to say so.
      return (isNamed(one) && isShared(other)) || (isNamed(other) && isShared(one))
    }),
  )
}

/** "02:40 to 04:05 is still 85": minutes without a unit, by their place. */
const BAR = /^\s?(?:is|are|makes|=|:|sind|son|es)\s(?:still |only |about |noch )?(\d{1,4})(?=[.,;)]|\s|$)/iu
const barMinutes = (sentence: string, named: readonly Clock[]): number[] =>
  named.slice(1).flatMap((clock, nth) => {
    const from = clock.index + clock.said.length
    const found = BAR.exec(sentence.slice(from))
    const minutes = (clock.at - named[nth]!.at + DAY) % DAY
    return found !== null && Number(found[1]) === minutes ? [from + found[0].length - found[1]!.length] : []
  })

/**
 * Compares the times of day in a claim with the evidence. `unknown`: times that are neither told nor a told duration
 * away from one that is. `follows`: places, in UTF-16 units, of numbers that give the duration between two told times.
 */
export function clocksOf(
  text: string,
  evidence: string,
  known: ReadonlySet<string>,
): { unknown: string[]; follows: Set<number> } {
  const follows = new Set<number>()
  const unknown: string[] = []
  if (!/\d|\bminutes?\b|\bhours?\b/i.test(text)) return { unknown, follows }
  const told = toldIn(evidence)
  for (const { text: sentence, index } of sentencesWithPlace(text)) {
    const durations = durationsIn(sentence)
    const named = clocksIn(sentence).filter((clock) => {
      if (told.some((one) => isSame(clock, one))) return true
      // "The 2 am page" arrived at 02:12.
      if (!clock.exact && told.some(({ at }) => at - (at % 60) === clock.at)) {
        follows.add(index + clock.index)
        return false
      }
      const counted = durations.some(
        ({ minutes, numbers }) =>
          minutes > 0 &&
          minutes < DAY &&
          numbers.every(({ key }) => known.has(key)) &&
          told.some(({ at }) => [at + minutes, at - minutes + DAY].some((one) => one % DAY === clock.at)),
      )
      if (!counted && clock.exact) unknown.push(clock.said)
      return counted
    })
    for (const place of barMinutes(sentence, named)) follows.add(index + place)
    for (const duration of durations)
      if (isBetween(duration, sentence, named, told))
        for (const { index: place } of duration.numbers) follows.add(index + place)
  }
  return { unknown, follows }
}
