/** A pattern's source in its smallest parts: a letter, a class, a bracket, how often. */
const partsOf = (source: string): string[] =>
  source.match(
    /\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|<\w+>)|\{\d+,?\d*\}\??|[*+?]\??|./gsu,
  ) ?? []

const isGroup = (part: string): boolean => part.startsWith('(')
const LOOKS = /^\(\?<?[=!]/
const MAY_LACK = /^(?:[*?]|\{0)/
const REPEATS = /^(?:[*+?]|\{\d)/

/** A part, with the alternatives in it if it is a group. */
type Item = { readonly part: string; readonly inner: Item[][] | null; readonly mayLack: boolean }

const treeOf = (parts: readonly string[]): Item[][] => {
  let at = 0
  const alternatives = (): Item[][] => {
    const all: Item[][] = [[]]
    while (at < parts.length && parts[at] !== ')') {
      const part = parts[at]!
      at += 1
      if (part === '|') {
        all.push([])
        continue
      }
      const inner = isGroup(part) ? alternatives() : null
      if (inner) at += 1
      const count = parts[at] ?? ''
      if (REPEATS.test(count)) at += 1
      all.at(-1)!.push({ part, inner, mayLack: MAY_LACK.test(count) })
    }
    return all
  }
  return alternatives()
}

const isBare = ({ part }: Item): boolean => LOOKS.test(part) || part === '^' || part === '$'

/** Collects what may stand first or last in a row of parts. True: all of it may be lacking. */
const edgeOf = (items: readonly Item[], last: boolean, found: string[]): boolean => {
  for (const item of last ? items.toReversed() : items) {
    if (isBare(item) || /^\\[bB]$/.test(item.part)) continue
    const inner = item.inner?.map((one) => edgeOf(one, last, found))
    if (!inner) found.push(item.part)
    if (!item.mayLack && !inner?.some(Boolean)) return false
  }
  return true
}

const FOREIGN = /[^\p{ASCII}]/u

/**
 * The letters beyond a to z that a pattern has right before or after a `\b`, which does not know them as letters. Sees
 * into groups next to it, but not out of the group that it is in, and takes `\p{L}` for a letter of any language.
 */
export function lettersAtWordEdges({ source }: RegExp): string[] {
  const found: string[] = []
  const visit = (items: readonly Item[]): void => {
    for (const [nth, item] of items.entries()) {
      if (item.part === '\\b') {
        edgeOf(items.slice(nth + 1), false, found)
        edgeOf(items.slice(0, nth), true, found)
      }
      if (item.inner && !LOOKS.test(item.part)) for (const one of item.inner) visit(one)
    }
  }
  for (const one of treeOf(partsOf(source))) visit(one)
  return found.filter((part) => FOREIGN.test(part) && /\p{L}/u.test(part.replace(/\\[pP]\{[^}]*\}/g, '')))
}
