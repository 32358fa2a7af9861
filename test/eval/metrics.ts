/** A share of `n` with its 95% interval by Wilson (1927); n = 0 says nothing: 0 to 1. */
export type Share = {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly n: number
}

const Z = 1.959_964

export function shareOf(hits: number, n: number): Share {
  if (n === 0) return { value: 0, low: 0, high: 1, n }
  const p = hits / n
  const around = 1 + Z ** 2 / n
  const middle = (p + Z ** 2 / (2 * n)) / around
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / around
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half), n }
}

export function shareIn(list: readonly boolean[]): Share {
  return shareOf(list.filter(Boolean).length, list.length)
}

/**
 * McNemar's exact test of two readers on the same rows: `better` rows that only the second gets right, `worse`
 * rows that only the first does. Returns the two-sided p that a fair coin falls so unevenly.
 */
export function mcNemar(better: number, worse: number): number {
  const n = better + worse
  if (n === 0) return 1
  const few = Math.min(better, worse)
  // log of n choose k, so that large n do not overflow.
  let log = -n * Math.LN2
  let tail = Math.exp(log)
  for (let k = 1; k <= few; k += 1) {
    log += Math.log((n - k + 1) / k)
    tail += Math.exp(log)
  }
  return Math.min(1, 2 * tail)
}

/** Mean of the F1 of every label that stands in gold or answers. A row may have several right labels. */
export function macroF1(rows: readonly { gold: ReadonlySet<string>; said: string | undefined }[]): number {
  const labels = new Set(rows.flatMap(({ gold, said }) => [...gold, ...(said === undefined ? [] : [said])]))
  const scores = [...labels].map((label) => {
    const right = rows.filter(({ gold, said }) => said === label && gold.has(label)).length
    const wrong = rows.filter(({ gold, said }) => said === label && !gold.has(label)).length
    // A row whose answer is another right label misses nothing.
    const missed = rows.filter(({ gold, said }) => gold.has(label) && !gold.has(said ?? '')).length
    return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed)
  })
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
}

/** Precision and recall of sets as one figure over all texts (micro-F1). */
export function microF1(rows: readonly { gold: ReadonlySet<string>; said: ReadonlySet<string> }[]) {
  const right = rows.reduce((sum, { gold, said }) => sum + [...said].filter((one) => gold.has(one)).length, 0)
  const said = rows.reduce((sum, row) => sum + row.said.size, 0)
  const gold = rows.reduce((sum, row) => sum + row.gold.size, 0)
  const [precision, recall] = [said === 0 ? 0 : right / said, gold === 0 ? 0 : right / gold]
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { f1, precision: shareOf(right, said), recall: shareOf(right, gold) }
}
