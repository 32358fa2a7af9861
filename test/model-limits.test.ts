import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeModelUseStore } from '../src/adapters/store/model-use-store.ts'
import { readyFolder } from './fakes/databases.ts'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { faithful, type ModelServer, startModelServer } from './fakes/model-server.ts'
import { openPlace } from './fakes/open-store.ts'
import { type Bot, freePort, runBot } from './fakes/run-bot.ts'
import { quotesIn, type SlackPerson } from './fakes/slack-person.ts'

const EVIDENCE = 'I planned the failover drill and ran it with the team.'
const FOOT = 'People decide promotions'

describe('what a model is used for', () => {
  let slack: LocalSlack
  let model: ModelServer
  let shared: Bot
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
    model.always(faithful)
    shared = await started()
  })
  afterAll(async () => {
    await shared?.stop()
    await model?.close()
    await slack?.close()
  })
  const started = async (more: Record<string, string> = {}): Promise<Bot> =>
    runBot(slack, 'http', {
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'sk-local-secret',
      OPENAI_MODEL: 'gpt-5.4-mini',
      METRICS_PORT: String(await freePort()),
      ...more,
    })
  const withPerson = async (
    one: Bot,
    user: string,
    work: (person: SlackPerson) => Promise<void>,
  ): Promise<void> => {
    bot = one
    const person = bot.person(user)
    await person.command('goal L3')
    await work(person)
  }
  /** For what the bot remembers of a model or of Slack. */
  const withNewBot = async (
    work: (person: SlackPerson) => Promise<void>,
    more: Record<string, string> = {},
  ): Promise<void> => {
    const one = await started(more)
    try {
      await withPerson(one, 'UADA', work)
    } finally {
      await one.stop()
    }
  }
  const withBot = (work: (person: SlackPerson) => Promise<void>, user = 'UADA') =>
    withPerson(shared, user, work)
  const reviewOf = async (person: SlackPerson, text = EVIDENCE) => {
    const { ts } = await person.dm(text)
    const post = await person.reply(ts, FOOT, 40_000)
    return { ts, post, said: JSON.stringify(post.blocks) }
  }
  /** A folder for a bot in which a person has had so many reviews by the model today. */
  const usedUp = async (user: string, reviews: number): Promise<string> => {
    const dataDir = readyFolder()
    const database = await openPlace({ DATA_DIR: dataDir })
    const day = Temporal.Now.plainDateISO('UTC')
    const budget = { reviewsADay: 40, microDollarsAMonth: 1 }
    for (let piece = 0; piece < reviews; piece += 1)
      await makeModelUseStore(database).takeModelUse(
        { team: 'T1', user },
        { piece: String(piece), day, budget, reserve: 0 },
      )
    await database.close()
    return dataDir
  }
  const metric = async (name: string): Promise<number> => {
    const text = await bot.metrics()
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0)
  }

  it('tells the provider who asks by a hash alone, and names what it may cache', () =>
    withBot(async (person) => {
      const before = model.requests.length
      await reviewOf(person)
      await reviewOf(person, 'I wrote the runbook of the queue.')
      const [one, two] = model.requests.slice(before).map(({ body }) => body)
      expect(one.safety_identifier).toMatch(/^[0-9a-f]{64}$/)
      expect(one.safety_identifier).toBe(two.safety_identifier)
      expect(one.prompt_cache_key).toBe(two.prompt_cache_key)
      expect(JSON.stringify(one)).not.toContain('UADA')
      const common = [...one.input].findIndex((char, at) => char !== two.input[at])
      expect(one.input.slice(0, common)).toContain('"target"')
    }))

  it('stores and counts tokens and cost, shows them in the log and the metrics, and never to the person', () =>
    withBot(async (person) => {
      const dollars = await metric('ladder_coach_model_dollars_total')
      const cached = await metric('ladder_coach_model_tokens_total\\{kind="cached"\\}')
      model.uses({
        input_tokens: 4_000,
        input_tokens_details: { cached_tokens: 3_000 },
        output_tokens: 1_000,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: 5_000,
      })
      const { said } = await reviewOf(person)
      // 1,000 at 0.75, 3,000 at 0.075 and 1,000 at 4.5 dollars a million.
      expect(bot.log()).toContain('"microDollars":5475')
      expect(await metric('ladder_coach_model_tokens_total\\{kind="cached"\\}')).toBe(cached + 3_000)
      expect(await metric('ladder_coach_model_dollars_total')).toBeCloseTo(dollars + 0.005475, 9)
      for (const text of ['me', 'data', 'evidence'])
        expect(JSON.stringify((await person.command(text)).body)).not.toMatch(/5475|dollar|\$|token/i)
      expect(said).not.toMatch(/5475|dollar|\$|token/i)
      model.uses(null)
    }))

  it('answers offline, and says why, once a person’s reviews of the day are used up', async () => {
    const dataDir = await usedUp('UADA', 39)
    await withNewBot(
      async (person) => {
        expect((await reviewOf(person)).said).toContain('Written by AI')
        const before = model.requests.length
        expect((await reviewOf(person, 'I wrote the runbook of the drill.')).said).toContain(
          'You’ve used today’s AI reviews',
        )
        expect(model.requests.length).toBe(before)
        const other = bot.person('USAM')
        await other.command('goal L3')
        expect((await reviewOf(other)).said).toContain('Written by AI')
      },
      { DATA_DIR: dataDir },
    )
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('answers offline, and says why, once the workspace’s money of the month is spent', () =>
    withNewBot(async (person) => {
      model.uses({ input_tokens: 0, output_tokens: 12_000_000, total_tokens: 12_000_000 })
      expect((await reviewOf(person)).said).toContain('Written by AI')
      model.uses(null)
      expect((await reviewOf(person)).said).toContain('This workspace has used this month’s AI budget')
    }))

  it('leaves a failing provider alone, answers at once meanwhile, and offers to read it again', () =>
    withNewBot(async (person) => {
      model.always(() => ({ status: 500 }))
      for (let count = 0; count < 4; count += 1)
        expect((await reviewOf(person)).said).toContain('The AI gave no answer I could use')
      const before = model.requests.length
      const { ts, post, said } = await reviewOf(person)
      expect(said).toContain('The AI isn’t answering right now')
      expect(model.requests.length).toBe(before)
      expect(await metric('ladder_coach_model_resting')).toBe(1)
      model.always(faithful)
      await person.click(post, 'review-again')
      await slack.next(() => person.thread(ts).some(({ updates }) => updates === 1))
      expect(person.thread(ts).filter(({ blocks }) => JSON.stringify(blocks).includes(FOOT))).toHaveLength(1)
    }))

  it('asks a server without Responses by Chat Completions, with the same schema', () =>
    withNewBot(async (person) => {
      model.always((request) =>
        request.way === 'responses' ? { status: 404, body: '{"error":"no such route"}' } : faithful(request),
      )
      const before = model.requests.length
      expect((await reviewOf(person)).said).toContain('Written by AI')
      expect((await reviewOf(person)).said).toContain('Written by AI')
      const asked = model.requests.slice(before)
      expect(asked.map(({ way }) => way)).toEqual(['responses', 'chat/completions', 'chat/completions'])
      expect(asked[1]!.body.response_format.json_schema.strict).toBe(true)
      expect(asked[1]!.body.messages[1].content).toContain('failover')
      expect(asked[1]!.body.messages[0].content).not.toContain('failover')
    }))

  it('puts the form into words for a server that takes no schema', () =>
    withNewBot(async (person) => {
      model.always((request) =>
        request.way === 'responses'
          ? { status: 404 }
          : request.schema
            ? { status: 400, body: '{"error":{"message":"response_format json_schema is not supported"}}' }
            : faithful(request),
      )
      expect((await reviewOf(person)).said).toContain('Written by AI')
      expect(model.requests.at(-1)!.body.messages[0].content).toContain(
        'Answer with one JSON object of this form',
      )
      expect(bot.facts().filter(({ code }) => code === 'schema-refused')).toMatchObject([
        {
          level: 50,
          action: 'review-evidence',
          vendor: '400',
          todo: expect.stringContaining('OPENAI_MODEL'),
        },
      ])
      model.always(faithful)
    }))

  it(
    'does not let one person’s fifty messages delay another’s one',
    () =>
      withBot(async (person) => {
        const other = bot.person('USAM')
        await other.command('goal L3')
        model.always((request) => faithful(request))
        const many = await Promise.all(
          Array.from({ length: 50 }, (_, index) => person.dm(`${EVIDENCE} It was drill ${index}.`)),
        )
        const { ts } = await other.dm(EVIDENCE)
        await other.reply(ts, FOOT)
        const done = many.filter((one) =>
          person.thread(one.ts).some((post) => JSON.stringify(post).includes(FOOT)),
        )
        expect(done.length).toBeLessThan(40)
      }, 'UMANY'),
    60_000,
  )

  it('shows signs of life growing where Slack can stream them, and takes them back', () =>
    withNewBot(async (person) => {
      slack.can.stream = true
      const { ts } = await reviewOf(
        person,
        Array.from({ length: 200 }, (_, index) => `I repaired host ${index} and wrote down why.`).join('\n'),
      )
      const [stream] = slack.calls('chat.startStream')
      expect(stream?.body.chunks[0]).toEqual({ type: 'plan_update', title: 'Saved. Review in progress' })
      expect(slack.calls('chat.appendStream').length).toBeGreaterThan(0)
      await slack.next(() => person.thread(ts).every(({ text }) => !text.includes('plan_update')))
      slack.can.stream = false
    }))

  it('answers although Slack takes no sign of life', () =>
    withBot(async (person) => {
      slack.fail('chat.startStream', { error: 'fatal_error' })
      slack.fail('chat.postMessage', { error: 'msg_too_long' })
      const { ts } = await person.dm(EVIDENCE)
      await person.reply(ts, FOOT)
    }))

  it('shows the short form with a button for all of it where Slack knows no folds', () =>
    withNewBot(async (person) => {
      slack.can.fold = false
      const { post, said } = await reviewOf(person)
      expect(said).not.toContain('"container"')
      await person.click(post, 'review-show-all')
      const all = await slack.next(() =>
        slack.responses.find(({ blocks }) => JSON.stringify(blocks).includes('Nothing here shows how')),
      )
      expect(JSON.stringify(all.blocks)).toContain('I planned the failover drill')
      expect(all.response_type).toBe('ephemeral')
      // What was refused once is not sent again.
      const refused = () =>
        slack
          .calls()
          .filter(
            ({ method, body }) => /^chat\./.test(method) && JSON.stringify(body).includes('"container"'),
          ).length
      const before = refused()
      expect((await reviewOf(person)).said).not.toContain('"container"')
      expect(refused()).toBe(before)
      slack.can.fold = true
      expect(slack.problems).toEqual([])
    }))

  it('opens a window with all of a review that has no room in one message', () =>
    withNewBot(async (person) => {
      const lines = Array.from(
        { length: 24 },
        (_, nth) => `I repaired host ${nth} ${'and wrote the runbook for its next owner '.repeat(11)}`,
      )
      model.script((request) => {
        const answer = JSON.parse(faithful(request))
        const [finding] = answer.findings
        const long = request.spans.filter(({ text }) => text.length > 400)
        answer.findings = request.ladder.target.rows
          .slice(0, 8)
          .map(
            (
              { competency, sentences }: { competency: string; sentences: { id: string }[] },
              nth: number,
            ) => ({
              ...finding,
              competency,
              expectation: sentences[0]!.id,
              missing: [],
              spans: long.slice(nth * 3, nth * 3 + 3).map(({ id }) => id),
            }),
          )
        answer.next_steps = []
        return JSON.stringify(answer)
      })
      const { post } = await reviewOf(person, lines.join('\n'))
      expect(post.blocks.length).toBeGreaterThan(0)
      const quoted = (blocks: typeof post.blocks) =>
        quotesIn(blocks).filter((text) => text.length > 400).length
      const before = quoted(post.blocks)
      const seen = slack.views.length
      await person.click(post, 'review-show-all')
      const view = await slack.next(() => slack.views[seen])
      expect(quoted(view.blocks)).toBeGreaterThan(before)
      expect(JSON.stringify(view.blocks)).toContain('People decide promotions')
      expect(slack.problems).toEqual([])
    }))
})
