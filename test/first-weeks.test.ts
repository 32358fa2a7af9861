import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { converse, type Reader, readConversations } from './fakes/conversations.ts'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type ModelServer, saying, startModelServer } from './fakes/model-server.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const ALL = readConversations()

/** Not a conversation, but things that many people say. */
const EXAMPLES = 'examples'

/** The conversations that also run with a model, because much in them depends on it. */
const WITH_MODEL = ['jonas-german', 'lena-corrects', 'marek-second-language']

describe.each<[Reader, typeof ALL]>([
  ['offline', ALL],
  ['model', ALL.filter(({ name }) => WITH_MODEL.includes(name))],
])('a person’s first weeks with the coach, read by the %s', (reader, conversations) => {
  let slack: LocalSlack
  let model: ModelServer
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
    model.always((request) => saying(request.message?.text.endsWith('?') ? 'question' : 'evidence')(request))
    // "By June" and "in spring" are read in November 2026.
    const started = Temporal.Now.instant()
    const now = () => Temporal.Instant.from('2026-11-25T10:00Z').add(Temporal.Now.instant().since(started))
    bot = await runBot(slack, 'http', reader === 'model' ? { OPENAI_BASE_URL: model.url } : {}, undefined, {
      now,
    })
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await model?.close()
    await slack?.close()
  })

  it.each(conversations.map((one) => [one.name, one] as const))(
    'go as a sensible person expects: %s',
    async (name, conversation) => {
      if (name !== EXAMPLES) expect(conversation.turns).toHaveLength(8)
      const user = `U${name.split('-')[0]!.toUpperCase()}`
      slack.members.push({ id: user, name, real_name: name, tz: 'Europe/Berlin', profile: {} })
      const person = bot.person(user)
      expect(await converse(slack, person, conversation, reader)).toEqual([])
    },
  )
})
