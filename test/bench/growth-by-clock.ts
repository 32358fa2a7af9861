/** At which lengths time is taken, in UTF-16 units, and what is too much. */
export type Limits = {
  /** The short ones stop what would never end at the long ones. */
  readonly quick: readonly number[]
  /** Looked at where the last two quick ones leave a doubt. */
  readonly long: readonly number[]
  /** No text of a person may cost more than so many milliseconds a character, whatever its length. */
  readonly dear: number
  /** What is as dear and took longer than this, in milliseconds, is tried at no greater length. */
  readonly stop: number
  /** A cost a character that grows by this factor between two long lengths is more than linear. */
  readonly factor: number
}

export const PATTERN: Limits = {
  quick: [24, 60, 150, 500, 4_000],
  long: [1_000, 10_000, 100_000],
  dear: 0.008,
  stop: 2,
  factor: 4,
}

/** For what does many things with a text: it takes longer, and shows at shorter lengths whether that grows. */
export const FUNCTION: Limits = {
  quick: [24, 100, 400, 2_400],
  long: [1_000, 8_000, 64_000],
  dear: 0.05,
  stop: 25,
  factor: 4,
}

/** Below so many milliseconds nothing is said: there the clock and the collector decide. */
const FLOOR = { quick: 1, long: 25 } as const
/** From this growth on at the quick lengths, the long ones are tried too. */
const SUSPECT = 1.7

type Run = (text: string) => unknown

/**
 * Milliseconds of one run: the time of this thread alone where that is enough to be counted, because what others do on
 * the machine does not count; the clock's where it is little, which is finer.
 */
const once = async (run: Run, text: string): Promise<number> => {
  const cpu = process.threadCpuUsage()
  const from = performance.now()
  const running = run(text)
  if (running instanceof Promise) await running
  const wall = performance.now() - from
  if (wall < FLOOR.long) return wall
  const { user, system } = process.threadCpuUsage(cpu)
  return Math.min(wall, Math.max(FLOOR.quick, (user + system) / 1_000))
}

/** From so many milliseconds on a time is taken again only where it speaks against what is measured. */
const SURE = 60
const AGAIN = 4

/** The least of some runs, in milliseconds, stopped early when it is below what would be doubted. */
const least = async (run: Run, text: string, times = 4): Promise<number> => {
  let best = await once(run, text)
  let all = best
  for (let time = 1; time < times && best > FLOOR.quick && all < SURE; time += 1) {
    const ms = await once(run, text)
    all += ms
    best = Math.min(best, ms)
  }
  return best
}

/** How long something took on a text of a length. */
export type Taken = { readonly length: number; readonly ms: number }

const each = ({ length, ms }: Taken): number => ms / length

/** True where something is too dear at one length, or grows from one length to the next faster than the text. */
const grows = (taken: readonly Taken[], { dear, factor }: Limits): boolean => {
  const last = taken.at(-1)!
  if (last.ms < FLOOR.long) return false
  return each(last) > dear || taken.some((one) => last.length > one.length && each(last) > each(one) * factor)
}

/**
 * Runs something on longer and longer texts and finds out whether its time grows faster than they do, or is too
 * much: what was taken then; null: it does not. The cost a character at two lengths of one run is compared, each the
 * least of several, so that a busy machine makes the answer later and not another.
 */
export async function growthByClock(
  run: Run,
  textOf: (length: number) => string,
  limits: Limits,
): Promise<readonly Taken[] | null> {
  const { quick, long, dear, stop } = limits
  const first: Taken[] = []
  // A pattern is compiled when it first meets letters of a kind. That costs the same at every length.
  if (quick[0] !== undefined) await once(run, textOf(quick[0]))
  for (const length of quick) {
    const text = textOf(length)
    first.push({ length: text.length, ms: await least(run, text) })
    const { ms } = first.at(-1)!
    if (ms > stop && each(first.at(-1)!) > dear) return first
  }
  const [before, last] = first.slice(-2)
  if (before && last && (last.ms < 0.02 || each(last) < each(before) * SUSPECT)) return null
  const then: Taken[] = []
  for (const length of long) {
    const text = textOf(length)
    then.push({ length: text.length, ms: await least(run, text) })
    // What speaks against it is looked at again: a busy machine lies for one moment, and not for five.
    for (let again = 0; again < AGAIN && grows(then, limits); again += 1) {
      const { ms } = then.pop()!
      then.push({ length: text.length, ms: Math.min(ms, await least(run, text)) })
    }
    if (grows(then, limits)) return then
  }
  return null
}
