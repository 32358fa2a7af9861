import { expectationOf, ladderOf } from '../../domain/ladder/ladder.ts'
import {
  decideNudge,
  isLate,
  isNotPosted,
  mayStillCall,
  type NudgeDecision,
  type Waiting,
} from '../../domain/nudge/decide-nudge.ts'
import type { Nudge, NudgeNotice, NudgeText, NudgeTrouble, NudgeWeek } from '../../domain/nudge/nudge.ts'
import { remedyOf } from '../../domain/remedy.ts'
import type { Ladders, Log, Metrics } from '../ports.ts'
import type { ChooseNudge, NudgeJob, NudgeScheduler, NudgeStore, Rest, SlackEnd } from './nudge-port.ts'

type Deps = {
  readonly store: NudgeStore
  readonly scheduler: NudgeScheduler
  readonly ladders: Ladders
  readonly choose: ChooseNudge
  readonly metrics: Pick<Metrics, 'nudged'>
  readonly now: () => Temporal.Instant
  readonly log: Log
}

type Opened = NonNullable<Awaited<ReturnType<NudgeStore['open']>>>

/** Most steps of one look; each brings the nudge forward, and who is not done is looked at again. */
const STEPS = 12

/** When whoever set a nudge up is told again, where it is not known whether they were. */
const TELL_AGAIN = { hours: 1 } as const

/** How long a call that Slack did not answer is left alone, and one that failed for reasons of its own. */
const AGAIN = { seconds: 60 } as const

/**
 * Looks at a channel's nudge and does what is to be done now: hands the coming post to Slack, takes back what is not
 * wanted any more, finds out what became of a handing-over whose answer was lost. It may run at any time, twice at
 * once, and after any crash: it goes on from the record and, where that does not say, from Slack's list.
 */
export const makeSendNudge = ({ store, scheduler, ladders, choose, metrics, now, log }: Deps) => {
  const sentencesOf = (text: NudgeText): readonly string[] | null => {
    const ladder = ladderOf(ladders.shelf(), text.ladder)
    if (!ladder) return null
    const found = text.expectations.map((id) => expectationOf(ladder, id)?.text)
    return found.every((one) => one !== undefined) ? (found as string[]) : []
  }
  /** True for what Slack holds and has not posted yet. */
  const waits = ({ state, postAt }: NudgeWeek): boolean =>
    state === 'handed' && postAt !== null && Temporal.Instant.compare(now(), postAt) < 0
  const sent = (dueAt: Temporal.Instant, postAt: Temporal.Instant): void =>
    metrics.nudged('channel', isLate(dueAt, postAt) ? 'late' : 'sent')
  const versionOf = (ladder: string): string => ladderOf(ladders.shelf(), ladder)?.version ?? ''
  const soon = (end: SlackEnd): Rest => ({
    lookAt: now().add(end.kind === 'later' ? { seconds: Math.ceil(end.seconds) } : AGAIN),
    dueAt: now(),
  })

  /** Pauses a nudge that cannot go on. One that was stopped is left alone for a while. */
  const pauseItself = async (nudge: Nudge, trouble: NudgeTrouble): Promise<Rest | 'again'> => {
    // It is paused and told of already: what Slack refuses is tried again, and not told again.
    if (nudge.trouble !== null) return soon({ kind: 'unknown' })
    const notice: NudgeNotice = { kind: 'trouble', trouble }
    const paused = await store.changeNudge(nudge, { kind: 'trouble', trouble }, null, now(), notice)
    const todo = remedyOf(`nudge-${trouble}`)
    if (paused)
      log.warn({ trouble, ...(todo ? { code: 'slack-refused', todo } : {}) }, 'a nudge paused itself')
    return paused ? 'again' : soon({ kind: 'unknown' })
  }
  /** What to do after a call that was not carried out, or may not have been. */
  const after = async (nudge: Nudge, end: SlackEnd): Promise<Rest | 'again'> =>
    end.kind === 'refused' ? pauseItself(nudge, end.trouble) : soon(end)

  /**
   * Tells whoever set it up. Where it is not known whether they were told they are told again: about a silence, twice
   * is better than never. null: all is told.
   */
  const tell = async ({ nudge, notices }: Opened): Promise<Rest | null> => {
    for (const notice of notices) {
      if (nudge.setUpBy !== null) {
        const end = await scheduler.tellSetUp({ ...nudge, setUpBy: nudge.setUpBy }, notice)
        if (end.kind === 'later') return soon(end)
        // It may have arrived, or nobody can be told while the workspace does not let the coach in.
        if (end.kind === 'unknown' || (end.kind === 'refused' && end.trouble === 'not-allowed'))
          return { lookAt: now().add(TELL_AGAIN), dueAt: now() }
        if (end.kind !== 'told') log.warn({ notice: notice.kind }, 'whoever set up a nudge could not be told')
      }
      await store.takeNotice(nudge, notice)
    }
    return null
  }

  /** Where a nudge rests once Slack holds this week. */
  const restAfter = (opened: Opened, held: NudgeWeek): Rest | null => {
    const weeks = [held, ...opened.weeks.filter(({ week }) => week !== held.week)]
    const next = decideNudge({ nudge: opened.nudge, weeks, now: now(), waiting: null, sentencesOf })
    return next.kind === 'rest' ? next : null
  }

  const handOver = async (
    opened: Opened,
    { week, dueAt, postAt, lease }: NudgeDecision & { kind: 'hand-over' },
  ): Promise<Rest | 'again' | null> => {
    const { nudge, weeks } = opened
    // A week that was handed over before keeps its text, where the ladder still has it.
    const before = weeks.find((one) => one.week === week)?.text
    const standing = before?.ladder === nudge.ladder && sentencesOf(before)?.length ? before : null
    const text = standing ?? (await choose(nudge, await store.used(nudge), week))
    const sentences = text && sentencesOf(text)
    if (!text || !sentences?.length) return pauseItself(nudge, 'ladder-gone')
    const handing = { week, dueAt, postAt, lease, text, sentences, ladderVersion: versionOf(text.ladder) }
    const attempt = await store.beginHanding(nudge, handing)
    if (attempt === null) return 'again'
    // A process that slept since then leaves it to the next look: another may have handed it over meanwhile.
    if (!mayStillCall(lease, now())) return { lookAt: lease, dueAt }
    const end = await scheduler.schedule(nudge, text, postAt)
    if (end.kind === 'handed') {
      const held: NudgeWeek = {
        ...handing,
        state: 'handed',
        attempt,
        messageId: end.waiting.id,
        lease: null,
        postAt: end.waiting.postAt,
      }
      const rest = opened.notices.length === 0 ? restAfter(opened, held) : null
      const kept = await store.handedOver(nudge, held, end.waiting, rest, now())
      if (kept === 'nobody’s') {
        log.warn({}, 'a nudge was handed over that nobody waits for')
        await scheduler.takeBack(nudge, end.waiting.id)
        return 'again'
      }
      log.info({ attempt }, 'nudge handed over')
      sent(dueAt, end.waiting.postAt)
      return kept === 'rests' ? null : 'again'
    }
    // What may have been taken is looked for once the handing-over is certainly over.
    if (end.kind === 'unknown') return { lookAt: lease, dueAt }
    await store.reopen(nudge, { week, attempt })
    return after(nudge, end)
  }

  const takeBack = async (nudge: Nudge, id: string, week: NudgeWeek | null): Promise<Rest | 'again'> => {
    const end = await scheduler.takeBack(nudge, id)
    if (end.kind !== 'taken' && end.kind !== 'gone') return after(nudge, end)
    // Near its time, what Slack does not hold any more may have been posted: then it stays on record.
    const postAt = week?.postAt ?? null
    if (week && (end.kind === 'taken' || postAt === null || isNotPosted(postAt, now())))
      await store.reopen(nudge, week)
    else if (week) return { lookAt: postAt, dueAt: postAt }
    return 'again'
  }

  return async ({ team, channel }: NudgeJob): Promise<void> => {
    let waiting: readonly Waiting[] | null = null
    /** A rest that what came before asks for; the earliest one counts. */
    let untold: Rest | null = null
    for (let step = 0; step < STEPS; step += 1) {
      const opened = await store.open({ team, channel })
      if (opened === null) return
      const { nudge, weeks } = opened
      if (untold === null && opened.notices.length > 0) untold = await tell(opened)
      const decision = decideNudge({ nudge, weeks, now: now(), waiting, sentencesOf })
      let rest: Rest | 'again' | null = 'again'
      switch (decision.kind) {
        case 'rest':
          for (const week of weeks)
            if (waits(week) && week.text && week.ladderVersion !== versionOf(week.text.ladder))
              await store.sayStands(nudge, week.week, versionOf(week.text.ladder))
          rest = decision
          break
        case 'hand-over':
          rest = await handOver(opened, decision)
          break
        case 'look': {
          const list = await scheduler.list(nudge)
          if (list.kind === 'list') waiting = list.waiting
          else rest = await after(nudge, list)
          break
        }
        case 'found':
          await store.handedOver(nudge, decision.week, decision.waiting, null, now())
          sent(decision.week.dueAt, decision.waiting.postAt)
          break
        case 'reopen':
          await store.reopen(nudge, decision.week)
          break
        case 'unknown': {
          const { dueAt } = decision.week
          log.warn({}, 'it cannot be known whether a nudge was posted')
          await store.settle(nudge, decision.week, 'unknown', { kind: 'unknown', dueAt }, now())
          metrics.nudged('channel', 'unknown')
          break
        }
        case 'take-back':
        case 'take-back-stray': {
          const held = decision.kind === 'take-back' ? decision.week : null
          const id = decision.kind === 'take-back' ? held?.messageId : decision.waiting.id
          rest = await takeBack(nudge, id ?? '', held)
          waiting = without(waiting, id)
          break
        }
        case 'skip':
          await store.settle(nudge, decision, 'skipped', null, now())
          metrics.nudged('channel', 'skipped')
          break
        case 'miss':
          log.warn({}, 'a nudge was missed')
          await store.settle(nudge, decision, 'missed', { kind: 'missed', dueAt: decision.dueAt }, now())
          metrics.nudged('channel', 'missed')
          break
      }
      if (rest === null) return
      if (rest === 'again') continue
      const chosen: Rest = untold?.lookAt && !sooner(rest, untold) ? untold : rest
      if (await store.rest(nudge, chosen, now())) return
    }
  }
}

const without = (waiting: readonly Waiting[] | null, id: string | null | undefined) =>
  waiting?.filter((one) => one.id !== id) ?? null

const sooner = (one: Rest, other: Rest): boolean =>
  one.lookAt !== null && other.lookAt !== null && Temporal.Instant.compare(one.lookAt, other.lookAt) < 0
