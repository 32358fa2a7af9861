import type { ChildProcess } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { startLocalSlack } from '../fakes/local-slack.ts'
import { botEnv } from '../fakes/run-bot.ts'
import { type SlackPerson, slackPerson } from '../fakes/slack-person.ts'
import { percentile, SENTENCES, startProcess, stopProcess } from './bot-process.ts'

/** How long, in minutes (`npm run bench -- soak 60`), DMs a second, and by how many people. */
const MINUTES = Number(process.argv[3] ?? 60)
const A_SECOND = 5
const PEOPLE = 60

/** Resident memory of a process and all its threads, in MB (Linux). */
const residentOf = (bot: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bot.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const slack = await startLocalSlack()
const env = await botEnv(slack, 'http', { LOG_LEVEL: 'info' })
let complaints = 0
const start = (): Promise<ChildProcess> =>
  startProcess(env, [], (lines) => {
    complaints += lines.match(/"level":(?:40|50|60)/g)?.length ?? 0
  })
// The first start of all makes the database, which takes memory that is not given back: every other one is measured.
await stopProcess(await start())
const bot = await start()
const deliver = slack.http(`http://127.0.0.1:${env.PORT}/slack/events`, false)
const people = Array.from({ length: PEOPLE }, (_, nth) => slackPerson(slack, deliver, `USOAK${nth}`))
for (const person of people) await person.command('goal L2 to L3')

const counts = { sent: 0, acknowledged: 0, answered: 0 }
let acks: number[] = []
let lookups: number[] = []
/** What was acknowledged and has no answer yet, by its thread; answers are counted in turns, not awaited one by one. */
const open = new Map<string, SlackPerson>()

/** One thing of a mixed day: mostly notes, some files, replies, edits, deletions, lookups. */
const oneThing = async (nth: number): Promise<void> => {
  const person = people[nth % PEOPLE]!
  const text = `${SENTENCES[nth % SENTENCES.length]} ${SENTENCES[(nth * 3 + 1) % SENTENCES.length]} It was the ${nth}th.`
  const file = nth % 25 === 0
  const { acked, ms, ts } = file
    ? await person.upload('', [{ name: 'notes.txt', bytes: Buffer.from(`${text}\n`.repeat(40)) }])
    : await person.dm(text)
  counts.sent += 1
  acks.push(ms)
  if (!acked) return
  counts.acknowledged += 1
  open.set(ts, person)
  if (nth % 10 === 3) lookups.push((await person.command('L3 communication')).ms)
  if (nth % 40 === 7) await person.dm('why not L4?', { thread_ts: ts })
  if (nth % 60 === 11) await person.edit(ts, text, `${text} It held.`)
  if (nth % 50 === 13) await person.command('evidence')
  if (nth % 200 === 17) await person.command('data')
}

/** The journal of the Slack in this process grows with each call, and is no part of what is measured. */
const collect = (): void => {
  for (const [ts, person] of open)
    if (person.thread(ts).some((post) => JSON.stringify(post.blocks).includes('People decide promotions'))) {
      open.delete(ts)
      counts.answered += 1
    }
}

const rows: Record<string, string | number>[] = []
const from = performance.now()
const every = Math.max(1, Math.round(MINUTES / 12))
const note = (minute: number): void => {
  collect()
  rows.push({
    minute,
    ...counts,
    waiting: open.size,
    'ack p99, ms': percentile(acks, 0.99).toFixed(0),
    '/ladder p99, ms': percentile(lookups, 0.99).toFixed(0),
    'resident, MB': residentOf(bot).toFixed(0),
    complaints,
  })
  acks = []
  lookups = []
}
let nth = 0
for (let minute = 1; minute <= MINUTES; minute += 1) {
  const until = from + minute * 60_000
  while (performance.now() < until) {
    void oneThing(nth)
    nth += 1
    await wait(Math.max(0, from + (nth * 1000) / A_SECOND - performance.now()))
  }
  collect()
  if (minute % every === 0) {
    note(minute)
    console.table(rows.slice(-1))
  }
}
for (let left = 120; left > 0 && open.size > 0; left -= 1) {
  await wait(1_000)
  collect()
}
note(MINUTES)
console.table(rows)
await stopProcess(bot)
await slack.close()
rmSync(env.DATA_DIR ?? '', { recursive: true, force: true })
process.exit(0)
