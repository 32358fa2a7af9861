import type { types } from '@slack/bolt'
import { WEEKDAYS } from '../../../domain/nudge/coming-days.ts'
import type { Schedule, Week } from '../../../domain/nudge/nudge.ts'
import { zoneCity } from '../../../domain/nudge/time-zones.ts'
import { MONTHS } from '../ladder/goal.ts'
import { words } from '../rich-text.ts'

/** A channel as Slack shows it, by its id. */
export const channelOf = (channel: string): types.RichTextChannelMention => ({
  type: 'channel',
  channel_id: channel,
})

/** The channel that is spoken of: `away` is its id where that is not where the words stand, such as in a DM. */
export const placeOf = (away: string | null): types.RichTextElement =>
  away === null ? words('this channel') : channelOf(away)

/** "30 November 2026". */
export const dayWords = (day: Temporal.PlainDate): string => `${day.day} ${MONTHS[day.month - 1]} ${day.year}`

/** "Monday, 30 November 2026". */
export const dateWords = (day: Temporal.PlainDate): string =>
  `${WEEKDAYS[day.dayOfWeek - 1]}, ${dayWords(day)}`

/** "10:00", as it is written in most of the world and misread nowhere. */
export const timeWords = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' })

/** "Europe/London", "UTC", "UTC+2": the zone as somebody can check it. */
export const zoneWords = (zone: string): string => {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? []
  // The tz database counts these the other way round.
  return hours ? `UTC${sign === '-' ? '+' : '-'}${hours}` : zone
}

/** "Monday, 30 November 2026 at 10:00". */
export const momentWords = (moment: Temporal.ZonedDateTime): string =>
  `${dateWords(moment.toPlainDate())} at ${timeWords(moment.toPlainTime())}`

/** " Too late for today's…": what comes all the same, behind a sentence; null: nothing does. */
export const comesWords = (comes: Temporal.ZonedDateTime | null): string =>
  comes
    ? ` Too late for today’s: Slack has it already, and it comes at ${timeWords(comes.toPlainTime())} all the same.`
    : ''

/** "every Monday at 10:00, Europe/London". */
export const scheduleWords = ({ weekday, time, zone }: Schedule): string =>
  `every ${WEEKDAYS[weekday - 1]} at ${timeWords(time)}, ${zoneWords(zone)}`

/** "UTC+5:30": how far a zone is ahead at a moment. */
export const aheadWords = (zone: string, at: Temporal.Instant): string => {
  const offset = at.toZonedDateTimeISO(zone).offset.replace(/^([+-])0?(\d+):(\d\d)(?::\d\d)?$/, '$1$2:$3')
  return `UTC${offset.replace(/:00$/, '').replace(/^[+-]0$/, '')}`
}

/** "London (UTC+0)": a zone as a menu shows it. */
export const zoneChoice = (zone: string, at: Temporal.Instant): string => {
  const city = zone === zoneCity(zone) ? zoneWords(zone) : zoneCity(zone)
  const ahead = aheadWords(zone, at)
  return city === ahead ? city : `${city} (${ahead})`
}

/** "the week of 21 December 2026". */
export const weekWords = (week: Week): string => {
  const [year, number] = week.split('-W').map(Number)
  const fourth = Temporal.PlainDate.from({ year: year!, month: 1, day: 4 })
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: number! - 1 })
  return `the week of ${dayWords(monday)}`
}

/** "one, two and three". */
export const listed = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`

/** "the week of 21 December 2026 and the days from 24 December to 1 January". */
export const exceptWords = (of: { readonly weeks: readonly Week[]; readonly yearEnd: boolean }): string =>
  listed([...of.weeks.map(weekWords), ...(of.yearEnd ? ['the days from 24 December to 1 January'] : [])])
