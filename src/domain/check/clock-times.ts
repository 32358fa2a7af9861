import { anyOf } from '../text/patterns.ts'
import { stemsOf } from '../text/stems.ts'
import { digitsOfWord, numberOf, plainDigits } from './amounts.ts'
import { sentencesWithPlace } from './said-numbers.ts'

const DAY = 24 * 60
const HALF_DAY = DAY / 2

/** A time of day: `at` in minutes since midnight, `index` in UTF-16 units. `half`: said with am or pm. */
type Clock = {
  readonly said: string
  readonly at: number
  readonly index: number
  readonly half: boolean
  /** Whether it says minutes: "9 am" does not. */
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

/** "2:10-2:45pm": between two times, the second of which says am or pm for both. */
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

/** A text with spaces in place of its times of day, whose digits count nothing. */
export function withoutClocks(text: string): string {
  return text.includes(':') || /\bUhr\b/.test(text)
    ? text.replace(CLOCK, (...[said, , , , , alone]) =>
        typeof alone === 'string' ? said : ' '.repeat(said.length),
      )
    : text
}

/** Whether a time of a claim is one of the evidence; "9:21" is also "9:21 pm" where the evidence said so. */
const isSame = (claimed: Clock, told: Clock): boolean =>
  claimed.at === told.at ||
  (!claimed.half && told.half && claimed.at <= HALF_DAY && claimed.at % HALF_DAY === told.at % HALF_DAY)

/** A time of the evidence, with the sentence that it is in and what is told around it. */
type ToldClock = Clock & { readonly nth: number; readonly stems: ReadonlySet<string> }

/** So many times of the evidence are compared with each other, each with those of so many sentences around it. */
const MOST_CLOCKS = 60
const MOST_APART = 12

/** A sentence of so many words and a time says little of it. */
const FEW_WORDS = 2

const toldIn = (evidence: string): ToldClock[] => {
  const sentences = sentencesWithPlace(evidence).map(({ text }) => ({ text, clocks: clocksIn(text) }))
  return sentences
    .flatMap(({ text, clocks }, nth) => {
      const next = sentences[nth + 1]
      const own = clocks.length === 0 ? [] : stemsOf(text)
      // "08:55 ack. Checked deploys": the sentence behind is of the same time where the first says little.
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

/** A span of time in minutes; `numbers`: the place of each number, and its key. */
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

/** How far a span of time that is said roughly may be off, in minutes: to five minutes, and a tenth of whole hours. */
const slackOf = (minutes: number, hours: string | undefined, rest: string | undefined, hedged: boolean) => {
  if (hours !== undefined && rest === undefined) {
    const fraction = /[.,](\d+)$/.exec(hours)?.[1]
    return fraction === undefined ? (hedged ? minutes * 0.1 : 0) : 30 / 10 ** fraction.length
  }
  return hedged && minutes >= 10 && minutes % 5 === 0 ? 2.5 : 0
}

/** How long something took is no time that somebody saved. */
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
                  // The minutes come after the hours, whose digits may be the same.
                  index: index + (nth === 0 ? 0 : whole.indexOf(said, hours?.length ?? 0)),
                },
              ],
        ),
      },
    ]
  })

/** How many minutes lie between two times, of which `one` is told first: also over midnight. */
const between = (one: number, other: number): number[] => {
  const apart = Math.abs(one - other)
  // Told later and earlier by the clock: the next day, or a look back.
  return one > other && DAY - apart <= HALF_DAY ? [apart, DAY - apart] : [apart]
}

const lasts = ({ minutes, slack }: Duration, apart: number): boolean =>
  apart > 0 && Math.abs(minutes - apart) <= slack + 1e-9

/** Whether a span of time lies between two times of the evidence that a sentence speaks of. */
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
      // Who names two times and means a third one says whose it is.
      return (isNamed(one) && isShared(other)) || (isNamed(other) && isShared(one))
    }),
  )
}

/** "02:40 to 04:05 is still 85": minutes whose unit was named before, by their places. */
const BAR = /^\s?(?:is|are|makes|=|:|sind|son|es)\s(?:still |only |about |noch )?(\d{1,4})(?=[.,;)]|\s|$)/iu
const barMinutes = (sentence: string, named: readonly Clock[]): number[] =>
  named.slice(1).flatMap((clock, nth) => {
    const from = clock.index + clock.said.length
    const found = BAR.exec(sentence.slice(from))
    const minutes = (clock.at - named[nth]!.at + DAY) % DAY
    return found !== null && Number(found[1]) === minutes ? [from + found[0].length - found[1]!.length] : []
  })

/**
 * What the times of day of the evidence bear of a claim's. `unknown`: times of it that neither are told nor lie a told
 * span of time from one that is. `follows`: the places of numbers, in UTF-16 units, that say how long it is from one
 * told time to another.
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
      // "The 2 am page" came at 02:12.
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
