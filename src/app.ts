import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askerOf, hashIn } from './adapters/database/asker.ts'
import { cleanedAfter, makeCleaning } from './adapters/database/cleaning.ts'
import { openDatabase } from './adapters/database/database.ts'
import { makeDatabaseCalls } from './adapters/database/database-calls.ts'
import { migrate } from './adapters/database/migrate.ts'
import { makeServerKey } from './adapters/database/server-key.ts'
import { MOST_BYTES, makeDocuments } from './adapters/documents/documents.ts'
import { openHealth } from './adapters/http/health.ts'
import { serveHttp } from './adapters/http/http-server.ts'
import { openLadders } from './adapters/ladder-files/ladder-watch.ts'
import { openNudgeQuestions } from './adapters/ladder-files/nudge-questions.ts'
import { makeMetrics } from './adapters/metrics/metrics.ts'
import { makeSlackCalls } from './adapters/metrics/slack-calls.ts'
import { openNudgeQueue } from './adapters/queue/nudge-queue.ts'
import { openQueue } from './adapters/queue/queue.ts'
import { answerIn, completed } from './adapters/reader/answer-form.ts'
import { openModel } from './adapters/reader/model.ts'
import { keepForgetting } from './adapters/store/forget-seen.ts'
import { makeNudgeMeStore } from './adapters/store/nudge-me-store.ts'
import { makeNudgeStore } from './adapters/store/nudge-store.ts'
import { makeStore } from './adapters/store/store.ts'
import { openTexts } from './adapters/texts/texts.ts'
import { makeAcceptEvidence } from './coaching/evidence/accept-evidence.ts'
import { makeChangeEvidence } from './coaching/evidence/change-evidence.ts'
import { makeDeleteEvidence, makeDeletePerson } from './coaching/evidence/delete-evidence.ts'
import { makeJoinEvidence } from './coaching/evidence/join-evidence.ts'
import { makeListEvidence } from './coaching/evidence/list-evidence.ts'
import { makeLogEvidence, makeSaveMessage } from './coaching/evidence/log-evidence.ts'
import { makeLookUpLadder } from './coaching/ladder/look-up-ladder.ts'
import { makeTellLadderChange } from './coaching/ladder/tell-ladder-change.ts'
import { makeNudges } from './coaching/nudge/nudges.ts'
import { makeNudgesMe } from './coaching/nudge/nudges-me.ts'
import type { Log } from './coaching/ports.ts'
import { makeCorrectReview } from './coaching/review/correct-review.ts'
import { makeJobs } from './coaching/review/jobs.ts'
import { FILE_LIMITS } from './coaching/review/read-files.ts'
import { makeShowRecorded, type Recording } from './coaching/review/show-recorded.ts'
import type { Config, Secrets } from './config.ts'
import { factOf } from './domain/remedy.ts'
import { calmed } from './log.ts'
import { openPlayground } from './open-playground.ts'
import { connectSlack, type SlackLimits } from './slack/connection/connect.ts'
import { makeSeals } from './slack/seals.ts'
import { recordedView } from './slack/views/review/recorded.ts'
import type { Said } from './slack/views/rich-text.ts'
import { troubleOf } from './slack/web-api/trouble-of.ts'

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
  // What was opened is closed in reverse, when the app stops or its start fails.
  await using opened = new AsyncDisposableStack()
  const ladders = await openLadders(config.rubricDir, log)
  opened.defer(() => ladders.close())
  const metrics = makeMetrics()
  const health = await openHealth({ config, mode: secrets.slack.kind, metrics, now })
  opened.defer(() => health.close())
  const documents = makeDocuments(DOCUMENT_LIMITS)
  opened.defer(() => documents.close())
  const { texts, intake: rules, ...textWorkers } = openTexts({ log: log.child({ action: 'read-text' }) })
  opened.defer(() => textWorkers.close())
  // Loads while the database opens: no first message waits for it.
  const loading = textWorkers.warm()

  const trouble = (action: string) => (error: unknown) =>
    log.warn({ action, ...factOf(error) }, 'a job or its queue failed')
  const isPlayground = secrets.slack.kind === 'playground'
  // The playground's Slack begins anew at each start, so what hangs on its ids does as well.
  const dataDir = isPlayground ? await mkdtemp(join(tmpdir(), 'ladder-coach-playground-')) : config.dataDir
  if (isPlayground) opened.defer(() => rm(dataDir, { recursive: true, force: true }))
  const database = await openDatabase({
    databaseUrl: isPlayground ? undefined : secrets.databaseUrl,
    dataDir,
    ...makeDatabaseCalls(metrics, calm),
  })
  opened.defer(() => database.close())
  await migrate(database)
  const showRecorded = makeShowRecorded({
    texts,
    ladders,
    answerIn: (received) => answerIn(completed(received)),
    now,
    log: log.child({ action: 'show-recorded' }),
  })
  const recorded = async (recording: Recording): Promise<Said | null> => {
    const review = await showRecorded(recording)
    return review && recordedView(review)
  }
  const playground = isPlayground
    ? await openPlayground(config, health.routes, config.openAi ? null : recorded)
    : null
  opened.defer(async () => playground?.close())

  // Closed behind the queue: what runs is handed back first.
  const cleaning = makeCleaning(database, trouble('clean-database'))
  opened.defer(() => cleaning.close())
  const queue = await openQueue(database, trouble('queue'), metrics.jobEnded)
  opened.defer(() => queue.stop(STOP_GRACE))
  const store = cleanedAfter(makeStore(database, queue.enqueue), cleaning)
  const forgetting = keepForgetting(database, trouble('forget-seen'))
  opened.defer(() => forgetting.stop())
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
  const nudgeQueue = await openNudgeQueue(queue.boss, trouble('send-nudge'), metrics.jobEnded)
  const slack = connectSlack({
    mostBytes: MOST_BYTES,
    now,
    log,
    onCall: makeSlackCalls(metrics, log, now),
    // A token that is refused would fail every job: they wait instead.
    onUsable: (usable) => {
      for (const one of [queue, nudgeQueue]) one.hold(!usable).catch(trouble('queue'))
    },
    ...(options.slackLimits ? { limits: options.slackLimits } : {}),
    ...(secrets.slack.kind === 'playground'
      ? {
          botToken: playground!.botToken,
          transport: { kind: 'http', signingSecret: playground!.signingSecret },
          apiUrl: playground!.slackApiUrl,
        }
      : {
          botToken: secrets.slack.botToken,
          transport: secrets.slack,
          apiUrl: config.slackApiUrl,
        }),
  })
  opened.defer(() => slack.stop())
  health.watch({ database, slack: slack.state, requests: slack.requests })
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
    members: slack.members,
    metrics,
    now,
    logOf,
  })
  const nudgesMe = makeNudgesMe({
    store,
    nudges: makeNudgeMeStore(database, nudgeQueue.enqueueMe),
    ladders,
    questions,
    messenger: slack.nudgesMe,
    metrics,
    now,
    logOf,
  })
  const deletion = { store, messenger, forgetNudgeMe: nudgesMe.forgetNudgeMe, log: logOf('delete-evidence') }
  const deleteEvidence = makeDeleteEvidence(deletion)
  const intake = { store, secrets: rules, now, newId }
  const acceptEvidence = metrics.accepting(
    'message',
    makeAcceptEvidence({ ...intake, log: logOf('accept-evidence') }),
  )
  const correctReview = makeCorrectReview({ ...shared, secrets: rules, log: logOf('correct-review') })
  await loading
  await slack.start({
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
    logEvidence: metrics.accepting('form', makeLogEvidence({ ...intake, log: logOf('log-evidence') })),
    saveMessage: metrics.accepting(
      'shortcut',
      makeSaveMessage({ ...intake, people, log: logOf('log-evidence') }),
    ),
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
    seals: makeSeals(makeServerKey(database, 'forms'), now),
    mentions: store,
  })
  const jobs = makeJobs({
    ...shared,
    model,
    budget,
    limitMs: limits.batchMs,
    people,
    files: slack.files,
    documents,
    secretsOfFiles: textWorkers.ofFiles,
    fileLimits,
    correctReview,
    metrics,
    troubleOf,
    ownerTeam: slack.ownerTeam,
    random: Math.random,
    newId,
    logOf,
  })
  await queue.work(jobs.handlers, jobs.tried, model ? AT_ONCE.model : AT_ONCE.offline)
  const nudging = await nudgeQueue.work(
    (job) => ('user' in job ? nudgesMe.sendNudgeMe(job) : nudges.sendNudge(job)),
    [nudges.sweepNudges, nudgesMe.sweepNudgesMe],
    options.sweepEvery ?? SWEEP_EVERY,
  )
  opened.defer(() => nudging.stop())
  if (playground) {
    const taking = await serveHttp('PORT', { port: 0, host: '127.0.0.1' }, [], () => slack.requests)
    opened.defer(() => taking.close())
    playground.connect(`http://127.0.0.1:${taking.address.port}/slack/events`)
  }
  health.takes()
  log.info(
    {
      slack: secrets.slack.kind,
      database: database.kind,
      reader: model ? config.openAi?.model : 'offline',
      ladders: ladders.shelf().all.map(({ id }) => id),
    },
    playground ? `ready: open ${playground.url} in a browser` : 'ready',
  )

  const closing = opened.move()
  return {
    stop: () => {
      health.stops()
      return closing.disposeAsync()
    },
  }
}
