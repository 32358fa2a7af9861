import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { faithful, type ModelServer, startModelServer } from './fakes/model-server.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const PRAISE =
  'I led the incident response to the failover and wrote the post-mortem, see https://wiki.example.com/x. Recovery took 12 minutes instead of 40.'

describe('praise that a colleague wrote as "I"', () => {
  let slack: LocalSlack
  let model: ModelServer
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
    model.always(faithful)
  })
  afterAll(async () => {
    await model?.close()
    await slack?.close()
  })

  const saved = async (bot: Bot, ts: string) => {
    const person = bot.person('UADA')
    await person.command('goal L3')
    const from = slack.messages.length
    await person.messageShortcut('evidence-save', { user: 'USAM', ts, text: PRAISE })
    const note = await slack.next(() =>
      slack.messages
        .slice(from)
        .find((one) => !one.thread_ts && JSON.stringify(one.blocks).includes('Written by Sam')),
    )
    const review = await person.reply(note.ts, FOOT)
    return { person, note, review, said: JSON.stringify(review.blocks) }
  }

  it('does not count as the person’s own part offline, and is not drafted as their words', async () => {
    const bot = await runBot(slack, 'http')
    try {
      const { person, note, review, said } = await saved(bot, '1781000001.000100')
      expect(said).toContain('Said by Sam')
      expect(said).not.toMatch(/You included [^".]*your own part/)
      expect(said).toContain('who did it')
      await person.click(review, /evidence-say:[a-z-]+/.exec(said)![0])
      const draft = JSON.stringify((await person.reply(note.ts, 'Claim')).blocks)
      expect(draft).not.toContain('The quotes are your words')
      expect(draft.indexOf('what you did, in one sentence')).toBeGreaterThan(-1)
      expect(draft.indexOf('what you did, in one sentence')).toBeLessThan(draft.indexOf('Said by Sam'))
      expect(draft.indexOf('Said by Sam')).toBeLessThan(draft.indexOf('I led the incident response'))
    } finally {
      await bot.stop()
    }
  })

  it('is sent to a model as said by a colleague without a name', async () => {
    const bot = await runBot(slack, 'http', { OPENAI_BASE_URL: model.url })
    try {
      await saved(bot, '1781000002.000100')
      const { spans, body } = model.requests.at(-1)!
      expect(spans.map((span) => (span as { said_by?: string }).said_by)).toEqual(
        spans.map(() => expect.stringMatching(/^(?:Colleague A|a colleague)$/)),
      )
      expect(JSON.stringify(body)).not.toMatch(/\bSam\b/)
    } finally {
      await bot.stop()
    }
  })
})
