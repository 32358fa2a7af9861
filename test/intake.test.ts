import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type ModelServer, startModelServer } from './fakes/model-server.ts'
import { type Bot, freePort, runBot } from './fakes/run-bot.ts'
import { linesIn, quotesIn } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'
/** One grey point, as a PNG. */
const PICTURE = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const KEY = ['ghp', '_', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8'].join('')

describe('evidence in the forms that people have', () => {
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
    ['photo.png', [...PICTURE], 'is an image'],
    ['all.zip', [0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)], 'is an archive'],
    ['none.txt', [], 'is empty'],
  ])('says why %s alone could not be read, and what to do', async (name, content, said) => {
    const { ts } = await ada().upload('', [{ name, bytes: Uint8Array.from(content) }])
    const answer = await ada().reply(ts, said)
    expect(JSON.stringify(answer.blocks)).toContain(name)
  })

  it('says that a file could not be read, and reads the words that came with it', async () => {
    const { ts } = await ada().upload('I wrote the capacity plan of the storage cluster.', [
      { name: 'photo.png', bytes: PICTURE },
    ])
    const review = JSON.stringify((await ada().reply(ts, FOOT)).blocks)
    expect(review).toContain('“photo.png” is an image')
    expect(review).toContain('I wrote the capacity plan')
  })

  it('sends the token for a file only to Slack', async () => {
    const real = slack.files
    const { ts } = await ada().upload('I wrote the plan of the queue.', [
      { name: 'a.txt', bytes: bytes('x') },
    ])
    await ada().reply(ts, FOOT)
    expect(slack.downloads.every(({ path }) => path.startsWith('/files/'))).toBe(true)
    expect(real.size).toBeGreaterThan(0)
  })

  it('tries to get a file again if Slack is away for a moment, and answers once', async () => {
    slack.fail('files.info', { status: 500 })
    const { ts } = await ada().upload('', [
      { name: 'b.txt', bytes: bytes('I rebuilt the alerting and halved the pages at night.') },
    ])
    await ada().reply(ts, FOOT)
    expect(ada().thread(ts)).toHaveLength(1)
  })

  it('removes secrets before anything is stored, in messages, files and replies, and says what to do', async () => {
    const { ts } = await ada().upload(`I rotated the deploy key ${KEY} and wrote the runbook.`, [
      { name: 'c.txt', bytes: bytes(`The new one is ${KEY} as well.`) },
    ])
    const review = await ada().reply(ts, FOOT)
    expect(JSON.stringify(review.blocks)).toContain('replace it wherever it is used')
    await ada().dm(`I led the incident response when ${KEY} leaked and wrote the post-mortem.`, {
      thread_ts: ts,
    })
    await ada().reply(ts, 'I added your answer. What changed:')
    for (const shown of [slack.sent(), await listed(), await ada().stored(), bot.log()])
      expect(shown).not.toContain(KEY)
  })

  it('lets the person choose the competency if the words are ambiguous, and stores the choice', async () => {
    const { ts } = await ada().dm('I explained the outage to the team and wrote the runbook.')
    const review = structuredClone(await ada().reply(ts, FOOT))
    expect(JSON.stringify(review.blocks)).toContain('You choose: ')
    await ada().click(review, 'review-choose:communication')
    await slack.next(() =>
      slack.responses.find(({ text }) => text.startsWith('Thanks. I updated the review')),
    )
    const after = JSON.stringify((await ada().reply(ts, 'This may show Communication')).blocks)
    expect(after).not.toContain('You choose: ')
    const seen = slack.responses.length
    await ada().click(review, 'review-choose:none')
    const second = await slack.next(() => slack.responses[seen])
    expect(second.text).toContain('already')
    expect(JSON.stringify((await ada().reply(ts, FOOT)).blocks)).toBe(after)
  })

  it('logs evidence from a form, in the person’s own words, with the day on which it happened', async () => {
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
    expect(early.body.errors.when).toContain('in the future')
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

  it('stores praise by a colleague once, as said by that colleague, and tells nobody else', async () => {
    const message = {
      user: 'USAM',
      ts: '1781000000.000100',
      text: 'Huge thanks to Ada: the on-call handbook saved us two hours last night!',
    }
    const before = slack.messages.length
    await ada().messageShortcut('evidence-save', message)
    await slack.next(() => slack.responses.find(({ text }) => text.startsWith('Saved as evidence')))
    const note = await slack.next(() =>
      slack.messages.find(
        (one) => !one.thread_ts && JSON.stringify(one.blocks).includes('Written by Sam Sample'),
      ),
    )
    const review = await ada().reply(note.ts, FOOT)
    expect(JSON.stringify(review.blocks)).toContain('Said by Sam Sample:')
    await ada().messageShortcut('evidence-save', message)
    await slack.next(() =>
      slack.responses.find(({ text }) => text.startsWith('You already saved that message')),
    )
    // Everything that was posted went to Ada's own DM.
    expect(slack.messages.slice(before).every(({ channel }) => channel === ada().channel)).toBe(true)
    expect(slack.responses.every(({ response_type }) => response_type === 'ephemeral')).toBe(true)
  })

  it('lists evidence in one line each, by the days shown, and opens, filters and searches it', async () => {
    const first = (await ada().command('evidence')).body
    const lines = linesIn(first)
    expect(lines).toHaveLength(7)
    expect(first.blocks[0].text.text).toBe('Your evidence')
    expect(lines.find((one) => one.includes('written by Sam Sample'))).toContain(
      ' · “Huge thanks to Ada: the on-call handbook saved us two hours…” · ',
    )
    for (const one of lines) expect(one).toMatch(/^[\w ]+ \d{4}(?:, [^·]+)? · [^·\n]{5,63} · [\w, ]+$/)
    const seen = slack.responses.length
    await ada().click({ ...first, ephemeral: true }, 'evidence-older')
    const older = await slack.next(() => slack.responses[seen])
    // What came by the form last happened long before all else.
    expect(linesIn(older).at(-1)).toBe(
      '15 March 2026 · We moved the billing queue to the new cluster. · no match yet',
    )
    expect(JSON.stringify(first.blocks)).toContain('notes.md · My notes of the quarter.')
    await ada().pick({ ...first, ephemeral: true }, 'Open review', 'a.txt')
    const opened = await slack.next(() => slack.responses[seen + 1])
    expect(opened.replace_original).toBe(false)
    expect(JSON.stringify(opened.blocks)).toContain(FOOT)
    // All of it, with its file and the way to its thread.
    expect(quotesIn(opened.blocks)[0]).toContain('I wrote the plan of the queue.')
    expect(JSON.stringify(opened.blocks)).toMatch(/, \S+\.\w+, saved \d+ \w+ \d{4}\./)
    expect(JSON.stringify(opened.blocks)).toMatch(/"type":"link","url":"https:[^"]+\/archives\//)
    await ada().choose({ ...first, ephemeral: true }, 'evidence-list:competency', 'Mastery')
    const filtered = await slack.next(() => slack.responses[seen + 2])
    expect(JSON.stringify(filtered.blocks)).toContain('Your evidence · Mastery')
    // The quote that shows it, and not how the message begins.
    expect(linesIn(filtered).find((one) => one.includes('notes.md'))).toContain(
      ' · I planned the failover drill',
    )
    await ada().choose({ ...filtered, ephemeral: true }, 'evidence-list:quarter', '2026 Q3: 1 entry')
    const both = await slack.next(() => slack.responses[seen + 3])
    expect(both.blocks[0].text.text).toBe('Your evidence · Mastery, 2026 Q3')
    expect(linesIn(both)).toHaveLength(1)
    const searched = linesIn((await ada().command('evidence about failovers')).body)
    expect(searched).toHaveLength(1)
    expect(searched[0]).toContain('I planned the failover drill')
    expect(await listed('evidence zeppelin')).toContain('I found no evidence for “zeppelin”.')
  })

  it('lists what it stores in the same way, and goes back to that list', async () => {
    const data = (await ada().command('data')).body
    expect(linesIn(data)).toHaveLength(7)
    const seen = slack.responses.length
    await ada().pick({ ...data, ephemeral: true }, 'Delete…', 'halved the pages')
    const asked = await slack.next(() => slack.responses[seen])
    await ada().click({ ...asked, ephemeral: true }, 'Keep it')
    const back = await slack.next(() => slack.responses[seen + 1])
    expect(back.blocks[0].text.text).toBe('What I store about you')
    await ada().click({ ...back, ephemeral: true }, 'data-older')
    const older = await slack.next(() => slack.responses[seen + 2])
    expect(linesIn(older).length).toBeGreaterThan(0)
    expect(linesIn(older).filter((one) => linesIn(back).includes(one))).toEqual([])
  })

  it('asks before it deletes one in the list, and goes back to the list either way', async () => {
    const first = (await ada().command('evidence 2026')).body
    const seen = slack.responses.length
    await ada().pick({ ...first, ephemeral: true }, 'Delete…', 'written by Sam Sample')
    const asked = await slack.next(() => slack.responses[seen])
    expect(asked.replace_original).toBe(true)
    expect(JSON.stringify(asked.blocks)).toContain('Delete this evidence?')
    expect(quotesIn(asked.blocks)[0]).toContain('Huge thanks to Ada')
    await ada().click({ ...asked, ephemeral: true }, 'Keep it')
    const kept = await slack.next(() => slack.responses[seen + 1])
    expect(kept.blocks[0].text.text).toBe('Your evidence · 2026')
    expect(linesIn(kept)).toEqual(linesIn(first))
    await ada().click({ ...asked, ephemeral: true }, 'Delete')
    const left = await slack.next(() => slack.responses[seen + 2])
    expect(left.blocks[0].text.text).toBe('Your evidence · 2026')
    expect(JSON.stringify(left.blocks)).not.toContain('written by Sam Sample')
  })

  it('shows another person nothing of it, with any command or button', async () => {
    const eve = bot.person('UEVE')
    const list = (await ada().command('evidence')).body
    const seen = slack.responses.length
    await ada().pick({ ...list, ephemeral: true }, 'Delete…')
    const asked = await slack.next(() => slack.responses[seen])
    const before = slack.responses.length
    for (const label of ['Open review', 'Review again', 'Move…', 'Delete…'])
      await eve.pick({ ...list, ephemeral: true }, label)
    await eve.click({ ...asked, ephemeral: true }, 'Delete')
    await slack.next(() => slack.responses.length >= before + 5)
    expect(JSON.stringify(slack.responses.slice(before))).not.toMatch(/capacity plan|failover|alerting/)
    for (const text of ['evidence', 'evidence alerting', 'data', 'me'])
      expect(JSON.stringify((await eve.command(text)).body)).not.toMatch(
        /capacity plan|failover|halved the pages/,
      )
    expect(await listed()).toContain('alerting')
  })

  it('is counted by how it came, and unread files by the reason', async () => {
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

describe('the text that leaves the machine', () => {
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

  it('contains no name, address, number or secret, and the person sees every name again', async () => {
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
    expect(said).toContain('Hidden from the AI: 2 names, 1 email address and 1 phone number.')
    const metrics = await bot.metrics()
    for (const place of [bot.log(), metrics])
      expect(place).not.toMatch(/Sample|Priya|example\.com|555-0143|ghp_/)
  })
})
