/** Built-in methods that read a whole text or list. */
const OF_TEXT = ['split', 'replaceAll', 'toLowerCase', 'toUpperCase', 'normalize', 'trim'] as const
const OF_LIST = ['join', 'concat', 'flat', 'slice', 'toSorted', 'toReversed'] as const
/** Built-in methods that call a function for each item, or until one fits. */
const CALLING = [
  ...(['map', 'filter', 'flatMap', 'forEach', 'reduce', 'some', 'every', 'find', 'findIndex'] as const),
  ...(['findLast', 'findLastIndex'] as const),
]
/** Built-in methods that read up to what they look for. */
const SEEKING = ['includes', 'indexOf', 'lastIndexOf'] as const

type Real = (this: unknown, ...args: unknown[]) => unknown
type Changed = (own: unknown, args: unknown[], real: Real) => unknown

/**
 * Counts the characters and items that built-in methods read while a function runs: those of regular expressions,
 * strings and arrays. Unlike a time, the count is the same on every machine. It does not see loops of our own.
 */
const countWork = async (run: () => unknown): Promise<number> => {
  let work = 0
  const undo: (() => void)[] = []
  const change = (owner: object, names: readonly string[], changed: Changed): void => {
    const methods = owner as Record<string, Real>
    for (const name of names) {
      const real = methods[name]!
      methods[name] = function (...args) {
        return changed(this, args, real)
      }
      undo.push(() => {
        methods[name] = real
      })
    }
  }
  const readsAll: Changed = (own, args, real) => {
    work += (own as string).length
    return real.apply(own, args)
  }
  const reads =
    (seek: Real): Changed =>
    (own, args, real) => {
      const found = real.apply(own, args)
      const at = found === true ? seek.apply(own, args) : found
      const { length } = own as string
      work += 1 + (typeof at === 'number' && at >= 0 ? Math.abs(at - Number(args[1] ?? 0)) : length)
      return found
    }
  const { prototype: list } = Array
  const { prototype: text } = String
  const seekers = [list.indexOf as Real, text.indexOf as Real] as const
  change(text, OF_TEXT, readsAll)
  change(list, OF_LIST, readsAll)
  change(list, SEEKING, reads(seekers[0]))
  change(text, SEEKING, reads(seekers[1]))
  change(list, CALLING, (own, [call, ...args], real) => {
    const counted: Real = function (...given) {
      work += 1
      return (call as Real).apply(this, given)
    }
    return real.call(own, typeof call === 'function' ? counted : call, ...args)
  })
  change(RegExp.prototype, ['exec'], (own, args, real) => {
    const { global, sticky, source, lastIndex } = own as RegExp
    const from = global || sticky ? lastIndex : 0
    const found = real.apply(own, args) as RegExpExecArray | null
    const end = found ? found.index + found[0].length : String(args[0]).length
    // Where it may match at one place only, it does not read on.
    work += found || !(sticky || source.startsWith('^')) ? Math.max(1, end - from) : 1
    return found
  })
  try {
    await run()
    return work
  } finally {
    for (const one of undo) one()
  }
}

/** The shortest text, and the length before which growth does not count, in UTF-16 units. */
type Lengths = { readonly short: number; readonly long: number }

/**
 * Doubles a text until an added character costs a function as much work as before. Returns null, or the work per added
 * character, doubling after doubling, if it keeps growing. Below `long`, limits of our own may not be reached yet.
 */
export async function workGrowth(
  run: (text: string) => unknown,
  textOf: (pieces: number) => string,
  { short, long }: Lengths = { short: 200, long: 6_400 },
): Promise<string | null> {
  let pieces = Math.ceil(short / textOf(1).length)
  let { length } = textOf(pieces)
  let all = await countWork(() => run(textOf(pieces)))
  const each: number[] = []
  do {
    pieces *= 2
    const text = textOf(pieces)
    const more = await countWork(() => run(text))
    each.push((more - all) / (text.length - length))
    all = more
    length = text.length
    const [before, now] = each.slice(-2)
    if (now !== undefined && now <= 1.1 * before! + 0.5) return null
  } while (length < long || each.length < 2)
  return each.map((one) => one.toFixed(1)).join(', ')
}
