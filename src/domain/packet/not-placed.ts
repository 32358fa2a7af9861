import type { Span } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { strengthOfSpan } from '../evidence/span-quality.ts'
import type { NotPlaced } from './packet.ts'
import { openSpansOf, type PacketPiece } from './tell-stories.ts'

/** How many sentences without a place a packet shows, the newest pieces first. */
const MOST = 40

/** What to show of a piece that no competency has: the deed that says most. */
const leadOf = (spans: readonly Span[]): Span | undefined =>
  spans
    .filter((span) => span.saidBy === null && kindOfSpan(span) === 'deed')
    .toSorted((a, b) => strengthOfSpan(b) - strengthOfSpan(a))[0]

const ofPiece = (piece: PacketPiece): NotPlaced[] => {
  const { evidence, days, spanDays, unplaced, choices } = piece
  const spans = openSpansOf(piece).open
  const known = new Map(spans.map((span) => [span.id, span]))
  const asked = choices.flatMap(({ span, between }) => {
    const found = known.get(span)
    return found ? [{ span: found, between }] : []
  })
  const lead = unplaced && asked.length === 0 ? leadOf(spans) : undefined
  return [...asked, ...(lead ? [{ span: lead, between: [] }] : [])].map(({ span, between }) => ({
    ref: { evidenceId: evidence.id, revision: evidence.revision, span: span.id },
    text: span.text,
    saidBy: span.saidBy,
    days: spanDays[span.id] ?? days,
    between,
  }))
}

/** Sentences about work that no competency has yet. */
export function notPlacedIn(pieces: readonly PacketPiece[]): NotPlaced[] {
  return pieces
    .filter(({ unplaced, choices }) => unplaced || choices.length > 0)
    .toReversed()
    .flatMap(ofPiece)
    .slice(0, MOST)
}
