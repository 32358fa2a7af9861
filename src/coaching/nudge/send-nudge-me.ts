import { readingOf } from '../../domain/evidence/evidence.ts'
import { type Ladder, ladderOf, levelOf } from '../../domain/ladder/ladder.ts'
import { mayStillCall } from '../../domain/nudge/decide-nudge.ts'
import { decideNudgeMe, mayStandSince, type NudgeMeDecision } from '../../domain/nudge/decide-nudge-me.ts'
import type { NudgeQuestions } from '../../domain/nudge/nudge.ts'
import { type NudgeMe, type NudgeMePost, type OwnNudge, ownNudgeOf } from '../../domain/nudge/nudge-me.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Ladders, Log, Metrics } from '../ports.ts'
import type { Store } from '../store-port.ts'
import type { NudgeMeJob, NudgeMeMessenger, NudgeMeSaid, NudgeMeStore } from './nudge-me-port.ts'
import type { Rest, SlackEnd } from './nudge-port.ts'

type Asking = {
  readonly store: Pick<Store, 'goal' | 'packet'>
  readonly nudges: Pick<NudgeMeStore, 'asked'>
  readonly ladders: Ladders
  readonly questions: () => Promise<NudgeQuestions>
}

type Deps = {
  readonly store: Pick<Store, 'listEvidence' | 'dmOf'>
  readonly askOwn: AskOwn
  readonly nudges: NudgeMeStore
  readonly messenger: NudgeMeMessenger
  readonly metrics: Pick<Metrics, 'nudged'>
  readonly now: () => Temporal.Instant
  readonly log: Log
}

export type AskOwn = ReturnType<typeof makeAskOwn>

/** Most steps of one look; each brings the nudge forward, and who is not done is looked at again. */
const STEPS = 8

/** After how long a call that Slack did not answer, or refused, is made again. */
const AGAIN = { seconds: 60 } as const
const AGAIN_REFUSED = { hours: 1 } as const

/** Pieces that are read, one more than are shown. */
const PIECES = 4

/** How much of a piece is handed on; what is shown is less. */
const BEGINNING = 500

/** What a person is asked next, with their goal and its ladder; null: they have none, or it says nothing. */
export const makeAskOwn =
  ({ store, nudges, ladders, questions }: Asking) =>
  async (
    owner: Owner,
    again = false,
  ): Promise<{ readonly ladder: Ladder; readonly goal: Goal; readonly nudge: OwnNudge } | null> => {
    const goal = await store.goal(owner)
    const ladder = goal ? ladderOf(ladders.shelf(), goal.ladder) : undefined
    if (!goal || !ladder || !levelOf(ladder, goal.current) || !levelOf(ladder, goal.target)) return null
    const [{ competencies }, all, asked] = await Promise.all([
      store.packet(owner, ladder.id),
      questions(),
      nudges.asked(owner),
    ])
    const nudge = ownNudgeOf({
      ladder,
      goal,
      questions: all,
      pieces: new Map([...competencies].map(([id, { pieces }]) => [id, pieces])),
      // What was put off comes again: its turn has not been.
      asked: again ? asked.slice(0, -1) : asked,
      seed: owner.user,
    })
    return nudge && { ladder, goal, nudge }
  }

/**
 * Looks at a person's own nudge and does what is to be done now: sees where they are, writes to them, finds out what
 * became of a message whose answer was lost. It may run at any time, twice at once, and after any crash. It writes
 * to their DM alone.
 */
export const makeSendNudgeMe = ({ store, askOwn, nudges, messenger, metrics, now, log }: Deps) => {
  const soon = (end: SlackEnd): Rest => ({
    lookAt: now().add(
      end.kind === 'later'
        ? { seconds: Math.ceil(end.seconds) }
        : end.kind === 'refused'
          ? AGAIN_REFUSED
          : AGAIN,
    ),
    dueAt: now(),
  })

  /** What they logged since the last message, newest first. */
  const loggedSince = async (owner: Owner, since: Temporal.Instant, zone: string) => {
    const listed = await store.listEvidence(owner, { before: null, limit: PIECES })
    return listed
      .map(({ evidence }) => evidence)
      .filter(({ receivedAt }) => Temporal.Instant.compare(since, receivedAt) < 0)
      .map((evidence) => ({
        id: evidence.id,
        day: evidence.receivedAt.toZonedDateTimeISO(zone).toPlainDate(),
        beginning: readingOf(evidence).slice(0, BEGINNING),
      }))
  }

  const post = async (
    nudge: NudgeMe,
    dm: string | null,
    last: Temporal.Instant,
    { what, day, dueAt, lease, again }: NudgeMeDecision & { kind: 'post' },
  ): Promise<Rest | 'again'> => {
    const own = what === 'question' ? await askOwn(nudge, again) : null
    const logged = own ? await loggedSince(nudge, last, nudge.slackZone) : []
    const said: NudgeMeSaid = own ? { kind: 'question', ...own, logged } : { kind: 'ask' }
    if (what === 'question' && !own) return soon({ kind: 'unknown' })
    const asked = own && { competency: own.nudge.competency.id, question: own.nudge.question }
    const quoted = logged.map(({ id }) => id)
    const posting = { day, kind: what, dueAt, asked, lease, at: now(), quoted }
    const attempt = await nudges.beginPosting(nudge, posting)
    if (attempt === null) return 'again'
    // A process that slept since then leaves it to the next look: another may have posted it meanwhile.
    if (!mayStillCall(lease, now())) return { lookAt: lease, dueAt }
    const end = await messenger.post(nudge, dm, day, said)
    if (end.kind === 'posted') {
      log.info({ what, attempt }, 'own nudge sent')
      metrics.nudged('person', 'sent')
      // They had everything deleted meanwhile: the message is nobody's.
      if (!(await nudges.posted(nudge, { day, attempt }, end.post))) await messenger.remove(end.post)
      return 'again'
    }
    // What may have been taken is looked for once the attempt is certainly over.
    if (end.kind === 'unknown') return { lookAt: lease, dueAt }
    await nudges.notPosted(nudge, { day, attempt }, 'open')
    return soon(end)
  }

  /** `blind`: it cannot be looked what stands in their DM. */
  const find = async (
    nudge: NudgeMe,
    dm: string | null,
    { post: sought }: NudgeMeDecision & { kind: 'find' },
  ): Promise<Rest | 'again' | 'blind'> => {
    // Slack shows us a DM by its id alone, which is known once anything was said there.
    const end: Awaited<ReturnType<NudgeMeMessenger['find']>> | { kind: 'refused' } =
      dm === null ? { kind: 'refused' } : await messenger.find(dm, sought.day, mayStandSince(sought, now()))
    switch (end.kind) {
      case 'found':
        await nudges.posted(nudge, sought, end.post)
        metrics.nudged('person', 'sent')
        return 'again'
      case 'none':
        await nudges.notPosted(nudge, sought, 'open')
        return 'again'
      case 'refused':
        log.warn({}, 'it cannot be known whether an own nudge was posted')
        await nudges.notPosted(nudge, sought, 'unknown')
        metrics.nudged('person', 'unknown')
        return 'blind'
      default:
        return soon(end)
    }
  }

  return async ({ team, user }: NudgeMeJob): Promise<void> => {
    const owner: Owner = { team, user }
    let seen: string | null = null
    let blind = false
    for (let step = 0; step < STEPS; step += 1) {
      const kept = await nudges.nudgeMe(owner)
      if (kept === null) return
      const { posts } = kept
      let rest: Rest | 'again' | 'blind' | null = null
      if (seen === null && kept.nudge.stopped === null) {
        const end = await messenger.zoneOf(owner)
        if (end.kind === 'gone') {
          await nudges.changeNudgeMe(owner, { kind: 'stop', by: 'silence' }, now(), kept.nudge.revision)
          continue
        }
        if (end.kind !== 'zone') rest = soon(end)
        else {
          seen = end.zone ?? kept.nudge.slackZone
          if (seen !== kept.nudge.slackZone) await nudges.seeZone(owner, seen)
        }
      }
      const nudge: NudgeMe = { ...kept.nudge, slackZone: seen ?? kept.nudge.slackZone }
      if (rest === null) {
        const hasGoal = (await askOwn(owner)) !== null
        const [wroteAt, dm] = await Promise.all([nudges.wroteAt(owner), store.dmOf(owner)])
        const canLook = dm !== null && !blind
        const decision = decideNudgeMe({ nudge, posts, wroteAt, hasGoal, canLook, now: now() })
        switch (decision.kind) {
          case 'rest':
            rest = decision
            break
          case 'find':
            rest = await find(nudge, dm, decision)
            break
          case 'post':
            rest = await post(nudge, dm, lastOf(posts) ?? now().subtract({ hours: 7 * 24 }), decision)
            break
          case 'stop':
            log.info({}, 'own nudge stopped by itself')
            await nudges.changeNudgeMe(owner, { kind: 'stop', by: 'silence' }, now(), nudge.revision)
            rest = 'again'
            break
        }
      }
      if (rest === 'blind') blind = true
      if (rest === 'again' || rest === 'blind' || !(await nudges.restMe(nudge, rest, now()))) continue
      log.info({ steps: step + 1 }, 'own nudge looked at')
      return
    }
  }
}

/** When the last question was posted. */
const lastOf = (posts: readonly NudgeMePost[]): Temporal.Instant | null =>
  posts.find(({ state, kind }) => state === 'posted' && kind === 'question')?.at ?? null
