import { featuresOf } from './features.ts'
import { INTENTS, type Intent, type Message } from './message.ts'
import trained from './weights.json' with { type: 'json' }

/** The weights of a model: for each feature one whole number for each intent, in their order. */
export type Weights = { readonly scale: number; readonly features: Readonly<Record<string, string>> }

/** How likely each intent is. */
export type Odds = Readonly<Record<Intent, number>>

const read = ({ scale, features }: Weights): ReadonlyMap<string, readonly number[]> =>
  new Map(
    Object.entries(features).map(([name, row]) => [name, row.split(' ').map((one) => Number(one) / scale)]),
  )

/** Softmax: shares that add up to one, from sums of any size. */
export function sharesOf(sums: readonly number[]): number[] {
  const most = Math.max(...sums)
  const raised = sums.map((sum) => Math.exp(sum - most))
  const whole = raised.reduce((sum, one) => sum + one, 0)
  return raised.map((one) => one / whole)
}

/** Says how likely each intent of a message is, by the weights of a trained model. */
export function makeClassifier(weights: Weights): (message: Message) => Odds {
  const rows = read(weights)
  return (message) => {
    const known = featuresOf(message)
      .map((name) => rows.get(name))
      .filter((row) => row !== undefined)
    const sums = INTENTS.map((_, at) => known.reduce((sum, row) => sum + row[at]!, 0))
    const shares = sharesOf(sums.map((sum) => sum / Math.sqrt(known.length || 1)))
    return Object.fromEntries(INTENTS.map((intent, at) => [intent, shares[at]!])) as Odds
  }
}

/** The model that was trained on test/fixtures/messages by test/eval/messages/train-messages.ts. */
export const oddsOf = makeClassifier(trained)
