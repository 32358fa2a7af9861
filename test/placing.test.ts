import { describe, expect, it } from 'vitest'
import type { Json, LocalSlack, Message } from './fakes/local-slack.ts'
import { withOneBot } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'

/** Four deeds whose words fit several competencies. */
const UNSURE = [
  'I explained the outage to the team and wrote the runbook.',
  'I wrote a script that restores the database.',
  'I tuned the alerts of the payment database.',
  'I improved the restore script and its checks.',
]

/** One that fits one. */
const SURE = 'I moved the restore tests to a separate cluster and wrote the runbook for them.'

describe('a review without a model', () => {
  let slack: LocalSlack
  let bot: Bot
  withOneBot((at) => {
    slack = at.slack
    bot = at.bot
  })
  const ada = () => bot.person('UADA')
  const reviewed = async (text: string): Promise<{ ts: string; review: Message }> => {
    const { ts } = await ada().dm(text)
    return { ts, review: structuredClone(await ada().reply(ts, FOOT)) }
  }
  const shownOf = (ts: string): string =>
    JSON.stringify(
      ada()
        .thread(ts)
        .find((post) => JSON.stringify(post.blocks).includes(FOOT))?.blocks,
    )
  const clicked = async (review: Message, button: string | RegExp, thanks: string): Promise<void> => {
    const seen = slack.responses.length
    await ada().click(review, button)
    expect((await slack.next(() => slack.responses[seen])).text).toContain(thanks)
  }

  it('asks about every unsure deed, two at a time, and about the next when one is answered', async () => {
    const { ts, review } = await reviewed(UNSURE.join('\n'))
    const placed: string[] = []
    let standing = review
    while (placed.length < UNSURE.length) {
      const blocks = JSON.stringify(standing.blocks)
      const left = UNSURE.length - placed.length
      expect(blocks.match(/You choose: /g)).toHaveLength(Math.min(2, left))
      if (left > 2)
        expect(blocks).toContain(
          `Then I’ll ask about ${left === 3 ? '1 more sentence' : '2 more sentences'}.`,
        )
      else expect(blocks).not.toContain('Then I’ll ask about')
      const value = blocks.match(/"value":"\S+ (s\d+) -"/)?.[1] ?? ''
      expect(placed).not.toContain(value)
      placed.push(value)
      await clicked(standing, 'review-choose:none', 'Thanks. I updated the review')
      await slack.next(() => (shownOf(ts).includes(` ${value} -`) ? undefined : true))
      standing = structuredClone(
        ada()
          .thread(ts)
          .find((post) => JSON.stringify(post.blocks).includes(FOOT))!,
      )
    }
    expect(new Set(placed).size).toBe(UNSURE.length)
    expect(shownOf(ts)).not.toContain('You choose: ')
  })

  it('moves a finding to one of the next likeliest competencies in one click, also in later reviews', async () => {
    const { ts, review } = await reviewed(SURE)
    expect(JSON.stringify(review.blocks)).toContain('Rather: Scope')
    await clicked(review, 'review-finding:scope:mastery', 'Thanks. I updated the review')
    await ada().reply(ts, 'Scope: placed by you')
    expect(shownOf(ts)).toContain('Scope: link the document')
    expect(shownOf(ts)).not.toContain('Mastery: link')
    // The same button of the old post does nothing twice, and says so.
    await clicked(review, 'review-finding:scope:mastery', 'You already told me that')
    await ada().dm('It runs every night since March.', { thread_ts: ts })
    await ada().reply(ts, 'I added your answer')
    expect(shownOf(ts)).toContain('Scope: placed by you')
  })

  it('takes a move back in one click, and forgets it in later reviews', async () => {
    const { ts, review } = await reviewed(SURE)
    await clicked(review, 'review-finding:scope:mastery', 'Thanks. I updated the review')
    const placed = structuredClone(await ada().reply(ts, 'Scope: placed by you'))
    for (const button of ['Back to Mastery', 'Rather: Ownership', 'This is wrong'])
      expect(JSON.stringify(placed.blocks)).toContain(button)
    await clicked(placed, 'review-finding:back:scope', 'Thanks. I updated the review')
    await ada().reply(ts, 'Mastery: possible match')
    expect(shownOf(ts)).toContain('Rather: Scope')
    expect(shownOf(ts)).toContain('Mastery: link the document')
    await clicked(placed, 'review-finding:back:scope', 'You already told me that')
    await ada().dm('It runs every night since March.', { thread_ts: ts })
    await ada().reply(ts, 'I added your answer')
    expect(shownOf(ts)).toContain('Mastery: possible match')
  })

  it('moves what was moved to a third competency from where it was at first', async () => {
    const { ts, review } = await reviewed(SURE)
    await clicked(review, 'review-finding:scope:mastery', 'Thanks. I updated the review')
    const placed = structuredClone(await ada().reply(ts, 'Scope: placed by you'))
    await clicked(placed, 'review-finding:ownership:scope', 'Thanks. I updated the review')
    const again = structuredClone(await ada().reply(ts, 'Ownership: placed by you'))
    expect(JSON.stringify(again.blocks)).toContain('Back to Mastery')
    await ada().dm('It runs every night since March.', { thread_ts: ts })
    await ada().reply(ts, 'I added your answer')
    expect(shownOf(ts)).toContain('Ownership: placed by you')
  })

  it('asks which sentences to move if a match quotes several, and moves no other', async () => {
    const today = Temporal.Now.plainDateISO('UTC')
    const [early, late] = [today.subtract({ months: 13 }), today.subtract({ months: 4 })]
    const monthOf = (day: Temporal.PlainDate): string =>
      day.toLocaleString('en-GB', { month: 'long', year: 'numeric' })
    const quarterOf = (day: Temporal.PlainDate): string => `Q${Math.ceil(day.month / 3)} ${day.year}`
    const two = [
      `In ${monthOf(early)} I moved the restore tests to a separate cluster and wrote the runbook for them.`,
      `In ${monthOf(late)} I moved the failover tests to another cluster and wrote the runbook for it.`,
    ]
    const bea = bot.person('UBEA')
    await bea.command('goal L3')
    const { ts } = await bea.dm(two.join('\n\n'))
    const review = structuredClone(await bea.reply(ts, FOOT))
    expect(JSON.stringify(review.blocks)).not.toContain('Rather: ')
    const seen = slack.views.length
    await bea.click(review, 'review-move:mastery')
    const form = await slack.next(() => slack.views[seen])
    const [sentences] = form.blocks as Json[]
    expect(sentences.element.options).toHaveLength(2)
    await bea.submit(form, {
      sentences: { choice: { type: 'checkboxes', selected_options: [sentences.element.options[1]] } },
      meant: { choice: { type: 'static_select', selected_option: { value: 'scope' } } },
    })
    await bea.reply(ts, 'Scope: placed by you')
    const spread = async (): Promise<string> => (await bea.command('me')).body.text
    expect(await spread()).toContain(`Mastery: possible match in ${quarterOf(early)}, 1 entry.`)
    expect(await spread()).toContain(`Scope: possible match in ${quarterOf(late)}, 1 entry.`)
    await bea.dm('It runs every night.', { thread_ts: ts })
    await bea.reply(ts, 'I added your answer')
    expect(await spread()).toContain(`Scope: possible match in ${quarterOf(late)}, 1 entry.`)
  })

  it('takes “This is wrong” at the foot in one choice, and back with “Looks right”', async () => {
    const { ts, review } = await reviewed(SURE.replace('restore', 'rollback'))
    const foot = review.blocks.at(-1)!
    const menu = foot.elements.find(({ type }: Json) => type === 'static_select')
    expect(menu.options.map(({ text }: Json) => text.text)).toEqual(['Mastery', 'Something else…'])
    await ada().choose(review, menu.action_id, 'Mastery')
    const wrong = structuredClone(await ada().reply(ts, 'You say this is wrong.'))
    await clicked(wrong, 'review-finding:right:mastery', 'I noted that this looks right')
    await slack.next(() => !shownOf(ts).includes('You say this is wrong.'))
    const seen = slack.views.length
    await ada().choose(review, menu.action_id, 'Something else…')
    expect((await slack.next(() => slack.views[seen])).callback_id).toBe('review-wrong')
  })

  it('takes “Looks right” and “This is wrong” of a finding in one click each', async () => {
    const right = await reviewed(SURE)
    await clicked(right.review, 'review-finding:right:mastery', 'I noted that this looks right')
    const wrong = await reviewed(SURE.replace('restore', 'failover'))
    await clicked(wrong.review, 'review-finding:wrong:mastery', 'Thanks. I updated the review')
    await ada().reply(wrong.ts, 'You say this is wrong.')
    expect(JSON.stringify((await ada().command('data')).body)).toContain('notes from you about reviews')
  })

  it('says how to go on if a question is about a level and nothing matched yet', async () => {
    const { ts } = await reviewed(UNSURE[2]!)
    await ada().dm('why not L4?', { thread_ts: ts })
    const answer = JSON.stringify((await ada().reply(ts, 'I found no match in your words yet')).blocks)
    expect(answer).toContain('Choose in the review what your sentences are about')
    expect(answer).toContain('What does L4 ask for Mastery?')
    expect(answer).not.toContain('for the same competencies')
    await ada().dm('What does L4 ask for Mastery?', { thread_ts: ts })
    await ada().reply(ts, 'Mastery · Lead SRE (L4)')
  })

  it('says once which items of a list it left out, and asks for nothing that is there', async () => {
    const { review } = await reviewed(
      '- [x] I cut 40% of the flaky alerts on the storage cluster by fixing their thresholds.\n' +
        '- [ ] Move the queue to the new cluster.\n- [-] Write the guide for the search team.',
    )
    const said = JSON.stringify(review.blocks)
    expect(said.match(/I left out 2 items that are not ticked/g)).toHaveLength(1)
    expect(said).toContain('Choose what it is about.')
    expect(said).not.toContain('what you did and what changed')
  })

  it('asks about two sentences at a time in the order in which they were written', async () => {
    const { review } = await reviewed(`${UNSURE[2]}\n${UNSURE[0]}`)
    const said = JSON.stringify(review.blocks.slice(1))
    expect(said.indexOf(UNSURE[2]!)).toBeLessThan(said.indexOf(UNSURE[0]!))
  })

  it('shows the beginning of a long sentence next to the question about it', async () => {
    const long = `Things were good and the project went well for everybody who was ${'involved in all of it '.repeat(10)}.`
    const { ts } = await ada().dm(long)
    await ada().click(await ada().reply(ts, 'I haven’t reviewed it.'), 'Save')
    const review = await ada().reply(ts, FOOT)
    expect(quotesIn(review.blocks.slice(0, 1))).toEqual([
      'Things were good and the project went well for everybody who was …',
    ])
  })
})
