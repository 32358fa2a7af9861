import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { faithful, type ModelServer, type Script, startModelServer } from './fakes/model-server.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import { quotesIn, type SlackPerson } from './fakes/slack-person.ts'

const EVIDENCE =
  'I planned the failover drill and ran it with the team. Recovery took 12 minutes instead of 40.'

describe('a review by a model', () => {
  let slack: LocalSlack
  let model: ModelServer
  let bot: Bot
  let person: SlackPerson
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
    bot = await runBot(slack, 'http', {
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'sk-local-secret',
      OPENAI_MODEL: 'scripted-1',
    })
    person = bot.person('UADA')
    await person.command('goal L3')
  })
  afterEach(() => {
    model.always(null)
    model.verify()
    expect(slack.problems).toEqual([])
  })
  afterAll(async () => {
    await bot?.stop()
    await model?.close()
    await slack?.close()
  })
  const reviewOf = async (text: string) => {
    const { ts } = await person.dm(text)
    const post = await person.reply(ts, 'People decide promotions')
    return { ts, post, said: JSON.stringify(post.blocks) }
  }

  it('quotes the person, cites the ladder, says what is missing and that it was written with AI', async () => {
    model.script(faithful)
    const { post, said } = await reviewOf(EVIDENCE)
    expect(said).toContain('Mastery: 0 of 5 sentences shown, 1 partly shown')
    expect(said).toContain('L3 asks: “Proficient in multiple areas of expertise')
    expect(said).toContain('Nothing here shows how you planned it.')
    expect(said).toContain('Written by AI (scripted-1')
    expect(said).toContain('Not looked at: Judgment')
    expect(said).toContain('Nothing new at L3, compared with L2: Scope, Communication, Planning')
    const order = [
      'This shows work that you planned',
      'Not enough for a packet on its own.',
      'This shows it best:',
      'Do this first: ',
      'One question: ',
      'Mastery: 0 of 5 sentences shown',
      'Why: You describe',
      'The other competencies',
      'Compared with',
    ].map((part) => said.indexOf(part))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(-1)
    // The one step stands at the top, and nowhere again.
    expect(said).not.toContain('Next steps')
    const words = 'I planned the failover drill and ran it with the team.'
    expect(quotesIn(post.blocks)).toEqual([words, words])
  })

  it('tells one thing from a pattern, and tells the model what was shown before', async () => {
    const other = bot.person('UPATTERN')
    await other.command('goal L3')
    const firstScreen = async (text: string): Promise<string> => {
      model.script(faithful)
      const { ts } = await other.dm(text)
      return JSON.stringify((await other.reply(ts, 'People decide promotions')).blocks)
    }
    expect(await firstScreen(EVIDENCE)).toContain('One entry, no pattern yet.')
    expect(model.requests.at(-1)?.input).not.toContain('other pieces')
    const month = new Date().toISOString().slice(0, 7)
    expect(await firstScreen(`${EVIDENCE} Since then I run it every month.`)).toMatch(
      /With this, you have 2 entries for Mastery since [A-Z][a-z]+ \d{4}\./,
    )
    expect(model.requests.at(-1)?.input).toContain(
      JSON.stringify([{ competency: 'mastery', status: 'partly', month }]),
    )
  })

  it('shows a sign of life while the model reads, and takes it back', async () => {
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    model.script((request) => {
      void held
      return faithful(request)
    })
    const { ts } = await person.dm(EVIDENCE)
    const sign = await slack.next(() =>
      slack.messages.find(
        (message) => message.thread_ts === ts && message.text.startsWith('Saved. I’m comparing'),
      ),
    )
    release()
    await person.reply(ts, 'People decide promotions')
    await slack.next(() => sign.deleted)
  })

  it('sends the evidence as data after everything constant, stores nothing there, and keeps the schema strict', () => {
    const [first, second] = model.requests
    const { body, schema } = first!
    expect(body.store).toBe(false)
    expect(body.text.format.strict).toBe(true)
    expect(body.instructions).not.toContain('failover')
    expect(JSON.stringify(schema)).toBe(JSON.stringify(second!.schema))
    expect(schema.$defs.span.enum).toHaveLength(80)
    expect(schema.properties.findings.items.properties.spans.items).toEqual({ $ref: '#/$defs/span' })
    expect(Object.keys(schema.properties).at(-1)).toBe('headline')
    expect(body.input.indexOf('failover')).toBeGreaterThan(body.input.indexOf('"current"'))
  })

  it('drops what a model makes up, asks once more with the reasons, and shows what holds', async () => {
    const sloppy =
      (change: (answer: ReturnType<typeof JSON.parse>) => void) =>
      (request: Parameters<typeof faithful>[0]) => {
        const answer = JSON.parse(faithful(request))
        change(answer)
        return JSON.stringify(answer)
      }
    const invent = sloppy((answer) => {
      answer.headline = 'You saved 9,000 hours, said Ravi.'
      answer.findings.push({
        ...answer.findings[0],
        competency: 'scope',
        why: 'You wrote “zero data loss for all customers”.',
      })
      answer.questions = ['Will you be promoted to L5?']
    })
    model.script(invent, invent)
    const { said } = await reviewOf(EVIDENCE)
    expect(said).not.toMatch(/9,000|Ravi|zero data loss|L5/)
    expect(said).toContain('1 partly shown')
    const again = model.requests.at(-1)!.input
    expect(again).toContain('An earlier answer to this was refused')
    expect(again).toContain('9,000')
  })

  it.each<[string, () => Script]>([
    [
      'every id invented',
      () =>
        '{"headline":"x","findings":[{"competency":"mastery","spans":["s99"],"expectation":"sre/L5/mastery/1","status":"evidenced","why":"You are at L5.","missing":[]}],"questions":[],"next_steps":[]}',
    ],
    ['JSON of another form', () => '{"rating":"L5","quote":"made up"}'],
    ['no JSON', () => 'I think this is L5 work.'],
    ['an empty answer', () => ({ fault: 'empty' })],
    ['a refusal', () => ({ fault: 'refusal' })],
    ['a truncated answer', () => ({ fault: 'incomplete' })],
    ['cut connections', () => ({ fault: 'cut' })],
    ['500 each time', () => ({ status: 500 })],
    ['429 each time', () => ({ status: 429, headers: { 'retry-after': '0' } })],
    ['a refused key', () => ({ status: 401 })],
    ['a model that does not exist', () => ({ status: 404 })],
  ])('answers offline, and says so, after %s', async (_, does) => {
    model.always(does)
    const { said } = await reviewOf(EVIDENCE)
    expect(said).toContain('The AI gave no answer I could use. I only compared English words')
    expect(said).not.toMatch(/L5|made up/)
    expect(said).toContain('I planned the failover drill and ran it with the team.')
    // A provider that answers again is not left alone.
    model.always(faithful)
    expect((await reviewOf(EVIDENCE)).said).toContain('Written by AI')
  })

  it.each([
    ['prose around its JSON', (answer: string) => `Sure! Here it is:\n${answer}\nAnything else?`],
    ['a code fence around it', (answer: string) => `\`\`\`json\n${answer}\n\`\`\``],
    [
      'fields left out that say nothing',
      (answer: string) => answer.replaceAll('"current":null,"question":null,', ''),
    ],
  ])('reads the answer of a server that ignores schemas and puts %s', async (_, changed) => {
    model.script((request) => changed(faithful(request)))
    expect((await reviewOf(EVIDENCE)).said).toContain('Written by AI')
  })

  it('waits as long as a 429 asks and then shows the model’s answer', async () => {
    model.script(() => ({ status: 429, headers: { 'retry-after': '1' } }), faithful)
    const { said } = await reviewOf(EVIDENCE)
    expect(said).toContain('Written by AI')
  })

  it('asks again once after a malformed answer', async () => {
    model.script(() => 'not json', faithful)
    const { said } = await reviewOf(EVIDENCE)
    expect(said).toContain('Written by AI')
  })

  it('reads long evidence in parts and quotes from all of it', async () => {
    model.always(faithful)
    const before = model.requests.length
    const { said } = await reviewOf(
      Array.from(
        { length: 130 },
        (_, index) => `I repaired broken host number ${index + 1} and wrote down why.`,
      ).join('\n'),
    )
    expect(model.requests.length - before).toBe(2)
    for (const [nth, { input }] of model.requests.slice(before).entries())
      expect(input).toContain(`These spans are part ${nth + 1} of 2 of a longer text`)
    expect(said).toContain('broken host number 1 ')
    expect(said).toContain('broken host number 81 ')
  })

  it('posts a review once although Slack’s answer to the post got lost', async () => {
    model.script((request) => {
      // By now the sign of life stands: the next post is the review.
      slack.fail('chat.postMessage', { dropAfterApplying: true })
      return faithful(request)
    })
    const before = bot.log().split('review posted').length
    const { ts } = await person.dm('I wrote the capacity plan and presented it.')
    await person.reply(ts, 'People decide promotions')
    await slack.next(
      () =>
        slack.calls('conversations.replies').length > 0 && bot.log().split('review posted').length > before,
    )
    const reviews = slack.messages.filter(
      (message) => message.thread_ts === ts && message.text.includes('partly'),
    )
    expect(reviews).toHaveLength(1)
  })

  it('waits out Slack’s own limit and answers after its errors', async () => {
    model.always(faithful)
    for (const fault of [{ retryAfter: 1 }, { status: 500 }, { error: 'internal_error' }]) {
      slack.fail('chat.postMessage', fault)
      await reviewOf(EVIDENCE)
    }
  })

  it('keeps the key and the evidence out of the log', () => {
    expect(bot.log()).not.toMatch(/sk-local|failover|capacity plan|9,000/)
  })
})
