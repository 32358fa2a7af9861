/** How much of a piece is read: sentences, and UTF-16 units of all its parts together. */
export type ReadLimit = { readonly characters: number; readonly sentences: number }

/**
 * The most that is read of one piece. A packet of 40 pages is below this. Reading this much takes one core a second
 * (measured with ordinary English).
 */
export const MOST_READ: ReadLimit = { characters: 160_000, sentences: 2_000 }

/** The most that is read of a piece with so many UTF-16 units. A piece that takes too long is halved from here. */
export function mostOf(length: number): ReadLimit {
  return {
    ...MOST_READ,
    characters: Math.min(MOST_READ.characters, length),
  }
}

/** Less than this is not worth a review. */
const LEAST_READ: ReadLimit = { characters: 10_000, sentences: 125 }

/** Half the limit, for a piece that took too long, or null if that would be too little. */
export function halved({ characters, sentences }: ReadLimit): ReadLimit | null {
  const half = { characters: Math.floor(characters / 2), sentences: Math.floor(sentences / 2) }
  return half.characters < LEAST_READ.characters || half.sentences < LEAST_READ.sentences ? null : half
}

/**
 * Divides `most` among several amounts. Small ones fit whole, and large ones share the rest equally, so that a long
 * file does not crowd out a short answer. Same order as given.
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
