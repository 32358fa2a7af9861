import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type ModelServer, startModelServer } from './fakes/model-server.ts'
import { type Bot, freePort, runBot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'
/** One grey point, as a PNG. */
const PICTURE = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const KEY = ['ghp', '_', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8'].join('')

describe('evidence as people have it', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    // Four days behind: what comes from another clock than the one passed in would show.
    const now = () => Temporal.Now.instant().subtract({ hours: 96 })
    bot = await runBot(slack, 'http', { METRICS_PORT: String(await freePort()) }, undefined, { now })
    await bot.person('UADA').command('goal L3')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })
  const ada = () => bot.person('UADA')
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const listed = async (text = 'evidence'): Promise<string> =>
    JSON.stringify((await ada().command(text)).body)

  it('reads the text of a file as part of the message that it came with', async () => {
    const { ts } = await ada().upload('My notes of the quarter.', [
      {
        name: 'notes.md',
        bytes: bytes('# Q3\n\n- I planned the failover drill and cut recovery from 40 to 12 minutes.\n'),
      },
    ])
    const review = await ada().reply(ts, FOOT)
    expect(JSON.stringify(review.blocks)).toContain(
      'I planned the failover drill and cut recovery from 40 to 12 minutes.',
    )
    expect(await listed()).toContain('notes.md')
    expect(slack.downloads.at(-1)?.authorization).toMatch(/^Bearer xoxb-/)
  })

  it.each([
    ['photo.png', [...PICTURE], 'is a picture'],
    ['all.zip', [0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)], 'is an archive'],
    ['none.txt', [], 'is empty'],
  ])('says of %s alone why it could not be read, and what to do', async (name, content, said) => {
    const { ts } = await ada().upload('', [{ name, bytes: Uint8Array.from(content) }])
    const answer = await ada().reply(ts, said)
    expect(JSON.stringify(answer.blocks)).toContain(name)
  })

  it('says of a file beside words that it could not be read, and reads the words', async () => {
    const { ts } = await ada().upload('I wrote the capacity plan of the storage cluster.', [
      { name: 'photo.png', bytes: PICTURE },
    ])
    const review = JSON.stringify((await ada().reply(ts, FOOT)).blocks)
    expect(review).toContain('“photo.png” is a picture')
    expect(review).toContain('I wrote the capacity plan')
  })

  it('sends the token for a file to Slack alone', async () => {
    const real = slack.files
    const { ts } = await ada().upload('I wrote the plan of the queue.', [
      { name: 'a.txt', bytes: bytes('x') },
    ])
    await ada().reply(ts, FOOT)
    expect(slack.downloads.every(({ path }) => path.startsWith('/files/'))).toBe(true)
    expect(real.size).toBeGreaterThan(0)
  })

  it('tries again for a file when Slack is away for a moment, and answers once', async () => {
    slack.fail('files.info', { status: 500 })
    const { ts } = await ada().upload('', [
      { name: 'b.txt', bytes: bytes('I rebuilt the alerting and halved the pages at night.') },
    ])
    await ada().reply(ts, FOOT)
    expect(ada().thread(ts)).toHaveLength(1)
  })

  it('leaves secrets out before anything is kept, in messages, files and replies, and says what to do', async () => {
    const { ts } = await ada().upload(`I rotated the deploy key ${KEY} and wrote the runbook.`, [
      { name: 'c.txt', bytes: bytes(`The new one is ${KEY} as well.`) },
    ])
    const review = await ada().reply(ts, FOOT)
    expect(JSON.stringify(review.blocks)).toContain('replace it wherever it is used')
    await ada().dm(`I led the incident response when ${KEY} leaked and wrote the post-mortem.`, {
      thread_ts: ts,
    })
    await ada().reply(ts, 'read it again with your answer')
    for (const shown of [slack.sent(), await listed(), await listed('data'), bot.log()])
      expect(shown).not.toContain(KEY)
  })

  it('lets the person choose the competency where the words are not sure of one, and keeps the choice', async () => {
    const { ts } = await ada().dm('I kept support and the product team updated during the whole outage.')
    const review = structuredClone(await ada().reply(ts, FOOT))
    expect(JSON.stringify(review.blocks)).toContain('Which is it: ')
    await ada().click(review, 'review-choose:communication')
    await slack.next(() =>
      slack.responses.find(({ text }) => text.startsWith('Thanks. I updated the review')),
    )
    const after = JSON.stringify((await ada().reply(ts, 'touch Communication')).blocks)
    expect(after).not.toContain('Which is it: ')
    const seen = slack.responses.length
    await ada().click(review, 'review-choose:none')
    const second = await slack.next(() => slack.responses[seen])
    expect(second.text).toContain('already')
    expect(JSON.stringify((await ada().reply(ts, FOOT)).blocks)).toBe(after)
  })

  it('logs evidence by a form, in the person’s own words, with the day on which it happened', async () => {
    await ada().shortcut('evidence-log')
    const view = await slack.next(() =>
      slack.views.findLast(({ callback_id }) => callback_id === 'evidence-log'),
    )
    expect((await ada().submit(view, { what: { text: { value: ' ' } } })).body.errors.what).toContain(
      'Write what happened',
    )
    const early = await ada().submit(view, {
      what: { text: { value: 'We moved it.' } },
      when: { date: { selected_date: Temporal.Now.plainDateISO('UTC').toString() } },
    })
    expect(early.body.errors.when).toContain('still to come')
    const { acked } = await ada().submit(view, {
      what: { text: { value: 'We moved the billing queue to the new cluster.' } },
      when: { date: { selected_date: '2026-03-15' } },
      part: { text: { value: 'I planned the cutover and led the call.' } },
      result: { text: { value: 'Failed jobs fell from 40 a day to 2.' } },
      link: { text: { value: 'https://wiki.example.com/queue' } },
    })
    expect(acked).toBe(true)
    const note = await slack.next(() =>
      slack.messages.find((one) => !one.thread_ts && JSON.stringify(one.blocks).includes('billing queue')),
    )
    const review = await ada().reply(note.ts, FOOT)
    expect(JSON.stringify(review.blocks)).toContain('Failed jobs fell from 40 a day to 2.')
    expect(await listed('evidence 2026 Q1')).toContain('billing queue')
    expect(await listed('evidence 2025 Q4')).not.toContain('billing queue')
  })

  it('opens the form with what was typed after "/ladder log"', async () => {
    await ada().command('log I paired with the new hire on the restore drill.')
    const view = await slack.next(() =>
      slack.views.findLast(({ callback_id }) => callback_id === 'evidence-log'),
    )
    expect(view.blocks[0].element.initial_value).toBe('I paired with the new hire on the restore drill.')
  })

  it('keeps praise by a colleague as said by that colleague, once, and tells nobody else', async () => {
    const message = {
      user: 'USAM',
      ts: '1781000000.000100',
      text: 'Huge thanks to Ada: the on-call handbook saved us two hours last night!',
    }
    const before = slack.messages.length
    await ada().messageShortcut('evidence-save', message)
    await slack.next(() => slack.responses.find(({ text }) => text.startsWith('Kept as evidence')))
    const note = await slack.next(() =>
      slack.messages.find(
        (one) => !one.thread_ts && JSON.stringify(one.blocks).includes('said by Sam Sample'),
      ),
    )
    const review = await ada().reply(note.ts, FOOT)
    expect(JSON.stringify(review.blocks)).toContain('Said by Sam Sample:')
    await ada().messageShortcut('evidence-save', message)
    await slack.next(() =>
      slack.responses.find(({ text }) => text.startsWith('You have saved that one before')),
    )
    // Everything that was posted went to Ada's own DM.
    expect(slack.messages.slice(before).every(({ channel }) => channel === ada().channel)).toBe(true)
    expect(slack.responses.every(({ response_type }) => response_type === 'ephemeral')).toBe(true)
  })

  it('lists evidence by competency and quarter, page by page, opens one, and deletes one', async () => {
    const first = (await ada().command('evidence')).body
    expect(JSON.stringify(first)).toContain('Your evidence')
    const seen = slack.responses.length
    await ada().click({ ...first, ephemeral: true }, 'evidence-older')
    const older = await slack.next(() => slack.responses[seen])
    expect(JSON.stringify(older.blocks)).toContain('notes.md')
    await ada().click({ ...older, ephemeral: true }, 'evidence-open')
    const opened = await slack.next(() => slack.responses[seen + 1])
    expect(opened.replace_original).toBe(false)
    expect(JSON.stringify(opened.blocks)).toContain(FOOT)
    // All of it, with its file and the way to its thread.
    expect(quotesIn(opened.blocks)[0]).toContain('I wrote the plan of the queue.')
    expect(JSON.stringify(opened.blocks)).toMatch(/· \S+\.\w+".* · kept since \d{4}-\d\d-\d\d/)
    expect(JSON.stringify(opened.blocks)).toMatch(/"type":"link","url":"https:[^"]+\/archives\//)
    await ada().choose({ ...first, ephemeral: true }, 'evidence-list:competency', 'Mastery')
    const filtered = await slack.next(() => slack.responses[seen + 2])
    expect(JSON.stringify(filtered.blocks)).toContain('Your evidence · Mastery')
    await ada().click({ ...first, ephemeral: true }, 'evidence-delete')
    const left = await slack.next(() => slack.responses[seen + 3])
    expect(JSON.stringify(left.blocks)).not.toContain('said by Sam Sample')
  })

  it('shows a stranger nothing of it, by any command or button', async () => {
    const eve = bot.person('UEVE')
    const list = (await ada().command('evidence')).body
    const before = slack.responses.length
    for (const action of ['evidence-open', 'evidence-again', 'evidence-delete', 'evidence-move'])
      await eve.click({ ...list, ephemeral: true }, action)
    await slack.next(() => slack.responses.length >= before + 4)
    expect(JSON.stringify(slack.responses.slice(before))).not.toMatch(/capacity plan|failover|alerting/)
    for (const text of ['evidence', 'data', 'me'])
      expect(JSON.stringify((await eve.command(text)).body)).not.toMatch(/capacity plan|failover|alerting/)
    expect(await listed()).toContain('alerting')
  })

  it('is counted by how it came, and what could not be read by why', async () => {
    const metrics = await bot.metrics()
    for (const line of [
      'ladder_coach_files_unread_total{why="image"} 2',
      'ladder_coach_files_unread_total{why="archive"} 1',
      'ladder_coach_evidence_accepted_total{by="form"} 1',
      'ladder_coach_evidence_accepted_total{by="shortcut"} 1',
    ])
      expect(metrics).toContain(line)
  })
})

describe('what leaves the machine', () => {
  let slack: LocalSlack
  let model: ModelServer
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
    bot = await runBot(slack, 'http', {
      OPENAI_BASE_URL: model.url,
      METRICS_PORT: String(await freePort()),
    })
    await bot.person('UADA').command('goal L3')
  })
  afterAll(async () => {
    await bot?.stop()
    await model?.close()
    await slack?.close()
  })

  it('holds no name, address, number or secret, and the person sees every name again', async () => {
    model.always(({ ladder, spans }) => {
      const row = ladder.target.rows.find(
        ({ competency }: { competency: string }) => competency === 'mastery',
      )
      return JSON.stringify({
        headline: 'You mentored Colleague A.',
        findings: [
          {
            competency: 'mastery',
            spans: [spans[0]?.id],
            expectation: row.sentences[0].id,
            current: null,
            status: 'partly',
            why: 'You mentored Colleague A, and Colleague B wrote to [email A].',
            question: null,
            missing: [{ expectation: row.sentences[1].id, text: 'Nothing shows how Colleague A went on.' }],
          },
        ],
        questions: ['What did Colleague A do afterwards?'],
        next_steps: [],
      })
    })
    const person = bot.person('UADA')
    const { ts } = await person.dm(
      `I mentored Sam Sample and Priya through their first on-call shifts (priya@example.com, +1 202-555-0143). Sam thanked me for it, and she now runs them alone. The key was ${KEY}.`,
    )
    const review = await person.reply(ts, FOOT)
    const sent = JSON.stringify(model.requests.map(({ body }) => body))
    expect(sent).not.toMatch(/Sam\b|Sample|Priya|example\.com|555|UADA|\bshe\b|ghp_/)
    expect(sent).toContain('Colleague A')
    const said = JSON.stringify(review.blocks)
    expect(said).toContain('You mentored Sam Sample.')
    expect(said).toContain('Priya wrote to priya@example.com')
    expect(said).toContain('The AI did not get to see 2 names, one e-mail address and one phone number.')
    const metrics = await bot.metrics()
    for (const place of [bot.log(), metrics])
      expect(place).not.toMatch(/Sample|Priya|example\.com|555-0143|ghp_/)
  })
})
