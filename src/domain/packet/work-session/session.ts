import type { Thread } from '../../evidence/evidence.ts'
import type { WorkAsk } from './next-work.ts'

/** One question of a session and what came of it. Holds no words of the person. */
export type WorkTurn = WorkAsk & {
  readonly how: 'open' | 'answered' | 'skipped'
  /** The entry that answered it. */
  readonly evidenceId: string | null
  /** Slack's ts of the question. Null until it is posted. */
  readonly ts: string | null
}

/** Why a session ended: the person stopped it, all was asked, their goal is another one, or they delete everything. */
export type WorkEnd = 'stopped' | 'all' | 'goal' | 'deleted'

/** Work on a packet: one question after the other in a thread of the person's DM. The last turn is the present one. */
export type WorkSession = {
  readonly id: string
  readonly ladder: string
  readonly target: string
  /** Null until the first question is posted. */
  readonly thread: Thread | null
  readonly turns: readonly WorkTurn[]
  readonly ended: WorkEnd | null
  /** Slack's ts of the closing words. Null until they are posted. */
  readonly endTs: string | null
  /** The entry that came in answer to the present question, while it is read. */
  readonly answer: string | null
  /** Until when a process may be posting. Null if none began. */
  readonly lease: Temporal.Instant | null
  /** When something was last asked, answered or pressed. */
  readonly at: Temporal.Instant
}

/** How long posting may take, after which another process may look for the post and try again. */
const LEASE = { seconds: 30 } as const

/** After this time without a word, "Work on it" starts again instead of pointing to the question. */
const STALE = { hours: 24 } as const

const turnOf = (ask: WorkAsk): WorkTurn => ({ ...ask, how: 'open', evidenceId: null, ts: null })

/** A session that begins with a question. */
export function begunWork(
  id: string,
  of: Pick<WorkSession, 'ladder' | 'target'>,
  ask: WorkAsk,
  at: Temporal.Instant,
): WorkSession {
  return {
    id,
    ladder: of.ladder,
    target: of.target,
    thread: null,
    turns: [turnOf(ask)],
    ended: null,
    endTs: null,
    answer: null,
    lease: null,
    at,
  }
}

/** Whether the present question, or the closing words, are posted. */
export function isPosted({ ended, endTs, thread, turns }: WorkSession): boolean {
  if (ended === null) return turns.at(-1)?.ts !== null
  return ended === 'deleted' || thread === null || endTs !== null
}

/** Whether a session is open for a goal and had a word within the last day. */
export function isUnderWay(
  session: WorkSession,
  { ladder, target }: Pick<WorkSession, 'ladder' | 'target'>,
  now: Temporal.Instant,
): boolean {
  return (
    session.ended === null &&
    session.ladder === ladder &&
    session.target === target &&
    Temporal.Instant.compare(session.at.add(STALE), now) > 0
  )
}

/** Moves on from a turn to the next question, or ends. Null if another process already did. */
export function wentOn(
  session: WorkSession,
  from: { readonly turn: number; readonly how: 'answered' | 'skipped'; readonly answer: string | null },
  next: WorkAsk | WorkEnd,
  at: Temporal.Instant,
): WorkSession | null {
  const last = session.turns.at(-1)
  if (session.ended !== null || session.turns.length !== from.turn || !last) return null
  if (from.answer !== null && session.answer !== from.answer) return null
  const settled: WorkTurn = {
    ...last,
    how: from.how,
    evidenceId: from.how === 'answered' ? from.answer : null,
  }
  const turns = [...session.turns.slice(0, -1), settled]
  const same = { ...session, answer: null, lease: null, at }
  return typeof next === 'string'
    ? { ...same, turns, ended: next }
    : { ...same, turns: [...turns, turnOf(next)] }
}

/** Ends at the present question, which stays open. Null if it ended before. */
export function ended(session: WorkSession, why: WorkEnd, at: Temporal.Instant): WorkSession | null {
  return session.ended === null ? { ...session, ended: why, answer: null, lease: null, at } : null
}

/** Takes the turn to post what is next. Null if it is posted, or another process may be at it. */
export function takenToPost(session: WorkSession, now: Temporal.Instant): WorkSession | null {
  const { lease } = session
  const until = now.add(LEASE)
  // A lease further ahead is of a clock that was wrong.
  const busy =
    lease !== null && Temporal.Instant.compare(now, lease) < 0 && Temporal.Instant.compare(lease, until) <= 0
  return isPosted(session) || busy ? null : { ...session, lease: until }
}

/** Gives the turn back, so that it can be taken at once. */
export function gaveBack(session: WorkSession, now: Temporal.Instant): WorkSession {
  return { ...session, lease: now.subtract(LEASE) }
}

/** Records a post: of the question of a turn, counted from 1, or of the closing words. */
export function postedAs(session: WorkSession, of: number | 'end', post: Thread): WorkSession {
  const thread = session.thread ?? post
  if (of === 'end') return { ...session, thread, endTs: post.ts, lease: null }
  const turns = session.turns.map((turn, nth) => (nth === of - 1 ? { ...turn, ts: post.ts } : turn))
  return { ...session, thread, turns, lease: null }
}

/** The entries that answered questions. */
export function answersIn({ turns }: WorkSession): string[] {
  return turns.flatMap(({ evidenceId }) => evidenceId ?? [])
}

/** The entries that came after this one in answer to questions of the same session. */
export function answersAfter(session: WorkSession, evidenceId: string): string[] {
  const all = [...answersIn(session), ...(session.answer === null ? [] : [session.answer])]
  const at = all.indexOf(evidenceId)
  return at === -1 ? [] : all.slice(at + 1)
}
