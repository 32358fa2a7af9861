/** Whether all that the tests could try is tried: `npm run bench -- rounds`. A tenth or so runs with every change. */
export const ALL_ROUNDS = process.env.TEST_ROUNDS === 'all'

/** A share of a list: every `parts`-th, from the `nth` on, so that as many runs of the list try all of it together. */
export function some<T>(list: readonly T[], parts: number, nth: number): readonly T[] {
  return ALL_ROUNDS ? list : list.filter((_, at) => at % parts === nth % parts)
}

/** How many of so many random inputs are tried: a tenth, unless all are. */
export function rounds(all: number): number {
  return ALL_ROUNDS ? all : Math.ceil(all / 10)
}
