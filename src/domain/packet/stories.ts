import type { Quality } from '../evidence/quality.ts'
import type { Status } from '../review/review.ts'
import type { Showing, StoryRef } from './packet.ts'

/** A sentence of a story: the id of its span, and when it happened, as ISO dates. */
type StorySpan = { readonly id: string; readonly from: string; readonly to: string }

/** What a story shows of one competency. */
export type StoryShowing = {
  readonly competency: string
  readonly expectation: string
  readonly target: string
  readonly status: Status | null
  readonly quality: Quality | null
  readonly confirmed: boolean
}

/** Neighbouring sentences of a piece about the same occasion, which a packet quotes as one. No words yet. */
export type Story = {
  readonly ref: StoryRef
  readonly spans: readonly StorySpan[]
  readonly from: string
  readonly to: string
  readonly showings: readonly StoryShowing[]
  readonly against: boolean
}

/** The most other sentences between two of one story. */
const APART = 2

const numberOf = (id: string): number => Number(id.slice(1))

const isShown = ({ status, against }: Showing): boolean =>
  against || status === null || status === 'evidenced' || status === 'partly'

/** The runs of neighbouring sentences that happened at the same time. */
const runsOf = (spans: readonly StorySpan[]): StorySpan[][] => {
  const runs: StorySpan[][] = []
  for (const span of spans.toSorted((a, b) => numberOf(a.id) - numberOf(b.id))) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (last?.id === span.id) continue
    if (
      last &&
      numberOf(span.id) - numberOf(last.id) <= APART &&
      last.from === span.from &&
      last.to === span.to
    )
      run!.push(span)
    else runs.push([span])
  }
  return runs
}

const storiesOfPiece = (showings: readonly Showing[]): Story[] => {
  const { evidenceId, revision } = showings[0]!
  return runsOf(showings.flatMap(({ spans }) => spans)).map((spans) => {
    const ids = new Set(spans.map(({ id }) => id))
    const own = showings.filter((one) => one.spans.some(({ id }) => ids.has(id)))
    return {
      ref: { evidenceId, revision, span: spans[0]!.id },
      spans,
      from: spans[0]!.from,
      to: spans[0]!.to,
      showings: own.filter(({ against }) => !against),
      against: own.some(({ against }) => against),
    }
  })
}

/**
 * The stories in what reviews found, those of one piece together, in the order of the pieces. What shows nothing yet is
 * none, unless it counts against its author. Sentences that show only hidden competencies are in none.
 */
export function storiesOf(showings: readonly Showing[], hidden: readonly string[] = []): Story[] {
  const open = showings.filter((one) => isShown(one) && !hidden.includes(one.competency))
  return [...Map.groupBy(open, ({ evidenceId }) => evidenceId).values()].flatMap(storiesOfPiece)
}
