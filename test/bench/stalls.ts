import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { READING_TITLE } from '../../src/slack/views/review/reading.ts'
import { type LocalSlack, startLocalSlack } from '../fakes/local-slack.ts'
import { botEnv } from '../fakes/run-bot.ts'
import { type SlackPerson, slackPerson } from '../fakes/slack-person.ts'
import { percentile, SENTENCES, startProcess, stopProcess } from './bot-process.ts'
import type { Stalls } from './stall-probe.ts'

/** How often somebody else types `/ladder L3` meanwhile, in milliseconds, whatever became of the one before. */
const EVERY = 40
/** The shortest time that is measured, and the longest that an answer is waited for, in milliseconds. */
const AT_LEAST = 4_000
const AT_MOST = 240_000
/** DMs that are accepted and read within `ACCEPT_MS`, by how many people. */
const ACCEPTED = 200
const ACCEPT_MS = 10_000
const PEOPLE = 5

const hangul = (length: number): string =>
  Array.from({ length }, (_, at) => String.fromCodePoint(0xac00 + ((at * 7_919) % 11_172))).join('')

/** Ordinary sentences, no two the same, up to a length. */
const month = (length: number): string => {
  const lines: string[] = []
  for (let at = 0, size = 0; size < length; at += 1) {
    const line = `${SENTENCES[at % SENTENCES.length]} That was number ${at} of the month.`
    lines.push(line)
    size += line.length + 1
  }
  return lines.join('\n').slice(0, length)
}

type Shape = { readonly name: string; readonly text: string; readonly as: 'file' | 'message' }
const shapes: readonly Shape[] = [
  { name: 'a file of 583 KB of Hangul without spaces', text: hangul(199_000), as: 'file' },
  { name: 'a DM of 40,000 characters of Hangul without spaces', text: hangul(40_000), as: 'message' },
  { name: 'a file of 20,000 times "I led it. "', text: 'I led it. '.repeat(20_000), as: 'file' },
  { name: 'a file of 200,000 characters of "![a]("', text: '![a]('.repeat(40_000), as: 'file' },
  { name: "a month's file, 200,000 characters", text: month(199_900), as: 'file' },
]

/** The bot in a process of its own, against a Slack in this one. */
const startBot = async (slack: LocalSlack, env: Record<string, string>) => {
  const probe = pathToFileURL(`${import.meta.dirname}/stall-probe.ts`).href
  const bot = await startProcess(env, ['--import', probe])
  const deliver = slack.http(`http://127.0.0.1:${env.PORT}/slack/events`, false)
  return {
    person: (user: string) => slackPerson(slack, deliver, user),
    stalls: async (): Promise<Stalls> => {
      const told = once(bot, 'message')
      bot.send('tell')
      return (await told)[0]
    },
    stop: () => stopProcess(bot),
  }
}

const slack = await startLocalSlack()
const env = await botEnv(slack, 'http', { LOG_LEVEL: 'info' })
const bot = await startBot(slack, env)
const other = bot.person('UOTHER')

/** Milliseconds of somebody else's `/ladder L3`, asked for again and again until `work` is done. */
const lookupsDuring = async (work: Promise<unknown>): Promise<number[]> => {
  let going = true
  void Promise.allSettled([Promise.all([work, wait(AT_LEAST)])]).then(() => {
    going = false
  })
  const asked: Promise<number>[] = []
  while (going) {
    // A delivery that is given up counts with the time that was waited for it.
    asked.push(other.command('L3').then(({ ms }) => ms))
    await wait(EVERY)
  }
  await work
  return Promise.all(asked)
}

/** The answer to a message, which is more than a sign of life. */
const answered = (person: SlackPerson, ts: string): Promise<unknown> =>
  slack.next(
    () => person.thread(ts).find(({ text }) => !text.startsWith(READING_TITLE)),
    AT_MOST,
    'an answer',
  )

let people = 0
/** Somebody who has a goal and was welcomed: what they send next is answered by nothing but its review. */
const newPerson = async (): Promise<SlackPerson> => {
  people += 1
  const person = bot.person(`USTALL${people}`)
  await person.command('goal L2 to L3')
  const { ts } = await person.dm(SENTENCES[0]!)
  await person.reply(ts, 'People decide promotions')
  return person
}

const send = async (person: SlackPerson, { text, as }: Shape): Promise<void> => {
  const { ts } =
    as === 'file'
      ? await person.upload('', [{ name: 'notes.txt', bytes: Buffer.from(text) }])
      : await person.dm(text)
  await answered(person, ts)
}

let idle = 0
const rows: Record<string, string>[] = []
const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  await bot.stalls()
  // The first round after it was asked is not counted.
  await wait(50)
  const from = performance.now()
  const lookups = await lookupsDuring(work())
  const seconds = (performance.now() - from) / 1000
  const { p99, longest, rssMb } = await bot.stalls()
  const own = percentile(lookups, 0.99)
  idle ||= own
  rows.push({
    'while it reads': what,
    'stall p99, ms': p99.toFixed(0),
    'longest, ms': longest.toFixed(0),
    '/ladder p50, ms': percentile(lookups, 0.5).toFixed(1),
    'p99, ms': own.toFixed(1),
    'p99 by idle': (own / idle).toFixed(1),
    'answered after, s': seconds.toFixed(1),
    'memory, MB': rssMb.toFixed(0),
  })
}

const readers: SlackPerson[] = []
for (let nth = 0; nth < PEOPLE; nth += 1) readers.push(await newPerson())
for (let nth = 0; nth < 200; nth += 1) await other.command('L3')
await measure('nothing', async () => {})
await measure(`${ACCEPTED} DMs in ${ACCEPT_MS / 1000} s`, async () => {
  const answers: Promise<unknown>[] = []
  for (let nth = 0; nth < ACCEPTED; nth += 1) {
    const person = readers[nth % PEOPLE]!
    const text = `${SENTENCES[nth % SENTENCES.length]} It was the ${nth}th.`
    answers.push(person.dm(text).then(({ ts }) => answered(person, ts)))
    await wait(ACCEPT_MS / ACCEPTED)
  }
  await Promise.all(answers)
})
for (const shape of shapes) {
  await measure(shape.name, () => send(readers[0]!, shape))
  await measure(`${PEOPLE} of them at once`, () => Promise.all(readers.map((person) => send(person, shape))))
}
console.table(rows)

/** What somebody else waits for while one person sends so many DMs: their acks, and their review, in milliseconds. */
const BURST = { messages: 1_000, ms: 5_000 }
const waits = { acks: [] as number[], own: [] as number[], reviews: [] as number[] }
const friend = await newPerson()
const asks = async (): Promise<void> => {
  const from = performance.now()
  const { ts, ms } = await friend.dm(`${SENTENCES[2]} It was at ${from}.`)
  waits.acks.push(ms)
  await answered(friend, ts)
  waits.reviews.push(performance.now() - from)
}
await bot.stalls()
const asking: Promise<void>[] = []
const sending: Promise<void>[] = []
const begun = performance.now()
for (let nth = 0; nth < BURST.messages; nth += 1) {
  sending.push(
    readers[0]!.dm(`${SENTENCES[0]} It was the ${nth}th.`).then(({ ms }) => void waits.own.push(ms)),
  )
  if (nth % 100 === 50) asking.push(asks())
  await wait(Math.max(0, begun + (nth * BURST.ms) / BURST.messages - performance.now()))
}
await Promise.all([...sending, ...asking])
const during = await bot.stalls()
console.table([
  {
    'while one person sends': `${BURST.messages} DMs in ${BURST.ms / 1000} s`,
    'their ack p99, ms': percentile(waits.own, 0.99).toFixed(0),
    'longest, ms': Math.max(...waits.own).toFixed(0),
    'ack of another, longest, ms': Math.max(...waits.acks).toFixed(0),
    'review of another, longest, ms': Math.max(...waits.reviews).toFixed(0),
    'stall p99, ms': during.p99.toFixed(0),
    'longest stall, ms': during.longest.toFixed(0),
  },
])

await bot.stop()
await slack.close()
rmSync(env.DATA_DIR ?? '', { recursive: true, force: true })
