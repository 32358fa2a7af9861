import type { Quality } from '../evidence/quality.ts'
import type { Status } from '../review/review.ts'
import type { Showing, StoredWhen, StoryRef } from './packet.ts'

/** A sentence of a story: the id of its span, and when it happened. */
type StorySpan = { readonly id: string } & StoredWhen

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
  readonly showings: readonly StoryShowing[]
  readonly against: boolean
} & StoredWhen

/** When several things happened. A time that is not told says nothing next to one that is. */
export function whenOfAll(all: readonly StoredWhen[]): StoredWhen {
  const told = all.filter(({ written }) => !written)
  const known = told.length > 0 ? told : all
  const [first] = known
  const isSame = known.every(({ from, to }) => from === first!.from && to === first!.to)
  if (isSame) return whenOf(first!)
  // Next to another time, what goes on since August says that it began then.
  const ends = known.map(({ since, named, from, to }) => (since ? (named ?? from) : to))
  return {
    from: known.map(({ from }) => from).toSorted()[0]!,
    to: ends.toSorted().at(-1)!,
  }
}

const whenOf = ({ from, to, since, named, written }: StoredWhen): StoredWhen => ({
  ...{ from, to },
  ...(since ? { since } : {}),
  ...(named ? { named } : {}),
  ...(written ? { written } : {}),
})

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
      last.to === span.to &&
      last.written === span.written
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
      ...whenOf(spans[0]!),
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
