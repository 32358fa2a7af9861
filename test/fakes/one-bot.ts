import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type LocalSlack, startLocalSlack } from './local-slack.ts'
import { type ModelServer, startModelServer } from './model-server.ts'
import { type Bot, runBot } from './run-bot.ts'

type Started = { readonly slack: LocalSlack; readonly bot: Bot }
type Answers = Parameters<ModelServer['always']>[0]

/** `start` returns the bot, and the model that it needs until it has stopped. */
const withOne = (
  start: (slack: LocalSlack) => Promise<{ readonly bot: Bot; readonly model?: ModelServer }>,
  started: (at: Started) => void,
): void => {
  let slack: LocalSlack | undefined
  let one: Awaited<ReturnType<typeof start>> | undefined
  beforeAll(async () => {
    slack = await startLocalSlack()
    one = await start(slack)
    await one.bot.person('UADA').command('goal L3')
    started({ slack, bot: one.bot })
  })
  afterEach(() => expect(slack?.problems).toEqual([]))
  afterAll(async () => {
    await one?.bot.stop()
    await one?.model?.close()
    await slack?.close()
  })
}

/**
 * One bot without a model for all tests of a `describe`, in a Slack that must accept all that the bot sends. Ada's goal
 * is L3. `started` gets both before the first test.
 */
export function withOneBot(started: (at: Started) => void, others: Parameters<typeof runBot>[4] = {}): void {
  withOne(async (slack) => ({ bot: await runBot(slack, 'http', {}, undefined, others) }), started)
}

/** The same beside a model that answers like this. Only as `model` the bot asks it. */
export function withOneBotAndModel(
  reader: 'offline' | 'model',
  answers: Answers,
  started: (at: Started) => void,
  others: Parameters<typeof runBot>[4] = {},
): void {
  withOne(async (slack) => {
    const model = await startModelServer()
    model.always(answers)
    return {
      model,
      bot: await runBot(
        slack,
        'http',
        reader === 'model' ? { OPENAI_BASE_URL: model.url } : {},
        undefined,
        others,
      ),
    }
  }, started)
}
