import type { ConsiderationKind } from './considerations.ts'
import type { Span } from './evidence.ts'
import type { Finding, Review, Status } from './review.ts'

/** Where a competency stood before, and where it stands now. `none`: it had no finding. */
export type Move = {
  readonly competency: string
  readonly before: Status | null | 'none'
  readonly after: Status | null | 'none'
  /** The spans of the finding that came with the new part. */
  readonly words: readonly Span[]
}

/**
 * What a new part of a piece changed. `gained` is what the piece lacked and now has, apart from level; `comparable` is
 * false when two different readers read the two.
 */
export type Moved = {
  readonly moves: readonly Move[]
  readonly gained: readonly ConsiderationKind[]
  readonly comparable: boolean
}

/** What somewhere was lacking before and is nowhere now. A missing link only says again what it misses. */
const gainedIn = ({ considered: before }: Review, { considered: after }: Review): ConsiderationKind[] => {
  const kinds = new Set(before.flatMap(({ kind, met }) => (met === false && kind !== 'link' ? [kind] : [])))
  return [...kinds].filter((kind) => {
    const now = after.filter((one) => one.kind === kind)
    return now.some(({ met }) => met === true) && now.every(({ met }) => met !== false)
  })
}

const statusOf = (finding: Finding | undefined): Status | null | 'none' => (finding ? finding.status : 'none')

/**
 * The competencies whose status changed between two reviews of a piece, or whose finding now stands on words
 * of the new part, in the order of the newer review; those that fell away last. `said`: the spans of the findings.
 */
export const movesBetween = (before: Review, after: Review, said: readonly Span[], part: number): Moved => {
  const spans = new Map(said.map((span) => [span.id, span]))
  const was = new Map(before.findings.map((finding) => [finding.competency, finding]))
  const moves = after.findings.map((finding): Move => {
    const words = finding.spans.flatMap((id) => spans.get(id) ?? []).filter((span) => span.part === part)
    return {
      competency: finding.competency,
      before: statusOf(was.get(finding.competency)),
      after: finding.status,
      words,
    }
  })
  const now = new Set(after.findings.map(({ competency }) => competency))
  const fell = before.findings.flatMap((finding): Move[] =>
    now.has(finding.competency)
      ? []
      : [{ competency: finding.competency, before: finding.status, after: 'none', words: [] }],
  )
  return {
    moves: [...moves, ...fell].filter((move) => move.before !== move.after || move.words.length > 0),
    gained: gainedIn(before, after),
    comparable: before.readBy.reader === after.readBy.reader,
  }
}
