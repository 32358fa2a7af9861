import type { PieceFilter, WhichPiece } from '../../domain/conversation/ask.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import type { AskDeps, AskedBy } from './ask-deps.ts'
import type { ListedEntry } from './conversation-reply.ts'

/** The piece that stores this DM is the question itself, so it does not count. Neither does a piece without words. */
const isEntry = (evidence: Evidence, { evidenceId, part }: AskedBy): boolean =>
  part !== undefined || evidence.id !== evidenceId

/** A person's entries that match: the latest days first, or the best match first if only words were given. */
export async function findEntries(
  { listEvidence }: Pick<AskDeps, 'listEvidence'>,
  asked: AskedBy,
  { period, competency, words }: PieceFilter,
  limit: number,
): Promise<readonly ListedEntry[]> {
  const { rows } =
    words !== null && period === null && competency === null
      ? await listEvidence.find(asked.owner, words)
      : await listEvidence.list(asked.owner, {
          competency,
          words,
          period: period && { label: '', days: period },
        })
  return rows.filter(({ evidence }) => isEntry(evidence, asked)).slice(0, limit)
}

/** Most entries that are offered when the words fit several. */
const MOST_OFFERED = 3

/** The entries that are meant: the one of the thread, the latest, or those that the words describe. */
export async function whichPieces(
  deps: Pick<AskDeps, 'store' | 'listEvidence'>,
  asked: AskedBy,
  which: WhichPiece,
): Promise<readonly Evidence[]> {
  const { owner, evidenceId, part } = asked
  if (which.kind === 'this' && part !== undefined && evidenceId !== null) {
    const evidence = await deps.store.evidence(owner, evidenceId)
    return evidence && evidence.state !== 'answered' ? [evidence] : []
  }
  if (which.kind === 'about')
    return (await findEntries(deps, asked, which.filter, MOST_OFFERED)).map(({ evidence }) => evidence)
  const count = which.kind === 'latest' ? which.count : 1
  const latest = await deps.store.listEvidence(owner, { latest: count + 1 })
  return latest
    .map(({ evidence }) => evidence)
    .filter((evidence) => isEntry(evidence, asked))
    .slice(0, count)
}
