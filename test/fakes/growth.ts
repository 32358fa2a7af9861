/** Lengths at which time is taken, in UTF-16 units. The short ones stop what would never end at the long ones. */
const QUICK = [24, 60, 150, 500, 4_000] as const
const LONG = [1_000, 10_000, 100_000] as const

/** No text of a person may cost more than so many milliseconds a character, whatever its length. */
const DEAR = 0.008
/** Below so many milliseconds nothing is said: there the clock and the collector decide. */
const FLOOR = { quick: 1, long: 25 } as const
/** A cost a character that grows by this factor while the text grows tenfold is more than linear. */
const FACTOR = 4
/** At the quick lengths a growth of so much is worth a look at the long ones; noise costs time there, and no verdict. */
const SUSPECT = 1.7

/**
 * Milliseconds of one run: the time of this thread alone where that is enough to be counted, because what others do on
 * the machine does not count; the clock's where it is little, which is finer.
 */
const once = (run: (text: string) => unknown, text: string): number => {
  const cpu = process.threadCpuUsage()
  const from = performance.now()
  run(text)
  const wall = performance.now() - from
  if (wall < FLOOR.long) return wall
  const { user, system } = process.threadCpuUsage(cpu)
  return Math.min(wall, Math.max(FLOOR.quick, (user + system) / 1_000))
}

/** The least of some runs, in milliseconds, stopped early when it is below what would be doubted. */
const least = (run: (text: string) => unknown, text: string, doubted: number, times = 4): number => {
  let best = once(run, text)
  for (let time = 1; time < times && best > doubted; time += 1) best = Math.min(best, once(run, text))
  return best
}

/** How long something took on a text of a length. */
export type Taken = { readonly length: number; readonly ms: number }

const each = ({ length, ms }: Taken): number => ms / length

/** True where something is too dear at one length, or grows from one length to the next faster than the text. */
const grows = (taken: readonly Taken[], floor: number): boolean => {
  const last = taken.at(-1)!
  if (last.ms < floor) return false
  return each(last) > DEAR || taken.some((one) => last.length > one.length && each(last) > each(one) * FACTOR)
}

/**
 * Runs something on longer and longer texts and finds out whether its time grows faster than they do, or is too
 * much: what was taken then; null: it does not. The cost a character at two lengths of one run is compared, each the
 * least of several, so that a busy machine makes the answer later and not another.
 */
export const growthOf = (
  run: (text: string) => unknown,
  textOf: (length: number) => string,
): readonly Taken[] | null => {
  const quick: Taken[] = []
  for (const length of QUICK) {
    const text = textOf(length)
    quick.push({ length: text.length, ms: least(run, text, FLOOR.quick) })
    if (quick.at(-1)!.ms > FLOOR.quick * 2 && each(quick.at(-1)!) > DEAR) return quick
  }
  const [before, last] = [quick.at(-2)!, quick.at(-1)!]
  if (last.ms < 0.02 || each(last) < each(before) * SUSPECT) return null
  const long: Taken[] = []
  for (const length of LONG) {
    const text = textOf(length)
    long.push({ length: text.length, ms: least(run, text, FLOOR.quick) })
    if (grows(long, FLOOR.long)) return long
  }
  return null
}
