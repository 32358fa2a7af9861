import type { ChildProcess } from 'node:child_process'
import { readyDatabase, type StoreKind } from './databases.ts'
import { startLocalSlack } from './local-slack.ts'
import { faithful, startModelServer } from './model-server.ts'
import { openPlace } from './open-store.ts'
import { botEnv, type Mode } from './run-bot.ts'
import { startProgram } from './run-program.ts'
import { slackPerson } from './slack-person.ts'

/** Stands under every review. */
const FOOT = 'People decide promotions'

/** What a post says by which it is known as a sign of life, and as the end of all tries. */
const SIGNS = ['Got it, and kept', 'This is taking longer than usual']
const GIVEN_UP = ['I could not review this', 'I could not answer']

/** How long one piece may take from the last kill until its answer, in milliseconds. */
const ANSWER_LIMIT = 10 * 60_000

/** How long after a message the process is killed at most, in milliseconds: by then it reads, posts, or records. */
const WINDOW = 400

type Options = {
  readonly kind: StoreKind
  readonly kills: number
  /** The share of Slack's calls that fail, from 0 to 1. */
  readonly share: number
}

/** The whole bot with a model, as a process of its own, that is killed and started again over Socket Mode and HTTP. */
const startBot = async ({ kind, share }: Pick<Options, 'kind' | 'share'>) => {
  const slack = await startLocalSlack()
  slack.can.stream = true
  const model = await startModelServer()
  model.always(faithful)
  const place = await readyDatabase(kind)
  const starts = { failed: 0 }
  let bot: ChildProcess | null = null
  let port = ''

  const once = async (mode: Mode): Promise<boolean> => {
    const env = await botEnv(slack, mode, {
      ...place.env,
      LOG_LEVEL: 'info',
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'sk-local-secret',
      OPENAI_MODEL: 'scripted-1',
    })
    port = env.PORT!
    const child = startProgram(['src/main.ts'], env, share > 0 ? 'ignore' : 'inherit')
    bot = child
    return new Promise((resolve) => {
      child.stdout!.on('data', (data) => String(data).includes('"ready"') && resolve(true))
      child.once('exit', () => resolve(false))
    })
  }
  return {
    slack,
    starts,
    /** Starts it, again where a failing call of Slack's ends it before it is ready. */
    start: async (mode: Mode): Promise<void> => {
      while (!(await once(mode))) {
        starts.failed += 1
        if (share === 0 || starts.failed > 1_000) throw new Error('the bot did not start')
      }
    },
    /** Ends it and gives its exit code; null: it was killed. */
    end: (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> =>
      new Promise((resolve) => {
        if (bot === null || bot.exitCode !== null) return resolve(bot?.exitCode ?? null)
        bot.once('exit', (code) => resolve(code))
        bot.kill(signal)
      }),
    isUp: (): boolean => bot !== null && bot.exitCode === null && bot.signalCode === null,
    person: (user: string, mode: Mode) =>
      slackPerson(
        slack,
        mode === 'socket' ? slack.socket() : slack.http(`http://127.0.0.1:${port}/slack/events`),
        user,
      ),
    /** Jobs on pieces that are not done, while it does not run. */
    openJobs: async (): Promise<number> => {
      const database = await openPlace(place.env)
      const [row] = await database.query<{ n: number }>(
        `select count(*) as n from pgboss.job where name = 'piece' and state < 'completed'`,
      )
      await database.close()
      return row!.n
    },
    close: async () => {
      bot?.kill('SIGKILL')
      await slack.close()
      await model.close()
      await place.remove()
    },
  }
}

/** Resolves after a time without a timer's granularity. */
const spin = async (ms: number): Promise<void> => {
  const until = performance.now() + ms
  while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve))
}

/**
 * Sends messages and kills the process at an instant of their answering at random, again and again, while Slack
 * fails now and then. Counts what became of everything that was acknowledged, once nothing is left to do.
 */
export async function killRun({ kind, kills, share }: Options) {
  const bot = await startBot({ kind, share })
  const { slack } = bot
  const modes: readonly Mode[] = ['http', 'socket']
  try {
    await bot.start('http')
    const users = ['UADA', 'USAM', 'UKIM']
    for (const user of users) await bot.person(user, 'http').command('goal L3')
    slack.shaky.share = share
    const acked: { user: string; ts: string }[] = []
    for (let round = 0; round < kills; round += 1) {
      const mode = modes[round % 2]!
      const next = modes[(round + 1) % 2]!
      const text = `I repaired the broken replica number ${round} and wrote down why it broke.`
      for (const user of users) {
        const sent = await bot.person(user, mode).dm(text)
        if (sent.acked) acked.push({ user, ts: sent.ts })
      }
      await spin(Math.random() * WINDOW)
      await bot.end('SIGKILL')
      await bot.start(next)
    }
    const posts = ({ user, ts }: { user: string; ts: string }) => bot.person(user, 'http').thread(ts)
    const says = (post: object, ...words: readonly string[]): boolean =>
      words.some((one) => JSON.stringify(post).includes(one))
    const from = performance.now()
    let slowest = 0
    for (const one of acked) {
      // The process may have ended by itself, on a fault of the connection.
      const answered = (): boolean => posts(one).some((post) => says(post, FOOT, ...GIVEN_UP))
      while (!answered() && performance.now() - from < ANSWER_LIMIT) {
        if (!bot.isUp()) await bot.start('http')
        await slack.next(answered, 5_000).catch(() => {})
      }
      slowest = Math.max(slowest, performance.now() - from)
    }
    // What is left is taking signs away, which a fault may have put off.
    slack.shaky.share = 0
    let exit = await bot.end('SIGTERM')
    for (let look = 0; look < 60 && (await bot.openJobs()) > 0; look += 1) {
      await bot.start('http')
      await slack.next(() => false, 5_000).catch(() => {})
      exit = await bot.end('SIGTERM')
    }
    const counts = acked.map((one) => posts(one).filter((post) => says(post, FOOT)).length)
    return {
      store: kind,
      kills,
      'calls failed': slack.shaky.failed,
      'starts failed': bot.starts.failed,
      acknowledged: acked.length,
      once: counts.filter((count) => count === 1).length,
      twice: counts.filter((count) => count > 1).length,
      never: counts.filter((count) => count === 0).length,
      'given up': acked.filter((one) => posts(one).some((post) => says(post, ...GIVEN_UP))).length,
      'signs left': acked.filter((one) => posts(one).some((post) => says(post, ...SIGNS))).length,
      'last answer after, s': Math.round(slowest / 1_000),
      exit,
    }
  } finally {
    await bot.close()
  }
}
