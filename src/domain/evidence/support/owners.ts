import { onceFor } from '../../text/once-for.ts'
import { tellsOfDeed, tellsOfOwnDeed } from '../deeds.ts'
import type { Span } from '../evidence.ts'
import { contextIn, deedsIn, depthOf } from '../evidence-context.ts'
import { kindOfSpan } from '../evidence-kind.ts'
import { qualityOf } from '../evidence-quality.ts'
import { isProof } from './proof.ts'

/** A sentence that states only the result of a deed: "Recovery took 12 minutes instead of 40." */
const isResult = onceFor(
  (span: Span): boolean =>
    qualityOf(span.text).result &&
    // A colleague's deed counts as the result of the person's deed.
    !(span.saidBy === null ? tellsOfDeed(span.text) : kindOfSpan(span) === 'deed'),
)

/** A line that is only proof, and not a ticked task. */
const isProofOf = (span: Span): boolean => kindOfSpan(span) !== 'deed' && isProof(span.text)

/** An answer that describes no deed by itself: "The design and the tests." */
const isAnswer = (span: Span): boolean =>
  span.answers !== null &&
  (kindOfSpan(span) === 'fact' || (span.asked?.settled === true && !tellsOfOwnDeed(span.text)))

/** The sentences of one line, and its deeds. */
type Line = {
  readonly first: Span
  readonly spans: Span[]
  readonly deeds: Span[]
}

/** A paragraph or list item with more lines has its deed elsewhere. */
const MOST_LINES = 12

/** Whether two lines follow each other without an empty one between them. */
const isNext = (one: Line, other: Line): boolean =>
  one.first.part === other.first.part && other.first.line - one.first.line === 1

/**
 * The deed in the paragraph or list item that a line without a deed belongs to: before it, or else in the next line. An
 * item of a list belongs to what it is indented below. A result in an item of its own stays on its own.
 */
const aroundIt = (lines: readonly Line[], nth: number, isOnlyProof: boolean): Span | undefined => {
  const own = lines[nth]!
  const { item } = own.first
  for (let at = nth - 1; at >= Math.max(0, nth - MOST_LINES) && isNext(lines[at]!, lines[at + 1]!); at -= 1) {
    const { first, deeds } = lines[at]!
    if (depthOf(first.text) !== null) break
    const isBelow = item === undefined || first.item === undefined || first.item < item
    if (deeds.length > 0) return isBelow || isOnlyProof ? deeds.at(-1) : undefined
  }
  const next = lines[nth + 1]
  const isParagraph = item === undefined && next?.first.item === undefined
  return next && isParagraph && isNext(own, next) ? next.deeds[0] : undefined
}

const linesIn = (spans: readonly Span[], deeds: ReadonlySet<Span>): Line[] =>
  [...Map.groupBy(spans, ({ place }) => place).values()].map((all) => ({
    first: all[0]!,
    spans: all,
    deeds: all.filter((span) => deeds.has(span)),
  }))

/** The nearest before a span, or else the first after it. */
const nearest = (deeds: readonly Span[], span: Span, order: ReadonlyMap<Span, number>): Span | undefined =>
  deeds.findLast((deed) => order.get(deed)! < order.get(span)!) ?? deeds[0]

/** The only deed of the same message, else the last one of an earlier message, else the only one of a later one. */
const elsewhere = (places: ReadonlyMap<number, readonly Line[]>, { first }: Line): Span | undefined => {
  const own = places.get(first.part)
  if (own) return own.length === 1 ? own[0]!.deeds.at(-1) : undefined
  const before = [...places].findLast(([part]) => part < first.part)
  if (before) return before[1].at(-1)!.deeds.at(-1)
  const [later, ...more] = places.values()
  return later?.length === 1 && more.length === 0 ? later[0]!.deeds[0] : undefined
}

/**
 * For each sentence that states only a result of a deed, or that only proves or answers something about it: the id of
 * that deed. It is in the same line, paragraph or list item, else it is the last one in an earlier message, or the only
 * one there is.
 */
export const ownersIn = onceFor((spans: readonly Span[]): ReadonlyMap<string, string> => {
  const context = contextIn(spans)
  const order = new Map(spans.map((span, nth) => [span, nth]))
  const byId = new Map(spans.map((span) => [span.id, span]))
  const told = spans.filter(({ id }) => !context.has(id))
  const belongs = new Set(told.filter((span) => isProofOf(span) || isResult(span) || isAnswer(span)))
  const deeds = new Set(deedsIn(spans).filter((span) => !belongs.has(span)))
  const lines = linesIn(spans, deeds)
  const places = Map.groupBy(
    lines.filter((line) => line.deeds.length > 0),
    ({ first }) => first.part,
  )
  const owners = new Map<string, string>()
  for (const [nth, line] of lines.entries()) {
    const left = line.spans.filter((span) => belongs.has(span))
    if (left.length === 0) continue
    const isOnlyProof = left.every(isProofOf)
    const found =
      line.deeds.length > 0 ? undefined : (aroundIt(lines, nth, isOnlyProof) ?? elsewhere(places, line))
    for (const span of left) {
      const asked = span.answers === null ? undefined : byId.get(span.answers)
      const owner =
        (asked && (deeds.has(asked) ? asked : byId.get(owners.get(asked.id) ?? ''))) ||
        (found ?? nearest(line.deeds, span, order))
      if (owner && owner !== span && owner.saidBy === span.saidBy) owners.set(span.id, owner.id)
    }
  }
  return owners
})

/** The deeds of a piece, and the results that belong to one: "They run it alone now." */
export function toldIn(spans: readonly Span[]): Span[] {
  const [deeds, owners] = [new Set(deedsIn(spans)), ownersIn(spans)]
  return spans.filter((span) => deeds.has(span) || (owners.has(span.id) && isResult(span)))
}

/** The place of each sentence, or that of the deed that it belongs to. */
export const placesIn = onceFor((spans: readonly Span[]): ReadonlyMap<string, string> => {
  const byId = new Map(spans.map(({ id, place }) => [id, place]))
  const owners = ownersIn(spans)
  return new Map(spans.map(({ id, place }) => [id, byId.get(owners.get(id) ?? '') ?? place]))
})

/** The sentences in the same places as these, which say more about the same thing. */
export function besideOf(quoted: readonly Span[], spans: readonly Span[]): Span[] {
  const places = placesIn(spans)
  const own = new Set(quoted.map(({ id, place }) => places.get(id) ?? place))
  return spans.filter(({ id }) => own.has(places.get(id)!))
}

/** A deed with its results and the answers about it. */
export function toldOf(deed: Pick<Span, 'id'>, spans: readonly Span[]): Span[] {
  const owners = ownersIn(spans)
  return toldIn(spans).filter(({ id }) => id === deed.id || owners.get(id) === deed.id)
}
