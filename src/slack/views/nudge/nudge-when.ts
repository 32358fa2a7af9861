import type { types } from '@slack/bolt'
import { WEEKDAYS } from '../../../domain/dates/weekdays.ts'
import type { LevelRange, Schedule, Week } from '../../../domain/nudge/nudge.ts'
import { mondayIn } from '../../../domain/nudge/nudge-schedule.ts'
import { zoneCity } from '../../../domain/nudge/time-zones.ts'
import { dateInWords, listed } from '../../../domain/text/in-words.ts'
import { words } from '../rich-text.ts'

/** A channel as Slack shows it, by its id. */
export function channelOf(channel: string): types.RichTextChannelMention {
  return {
    type: 'channel',
    channel_id: channel,
  }
}

/** The channel in question. `away` is its id if the words appear elsewhere, such as in a DM. */
export function channelWords(away: string | null): types.RichTextElement {
  return away === null ? words('this channel') : channelOf(away)
}

/** The same at the beginning of a sentence. */
export function channelFirst(away: string | null): types.RichTextElement {
  return away === null ? words('This channel') : channelOf(away)
}

/** "30 November 2026". */
export function dayWords(day: Temporal.PlainDate): string {
  return dateInWords(day.toString())
}

/** "Monday, 30 November 2026". */
export function dateWords(day: Temporal.PlainDate): string {
  return `${WEEKDAYS[day.dayOfWeek - 1]}, ${dayWords(day)}`
}

/** "10:00", which is written in most of the world and not misread anywhere. */
export function timeWords(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' })
}

const offsetOf = (zone: string): string => {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? []
  // The tz database uses the opposite sign.
  return hours ? `UTC${sign === '-' ? '+' : '-'}${hours}` : zone
}

/** "London time", "UTC", "UTC+2": a zone in words. */
export function zoneWords(zone: string): string {
  return zone === zoneCity(zone) ? offsetOf(zone) : `${zoneCity(zone)} time`
}

/** "Monday, 30 November 2026 at 10:00". */
export function momentWords(moment: Temporal.ZonedDateTime): string {
  return `${dateWords(moment.toPlainDate())} at ${timeWords(moment.toPlainTime())}`
}

/** A sentence saying that an already scheduled post will still appear, or an empty string. */
export function comesWords(comes: Temporal.ZonedDateTime | null): string {
  return comes
    ? ` The nudge of ${dateWords(comes.toPlainDate())} is already scheduled ` +
        `and will still appear at ${timeWords(comes.toPlainTime())}.`
    : ''
}

/** A sentence about a nudge that is set and does not come yet, or an empty string. */
export function silenceWords(paused: { readonly until: Temporal.PlainDate | null } | null): string {
  if (paused === null) return ''
  return paused.until
    ? ` Nothing comes before ${dateWords(paused.until)}.`
    : ' It is still paused until someone resumes it.'
}

/** Which one of a month, in words. */
export const NTH_WORDS = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' } as const

/** "every Monday", "every two weeks, on Monday", "on the last Monday of every month". */
const daysWords = ({ weekday, rhythm }: Schedule): string => {
  const day = WEEKDAYS[weekday - 1]
  if (rhythm === undefined) return `every ${day}`
  return rhythm.kind === 'two-weeks'
    ? `every two weeks, on ${day}`
    : `on the ${NTH_WORDS[rhythm.nth]} ${day} of every month`
}

/** "every Monday at 10:00, London time". */
export function scheduleWords(schedule: Schedule): string {
  return `${daysWords(schedule)} at ${timeWords(schedule.time)}, ${zoneWords(schedule.zone)}`
}

/** "from the SRE ladder", or "from the SRE ladder, L2 to L3". */
export function sourceWords(ladder: string, levels: LevelRange | null): string {
  return `from the ${ladder} ladder${levels ? `, ${levels.join(' to ')}` : ''}`
}

/** "UTC+5:30": a zone's offset at a moment. */
export function aheadWords(zone: string, at: Temporal.Instant): string {
  const offset = at.toZonedDateTimeISO(zone).offset.replace(/^([+-])0?(\d+):(\d\d)(?::\d\d)?$/, '$1$2:$3')
  return `UTC${offset.replace(/:00$/, '').replace(/^[+-]0$/, '')}`
}

/** "London (UTC+0)": a zone in a menu. */
export function zoneChoice(zone: string, at: Temporal.Instant): string {
  const city = zone === zoneCity(zone) ? offsetOf(zone) : zoneCity(zone)
  const ahead = aheadWords(zone, at)
  return city === ahead ? city : `${city} (${ahead})`
}

/** "the week of 21 December 2026". */
export function weekWords(week: Week): string {
  return `the week of ${dayWords(mondayIn(week))}`
}

/** "the week of 21 December 2026 and the days from 24 December to 1 January". */
export function exceptWords(of: { readonly weeks: readonly Week[]; readonly yearEnd: boolean }): string {
  return listed([
    ...of.weeks.map(weekWords),
    ...(of.yearEnd ? ['the days from 24 December to 1 January'] : []),
  ])
}
