import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Metrics } from '../coaching/ports.ts'

/** What the process counts, in Prometheus' text format. No label holds a person, a workspace or a word of anyone. */
export const makeMetrics = (): Metrics & { text(): Promise<string>; readonly contentType: string } => {
  const registry = new Registry()
  const registers = [registry]
  const reviews = new Counter({
    name: 'ladder_coach_reviews_total',
    help: 'Reviews posted, by reader (model, offline) and why it was the offline one.',
    labelNames: ['reader', 'asked'] as const,
    registers,
  })
  const seconds = new Histogram({
    name: 'ladder_coach_review_seconds',
    help: 'Time to read one piece of evidence, by reader.',
    labelNames: ['reader'] as const,
    buckets: [0.05, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 90],
    registers,
  })
  const tokens = new Counter({
    name: 'ladder_coach_model_tokens_total',
    help: 'Tokens by the provider’s count: input, cached (part of input), output.',
    labelNames: ['kind'] as const,
    registers,
  })
  const dollars = new Counter({
    name: 'ladder_coach_model_dollars_total',
    help: 'Cost by the provider’s tokens and prompts/budget.yaml, in US dollars.',
    registers,
  })
  const resting = new Gauge({
    name: 'ladder_coach_model_resting',
    help: '1 while a failing provider is left alone.',
    registers,
  })
  resting.set(0)
  return {
    reviewed: ({ readBy, use, seconds: took }) => {
      reviews.inc({ reader: readBy.reader, asked: readBy.reader === 'offline' ? readBy.asked : '' })
      seconds.observe({ reader: readBy.reader }, took)
      if (!use) return
      tokens.inc({ kind: 'input' }, use.input)
      tokens.inc({ kind: 'cached' }, use.cached)
      tokens.inc({ kind: 'output' }, use.output)
      if (use.microDollars) dollars.inc(use.microDollars / 1_000_000)
    },
    resting: (is) => resting.set(is ? 1 : 0),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
