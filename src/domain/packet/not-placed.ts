import type { Span } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { isTheirs, type Quality } from '../evidence/quality.ts'
import { joined, qualityOfSpan, strengthOfSpan } from '../evidence/span-quality.ts'
import type { NotPlaced } from './packet.ts'
import { excerptAround } from './quotes/excerpt.ts'
import { isQuotable, openSpansOf, type PacketPiece, wholeNotes } from './tell-stories.ts'

/** How many notes without a place a packet shows, the newest pieces first. */
const MOST = 40

/** Whether a packet quotes a sentence of a piece. */
type IsQuoted = (evidenceId: string, span: string) => boolean

/** A sentence whose place is asked about, and the competencies to choose from. */
type Asked = { readonly span: Span; readonly between: readonly string[] }

const strength = ({ span }: Asked): number => strengthOfSpan(span)

const isTold = (quality: Quality): boolean =>
  isTheirs(quality) && (quality.result || quality.number || quality.artefact)

/** What to show of a piece that no competency has: the deed that says most. */
const leadOf = (spans: readonly Span[]): Asked[] =>
  spans
    .filter((span) => span.saidBy === null && kindOfSpan(span) === 'deed')
    .map((span) => ({ span, between: [] }))
    .toSorted((a, b) => strength(b) - strength(a))
    .slice(0, 1)

const ofPiece = (piece: PacketPiece, isQuoted: IsQuoted): NotPlaced[] => {
  const { evidence, days, spanDays, unplaced, choices } = piece
  const spans = openSpansOf(piece).open
  const known = new Map(spans.map((span) => [span.id, span]))
  const asked = choices.flatMap(({ span, between }): Asked[] => {
    const found = known.get(span)
    return found && !isQuoted(evidence.id, span) ? [{ span: found, between }] : []
  })
  const open = unplaced && asked.length === 0 ? leadOf(spans) : asked
  const noteOf = new Map(wholeNotes(piece).flatMap((note) => note.map(({ id }) => [id, note])))
  return [...Map.groupBy(open, ({ span }) => noteOf.get(span.id) ?? span).values()].map((all) => {
    const { span, between } = all.toSorted((a, b) => strength(b) - strength(a))[0]!
    const around = (noteOf.get(span.id) ?? [])
      .flatMap(({ id }) => known.get(id) ?? [])
      .filter((one) => one === span || (isQuotable(one) && one.saidBy === span.saidBy))
    const quoted = around.length > 0 ? around : [span]
    return {
      ref: { evidenceId: evidence.id, revision: evidence.revision, span: span.id },
      text: excerptAround(span, quoted),
      saidBy: span.saidBy,
      days: spanDays[span.id] ?? days,
      between,
      quotable: isTold(joined(quoted.map(qualityOfSpan))),
    }
  })
}

/**
 * Notes about work that no competency has yet, each by the sentence that says most. What a packet quotes is no longer
 * without a place, whatever else its sentences may show.
 */
export function notPlacedIn(pieces: readonly PacketPiece[], isQuoted: IsQuoted): NotPlaced[] {
  return pieces
    .filter(({ unplaced, choices }) => unplaced || choices.length > 0)
    .toReversed()
    .flatMap((piece) => ofPiece(piece, isQuoted))
    .slice(0, MOST)
}
