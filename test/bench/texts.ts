import { SHAPES, shaped } from '../fakes/text-shapes.ts'
import { makeWholePath, STEPS } from '../fakes/whole-path.ts'

/** How long a text may take in all, in milliseconds, by its length in UTF-16 units. */
const GOALS = [
  [40_000, 400],
  [200_000, 2_000],
] as const
/** Each is read so many times; the least counts. */
const TURNS = 3
const SHOWN = 15

const path = await makeWholePath()
for (let turn = 0; turn < TURNS; turn += 1) await path(shaped('normal sentences in lines', 40_000))

const measured = async (shape: string, length: number) => {
  const text = shaped(shape, length)
  const turns = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    const times = await path(text)
    turns.push({ times, all: STEPS.reduce((sum, step) => sum + times[step], 0) })
  }
  return { shape, ...turns.toSorted((a, b) => a.all - b.all)[0]! }
}

for (const [length, goal] of GOALS) {
  const rows = []
  for (const shape of SHAPES) rows.push(await measured(shape, length))
  const [worst, normal] = [
    rows.toSorted((a, b) => b.all - a.all).slice(0, SHOWN),
    rows.filter(({ shape }) => shape.startsWith('normal')),
  ]
  console.log(
    `Reading ${length} characters without a model, ms: ${rows.length} shapes, the dearest and the ordinary ones;`,
    `${rows.filter(({ all }) => all > goal).length} above ${goal} ms`,
  )
  console.table(
    [...new Set([...worst, ...normal])].map(({ shape, all, times }) => ({
      shape,
      all: Math.round(all),
      ...Object.fromEntries(STEPS.map((step) => [step, Math.round(times[step])])),
    })),
  )
}
