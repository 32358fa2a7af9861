import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Json, type LocalSlack, type Message, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'

describe('words that are not plain deeds, without a model', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http', {})
    await ada().command('goal L3')
  })
  afterEach(() => expect(slack.problems).toEqual([]))
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
  })
  const ada = () => bot.person('UADA')

  /** What a review shows, with the sentences that it quotes. */
  const shownIn = ({ blocks }: Message) => ({ said: JSON.stringify(blocks), quotes: quotesIn(blocks) })
  const sent = async (text: string) => shownIn(await ada().reply((await ada().dm(text)).ts, FOOT))

  /** The same for what the coach asks about before it reviews it. */
  const savedFirst = async (text: string) => {
    const { ts } = await ada().dm(text)
    await ada().click(await ada().reply(ts, 'I haven’t reviewed it.'), 'Save')
    return shownIn(await ada().reply(ts, FOOT))
  }

  let nth = 0
  const saved = async (text: string) => {
    const from = slack.messages.length
    nth += 1
    await ada().messageShortcut('evidence-save', { user: 'USAM', ts: `178100000${nth}.000100`, text })
    const note = await slack.next(() =>
      slack.messages
        .slice(from)
        .find((one) => !one.thread_ts && JSON.stringify(one.blocks).includes('Written by Sam')),
    )
    return shownIn(await ada().reply(note.ts, FOOT))
  }

  it.each([
    'she mentored me through my first incident',
    'Thanks to <@UADA> for mentoring me through my first on-call week!',
    'you saved us in the migration',
    'Ada, your runbook got me through the night',
  ])('places what a colleague saved about the person, or asks where it belongs: "%s"', async (text) => {
    const { said } = await saved(text)
    expect(said).toMatch(/: possible match"|You choose: /)
    expect(said).not.toContain('who did it')
    expect(said).not.toContain('Which part of this was yours?')
    expect(said).not.toContain('What happened, and what did you do yourself?')
    expect(said).toContain('someone who can confirm it')
  })

  it('counts a saved deed as a colleague’s report, and not as the person’s own words', async () => {
    const { said } = await saved('Thanks to Ada for mentoring me through my first on-call week.')
    expect(said).toContain('Said by Sam Sample:')
    expect(said).toContain('You included what a colleague says you did')
    expect(said).not.toContain('You included your own part')
  })

  it('places no praise of a whole team, and asks what the person did', async () => {
    const { said } = await saved('Kudos to the whole SRE team for getting us through Black Friday.')
    expect(said).not.toMatch(/: possible match"|You choose: /)
    expect(said).toContain('What did you do that Sam Sample means here?')
  })

  it('asks about a habit and a short deed, whatever its form', async () => {
    for (const text of [
      'Pairs with new joiners in their first week',
      'Always the one people call when DNS breaks',
      'On call 2 weeks, 3 pages, all mine',
      'Interviewed 5 SRE candidates',
    ])
      expect((await sent(text)).said, text).toMatch(/: possible match"|You choose: /)
  })

  it('says that a plan is one, and what is still to improve', async () => {
    const plan = await savedFirst('Will mentor an intern this summer')
    expect(plan.said).toContain('This is a plan. It counts once it is done.')
    expect(plan.said).toContain('What have you done for this so far?')
    const weakness = await savedFirst('I still put off writing design docs')
    expect(weakness.said).toContain('This is something you want to improve.')
    expect(weakness.said).toContain('What have you done about this so far?')
    for (const { said } of [plan, weakness])
      expect(said).not.toMatch(/possible match"|You choose: |You have: |What happened, and/)
  })

  it('says how many plans and weaknesses it left out next to a deed', async () => {
    const { said } = await sent(
      'I moved the restore tests to a separate cluster. I want to learn Kubernetes. I’m bad at estimating.',
    )
    expect(said).toContain(
      'I left out 1 plan. It counts once it is done. I left out 1 thing you want to improve.',
    )
  })

  it('takes a note that comes with a file for no deed, and asks nothing about it', async () => {
    const { ts } = await ada().upload('And the Word version I keep for my manager', [
      { name: 'q3.md', bytes: new TextEncoder().encode('I planned the failover drill with two teams.\n') },
    ])
    const { quotes } = shownIn(await ada().reply(ts, FOOT))
    expect(quotes.join('\n')).toContain('I planned the failover drill')
    expect(quotes.join('\n')).not.toContain('Word version')
  })

  it('shows sentences that it cannot place, three at a time, and lets the person place them', async () => {
    const lines = [
      'Zorbed the frobnicator.',
      'Quibbled the snood.',
      'Grokked the wumpus.',
      'Blorped the vorpal.',
    ]
    const { ts } = await ada().dm(`I moved the restore tests to a separate cluster.\n${lines.join('\n')}`)
    const before = await ada().reply(ts, 'Not placed yet: 4 sentences')
    const { said, quotes } = shownIn(before)
    for (const line of lines.slice(0, 3)) expect(quotes.join('\n')).toContain(line)
    expect(said).toContain('Then I’ll show 1 more sentence.')
    const elements = before.blocks.flatMap(({ child_blocks = [] }: Json) => child_blocks)
    const seen = slack.responses.length
    await ada().choose({ ...before, blocks: elements }, 'review-choose:place', 'Judgment')
    expect((await slack.next(() => slack.responses[seen])).text).toContain('Thanks. I updated the review')
    const after = shownIn(await ada().reply(ts, 'Not placed yet: 3 sentences'))
    expect(after.said).toContain('Judgment: possible match')
    expect(after.quotes.join('\n')).toContain(lines[3])
  })
})
