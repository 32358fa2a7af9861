import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from './adapters/database.ts'
import { MOST_BYTES, makeDocuments } from './adapters/documents.ts'
import { healthRoutes, portInUse, serveHealth } from './adapters/health.ts'
import { openLadders } from './adapters/ladder-watch.ts'
import { makeMetrics } from './adapters/metrics.ts'
import { migrate } from './adapters/migrate.ts'
import { openModel } from './adapters/model.ts'
import { makeNudgeMeStore } from './adapters/nudge-me-store.ts'
import { openNudgeQuestions } from './adapters/nudge-questions.ts'
import { openNudgeQueue } from './adapters/nudge-queue.ts'
import { makeNudgeStore } from './adapters/nudge-store.ts'
import { openQueue } from './adapters/queue.ts'
import { makeStore } from './adapters/store.ts'
import { openTexts } from './adapters/texts.ts'
import { makeAcceptEvidence } from './coaching/accept-evidence.ts'
import { makeAnswerReply } from './coaching/answer-reply.ts'
import { makeChangeEvidence } from './coaching/change-evidence.ts'
import { makeCorrectReview } from './coaching/correct-review.ts'
import { makeDeleteEvidence, makeDeletePerson } from './coaching/delete-evidence.ts'
import { makeGiveUp } from './coaching/give-up.ts'
import { makeJoinEvidence } from './coaching/join-evidence.ts'
import { makeListEvidence } from './coaching/list-evidence.ts'
import { makeLogEvidence, makeSaveMessage } from './coaching/log-evidence.ts'
import { makeLookUpLadder } from './coaching/look-up-ladder.ts'
import { makeNudges } from './coaching/nudges.ts'
import { makeNudgesMe } from './coaching/nudges-me.ts'
import type { Log } from './coaching/ports.ts'
import { makeReadEvidence } from './coaching/read-evidence.ts'
import { makeReadFiles } from './coaching/read-files.ts'
import { makeReadPiece } from './coaching/read-piece.ts'
import { makeReviewEvidence } from './coaching/review-evidence.ts'
import { makeSayEvidence } from './coaching/say-evidence.ts'
import { makeTellLadderChange } from './coaching/tell-ladder-change.ts'
import type { Config, Secrets, SlackMode } from './config.ts'
import { CoachError } from './domain/coach-error.ts'
import { factOf } from './slack/answer.ts'
import { connectSlack, type Transport } from './slack/connect.ts'

/** How long a model may take for one attempt, and for one batch of evidence with all attempts, in milliseconds. */
const MODEL_LIMITS = { attemptMs: 40_000, batchMs: 60_000 }

/** How long the text of one file may take, in milliseconds, and how much memory, in MB. */
const DOCUMENT_LIMITS = { timeoutMs: 20_000, memoryMb: 512 }

/** How many pieces of evidence are under way at once: a model's time is waiting, the offline reader's is this machine's. */
const AT_ONCE = { model: 20, offline: 6 } as const

/** How often nudges are looked for that are due within hours, in milliseconds. */
const SWEEP_EVERY = 15_000

/** How long running work may go on after a signal, in milliseconds; the rest is handed back. */
const STOP_GRACE = 6_000

type Logger = Log & { child(fact: object): Log }

type Options = {
  readonly config: Config
  readonly secrets: Secrets
  readonly log: Logger
  /** Shorter ones for tests. */
  readonly modelLimits?: typeof MODEL_LIMITS
  /** Another clock, and a shorter time between looks for nudges, for tests. */
  readonly now?: () => Temporal.Instant
  readonly sweepEvery?: number
}

const PROMPTS = join(import.meta.dirname, '..', 'prompts')

const newId = (): string => randomUUID()

/** A Slack on this machine, for who has no tokens yet. Loaded only then; its libraries are development ones. */
const openPlayground = async (port: number, routes: ReturnType<typeof healthRoutes>) => {
  try {
    const { openPlayground: open } = await import('./playground/playground.ts')
    return await open({ port, routes })
  } catch (cause) {
    const { code } = cause as { code?: string }
    if (code === 'EADDRINUSE') throw portInUse(port, cause)
    if (code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new CoachError(
      'config-invalid',
      'No Slack settings, and the playground is not installed. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or run "npm ci" without --omit=dev',
      { cause },
    )
  }
}

const transportOf = (slack: Exclude<SlackMode, { kind: 'playground' }>, port: number): Transport =>
  slack.kind === 'socket'
    ? { kind: 'socket', appToken: slack.appToken }
    : { kind: 'http', signingSecret: slack.signingSecret, port }

/**
 * Builds everything once and starts it: ladders, database, queue, Slack, in that order, so that nothing is
 * taken before it can be kept. Throws CoachError for what an admin can mend.
 */
export const startApp = async (options: Options): Promise<{ stop(): Promise<void> }> => {
  const { config, secrets, log, now = () => Temporal.Now.instant() } = options
  const ladders = await openLadders(config.rubricDir, log)
  const metrics = makeMetrics()
  const limits = options.modelLimits ?? MODEL_LIMITS
  const { model, budget } = await openModel({
    openAi: config.openAi,
    apiKey: secrets.openAiKey,
    prompts: PROMPTS,
    attemptMs: limits.attemptMs,
    metrics,
    log,
  })
  const documents = makeDocuments(DOCUMENT_LIMITS)
  const { texts, intake: rules, ...textWorkers } = openTexts({ log: log.child({ action: 'read-text' }) })
  // Loads while the database opens: no first message waits for it.
  const loading = textWorkers.warm()

  const trouble = (what: string) => (error: unknown) => log.warn(factOf(error), what)
  const isPlayground = secrets.slack.kind === 'playground'
  // The playground's Slack begins anew at each start, so what hangs on its ids does as well.
  const dataDir = isPlayground ? await mkdtemp(join(tmpdir(), 'ladder-coach-playground-')) : config.dataDir
  const database = await openDatabase({
    databaseUrl: isPlayground ? undefined : secrets.databaseUrl,
    dataDir,
    onError: trouble('database connection lost'),
  })
  await migrate(database)
  const queue = await openQueue(database, trouble('job failed or queue in trouble'))
  const store = makeStore(database, queue.enqueue)
  const nudgeQueue = await openNudgeQueue(queue.boss, trouble('nudge failed'))

  let taking = false
  const ready = async (): Promise<boolean> => taking && (await database.query('select 1')).length === 1
  const routes = healthRoutes(ready, metrics)

  const playground = isPlayground ? await openPlayground(config.port, routes) : null
  const slack = connectSlack({
    mostBytes: MOST_BYTES,
    log,
    ...(secrets.slack.kind === 'playground'
      ? {
          botToken: playground!.botToken,
          transport: { kind: 'http', signingSecret: playground!.signingSecret, port: 0, host: '127.0.0.1' },
          apiUrl: playground!.slackApiUrl,
          routes: [],
        }
      : {
          botToken: secrets.slack.botToken,
          transport: transportOf(secrets.slack, config.port),
          apiUrl: config.slackApiUrl,
          routes,
        }),
  })
  const { messenger, people } = slack
  const hasModel = model !== null
  const logOf = (action: string): Log => log.child({ action })
  const shared = { store, messenger, ladders, texts, hasModel, now }

  const questions = openNudgeQuestions(config.rubricDir, logOf('send-nudge'))
  const nudgeStore = makeNudgeStore(database, nudgeQueue.enqueue)
  const nudges = makeNudges({
    store: nudgeStore,
    ladders,
    questions,
    scheduler: slack.nudges(ladders, nudgeStore, now),
    notices: slack.notices,
    zones: slack.zones,
    now,
    logOf,
  })
  const nudgesMe = makeNudgesMe({
    store,
    nudges: makeNudgeMeStore(database, nudgeQueue.enqueueMe),
    ladders,
    questions,
    messenger: slack.nudgesMe,
    now,
    logOf,
  })
  const deletion = { store, messenger, forgetNudgeMe: nudgesMe.forgetNudgeMe, log: logOf('delete-evidence') }
  const deleteEvidence = makeDeleteEvidence(deletion)
  const intake = { store, secrets: rules, now, newId }
  const acceptEvidence = makeAcceptEvidence({ ...intake, log: logOf('accept-evidence') })
  const correctReview = makeCorrectReview({ ...shared, secrets: rules, log: logOf('correct-review') })
  await loading
  const address = await slack.start({
    acceptEvidence,
    changeEvidence: makeChangeEvidence({
      store,
      secrets: rules,
      deleteEvidence,
      acceptEvidence,
      now,
      log: logOf('change-evidence'),
    }),
    joinEvidence: makeJoinEvidence({ store, log: logOf('join-evidence') }),
    logEvidence: makeLogEvidence({ ...intake, log: logOf('log-evidence') }),
    saveMessage: makeSaveMessage({ ...intake, people, log: logOf('log-evidence') }),
    listEvidence: makeListEvidence({ store, ladders, texts, hasModel, now }),
    lookUpLadder: makeLookUpLadder({ store, ladders, now }),
    tellLadderChange: makeTellLadderChange({
      store,
      messenger,
      ladders,
      log: logOf('tell-ladder-change'),
    }),
    deleteEvidence,
    deletePerson: makeDeletePerson(deletion),
    correctReview,
    setNudge: nudges.setNudge,
    setNudgeMe: nudgesMe.setNudgeMe,
    findTopic: nudges.findTopic,
    mentions: store,
  })
  const reviewing = logOf('review-evidence')
  const giveUp = makeGiveUp({ store, messenger, log: logOf('give-up') })
  const readEvidence = makeReadEvidence({
    model,
    texts,
    people,
    store,
    budget,
    limitMs: limits.batchMs,
    metrics,
    now,
    log: reviewing,
  })
  const reviewEvidence = makeReviewEvidence({
    ...shared,
    readFiles: makeReadFiles({
      store,
      files: slack.files,
      documents,
      secrets: textWorkers.ofFiles,
      log: reviewing,
    }),
    readPiece: makeReadPiece({ store, readEvidence, texts, now, newId }),
    log: reviewing,
  })
  const answerReply = makeAnswerReply({ ...shared, correctReview, log: logOf('answer-reply') })
  const sayEvidence = makeSayEvidence({ store, messenger, texts, log: logOf('say-evidence') })
  await queue.work(
    {
      'review-evidence': { handle: reviewEvidence, giveUp },
      'answer-reply': { handle: answerReply, giveUp },
      'say-evidence': { handle: sayEvidence, giveUp },
    },
    model ? AT_ONCE.model : AT_ONCE.offline,
  )
  const nudging = await nudgeQueue.work(
    (job) => ('user' in job ? nudgesMe.sendNudgeMe(job) : nudges.sendNudge(job)),
    [nudges.sweepNudges, nudgesMe.sweepNudgesMe],
    options.sweepEvery ?? SWEEP_EVERY,
  )
  const health = secrets.slack.kind === 'socket' ? await serveHealth(config.port, routes) : null
  if (playground && address) playground.connect(`http://127.0.0.1:${address.port}/slack/events`)
  taking = true
  log.info(
    {
      slack: secrets.slack.kind,
      database: database.kind,
      reader: model ? config.openAi?.model : 'offline',
      ladders: ladders.shelf().all.map(({ id }) => id),
    },
    playground ? `ready: open ${playground.url} in a browser` : 'ready',
  )

  return {
    stop: async () => {
      taking = false
      await slack.stop()
      await ladders.close()
      await nudging.stop()
      await queue.stop(STOP_GRACE)
      await Promise.allSettled([health?.close(), playground?.close(), documents.close(), textWorkers.close()])
      await database.close()
      if (isPlayground) await rm(dataDir, { recursive: true, force: true })
    },
  }
}
