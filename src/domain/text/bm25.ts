/** How often each stem occurs in a document. Weights may be fractions. */
export type Document = ReadonlyMap<string, number>

/** Adds stems to a document, each with `weight`. */
export function addTo(
  document: Map<string, number>,
  stems: readonly string[],
  weight = 1,
): Map<string, number> {
  for (const stem of stems) document.set(stem, (document.get(stem) ?? 0) + weight)
  return document
}

/** The documents with a stem, and what it adds to the score of each. Lists of pairs would be slower to go through. */
type Postings = { readonly indexes: number[]; readonly weights: number[] }

/** Saturation and length normalisation, the usual values (Robertson and Zaragoza, 2009). */
const K1 = 1.2
const B = 0.75

/**
 * BM25 over a few documents: returns a function from a query's stems to one score per document, in order. Each stem of
 * the query counts once, so that a long sentence does not win by repetition. `weightOf` may lower its weight.
 */
export function makeBm25(
  documents: readonly Document[],
): (stems: readonly string[], weightOf?: (stem: string) => number) => number[] {
  const lengths = documents.map((document) => [...document.values()].reduce((sum, count) => sum + count, 0))
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length) || 1
  const postings = new Map<string, Postings>()
  const having = new Map<string, number>()
  for (const document of documents)
    for (const stem of document.keys()) having.set(stem, (having.get(stem) ?? 0) + 1)
  documents.forEach((document, index) => {
    for (const [stem, count] of document) {
      const found = having.get(stem) ?? 0
      const rarity = Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
      const length = 1 - B + (B * (lengths[index] ?? 0)) / average
      const list = postings.get(stem) ?? { indexes: [], weights: [] }
      list.indexes.push(index)
      list.weights.push((rarity * count * (K1 + 1)) / (count + K1 * length))
      postings.set(stem, list)
    }
  })
  return (stems, weightOf = () => 1) => {
    const scores = documents.map(() => 0)
    for (const stem of new Set(stems)) {
      const found = postings.get(stem)
      if (!found) continue
      const times = weightOf(stem)
      const { indexes, weights } = found
      for (let nth = 0; nth < indexes.length; nth += 1) scores[indexes[nth]!]! += times * weights[nth]!
    }
    return scores
  }
}

/** Distances from the mean in standard deviations, or all zero if the values do not differ. */
export function zScores(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length),
  )
  return values.map((value) => (deviation === 0 ? 0 : (value - mean) / deviation))
}

/** Values as shares of one, in favour of larger ones. */
export function softmax(values: readonly number[]): number[] {
  const top = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - top))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
