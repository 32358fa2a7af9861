import { readdirSync, readFileSync } from 'node:fs'
import { patternsIn, patternsMade, wordsOfPattern } from '../fakes/source-patterns.ts'
import { SHAPES, shaped } from '../fakes/text-shapes.ts'
import { FUNCTION, growthByClock, type Limits, PATTERN, type Taken } from './growth-by-clock.ts'

/** How many of the worst are shown. */
const SHOWN = 15

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file}`)

const load = (file: string): Promise<Record<string, unknown>> =>
  import(new URL(`../../${file}`, import.meta.url).href)

const patterns = await patternsMade(async () => {
  for (const file of sources)
    if (/^src\/(?:domain|adapters\/(?:secrets|texts\/dates|ladder-))/.test(file)) await load(file)
})
patterns.push(...sources.flatMap(patternsIn))
// It loads our code, whose patterns have to be made above.
const { makeWholePath, STEPS } = await import('../fakes/whole-path.ts')

const kept = new Map<string, string>()
const textOf = (shape: string) => (length: number) => {
  const key = `${shape}\n${length}`
  const text = kept.get(key) ?? shaped(shape, length)
  kept.set(key, text)
  return text
}

type Row = Record<string, string | number>

/** The milliseconds for 1,000 characters at each length that was tried, and the last by the first. */
const told = (what: string, on: string, taken: readonly Taken[]): Row => {
  const each = taken.map(({ length, ms }) => (ms / length) * 1_000)
  return {
    ...{ what: what.slice(0, 90), on: on.slice(0, 30) },
    'ms per 1,000': each.map((one) => one.toFixed(2)).join(', '),
    ratio: (each.at(-1)! / each[0]!).toFixed(1),
  }
}

const found: Row[] = []
const tryOn = async (
  what: string,
  run: (text: string) => unknown,
  on: string,
  text: (length: number) => string,
  limits: Limits,
): Promise<void> => {
  const taken = await growthByClock(run, text, limits)
  if (taken) found.push(told(what, on, taken))
}
const report = (what: string, tried: number): void => {
  console.log(`${what}: ${tried} tried on ${SHAPES.length} shapes, ${found.length} grow faster than the text`)
  if (found.length > 0) console.table(found.splice(0).slice(0, SHOWN))
}

// What repeats nothing reads each letter as often as it has letters itself.
const repeating = [...new Map(patterns.map((one) => [String(one.pattern), one])).values()].filter((one) =>
  /[*+]|\{\d+,/.test(one.pattern.source),
)
for (const { where, pattern } of repeating) {
  const global = new RegExp(pattern.source, `${pattern.flags.replace(/[dgy]/g, '')}g`)
  const run = (text: string): unknown => text.replace(global, '')
  const what = `${where} ${String(pattern).slice(0, 40)}`
  for (const shape of SHAPES) await tryOn(what, run, shape, textOf(shape), PATTERN)
  for (const unit of wordsOfPattern(pattern)) {
    const text = (length: number): string => unit.repeat(Math.ceil(length / unit.length))
    await tryOn(what, run, unit, text, PATTERN)
  }
}
report('Patterns', repeating.length)

/** Functions of the domain that take a text and nothing else, by what they say of themselves. */
const ofText = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^export function (\w+)\(\s*\w+: string,?\s*\):/gm)].map(
    ([, name]) => name!,
  )

let functions = 0
for (const file of sources.filter((one) => /^src\/domain|^src\/adapters\/secret/.test(one))) {
  for (const name of ofText(file)) {
    const run = (await load(file))[name] as (text: string) => unknown
    functions += 1
    for (const shape of SHAPES) await tryOn(`${file} ${name}`, run, shape, textOf(shape), FUNCTION)
  }
}
report('Functions of a text', functions)

const path = await makeWholePath()
// Code that is run for the first time is slow for that reason alone.
for (let turn = 0; turn < 3; turn += 1) await path(shaped('normal sentences in lines', 4_000))
for (const shape of SHAPES) {
  await path(textOf(shape)(1_000))
  await tryOn('from secrets to review', path, shape, textOf(shape), FUNCTION)
}
report('The whole way of a text', 1)

/** Letters that stand for a number, no two alike: what is different in each sentence is kept for each. */
const lettersOf = (nth: number): string =>
  Array.from({ length: 4 }, (_, at) => String.fromCharCode(65 + (Math.floor(nth / 26 ** at) % 26))).join('')

const MANY: Readonly<Record<string, (nth: number) => string>> = {
  'short deeds': () => 'I led it.\n',
  abbreviations: (nth) => `I moved the ${lettersOf(nth)} to it.\n`,
  'links in one line': (nth) => `I led it, see [it](https://a.example/${nth}). `,
  colleagues: (nth) => `I mentored ${lettersOf(nth).slice(0, 1)}${lettersOf(nth).slice(1).toLowerCase()}. `,
}
/** The longest text that is read, a tenth of it, and how much more a character may cost in it. */
const [PART, FILE, FACTOR] = [20_000, 200_000, 2]

const leastOf = async (text: string): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const steps = await path(text)
    times.push(STEPS.reduce((sum, step) => sum + steps[step], 0))
  }
  return Math.min(...times)
}
const rows: Row[] = []
for (const [name, said] of Object.entries(MANY)) {
  let text = ''
  for (let nth = 0; text.length < FILE; nth += 1) text += said(nth)
  for (let turn = 0; turn < 3; turn += 1) await path(text.slice(0, PART))
  const taken = [
    { length: PART, ms: await leastOf(text.slice(0, PART)) },
    { length: FILE, ms: await leastOf(text.slice(0, FILE)) },
  ]
  const row = told(`a file of many ${name}`, `${FILE} characters`, taken)
  rows.push({ ...row, ok: String(Number(row.ratio) <= FACTOR) })
}
console.log('Files that are long because they say much')
console.table(rows)
