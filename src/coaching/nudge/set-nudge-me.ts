import { CoachError } from '../../domain/coach-error.ts'
import type { NudgeMeChange } from '../../domain/nudge/change-nudge-me.ts'
import { upcomingNudgeMe } from '../../domain/nudge/decide-nudge-me.ts'
import type { Weekday } from '../../domain/nudge/nudge.ts'
import {
  type Doubt,
  missingIn,
  NOTHING,
  type NudgeCommand,
  type UnderstoodSchedule,
} from '../../domain/nudge/nudge-command.ts'
import { scheduleOf } from '../../domain/nudge/nudge-me.ts'
import { pauseAt } from '../../domain/nudge/nudge-schedule.ts'
import { pauseBefore } from '../../domain/nudge/rhythm.ts'
import type { Owner } from '../../domain/person.ts'
import type { Log } from '../ports.ts'
import type { AskOwn } from './ask-own.ts'
import type { NudgeMeMessenger, NudgeMeSaid, NudgeMeStore } from './nudge-me-port.ts'
import type { ShownNudgeMe } from './shown-nudge-me.ts'

/** The outcome of a request about a person's own nudge. */
export type NudgeMeOutcome =
  | { readonly kind: 'set' | 'shown' | 'resumed'; readonly shown: ShownNudgeMe }
  /** The question comes again on the day `until`. */
  | { readonly kind: 'snoozed'; readonly until: Temporal.PlainDate }
  /** Nothing is sent before `until`. Null means until they resume it. */
  | { readonly kind: 'paused'; readonly until: Temporal.PlainDate | null }
  | { readonly kind: 'stopped' }
  /** It stopped by itself after a long silence. */
  | { readonly kind: 'silent' }
  /** There is no nudge. Nothing was changed. */
  | { readonly kind: 'none' }
  | { readonly kind: 'preview'; readonly said: NudgeMeSaid & { kind: 'question' } }
  /** There is no goal that a question could be about. */
  | { readonly kind: 'no-goal' }
  | { readonly kind: 'unclear'; readonly command: NudgeCommand & { kind: 'unclear' } }

/** What the buttons under a nudge ask for. */
export type NudgeMeClick = Exclude<NudgeMeChange, { kind: 'set' }>

type OwnCommand = NudgeCommand & { readonly whose: 'me' }

type Deps = {
  readonly nudges: Pick<NudgeMeStore, 'nudgeMe' | 'changeNudgeMe'>
  readonly askOwn: AskOwn
  readonly messenger: Pick<NudgeMeMessenger, 'zoneOf'>
  readonly now: () => Temporal.Instant
  readonly log: Log
}

export type SetNudgeMe = ReturnType<typeof makeSetNudgeMe>

/** How many coming dates are shown. */
const SHOWN = 3

/** The answer to a command that a person's own nudge does not support. */
const unclear = (
  of: 'set' | 'pause',
  doubts: readonly Doubt[],
  understood: UnderstoodSchedule = NOTHING,
): NudgeMeOutcome => ({
  kind: 'unclear',
  command: { whose: 'me', kind: 'unclear', of, understood, doubts },
})

/** The zone that Slack has for them, or UTC. It is read when they set the nudge up and again when it is due. */
const zoneOf = async ({ messenger }: Deps, owner: Owner): Promise<string> => {
  const end = await messenger.zoneOf(owner)
  if (end.kind === 'zone') return end.zone ?? 'UTC'
  throw new CoachError('slack-unavailable', 'Slack did not say in which time zone somebody is')
}

const show = async (
  { nudges, askOwn, now }: Deps,
  kind: 'set' | 'shown' | 'resumed',
  owner: Owner,
): Promise<NudgeMeOutcome> => {
  const kept = await nudges.nudgeMe(owner)
  if (kept === null) return { kind: 'none' }
  if (kept.nudge.stopped !== null) return { kind: kept.nudge.stopped === 'silence' ? 'silent' : 'none' }
  const { nudge, posts } = kept
  const { paused } = nudge
  return {
    kind,
    shown: {
      schedule: scheduleOf(nudge),
      next: upcomingNudgeMe(nudge, posts, now(), SHOWN),
      paused: pauseAt(paused, scheduleOf(nudge).zone, now()),
      follows: nudge.zone === null,
      hasGoal: (await askOwn(owner)) !== null,
    },
  }
}

const set = async (
  deps: Deps,
  owner: Owner,
  asked: OwnCommand & { kind: 'set' },
): Promise<NudgeMeOutcome> => {
  const { nudges, now, log } = deps
  const kept = (await nudges.nudgeMe(owner))?.nudge
  const before = kept?.stopped === null ? kept : null
  const weekday = asked.weekday ?? before?.weekday ?? (asked.first?.dayOfWeek as Weekday | undefined)
  const time = asked.time ?? before?.time
  if (weekday === undefined || time === undefined) return unclear('set', missingIn(asked), asked)
  const slackZone = await zoneOf(deps, owner)
  const zone = asked.zone ?? (asked.ownZone ? null : (before?.zone ?? null))
  const when = { weekday, time, zone: zone ?? slackZone }
  const keeps = before && (asked.weekday === null || asked.time === null)
  const paused =
    pauseBefore(when, asked.first ?? null, now()) ?? (keeps ? pauseAt(before.paused, when.zone, now()) : null)
  await nudges.changeNudgeMe(owner, { kind: 'set', weekday, time, zone, slackZone, paused }, now())
  log.info({ change: 'set' }, 'personal nudge changed')
  return show(deps, 'set', owner)
}

/** Makes the change that a button or a typed command asks for. */
const change = async (deps: Deps, owner: Owner, wish: NudgeMeClick): Promise<NudgeMeOutcome> => {
  const { nudges, now, log } = deps
  const nudge = await nudges.changeNudgeMe(owner, wish, now())
  if (nudge === null) return { kind: 'none' }
  log.info({ change: wish.kind }, 'personal nudge changed')
  if (wish.kind === 'resume') return show(deps, 'resumed', owner)
  if (wish.kind === 'stop') return { kind: 'stopped' }
  return nudge.snoozedTo
    ? { kind: 'snoozed', until: nudge.snoozedTo }
    : { kind: 'paused', until: nudge.paused?.until ?? null }
}

/** Skips the next one: nothing is sent before the day of the one after. */
const skip = async (deps: Deps, owner: Owner): Promise<NudgeMeOutcome> => {
  const kept = await deps.nudges.nudgeMe(owner)
  const after = kept && upcomingNudgeMe(kept.nudge, kept.posts, deps.now(), 2)[1]
  return after ? change(deps, owner, { kind: 'pause', until: after.toPlainDate() }) : { kind: 'none' }
}

const preview = async ({ askOwn }: Deps, owner: Owner): Promise<NudgeMeOutcome> => {
  const own = await askOwn(owner)
  return own ? { kind: 'preview', said: { kind: 'question', ...own, logged: [] } } : { kind: 'no-goal' }
}

/** Carries out a typed `/ladder nudge me` command. */
const obey = async (deps: Deps, owner: Owner, asked: OwnCommand): Promise<NudgeMeOutcome> => {
  switch (asked.kind) {
    case 'show':
      return show(deps, 'shown', owner)
    case 'form':
      return unclear('set', missingIn(NOTHING))
    case 'set':
      return set(deps, owner, asked)
    case 'preview':
      return preview(deps, owner)
    case 'skip':
      return skip(deps, owner)
    case 'stop':
      return change(deps, owner, { kind: 'stop', by: 'you' })
    case 'pause':
      return change(deps, owner, { kind: 'pause', until: asked.until })
    case 'resume':
      return change(deps, owner, { kind: 'resume' })
    case 'leave-out':
    case 'include':
      // A person's own nudge has no calendar of weeks. Only a pause can leave some out.
      return unclear('pause', [
        { kind: 'unknown', words: asked.kind === 'include' ? 'include' : 'leave out', near: [] },
      ])
    case 'unclear':
      return { kind: 'unclear', command: asked as OwnCommand & { kind: 'unclear' } }
  }
}

/**
 * Sets up, shows and changes a person's own nudge: `command` by what they type after `/ladder nudge me`, `change` by
 * what they press. Throws CoachError `store-unavailable`, and `slack-unavailable` if Slack does not say which zone they
 * are in.
 */
export function makeSetNudgeMe(deps: Deps) {
  return {
    command: (owner: Owner, asked: OwnCommand): Promise<NudgeMeOutcome> => obey(deps, owner, asked),
    change: (owner: Owner, wish: NudgeMeClick): Promise<NudgeMeOutcome> => change(deps, owner, wish),
  }
}
