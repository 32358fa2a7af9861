import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../src/adapters/database.ts'
import { migrate } from '../src/adapters/migrate.ts'
import { openQueue } from '../src/adapters/queue.ts'
import { makeStore } from '../src/adapters/store.ts'
import { emptyDatabase, storeKinds } from './fakes/databases.ts'
import { dmOf, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { runBot } from './fakes/run-bot.ts'
import type { SlackPerson } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'
const DELAYED = 'This takes longer than usual'

describe.each(storeKinds())('a piece whose tries fail, on %s', (kind) => {
  let slack: LocalSlack
  let place: Awaited<ReturnType<typeof emptyDatabase>>
  let time = Temporal.Instant.from('2026-11-16T12:00:00Z')
  beforeAll(async () => {
    slack = await startLocalSlack()
    place = await emptyDatabase(kind)
  })
  afterAll(async () => {
    await slack?.close()
    await place?.remove()
  })
  const running = async (work: (person: SlackPerson) => Promise<void>): Promise<string> => {
    const bot = await runBot(slack, 'http', { ...place.env }, undefined, { now: () => time })
    try {
      await bot.person('UADA').command('goal L3')
      await work(bot.person('UADA'))
    } finally {
      await bot.stop()
    }
    return bot.log()
  }
  /** Resolves once a method was called so often more. */
  const called = (method: string, more: number): Promise<unknown> => {
    const before = slack.calls(method).length
    return slack.next(() => slack.calls(method).length >= before + more, 25_000, `${more} calls of ${method}`)
  }

  it('gets its review after eleven deaths and one error of Slack’s', async () => {
    await running(async () => {})
    const open = {
      databaseUrl: (place.env as { DATABASE_URL?: string }).DATABASE_URL,
      dataDir: place.env.DATA_DIR,
      onError: () => {},
    }
    const channel = dmOf('T1', 'UADA')
    const [database, thread] = [await openDatabase(open), { channel, ts: slack.nextTs() }]
    await migrate(database)
    let queue = await openQueue(database, () => {})
    const words = 'I repaired the broken replica and wrote down why it broke.'
    const part = { kind: 'message', saidBy: null, messageTs: thread.ts, raw: words, reading: words } as const
    await makeStore(database, queue.enqueue).acceptEvidence({
      id: randomUUID(),
      owner: { team: 'T1', user: 'UADA' },
      message: thread,
      origin: null,
      thread,
      parts: [{ ...part, leftOut: [], file: null, writtenAt: time }],
      happened: null,
      receivedAt: time,
    })
    for (let death = 0; death < 11; death += 1) {
      // What fetching a job does, and what is left when its process is killed.
      await database.query(
        `update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 minute',
           retry_count = case when started_on is null then 0 else retry_count + 1 end where name = 'piece'`,
      )
      await queue.stop(0)
      queue = await openQueue(database, () => {})
      await queue.boss.supervise('piece')
    }
    const left = await database.query('select state, retry_count from pgboss.job where name = $1', ['piece'])
    expect(left).toEqual([{ state: 'retry', retry_count: 10 }])
    await database.query('update pgboss.job set start_after = now()')
    await queue.stop(0)
    await database.close()

    slack.fail('chat.postMessage', { times: 1, status: 500 })
    await running(async (ada) => {
      await ada.reply(thread.ts, FOOT, 25_000)
      expect(
        slack.thread(channel, thread.ts).filter((post) => JSON.stringify(post).includes(FOOT)),
      ).toHaveLength(1)
      expect(JSON.stringify(slack.thread(channel, thread.ts))).not.toMatch(/could not read/)
    })
  })

  it('gets its review after Slack took nothing for six hours', async () => {
    await running(async (ada) => {
      slack.fail('chat.postMessage', { times: 999, status: 503 })
      const tried = called('chat.postMessage', 2)
      const { ts } = await ada.dm('I planned the failover drill and ran it with the whole team.')
      await tried
      time = time.add({ hours: 6 })
      await called('chat.postMessage', 1)
      slack.fail('chat.postMessage', { times: 0 })
      await ada.reply(ts, FOOT, 25_000)
      expect(ada.thread(ts).filter((post) => !JSON.stringify(post).includes(FOOT))).toEqual([])
    })
  })

  it('says once that it takes longer, and takes that back when the review is there', async () => {
    const log = await running(async (ada) => {
      slack.fail('files.info', { times: 999, status: 500 })
      // When the second is made, the first is on record.
      const tried = called('files.info', 2)
      const bytes = new TextEncoder().encode(
        'I also wrote the capacity plan and presented it to the company.',
      )
      const { ts } = await ada.upload('I rebuilt the backups of the billing data.', [{ name: 'a.md', bytes }])
      await tried
      time = time.add({ minutes: 4 })
      await ada.reply(ts, DELAYED, 25_000)
      await called('files.info', 1)
      slack.fail('files.info', { times: 0 })
      await ada.reply(ts, FOOT, 25_000)
      await slack.next(() => !JSON.stringify(ada.thread(ts)).includes(DELAYED))
      const posts = slack.calls('chat.postMessage').filter(({ raw }) => raw.includes('longer'))
      expect(posts).toHaveLength(1)
    })
    expect(log).toContain('a job failed, and is tried again')
    expect(log).not.toContain('capacity plan')
  })
})
