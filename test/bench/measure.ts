/** Requests in one measured turn, and how many turns; both sides take turns, so that a drift hits both. */
export const REQUESTS = 300
export const TURNS = 5

/** The middle value; 0 of none. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** A call that measures itself gives its milliseconds; of any other, all of it counts. */
type Measured = () => Promise<unknown>

/** Median milliseconds of one call after another, over one turn. */
const turn = async (call: Measured): Promise<number> => {
  const times: number[] = []
  for (let request = 0; request < REQUESTS; request += 1) {
    const from = performance.now()
    const given = await call()
    times.push(typeof given === 'number' ? given : performance.now() - from)
  }
  return median(times)
}

/** Two kinds of call in turns, and the ratio of their medians turn by turn. */
export async function compare(
  name: string,
  ours: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<Record<string, string>> {
  await turn(ours)
  await turn(bare)
  const pairs: [number, number][] = []
  for (let round = 0; round < TURNS; round += 1) pairs.push([await turn(ours), await turn(bare)])
  return {
    what: name,
    'ours, ms': median(pairs.map(([a]) => a)).toFixed(2),
    'baseline, ms': median(pairs.map(([, b]) => b)).toFixed(2),
    ratio: median(pairs.map(([a, b]) => a / b)).toFixed(2),
  }
}
