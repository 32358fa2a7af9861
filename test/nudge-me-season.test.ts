import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../src/adapters/database/database.ts'
import { migrate } from '../src/adapters/database/migrate.ts'
import { loadShelf } from '../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../src/adapters/ladder-files/nudge-questions.ts'
import { makeNudgeMeStore } from '../src/adapters/store/nudge/nudge-me-store.ts'
import { makeStore } from '../src/adapters/store/store.ts'
import type { NudgeMeJob } from '../src/coaching/nudge/nudge-me-port.ts'
import { makeNudgesMe } from '../src/coaching/nudge/nudges-me.ts'
import { isNight } from '../src/domain/nudge/decide-nudge-me.ts'
import { makeNudgeMeMessenger } from '../src/slack/web-api/nudge-me-messenger.ts'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { BOT_TOKEN } from './fakes/local-slack.ts'
import { noMetrics } from './fakes/no-metrics.ts'
import { sequence } from './fakes/nudge-script.ts'
import { openPlace } from './fakes/open-store.ts'
import { makeSlackDms } from './fakes/slack-dms.ts'

const START = '2026-09-28T00:00:00Z'
const END = '2026-11-22T00:00:00Z'
/** Eight weeks, over the autumn's clock change. Each has one Friday. */
const FRIDAYS = 8
/** How often a process dies before or after a call to Slack or the database, and how often a call to Slack fails. */
const KILL = 0.01
const WRONG = 0.1

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
]

class Killed extends Error {}

describe.each(storeKinds())('a season of personal nudges, on %s', (kind) => {
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let database: Database
  beforeAll(async () => {
    place = await readyDatabase(kind)
    database = await openPlace(place.env)
    // Only processes die here, not machines, so nothing is lost by not waiting for the disk.
    if (database.kind === 'pglite') await database.query('set synchronous_commit = off')
    await migrate(database)
  })
  afterAll(async () => {
    await database?.close()
    await place?.remove()
  })

  it('has one message for each due time, in each person’s daytime, and ends after silence', {
    timeout: 300_000,
  }, async () => {
    const random = sequence(20_261_124)
    let time = Date.parse(START)
    const now = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(time)
    const slack = makeSlackDms(() => time, random, WRONG)
    const client = new webApi.WebClient(BOT_TOKEN, {
      fetch: slack.fetch,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logLevel: 'error' as never,
    })
    const shelf = await loadShelf('rubric')
    const log = { info() {}, warn() {}, error() {} }
    const all = await openNudgeQuestions('rubric', log)()
    const jobs: NudgeMeJob[] = []
    const store = makeStore(database, async () => {})
    const nudges = makeNudgeMeStore(database, async (_, queued) => {
      jobs.push(...queued)
      return queued
    })
    let kills = 0
    /** One life of a process. It may die right before or right after anything that it does. */
    const live = () => {
      let dead = false
      const die = (): void => {
        if (!dead && random() < KILL) {
          dead = true
          kills += 1
        }
        if (dead) throw new Killed()
      }
      const stepping = <T extends object>(port: T): T =>
        new Proxy(port, {
          get:
            (target, name) =>
            async (...values: unknown[]) => {
              die()
              const result = await (Reflect.get(target, name) as (...all: unknown[]) => Promise<unknown>)(
                ...values,
              )
              die()
              return result
            },
        })
      return makeNudgesMe({
        store,
        nudges: stepping(nudges),
        messenger: stepping(makeNudgeMeMessenger(client)),
        ladders: { shelf: () => shelf },
        questions: async () => all,
        metrics: noMetrics,
        now,
        logOf: () => log,
      })
    }
    let pieces = 0
    const writes = (user: string): Promise<unknown> => {
      pieces += 1
      const message = { channel: `D${user}`, ts: `${pieces}.9` }
      return store.acceptEvidence({
        id: `e${pieces}`,
        owner: { team: 'T1', user },
        message,
        origin: null,
        thread: message,
        parts: [
          {
            kind: 'message',
            saidBy: null,
            messageTs: message.ts,
            raw: `I did thing ${pieces}.`,
            reading: `I did thing ${pieces}.`,
            leftOut: [],
            file: null,
            writtenAt: now(),
          },
        ],
        happened: null,
        receivedAt: now(),
      })
    }

    const steady = ZONES.map((_, index) => `USTEADY${index}`)
    const movers = ['UMOVES0', 'UMOVES1', 'UMOVES2']
    const silent = ['USILENT0', 'USILENT1']
    for (const [index, user] of [...steady, ...movers, ...silent].entries()) {
      slack.zones.set(user, ZONES[index % ZONES.length]!)
      await writes(user)
      const goal = { ladder: shelf.standard!.id, current: 'L2', target: 'L3', by: null }
      await store.setGoal({ team: 'T1', user }, goal, shelf.standard!, now())
      await nudges.changeNudgeMe(
        { team: 'T1', user },
        {
          kind: 'set',
          weekday: 5,
          time: Temporal.PlainTime.from(index % 2 ? '16:00' : '08:30'),
          zone: null,
          slackZone: slack.zones.get(user)!,
        },
        now(),
      )
    }
    const lookAt = async (): Promise<number> => {
      const [row] = await database.query<{ at: string | null }>('select min(look_at) as at from nudge_me')
      return row?.at ? Temporal.Instant.from(row.at.replace(' ', 'T')).epochMilliseconds : Infinity
    }
    const run = async (job: NudgeMeJob): Promise<void> => {
      await live()
        .sendNudgeMe(job)
        .catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error
        })
    }
    let answered = 0
    let moves = 0
    let lives = live()
    while (true) {
      const due = await lookAt()
      time = Math.max(time + 2_000, due)
      if (time >= Date.parse(END)) break
      await lives.sweepNudgesMe().catch(() => {
        lives = live()
      })
      for (const job of jobs.splice(0)) {
        // Sometimes two processes look at the same time.
        await Promise.all(random() < 0.2 ? [run(job), run(job)] : [run(job)])
      }
      // A person who answers does so within the minute, and one who moves may do so at any time.
      for (; answered < slack.posted.length; answered += 1) {
        const { user } = slack.posted[answered]!
        if (!silent.includes(user)) await writes(user)
      }
      if (random() < 0.03) {
        moves += 1
        slack.zones.set(movers[moves % movers.length]!, ZONES[Math.floor(random() * ZONES.length)]!)
      }
    }

    const of = (user: string) => slack.posted.filter((one) => one.user === user)
    const count = { people: slack.zones.size, messages: slack.posted.length, kills, moves }
    process.stdout.write(`${kind}: ${JSON.stringify(count)}\n`)
    expect(kills).toBeGreaterThan(50)
    expect(moves).toBeGreaterThan(5)
    // Nobody is written to twice for one day, or anywhere but in their DM.
    expect(new Set(slack.posted.map(({ user, key }) => `${user} ${key}`)).size).toBe(slack.posted.length)
    expect(slack.posted.filter(({ channel }) => !/^[DU]U/.test(channel))).toEqual([])
    for (const [index, user] of steady.entries()) {
      const zone = ZONES[index]!
      const said = of(user).map(({ at }) =>
        Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone),
      )
      expect([user, said.length]).toEqual([user, FRIDAYS])
      const time = Temporal.PlainTime.from(index % 2 ? '16:00' : '08:30')
      for (const one of said) {
        expect(one.dayOfWeek).toBe(5)
        expect(time.until(one.toPlainTime()).total('minutes')).toBeLessThan(90)
        expect(isNight(one.toInstant(), zone)).toBe(false)
      }
    }
    for (const user of movers) {
      expect(of(user).length).toBeGreaterThan(FRIDAYS / 2)
      expect(of(user).length).toBeLessThanOrEqual(FRIDAYS)
    }
    for (const user of silent) {
      const [, , , ask] = of(user)
      expect(of(user)).toHaveLength(4)
      expect(ask?.body.text).toContain('Should I keep asking?')
      expect((await nudges.nudgeMe({ team: 'T1', user }))?.nudge.stopped).toBe('silence')
    }
  })
})
