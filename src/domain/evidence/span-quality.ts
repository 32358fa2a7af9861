import { onceFor } from '../text/once-for.ts'
import type { Span } from './evidence.ts'
import { kindOfSpan, type SpanKind } from './evidence-kind.ts'
import { qualityOf, strengthOf } from './evidence-quality.ts'
import { isTheirs, type Quality } from './quality.ts'
import { passesPraiseOn } from './said/passed-on.ts'
import { isPraise } from './said/praise.ts'
import { besideOf, placesIn } from './support/owners.ts'

/** "We did it together": this answer does not say which part was theirs. */
const OF_ALL =
  /^\W*(?:we|us|both|all of us|everyone|everybody|(?:the|my|our) (?:whole |entire )?team|together)\b/i

/** A plan or a failure is not a result, unless the words say so: "We have not had an outage since." */
const NO_RESULT: ReadonlySet<SpanKind> = new Set(['plan', 'loss', 'request'])

/** An answer is what was asked for, whatever its words. */
const answered = (quality: Quality, span: Span): Quality => {
  const { text, asked } = span
  if (!asked?.settled || NO_RESULT.has(kindOfSpan(span))) return quality
  switch (asked.kind) {
    case 'own-part':
      return OF_ALL.test(text) ? quality : { ...quality, part: 'own' }
    case 'result':
      return { ...quality, result: true }
    case 'artefact':
    case 'what-happened':
      return quality
  }
}

/**
 * What makes a span strong or thin as evidence. In a colleague's words "I" is the colleague, so they tell whose part it
 * was only if they praise it.
 */
export const qualityOfSpan = onceFor((span: Span): Quality => {
  const quality = answered(qualityOf(span.text), span)
  if (span.saidBy === null) return passesPraiseOn(span.text) ? { ...quality, part: 'told' } : quality
  return { ...quality, part: isPraise(span.text) ? 'told' : 'unclear' }
})

/** How much a span adds as a quote, 0 to 7. The person's own part and results count more than a mere mention. */
export function strengthOfSpan(span: Span): number {
  const quality = qualityOfSpan(span)
  return Number(isTheirs(quality)) * 4 + Number(quality.result) * 2 + Number(quality.artefact)
}

/** What several sentences show together. */
export function joined(qualities: readonly Quality[]): Quality {
  return {
    part:
      (['own', 'told', 'team'] as const).find((one) => qualities.some(({ part }) => part === one)) ??
      'unclear',
    result: qualities.some(({ result }) => result),
    number: qualities.some(({ number }) => number),
    artefact: qualities.some(({ artefact }) => artefact),
    opens: qualities.some(({ opens }) => opens),
  }
}

/**
 * The best of the quoted places: a line with what belongs to it, such as answers and results. Other places are about
 * something else, so a result there does not belong to the deed here.
 */
export function bestQuality(quoted: readonly Span[], spans: readonly Span[]): Quality {
  const places = placesIn(spans)
  const [best] = [...Map.groupBy(besideOf(quoted, spans), ({ id }) => places.get(id)).values()]
    .map((all) => joined(all.map(qualityOfSpan)))
    .sort((a, b) => strengthOf(b) - strengthOf(a) || Number(isTheirs(b)) - Number(isTheirs(a)))
  return best ?? joined([])
}
