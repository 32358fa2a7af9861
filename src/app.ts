import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { makeDatabaseCalls } from './adapters/database/database-calls.ts'
import { makeDocuments } from './adapters/documents/documents.ts'
import { DOCUMENT_LIMITS, MOST_BYTES } from './adapters/documents/limits.ts'
import { openHealth } from './adapters/http/health.ts'
import { openLadders } from './adapters/ladder-files/ladder-watch.ts'
import { openNudgeQuestions } from './adapters/ladder-files/nudge-questions.ts'
import { makeMetrics } from './adapters/metrics/metrics.ts'
import { makeSlackCalls } from './adapters/metrics/slack-calls.ts'
import { openKeeping } from './adapters/open-keeping.ts'
import { openPacketFiles } from './adapters/packet-files/packet-files.ts'
import { SWEEP_EVERY } from './adapters/queue/nudge-queue.ts'
import { answerIn, completed } from './adapters/reader/answer-form.ts'
import { MODEL_LIMITS, openModel } from './adapters/reader/model.ts'
import { openTexts, type TextPools } from './adapters/texts/texts.ts'
import type { Log } from './coaching/ports.ts'
import { FILE_LIMITS } from './coaching/review/read-files.ts'
import { makeShowRecorded, type Recording } from './coaching/review/show-recorded.ts'
import { makeUseCases } from './coaching/use-cases.ts'
import type { Config, Secrets } from './config.ts'
import { factOf } from './domain/logged-failure.ts'
import { calmed } from './log.ts'
import { connectSlack, SLACK_LIMITS, type SlackLimits } from './slack/connection/connect.ts'
import { makeSeals } from './slack/seals.ts'
import { recordedView } from './slack/views/review/recorded.ts'
import { troubleOf } from './slack/web-api/trouble-of.ts'
import { openMode } from './slack-mode.ts'

type Options = {
  readonly config: Config
  readonly secrets: Secrets
  readonly log: Parameters<typeof calmed>[0]
  /** Tests pass shorter limits. */
  readonly modelLimits?: typeof MODEL_LIMITS
  readonly slackLimits?: SlackLimits
  readonly fileLimits?: typeof FILE_LIMITS
  /** Tests share the workers of several bots. */
  readonly textPools?: TextPools
  /** Tests pass their own clock, and sweep for nudges more often. */
  readonly now?: () => Temporal.Instant
  readonly sweepEvery?: number
}

const PROMPTS = join(import.meta.dirname, '..', 'prompts')

const newId = (): string => randomUUID()

/** Closes what was opened. */
const closed = async (one: { close(): unknown }): Promise<void> => void (await one.close())

/**
 * Builds everything once and starts it: ladders, database, queue, Slack. In that order, nothing is accepted before it
 * can be stored. Throws CoachError for what an admin can fix.
 */
export async function startApp(options: Options): Promise<{ stop(): Promise<void> }> {
  const { config, secrets, now = () => Temporal.Now.instant(), sweepEvery = SWEEP_EVERY } = options
  const { modelLimits = MODEL_LIMITS, slackLimits = SLACK_LIMITS, fileLimits = FILE_LIMITS } = options
  const calm = calmed(options.log, now)
  const { log } = calm
  const logOf = (action: string): Log => log.child({ action })
  const trouble = (action: string) => (error: unknown) =>
    log.warn({ action, ...factOf(error) }, 'a job or the queue failed')

  // What was opened is closed in reverse, when the app stops or its start fails.
  await using opened = new AsyncDisposableStack()
  const ladders = opened.adopt(await openLadders(config.rubricDir, log), closed)
  const metrics = makeMetrics()
  const health = opened.adopt(await openHealth({ config, mode: secrets.slack.kind, metrics, now }), closed)
  const documents = opened.adopt(makeDocuments(DOCUMENT_LIMITS), closed)
  const packetFiles = opened.adopt(openPacketFiles({ rubricDir: config.rubricDir }), closed)
  const reading = opened.adopt(openTexts({ log: logOf('read-text'), pools: options.textPools }), closed)
  const { texts } = reading
  // This loads while the database opens, so that the first message does not wait for it.
  const loading = reading.warm()

  const showRecorded = makeShowRecorded({
    ...{ texts, ladders, now, log: logOf('show-recorded') },
    answerIn: (received) => answerIn(completed(received)),
  })
  const recorded = async (recording: Recording) => {
    const review = await showRecorded(recording)
    return review && recordedView(review)
  }
  const mode = opened.adopt(
    await openMode(config, secrets, health.routes, config.openAi ? null : recorded),
    closed,
  )
  const { databaseUrl, dataDir } = mode
  const calls = makeDatabaseCalls(metrics, calm)
  const keeping = opened.adopt(
    await openKeeping({ databaseUrl, dataDir, ...calls, metrics, trouble }),
    closed,
  )
  const { database, store, nudgeStore, nudgeMeStore, draftStore, queue, nudgeQueue, draftQueue } = keeping
  await ladders.keepIn(keeping.ladderFiles)

  const { model, messageModel, packetModel, budget } = await openModel({
    ...{ openAi: config.openAi, apiKey: secrets.openAiKey, prompts: PROMPTS, metrics, log },
    ownBudget: join(config.rubricDir, 'budget.yaml'),
    ...{ limits: modelLimits, safetyIdOf: keeping.safetyIdOf },
  })
  const slack = connectSlack({
    ...mode.slack,
    ...{ limits: slackLimits, mostBytes: MOST_BYTES, now, log },
    onCall: makeSlackCalls(metrics, log, now),
    // Every job would fail while Slack refuses the token, so they wait.
    onUsable: (usable) => keeping.hold(!usable),
  })
  opened.defer(() => slack.stop())
  health.watch({ database, slack: slack.state, requests: slack.requests, broken: ladders.broken })

  const { messenger, presence, homeTabs, people, files, zones, members, notices, ownerTeam, packetUpload } =
    slack
  const { forSlack, jobs, draftPacket, nudging, sweeps } = makeUseCases({
    ...{ store, nudgeStore, nudgeMeStore, draftStore, ladders, texts, documents, fileLimits, packetFiles },
    ...{ model, messageModel, packetModel, budget },
    ...{ messenger, presence, homeTabs, people, files, zones, members, notices, ownerTeam, troubleOf },
    ...{ metrics, accepting: metrics.accepting, now, newId, logOf, random: Math.random },
    hasModel: model !== null,
    limitMs: modelLimits.batchMs,
    messageMs: modelLimits.messageMs,
    secrets: reading.intake,
    secretsOfFiles: reading.ofFiles,
    questions: openNudgeQuestions(config.rubricDir, logOf('read-ladders'), ladders),
    scheduler: slack.nudges(ladders, nudgeStore, now),
    nudgeMeMessenger: slack.nudgesMe,
    packetUpload,
  })
  await loading
  await slack.start({ ...forSlack, seals: makeSeals(keeping.keyOf('forms'), now), mentions: store })
  await queue.work(jobs.handlers, jobs.tried, jobs.atOnce)
  await draftQueue.work(draftPacket)
  const sweeping = await nudgeQueue.work(nudging.look, sweeps, sweepEvery)
  opened.defer(() => sweeping.stop())
  const taking = await mode.connect(slack.requests)
  opened.defer(async () => void (await taking?.close()))

  health.takes()
  const reader = model ? config.openAi?.model : 'offline'
  const about = { slack: secrets.slack.kind, database: database.kind, reader }
  log.info({ ...about, ladders: ladders.shelf().all.map(({ id }) => id) }, mode.ready)
  const closing = opened.move()
  return {
    stop: () => {
      health.stops()
      return closing.disposeAsync()
    },
  }
}
