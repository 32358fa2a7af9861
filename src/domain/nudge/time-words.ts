const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const CLOCK = new RegExp(
  [
    `^(half past )?(\\d{1,2}|${HOURS.join('|')})(?:(?:[:.h](\\d{2}))(?::00)?)?(h)?`,
    "(?: ?([ap])\\.? ?m\\.?|([ap])(?![a-z]))?(?: (?:o'clock|uhr))?",
    '(?: (?:in the )?(morning|afternoon|evening))?$',
  ].join(''),
)

/**
 * What a time of day may mean. `4` can be in either half of the day. `16`, `4pm` and `04:00` have one meaning. Empty if
 * it is not a time.
 */
export function timesOf(text: string): Temporal.PlainTime[] {
  if (text === 'noon' || text === 'midday') return [Temporal.PlainTime.from({ hour: 12 })]
  if (text === 'midnight') return [Temporal.PlainTime.from({ hour: 0 })]
  // Four digits may be a year, so only quarters of an hour count as times.
  const military = /^([01]\d|2[0-3])(00|15|30|45)(?: ?h| ?hrs| hours)?$/.exec(text)
  if (military) return [Temporal.PlainTime.from({ hour: Number(military[1]), minute: Number(military[2]) })]
  const [, half, digits = '', minutes, h, spaced, glued, part] = CLOCK.exec(text) ?? []
  if (digits === '' || (half && minutes)) return []
  const said = /^\d/.test(digits) ? Number(digits) : HOURS.indexOf(digits) + 1
  const minute = half ? 30 : Number(minutes ?? 0)
  const suffix = spaced ?? glued ?? (part === undefined ? undefined : part === 'morning' ? 'a' : 'p')
  if (minute > 59 || said > (suffix ? 12 : 23) || (suffix && said === 0)) return []
  const at = (hour: number): Temporal.PlainTime => Temporal.PlainTime.from({ hour, minute })
  if (suffix) return [at((said % 12) + (suffix === 'p' ? 12 : 0))]
  // It is not clear whether 4 is before dawn or after lunch. People who count to 24 write 04:00 or 4h.
  const open = said >= 1 && said <= 6 && !digits.startsWith('0') && !h && !text.includes('h')
  return open || (half && said < 7) ? [at(said), at(said + 12)] : [at(said)]
}
