import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LocalSlack, type Message, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const ASKS = 'Should I ask you about it later?'
const HAPPENED = 'Did it happen?'
const PLAN = 'Next week I will run the failover drill with Sam.'

describe('a plan', () => {
  let slack: LocalSlack
  let bot: Bot
  let days = 0
  beforeAll(async () => {
    slack = await startLocalSlack()
    const now = () => Temporal.Now.instant().add({ hours: 24 * days })
    bot = await runBot(slack, 'http', {}, undefined, { now, sweepEvery: 100 })
    await bot.person('UADA').command('goal L3')
  })
  beforeEach(() => {
    days = 0
  })
  afterEach(() => expect(slack.problems).toEqual([]))
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
  })
  const ada = () => bot.person('UADA')
  const data = async (): Promise<string> => JSON.stringify((await ada().command('data')).body)
  const answered = async (click: () => Promise<unknown>): Promise<string> => {
    const seen = slack.responses.length
    await click()
    return (await slack.next(() => slack.responses[seen])).text
  }
  const wordsIn = (ts: string): string =>
    JSON.stringify(
      ada()
        .thread(ts)
        .map(({ blocks }) => blocks),
    )
  /** A plan that was sent as a message or a reply, and is to be asked about. */
  const planned = async (text: string, thread?: string): Promise<string> => {
    const asks = (of: string): Message[] =>
      ada()
        .thread(of)
        .filter(({ blocks }) => JSON.stringify(blocks).includes(ASKS))
    const before = thread ? asks(thread).length : 0
    const { ts } = await ada().dm(text, thread ? { thread_ts: thread } : {})
    await slack.next(() => asks(thread ?? ts).length > before)
    const post = structuredClone(asks(thread ?? ts).at(-1)!)
    expect(await answered(() => ada().click(post, 'Remind me'))).toContain(
      'OK. I’ll ask you in this thread on',
    )
    expect(await answered(() => ada().click(post, 'Remind me'))).toContain('answered before')
    return ts
  }
  const questions = (ts: string): Message[] =>
    ada()
      .thread(ts)
      .filter(({ blocks }) => JSON.stringify(blocks).includes(HAPPENED))
  /** The question that comes after so many days, as many as there are then. */
  const askedAfter = async (ts: string, after: number, count = 1): Promise<Message> => {
    days = after
    await slack.next(() => questions(ts).length === count)
    return structuredClone(questions(ts).at(-1)!)
  }

  it('is not evidence, is asked about once its time is over, and becomes evidence by the answer', async () => {
    const ts = await planned(PLAN)
    expect(await data()).toMatch(/I store 0 entries.*1 plan.*Plans.*failover drill/)
    expect(JSON.stringify((await ada().command('evidence')).body)).not.toContain('failover drill')
    expect(questions(ts)).toEqual([])
    const post = await askedAfter(ts, 15)
    expect(JSON.stringify(post.blocks)).toContain(PLAN)
    expect(post.text).not.toContain('failover')
    expect(await answered(() => bot.person('UBEN').click(post, 'Yes'))).toContain('answered before')
    expect(await answered(() => ada().click(post, 'Yes'))).toContain('What did you do, and what changed?')
    expect(await data()).not.toContain('failover drill')
    await ada().dm('I ran the drill with the storage team and wrote the runbook for the next one.', {
      thread_ts: ts,
    })
    await ada().reply(ts, FOOT)
    expect(questions(ts)).toHaveLength(1)
    expect(await data()).toContain('I ran the drill')
  })

  it('is asked about three times at most, in two weeks each or when its owner says', async () => {
    const ts = await planned('I will write the capacity plan of the archive.')
    const first = await askedAfter(ts, 16)
    expect(await answered(() => ada().click(first, 'Not yet'))).toContain('I’ll ask you in this thread on')
    await askedAfter(ts, 32, 2)
    await ada().dm('not yet, tomorrow', { thread_ts: ts })
    await ada().reply(ts, 'I’ll ask you in this thread on')
    const last = await askedAfter(ts, 37, 3)
    expect(await answered(() => ada().click(last, 'Not yet'))).toContain(
      'I asked three times, so I deleted it.',
    )
    expect(await data()).not.toContain('capacity plan of the archive')
  })

  it('is dropped by a click or in words, and deleted after a month without an answer', async () => {
    const one = await planned('Tomorrow I will write the upgrade notes.')
    const two = await planned('Tomorrow I will call the first vendor.')
    const three = await planned('Tomorrow I will call the second vendor.')
    const post = await askedAfter(one, 6)
    expect(await answered(() => ada().click(post, 'Drop it'))).toContain('I deleted it and won’t ask again.')
    await askedAfter(two, 6)
    await ada().dm('never mind', { thread_ts: two })
    await ada().reply(two, 'I deleted it and won’t ask again.')
    await askedAfter(three, 6)
    days = 38
    await expect.poll(data).not.toContain('the second vendor')
    expect(await data()).not.toMatch(/upgrade notes|first vendor/)
  })

  it('goes with its message, with its entry, and with everything else', async () => {
    const gone = await planned('Next week I will tidy the alert routes.')
    await ada().remove(gone, '')
    await expect.poll(data).not.toContain('alert routes')
    const { ts } = await ada().dm('I led the failover of the billing database and wrote the runbook.')
    await ada().reply(ts, FOOT)
    const reply = await planned('Next week I will run the second drill.', ts)
    expect(wordsIn(ts)).not.toContain('second drill')
    await ada().edit(reply, 'Next week I will run the second drill.', 'Next week I will run the third drill.')
    await expect.poll(data).toContain('the third drill')
    await ada().remove(reply, 'Next week I will run the third drill.')
    await expect.poll(data).not.toContain('the third drill')
    await planned('Next week I will run the fourth drill.', ts)
    await ada().remove(ts, '')
    await expect.poll(data).not.toContain('fourth drill')
    await planned('Next week I will run the fifth drill.')
    const body = (await ada().command('data')).body
    await ada().click({ ...body, ephemeral: true }, 'data-delete-all')
    await slack.next(() => slack.responses.find(({ text }) => text.startsWith('I deleted everything')))
    expect(await data()).not.toContain('fifth drill')
    await ada().command('goal L3')
  })

  it('is still saved or let go by the other buttons, and planned by a yes in words', async () => {
    const { ts } = await ada().dm('Next week I will train the new joiners.')
    await ada().reply(ts, ASKS)
    await ada().dm('yes please', { thread_ts: ts })
    await ada().reply(ts, 'I saved it as a plan, not as evidence.')
    const other = await ada().dm('Next week I will train the interns.')
    const post = await ada().reply(other.ts, ASKS)
    expect(await answered(() => ada().click(post, 'No'))).toContain('Not saved.')
    expect(await data()).not.toContain('interns')
  })

  it('can be a question of the coach, which is put off until then', async () => {
    const { ts } = await ada().dm('I rewrote the disk cleanup job for the log hosts.')
    await ada().reply(ts, FOOT)
    await ada().dm('Not yet, next week', { thread_ts: ts })
    await ada().reply(ts, 'OK. I’ll ask you in this thread on')
    days = 15
    const post = await ada().reply(ts, 'Can you answer now?')
    expect(JSON.stringify(post.blocks)).toContain('What changed because of this')
  })

  it('logs nothing that anyone wrote', () => {
    expect(bot.log()).not.toMatch(/failover drill|vendor|capacity plan/)
  })
})
