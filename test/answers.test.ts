import { describe, expect, it } from 'vitest'
import type { LocalSlack, Message } from './fakes/local-slack.ts'
import { withOneBot } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'
const CLEANUP = 'I rewrote the disk cleanup job for the log hosts.'
const CHANGED = 'What changed because of this'
const DECLINED = 'I won’t ask more about this.'
const OPEN = 'What could someone open to see this?'

describe('answers to a review without AI', () => {
  let slack: LocalSlack
  let bot: Bot
  withOneBot((at) => {
    slack = at.slack
    bot = at.bot
  })
  const person = () => bot.person('UADA')
  const saidIn = ({ blocks }: Message): string => JSON.stringify(blocks)
  /** The titles of the folds with a possible match, and of those that ask what a sentence is about. */
  const foldsIn = ({ blocks }: Message): string[] =>
    blocks
      .flatMap((block) => (block.type === 'container' ? [String(block.title?.text ?? '')] : []))
      .filter((title) => /possible match|placed by you|You choose/.test(title))
  const reviewed = async (text: string): Promise<{ ts: string; review: Message }> => {
    const { ts } = await person().dm(text)
    return { ts, review: await person().reply(ts, FOOT) }
  }
  const reviewIn = (ts: string): Message =>
    person()
      .thread(ts)
      .find((post) => saidIn(post).includes(FOOT))!
  /** Replies, and returns what the coach says of the answer and the review that has it. */
  const answer = async (ts: string, text: string): Promise<{ said: string; review: Message }> => {
    const told = (): Message[] =>
      person()
        .thread(ts)
        .filter((post) => /I added your answer|I won’t ask more/.test(saidIn(post)))
    const before = told().length
    await person().dm(text, { thread_ts: ts })
    await slack.next(() => told().length > before)
    return { said: saidIn(told().at(-1)!), review: reviewIn(ts) }
  }

  it.each([
    'The PR is https://git.example/ops/pull/812 and Tom can confirm it.',
    'https://docs.example/d/1 (design doc), signed off by Lee',
    'See https://docs.example/d/1. Maria from the data team was there and can vouch for it.',
  ])('takes "%s" as proof of the deed, and not as a separate match', async (proof) => {
    const { ts, review } = await reviewed(CLEANUP)
    const matches = foldsIn(review)
    const { said, review: after } = await answer(ts, proof)
    expect(said).toContain('a link others can open and someone who can confirm it')
    expect(foldsIn(after)).toEqual(matches)
    expect(saidIn(after)).not.toContain('Name something you did')
    expect(saidIn(after)).toContain('You included your own part and a link others can open.')
  })

  it('takes a colleague who was there for a witness, although nothing was asked', async () => {
    const { ts, review } = await reviewed(
      'I led the database failover drill and wrote the runbook. Recovery took 12 minutes instead of 40.',
    )
    const { said, review: after } = await answer(ts, 'Ask Priya, she was on the call')
    expect(said).toContain('someone who can confirm it')
    expect(foldsIn(after)).toEqual(foldsIn(review))
  })

  it('takes an answer for what was asked, whatever its words, and asks the next thing', async () => {
    const { ts, review } = await reviewed('We moved the billing queue to Kafka.')
    expect(saidIn(review)).toContain('Which part of this was yours?')
    const first = await answer(ts, 'The cutover plan and the runbook for the night.')
    expect(first.said).toContain('My next question is in the review.')
    expect(saidIn(first.review)).toContain(CHANGED)
    const second = await answer(ts, 'The payment team says the nights are calm.')
    expect(second.said).not.toContain('stays the same')
    expect(saidIn(second.review)).toContain(OPEN)
    const third = await answer(ts, 'It’s all in the wiki under Billing.')
    expect(third.said).toContain('I have no more questions about this.')
    expect(saidIn(third.review)).not.toContain('One question')
  })

  it.each([
    'Since January we have not run out of disk once; before, it was twice a quarter.',
    'Quiet nights, and people sleep.',
  ])('asks no second time what changed after "%s"', async (changed) => {
    const { ts, review } = await reviewed(CLEANUP)
    expect(saidIn(review)).toContain(CHANGED)
    const { said, review: after } = await answer(ts, changed)
    expect(said).toContain('a result')
    expect(saidIn(after)).not.toContain(CHANGED)
    expect(saidIn(after)).toContain('You included your own part and a result.')
  })

  it.each([
    ['I don’t know, we never measured it.', DECLINED],
    ['too early to say', 'I have no more questions about this.'],
    ['n/a', DECLINED],
  ])('takes "%s" for no result and no evidence, and does not insist', async (nothing, end) => {
    const { ts } = await reviewed(CLEANUP)
    const { said } = await answer(ts, nothing)
    await slack.next(() => !saidIn(reviewIn(ts)).includes(CHANGED))
    const review = reviewIn(ts)
    expect(said).not.toContain('a result')
    expect(said).toContain(end)
    expect(saidIn(review)).toContain('say what changed because of it')
    expect(quotesIn(review.blocks)).not.toContain(nothing)
  })

  it.each([
    '- [x] Move the queue to the new cluster. Failed jobs went from 40 a day to 2.',
    '☑ Moved the queue to the new cluster\nFailed jobs went from 40 a day to 2',
    '• Moved the queue to the new cluster\n    ◦ Failed jobs went from 40 a day to 2',
    'Failed jobs went from 40 a day to 2. I moved the queue to the new cluster.',
  ])('keeps a result with its deed in %j, also when its competency is chosen', async (text) => {
    const { ts, review } = await reviewed(text)
    expect(foldsIn(review)).toEqual([expect.stringContaining('You choose')])
    await person().click(review, 'Mastery')
    const chosen = await person().reply(ts, 'You included')
    const said = saidIn(chosen)
    expect(foldsIn(chosen)).toEqual([expect.stringContaining('Mastery')])
    expect(said).toMatch(/You included (?:your own part and )?a result\./)
    expect(said).not.toContain('says \\"we\\"')
    const quotes = quotesIn(chosen.blocks)
    expect(quotes.some((quote) => quote.includes('the new cluster'))).toBe(true)
    expect(quotes.some((quote) => quote.includes('from 40 a day to 2'))).toBe(true)
  })

  it.each([
    ['We led the incident response when checkout was down.', 'your own part (this says \\"we\\"), what'],
    ['Our team led the incident response when checkout was down.', 'Worth adding: your own part, what'],
  ])('says that a quote says "we" only if it does: "%s"', async (text, words) => {
    const { review } = await reviewed(text)
    expect(saidIn(review)).toContain(words)
  })

  it('counts the result, the link and the witness in the lines below a deed', async () => {
    const { review } = await reviewed(
      'I rewrote the disk cleanup job for the log hosts.\n• Pages went from 310 to 95\n' +
        '• PR: https://git.example/ops/pull/9\n• Tom and Priya can confirm it',
    )
    expect(foldsIn(review)).toHaveLength(1)
    expect(saidIn(review)).toContain('You included your own part, a result and a link others can open.')
  })

  it('keeps a result in a separate list item apart if it could belong to several deeds', async () => {
    const { review } = await reviewed(
      '• Rebuilt the alert routing for checkout\n• Wrote the storage runbook\n• Pages went from 310 to 95',
    )
    expect(foldsIn(review).join()).toContain('You choose')
    expect(quotesIn(review.blocks)).toContain('Pages went from 310 to 95')
  })

  it('counts a result in a message that is joined to its deed', async () => {
    const { ts } = await reviewed(CLEANUP)
    const { review } = await reviewed('Full disks fell from 40 a month to 2.')
    await person().click(review, 'Join with previous')
    await person().reply(ts, 'Full disks fell')
    const joined = await person().reply(ts, 'You included your own part and a result.')
    expect(foldsIn(joined)).toHaveLength(1)
    expect(saidIn(joined)).not.toContain(CHANGED)
  })

  it('asks a question once, although two competencies lack the same', async () => {
    const { review } = await reviewed(
      'I rewrote the disk cleanup job for the log hosts.\n\n' +
        'I asked my lead for feedback after every project and changed how I work.',
    )
    expect(foldsIn(review).length).toBeGreaterThan(1)
    expect(saidIn(review).split(CHANGED)).toHaveLength(2)
  })

  it('puts the proof and the result of an answer into a draft', async () => {
    const { ts } = await reviewed(CLEANUP)
    const { review: quiet } = await answer(ts, 'Quiet nights.')
    expect(quotesIn(quiet.blocks)).toContain('Quiet nights.')
    const { review } = await answer(ts, 'The PR is https://git.example/ops/pull/812 and Tom saw it.')
    await person().click(review, 'Draft this')
    const draft = await person().reply(ts, 'A draft for you')
    expect(quotesIn(draft.blocks)).toEqual([
      CLEANUP,
      'The PR is https://git.example/ops/pull/812 and Tom saw it.',
      'Quiet nights.',
    ])
    expect(saidIn(draft)).not.toContain('[a link')
  })
})
