import { declinedBy } from '../../../domain/message/decline.ts'
import type { Owner } from '../../../domain/person.ts'
import type { Reply } from '../../replies.ts'
import type { QuietStore } from '../quiet-store.ts'

/** How long reviews ask nothing if a person wants no questions at all. */
const QUIET_DAYS = 30

type Deps = {
  readonly store: Pick<QuietStore, 'quietPiece' | 'quietUntil'>
  readonly now: () => Temporal.Instant
}

/** Takes a refusal to answer: no more questions about this piece or, if the person wants none at all, for a month. */
export async function takeDecline(
  { store, now }: Deps,
  owner: Owner,
  evidenceId: string,
  part: number | undefined,
  text: string,
): Promise<Reply> {
  const declined = declinedBy(text)
  if (declined === 'all') await store.quietUntil(owner, now().add({ hours: QUIET_DAYS * 24 }))
  await store.quietPiece(owner, evidenceId)
  return { kind: 'declined', declined, ...(part === undefined ? {} : { part }) }
}
