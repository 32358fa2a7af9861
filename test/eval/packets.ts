import { cutSpans } from '../../src/domain/evidence/spans.ts'
import { makeMatcher } from '../../src/domain/offline/match-spans.ts'
import type { Theme } from '../../src/domain/offline/theme.ts'
import { CHOICES_AT_ONCE } from '../../src/domain/review/answer-limits.ts'
import { goalOn } from './everyday.ts'
import { type LabelledRow, laddersOf } from './mapping.ts'
import { microF1, type Share, shareIn } from './metrics.ts'
import { readingBy, reviewedBy } from './pipeline.ts'
import { presentIn } from './present-in.ts'

/** A longer text with the competencies that it speaks to. */
export type PacketRow = {
  readonly ladder: string
  readonly text: string
  readonly present: readonly string[]
}

/** Precision and recall of what is said of each packet. */
const scoresOf = (name: string, packets: readonly PacketRow[], said: readonly (readonly string[])[]) => {
  const { f1, precision, recall } = microF1(
    packets.map(({ present }, nth) => ({ gold: new Set(present), said: new Set(said[nth]) })),
  )
  return {
    f1: { [`${name}: f1`]: f1 },
    shares: { [`${name}: precision`]: precision, [`${name}: recall`]: recall },
  }
}

/** The right choices of a packet, among the questions that its sender is asked. */
const rightIn = (present: readonly string[], choices: readonly (readonly string[])[]): boolean[] =>
  choices.map((between) => between.some((one) => present.includes(one)))

/**
 * Which competencies whole texts speak to, without a model: by the matcher alone, every sentence let through, and by
 * what people are shown, which are findings and the choices between two or three competencies.
 */
export async function runPackets(
  packets: readonly PacketRow[],
  rows: readonly LabelledRow[],
  themes: readonly Theme[],
) {
  const ladders = laddersOf(rows)
  const matchers = new Map([...ladders].map(([name, ladder]) => [name, makeMatcher(ladder, themes)]))
  const known = packets.filter(({ ladder }) => ladders.has(ladder))
  const matched = known.map(({ ladder, text }) =>
    presentIn(cutSpans(text).map((span) => matchers.get(ladder)!.match(span.text))).map(
      ({ competency }) => competency,
    ),
  )
  const read = await readingBy(null)
  const shown: { findings: string[]; choices: (readonly string[])[] }[] = []
  for (const { ladder: name, text } of known) {
    const ladder = ladders.get(name)!
    const { review } = await reviewedBy(read, ladder, text, goalOn(ladder))
    shown.push({
      findings: review.findings.map(({ competency }) => competency),
      choices: review.choices.map(({ between }) => between),
    })
  }
  const alone = scoresOf('matcher alone', known, matched)
  const findings = scoresOf(
    'shown as findings',
    known,
    shown.map((one) => one.findings),
  )
  const reached = (most: number): Share =>
    microF1(
      known.map(({ present }, nth) => {
        const { findings: named, choices } = shown[nth]!
        return { gold: new Set(present), said: new Set([...named, ...choices.slice(0, most).flat()]) }
      }),
    ).recall
  const shares: Record<string, Share> = {
    ...alone.shares,
    ...findings.shares,
    'found or offered at first: recall': reached(CHOICES_AT_ONCE),
    'found or offered in the end: recall': reached(Number.POSITIVE_INFINITY),
    'choices that hold a present one': shareIn(
      known.flatMap(({ present }, nth) => rightIn(present, shown[nth]!.choices)),
    ),
  }
  return {
    metrics: {
      ...alone.f1,
      ...findings.f1,
      ...Object.fromEntries(Object.entries(shares).map(([name, { value }]) => [name, value])),
    },
    intervals: Object.fromEntries(Object.entries(shares).map(([name, { low, high }]) => [name, [low, high]])),
    n: known.length,
    rows: known.map(({ text, present }, nth) => ({ text, present, matched: matched[nth], ...shown[nth] })),
  }
}
