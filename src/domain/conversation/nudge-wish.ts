import { MONTHS, MONTHS_BEGIN } from '../dates/months.ts'
import { WEEKDAY_NAMES, WEEKDAYS } from '../dates/weekdays.ts'
import { anyOf, anyWord } from '../text/patterns.ts'
import { foldedWords } from './asked.ts'
import { monthIn } from './periods.ts'

const DAY_PATTERNS = WEEKDAY_NAMES.map((names) => new RegExp(anyWord([names]), 'u'))

const dayIn = (said: string): string | null =>
  WEEKDAYS.find((_, nth) => DAY_PATTERNS[nth]!.test(said))?.toLowerCase() ?? null

/** A time of day as people write it after "at", or with minutes, am or pm. */
const HALF = '(am|pm|a\\.m\\.|p\\.m\\.|uhr|h)'
const TIME = new RegExp(
  [
    `(?:(?<![\\p{L}\\d])(?:at|um|a las?|à|a|às|as|@) ?(\\d{1,2})(?:[:.h](\\d{2}))? ?${HALF}?`,
    `|(?<![\\d:.])(\\d{1,2})[:.h](\\d{2}) ?${HALF}?`,
    `|(?<![\\d:.])(\\d{1,2}) ?${HALF})(?![\\p{L}\\d])`,
    '|\\b(noon|midday|mittag|midi|mediodia)\\b',
  ].join(''),
  'u',
)

/** "at 4" is in the afternoon: nobody at work means four at night, and the person sees what the coach understood. */
const AFTERNOON = { from: 1, to: 6 } as const

const timeIn = (low: string): string | null => {
  const found = TIME.exec(low)
  if (!found) return null
  if (found[9]) return '12:00'
  const hour = Number(found[1] ?? found[4] ?? found[7])
  const minute = found[2] ?? found[5] ?? '00'
  const half = (found[3] ?? found[6] ?? found[8] ?? '').replaceAll('.', '')
  if (hour > 23 || Number(minute) > 59) return null
  const isLate =
    half === 'pm'
      ? hour < 12
      : half === '' && hour >= AFTERNOON.from && hour <= AFTERNOON.to && !/\b0\d/.test(found[0])
  const given = half === 'am' && hour === 12 ? 0 : isLate ? hour + 12 : hour
  return `${String(given).padStart(2, '0')}:${minute}`
}

/** The words after these are no longer wanted: "at 4 on Fridays, not 9 on Mondays". */
const INSTEAD_OF =
  /,? (?:and not|not|instead of|rather than|statt|anstatt|en vez de|au lieu de|em vez de) .*$/u

/** How often something else than weekly, or just once. */
const OTHER_RHYTHM = new RegExp(
  anyWord([
    '(?:every|each) (?:other|second|two|2|three|few) (?:weeks?|days?)',
    'biweekly|bi weekly|fortnightly|twice|daily|monthly',
    '(?:every|each|once a) (?:day|month|morning)|every weekday|once in a while|less often|more often',
    'taglich|monatlich|alle zwei wochen|cada dos semanas|cada mes|toutes les deux semaines|tous les jours',
    'a cada duas semanas',
  ]),
  'u',
)

/** A wish to be reminded of one thing at one time. */
const ONCE = new RegExp(
  anyWord([
    '(?:tomorrow|tonight|today|later|in (?:an?|\\d{1,2}|two|three) (?:hours?|minutes?|days?|weeks?|months?))',
    '(?:this|next) (?:monday|tuesday|wednesday|thursday|friday|afternoon|evening|week|month)',
    'remind me (?:\\p{L}{1,12} ){0,3}to (?!write|log|send|tell|collect|save|update|add|note)\\p{L}{2,}',
    '(?:mon|tues|wednes|thurs|fri)day (?:morning|afternoon|evening|night)(?: \\d{1,2})? to \\p{L}{2,}',
  ]),
  'u',
)

/** The time that a person wants for their nudge, as typed after `/ladder nudge me`. Null if it isn't clear. */
export function scheduleIn(text: string): string | null {
  const low = text.toLowerCase().replace(/[’‘]/g, "'").replace(INSTEAD_OF, '')
  const said = foldedWords(low)
  if (OTHER_RHYTHM.test(said) || ONCE.test(said)) return null
  const [day, time] = [dayIn(said), timeIn(low)]
  return day && time ? [day, time, ...zoneIn(low)].join(' ') : null
}

/** When people are asked who name a day and no time. By then the week is nearly done. */
const USUAL_TIME = '16:00'

/** The same for a day without a time, at the usual one. */
export function usualScheduleIn(text: string): string | null {
  const low = text.toLowerCase().replace(/[’‘]/g, "'").replace(INSTEAD_OF, '')
  const said = foldedWords(low)
  if (OTHER_RHYTHM.test(said) || ONCE.test(said) || timeIn(low) !== null) return null
  const day = dayIn(said)
  return day && `${day} ${USUAL_TIME}`
}

/** The zone after the time, in the person's words, because the code that reads schedules knows the cities. */
const zoneIn = (low: string): string[] => {
  const at = TIME.exec(low)
  const rest = at
    ? low
        .slice(at.index + at[0].length)
        .replace(/\b(?:please|thanks|pls)\b|(?<![.!?])[.!?]+$/g, '')
        .trim()
    : ''
  const zone = /^(?:in )?(\p{L}[\p{L}/_ ]{1,30}?)(?: time)?$/u.exec(rest)
  return zone && (/^in | time$|\//.test(rest) || /^(?:utc|gmt|cet|est|pst|pt|et|bst)$/.test(rest))
    ? [zone[1]!]
    : []
}

const MONTH_NAMES = MONTHS.map((name) => name.toLowerCase())
const MONTH = anyOf([...MONTH_NAMES, 'sept', ...MONTHS_BEGIN])
const DATE = new RegExp(
  `\\b${anyOf({
    'as numbers': '\\d{4}-\\d{1,2}-\\d{1,2}',
    'day first': `(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?: \\d{4})?`,
    'month first': `${MONTH} \\d{1,2}(?:st|nd|rd|th)?`,
    'only a day': '(?:the )?\\d{1,2}(?:st|nd|rd|th)',
    'by its distance': 'next week|next month|next year|tomorrow',
  })}\\b`,
)
const LENGTH =
  /\b(?:for|next|of) (?:the next )?(an?|\d{1,2}|one|two|three|four|five|six) (day|week|month)s?\b/
const UNTIL = /\b(?:until|till|til|bis|hasta|jusqu|ate|through|before|back)\b/

/** How long a pause is wanted, as it is typed after `/ladder nudge me pause`. Empty for "until I resume it". */
export function pauseIn(text: string): string {
  const low = text.toLowerCase()
  const said = foldedWords(low)
  const long = LENGTH.exec(low)
  if (long) return `for ${long[1]} ${long[2]}s`
  const date = DATE.exec(low)
  if (date) return `until ${date[0].replace(/^the (?=.* )/, '').replace(' of ', ' ')}`
  const month = monthIn(said)
  if (month) {
    // A pause for December ends with January, one until December with December.
    const index = UNTIL.test(said) ? month.month - 1 : month.month % 12
    return `until ${MONTH_NAMES[index]}`
  }
  const day = UNTIL.test(said) ? dayIn(said) : null
  return day ? `until ${day}` : ''
}
