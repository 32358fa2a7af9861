/**
 * The number of typing slips between two words: a letter too many, one too few, a wrong one, two swapped (optimal
 * string alignment). Stops counting above `limit` and returns `limit + 1`.
 */
const slipsBetween = (one: string, other: string, limit: number): number => {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let [before, above] = [[] as number[], b.map((_, column) => column + 1)]
  above.unshift(0)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let cost = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + same)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, before[column - 2]! + 1)
      line.push(cost)
    }
    if (Math.min(...line) > limit) return limit + 1
    ;[before, above] = [above, line]
  }
  return Math.min(above[b.length]!, limit + 1)
}

/** How many slips a word of this length may contain: one from three letters on, two from six. */
const slipsAllowed = (word: string): number => (word.length < 3 ? 0 : word.length < 6 ? 1 : 2)

/**
 * The known words nearest to a misspelled one: all with the fewest slips, or none if every one is too far. A word with
 * a digit is an id, and ids are not guessed.
 */
export function meantBy(word: string, known: Iterable<string>): string[] {
  const limit = /\d/.test(word) ? 0 : slipsAllowed(word)
  let [fewest, found] = [limit + 1, [] as string[]]
  if (limit === 0) return []
  for (const candidate of known) {
    if (candidate.length < 3) continue
    const slips = slipsBetween(word, candidate, Math.min(fewest, limit))
    if (slips > limit || slips > fewest) continue
    if (slips < fewest) [fewest, found] = [slips, []]
    found.push(candidate)
  }
  return [...new Set(found)]
}

const lettersOf = (word: string): string => [...word].sort().join('')

/**
 * Whether a word is one slip away from another that is meant. A wrong letter counts only in a long word, and a letter
 * too many or too few only in one that is not short: "packed" and "date" are different words.
 */
export function isSlipOf(word: string, meant: string): boolean {
  if (word === meant || word[0] !== meant[0] || slipsBetween(word, meant, 1) !== 1) return false
  if (lettersOf(word) === lettersOf(meant)) return true
  return meant.length > (word.length === meant.length ? 7 : 4)
}

/**
 * Whether a word is another with one slip, for words in a place where only that other one makes sense. Of words below
 * three letters, none is.
 */
export function isOneSlip(word: string, meant: string): boolean {
  if (word.length < 3 || meant.length < 3 || slipsBetween(word, meant, 1) !== 1) return false
  return word[0] === meant[0] || lettersOf(word) === lettersOf(meant)
}

/** How alike two names are: 1 for the same, 0 for nothing in common. */
export function nearness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length, 1)
  return 1 - slipsBetween(one, other, longest) / longest
}
