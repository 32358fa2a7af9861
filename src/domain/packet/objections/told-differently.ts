import { sharedIn } from '../../text/likeness.ts'
import { stem, stemsOf } from '../../text/stems.ts'

/** "69 of the 71 services", "40 minutes", "11%". */
const AMOUNTS =
  /(?<![\p{L}\d.,])(\d{1,9}(?:[.,]\d{1,3})?)(?: of (?:the |all |our )?(\d{1,9}))?\s?(%|\p{L}{2,20})?/gu

/** "All 71". */
const ALL = /\ball (?:of )?(?:the |our )?(\d{1,9})\b/giu

/** How many words two quotes must share to be about the same thing. */
const SHARED = 3

const amountsIn = (text: string): Map<string, Set<string>> => {
  const amounts = new Map<string, Set<string>>()
  for (const [, first, second, unit] of text.matchAll(AMOUNTS)) {
    if (!unit) continue
    const key = stem(unit.toLowerCase())
    const known = amounts.get(key) ?? new Set()
    for (const one of [first, second]) if (one) known.add(one)
    amounts.set(key, known)
  }
  return amounts
}

/** One says "all 71" and the other says "69 of 71". */
const saysAll = (one: string, other: string): boolean =>
  [...one.matchAll(ALL)].some(([, all]) =>
    [...other.matchAll(AMOUNTS)].some(([, done, of]) => of === all && Number(done) < Number(all)),
  )

/** Whether two quotes about the same thing give different numbers. */
export function tellDifferently(one: string, other: string): boolean {
  const units = amountsIn(one)
  const others = amountsIn(other)
  const differs = [...units].some(([unit, values]) => {
    const known = others.get(unit)
    return known !== undefined && ![...values].some((value) => known.has(value))
  })
  if (!differs && !saysAll(one, other) && !saysAll(other, one)) return false
  return sharedIn([...new Set(stemsOf(one))], [...new Set(stemsOf(other))]) >= SHARED
}
