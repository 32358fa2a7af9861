import { describe, expect, it } from 'vitest'
import type { LocalSlack, Message } from './fakes/local-slack.ts'
import { faithful, type ModelRequest } from './fakes/model-server.ts'
import { withOneBotAndModel } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const EVIDENCE =
  'I led the incident response to the failover and wrote the post-mortem. Recovery took 12 minutes instead of 40.'
const FOOT = 'People decide promotions'

/** Mastery is evidenced once some span says how it was planned, and partly until then. */
const planned = (request: ModelRequest): string => {
  const answer = JSON.parse(faithful(request))
  const told = request.spans.find(({ text }) => text.includes('three steps'))
  const [finding] = answer.findings
  if (told) {
    finding.status = 'evidenced'
    finding.spans.push(told.id)
    finding.missing = []
    answer.next_steps = []
  }
  return JSON.stringify(answer)
}

describe.each(['offline', 'model'] as const)('the conversation about a review by the %s', (reader) => {
  let slack: LocalSlack
  let bot: Bot
  withOneBotAndModel(reader, planned, (at) => {
    slack = at.slack
    bot = at.bot
  })
  const person = () => bot.person('UADA')
  const reviewed = async (text = EVIDENCE): Promise<{ ts: string; review: Message }> => {
    const { ts } = await person().dm(text)
    return { ts, review: await person().reply(ts, FOOT) }
  }
  const replyTo = (ts: string, text: string) => person().dm(text, { thread_ts: ts })

  it('takes an answer into the evidence, reads it again, and shows which words moved what', async () => {
    const { ts, review } = await reviewed()
    await replyTo(ts, 'I led the incident response in three steps and wrote the post-mortem of each outage.')
    const moved = await person().reply(ts, 'I added your answer. What changed:')
    const said = JSON.stringify(moved.blocks)
    expect(quotesIn(moved.blocks)).toContain(
      'I led the incident response in three steps and wrote the post-mortem of each outage.',
    )
    if (reader === 'model') expect(said).toContain('from partly shown to shown')
    // The review itself stands once, with all of it.
    const reviews = person()
      .thread(ts)
      .filter((post) => JSON.stringify(post.blocks).includes(FOOT))
    expect(reviews.map((post) => post.ts)).toEqual([review.ts])
    expect(reviews[0]?.updates).toBe(1)
    expect(JSON.stringify(reviews[0]?.blocks)).toContain('three steps')
    expect(await person().stored()).toContain('in three steps and wrote')
  })

  it('says what the piece lacked, and what it has with the answer', async () => {
    const { ts } = await reviewed('We led the incident response and wrote the post-mortem of each outage.')
    await replyTo(ts, 'It is all in https://wiki.example/outages now.')
    const gains = () =>
      person()
        .thread(ts)
        .map((post) => JSON.stringify(post.blocks))
        .filter((said) => said.includes('evidence now has '))
    await slack.next(() => gains().length === 1)
    expect(gains()[0]).toContain('a link others can open')
    await replyTo(ts, 'I ran each review and wrote it up.')
    await slack.next(() => gains().length === 2)
    expect(gains()[1]).toContain('your own part')
  })

  it('says that an answer brought a before and an after, which no share of a roll-out is', async () => {
    const { ts } = await reviewed(
      'I led the incident response and wrote the post-mortem. I built a roll-out: canary first, then 10%, then the rest. It prevented two outages.',
    )
    await replyTo(ts, 'A roll-back used to take about 25 minutes, now it takes 2.')
    const said = await person().reply(ts, 'I added your answer')
    expect(JSON.stringify(said.blocks)).toContain('a before and an after')
  })

  it('passes over none of two answers that came together', async () => {
    const { ts } = await reviewed()
    await Promise.all([
      replyTo(ts, 'I ran the drill in March with the database team.'),
      replyTo(ts, 'I also wrote the runbook that the on-call team uses every week.'),
    ])
    const lines = () =>
      person()
        .thread(ts)
        .map((post) => post.text)
        .join('\n')
    await slack.next(
      () => /added your 2 answers/.test(lines()) || lines().split('added your answer').length === 3,
    )
  })

  it('says plainly when an answer moved nothing', async () => {
    const { ts } = await reviewed()
    await replyTo(ts, 'It was on a Tuesday.')
    await person().reply(ts, 'The review stays the same')
  })

  it.each([
    ['why not L4?', 'What L4 adds to L3'],
    ['Why is mastery not further?', ', based on your words:'],
    ['what about trust?', 'Fully productive member of the team'],
    ['what should I do next?', reader === 'model' ? 'Write down the plan of your next' : 'stronger'],
    ['Who can see this?', 'Only you see this here'],
    ['am I ready to be promoted?', 'people decide promotions'],
    ['what did you find?', 'This is what I found in your words'],
    ['Oops, I meant L4. I’m an L3 now', 'Senior SRE (L3) to Lead SRE (L4)'],
    ['I pressed the wrong level, it should be L4', 'Senior SRE (L3) to Lead SRE (L4)'],
    ['I’m an L3', 'Senior SRE (L3) to Lead SRE (L4)'],
  ])(
    'answers "%s" from the findings and the ladder, and keeps it out of the evidence',
    async (question, answer) => {
      const { ts } = await reviewed()
      await replyTo(ts, question)
      await person().reply(ts, answer)
      expect(await person().stored()).not.toContain(question)
    },
  )

  it('mentions a level outside the goal only when asked, in the ladder’s own sentences', async () => {
    const { ts, review } = await reviewed()
    expect(JSON.stringify(review.blocks)).not.toMatch(/\bL[145]\b/)
    await replyTo(ts, 'Why not L4 in mastery?')
    const answer = await person().reply(ts, 'What L4 adds to L3')
    expect(JSON.stringify(answer.blocks)).toContain('/ladder goal L4')
  })

  it('corrects in the review what a person says is wrong', async () => {
    const { ts } = await reviewed()
    await replyTo(ts, 'That is about ownership.')
    await person().reply(ts, 'I put it under Ownership and won’t change it back')
    await person().reply(ts, 'placed by you')
  })

  it('asks about the one thing that can be wrong if the person did not say what', async () => {
    const { ts } = await reviewed()
    await replyTo(ts, 'wrong')
    const ask = await person().reply(ts, reader === 'model' ? 'Is what I said about ' : 'Is the match with ')
    const seen = slack.views.length
    await person().click(ask, 'review-wrong')
    expect((await slack.next(() => slack.views[seen])).callback_id).toBe('review-wrong')
  })

  it('accepts that a review looks right, by a word or by the button', async () => {
    const { ts, review } = await reviewed()
    await replyTo(ts, 'looks right')
    await person().reply(ts, 'I noted that this looks right')
    await person().click(review, 'review-right')
    await slack.next(() =>
      slack.responses.find(({ text }) => text.startsWith('Thanks. I noted that this looks right')),
    )
  })

  it('answers thanks in the thread, and stores none of it', async () => {
    const { ts } = await reviewed()
    await replyTo(ts, 'thanks!')
    await person().reply(ts, 'You’re welcome')
    expect(await person().stored()).not.toContain('thanks!')
  })

  it('shows how to say it in the person’s own words, with blanks and no fact of its own', async () => {
    const { ts, review } = await reviewed()
    await person().click(review, /^evidence-say:/)
    const said = await person().reply(ts, 'Claim')
    for (const quoted of quotesIn(said.blocks)) expect(EVIDENCE).toContain(quoted)
    expect(JSON.stringify(said.blocks)).toMatch(/\[a link to something that shows it\]/)
  })

  it('follows an edit of the message and of an answer, and a deletion of either', async () => {
    const { ts } = await reviewed()
    const changed = EVIDENCE.replace('failover', 'checkout outage')
    await person().edit(ts, EVIDENCE, changed)
    await slack.next(() => JSON.stringify(person().thread(ts)).includes('the checkout outage'))
    const answer = await replyTo(ts, 'I planned it in three steps with the database team.')
    await person().reply(ts, 'database team')
    await person().edit(
      answer.ts,
      'I planned it in three steps with the database team.',
      'I planned it in three steps with the network team.',
    )
    await slack.next(() =>
      JSON.stringify(
        person()
          .thread(ts)
          .find((post) => JSON.stringify(post).includes(FOOT)),
      ).includes('network team'),
    )
    await person().remove(answer.ts, 'I planned it in three steps with the network team.')
    await slack.next(
      () =>
        !JSON.stringify(
          person()
            .thread(ts)
            .find((post) => JSON.stringify(post).includes(FOOT)),
        ).includes('network team'),
    )
    await person().remove(ts, changed)
    await slack.next(() => person().thread(ts).length === 0)
    expect(await person().stored()).not.toContain('checkout outage')
  })

  it('says so if a message is as long as Slack allows', async () => {
    const { review } = await reviewed(`${EVIDENCE}\n`.repeat(400).slice(0, 40_000))
    expect(JSON.stringify(review.blocks)).toContain('Slack cuts messages at 40,000 characters')
  })

  it('does not mistake an unfurled link or a reply count for an edit', async () => {
    const { ts, review } = await reviewed()
    const before = slack.calls('chat.update').length
    await person().edit(ts, EVIDENCE, EVIDENCE)
    await person().edit(ts, EVIDENCE, `${EVIDENCE} More.`, { edited: undefined })
    await replyTo(ts, 'thanks')
    await person().reply(ts, 'You’re welcome')
    expect(slack.calls('chat.update').length).toBe(before)
    expect(review.updates).toBeUndefined()
  })

  it('joins two messages that came within ten minutes by one button', async () => {
    const one = await reviewed('I moved the billing queue to the new cluster.')
    const two = await reviewed('It cut failed jobs from 40 a day to 2, and I wrote the runbook for it.')
    expect(JSON.stringify(two.review.blocks)).toContain('Join with previous?')
    await person().click(two.review, 'evidence-join')
    const told = await slack.next(() => slack.responses.find(({ text }) => text.startsWith('Joined')))
    expect(JSON.stringify(told.blocks)).toContain(`/p${one.ts.replace('.', '')}`)
    await slack.next(() => person().thread(two.ts).length === 0)
    await slack.next(() =>
      person()
        .thread(one.ts)
        .some(({ updates }) => updates === 1),
    )
    const quoted = 'I moved the billing queue to the new cluster.\\n\\nIt cut failed jobs'
    expect(await person().stored()).toContain(quoted)
  })

  it('offers to read against the new goal what was read against the old one', async () => {
    const other = bot.person('USAM')
    await other.command('goal L3')
    const { ts } = await other.dm(EVIDENCE)
    await other.reply(ts, 'L2 to L3')
    const { body } = await other.command('goal L4')
    expect(JSON.stringify(body)).toContain('I reviewed 1 entry for another goal')
    await other.click({ ...body, ephemeral: true }, 'goal-read-again')
    const again = await other.reply(ts, 'L3 to L4')
    expect(again.updates).toBe(1)
  })

  it('logs nothing that anyone wrote', () => {
    expect(bot.log()).not.toMatch(/failover|three steps|network team|billing queue|Ada Example/)
  })
})
