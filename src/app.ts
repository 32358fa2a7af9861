import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { askerOf, hashIn } from './adapters/database/asker.ts'
import { makeDatabaseCalls } from './adapters/database/database-calls.ts'
import { makeServerKey } from './adapters/database/server-key.ts'
import { MOST_BYTES, makeDocuments } from './adapters/documents/documents.ts'
import { openHealth } from './adapters/http/health.ts'
import { openLadders } from './adapters/ladder-files/ladder-watch.ts'
import { openNudgeQuestions } from './adapters/ladder-files/nudge-questions.ts'
import { makeMetrics } from './adapters/metrics/metrics.ts'
import { makeSlackCalls } from './adapters/metrics/slack-calls.ts'
import { openKeeping } from './adapters/open-keeping.ts'
import { answerIn, completed } from './adapters/reader/answer-form.ts'
import { openModel } from './adapters/reader/model.ts'
import { openTexts } from './adapters/texts/texts.ts'
import type { Log } from './coaching/ports.ts'
import { FILE_LIMITS } from './coaching/review/read-files.ts'
import { makeShowRecorded } from './coaching/review/show-recorded.ts'
import { makeUseCases } from './coaching/use-cases.ts'
import type { Config, Secrets } from './config.ts'
import { factOf } from './domain/remedy.ts'
import { calmed } from './log.ts'
import { connectSlack, type SlackLimits } from './slack/connection/connect.ts'
import { makeSeals } from './slack/seals.ts'
import { recordedView } from './slack/views/review/recorded.ts'
import { troubleOf } from './slack/web-api/trouble-of.ts'
import { openMode } from './slack-mode.ts'

/** How long a model may take for one attempt, and for one batch of evidence with all attempts, in milliseconds. */
const MODEL_LIMITS = { attemptMs: 40_000, batchMs: 60_000 }

/** How long the text of one file may take, in milliseconds, and how much memory, in MB. */
const DOCUMENT_LIMITS = { timeoutMs: 20_000, memoryMb: 512 }

/** How many pieces of evidence are under way at once: a model's time is waiting, the offline reader's is this machine's. */
const AT_ONCE = { model: 20, offline: 6 } as const

/** How often nudges are looked for that are due within hours, in milliseconds. */
const SWEEP_EVERY = 15_000

type Options = {
  readonly config: Config
  readonly secrets: Secrets
  readonly log: Parameters<typeof calmed>[0]
  /** Shorter ones for tests. */
  readonly modelLimits?: typeof MODEL_LIMITS
  readonly slackLimits?: SlackLimits
  readonly fileLimits?: typeof FILE_LIMITS
  /** Another clock, and a shorter time between looks for nudges, for tests. */
  readonly now?: () => Temporal.Instant
  readonly sweepEvery?: number
}

const PROMPTS = join(import.meta.dirname, '..', 'prompts')

const newId = (): string => randomUUID()

/**
 * Builds everything once and starts it: ladders, database, queue, Slack, in that order, so that nothing is
 * taken before it can be kept. Throws CoachError for what an admin can mend.
 */
export const startApp = async (options: Options): Promise<{ stop(): Promise<void> }> => {
  const { config, secrets, now = () => Temporal.Now.instant(), fileLimits = FILE_LIMITS } = options
  const calm = calmed(options.log, now)
  const { log } = calm
  const logOf = (action: string): Log => log.child({ action })
  const trouble = (action: string) => (error: unknown) =>
    log.warn({ action, ...factOf(error) }, 'a job or its queue failed')

  // What was opened is closed in reverse, when the app stops or its start fails.
  await using opened = new AsyncDisposableStack()
  const ladders = await openLadders(config.rubricDir, log)
  opened.defer(() => ladders.close())
  const metrics = makeMetrics()
  const health = await openHealth({ config, mode: secrets.slack.kind, metrics, now })
  opened.defer(() => health.close())
  const documents = makeDocuments(DOCUMENT_LIMITS)
  opened.defer(() => documents.close())
  const { texts, intake, ...textWorkers } = openTexts({ log: logOf('read-text') })
  opened.defer(() => textWorkers.close())
  // Loads while the database opens: no first message waits for it.
  const loading = textWorkers.warm()

  const showRecorded = makeShowRecorded({
    texts,
    ladders,
    answerIn: (received) => answerIn(completed(received)),
    now,
    log: logOf('show-recorded'),
  })
  const mode = await openMode(
    config,
    secrets,
    health.routes,
    config.openAi
      ? null
      : async (recording) => {
          const review = await showRecorded(recording)
          return review && recordedView(review)
        },
  )
  opened.defer(() => mode.close())
  const { databaseUrl, dataDir } = mode
  const calls = makeDatabaseCalls(metrics, calm)
  const keeping = await openKeeping({ databaseUrl, dataDir, ...calls, metrics, trouble })
  opened.defer(() => keeping.close())
  const { database, store, queue, nudgeQueue } = keeping

  const limits = options.modelLimits ?? MODEL_LIMITS
  const { model, budget } = await openModel({
    openAi: config.openAi,
    apiKey: secrets.openAiKey,
    prompts: PROMPTS,
    attemptMs: limits.attemptMs,
    safetyIdOf: async (owner) => askerOf(await hashIn(database), owner),
    metrics,
    log,
  })
  const slack = connectSlack({
    ...mode.slack,
    mostBytes: MOST_BYTES,
    now,
    log,
    onCall: makeSlackCalls(metrics, log, now),
    // A token that is refused would fail every job: they wait instead.
    onUsable: (usable) => keeping.hold(!usable),
    ...(options.slackLimits ? { limits: options.slackLimits } : {}),
  })
  opened.defer(() => slack.stop())
  health.watch({ database, slack: slack.state, requests: slack.requests })

  const { messenger, people, files, zones, members, notices, ownerTeam } = slack
  const { nudges, nudgesMe, jobs, forSlack } = makeUseCases({
    ...{ store, ladders, texts, model, budget, documents, fileLimits, metrics, now, newId, logOf, troubleOf },
    hasModel: model !== null,
    secrets: intake,
    secretsOfFiles: textWorkers.ofFiles,
    limitMs: limits.batchMs,
    random: Math.random,
    accepting: metrics.accepting,
    ...{ messenger, people, files, zones, members, notices, ownerTeam },
    questions: openNudgeQuestions(config.rubricDir, logOf('send-nudge')),
    nudgeStore: keeping.nudgeStore,
    nudgeMeStore: keeping.nudgeMeStore,
    scheduler: slack.nudges(ladders, keeping.nudgeStore, now),
    nudgesMessenger: slack.nudgesMe,
  })
  await loading
  await slack.start({ ...forSlack, seals: makeSeals(makeServerKey(database, 'forms'), now), mentions: store })
  await queue.work(jobs.handlers, jobs.tried, model ? AT_ONCE.model : AT_ONCE.offline)
  const nudging = await nudgeQueue.work(
    (job) => ('user' in job ? nudgesMe.sendNudgeMe(job) : nudges.sendNudge(job)),
    [nudges.sweepNudges, nudgesMe.sweepNudgesMe],
    options.sweepEvery ?? SWEEP_EVERY,
  )
  opened.defer(() => nudging.stop())
  const taking = await mode.connect(slack.requests)
  opened.defer(async () => void (await taking?.close()))

  health.takes()
  const reader = model ? config.openAi?.model : 'offline'
  const ids = ladders.shelf().all.map(({ id }) => id)
  log.info({ slack: secrets.slack.kind, database: database.kind, reader, ladders: ids }, mode.ready)
  const closing = opened.move()
  return {
    stop: () => {
      health.stops()
      return closing.disposeAsync()
    },
  }
}
