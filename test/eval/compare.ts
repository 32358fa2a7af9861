import type { MappedRow } from './mapping.ts'
import { mcNemar } from './metrics.ts'

/** One suite over one set of texts. */
export type Run = {
  readonly suite: string
  readonly model: string
  readonly prompt: string
  readonly metrics: Readonly<Record<string, number>>
  readonly intervals: Readonly<Record<string, readonly [low: number, high: number]>>
  readonly n: number
  readonly rows: readonly object[]
}

const isMapped = (row: object): row is MappedRow => 'top' in row && 'competency' in row

/** Below this two runs are taken to differ. */
const SIGNIFICANT = 0.05

/** How two runs differ, a line each, and whether more than chance is in it where both have the same rows. */
export function compareRuns(one: Run, other: Run): string[] {
  const lines = [
    `${one.suite}: ${one.model} (n = ${one.n}) and ${other.model} (n = ${other.n})`,
    ...Object.keys({ ...one.metrics, ...other.metrics }).map((name) => {
      const [a, b] = [one.metrics[name], other.metrics[name]]
      if (a === undefined || b === undefined) return `  ${name}: in one of the two alone`
      return `  ${name}: ${a.toFixed(3)} → ${b.toFixed(3)} (${b >= a ? '+' : ''}${(b - a).toFixed(3)})`
    }),
  ]
  const [left, right] = [one.rows.filter(isMapped), other.rows.filter(isMapped)]
  const paired =
    left.length > 0 &&
    left.length === right.length &&
    left.every((row, nth) => row.text === right[nth]!.text && row.competency === right[nth]!.competency)
  if (!paired) return [...lines, '  The rows are not the same ones: no test of the difference.']
  // The same text may be right under several labels.
  const gold = Map.groupBy(left, ({ text }) => text)
  const isRight = (row: MappedRow): boolean =>
    gold.get(row.text)!.some(({ competency }) => competency === row.top[0])
  const better = left.filter((row, nth) => !isRight(row) && isRight(right[nth]!)).length
  const worse = left.filter((row, nth) => isRight(row) && !isRight(right[nth]!)).length
  const p = mcNemar(better, worse)
  return [
    ...lines,
    `  top1, row by row: ${better} got right, ${worse} got wrong that were right; McNemar p = ${p.toFixed(4)}`,
    p < SIGNIFICANT
      ? `  This is more than chance: ${better > worse ? 'the second is better' : 'the first is better'}.`
      : '  This may well be chance: call it no difference.',
  ]
}
