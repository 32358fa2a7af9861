import { upcoming } from '../domain/nudge/decide-nudge.ts'
import type { Nudge, NudgeWeek, Schedule } from '../domain/nudge/nudge.ts'
import { countInWords, hasEnough, type QuestionCounts } from '../domain/nudge/nudge-counts.ts'
import { pauseAt } from '../domain/nudge/nudge-schedule.ts'
import { HALTS } from '../slack/views/nudge/nudge-told.ts'
import { dateWords, momentWords, scheduleWords, zoneWords } from '../slack/views/nudge/nudge-when.ts'

/** A nudge as `npm run nudges -- list` shows it: where, what and when, and nobody's name. */
export type ListedNudge = {
  /** Slack's id of the channel. */
  readonly channel: string
  readonly ladder: string
  readonly schedule: Schedule
  /** The coming dates in its zone, soonest first. */
  readonly next: readonly Temporal.ZonedDateTime[]
  /** Why nothing is coming, for example "paused until 2026-12-20". Null if something is. */
  readonly halted: string | null
}

const haltedBy = ({ trouble, paused, schedule }: Nudge, now: Temporal.Instant): string | null => {
  if (trouble) return `paused itself: ${HALTS[trouble]}`
  const pause = pauseAt(paused, schedule.zone, now)
  return pause && `paused until ${pause.until ? dateWords(pause.until) : 'someone resumes it'}`
}

/** A nudge with its weeks on record, as it is listed at `now`. */
export function listedNudge(nudge: Nudge, weeks: readonly NudgeWeek[], now: Temporal.Instant): ListedNudge {
  return {
    channel: nudge.channel,
    ladder: nudge.ladder,
    schedule: nudge.schedule,
    next: upcoming(nudge, weeks, now, 3).map(({ at }) => at.toZonedDateTimeISO(nudge.schedule.zone)),
    halted: haltedBy(nudge, now),
  }
}

/** A table for the terminal of what will be posted where and when, soonest first. */
export function nudgeTable(nudges: readonly ListedNudge[]): string {
  if (nudges.length === 0) return 'No nudges yet. Type "/ladder nudge" in a Slack channel.'
  const at = ({ next }: ListedNudge): bigint => next[0]?.epochNanoseconds ?? 2n ** 64n
  const sorted = nudges.toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
  const widest = (of: (one: ListedNudge) => string): number =>
    Math.max(...sorted.map((one) => of(one).length))
  const [channel, ladder] = [widest((one) => one.channel), widest((one) => one.ladder)]
  return sorted
    .map((one) =>
      [
        `${one.channel.padEnd(channel)}  ${one.ladder.padEnd(ladder)}  ${scheduleWords(one.schedule)}`,
        ...(one.halted ? [`  ${one.halted}`] : []),
        ...one.next.map((moment) => `  ${momentWords(moment)}, ${zoneWords(one.schedule.zone)}`),
      ].join('\n'),
    )
    .join('\n')
}

/**
 * What came of each question, for the owner of the ladder. Questions that were posted too rarely are left out, and
 * small numbers are not shown.
 */
export function questionTable(questions: readonly QuestionCounts[]): string {
  const told = questions.filter(hasEnough)
  if (told.length === 0) return 'No question was posted 5 times yet, so there is nothing to compare.'
  return told
    .map(
      ({ question, posted, opened, logged }) =>
        `${question}\n  posted ${posted} times, opened ${countInWords(opened)} times, ` +
        `led to ${countInWords(logged)} entries`,
    )
    .join('\n')
}
