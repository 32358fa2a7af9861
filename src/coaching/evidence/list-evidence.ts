import type { Days } from '../../domain/dates/days.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import { findPieces, soughtIn } from '../../domain/evidence/list/find-words.ts'
import {
  type HeldQuarter,
  type ListedPiece,
  pageOf,
  quartersIn,
  within,
} from '../../domain/evidence/list/listed.ts'
import { type EvidenceFilter, evidenceFilterOf } from '../../domain/ladder/evidence-filter.ts'
import { type Ladder, ladderOf } from '../../domain/ladder/ladder.ts'
import type { Owner } from '../../domain/person.ts'
import { wordsMeant } from '../../domain/review/quotes.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { Ladders } from '../ports.ts'
import { type OpenedReview, openReview } from '../review/open-review.ts'
import { quoteReview } from '../review/quote-review.ts'
import type { ReviewStore } from '../review/review-store.ts'
import type { Texts } from '../texts-port.ts'
import type { EvidenceStore, KeptEvidence } from './evidence-store.ts'
import type { KeptAboutPerson, PersonStore } from './person-store.ts'

/** The sentence for which a list shows a piece, and a word of it that must be visible. */
export type MatchedQuote = { readonly sentence: string; readonly word: string }

/** A piece as a list shows it. */
export type ListedEvidence = KeptEvidence & {
  readonly shown: Days
  /** Null if the list is not about a competency or words, or if only a name matched. */
  readonly quote: MatchedQuote | null
}

/** A page of a person's own evidence. */
export type EvidenceList = {
  readonly kept: KeptAboutPerson
  /** The latest days first. */
  readonly rows: readonly ListedEvidence[]
  /** How many pieces the filter leaves. */
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly filter: EvidenceFilter
  /** The quarters that have entries for this competency and these words, newest first. */
  readonly quarters: readonly HeldQuarter[]
  /** The ladder whose competencies can be filtered by: the ladder of the goal, or else the standard one. */
  readonly ladder: Ladder | null
}

/** A piece that was opened, and its review if there is one. `said` are the person's notes about it. */
export type OpenedEvidence = {
  readonly evidence: Evidence
  readonly review: Exclude<OpenedReview, string> | null
  readonly said: readonly string[]
}

/** A piece, and the ladder that names its competencies. */
type LinedEvidence = { readonly row: ListedEvidence; readonly ladder: Ladder | null }

/** Pieces found by words, best first. `sure` is true if the first fits better than all others. */
export type FoundEvidence = { readonly rows: readonly ListedEvidence[]; readonly sure: boolean }

/** How many pieces are offered if several fit the words. */
const MOST_FOUND = 7

type Deps = {
  readonly store: Pick<GoalStore, 'goal'> &
    Pick<PersonStore, 'kept'> &
    Pick<
      EvidenceStore,
      'listedPieces' | 'listEvidence' | 'textsWith' | 'evidence' | 'readAgain' | 'askToSay'
    > &
    Pick<ReviewStore, 'review'> &
    Pick<LadderStore, 'ladderVersion'>
  readonly ladders: Ladders
  readonly texts: Pick<Texts, 'quote'>
  readonly hasModel: boolean
  readonly now: () => Temporal.Instant
}

export type ListEvidence = ReturnType<typeof makeListEvidence>

type Quotes = ReadonlyMap<string, MatchedQuote>

/** The person's pieces with these words, best first, and the sentence of each that has them. */
async function findWords({ store }: Pick<Deps, 'store'>, owner: Owner, words: string) {
  const sought = soughtIn(words)
  const texts = sought ? await store.textsWith(owner, sought.beginnings) : []
  return sought ? findPieces(texts, sought) : []
}

const quotesFound = (found: Awaited<ReturnType<typeof findWords>>): Quotes =>
  new Map(found.flatMap(({ id, quote }) => (quote ? [[id, quote] as const] : [])))

/** The first quote of a finding for this competency. Only the whole piece has it, and a list reads beginnings. */
async function quoteFor(
  { store, texts }: Pick<Deps, 'store' | 'texts'>,
  owner: Owner,
  { evidence: { id, revision }, review }: KeptEvidence,
  competency: string,
): Promise<MatchedQuote | null> {
  const finding = review?.findings.find((one) => one.competency === competency)
  if (!review || !finding || review.revision !== revision) return null
  const evidence = await store.evidence(owner, id)
  if (evidence?.revision !== revision) return null
  const { spans } = await quoteReview(texts, evidence, review)
  const [first] = spans.filter((span) => finding.spans.includes(span.id))
  const meant = first && wordsMeant(first.text, finding.clauses)
  return first && meant !== undefined
    ? { sentence: first.text, word: meant === first.text ? '' : meant }
    : null
}

/** The pieces with their words, and the quotes for which they are shown. */
async function rowsOf(
  deps: Pick<Deps, 'store' | 'texts'>,
  owner: Owner,
  pieces: readonly ListedPiece[],
  { competency, quotes }: { competency: string | null; quotes: Quotes },
): Promise<ListedEvidence[]> {
  const kept = await deps.store.listEvidence(owner, { ids: pieces.map(({ id }) => id) })
  const shown = new Map(pieces.map((piece) => [piece.id, piece.shown]))
  return Promise.all(
    kept.map(async (row) => ({
      ...row,
      shown: shown.get(row.evidence.id)!,
      quote:
        quotes.get(row.evidence.id) ?? (competency ? await quoteFor(deps, owner, row, competency) : null),
    })),
  )
}

/**
 * A person's evidence, the latest days first, by competency, period and words; pieces found by words; and single pieces
 * with their reviews.
 */
export function makeListEvidence(deps: Deps) {
  const { store, ladders, now } = deps

  const ladderFor = async (owner: Owner): Promise<Ladder | null> => {
    const shelf = ladders.shelf()
    const goal = await store.goal(owner)
    return (goal ? ladderOf(shelf, goal.ladder) : undefined) ?? shelf.standard
  }

  const list = async (
    owner: Owner,
    filter: EvidenceFilter,
    ladder: Ladder | null,
    page: number,
  ): Promise<EvidenceList> => {
    const { competency, period, words } = filter
    const [kept, listed, found] = await Promise.all([
      store.kept(owner),
      store.listedPieces(owner, competency),
      words === null ? null : findWords(deps, owner, words),
    ])
    const quotes = quotesFound(found ?? [])
    const hasWords = new Set(found?.map(({ id }) => id))
    const all = found ? listed.filter(({ id }) => hasWords.has(id)) : listed
    const { pieces, ...place } = pageOf(period ? within(all, period.days) : all, page)
    const rows = await rowsOf(deps, owner, pieces, { competency, quotes })
    return { kept, rows, ...place, filter, quarters: quartersIn(all), ladder }
  }

  return {
    /** What `/ladder evidence TEXT` shows. */
    page: async (owner: Owner, text: string, page: number): Promise<EvidenceList> => {
      const ladder = await ladderFor(owner)
      const today = now().toZonedDateTimeISO('UTC').toPlainDate()
      return list(owner, evidenceFilterOf(text, ladder, today), ladder, page)
    },

    /** The same by a filter that was understood elsewhere. */
    list: async (owner: Owner, filter: EvidenceFilter, page = 1): Promise<EvidenceList> =>
      list(owner, filter, await ladderFor(owner), page),

    /** The pieces that a person may mean by these words. */
    find: async (owner: Owner, words: string): Promise<FoundEvidence> => {
      const [listed, found] = await Promise.all([
        store.listedPieces(owner, null),
        findWords(deps, owner, words),
      ])
      const known = new Map(listed.map((piece) => [piece.id, piece]))
      const pieces = found.flatMap(({ id }) => known.get(id) ?? []).slice(0, MOST_FOUND)
      const [first, second] = found
      const rows = await rowsOf(deps, owner, pieces, { competency: null, quotes: quotesFound(found) })
      const isBest = first !== undefined && (first.phrase !== second?.phrase || first.exact !== second.exact)
      return { rows, sure: isBest }
    },

    /** One piece with its review. */
    open: (owner: Owner, evidenceId: string): Promise<OpenedReview> => openReview(deps, owner, evidenceId),

    /** One piece with all that is stored about it, reviewed or not. Null if it is gone. */
    openPiece: async (owner: Owner, evidenceId: string): Promise<OpenedEvidence | null> => {
      const [opened, [kept], evidence] = await Promise.all([
        openReview(deps, owner, evidenceId),
        store.listEvidence(owner, { ids: [evidenceId] }),
        store.evidence(owner, evidenceId),
      ])
      if (!kept || evidence === null) return null
      const review = typeof opened === 'string' ? null : opened
      return { evidence: review?.evidence ?? evidence, review, said: kept.said }
    },

    /** One piece as a line of the list. Null if it is gone. */
    piece: async (owner: Owner, evidenceId: string): Promise<LinedEvidence | null> => {
      const [listed, ladder] = await Promise.all([store.listedPieces(owner, null), ladderFor(owner)])
      const pieces = listed.filter(({ id }) => id === evidenceId)
      const [row] = await rowsOf(deps, owner, pieces, { competency: null, quotes: new Map() })
      return row ? { row, ladder } : null
    },

    /**
     * Queues a finding to be put as claim, evidence and impact in the thread of its piece. False if the piece is gone.
     */
    say: (owner: Owner, evidenceId: string, competency: string): Promise<boolean> =>
      store.askToSay(owner, evidenceId, competency),

    /**
     * Queues one piece to be read again or, without an id, all that were read against another goal. Returns how many.
     */
    readAgain: async (owner: Owner, evidenceId: string | null): Promise<number> => {
      if (evidenceId !== null) {
        const evidence = await store.evidence(owner, evidenceId)
        return evidence && evidence.state !== 'answered' ? store.readAgain(owner, { evidenceId }) : 0
      }
      const goal = await store.goal(owner)
      return goal ? store.readAgain(owner, { otherThan: goal }) : 0
    },
  }
}
