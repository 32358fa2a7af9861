/**
 * A share of a list that is tried: all of it in CI; on somebody's own machine every `parts`-th, from the `nth` on, so that
 * as many runs of the list try all of it together.
 */
export function some<T>(list: readonly T[], parts: number, nth: number): readonly T[] {
  return process.env.CI ? list : list.filter((_, at) => at % parts === nth % parts)
}

/** How many random inputs are tried: all of them in CI, a tenth on somebody's own machine, where they wait for it. */
export function rounds(all: number): number {
  return process.env.CI ? all : Math.ceil(all / 10)
}
