import { readingOf } from '../../../domain/evidence/evidence.ts'
import type { NudgeMeDecision } from '../../../domain/nudge/decide-nudge-me.ts'
import { mayStillCall } from '../../../domain/nudge/lease.ts'
import type { NudgeMe, NudgeMePost } from '../../../domain/nudge/nudge-me.ts'
import type { Owner } from '../../../domain/person.ts'
import type { NudgeMeSaid } from '../nudge-me-port.ts'
import { restSoon } from './rest-soon.ts'
import type { Onward } from './send-deps.ts'
import type { SendMeDeps } from './send-me-deps.ts'

/** How many pieces are read: one more than are shown. */
const PIECES = 4

/** How much of a piece is passed to the message, in characters. Less is shown. */
const BEGINNING = 500

/** When the last question was posted. Null if there was none. */
export function lastAsked(posts: readonly NudgeMePost[]): Temporal.Instant | null {
  return posts.find(({ state, kind }) => state === 'posted' && kind === 'question')?.at ?? null
}

/** What they logged since the last message, newest first. */
const loggedSince = async (
  store: SendMeDeps['store'],
  owner: Owner,
  since: Temporal.Instant,
  zone: string,
) => {
  const listed = await store.listEvidence(owner, { latest: PIECES })
  return listed
    .map(({ evidence }) => evidence)
    .filter(({ receivedAt }) => Temporal.Instant.compare(since, receivedAt) < 0)
    .map((evidence) => ({
      id: evidence.id,
      day: evidence.receivedAt.toZonedDateTimeISO(zone).toPlainDate(),
      beginning: readingOf(evidence).slice(0, BEGINNING),
    }))
}

/**
 * Writes to the person in their DM: the question with what they logged since `last`, or the one message that asks
 * whether to go on.
 */
export async function writeToPerson(
  deps: SendMeDeps,
  nudge: NudgeMe,
  dm: string | null,
  last: Temporal.Instant,
  { what, day, dueAt, lease, again }: NudgeMeDecision & { kind: 'post' },
): Promise<Onward> {
  const { store, askOwn, nudges, messenger, metrics, now, log } = deps
  const own = what === 'question' ? await askOwn(nudge, again) : null
  const logged = own ? await loggedSince(store, nudge, last, nudge.slackZone) : []
  const said: NudgeMeSaid = own ? { kind: 'question', ...own, logged } : { kind: 'ask' }
  if (what === 'question' && !own) return restSoon({ kind: 'unknown' }, now())
  const asked = own && {
    ladder: own.ladder.id,
    competency: own.nudge.form ? null : own.nudge.competency.id,
    question: own.nudge.question,
    ...(own.nudge.form ? { form: own.nudge.form } : {}),
  }
  const quoted = logged.map(({ id }) => id)
  const posting = { day, kind: what, dueAt, asked, lease, at: now(), quoted }
  const attempt = await nudges.beginPosting(nudge, posting)
  if (attempt === null) return 'again'
  // If the process slept since then, it leaves the message to the next look: another process may have posted it.
  if (!mayStillCall(lease, now())) return { lookAt: lease, dueAt }
  const end = await messenger.post(nudge, dm, day, said)
  if (end.kind === 'posted') {
    log.info({ what, attempt }, 'personal nudge sent')
    metrics.nudged('person', 'sent')
    // They had everything deleted in the meantime, so nobody owns the message.
    if (!(await nudges.posted(nudge, { day, attempt }, end.post))) await messenger.remove(end.post)
    return 'again'
  }
  // Slack may have accepted it. The next look searches for it once this attempt is certainly over.
  if (end.kind === 'unknown') return { lookAt: lease, dueAt }
  await nudges.notPosted(nudge, { day, attempt }, 'open')
  return restSoon(end, now())
}
