import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { BOT, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'
const EVIDENCE =
  'I led the incident response to the failover and wrote the post-mortem. Recovery took 12 minutes instead of 40.'

describe('a piece of evidence on a bad day', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http')
    await ada().command('goal L3')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })
  const ada = () => bot.person('UADA')
  const reviewed = async (text = EVIDENCE) => {
    const { ts } = await ada().dm(text)
    return { ts, review: structuredClone(await ada().reply(ts, FOOT)) }
  }
  const replyTo = (ts: string, text: string) => ada().dm(text, { thread_ts: ts })
  const listed = async (): Promise<string> => JSON.stringify((await ada().command('evidence')).body)
  const countOf = (ts: string, text: string): number =>
    ada()
      .thread(ts)
      .filter((post) => JSON.stringify(post.blocks ?? post.text).includes(text)).length

  it('answers every question in one thread, even two of a kind', async () => {
    const { ts } = await reviewed()
    await replyTo(ts, 'why not L4?')
    await ada().reply(ts, 'What L4 adds to L3')
    await replyTo(ts, 'Who can see this?')
    await ada().reply(ts, 'Only you see this here')
    await replyTo(ts, 'thanks')
    await ada().reply(ts, 'You’re welcome')
    await replyTo(ts, 'thank you!')
    await slack.next(() => countOf(ts, 'You’re welcome') === 2)
  })

  it('applies a correction and a choice to every later review, and asks about neither again', async () => {
    const { ts } = await reviewed(
      'I moved the restore tests of all clusters to a separate one and wrote the runbook for them.',
    )
    await replyTo(ts, 'That is about trust.')
    await ada().reply(ts, 'Trust: placed by you')
    const { body: data } = await ada().command('data')
    expect(JSON.stringify(data)).toContain('and 1 note from you about reviews')
    const seen = slack.responses.length
    await ada().pick({ ...data, ephemeral: true }, 'Open review', 'moved the restore tests')
    const opened = await slack.next(() => slack.responses[seen])
    expect(quotesIn(opened.blocks)).toContain('That is about trust.')
    await replyTo(ts, 'It has run since March, and I wrote the runbook.')
    await ada().reply(ts, 'I added your answer')
    await slack.next(() => countOf(ts, 'Trust: placed by you') === 1)
    const choosing = await reviewed('I explained the outage to the team and wrote the runbook.')
    await ada().click(choosing.review, 'review-choose:communication')
    await ada().reply(choosing.ts, 'This may show Communication')
    await replyTo(choosing.ts, 'It went on for two days.')
    await ada().reply(choosing.ts, 'I added your answer')
    expect(countOf(choosing.ts, 'This may show Communication')).toBe(1)
    expect(countOf(choosing.ts, 'You choose: ')).toBe(0)
  })

  it('adds a file in the thread of a piece to that piece', async () => {
    const { ts } = await reviewed()
    const bytes = new TextEncoder().encode(
      'I also planned the failover drill and ran it with the database team.',
    )
    await ada().upload('', [{ name: 'notes.md', bytes }], { thread_ts: ts })
    await ada().reply(ts, 'I added your answer')
    expect(countOf(ts, FOOT)).toBe(1)
    expect(countOf(ts, 'I also planned the failover drill')).toBeGreaterThan(0)
  })

  it('never stores a message that was deleted before it could be stored', async () => {
    const message = ada().event('I wrote the runbook that nobody may see any more.')
    await ada().remove(message.event.ts, message.event.text)
    await ada().send(message, 1)
    await ada().dm('I wrote the runbook of the billing queue.')
    await vi.waitFor(async () => expect(await listed()).toContain('billing queue'))
    expect(await listed()).not.toContain('nobody may see')
  })

  it('stores the newest words of a message whose edits come before it, or out of order', async () => {
    const message = ada().event('I wrote version one of the plan.', {
      ts: `${Date.now() / 1000}000`.slice(0, 17),
    })
    const { ts, text } = message.event
    const edited = (n: number) => ({ edited: { user: 'UADA', ts: `${Math.floor(Number(ts)) + n}.000000` } })
    await ada().edit(ts, text, 'I wrote version three of the plan.', edited(3))
    await ada().edit(ts, text, 'I wrote version two of the plan.', edited(2))
    await ada().send(message, 1)
    await ada().reply(ts, FOOT)
    expect(await listed()).toContain('version three')
    expect(await listed()).not.toMatch(/version (?:one|two)/)
  })

  it('saves a message again after it was deleted, and no post of the coach', async () => {
    const message = {
      ts: '1700000000.000100',
      user: 'USAM',
      text: 'Ada kept the whole launch calm and on time.',
    }
    const saying = async (one: object) => {
      const seen = slack.responses.length
      await ada().messageShortcut('evidence-save', one)
      return (await slack.next(() => slack.responses[seen])).text as string
    }
    expect(await saying(message)).toContain('Saved as evidence')
    expect(await saying(message)).toContain('already saved that message')
    const list = (await ada().command('evidence')).body
    const before = slack.responses.length
    await ada().pick({ ...list, ephemeral: true }, 'Delete…', 'launch calm')
    const asked = await slack.next(() => slack.responses[before])
    await ada().click({ ...asked, ephemeral: true }, 'evidence-delete')
    await slack.next(() => slack.responses[before + 1])
    await vi.waitFor(async () => expect(await listed()).not.toContain('launch calm'))
    expect(await saying(message)).toContain('Saved as evidence')
    expect(
      await saying({ ts: '1700000000.000200', user: BOT.id, bot_id: BOT.botId, text: 'A review.' }),
    ).toContain('I wrote that message')
  })

  it('shows how to say it once, however often it is asked at the same time', async () => {
    const { ts, review } = await reviewed()
    await Promise.all([1, 2, 3].map(() => ada().click(review, /^evidence-say:/)))
    await ada().reply(ts, 'Claim')
    await replyTo(ts, 'thanks')
    await ada().reply(ts, 'You’re welcome')
    expect(countOf(ts, 'Claim')).toBe(1)
  })

  it('shows no quotes of old words while a piece is being read again', async () => {
    const { ts, review } = await reviewed('I led the old plan of the failover and wrote its post-mortem.')
    const goal = await ada().command('goal clear')
    expect(goal.status).toBe(200)
    await ada().edit(
      ts,
      'I led the old plan of the failover and wrote its post-mortem.',
      'I wrote the guide of the search team.',
    )
    const seen = slack.responses.length
    await ada().askWhatIsWrong(review)
    expect((await slack.next(() => slack.responses[seen])).text).toContain('still working on it')
    await ada().command('goal L3')
    await ada().reply(ts, 'the guide of the search team')
  })
})
