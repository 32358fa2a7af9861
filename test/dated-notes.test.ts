import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import { linesIn } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'
const NOTES = `# Brag document 2025

## February
- Moved the billing queue to the new cluster and cut failed jobs from 40 a day to 2.

## May
- Wrote the on-call handbook and mentored two junior engineers through their first shifts.

## November
- Kept support and the product team updated during the whole outage, every hour.
`

describe('notes of a year in one file', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http')
    await ada().command('goal L3')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })
  const ada = () => bot.person('UADA')
  const said = async (command: string): Promise<string> =>
    (await ada().command(command)).body.blocks
      .filter(({ type }: Json) => type === 'rich_text' || type === 'section')
      .map((block: Json) => JSON.stringify(block))
      .join('\n')

  it('spread over the year, each competency by its own headings', async () => {
    const { ts } = await ada().upload('', [{ name: 'notes.md', bytes: new TextEncoder().encode(NOTES) }])
    await ada().reply(ts, FOOT)
    const isIn = async (place: string) => (await said(`evidence ${place}`)).includes('notes.md')
    expect([await isIn('mastery 2025 Q1'), await isIn('mastery 2025 Q4')]).toEqual([true, false])
    expect([await isIn('communication 2025 Q1'), await isIn('communication 2025 Q4')]).toEqual([false, true])
    // What the person says later is dated by the same sentence.
    await ada().dm('That is about scope, not mastery.', { thread_ts: ts })
    await slack.next(() => JSON.stringify(ada().thread(ts)).includes('This may show Scope'))
    expect([await isIn('scope 2025 Q1'), await isIn('scope 2025 Q4')]).toEqual([true, false])
    expect(await said('evidence')).toContain('February to November 2025')
  })

  it('are listed in each quarter of which they tell, and in no other', async () => {
    for (const [quarter, listed] of [
      ['2025 Q1', true],
      ['2025 Q2', true],
      ['2025 Q3', false],
      ['2025 Q4', true],
      ['scope 2025 Q1', true],
      ['scope 2025 Q2', false],
      ['2024 Q4', false],
      ['2026 Q1', false],
    ] as const)
      expect([quarter, (await said(`evidence ${quarter}`)).includes('notes.md')]).toEqual([quarter, listed])
  })

  it('of old work are not of today because of an aside, or of a line that ends inside of a date', async () => {
    const { ts } = await ada().dm(
      'In May 2020 I wrote the capacity plan of the storage cluster.\nIt was the first plan of that kind that we had. This\nyear’s plan follows the one I replaced, in use since 2016.',
    )
    await ada().reply(ts, FOOT)
    expect(await said('evidence 2020 Q2')).toContain('capacity plan')
    // What happened long ago is last, whenever it was sent.
    const lines = linesIn((await ada().command('evidence')).body)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.at(-1)).toMatch(/^May 2020 · In May 2020 I wrote the capacity plan/)
  })

  it('have the quarter in the name of their file, if they name no time', async () => {
    const bytes = new TextEncoder().encode(
      '- Moved the billing queue and cut failed jobs from 40 a day to 2.\n',
    )
    const { ts } = await ada().upload('', [{ name: 'wins-2024-Q2.md', bytes }])
    await ada().reply(ts, FOOT)
    expect(await said('evidence 2024 Q2')).toContain('"April to June 2024, wins-2024-Q2.md')
  })

  it('give an undated sentence no date if the others have several', async () => {
    const eve = bot.person('UEVE')
    await eve.command('goal L3')
    const { ts } = await eve.dm(
      'In March 2024 I rewrote the deploy pipeline and cut deploy time from 40 to 8 minutes.\n\n' +
        'In August 2025 I mentored two new engineers every week.\n\n' +
        'I wrote the weekly status mails to all stakeholders and they answered.',
    )
    const review = await eve.reply(ts, FOOT)
    const now = Temporal.Now.plainDateISO().year
    /** In which of the years of its three sentences the competency is. */
    const years = async (competency: string): Promise<number[]> => {
      const listed: number[] = []
      for (const year of [2024, 2025, now])
        if (linesIn((await eve.command(`evidence ${competency} ${year}`)).body).length > 0) listed.push(year)
      return listed
    }
    expect(await years('communication')).toEqual([now])
    await eve.click(review, 'review-finding:planning:communication')
    await slack.next(() => JSON.stringify(eve.thread(ts)).includes('Planning: placed by you'))
    expect(await years('planning')).toEqual([now])
  })

  it('with the day before each line are read as deeds, each by its own day', async () => {
    const days = [
      '2025-09-03 Said no to the third monitoring vendor and explained why in a one pager',
      'W33 ran the load test of the checkout',
      'flappy disk alert -> removed it, pages went down to 2',
    ]
    const { ts } = await ada().upload('', [
      { name: 'days.md', bytes: new TextEncoder().encode(days.map((one) => `- ${one}`).join('\n')) },
    ])
    const review = JSON.stringify((await ada().reply(ts, FOOT)).blocks)
    for (const one of days) expect(review).toContain(one)
  })

  it('contain a colleague’s praise, which the coach asks about as the person’s own work', async () => {
    const { ts } = await ada().dm(
      'Priya wrote to me: "the way you explained the pool limit was super clear, we changed our retry settings"',
    )
    const review = JSON.stringify((await ada().reply(ts, FOOT)).blocks)
    expect(review).toMatch(/You choose|may show/)
    expect(review).not.toContain('Name something you did')
    expect(review).not.toContain('what did you do yourself')
  })
})
