import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import {
  faithful,
  type ModelRequest,
  type ModelServer,
  type Script,
  startModelServer,
} from './fakes/model-server.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import type { SlackPerson } from './fakes/slack-person.ts'

const EVIDENCE =
  'I planned the failover drill and ran it with the team. Recovery took 12 minutes instead of 40.'

type Written = { text: string; receipts: string[] }

/** Reviews honestly, and drafts these sentences. */
const drafting =
  (does: (request: ModelRequest) => readonly Written[] | Script) =>
  (request: ModelRequest): Script => {
    if (!request.input.includes('The competency, what the target level asks')) return faithful(request)
    const given = does(request)
    return Array.isArray(given) ? JSON.stringify({ sentences: given }) : (given as Script)
  }
const isDraft = ({ body }: ModelRequest): boolean => body.text?.format?.name === 'draft'

describe('a packet drafted by a model', () => {
  let slack: LocalSlack
  let model: ModelServer
  let bot: Bot
  let users = 0
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
    bot = await runBot(slack, 'http', {
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'sk-local-secret',
      OPENAI_MODEL: 'scripted-1',
    })
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

  /** A person with a goal and one reviewed piece. */
  const somebody = async (text = EVIDENCE): Promise<{ person: SlackPerson; ts: string }> => {
    users += 1
    const person = bot.person(`UDRAFT${users}`)
    await person.command('goal L3')
    model.always(faithful)
    const { ts } = await person.dm(text)
    await person.reply(ts, 'People decide promotions')
    return { person, ts }
  }
  const page = async (person: SlackPerson): Promise<Json> => (await person.command('packet')).body
  const clicked = async (person: SlackPerson, on: Json, button: string): Promise<Json> => {
    const seen = slack.responses.length
    await person.click({ ...on, ephemeral: true }, button)
    return slack.next(() => slack.responses[seen])
  }
  const opened = async (person: SlackPerson, on: Json, competency: string): Promise<Json> => {
    const seen = slack.responses.length
    await person.choose({ ...on, ephemeral: true }, 'packet-page', competency)
    return slack.next(() => slack.responses[seen])
  }
  /** Asks for a draft, and waits until its first page says this. */
  const drafted = async (person: SlackPerson, says = 'AI drafted 1 paragraph'): Promise<Json> => {
    const asked = await clicked(person, await page(person), 'Draft it with AI')
    expect(JSON.stringify(asked)).toContain('AI is writing a draft from your quotes.')
    await expect.poll(async () => JSON.stringify(await page(person)), { timeout: 15_000 }).toContain(says)
    return page(person)
  }
  const said = (one: Json): string => JSON.stringify(one.blocks)

  it('is a draft sentence by sentence until its owner accepts it, and is not drafted again', async () => {
    const { person } = await somebody()
    const from = model.requests.length
    model.always(
      drafting(() => [{ text: 'I planned the failover drill and ran it with the team.', receipts: ['r1'] }]),
    )
    const first = await drafted(person)
    const told = await slack.next(() =>
      slack.messages.find(({ text }) => text.startsWith('AI has drafted your packet for L3.')),
    )
    expect([told.channel, told.thread_ts]).toEqual([person.channel, undefined])
    const seen = slack.responses.length
    await person.click(told, 'Open draft')
    expect(await slack.next(() => slack.responses[seen])).toMatchObject({ replace_original: false })
    expect(said(first)).toContain('It is a draft until you accept it.')
    expect(said(first)).not.toContain('Draft the rest')
    const section = await opened(person, first, 'Mastery')
    expect(said(section)).toContain('A draft by AI, for you to accept')
    expect(said(section)).toContain('I planned the failover drill and ran it with the team. [1]')
    const accepted = await clicked(person, section, 'Accept')
    expect(said(accepted)).toContain('Your paragraph, drafted by AI')
    expect(said(accepted)).not.toContain('"packet-accept"')
    const after = await page(person)
    expect(said(after)).not.toMatch(/Accept all|Draft it with AI|AI drafted/)
    const asked = model.requests.slice(from).filter(isDraft)
    expect(asked).toHaveLength(1)
    const [{ body, input, schema }] = asked as [ModelRequest]
    expect(body).toMatchObject({ store: false, text: { format: { strict: true } } })
    expect(body.instructions).not.toContain('failover')
    expect(input).toContain('I planned the failover drill')
    expect(JSON.stringify(schema)).toContain('"r12"')
    expect(bot.log()).not.toContain('failover drill')
  })

  it('quotes instead of saying more than its quotes, and drops sentences that point to no quote', async () => {
    const { person } = await somebody()
    model.always(
      drafting(() => [
        { text: 'I planned the failover drill and ran it with the team.', receipts: ['r1'] },
        { text: 'Recovery took 9 minutes instead of 40.', receipts: ['r1'] },
        { text: 'I am ready for L3.', receipts: ['r7'] },
        { text: 'I do this every week.', receipts: [] },
      ]),
    )
    const text = said(await opened(person, await drafted(person), 'Mastery'))
    expect(text).not.toMatch(/9 minutes|ready for L3|every week/)
    expect(text).toContain('with the team. [1] “I planned the failover drill and ran it with the team.')
    expect(text).toContain('instead of 40.” [1]')
  })

  it('can be accepted all at once, and removed', async () => {
    const { person } = await somebody()
    model.always(drafting(() => [{ text: 'I planned the failover drill.', receipts: ['r1'] }]))
    const first = await drafted(person)
    const all = await clicked(person, first, 'Accept all')
    expect(said(all)).not.toContain('AI drafted')
    const section = await opened(person, all, 'Mastery')
    expect(said(section)).toContain('Your paragraph, drafted by AI')
    const removed = await clicked(person, section, 'Remove')
    expect(said(removed)).not.toContain('I planned the failover drill. [1]')
    expect(said(await page(person))).toContain('Draft it with AI')
  })

  it('gives way to its owner’s paragraph, and points out what no quote says', async () => {
    const { person } = await somebody()
    model.always(drafting(() => [{ text: 'I planned the failover drill.', receipts: ['r1'] }]))
    const section = await opened(person, await drafted(person), 'Mastery')
    const seen = slack.views.length
    await person.click({ ...section, ephemeral: true }, 'Write my own')
    const view = await slack.next(() => slack.views[seen])
    expect(JSON.stringify(view)).toContain('"initial_value":"I planned the failover drill."')
    await person.submit(view, { words: { text: { value: 'I planned drills. One took 99 minutes.' } } })
    const own = said(await opened(person, await page(person), 'Mastery'))
    expect(own).toContain('I planned drills. One took 99 minutes.')
    expect(own).toContain('No quote in your packet here says “99”. Your paragraph stays as it is.')
    expect(own).not.toMatch(/A draft by AI|I planned the failover drill\. \[1\]/)
    expect(said(await page(person))).not.toContain('Draft it with AI')
  })

  it('is not accepted if it changed since its owner saw it', async () => {
    const { person } = await somebody()
    model.always(drafting(() => [{ text: 'I planned the failover drill.', receipts: ['r1'] }]))
    const seen = await drafted(person)
    await clicked(person, await opened(person, seen, 'Mastery'), 'Remove')
    model.always(drafting(() => [{ text: 'I ran the failover drill with the team.', receipts: ['r1'] }]))
    await drafted(person)
    expect(said(await clicked(person, seen, 'Accept all'))).toContain('It is a draft until you accept it.')
  })

  it('loses the sentences of evidence that its owner deletes or edits, from the database too', async () => {
    const { person, ts } = await somebody()
    model.always(drafting(() => [{ text: 'I planned the failover drill.', receipts: ['r1'] }]))
    const first = await drafted(person)
    await clicked(person, first, 'Accept all')
    await person.edit(ts, EVIDENCE, 'I wrote the runbook for the failover and tested it twice.')
    await expect
      .poll(async () => said(await opened(person, await page(person), 'Mastery')), { timeout: 15_000 })
      .not.toContain('I planned the failover drill. [1]')
    await slack.next(() => JSON.stringify(person.thread(ts)).includes('I wrote the runbook for the failover'))
  })

  it.each<[string, () => Script]>([
    ['a refusal', () => ({ fault: 'refusal' })],
    ['a cut-off answer', () => ({ fault: 'incomplete' })],
    ['no JSON', () => 'I planned the failover drill.'],
    ['a cut connection', () => ({ fault: 'cut' })],
    ['a refused key', () => ({ status: 401 })],
  ])('says so after %s, keeps the quotes and can be asked for again', async (_, does) => {
    const { person } = await somebody()
    model.always(drafting(() => does()))
    const first = await drafted(person, 'The AI gave no answer I could use, so there is no draft.')
    expect(said(first)).toContain('I planned the failover drill')
    expect(said(first)).toContain('Draft it with AI')
  })

  it('reaches the model without names, and has them again for its owner', async () => {
    const name = slack.members[0]!.real_name as string
    const { person } = await somebody(`I planned the failover drill with ${name}. It took 12 minutes.`)
    const from = model.requests.length
    model.always(
      drafting(() => [{ text: 'I planned the failover drill with Colleague A.', receipts: ['r1'] }]),
    )
    const text = said(await opened(person, await drafted(person), 'Mastery'))
    expect(text).toContain(`I planned the failover drill with ${name}. [1]`)
    const sent = model.requests.slice(from).filter(isDraft)
    expect(sent).toHaveLength(1)
    expect(JSON.stringify(sent[0]!.body)).not.toContain(name)
  })
})

describe('a packet without a model', () => {
  it('offers no draft by AI', async () => {
    const slack = await startLocalSlack()
    const bot = await runBot(slack, 'http', {})
    try {
      const person = bot.person('UADA')
      await person.command('goal L3')
      const { ts } = await person.dm(EVIDENCE)
      await person.reply(ts, 'People decide promotions')
      const { body } = await person.command('packet')
      expect(JSON.stringify(body.blocks)).not.toMatch(/Draft it with AI|packet-draft/)
    } finally {
      await bot.stop()
      await slack.close()
    }
  })
})
