import type { Span } from './evidence.ts'
import { qualityOf, strengthOf } from './evidence-quality.ts'
import type { Quality } from './quality.ts'

/**
 * What was found before, for as long as a span is held: one is asked about with each finding, and when spans are
 * sorted.
 */
const known = new WeakMap<Span, Quality>()

/**
 * What makes a span strong or thin as evidence. Whose part a colleague's words tell of cannot be told from them:
 * in "I led the incident response" the I is theirs.
 */
export function qualityOfSpan(span: Span): Quality {
  const before = known.get(span)
  if (before) return before
  const quality = qualityOf(span.text)
  const own: Quality = span.saidBy === null ? quality : { ...quality, part: 'unclear' }
  known.set(span, own)
  return own
}

/** What a span adds as a quote, 0 to 7: the person's own part and what came of it before a mere mention. */
export function strengthOfSpan(span: Span): number {
  const { part, result, artefact } = qualityOfSpan(span)
  return Number(part === 'own') * 4 + Number(result) * 2 + Number(artefact)
}

/** All that the sentences of one paragraph give together. */
const joined = (qualities: readonly Quality[]): Quality => ({
  part:
    qualities.find(({ part }) => part === 'own')?.part ??
    qualities.find(({ part }) => part === 'team')?.part ??
    'unclear',
  result: qualities.some(({ result }) => result),
  number: qualities.some(({ number }) => number),
  artefact: qualities.some(({ artefact }) => artefact),
  opens: qualities.some(({ opens }) => opens),
})

/**
 * The best that is said at one place of those that are quoted: a paragraph, with the answers to questions about it.
 * What stands elsewhere is about something else, and a result that is not of the deed beside it is none of its.
 */
export function bestQuality(quoted: readonly Span[], spans: readonly Span[]): Quality {
  const places = new Set(quoted.map(({ place }) => place))
  const beside = spans.filter(({ place }) => places.has(place))
  const [best] = [...Map.groupBy(beside, ({ place }) => place).values()]
    .map((all) => joined(all.map(qualityOfSpan)))
    .sort((a, b) => strengthOf(b) - strengthOf(a) || Number(b.part === 'own') - Number(a.part === 'own'))
  return best ?? joined([])
}
