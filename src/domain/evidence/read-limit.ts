/** How much of a piece is read: UTF-16 units of all its parts together, and sentences. */
export type ReadLimit = { readonly characters: number; readonly sentences: number }

/**
 * The most that is read of one piece. A packet of 40 pages is below it; reading as much takes a second of one core
 * (measured with ordinary English).
 */
export const MOST_READ: ReadLimit = { characters: 160_000, sentences: 2_000 }

/** The most that is read of a piece of so many UTF-16 units: what takes too long is halved from what there is. */
export function mostOf(length: number): ReadLimit {
  return {
    ...MOST_READ,
    characters: Math.min(MOST_READ.characters, length),
  }
}

/** Less than this is not worth a review. */
const LEAST_READ: ReadLimit = { characters: 10_000, sentences: 125 }

/** Half as much, for what took too long; null: it is too little by then. */
export function halved({ characters, sentences }: ReadLimit): ReadLimit | null {
  const half = { characters: Math.floor(characters / 2), sentences: Math.floor(sentences / 2) }
  return half.characters < LEAST_READ.characters || half.sentences < LEAST_READ.sentences ? null : half
}

/**
 * How much of each of several amounts fits into `most` together: small ones fit whole, large ones share what is left
 * alike, so that no long file takes the place of a short answer. In the order given.
 */
export function shareOut(amounts: readonly number[], most: number): number[] {
  const shares = amounts.map(() => 0)
  const bySize = amounts.map((amount, index) => ({ amount, index })).sort((a, b) => a.amount - b.amount)
  let left = most
  for (const [nth, { amount, index }] of bySize.entries()) {
    shares[index] = Math.min(amount, Math.floor(left / (amounts.length - nth)))
    left -= shares[index]!
  }
  return shares
}
