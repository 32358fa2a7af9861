const HOUR = 3_600_000
const MINUTE = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/**
 * What a clock in a zone shows at an instant. Both are in milliseconds. The clock's value counts as if the zone were
 * UTC.
 */
export type Clock = (epoch: number) => number

/** The clock of a zone by Intl.DateTimeFormat alone, without Temporal. */
export function clockOf(zone: string): Clock {
  const format = formatOf(zone)
  return (epoch) => {
    const shown = new Map(format.formatToParts(epoch).map(({ type, value }) => [type, Number(value)]))
    const [year, month, day, hour, minute, second] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((type) => shown.get(type) ?? 0)
    return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!)
  }
}

/**
 * The first instant at which a clock shows `wanted` or more. If it shows it twice, the first of them. If it skips it,
 * the end of the gap.
 */
export function firstTime(clock: Clock, wanted: number): number {
  // No zone is more than a day from UTC, and none changes its clock twice within two days.
  const offsets = new Set([-26, 26].map((hours) => clock(wanted + hours * HOUR) - (wanted + hours * HOUR)))
  const shown = [...offsets].map((offset) => wanted - offset).filter((epoch) => clock(epoch) === wanted)
  if (shown.length > 0) return Math.min(...shown)
  let [low, high] = [wanted - 26 * HOUR, wanted + 26 * HOUR]
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (clock(middle) < wanted) low = middle
    else high = middle
  }
  return high
}
