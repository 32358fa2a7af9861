import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../src/adapters/database/migrate.ts'
import { loadShelf } from '../src/adapters/ladder-files/ladder-files.ts'
import { openQueue } from '../src/adapters/queue/queue.ts'
import { makeStore } from '../src/adapters/store/store.ts'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { dmOf, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { openPlace } from './fakes/open-store.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import type { SlackPerson } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'
const DELAYED = 'This is taking longer than usual'

describe.each(storeKinds())('a piece with failing tries, on %s', (kind) => {
  let slack: LocalSlack
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let time = Temporal.Instant.from('2026-11-16T12:00:00Z')
  let bot: Bot
  let ada: SlackPerson
  const thread = { channel: dmOf('T1', 'UADA'), ts: '1789999999.000100' }

  /** A goal, and a piece whose job has crashed eleven times, as in the database before the bot starts. */
  const seed = async (): Promise<void> => {
    const database = await openPlace(place.env)
    await migrate(database)
    const queue = await openQueue(database, () => {})
    const store = makeStore(database, queue.enqueue)
    const owner = { team: 'T1', user: 'UADA' }
    const ladder = (await loadShelf('rubric')).all.find(({ id }) => id === 'sre')!
    await store.setGoal(owner, { ladder: 'sre', current: 'L2', target: 'L3', by: null }, ladder, time)
    const words = 'I repaired the broken replica and wrote down why it broke.'
    const part = { kind: 'message', saidBy: null, messageTs: thread.ts, raw: words, reading: words } as const
    await store.acceptEvidence({
      id: randomUUID(),
      owner,
      message: thread,
      origin: null,
      thread,
      parts: [{ ...part, leftOut: [], file: null, writtenAt: time }],
      happened: null,
      receivedAt: time,
    })
    await database.query(
      `update pgboss.job set state = 'retry', started_on = now(), retry_count = 11 where name = 'piece'`,
    )
    await queue.stop(1_000)
    await database.close()
  }
  beforeAll(async () => {
    slack = await startLocalSlack()
    place = await readyDatabase(kind)
    await seed()
    slack.fail('chat.postMessage', { times: 1, status: 500 })
    bot = await runBot(slack, 'http', { ...place.env }, undefined, { now: () => time })
    ada = bot.person('UADA')
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
    await place?.remove()
  })
  /** Resolves once a method was called this many more times. */
  const called = (method: string, more: number): Promise<unknown> => {
    const before = slack.calls(method).length
    return slack.next(() => slack.calls(method).length >= before + more, 25_000, `${more} calls of ${method}`)
  }

  it('gets its review after eleven crashes and one error from Slack', async () => {
    await ada.reply(thread.ts, FOOT, 25_000)
    const said = ada.thread(thread.ts).map((post) => JSON.stringify(post))
    expect(said.filter((post) => post.includes(FOOT))).toHaveLength(1)
    expect(said.filter((post) => post.includes('could not read'))).toEqual([])
  })

  it('gets its review after Slack accepted nothing for six hours', async () => {
    slack.fail('chat.postMessage', { times: 999, status: 503 })
    const tried = called('chat.postMessage', 2)
    const { ts } = await ada.dm('I planned the failover drill and ran it with the whole team.')
    await tried
    time = time.add({ hours: 6 })
    await called('chat.postMessage', 1)
    slack.fail('chat.postMessage', { times: 0 })
    await ada.reply(ts, FOOT, 25_000)
    const said = ada.thread(ts).map((post) => JSON.stringify(post))
    expect(said.filter((post) => post.includes(FOOT))).toHaveLength(1)
    expect(said.filter((post) => /longer|could not/.test(post))).toEqual([])
  })

  it('says once that it takes longer, and removes that once the review is there', async () => {
    slack.fail('files.info', { times: 999, status: 500 })
    // Once the second one is posted, the first is on record.
    const tried = called('files.info', 2)
    const bytes = new TextEncoder().encode('I also wrote the capacity plan and presented it to the company.')
    const { ts } = await ada.upload('I rebuilt the backups of the billing data.', [{ name: 'a.md', bytes }])
    await tried
    time = time.add({ minutes: 4 })
    await ada.reply(ts, DELAYED, 25_000)
    await called('files.info', 1)
    slack.fail('files.info', { times: 0 })
    await ada.reply(ts, FOOT, 25_000)
    await slack.next(() => !JSON.stringify(ada.thread(ts)).includes(DELAYED))
    const told = slack.messages.filter((post) => post.thread_ts === ts && post.text.includes(DELAYED))
    expect(told).toMatchObject([{ deleted: true }])
    expect(bot.log()).toContain('a job failed and will be retried')
    expect(bot.log()).not.toContain('capacity plan')
  })
})
