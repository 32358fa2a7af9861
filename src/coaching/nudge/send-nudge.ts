import { decideNudge, type NudgeDecision, type Waiting } from '../../domain/nudge/decide-nudge.ts'
import type { NextLook, NudgeJob } from './nudge-port.ts'
import { handOver } from './steps/hand-over.ts'
import { restOrPause } from './steps/pause-itself.ts'
import { recordFound, recordNone, recordStanding, recordUnknown } from './steps/record-week.ts'
import type { Onward, OpenedNudge, SendDeps } from './steps/send-deps.ts'
import { standingSentences } from './steps/standing-sentences.ts'
import { takeBack } from './steps/take-back.ts'
import { tellWhoSetItUp } from './steps/tell-who-set-it-up.ts'

/** The most steps of one look. Each step moves the nudge forward, and an unfinished nudge is looked at again later. */
const STEPS = 12

/** What Slack's list says is waiting. Null if it was not asked. */
type Listed = readonly Waiting[] | null

/** The result of a step, and what Slack holds after it. `onward` is null if the nudge already rests. */
type Done = { readonly onward: Onward | null; readonly waiting: Listed }

const without = (waiting: Listed, id: string | null | undefined): Listed =>
  waiting?.filter((one) => one.id !== id) ?? null

const sooner = (one: NextLook, other: NextLook): boolean =>
  one.lookAt !== null && other.lookAt !== null && Temporal.Instant.compare(one.lookAt, other.lookAt) < 0

/** Carries out what was decided. */
const takeStep = async (
  deps: SendDeps,
  opened: OpenedNudge,
  decision: NudgeDecision,
  waiting: Listed,
): Promise<Done> => {
  const { store, scheduler } = deps
  const { nudge, weeks } = opened
  const again: Done = { onward: 'again', waiting }
  switch (decision.kind) {
    case 'rest':
      await recordStanding(deps, nudge, weeks)
      return { onward: decision, waiting }
    case 'hand-over':
      return { onward: await handOver(deps, opened, decision), waiting }
    case 'look': {
      const list = await scheduler.list(nudge)
      if (list.kind === 'list') return { onward: 'again', waiting: list.waiting }
      return { onward: await restOrPause(deps, nudge, list), waiting }
    }
    case 'found':
      await recordFound(deps, nudge, decision)
      return again
    case 'reopen':
      await store.reopen(nudge, decision.week)
      return again
    case 'unknown':
      await recordUnknown(deps, nudge, decision.week)
      return again
    case 'take-back': {
      const id = decision.week.messageId
      const onward = await takeBack(deps, nudge, id ?? '', decision.week)
      return { onward, waiting: without(waiting, id) }
    }
    case 'take-back-stray': {
      const { id } = decision.waiting
      return { onward: await takeBack(deps, nudge, id, null), waiting: without(waiting, id) }
    }
    case 'skip':
    case 'miss':
      await recordNone(deps, nudge, decision)
      return again
  }
}

/**
 * Looks at a channel's nudge and does what is due: hands the coming post to Slack, withdraws a post that is no longer
 * wanted, or finds out what became of an attempt whose answer was lost. It may run at any time, twice at once, and
 * after any crash. It continues from the record and, if that does not say, from Slack's list.
 */
export function makeSendNudge(deps: SendDeps) {
  return async ({ team, channel }: NudgeJob): Promise<void> => {
    const { store, ladders, now } = deps
    let waiting: Listed = null
    /** When to try again to tell what could not be told. The earlier of this and the nudge's own rest counts. */
    let untold: NextLook | null = null
    for (let step = 0; step < STEPS; step += 1) {
      const opened = await store.open({ team, channel })
      if (opened === null) return
      const { nudge, weeks } = opened
      if (untold === null && opened.notices.length > 0) untold = await tellWhoSetItUp(deps, opened)
      const decision = decideNudge({
        nudge,
        weeks,
        now: now(),
        waiting,
        sentencesOf: (text) => standingSentences(ladders, nudge, text),
      })
      const done: Done = await takeStep(deps, opened, decision, waiting)
      waiting = done.waiting
      if (done.onward === null) return
      if (done.onward === 'again') continue
      const rest: NextLook = untold?.lookAt && !sooner(done.onward, untold) ? untold : done.onward
      if (await store.rest(nudge, rest, now())) return
    }
  }
}
