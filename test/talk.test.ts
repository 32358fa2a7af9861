import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const EVIDENCE =
  'I led the incident response to the failover and wrote the post-mortem. Recovery took 12 minutes instead of 40.'
const FOOT = 'People decide promotions'
const GLAD = 'Good to hear from you'

describe('what the coach answers to talk', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http')
    await bot.person('UADA').command('goal L3')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })
  const person = () => bot.person('UADA')
  const reviewed = async (text = EVIDENCE): Promise<string> => {
    const { ts } = await person().dm(text)
    await person().reply(ts, FOOT)
    return ts
  }
  const said = (ts: string): string =>
    JSON.stringify(
      person()
        .thread(ts)
        .map(({ blocks }) => blocks),
    )

  it('says you’re welcome to thanks, in the DM and in a thread', async () => {
    const { ts } = await person().dm('thank you, that helped')
    await person().reply(ts, 'You’re welcome.')
    expect(said(ts)).not.toContain(GLAD)
    const thread = await reviewed()
    await person().dm('thanks, that helped a lot', { thread_ts: thread })
    await person().reply(thread, 'You’re welcome.')
  })

  it('says that it did not understand words that say nothing, with three things to try', async () => {
    const { ts } = await person().dm('asdf')
    const { blocks } = await person().reply(ts, 'I didn’t understand that. Three things to try:')
    expect(JSON.stringify(blocks)).toContain('“What can you do?”')
    expect(said(ts)).not.toContain(GLAD)
  })

  it('asks which entry a correction is about if it names none, and does not offer to save it', async () => {
    await reviewed()
    const { ts } = await person().dm('Lyon, not Oslo')
    await person().reply(ts, 'I can’t tell which entry that is about.')
    expect(said(ts)).not.toContain('may be evidence')
    expect(await person().stored()).not.toContain('Lyon')
  })

  it('shows the help to a person who mistyped the word', async () => {
    const { ts } = await person().dm('hel me')
    await person().reply(ts, 'I compare what you did with the next level')
  })

  it('offers another review to a person who mistyped the request, and adds no answer', async () => {
    const ts = await reviewed()
    await person().dm('raed it again', { thread_ts: ts })
    await person().reply(ts, 'Should I review this entry again?')
    expect(await person().stored()).not.toContain('raed')
  })

  it.each(['why isn’t this communication?', 'shouldn’t that be communication', 'Why not communication?'])(
    'answers "%s" from the ladder, and moves nothing before the button is pressed',
    async (question) => {
      const ts = await reviewed()
      const before = said(ts)
      await person().dm(question, { thread_ts: ts })
      const answer = await person().reply(ts, 'to Communication?')
      expect(JSON.stringify(answer.blocks)).toContain('Communicates well within the team structure')
      expect(JSON.stringify(answer.blocks)).toMatch(/Move “.+”.* to Communication\?/)
      expect(said(ts)).not.toContain('won’t change it back')
      expect(said(ts).startsWith(before.slice(0, -1))).toBe(true)
      await person().click(answer, 'Move it')
      await slack.next(() => /"Communication[^"]*"/.test(said(ts)) && said(ts).includes('placed by you'))
    },
  )

  it('puts words under two competencies if the person names both, once they say yes', async () => {
    const ts = await reviewed()
    await person().dm('it is both mastery and communication', { thread_ts: ts })
    const asked = await person().reply(ts, 'Put “')
    expect(JSON.stringify(asked.blocks)).toContain('under Mastery and Communication?')
    await person().click(asked, 'Yes')
    const names = () => {
      const [review] = person()
        .thread(ts)
        .filter(({ blocks }) => JSON.stringify(blocks).includes(FOOT))
      return JSON.stringify(review?.blocks)
    }
    await slack.next(() => names().includes('Communication'))
    expect(names()).toContain('Mastery')
  })

  const corrected = async (): Promise<string> => {
    const ts = await reviewed()
    await person().dm('That is about ownership.', { thread_ts: ts })
    await person().reply(ts, 'I put it under Ownership')
    return ts
  }

  it.each(['undo that', 'Put it back, please.'])(
    'takes back a correction in its thread by "%s"',
    async (text) => {
      const ts = await corrected()
      await person().dm(text, { thread_ts: ts })
      await person().reply(ts, 'it is under Mastery again')
      await slack.next(() => said(ts).includes('Mastery: possible match'))
      expect(await person().stored()).not.toContain(text)
    },
  )

  it('takes back the latest correction from the DM, and says which entry it was about', async () => {
    await corrected()
    const { ts } = await person().dm('undo that')
    const done = await person().reply(ts, 'it is under Mastery again')
    expect(JSON.stringify(done.blocks)).toContain('About your entry from')
  })

  it('says what to do where there is nothing to take back', async () => {
    const ts = await reviewed()
    await person().dm('put it back', { thread_ts: ts })
    await person().reply(ts, 'I found no correction that I can take back.')
  })

  it.each(['remind me on Friday', 'Could you remind me on Friday?', 'please remind me about this on Friday'])(
    'hears "%s" in a thread: it asks its own question again, or else offers the weekly question',
    async (text) => {
      const open = await reviewed('We led the incident response and wrote the post-mortem of each outage.')
      await person().dm(text, { thread_ts: open })
      await person().reply(open, 'I’ll ask you in this thread on')
      const settled = await reviewed()
      await person().dm(text, { thread_ts: settled })
      await person().reply(settled, 'Should I ask you one question')
      expect(await person().stored()).not.toContain(text)
    },
  )

  it('answers a weakness kindly and saves nothing of it, in the DM and in a thread', async () => {
    const text = 'I’m bad at saying no to people'
    const { ts } = await person().dm(text)
    await person().reply(ts, 'Many people find that hard. I didn’t save it.')
    const thread = await reviewed()
    await person().dm(text, { thread_ts: thread })
    await person().reply(thread, 'Many people find that hard. I didn’t save it.')
    expect(await person().stored()).not.toContain('saying no')
  })
})
