import type { Days } from '../dates/days.ts'
import type { SaidDays, Span } from '../evidence/evidence.ts'
import { contextIn, deedsIn } from '../evidence/evidence-context.ts'
import { kindOfSpan, type SpanKind } from '../evidence/evidence-kind.ts'
import { monthsSaid, type Signals, signalsIn } from '../evidence/evidence-signals.ts'
import { isTheirs } from '../evidence/quality.ts'
import { qualityOfSpan } from '../evidence/span-quality.ts'
import { besideOf } from '../evidence/support/owners.ts'
import {
  type ClaimStep,
  CONSIDERATIONS,
  type Consideration,
  type ConsiderationKind,
} from './consideration.ts'
import { daysAround } from './days.ts'
import type { Finding } from './review.ts'

/** What is considered besides the findings. */
export type Circumstances = {
  readonly spans: readonly Span[]
  /** The days that a span mentions, by its id. */
  readonly days: ReadonlyMap<string, readonly SaidDays[]>
  /** The days of the whole piece: from a form, from its words, or when it arrived. */
  readonly happened: Days
  /** First and last day of all dated evidence of each competency, this piece included. */
  readonly spread: ReadonlyMap<string, Days>
  /** Spans that name somebody else, or are spoken by somebody else. */
  readonly named: ReadonlySet<string>
  /** How long something has to be shown, in months. */
  readonly sustainedMonths: number
  readonly today: Temporal.PlainDate
}

/** If all dates lie within so many weeks, the evidence is recent only. */
const RECENT_WEEKS = 6

/** An older result may have changed since (months). */
const OLD_MONTHS = 3

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0

/** The weight of a finding. Findings that show most are worth making stronger first. */
const WEIGHT = { evidenced: 3, partly: 2, 'not yet': 1, "can't tell": 0 } as const
const weightOf = ({ status }: Finding): number => (status === null ? 2 : WEIGHT[status])

/**
 * A unit of consideration: the words of a finding, and the rest of their paragraph. `found` is false for a piece
 * without findings, which may only be faulted for what any words could show.
 */
type Looked = {
  readonly competency: string | null
  readonly spans: readonly Span[]
  readonly beside: readonly Span[]
  readonly weight: number
  readonly shown: boolean
  readonly found: boolean
}

const looked = (findings: readonly Finding[], { spans }: Circumstances): Looked[] => {
  if (findings.length > 0)
    return findings.map((finding) => {
      const quoted = spans.filter(({ id }) => finding.spans.includes(id))
      return {
        competency: finding.competency,
        spans: quoted,
        beside: besideOf(quoted, spans),
        weight: weightOf(finding),
        shown: finding.status === 'evidenced' || finding.status === 'partly',
        found: true,
      }
    })
  const deeds = deedsIn(spans)
  const about = { competency: null, weight: 1, shown: false, found: false }
  if (spans.length === 0) return []
  const context = contextIn(spans)
  const told = spans.filter(({ id }) => !context.has(id))
  return [{ ...about, spans: deeds.length > 0 ? deeds : told.length > 0 ? told : spans, beside: spans }]
}

/** A whole year or half, in which something happened at some time. */
const isYearOrHalf = ({ from, to }: Days): boolean => {
  const next = to.add({ days: 1 })
  return (
    from.year === to.year &&
    from.day === 1 &&
    next.day === 1 &&
    [1, 7].includes(from.month) &&
    [1, 7].includes(next.month)
  )
}

/** Both days are included, so March to August are six months. */
const lasts = ({ from, to }: Days, months: number): boolean =>
  !isBefore(to.add({ days: 1 }), from.add({ months }))

/** Kinds of sentence that never describe finished work. */
const NOTHING_DONE: ReadonlySet<SpanKind> = new Set(['plan', 'loss', 'request', 'vague', 'heading'])

type CaseSignals = Signals & { readonly months: number }

/** Reads the signs of each sentence once, because it may be next to the words of many findings. */
const signsIn = (spans: readonly Span[]): ((span: Span) => CaseSignals) => {
  const signalsOf = signalsIn(spans.map(({ text }) => text).join('\n'))
  const known = new Map<Span, CaseSignals>()
  return (span) => {
    const signs = known.get(span) ?? { ...signalsOf(span.text), months: monthsSaid(span.text) }
    known.set(span, signs)
    return signs
  }
}

const considerWords = (
  words: Looked,
  around: Circumstances,
  signsOf: (span: Span) => CaseSignals,
): Consideration[] => {
  const { competency, spans, beside, found } = words
  const kinds = spans.map(kindOfSpan)
  const qualities = spans.map(qualityOfSpan)
  const signals = spans.map(signsOf)
  const nearby = beside.map((span) => ({ ...qualityOfSpan(span), ...signsOf(span) }))
  const deed = words.shown || (kinds.includes('deed') && !signals.every(({ effort }) => effort))
  const result = nearby.some((one) => one.result)
  const opens = nearby.some((one) => one.opens)
  const repeated = nearby.some((one) => one.repeated)
  const about = (
    kind: ConsiderationKind,
    met: boolean | null,
    at = 0,
    link: ClaimStep | null = null,
  ): Consideration => ({ kind, met, competency, span: spans[Math.max(0, at)]?.id ?? null, link })
  /** Without a finding, a missing sign says nothing about the work. */
  const sure = (met: boolean): boolean | null => (met || found ? met : null)
  const document = qualities.findIndex(({ artefact }) => artefact)
  const strange = signals.findIndex(({ jargon }) => jargon.length > 0)
  const named = signals.some((one) => one.named)
  const praise = named ? -1 : signals.findIndex(({ adjectives }) => adjectives)
  const missing: ClaimStep | null = !deed ? 'claim' : !result ? 'impact' : !opens ? 'evidence' : null
  const said = spans.flatMap(({ id }) => around.days.get(id) ?? [])
  const spread = competency === null ? undefined : around.spread.get(competency)
  const last = daysAround([...said, ...(spread ? [spread] : [])]) ?? around.happened
  const old = isBefore(last.to, around.today.subtract({ months: OLD_MONTHS }))
  const long =
    said.some((one) => one.loose !== true && lasts(one, around.sustainedMonths)) ||
    (spread !== undefined && !isYearOrHalf(spread) && lasts(spread, around.sustainedMonths)) ||
    nearby.some(({ months }) => months >= around.sustainedMonths)
  return [
    about('demonstrated', deed ? true : kinds.every((kind) => NOTHING_DONE.has(kind)) ? false : sure(false)),
    about('own-part', sure(nearby.some(isTheirs))),
    about('result', sure(result)),
    about('named', named ? true : praise === -1 ? null : sure(false), praise),
    // Without a result there is nothing to compare.
    about('baseline', result ? nearby.some((one) => one.baseline) : null),
    // Any words can show a document that is named but cannot be opened. It is the one to link.
    about('artefact', opens || document !== -1 ? opens : sure(false), document),
    about('sustained', sure(repeated)),
    about('six-months', sure(long)),
    about('stranger', strange === -1, strange),
    about('link', sure(missing === null), 0, missing),
    about('voucher', sure(beside.some(({ id }) => around.named.has(id)))),
    about('still-holds', result && old ? nearby.some((one) => one.holds) : null),
  ]
}

type Weighed = Consideration & { readonly weight: number }

/**
 * The one of several findings' answers that stands for the piece. What one finding has is not lacking in the piece, but
 * an unknown abbreviation is one too many anywhere.
 */
const decisive = (kind: ConsiderationKind, all: readonly Weighed[]): Consideration | undefined => {
  const order = kind === 'stranger' ? [false, true, null] : [true, false, null]
  return stripped(
    [...all].sort((a, b) => order.indexOf(a.met) - order.indexOf(b.met) || b.weight - a.weight).slice(0, 1),
  )[0]
}

const stripped = (all: readonly Weighed[]): Consideration[] => all.map(({ weight: _, ...one }) => one)

/** Sort order: gaps, then strengths, then what does not apply. */
const PLACE = [false, true, null]

/**
 * Everything considered for a piece, ranked: gaps first, most costly for a packet first. Vouching is considered for
 * every competency, the rest once for the piece.
 */
export function considerationsOf(
  findings: readonly Finding[],
  around: Circumstances,
): readonly Consideration[] {
  const signsOf = signsIn(around.spans)
  const each = looked(findings, around).flatMap((words) =>
    considerWords(words, around, signsOf).map((one) => ({ ...one, weight: words.weight })),
  )
  const whole = (kind: ConsiderationKind, met: boolean | null): Consideration => ({
    kind,
    met,
    competency: null,
    span: null,
    link: null,
  })
  const dates = [...around.days.values()].flat()
  const since = around.today.subtract({ weeks: RECENT_WEEKS })
  const recent = dates.length === 0 ? null : dates.some(({ from }) => isBefore(from, since))
  const ranked = CONSIDERATIONS.flatMap((kind): Consideration[] => {
    if (kind === 'recency') return [whole(kind, recent)]
    // No evidence shows whether there is room for a promotion.
    if (kind === 'room') return [whole(kind, null)]
    const found = each.filter((one) => one.kind === kind)
    if (kind === 'voucher' && found.length > 0)
      return stripped([...found].sort((a, b) => b.weight - a.weight))
    return [decisive(kind, found) ?? whole(kind, null)]
  })
  return PLACE.flatMap((place) => ranked.filter(({ met }) => met === place))
}

/** Considerations that tell a reader the same thing. Only one of a family is shown. */
const FAMILY: Partial<Record<ConsiderationKind, string>> = {
  baseline: 'result',
  sustained: 'time',
  'six-months': 'time',
  recency: 'time',
}

/** The consideration that a missing link of deed, proof and effect only repeats. */
const OF_LINK: Readonly<Record<ClaimStep, ConsiderationKind>> = {
  claim: 'demonstrated',
  impact: 'result',
  evidence: 'artefact',
}

/** The kind whose lack says the same as this one: for a missing link, that of the missing step. */
export function saysAgain({ kind, link }: Consideration): ConsiderationKind {
  return kind === 'link' && link !== null ? OF_LINK[link] : kind
}

/** How many are shown under a review. */
const SHOWN = 2

/** The two that matter most, from different families, without what a question already asks for. */
export function mattersMost(
  considered: readonly Consideration[],
  asked: ReadonlySet<ConsiderationKind>,
): Consideration[] {
  const familyOf = (kind: ConsiderationKind): string => FAMILY[kind] ?? kind
  const own = (one: Consideration): string => familyOf(saysAgain(one))
  const taken = new Set([...asked].map(familyOf))
  const shown: Consideration[] = []
  // Who could vouch comes to mind once somebody is named, so it is never what a piece lacks most.
  if (considered.some(({ kind, met }) => kind === 'voucher' && met === true)) taken.add('voucher')
  for (const one of considered) {
    if (one.met !== false || shown.length === SHOWN || taken.has(own(one))) continue
    taken.add(own(one))
    shown.push(one)
  }
  return shown
}
