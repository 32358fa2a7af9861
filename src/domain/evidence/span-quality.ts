import { onceFor } from '../text/once-for.ts'
import type { Span } from './evidence.ts'
import { qualityOf, strengthOf } from './evidence-quality.ts'
import type { Quality } from './quality.ts'

/**
 * What makes a span strong or thin as evidence. A colleague's words cannot tell whose part it was: in "I led the
 * incident response" the I is the colleague.
 */
export const qualityOfSpan = onceFor((span: Span): Quality => {
  const quality = qualityOf(span.text)
  return span.saidBy === null ? quality : { ...quality, part: 'unclear' }
})

/** How much a span adds as a quote, 0 to 7. The person's own part and results count more than a mere mention. */
export function strengthOfSpan(span: Span): number {
  const { part, result, artefact } = qualityOfSpan(span)
  return Number(part === 'own') * 4 + Number(result) * 2 + Number(artefact)
}

/** What the sentences of one paragraph show together. */
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
 * The best of the quoted places: a paragraph with the answers to questions about it. Other places are about something
 * else, so a result there does not belong to the deed here.
 */
export function bestQuality(quoted: readonly Span[], spans: readonly Span[]): Quality {
  const places = new Set(quoted.map(({ place }) => place))
  const beside = spans.filter(({ place }) => places.has(place))
  const [best] = [...Map.groupBy(beside, ({ place }) => place).values()]
    .map((all) => joined(all.map(qualityOfSpan)))
    .sort((a, b) => strengthOf(b) - strengthOf(a) || Number(b.part === 'own') - Number(a.part === 'own'))
  return best ?? joined([])
}
