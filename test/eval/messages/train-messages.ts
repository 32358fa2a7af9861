import { writeFileSync } from 'node:fs'
import { sharesOf, type Weights } from '../../../src/domain/message/classify.ts'
import { featuresOf } from '../../../src/domain/message/features.ts'
import { INTENTS } from '../../../src/domain/message/message.ts'
import { givenMessages, type LabelledMessage, writtenMessages } from './message-rows.ts'

/** A feature of fewer messages is a coincidence. */
const FEWEST = 3
const ROUNDS = 40
const STEP = 0.1
const PULL = 1e-4
const SCALE = 50

/** Always the same numbers between 0 and 1. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

const shuffled = (count: number, next: () => number): number[] => {
  const order = Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}

/** The weights of a multinomial logistic regression, by AdaGrad with a pull to zero. The same rows give the same. */
export function trainMessages(rows: readonly LabelledMessage[]): Weights {
  const named = rows.map((row) => featuresOf(row))
  const counts = new Map<string, number>()
  for (const name of named.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= FEWEST).map(([name]) => name)
  const ids = new Map(names.map((name, id) => [name, id]))
  const features = named.map((all) => all.flatMap((name) => ids.get(name) ?? []))
  const labels = rows.map(({ intent }) => INTENTS.indexOf(intent))
  const weights = names.map(() => INTENTS.map(() => 0))
  const steps = names.map(() => INTENTS.map(() => 1e-6))
  const next = numbersFrom(1)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const row of shuffled(rows.length, next)) {
      const seen = features[row]!
      const share = 1 / Math.sqrt(seen.length)
      const shares = sharesOf(
        INTENTS.map((_, at) => seen.reduce((sum, id) => sum + weights[id]![at]!, 0) * share),
      )
      for (const id of seen) {
        for (const at of INTENTS.keys()) {
          const slope = (shares[at]! - (at === labels[row] ? 1 : 0)) * share + PULL * weights[id]![at]!
          steps[id]![at]! += slope * slope
          weights[id]![at]! -= (STEP * slope) / Math.sqrt(steps[id]![at]!)
        }
      }
    }
  }
  const kept = names.flatMap((name, id) => {
    const row = weights[id]!.map((one) => Math.round(one * SCALE))
    return row.some((one) => one !== 0) ? [[name, row.join(' ')] as const] : []
  })
  return { scale: SCALE, features: Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}

const WRITTEN = ['deeds.txt', 'plain-deeds.txt', 'talk.txt', 'close-calls.txt', 'close-calls-more.txt']

/** What the model in the repository is trained on: all that was written for it, and half of what was given. */
const trainingMessages = (): LabelledMessage[] => [
  ...WRITTEN.flatMap(writtenMessages),
  ...givenMessages('tune'),
]

/** Trains the model and writes its weights. */
export function writeWeights(): void {
  const weights = trainMessages(trainingMessages())
  writeFileSync('src/domain/message/weights.json', `${JSON.stringify(weights, null, 2)}\n`)
}
