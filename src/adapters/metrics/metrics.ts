import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Metrics } from '../../coaching/ports.ts'
import type { CoachError } from '../../domain/coach-error.ts'
import {
  databaseLabel,
  JOBS,
  jobLabel,
  MODEL_OUTCOMES,
  modelLabel,
  slackMethodLabel,
  slackOutcomeLabel,
  unreadLabel,
} from './metrics-labels.ts'
import { gaugesAtScrape, type Watched } from './metrics-now.ts'

/** How one try of a job ended. */
export type JobOutcome = 'done' | 'again' | 'given-up'

/** All metrics, in the text format of Prometheus. */
export type AllMetrics = Metrics & {
  /** Wraps work that stores evidence, and counts it if it was new. */
  accepting<A extends readonly unknown[], R>(
    by: Parameters<Metrics['accepted']>[0],
    work: (...args: A) => Promise<R>,
  ): (...args: A) => Promise<R>
  jobEnded(kind: string, outcome: JobOutcome): void
  /** Counts a call to Slack's Web API. `outcome` is `ok` or Slack's error code. */
  slackCalled(method: string, outcome: string): void
  databaseFailed(trouble: CoachError): void
  /** Sets what is checked at every scrape. */
  watch(watched: Watched): void
  text(): Promise<string>
  names(): string[]
  readonly contentType: string
  close(): void
}

const SECONDS = [0.05, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 90]

/**
 * The metrics of the process. No label contains a person, a workspace, a channel or anybody's words. Labels come from
 * closed lists, and other values become `other`. `.github/docs/operating.md` names every metric.
 */
export function makeMetrics(): AllMetrics {
  const registry = new Registry()
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Counter({ name: `ladder_coach_${name}`, help, labelNames: [...labelNames], registers })
  const histogram = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Histogram({
      name: `ladder_coach_${name}`,
      help,
      labelNames: [...labelNames],
      buckets: SECONDS,
      registers,
    })

  const accepted = counter('evidence_accepted_total', 'Evidence that was stored, by how it was sent.', ['by'])
  const unread = counter('files_unread_total', 'Files without readable text, by reason.', ['why'])
  const reviews = counter(
    'reviews_total',
    'Reviews, by reader (model, offline) and the reason for an offline one.',
    ['reader', 'asked'],
  )
  const seconds = histogram('review_seconds', 'Time to read one piece of evidence, by reader.', ['reader'])
  const calls = counter('model_calls_total', 'Questions to the model, by how they ended.', ['outcome'])
  const callSeconds = histogram(
    'model_call_seconds',
    'Duration of one question to the model, by how it ended.',
    ['outcome'],
  )
  const tokens = counter(
    'model_tokens_total',
    'Tokens as the provider counts them: input, cached (part of input), output.',
    ['kind'],
  )
  const dollars = counter('model_dollars_total', 'Cost of these tokens by budget.yaml, in US dollars.', [])
  const nudges = counter('nudges_total', 'Nudges to a channel or a person, by how they ended.', [
    'to',
    'outcome',
  ])
  const uses = counter(
    'nudge_uses_total',
    'Presses of the button under a channel’s nudge (opened), and entries stored from it (logged).',
    ['use'],
  )
  const jobs = counter('job_tries_total', 'Attempts at jobs, by kind and how they ended.', [
    'kind',
    'outcome',
  ])
  const slack = counter('slack_calls_total', 'Calls to Slack’s Web API, by method and how they ended.', [
    'method',
    'outcome',
  ])
  const database = counter('database_errors_total', 'Failed database calls, by SQLSTATE.', ['code'])
  const resting = new Gauge({
    name: 'ladder_coach_model_resting',
    help: '1 while calls to a failing provider are paused.',
    registers,
  })
  resting.set(0)
  const now = gaugesAtScrape(registers)
  // To Prometheus, a counter that first appears as 1 has not increased, so the ones that alerts use begin at 0.
  for (const kind of JOBS)
    for (const outcome of ['done', 'again', 'given-up'] satisfies JobOutcome[]) jobs.inc({ kind, outcome }, 0)
  for (const outcome of MODEL_OUTCOMES) calls.inc({ outcome }, 0)
  for (const outcome of ['sent', 'late', 'skipped', 'missed', 'unknown'])
    nudges.inc({ to: 'channel', outcome }, 0)
  for (const use of ['opened', 'logged']) uses.inc({ use }, 0)
  for (const outcome of ['sent', 'unknown']) nudges.inc({ to: 'person', outcome }, 0)

  const countAccepted: Metrics['accepted'] = (by) => accepted.inc({ by })
  return {
    accepted: countAccepted,
    accepting:
      (by, work) =>
      async (...args) => {
        const outcome = await work(...args)
        // A repeat from Slack, an empty message and one of our own are not new evidence.
        if (outcome === undefined || outcome === 'accepted') countAccepted(by)
        return outcome
      },
    fileUnread: (why) => unread.inc({ why: unreadLabel(why) }),
    reviewed: ({ readBy, seconds: took }) => {
      reviews.inc({ reader: readBy.reader, asked: readBy.reader === 'offline' ? readBy.asked : '' })
      seconds.observe({ reader: readBy.reader }, took)
    },
    modelCalled: ({ outcome, use, seconds: took }) => {
      const label = { outcome: modelLabel(outcome) }
      calls.inc(label)
      callSeconds.observe(label, took)
      if (!use) return
      tokens.inc({ kind: 'input' }, use.input)
      tokens.inc({ kind: 'cached' }, use.cached)
      tokens.inc({ kind: 'output' }, use.output)
      if (use.microDollars) dollars.inc(use.microDollars / 1_000_000)
    },
    resting: (is) => resting.set(is ? 1 : 0),
    nudged: (to, outcome) => nudges.inc({ to, outcome }),
    nudgeUsed: (use) => uses.inc({ use }),
    jobEnded: (kind, outcome) => jobs.inc({ kind: jobLabel(kind), outcome }),
    slackCalled: (method, outcome) =>
      slack.inc({ method: slackMethodLabel(method), outcome: slackOutcomeLabel(outcome) }),
    databaseFailed: ({ code, vendor }) => {
      if (code === 'store-unavailable' || code === 'store-misused')
        database.inc({ code: databaseLabel(vendor) })
    },
    watch: now.watch,
    text: async () => {
      await now.look()
      return registry.metrics()
    },
    names: () => registry.getMetricsAsArray().map(({ name }) => name),
    contentType: registry.contentType,
    close: now.close,
  }
}
