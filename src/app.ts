import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openDatabase } from './adapters/database.ts'
import { healthRoutes, portInUse, serveHealth } from './adapters/health.ts'
import { openLadders } from './adapters/ladder-watch.ts'
import { migrate } from './adapters/migrate.ts'
import { loadThemes, makeOfflineReader } from './adapters/offline-reader.ts'
import { makeOpenAiReader } from './adapters/openai-reader.ts'
import { loadPrompt } from './adapters/prompt-files.ts'
import { openQueue } from './adapters/queue.ts'
import { makeStore } from './adapters/store.ts'
import { makeAcceptEvidence } from './coaching/accept-evidence.ts'
import { makeCorrectReview } from './coaching/correct-review.ts'
import { makeDeleteEvidence, makeDeletePerson } from './coaching/delete-evidence.ts'
import { makeLookUpLadder } from './coaching/look-up-ladder.ts'
import type { Log } from './coaching/ports.ts'
import { makeReadEvidence } from './coaching/read-evidence.ts'
import { makeGiveUpEvidence, makeReviewEvidence } from './coaching/review-evidence.ts'
import { makeTellLadderChange } from './coaching/tell-ladder-change.ts'
import type { Config, Secrets, SlackMode } from './config.ts'
import { CoachError } from './domain/coach-error.ts'
import { factOf } from './slack/answer.ts'
import { connectSlack, type Transport } from './slack/connect.ts'

/** How long a model may take for one attempt, and for one piece of evidence with all attempts, in milliseconds. */
const MODEL_ATTEMPT = 40_000
const MODEL_BUDGET = 60_000

/** How many pieces of evidence are read at once: a model's time is waiting, the offline reader's is this machine's. */
const AT_ONCE = { model: 20, offline: 2 } as const

/** How long running work may go on after a signal, in milliseconds; the rest is handed back. */
const STOP_GRACE = 6_000

type Logger = Log & { child(fact: object): Log }

type Options = { readonly config: Config; readonly secrets: Secrets; readonly log: Logger }

const now = (): Temporal.Instant => Temporal.Now.instant()
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
export const startApp = async ({ config, secrets, log }: Options): Promise<{ stop(): Promise<void> }> => {
  const ladders = await openLadders(config.rubricDir, log)
  const prompt = await loadPrompt(join(import.meta.dirname, '..', 'prompts'), 'review-evidence')
  const offline = makeOfflineReader({ themes: await loadThemes() })
  const model =
    config.openAi && secrets.openAiKey
      ? makeOpenAiReader({ ...config.openAi, apiKey: secrets.openAiKey, prompt, timeoutMs: MODEL_ATTEMPT })
      : null

  const trouble = (what: string) => (error: unknown) => log.warn(factOf(error), what)
  const database = await openDatabase({
    databaseUrl: secrets.databaseUrl,
    dataDir: config.dataDir,
    onError: trouble('database connection lost'),
  })
  await migrate(database)
  const queue = await openQueue(database, trouble('job failed or queue in trouble'))
  const store = makeStore(database, queue.enqueue)

  let taking = false
  const ready = async (): Promise<boolean> => taking && (await database.query('select 1')).length === 1
  const routes = healthRoutes(ready)

  const playground = secrets.slack.kind === 'playground' ? await openPlayground(config.port, routes) : null
  const slack = connectSlack(
    secrets.slack.kind === 'playground'
      ? {
          botToken: playground!.botToken,
          transport: { kind: 'http', signingSecret: playground!.signingSecret, port: 0, host: '127.0.0.1' },
          apiUrl: playground!.slackApiUrl,
          routes: [],
          log,
        }
      : {
          botToken: secrets.slack.botToken,
          transport: transportOf(secrets.slack, config.port),
          apiUrl: config.slackApiUrl,
          routes,
          log,
        },
  )
  const { messenger } = slack

  const readEvidence = makeReadEvidence({
    model,
    offline,
    budgetMs: MODEL_BUDGET,
    log: log.child({ action: 'review-evidence' }),
  })
  const deletion = { store, messenger, log: log.child({ action: 'delete-evidence' }) }
  const address = await slack.start({
    acceptEvidence: makeAcceptEvidence({ store, now, newId, log: log.child({ action: 'accept-evidence' }) }),
    lookUpLadder: makeLookUpLadder({ store, ladders, now }),
    tellLadderChange: makeTellLadderChange({
      store,
      messenger,
      ladders,
      log: log.child({ action: 'tell-ladder-change' }),
    }),
    deleteEvidence: makeDeleteEvidence(deletion),
    deletePerson: makeDeletePerson(deletion),
    correctReview: makeCorrectReview({ store, messenger, now }),
    mentions: store,
  })
  await queue.work({
    handle: makeReviewEvidence({
      store,
      messenger,
      ladders,
      readEvidence,
      takesTime: model !== null,
      now,
      newId,
      log: log.child({ action: 'review-evidence' }),
    }),
    atOnce: model ? AT_ONCE.model : AT_ONCE.offline,
    giveUp: makeGiveUpEvidence({ store, messenger, log: log.child({ action: 'review-evidence' }) }),
  })
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
      await queue.stop(STOP_GRACE)
      await Promise.allSettled([health?.close(), playground?.close()])
      await database.close()
    },
  }
}
