import type { SlackState } from '../../coaching/ports.ts'
import type { Writable } from '../database/write-probe.ts'

/** The phase of the process. */
export type Lifecycle = 'starting' | 'taking' | 'stopping'

/** Slack renews a socket every few hours with an overlap, so an absence of up to this many seconds is not reported. */
const AWAY_FOR = 30

const STANDING: Readonly<Record<Lifecycle, string | null>> = {
  starting: 'it is still starting',
  taking: null,
  stopping: 'it is stopping',
}

const ofSlack = (slack: SlackState, now: Temporal.Instant): string | null => {
  if (slack.kind === 'connected') return null
  if (slack.kind === 'refused') return `Slack rejects the token (${slack.code})`
  const seconds = Math.floor(slack.since.until(now).total('seconds'))
  return seconds > AWAY_FOR ? `no connection to Slack for ${seconds} seconds` : null
}

/** Short reasons for database failures, by SQLSTATE (PostgreSQL, appendix A). */
const DATABASE: Readonly<Record<string, string>> = {
  '25006': 'it is read-only',
  '53100': 'its disk is full',
  '53300': 'it has no free connection',
}

const ofDatabase = (database: Writable): string | null => {
  if (database.kind === 'writes') return null
  if (database.kind === 'slow')
    return `the database did not finish a write within ${database.seconds} seconds`
  const why = DATABASE[database.vendor ?? ''] ?? 'it is not reachable'
  return `the database can't be written: ${why}`
}

/** Why this process should get no requests, each reason in a few words. Empty if it stores what people write. */
export function reasonsAgainst(state: {
  readonly standing: Lifecycle
  /** Null before anything was opened. */
  readonly slack: SlackState | null
  readonly database: Writable | null
  readonly now: Temporal.Instant
}): string[] {
  return [
    STANDING[state.standing],
    state.slack && ofSlack(state.slack, state.now),
    state.database && ofDatabase(state.database),
  ].filter((reason) => reason !== null)
}
