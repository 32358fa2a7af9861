import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { type Fault, type LocalSlack, type Message, startLocalSlack } from './fakes/local-slack.ts'
import { faithful, type ModelRequest, type ModelServer, startModelServer } from './fakes/model-server.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const EVIDENCE =
  'I led the incident response to the failover and wrote the post-mortem. Recovery took 12 minutes instead of 40.'
const PLANNED = `${EVIDENCE} I planned it in three steps with the database team.`
const FOOT = 'People decide promotions'
const SAYS = 'after your edit'

/** Mastery is shown once some span says how it was planned, and partly until then. */
const planned = (request: ModelRequest): string => {
  const answer = JSON.parse(faithful(request))
  if (request.spans.some(({ text }) => text.includes('three steps'))) {
    answer.findings[0].status = 'evidenced'
    answer.findings[0].spans = request.spans.map(({ id }) => id)
    answer.findings[0].missing = []
    answer.next_steps = []
  }
  return JSON.stringify(answer)
}

/** A bot, with the person who writes to it and what was posted for each change of their message. */
const starting = async (env: Record<string, string>) => {
  const slack = await startLocalSlack()
  const bot = await runBot(slack, 'http', env)
  const person = bot.person('UADA')
  await person.command('goal L3')
  /** How often a review of a message was posted. */
  const readings = (ts: string): number => {
    const ids = person.thread(ts).map(({ metadata }) => metadata?.event_payload.evidence_id)
    return bot.facts().filter(({ msg, evidenceId }) => msg === 'review posted' && ids.includes(evidenceId))
      .length
  }
  /** Does something, and waits until the review of it stands. */
  const readAfter = async (ts: string, act: () => Promise<unknown>): Promise<void> => {
    const before = readings(ts)
    await act()
    await bot.logged(() => readings(ts) > before)
  }
  /** A message with its review. */
  const reviewed = async (text: string): Promise<string> => {
    const { ts } = await person.dm(text)
    await bot.logged(() => readings(ts) > 0)
    return ts
  }
  const linesOf = (ts: string): Message[] =>
    person.thread(ts).filter((post) => JSON.stringify(post.blocks).includes(SAYS))
  const letters = (post: Message): string =>
    post.blocks[0].elements[0].elements.map(({ text }: { text: string }) => text).join('')
  return { slack, bot, person, readAfter, reviewed, linesOf, letters }
}

describe.each(storeKinds())('an edit of what was reviewed by a model, on %s', (kind) => {
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let model: ModelServer
  let at: Awaited<ReturnType<typeof starting>>
  const rubric = mkdtempSync(join(tmpdir(), 'rubric-'))
  beforeAll(async () => {
    cpSync('rubric', rubric, { recursive: true })
    place = await readyDatabase(kind)
    model = await startModelServer()
    at = await starting({ ...place.env, OPENAI_BASE_URL: model.url, RUBRIC_DIR: rubric })
  })
  beforeEach(() => model.always(planned))
  afterEach(() => expect(at.slack.problems).toEqual([]))
  afterAll(async () => {
    await at?.bot.stop()
    await at?.slack.close()
    await model?.close()
    await place?.remove()
    rmSync(rubric, { recursive: true, force: true })
  })
  const reviewed = (text = EVIDENCE): Promise<string> => at.reviewed(text)
  const edited = (ts: string, before: string, text: string, then = (): void => {}): Promise<void> =>
    at.readAfter(ts, () => at.person.edit(ts, before, text).then(then))

  it('says in one line of the thread what moved, and quotes nothing', async () => {
    const ts = await reviewed()
    expect(at.linesOf(ts)).toEqual([])
    await edited(ts, EVIDENCE, PLANNED)
    const [line, ...more] = at.linesOf(ts)
    expect(more).toEqual([])
    expect(at.letters(line!)).toMatch(
      /^I reviewed it again after your edit\. Mastery: from partly shown to shown\./,
    )
    expect(line!.blocks).toHaveLength(1)
    expect(quotesIn(line!.blocks)).toEqual([])
    expect(line!.text.length).toBeLessThanOrEqual(120)
    // The review stands once, and has it.
    const reviews = at.person.thread(ts).filter((post) => JSON.stringify(post.blocks).includes(FOOT))
    expect(reviews.map(({ updates }) => updates)).toEqual([1])
  })

  it('says it for each edit, and for one the other way round', async () => {
    const ts = await reviewed()
    await edited(ts, EVIDENCE, PLANNED)
    await edited(ts, PLANNED, EVIDENCE)
    expect(at.linesOf(ts).map(at.letters)[1]).toContain('Mastery: from shown to partly shown.')
    expect(at.linesOf(ts)).toHaveLength(2)
  })

  it('says nothing about a corrected typo', async () => {
    const typo = EVIDENCE.replace('wrote', 'wrot')
    const ts = await reviewed(typo)
    await edited(ts, typo, EVIDENCE)
    expect(at.linesOf(ts)).toEqual([])
    expect(JSON.stringify(at.person.thread(ts))).toContain('and wrote the post-mortem')
  })

  it('says what the piece now has if no status moved', async () => {
    const before = 'We led the incident response and wrote the post-mortem of each outage.'
    const ts = await reviewed(before)
    await edited(ts, before, `${before} It is all in https://wiki.example/outages now.`)
    expect(at.linesOf(ts).map(at.letters)).toEqual([
      'I reviewed it again after your edit. Your evidence now has a link others can open.',
    ])
  })

  it('says nothing if the first review shown is of the edited words', async () => {
    const before = at.slack.calls('chat.postMessage').length
    model.script((request) => {
      at.slack.fail('chat.postMessage', { error: 'internal_error', times: 1_000 })
      return planned(request)
    })
    const { ts } = await at.person.dm(EVIDENCE)
    await at.slack.next(() => at.slack.calls('chat.postMessage').length > before + 2)
    await at.person.edit(ts, EVIDENCE, PLANNED)
    at.slack.fail('chat.postMessage', { times: 0 })
    await at.person.reply(ts, FOOT)
    await at.slack.next(() => JSON.stringify(at.person.thread(ts)).includes('three steps'))
    expect(at.linesOf(ts)).toEqual([])
  }, 30_000)

  it('reports an answer as an answer, and the edit after it as an edit', async () => {
    const ts = await reviewed()
    const answer = 'It was on a Tuesday, during the weekly drill.'
    let told = ''
    await at.readAfter(ts, async () => {
      told = (await at.person.dm(answer, { thread_ts: ts })).ts
    })
    await at.person.reply(ts, 'The review stays the same')
    expect(at.linesOf(ts)).toEqual([])
    await at.readAfter(ts, () => at.person.edit(told, answer, `${answer} I planned it in three steps.`))
    expect(at.linesOf(ts).map(at.letters).join()).toContain('Mastery: from partly shown to shown.')
    expect(
      at.person.thread(ts).filter((post) => JSON.stringify(post).includes('The review stays the same')),
    ).toHaveLength(1)
  })

  it('does not report an answer that the first review already includes', async () => {
    const other = at.bot.person('USAM')
    const { ts } = await other.dm(EVIDENCE)
    await other.reply(ts, 'Which level')
    await other.dm('It was on a Tuesday, during the weekly drill.', { thread_ts: ts })
    await at.bot.logged(({ msg, reply }) => msg === 'reply understood' && reply === 'answer')
    await other.command('goal L3')
    await other.reply(ts, FOOT)
    await other.edit(ts, EVIDENCE, EVIDENCE.replace('failover', 'fail-over'))
    await at.slack.next(() => JSON.stringify(other.thread(ts)).includes('fail-over'))
    await other.dm('thanks', { thread_ts: ts })
    await other.reply(ts, 'You’re welcome')
    expect(JSON.stringify(other.thread(ts))).not.toMatch(/your (?:answer|edit)/i)
  })

  it('calls no deletion of an answer an edit', async () => {
    const ts = await reviewed()
    let told = ''
    const answer = 'I planned it in three steps with the database team.'
    await at.readAfter(ts, async () => {
      told = (await at.person.dm(answer, { thread_ts: ts })).ts
    })
    await at.person.reply(ts, 'from partly shown to shown')
    await at.readAfter(ts, () => at.person.remove(told, answer))
    expect(at.linesOf(ts)).toEqual([])
  })

  it('does not mistake a correction after an edit for the edit', async () => {
    const ts = await reviewed()
    await edited(ts, EVIDENCE, EVIDENCE.replace('failover', 'checkout outage'))
    await at.readAfter(ts, () => at.person.dm('That is about ownership.', { thread_ts: ts }))
    await at.person.reply(ts, 'placed by you')
    expect(at.linesOf(ts)).toEqual([])
  })

  it.each([
    ['chat.postMessage', { dropAfterApplying: true }],
    ['chat.postMessage', { error: 'internal_error' }],
    ['chat.update', { dropAfterApplying: true }],
    ['chat.update', { error: 'internal_error', times: 2 }],
  ] as readonly [string, Fault][])(
    'says it once although %s fails by %j and the job is tried again',
    async (method, fault) => {
      const ts = await reviewed()
      // The sign of life is not what is to fail.
      model.script((request) => {
        at.slack.fail(method, fault)
        return planned(request)
      })
      await edited(ts, EVIDENCE, PLANNED)
      expect(at.linesOf(ts)).toHaveLength(1)
    },
    30_000,
  )

  it('compares with the review in the thread if one in between was never shown', async () => {
    const ts = await reviewed()
    model.script((request) => {
      at.slack.fail('chat.postMessage', { error: 'internal_error', times: 1_000 })
      at.slack.fail('chat.update', { error: 'internal_error', times: 1_000 })
      return planned(request)
    })
    const tries = () => at.slack.calls('chat.postMessage').length
    const before = tries()
    await at.person.edit(ts, EVIDENCE, PLANNED)
    await at.slack.next(() => tries() > before + 2)
    await edited(ts, PLANNED, `${PLANNED} It went well.`, () => {
      for (const method of ['chat.postMessage', 'chat.update']) at.slack.fail(method, { times: 0 })
    })
    expect(at.linesOf(ts).map(at.letters).join()).toContain('Mastery: from partly shown to shown.')
    expect(at.linesOf(ts)).toHaveLength(1)
  }, 30_000)

  it('says nothing about what an edit of the ladder may have moved', async () => {
    const ts = await reviewed()
    const file = join(rubric, 'sre.md')
    const whole = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      whole.replace('- Plans and performs maintenance independently.', '- Plans all maintenance alone.'),
    )
    const shown = async () => JSON.stringify((await at.bot.person('UWATCH').command('L3 mastery')).body)
    while (!(await shown()).includes('Plans all maintenance alone')) await wait(50)
    await edited(ts, EVIDENCE, PLANNED)
    await at.person.reply(ts, 'ladder has changed. What is different for your goal')
    expect(at.linesOf(ts)).toEqual([])
    writeFileSync(file, whole)
    while ((await shown()).includes('Plans all maintenance alone')) await wait(50)
  })

  it('says nothing about what a new goal moved', async () => {
    const ts = await reviewed()
    const { body } = await at.person.command('goal L4')
    model.script((request) => {
      const answer = JSON.parse(faithful(request))
      answer.findings[0].status = 'not yet'
      return JSON.stringify(answer)
    })
    await at.readAfter(ts, () => at.person.click({ ...body, ephemeral: true }, 'goal-read-again'))
    await at.person.reply(ts, 'L3 to L4')
    expect(at.linesOf(ts)).toEqual([])
    await at.person.command('goal L3')
  })
})

describe('an edit of what was reviewed without a model', () => {
  let at: Awaited<ReturnType<typeof starting>>
  let bot: Bot
  let slack: LocalSlack
  beforeAll(async () => {
    at = await starting({})
    bot = at.bot
    slack = at.slack
  })
  afterAll(async () => {
    expect(slack?.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })

  it('says which competencies are found now and which no longer, without any status', async () => {
    const before = 'I planned and performed the maintenance of the database independently.'
    const after = 'I mentored two new hires, and gave them feedback every week.'
    const ts = await at.reviewed(before)
    await at.readAfter(ts, () => at.person.edit(ts, before, after))
    const [line, ...more] = at.linesOf(ts)
    expect(more).toEqual([])
    expect(at.letters(line!)).toContain('now a possible match.')
    expect(at.letters(line!)).toContain('Mastery: no longer a possible match.')
    expect(at.letters(line!)).not.toMatch(/shown|can’t tell|found to/)
  })

  it('says nothing if the same competencies are found', async () => {
    const ts = await at.reviewed(EVIDENCE)
    await at.readAfter(ts, () => at.person.edit(ts, EVIDENCE, EVIDENCE.replace('failover', 'fail-over')))
    expect(at.linesOf(ts)).toEqual([])
  })
})

describe('an edit of what was reviewed without a model', () => {
  const NOTHING = 'I found no clear match with the ladder yet.'
  let at: Awaited<ReturnType<typeof starting>>
  beforeAll(async () => {
    at = await starting({})
  })
  afterAll(async () => {
    await at?.bot.stop()
    await at?.slack.close()
  })
  const shown = (ts: string): string =>
    JSON.stringify(at.person.thread(ts).find((post) => JSON.stringify(post.blocks).includes(FOOT))?.blocks)

  it('loses no match by adding what the coach asked for', async () => {
    const told = (result: string): string =>
      'Last night the payments database ran out of connections. I found the leak in the refund worker, capped its ' +
      `pool at 20 and paged nobody else; ${result}.`
    const [before, after] = [
      told('back to normal in 12 minutes'),
      told('errors went from 8% to 0 in 12 minutes, see https://wiki.example.org/leak'),
    ]
    const ts = await at.reviewed(before)
    expect(shown(ts)).not.toContain(NOTHING)
    await at.readAfter(ts, () => at.person.edit(ts, before, after))
    expect(shown(ts)).toContain('errors went from 8%')
    expect(shown(ts)).not.toContain(NOTHING)
    expect(at.linesOf(ts).map(at.letters).join()).not.toContain('no longer')
    // Another deed is read for itself.
    await at.readAfter(ts, () => at.person.edit(ts, after, 'I watered the plants in the office.'))
    expect(shown(ts)).toContain(NOTHING)
  })
})
