import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSlack, type Message, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, type Mode, runBot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const EVIDENCE =
  'I planned and led the migration of our job queue to a new cluster. It cut failed jobs from 40 a day to 2. I wrote the runbook and mentored two teammates through their first on-call shifts. Helped with some other stuff.'

describe.each<Mode>(['http', 'socket'])('the bot over %s', (mode) => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, mode)
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
  })

  it('shows all 45 cells of the ladder word for word', async () => {
    const person = bot.person('ULOOK')
    const seed = readFileSync('test/fixtures/seed/37signals-sre-ladder.txt', 'utf8').replace(
      'planning.Demonstrates',
      'planning. Demonstrates',
    )
    const levels = seed.split(/^(?=.* \(L\d\) #$)/m).filter((part) => part.trim())
    expect(levels).toHaveLength(5)
    for (const [index, part] of levels.entries()) {
      const { body, acked } = await person.command(`l${index + 1}`)
      expect(acked).toBe(true)
      expect(body.response_type).toBe('ephemeral')
      const shown = body.blocks
        .filter(({ type }: { type: string }) => type === 'rich_text')
        .flatMap(
          ({ elements }: { elements: { type: string; elements: { elements: { text: string }[] }[] }[] }) =>
            elements,
        )
        .filter(({ type }: { type: string }) => type === 'rich_text_list')
        .flatMap((list: { elements: { elements: { text: string }[] }[] }) =>
          list.elements.map(({ elements }) => elements.map(({ text }) => text).join('')),
        )
      expect(shown).toEqual(
        part
          .split('\n')
          .filter((line) => line.startsWith('- '))
          .map((line) => line.slice(2).trim()),
      )
    }
  })

  it('asks for a goal, keeps the evidence waiting, and reviews it once the goal is chosen', async () => {
    const person = bot.person('UADA')
    const { acked, ms, ts } = await person.dm(EVIDENCE)
    expect(acked).toBe(true)
    expect(ms).toBeLessThan(1_000)
    await person.reply(ts, 'Workspace owners and the people who run me might')
    const question = await person.reply(ts, 'Which level are you aiming for?')
    await person.click(question, 'goal-choose:L3')
    const review = await person.reply(ts, 'People decide promotions')
    const text = JSON.stringify(review.blocks)
    expect(text).toContain('No AI was used')
    expect(text).toContain('I planned and led the migration of our job queue to a new cluster.')
    expect(quotesIn(review.blocks).length).toBeGreaterThan(0)
    expect(slack.problems).toEqual([])
  })

  it('reads the next message right away, and writes one review for the same event three times', async () => {
    const person = bot.person('UADA')
    const event = person.event(
      'I ran the restore test of the billing database and wrote down what broke. It took two hours less than last time.',
    )
    const deliveries = await Promise.all([person.send(event), person.send(event, 1), person.send(event, 2)])
    expect(deliveries.every(({ acked }) => acked)).toBe(true)
    await person.reply(event.event.ts, 'People decide promotions')
    await person.send(event, 3)
    expect(person.thread(event.event.ts)).toHaveLength(1)
  })

  it('deletes the evidence, its review and its posts with one button, and only for their owner', async () => {
    const [ada, eve] = [bot.person('UADA'), bot.person('UEVE')]
    const { ts } = await ada.dm(
      'I paired with a colleague on the capacity plan and we presented it to the company.',
    )
    const review = await ada.reply(ts, 'People decide promotions')
    await eve.click(review, 'review-delete')
    await slack.next(() => slack.responses.find(({ text }) => text.includes('already deleted')))
    expect(ada.thread(ts)).toHaveLength(1)
    await ada.click(review, 'review-delete')
    await slack.next(() => slack.responses.find(({ text }) => text.startsWith('I deleted the entry')))
    expect(ada.thread(ts)).toHaveLength(0)
    const { body } = await ada.command('data')
    expect(JSON.stringify(body)).not.toContain('capacity plan')
  })

  it('stores what a person says is wrong with a review', async () => {
    const person = bot.person('UADA')
    const { ts } = await person.dm(
      'I automated the certificate renewals, so that nobody is paged for them any longer.',
    )
    const review = await person.reply(ts, 'People decide promotions')
    await person.askWhatIsWrong(review)
    const view = await slack.next(() => slack.views.find(({ callback_id }) => callback_id === 'review-wrong'))
    expect((await person.submit(view, { words: { text: {} } })).body.errors.words).toContain('Choose a part')
    const { acked } = await person.submit(view, {
      words: { text: { type: 'plain_text_input', value: 'The runbook was not mine.' } },
    })
    expect(acked).toBe(true)
    await person.reply(ts, 'I saved your note with this review')
  })

  it('moves a finding to the competency that a person says it is about', async () => {
    const person = bot.person('UADA')
    const { ts } = await person.dm(
      'I moved the restore tests of all clusters to a separate one and wrote the runbook for them.',
    )
    const review = await person.reply(ts, 'People decide promotions')
    const seen = slack.views.length
    await person.askWhatIsWrong(review)
    const view = await slack.next(() => slack.views[seen])
    const [finding] = view.blocks[0].element.options
    const trust = view.blocks[2].element.options.find(({ value }: { value: string }) => value === 'trust')
    const choice = (selected_option: object) => ({ choice: { type: 'static_select', selected_option } })
    const values = { finding: choice(finding), what: choice({ value: 'other-competency' }) }
    expect((await person.submit(view, values)).body.errors.meant).toContain('Choose a competency')
    await person.submit(view, { ...values, meant: choice(trust) })
    await person.reply(ts, 'I put it under Trust and won’t change it back')
    await person.reply(ts, 'Trust: placed by you')
    const placed = ({ blocks }: Message): boolean => JSON.stringify(blocks).includes('Trust: placed by you')
    expect(person.thread(ts).filter(placed)).toHaveLength(1)
  })

  it('shows and deletes everything about a person, and nothing about anyone else', async () => {
    const [sam, other] = [bot.person('USAM'), bot.person('UADA')]
    const { ts } = await sam.dm('I split the monitoring stack and documented every dashboard of it.')
    const question = await sam.reply(ts, 'Which level are you aiming for?')
    expect(JSON.stringify((await other.command('data')).body)).not.toContain('monitoring stack')
    await sam.command('goal L2 to L3')
    await sam.reply(ts, 'People decide promotions')
    const { body } = await sam.command('data')
    expect(JSON.stringify(body)).toContain('monitoring stack')
    expect(question.blocks.length).toBeGreaterThan(0)
    const seen = slack.responses.length
    await sam.click({ ...body, ephemeral: true }, 'data-delete-all')
    await slack.next(() => slack.responses.find(({ text }) => text.startsWith('I deleted everything')))
    // Both in the place of the list, which has nothing to press any longer.
    expect(slack.responses.slice(seen).map(({ text, replace_original }) => [text, replace_original])).toEqual(
      [
        ['I’m deleting everything I store about you. I’ll tell you here when it is done.', true],
        [
          'I deleted everything I stored about you, including 1 entry. Your own messages are still in Slack.',
          true,
        ],
      ],
    )
    expect(sam.thread(ts)).toHaveLength(0)
    expect(JSON.stringify((await sam.command('data')).body)).toContain('I store nothing about you')
  })

  it('answers small talk, lookups and unreadable files, and stores none of them as evidence', async () => {
    const person = bot.person('UADA')
    for (const [text, more, answer] of [
      ['hi', {}, 'Tell me something you did'],
      ['thanks!', {}, 'You’re welcome'],
      ['help', {}, 'I compare what you did'],
      ['L3 communication', {}, '/ladder L3 communication'],
      ['', { subtype: 'file_share', files: [{ id: 'F1' }] }, 'isn’t available: it was deleted'],
    ] as const) {
      const { ts } = await person.dm(text, more)
      await person.reply(ts, answer)
    }
    expect(await person.stored()).not.toMatch(/thanks!|answered|L3 communication/)
    expect(slack.problems).toEqual([])
  })

  it.each([
    ['a level past the end', 'L9'],
    ['nonsense', 'foo bar'],
    ['3,000 characters', 'x'.repeat(3_000)],
    ['control characters', '\u0000\u0007\u202E'],
    ['a broadcast', '<!channel>'],
    ['a mention and a link', '<@U1> <https://evil.example|L3>'],
    ['the lowest level as a goal', 'goal L1'],
    ['a goal that goes down', 'goal L3 to L1'],
    ['a goal of one level twice', 'goal L2 to L2'],
    ['a goal that is no level', 'goal banana'],
  ])('answers %s with what exists, and does not repeat it', async (_, text) => {
    const { body, acked } = await bot.person('ULOOK').command(text)
    expect(acked).toBe(true)
    const said = JSON.stringify(body)
    expect(said).toContain('/ladder ')
    expect(said).not.toMatch(/<[!@]|evil|xxxx|banana|\\u0007|\\u202e/i)
  })

  it('reports that it is alive and ready', async () => {
    expect((await fetch(`http://127.0.0.1:${bot.port}/healthz`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${bot.port}/readyz`)).status).toBe(200)
  })

  it('logs nothing that anyone wrote, and no token, at the lowest level', () => {
    const log = bot.log()
    expect(log).toContain('review posted')
    expect(log).not.toMatch(/migration of our job queue|monitoring stack|capacity plan|xoxb|xapp|UADA/)
  })

  it('sends nothing that mentions anyone or that Slack would refuse', () => {
    expect(slack.sent()).not.toMatch(/<!|<@|%3C!|%3C%40|%3C@|%3C%21/i)
    expect(slack.problems).toEqual([])
  })
})
