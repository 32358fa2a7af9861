import type { Days, Span } from './evidence.ts'
import { kindOf } from './evidence-kind.ts'
import { qualityOf } from './evidence-quality.ts'
import { signalsOf } from './evidence-signals.ts'
import type { Finding } from './review.ts'

/**
 * What makes evidence strong or thin apart from any level, in the order in which its lack costs a packet most.
 * From what people who sit on promotion committees write about the packets that fail: first what was not done
 * or not by this person, then what came of it, then whether a stranger can check it, then how long it held.
 */
export const CONSIDERATIONS = [
  'demonstrated',
  'own-part',
  'result',
  'named',
  'baseline',
  'artefact',
  'six-months',
  'sustained',
  'recency',
  'stranger',
  'link',
  'voucher',
  'still-holds',
  'room',
] as const
export type ConsiderationKind = (typeof CONSIDERATIONS)[number]

/** A step of "claim, evidence, impact". */
export type Link = 'claim' | 'evidence' | 'impact'

export type Consideration = {
  readonly kind: ConsiderationKind
  readonly met: boolean
  /** The competency whose finding it is about; null: the whole piece. */
  readonly competency: string | null
  /** The span that it is about, where there is one. */
  readonly span: string | null
  /** For `link`: the step that is missing. */
  readonly link: Link | null
}

/** What one looks at beside the findings. */
export type Circumstances = {
  readonly spans: readonly Span[]
  /** Days that a span speaks of, by its id. */
  readonly days: ReadonlyMap<string, readonly Days[]>
  /** The days of the whole piece: what a form said, what its words say, or when it came. */
  readonly happened: Days
  /** First and last day of all evidence of each competency, this piece included. */
  readonly spread: ReadonlyMap<string, Days>
  /** Spans in which somebody else is named, or speaks. */
  readonly named: ReadonlySet<string>
  /** How long something has to be shown, in months. */
  readonly sustainedMonths: number
  readonly today: Temporal.PlainDate
}

/** Dates that all lie within so many weeks are recent ones only. */
const RECENT_WEEKS = 6

/** A result older than this may have changed since, in months. */
const OLD_MONTHS = 3

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0

/** How much hangs on a finding: one that shows most is the one to make stronger first. */
const WEIGHT = { evidenced: 3, partly: 2, 'not yet': 1, "can't tell": 0 } as const
const weightOf = ({ status }: Finding): number => (status === null ? 2 : WEIGHT[status])

/** What is looked at together: the words of a finding, or all that tells of a deed where nothing was found. */
type Looked = { readonly competency: string | null; readonly spans: readonly Span[]; readonly weight: number }

const looked = (findings: readonly Finding[], { spans }: Circumstances): Looked[] => {
  if (findings.length > 0)
    return findings.map((finding) => ({
      competency: finding.competency,
      spans: spans.filter(({ id }) => finding.spans.includes(id)),
      weight: weightOf(finding),
    }))
  const deeds = spans.filter(({ text }) => kindOf(text) === 'deed')
  return spans.length === 0 ? [] : [{ competency: null, spans: deeds.length > 0 ? deeds : spans, weight: 1 }]
}

const considerWords = ({ competency, spans }: Looked, around: Circumstances): Consideration[] => {
  const texts = spans.map(({ text }) => text)
  const qualities = texts.map(qualityOf)
  const signals = texts.map(signalsOf)
  const deeds = spans.filter(({ text }) => kindOf(text) === 'deed')
  const own = qualities.some(({ part }) => part === 'own')
  const result = qualities.some((one) => one.result)
  const artefact = qualities.some((one) => one.artefact)
  const baseline = signals.some((one) => one.baseline)
  const about = (kind: ConsiderationKind, met: boolean, at = 0, link: Link | null = null): Consideration => ({
    kind,
    met,
    competency,
    span: spans[at]?.id ?? null,
    link,
  })
  const strange = signals.findIndex(({ jargon }) => jargon.length > 0)
  const praise = signals.some(({ named }) => named) ? -1 : signals.findIndex(({ adjectives }) => adjectives)
  const missing: Link | null =
    deeds.length === 0 ? 'claim' : !result ? 'impact' : !artefact ? 'evidence' : null
  const spread = (competency === null ? undefined : around.spread.get(competency)) ?? around.happened
  const old = isBefore(spread.to, around.today.subtract({ months: OLD_MONTHS }))
  return [
    about('demonstrated', deeds.length > 0 && !signals.every(({ effort }) => effort)),
    about('own-part', own),
    about('result', result),
    about('named', praise === -1, Math.max(0, praise)),
    // Where nothing came of it yet, there is nothing to compare.
    about('baseline', baseline || !result),
    about('artefact', artefact),
    about(
      'sustained',
      signals.some(({ repeated }) => repeated),
    ),
    about('six-months', !isBefore(around.today.subtract({ months: around.sustainedMonths }), spread.from)),
    about('stranger', strange === -1, Math.max(0, strange)),
    about('link', missing === null, 0, missing),
    about(
      'voucher',
      spans.some(({ id }) => around.named.has(id)),
    ),
    about('still-holds', !result || !old || signals.some(({ repeated }) => repeated)),
  ]
}

/** Of several findings' answers to one question, the one that matters: unmet first, by what hangs on it. */
const weightiest = (all: readonly (Consideration & { weight: number })[]): Consideration[] =>
  [...all]
    .sort((a, b) => Number(a.met) - Number(b.met) || b.weight - a.weight)
    .map(({ weight: _, ...one }) => one)

/**
 * Everything that is considered for a piece, ranked: what is lacking before what is there, and what costs a
 * packet most first. Vouching is considered for every competency, the rest once for the piece.
 */
export const considerationsOf = (
  findings: readonly Finding[],
  around: Circumstances,
): readonly Consideration[] => {
  const each = looked(findings, around).flatMap((words) =>
    considerWords(words, around).map((one) => ({ ...one, weight: words.weight })),
  )
  const whole = (kind: ConsiderationKind, met: boolean): Consideration => ({
    kind,
    met,
    competency: null,
    span: null,
    link: null,
  })
  const dates = [...around.days.values()].flat()
  const since = around.today.subtract({ weeks: RECENT_WEEKS })
  const recent = dates.length > 0 && dates.every(({ from }) => !isBefore(from, since))
  const ranked = CONSIDERATIONS.flatMap((kind): Consideration[] => {
    if (kind === 'recency') return [whole(kind, !recent)]
    // Whether there is room for a promotion stands in no evidence: it is always worth asking.
    if (kind === 'room') return [whole(kind, false)]
    const found = weightiest(each.filter((one) => one.kind === kind))
    if (found.length === 0) return [whole(kind, false)]
    return kind === 'voucher' ? found : found.slice(0, 1)
  })
  return [...ranked.filter(({ met }) => !met), ...ranked.filter(({ met }) => met)]
}

/** Considerations that say the same to a reader: one of a family is shown. */
const FAMILY: Partial<Record<ConsiderationKind, string>> = {
  baseline: 'result',
  link: 'result',
  sustained: 'time',
  'six-months': 'time',
  recency: 'time',
}

/** How many are shown under a review. */
const SHOWN = 2

/** The two that matter most, of different families, and none that a question asks already. */
export const mattersMost = (
  considered: readonly Consideration[],
  asked: ReadonlySet<ConsiderationKind>,
): Consideration[] => {
  const familyOf = (kind: ConsiderationKind): string => FAMILY[kind] ?? kind
  const taken = new Set([...asked].map(familyOf))
  const shown: Consideration[] = []
  for (const one of considered) {
    if (one.met || shown.length === SHOWN || taken.has(familyOf(one.kind))) continue
    taken.add(familyOf(one.kind))
    shown.push(one)
  }
  return shown
}
