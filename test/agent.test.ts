import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SLACK_LIMITS } from '../src/slack/connection/connect.ts'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { faithful, type ModelServer, type Script, saying, startModelServer } from './fakes/model-server.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import type { SlackPerson } from './fakes/slack-person.ts'

const EVIDENCE =
  'I planned the failover drill and ran it with the team. Recovery took 12 minutes instead of 40.'
const FOOT = 'People decide promotions'
const STOPPED = 'I stopped. Your message is saved.'

const METHODS = [
  'assistant.threads.setStatus',
  'agents.sessions.setStatus',
  'assistant.threads.setSuggestedPrompts',
] as const

let slack: LocalSlack
let model: ModelServer
let bot: Bot
let users = 0

const started = (slackLimits = SLACK_LIMITS): Promise<Bot> =>
  runBot(
    slack,
    'http',
    { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'sk-local-secret', OPENAI_MODEL: 'scripted-1' },
    undefined,
    { slackLimits },
  )
/** Somebody who wrote nothing before. */
const newcomer = async (goal: string | null = 'L3'): Promise<SlackPerson> => {
  users += 1
  const person = bot.person(`UNEW${users}`)
  if (goal !== null) await person.command(`goal ${goal}`)
  return person
}
/** An answer that comes when it is let go. */
const held = () => {
  const asked = Promise.withResolvers<void>()
  const free = Promise.withResolvers<void>()
  return {
    asked: asked.promise,
    letGo: free.resolve,
    script: async (request: Parameters<typeof faithful>[0]): Promise<Script> => {
      asked.resolve()
      await free.promise
      return faithful(request)
    },
  }
}
/** Lines of the log about what Slack does not offer. */
const refusals = (): unknown[] =>
  bot.facts().flatMap((fact) => (fact.action === 'show-presence' ? [[fact.method, fact.vendor]] : []))

beforeAll(async () => {
  model = await startModelServer()
  slack = await startLocalSlack()
  // The first reading of a process waits for its workers.
  bot = await started()
  model.script(faithful)
  const person = await newcomer()
  const { ts } = await person.dm(EVIDENCE)
  await person.reply(ts, FOOT, 50_000)
  await bot.stop()
  await slack.close()
})
beforeEach(async () => {
  slack = await startLocalSlack()
  slack.can.agent = true
})
afterEach(async () => {
  model.always(null)
  model.verify()
  await bot?.stop()
  await slack.close()
  expect(slack.problems).toEqual([])
})
afterAll(() => model.close())

describe('an agent in Slack', () => {
  beforeEach(async () => {
    bot = await started()
  })

  it('shows that it is reading, and clears that at the end', async () => {
    const person = await newcomer()
    const answer = held()
    model.script(answer.script)
    const { ts } = await person.dm(EVIDENCE)
    await answer.asked
    await slack.next(() => slack.shown.sessions.get(ts)?.length === 1 && slack.shown.statuses.get(ts))
    expect(slack.shown.statuses.get(ts)).toEqual(['is reading your message…'])
    expect(slack.shown.sessions.get(ts)).toEqual(['processing'])
    answer.letGo()
    await person.reply(ts, FOOT)
    await slack.next(() => slack.shown.sessions.get(ts)?.length === 2)
    expect(slack.shown.statuses.get(ts)?.at(-1)).toBe('')
    expect(slack.shown.sessions.get(ts)).toEqual(['processing', 'active'])
  })

  it('stops reading when the person asks, and keeps the message for another review', async () => {
    const person = await newcomer()
    const never = held()
    model.script(never.script)
    const { ts } = await person.dm(EVIDENCE)
    await never.asked
    expect((await person.stops(ts)).acked).toBe(true)
    const post = await person.reply(ts, STOPPED)
    await slack.next(() => slack.shown.sessions.get(ts)?.at(-1) === 'active')
    expect(person.thread(ts).filter(({ text }) => text.startsWith('Saved. I’m comparing'))).toEqual([])
    expect(JSON.stringify(person.thread(ts))).not.toContain('No AI was used')
    expect(JSON.stringify((await person.command('data')).body)).toContain('I store 1 entry')
    // Nobody is told that the model failed, because it did not.
    expect(bot.facts().filter(({ level }) => level >= 40)).toEqual([])
    expect(await bot.metrics()).not.toContain('outcome="model-silent"')
    never.letGo()

    const again = held()
    model.script(again.script)
    await person.click(post, 'evidence-again')
    await again.asked
    await person.stops(ts)
    await slack.next(() => person.thread(ts).find((one) => one.text === STOPPED && one.ts !== post.ts))
    again.letGo()
    model.script(faithful)
    const second = person.thread(ts).find(({ text }) => text === STOPPED)!
    await person.click(second, 'evidence-again')
    await person.reply(ts, FOOT)
    await expect.poll(() => person.thread(ts).some(({ text }) => text === STOPPED)).toBe(false)
  })

  it('stops only what the one who presses has in that thread', async () => {
    const person = await newcomer()
    const other = await newcomer()
    const answer = held()
    model.script(answer.script)
    const { ts } = await person.dm(EVIDENCE)
    await answer.asked
    await other.stops(ts)
    await person.stops(slack.nextTs())
    answer.letGo()
    await person.reply(ts, FOOT)
    expect(person.thread(ts).some(({ text }) => text === STOPPED)).toBe(false)
  })

  it('asks whether to save a message if it is stopped while it finds out what that is', async () => {
    const person = await newcomer()
    const asked = Promise.withResolvers<void>()
    const free = Promise.withResolvers<void>()
    model.script(async (request) => {
      asked.resolve()
      await free.promise
      return saying('evidence')(request)
    })
    const { ts } = await person.dm('Pairs with new joiners')
    await asked.promise
    await person.stops(ts)
    await person.reply(ts, 'Save it as evidence?')
    free.resolve()
    await slack.next(() => slack.shown.sessions.get(ts)?.at(-1) === 'active')
  })

  it('says nothing if there is nothing to stop, and shows that', async () => {
    const person = await newcomer()
    model.script(faithful)
    const { ts } = await person.dm(EVIDENCE)
    await person.reply(ts, FOOT)
    await slack.next(() => slack.shown.sessions.get(ts)?.length === 2)
    await person.stops(ts)
    await slack.next(() => slack.shown.sessions.get(ts)?.length === 3)
    expect(slack.shown.sessions.get(ts)).toEqual(['processing', 'active', 'active'])
    expect(person.thread(ts).some(({ text }) => text === STOPPED)).toBe(false)
  })

  it('offers what this person can ask, and answers it', async () => {
    const person = await newcomer(null)
    const offersAndAnswers = async (answers: Readonly<Record<string, string>>): Promise<void> => {
      await person.opens()
      const prompts = await slack.next(() => slack.shown.prompts.get(person.channel))
      slack.shown.prompts.clear()
      expect(prompts).toEqual(Object.keys(answers).map((text) => ({ title: text, message: text })))
      for (const [text, holding] of Object.entries(answers)) {
        const { ts } = await person.dm(text)
        await person.reply(ts, holding)
      }
    }
    const from = model.requests.length
    await offersAndAnswers({
      'What can you do?': 'next level of your career ladder',
      'Set a goal': 'goal-choose',
      'What should I send you?': 'what changed',
      'Who can read this?': 'Only you see this here',
    })
    await person.command('goal L3')
    await offersAndAnswers({
      'What am I missing for L3?': 'L3',
      'What does L3 say about communication?': 'Communication',
      'Show my evidence': 'evidence',
      'Who can read this?': 'Only you see this here',
    })
    expect(model.requests.slice(from)).toEqual([])
    await expect
      .poll(async () => JSON.stringify((await person.command('data')).body))
      .toContain('I store 0 entries')
  })

  it('offers nothing on its Home', async () => {
    const person = await newcomer()
    expect((await person.opens('home')).acked).toBe(true)
    await person.opens()
    await slack.next(() => slack.shown.prompts.size > 0)
    expect(slack.calls('assistant.threads.setSuggestedPrompts')).toHaveLength(1)
  })
})

describe('a Slack that shows no agents', () => {
  it.each(['unknown_method', 'missing_scope', 'not_allowed_token_type', 'feature_not_enabled'])(
    'is asked once and no more if it says %s, and everybody gets their answer',
    async (error) => {
      for (const method of METHODS) slack.fail(method, { error, times: 100 })
      bot = await started()
      model.always(faithful)
      for (const person of [await newcomer(), await newcomer()]) {
        await person.opens()
        const { ts } = await person.dm(EVIDENCE)
        await person.reply(ts, FOOT)
      }
      for (const method of METHODS) expect([method, slack.calls(method).length]).toEqual([method, 1])
      expect(refusals().toSorted()).toEqual(METHODS.map((method) => [method, error]).toSorted())
      expect(bot.facts().filter(({ level }) => level >= 40)).toEqual([])
    },
  )

  it('delays no one if it never answers', async () => {
    for (const method of METHODS) slack.fail(method, { hang: true, times: 100 })
    bot = await started({ ...SLACK_LIMITS, callMs: 10 * 60_000 })
    model.always(faithful)
    const person = await newcomer()
    expect((await person.opens()).acked).toBe(true)
    const { ts } = await person.dm(EVIDENCE)
    await person.reply(ts, FOOT)
    expect(slack.calls('assistant.threads.setStatus')).toHaveLength(1)
  })

  it('is asked again about another thread if it refuses one', async () => {
    slack.fail('agents.sessions.setStatus', { error: 'channel_not_found' })
    slack.can.agent = true
    bot = await started()
    model.always(faithful)
    const person = await newcomer()
    const { ts } = await person.dm(EVIDENCE)
    await person.reply(ts, FOOT)
    await slack.next(() => slack.shown.sessions.get(ts)?.includes('active'))
    expect(refusals()).toEqual([])
  })
})

describe('a coach without a model', () => {
  it('offers prompts, and shows no status, because it is done at once', async () => {
    bot = await runBot(slack, 'http')
    const person = await newcomer()
    await person.opens()
    await slack.next(() => slack.shown.prompts.get(person.channel))
    const { ts } = await person.dm(EVIDENCE)
    await person.reply(ts, FOOT)
    expect(slack.calls('assistant.threads.setStatus')).toEqual([])
    expect(slack.calls('agents.sessions.setStatus')).toEqual([])
  })
})
