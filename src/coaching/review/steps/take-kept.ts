import type { Evidence, Part } from '../../../domain/evidence/evidence.ts'
import type { Owner } from '../../../domain/person.ts'
import type { ReplyDecision } from '../../../domain/review/decide-reply.ts'
import type { UnsureStore } from '../../evidence/unsure-store.ts'
import type { Reply } from '../../replies.ts'

/** Takes the answer to "Save this?" in words. An earlier try may have stored it, or a click at the same moment. */
export async function takeKept(
  store: Pick<UnsureStore, 'keepAsked' | 'dropAsked'>,
  { owner, evidence, at }: { readonly owner: Owner; readonly evidence: Evidence; readonly at: number },
  { save, part: reply }: ReplyDecision & { kind: 'keep' },
): Promise<Reply> {
  const isAsked = ({ kind, position }: Part): boolean =>
    reply === undefined ? kind === 'message' || kind === 'confirmed' : position === reply
  const asked = evidence.parts.find(isAsked)
  const part = asked?.position ?? at
  const isDone = await (save ? store.keepAsked : store.dropAsked)(owner, evidence.id, part)
  const isSaved = save && asked?.kind === 'confirmed'
  return {
    kind: 'kept-or-dropped',
    done: !isDone && !isSaved ? 'gone' : save ? 'saved' : 'deleted',
    part: at,
  }
}
