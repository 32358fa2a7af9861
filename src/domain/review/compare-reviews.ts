import type { Span } from '../evidence/evidence.ts'
import type { ConsiderationKind } from './consideration.ts'
import type { Finding, Review, Status } from './review.ts'

/** The status of a competency before and now. `none` means that it had no finding. */
export type Move = {
  readonly competency: string
  readonly before: Status | null | 'none'
  readonly after: Status | null | 'none'
  /** The spans of the finding that are in the new part. */
  readonly words: readonly Span[]
}

/** The change of the first question: there is another one, none is left, or it is the same. */
type Asks = 'another' | 'none left' | 'the same'

/**
 * What a new part of a piece changed. `gained` is what the piece lacked and now has, apart from level. `comparable` is
 * false if two different readers wrote the reviews. `same`: nothing that the review shows changed.
 */
export type Moved = {
  readonly moves: readonly Move[]
  readonly gained: readonly ConsiderationKind[]
  readonly asks: Asks
  readonly same: boolean
  readonly comparable: boolean
}

/** What was lacking anywhere before and is lacking nowhere now. Leaves out `link`, which only repeats another lack. */
const gainedIn = ({ considered: before }: Review, { considered: after }: Review): ConsiderationKind[] => {
  const kinds = new Set(before.flatMap(({ kind, met }) => (met === false && kind !== 'link' ? [kind] : [])))
  return [...kinds].filter((kind) => {
    const now = after.filter((one) => one.kind === kind)
    return now.some(({ met }) => met === true) && now.every(({ met }) => met !== false)
  })
}

/** Questions in other words, or about another sentence, are others. */
const asksOf = ({ questions: [before] }: Review, { questions: [after] }: Review): Asks => {
  if (after === undefined) return before === undefined ? 'the same' : 'none left'
  return JSON.stringify(before) === JSON.stringify(after) ? 'the same' : 'another'
}

/** What a review shows besides its competencies, in a form that can be compared. */
const besides = ({ choices, questions, nextSteps, considered, findings }: Review): string =>
  JSON.stringify([
    choices,
    questions,
    nextSteps,
    considered.map(({ kind, met, competency }) => [kind, met, competency]),
    findings.map(({ spans, quality }) => [spans, quality]),
  ])

const STRENGTH = ['evidenced', 'partly', 'not yet', "can't tell", null] as const

/** The status of a competency: that of its strongest finding, or `none`. */
const statusIn = (findings: readonly Finding[], competency: string): Status | null | 'none' => {
  const own = findings.filter((finding) => finding.competency === competency)
  return own.length === 0 ? 'none' : STRENGTH.find((status) => own.some((one) => one.status === status))!
}

/**
 * The competencies whose status changed between two reviews of a piece, or that the new part now shows. In the order of
 * the newer review, with lost ones last. `said` are the spans of the findings.
 */
export function movesBetween(before: Review, after: Review, said: readonly Span[], part: number): Moved {
  const all = [...after.findings, ...before.findings].map(({ competency }) => competency)
  const moves = [...new Set(all)].map((competency): Move => {
    const ids = after.findings.flatMap((finding) => (finding.competency === competency ? finding.spans : []))
    return {
      competency,
      before: statusIn(before.findings, competency),
      after: statusIn(after.findings, competency),
      words: said.filter((span) => span.part === part && ids.includes(span.id)),
    }
  })
  return {
    moves: moves.filter((move) => move.before !== move.after || move.words.length > 0),
    gained: gainedIn(before, after),
    asks: asksOf(before, after),
    same: besides(before) === besides(after),
    comparable: before.readBy.reader === after.readBy.reader,
  }
}

const sameGoal = ({ goal: a }: Review, { goal: b }: Review): boolean =>
  a.ladder === b.ladder && a.current === b.current && a.target === b.target

const sameParts = ({ readParts: a }: Review, { readParts: b }: Review): boolean =>
  a !== null && b !== null && a.length === b.length && a.every((position) => b.includes(position))

/**
 * What an edit changed between two reviews of the same parts: statuses, and what the piece now has. Leaves out the
 * competencies of `asked`, where the ladder itself changed. Null if nothing changed, or if the goal, the reader or the
 * parts differ.
 */
export function movesByEdit(before: Review, after: Review, asked: ReadonlySet<string>): Moved | null {
  const { moves, gained, comparable, ...rest } = movesBetween(before, after, [], 0)
  if (!comparable || !sameGoal(before, after) || !sameParts(before, after)) return null
  const own = moves.filter(({ competency }) => !asked.has(competency))
  return own.length + gained.length > 0 ? { moves: own, gained, comparable, ...rest } : null
}
