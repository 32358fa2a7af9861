import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { pino } from 'pino'
import { openDatabase } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { openQueue } from '../../src/adapters/queue/queue.ts'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { lookupOf } from '../../src/domain/ladder/lookup.ts'
import { BOT_TOKEN, SIGNING_SECRET, startLocalSlack } from '../fakes/local-slack.ts'
import { botEnv, freePort } from '../fakes/run-bot.ts'
import { slackPerson } from '../fakes/slack-person.ts'
import { compare, median, REQUESTS, TURNS } from './measure.ts'

/** The nearest-rank percentile, `share` of 1. */
const percentile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? 0

/** Requests a second and p99 in milliseconds of calls made `AT_ONCE` at a time, over one turn. */
const AT_ONCE = 20
const load = async (call: () => Promise<unknown>): Promise<{ rate: number; p99: number }> => {
  const times: number[] = []
  let left = REQUESTS * 4
  const from = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1
        const start = performance.now()
        await call()
        times.push(performance.now() - start)
      }
    }),
  )
  return { rate: (times.length / (performance.now() - from)) * 1000, p99: percentile(times, 0.99) }
}

const compareLoad = async (
  name: string,
  ours: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<Record<string, string>> => {
  await load(ours)
  await load(bare)
  const pairs: [{ rate: number; p99: number }, { rate: number; p99: number }][] = []
  for (let round = 0; round < TURNS; round += 1) pairs.push([await load(ours), await load(bare)])
  return {
    what: name,
    'requests/s': median(pairs.map(([a]) => a.rate)).toFixed(0),
    'of bare': median(pairs.map(([a, b]) => a.rate / b.rate)).toFixed(2),
    'p99, ms': median(pairs.map(([a]) => a.p99)).toFixed(2),
    'p99 by bare': median(pairs.map(([a, b]) => a.p99 / b.p99)).toFixed(2),
  }
}

// Thirty ladders: a lookup's own time, with every phrasing of the table, without Slack around it.
const rubric = mkdtempSync(join(tmpdir(), 'coach-bench-rubric-'))
for (let index = 0; index < 30; index += 1) {
  const text = readFileSync('rubric/sre.md', 'utf8').replace('name: SRE', `name: Team ${index}`)
  writeFileSync(join(rubric, `team-${index}.md`), index === 0 ? text : text.replace('default: true\n', ''))
}
const shelf = await loadShelf(rubric)
const phrasings = readFileSync('test/fixtures/look-up-ladder/phrasings.tsv', 'utf8')
  .split('\n')
  .flatMap((line) => (line === '' || line.startsWith('# ') ? [] : [line.slice(0, line.lastIndexOf('\t'))]))
const today = Temporal.Now.plainDateISO()
const own: number[] = []
for (let round = 0; round < 12; round += 1)
  for (const text of phrasings) {
    const from = performance.now()
    lookupOf({ shelf, own: null, text, today })
    if (round > 1) own.push(performance.now() - from)
  }

const slack = await startLocalSlack()
const env = await botEnv(slack, 'http', { LOG_LEVEL: 'silent', RUBRIC_DIR: rubric })
const app = await startApp({ ...readConfig(env), log: pino({ level: 'silent' }) })
const person = slackPerson(slack, slack.http(`http://127.0.0.1:${env.PORT}/slack/events`, false), 'UBENCH')

// Bolt with one command that answers one word.
const barePort = await freePort()
const bareApp = new App({
  token: BOT_TOKEN,
  receiver: new HTTPReceiver({ signingSecret: SIGNING_SECRET, logLevel: LogLevel.ERROR }),
  clientOptions: { slackApiUrl: slack.apiUrl },
  logLevel: LogLevel.ERROR,
})
bareApp.command('/ladder', async ({ ack }) => ack('here'))
await bareApp.start(barePort)
const barePerson = slackPerson(
  slack,
  slack.http(`http://127.0.0.1:${barePort}/slack/events`, false),
  'UBENCH',
)

// A committed insert and job in a database of its own, without Slack around it.
const folder = mkdtempSync(join(tmpdir(), 'coach-bench-'))
const database = await openDatabase({ databaseUrl: undefined, dataDir: folder, onError: () => {} })
await migrate(database)
const queue = await openQueue(database, () => {})
await database.script('create table bare (id bigint generated always as identity primary key, words text)')
const bareInsert = () =>
  database.tx(async (query) => {
    await query('insert into bare (words) values ($1)', ['I wrote the runbook.'])
    await queue.enqueue(
      query,
      'review-evidence',
      {
        evidenceId: randomUUID(),
        owner: { team: 'T1', user: 'UBENCH' },
      },
      0,
    )
  })

const rows = [
  await compare(
    '/ladder L3 against a bare Bolt command',
    () => person.command('L3'),
    () => barePerson.command('L3'),
  ),
  await compare(
    '/ladder L3 communication against the same',
    () => person.command('L3 communication'),
    () => barePerson.command('L3'),
  ),
  await compare(
    'a DM until its ack, against a bare insert and job',
    async () => {
      const { ms, ts } = await person.dm('thanks')
      await person.reply(ts, 'You’re welcome')
      return ms
    },
    bareInsert,
  ),
  await compare('the same while the DM before it is being answered', () => person.dm('thanks'), bareInsert),
]
console.table(rows)
console.table([
  await compareLoad(
    `/ladder L3, ${AT_ONCE} at once, 30 ladders, against a bare Bolt command`,
    () => person.command('L3'),
    () => barePerson.command('L3'),
  ),
  await compareLoad(
    `/ladder L3 communication, the same`,
    () => person.command('L3 communication'),
    () => barePerson.command('L3'),
  ),
])
console.table([
  {
    what: `understanding ${phrasings.length} phrasings with 30 ladders`,
    'p50, ms': percentile(own, 0.5).toFixed(2),
    'p99, ms': percentile(own, 0.99).toFixed(2),
  },
])

await app.stop()
await bareApp.stop()
await queue.stop(1_000)
await database.close()
await slack.close()
rmSync(folder, { recursive: true, force: true })
rmSync(rubric, { recursive: true, force: true })
rmSync(env.DATA_DIR ?? folder, { recursive: true, force: true })
