import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { faithful, type ModelServer, startModelServer } from './fakes/model-server.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'
const TOO_LONG = /This is too long to read in full: I read the first ([\d,]+) sentences\./

const PROSE = 'I led the incident response when the site was down and wrote the post-mortem. '
const file = (text: string) => [{ name: 'year.txt', bytes: new TextEncoder().encode(text) }]
const said = (one: { blocks?: unknown }): string => JSON.stringify(one.blocks)

/** Texts of 200,000 characters that cost much to look at, and how the list shows them. */
const LONG: readonly (readonly [string, string, string])[] = [
  ['20,000 short deeds', 'I led it. '.repeat(20_000), ' · I led it. I led it. '],
  ['Korean without spaces', '가나다라마바사아자차'.repeat(20_000), ' · 가나다라'],
  ['links that never close', '![a]('.repeat(40_000), ' · a]('],
  ['a year of prose', PROSE.repeat(2_500), ' · I led the incident response '],
]

describe('texts that are too long to read whole', () => {
  let slack: LocalSlack
  let model: ModelServer
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
    model.always(faithful)
    bot = await runBot(slack, 'http', { OPENAI_BASE_URL: model.url })
    await bot.person('UADA').command('goal L3')
    await bot.person('UBOB').command('goal L3')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await model?.close()
    await slack?.close()
  })

  it('are read in part, say how much, and keep nobody else waiting', { timeout: 120_000 }, async () => {
    const [ada, bob] = [bot.person('UADA'), bot.person('UBOB')]
    const before = { own: process.threadCpuUsage(), all: process.cpuUsage() }
    const sent: string[] = []
    for (const [, text] of LONG) sent.push((await ada.upload('', file(text))).ts)
    const { acked, ts } = await bob.dm('I wrote the runbook of the failover and had a newcomer follow it.')
    expect(acked).toBe(true)
    await bob.reply(ts, FOOT)
    const answered = (one: string): boolean => ada.thread(one).some((post) => said(post).includes(FOOT))
    // Bob did not wait for all of Ada's work.
    expect(sent.every(answered)).toBe(false)

    for (const [nth, [shape, text, line]] of LONG.entries()) {
      const review = said(await ada.reply(sent[nth]!, FOOT, 60_000))
      const [, read = ''] = TOO_LONG.exec(review) ?? []
      const count = Number(read.replaceAll(',', ''))
      expect(count, shape).toBeGreaterThan(10)
      expect(count, shape).toBeLessThanOrEqual(2_000)
      expect(review, shape).toContain('Send me the rest as a new message or file.')
      // All of it is stored. Only its beginning is shown.
      const { body } = await ada.command('data')
      const seen = slack.responses.length
      await ada.pick({ ...body, ephemeral: true }, 'Open review', line)
      const opened = await slack.next(() => slack.responses[seen])
      expect(quotesIn(opened.blocks)[0]?.startsWith(text.slice(0, 50)), shape).toBe(true)
    }
    // Measured in processor time and not by the clock: the thread that answers Slack did the least of it.
    const cpu = ({ user, system }: NodeJS.CpuUsage): number => user + system
    const [own, all] = [process.threadCpuUsage(before.own), process.cpuUsage(before.all)]
    expect(cpu(own) / cpu(all)).toBeLessThan(0.5)
    expect(bot.log()).not.toMatch(/가나다라|I led it|post-mortem/)
  })

  it('are each read from the start if there are several, and the review says so', async () => {
    const ada = bot.person('UTWO')
    await ada.command('goal L3')
    const { ts } = await ada.upload('', [...file(PROSE.repeat(2_000)), ...file(PROSE.repeat(1_900))])
    const review = await ada.reply(ts, FOOT, 60_000)
    expect(said(review)).toContain('I read the beginning of each file or message, 2,000 sentences in all.')
  })

  it('say so again after an answer, and after a correction of the review', async () => {
    const ada = bot.person('UADA')
    const { ts } = await ada.upload('', file(PROSE.repeat(2_500)))
    const review = await ada.reply(ts, FOOT, 60_000)
    await ada.dm('I also mentored two juniors through their first on-call shifts.', { thread_ts: ts })
    await slack.next(() => review.updates === 1, 60_000)
    expect(said(review)).toMatch(TOO_LONG)
    await ada.dm('Mastery is wrong.', { thread_ts: ts })
    await slack.next(() => review.updates === 2, 60_000)
    expect(said(review)).toMatch(TOO_LONG)
    expect(said(review)).toContain('You say this is wrong')
  })
})
