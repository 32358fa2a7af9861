import { describe, expect, it } from 'vitest'
import type { LocalSlack, Message } from './fakes/local-slack.ts'
import { withOneBot } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const ASKS = 'Save it as evidence?'
const QUESTION = 'What changed because of this'

/** It may be a habit of the writer, of somebody else, or a note. */
const UNCLEAR = 'Pairs with new joiners'
const PLAN = 'Next week I will run the failover drill with Sam.'

describe('a message that may be evidence', () => {
  let slack: LocalSlack
  let bot: Bot
  let minutes = 0
  const now = () => Temporal.Now.instant().add({ minutes })
  withOneBot(
    (at) => {
      slack = at.slack
      bot = at.bot
    },
    { now, sweepEvery: 100 },
  )
  const ada = () => bot.person('UADA')
  const wordsIn = (ts: string): string =>
    JSON.stringify(
      ada()
        .thread(ts)
        .map(({ blocks }) => blocks),
    )
  const asked = async (text: string): Promise<{ ts: string; post: Message }> => {
    const { ts } = await ada().dm(text)
    return { ts, post: await ada().reply(ts, ASKS) }
  }
  const kept = (): Promise<string> => ada().stored()
  const answerTo = async (click: () => Promise<unknown>): Promise<string> => {
    const seen = slack.responses.length
    await click()
    return (await slack.next(() => slack.responses[seen])).text
  }

  it('is not reviewed or listed before its owner says so, and is reviewed then', async () => {
    const { ts, post } = await asked(UNCLEAR)
    expect(wordsIn(ts)).not.toContain(FOOT)
    expect(await kept()).not.toContain(UNCLEAR)
    expect(await kept()).toContain('1 message waits for your Save or No')
    expect(await answerTo(() => ada().click(post, 'Save'))).toContain(
      'Saved. My review will be in this thread.',
    )
    await ada().reply(ts, FOOT)
    expect(await kept()).toContain(UNCLEAR)
    expect(await kept()).not.toContain('your Save or No')
    // The question is answered, so it is no longer in the thread.
    await slack.next(() => !wordsIn(ts).includes(ASKS))
    expect(await answerTo(() => ada().click(post, 'Save'))).toContain('answered before')
  })

  it('is deleted if they say no, by the button or in words', async () => {
    const { post } = await asked('Helps the new people')
    expect(await answerTo(() => ada().click(post, 'No'))).toContain('Not saved.')
    const second = await asked('Keeps the new people busy')
    await ada().dm('no thanks', { thread_ts: second.ts })
    await ada().reply(second.ts, 'Not saved.')
    const said = await kept()
    expect(said).not.toContain('new people')
    await expect(answerTo(() => ada().click(second.post, 'Save'))).resolves.toContain('answered before')
  })

  it('is saved by a yes in words, and by more words about it', async () => {
    const first = await asked('Writes to the vendors')
    await ada().dm('yes', { thread_ts: first.ts })
    await ada().reply(first.ts, FOOT)
    const second = await asked('Speaks to the vendors')
    await ada().dm('I talk to each of the three vendors every month about their outages.', {
      thread_ts: second.ts,
    })
    await ada().reply(second.ts, FOOT)
    expect(wordsIn(second.ts)).toContain('about their outages')
    expect(await kept()).toContain('Speaks to the vendors')
  })

  it('is asked about once, however often Slack delivers it, and only its owner can answer', async () => {
    const ts = slack.nextTs()
    await Promise.all([1, 2, 3].map(() => ada().dm('Walks with the auditors', { ts })))
    const post = await ada().reply(ts, ASKS)
    expect(wordsIn(ts).split(ASKS)).toHaveLength(2)
    expect(await answerTo(() => bot.person('UBEN').click(post, 'Save'))).toContain('answered before')
    expect(wordsIn(ts)).not.toContain(FOOT)
  })

  it('is read as what it is once it is edited', async () => {
    const { ts } = await asked('Sits with the auditors')
    await ada().edit(
      ts,
      'Sits with the auditors',
      'I sat with the auditors for two days and closed all nine findings.',
    )
    await ada().reply(ts, FOOT)
    await slack.next(() => !wordsIn(ts).includes(ASKS))
  })

  it('is a plan in the thread of a review: saved or let go by a click, and until then not in the review', async () => {
    const { ts } = await ada().dm('I led the failover of the billing database and wrote the runbook.')
    await ada().reply(ts, FOOT)
    await ada().dm(PLAN, { thread_ts: ts })
    const post = await ada().reply(ts, 'This sounds like a plan.')
    expect(await kept()).not.toContain('failover drill')
    expect(await answerTo(() => ada().click(post, 'Save'))).toContain('Saved.')
    await ada().reply(ts, 'I added your answer.')
    expect(await kept()).toContain('failover drill')
  })

  it('is a reply under a review, saved or let go by a word', async () => {
    const { ts } = await ada().dm('I moved the restore tests to a separate cluster and wrote the runbook.')
    await ada().reply(ts, FOOT)
    const asks = 'This sounds like a plan.'
    await ada().dm('Next week I will draw the new alert page.', { thread_ts: ts })
    await ada().reply(ts, asks)
    await ada().dm('save it', { thread_ts: ts })
    await ada().reply(ts, 'I added your answer.')
    expect(wordsIn(ts)).toContain('Saved. My review')
    expect(await kept()).toContain('the new alert page')
    await slack.next(() => !wordsIn(ts).includes(asks))
    const waiting = async (): Promise<number> =>
      Number(/(\d+) messages? waits? for/.exec(await kept())?.[1] ?? 0)
    const before = await waiting()
    await ada().dm('Next week I will paint the old alert page.', { thread_ts: ts })
    await slack.next(() => wordsIn(ts).includes(asks))
    expect(await waiting()).toBe(before + 1)
    await ada().dm('no thanks', { thread_ts: ts })
    await slack.next(() => wordsIn(ts).includes('Not saved.'))
    expect(await waiting()).toBe(before)
    expect(await kept()).not.toContain('the old alert page')
  })

  it('is only a link, which the coach cannot open', async () => {
    const { ts } = await ada().dm('https://docs.example/d/1')
    const post = await ada().reply(ts, 'I can’t open links.')
    expect(await answerTo(() => ada().click(post, 'No'))).toContain('Not saved.')
  })

  it('is deleted after a day without an answer, and says so', async () => {
    const { ts } = await asked('Eats with the auditors')
    minutes = 24 * 60 + 1
    await ada().reply(ts, 'so I deleted what I had stored')
    minutes = 0
    expect(wordsIn(ts)).not.toContain(ASKS)
    expect(await kept()).not.toContain('auditors for lunch')
  })
})

describe('a message that is not evidence', () => {
  let slack: LocalSlack
  let bot: Bot
  withOneBot((at) => {
    slack = at.slack
    bot = at.bot
  })
  const ada = () => bot.person('UADA')
  const forgotten = () =>
    expect
      .poll(async () => JSON.stringify((await ada().command('data')).body), { timeout: 10_000 })
      .toContain('I store 0 entries')

  it.each([
    ['thank you, that helped', 'You’re welcome'],
    ['honestly this tool is useless', 'I’m sorry.'],
    ['skip', 'I won’t ask more about this.'],
  ])('is heard and forgotten: "%s"', async (text, answer) => {
    const { ts } = await ada().dm(text)
    await ada().reply(ts, answer)
    await forgotten()
  })

  it('is a refusal to answer: the review asks nothing more, also after an edit, and others still do', async () => {
    const { ts } = await ada().dm('I reviewed the failover plan of the storage team.')
    const review = await ada().reply(ts, FOOT)
    expect(JSON.stringify(review.blocks)).toContain(QUESTION)
    const shown = (of: string): string =>
      JSON.stringify(
        ada()
          .thread(of)
          .find(({ blocks }) => JSON.stringify(blocks).includes(FOOT))?.blocks,
      )
    await ada().dm("I don't know", { thread_ts: ts })
    await ada().reply(ts, 'I won’t ask more about this.')
    await slack.next(() => !shown(ts).includes(QUESTION))
    const next = await ada().dm('I reviewed the backup plan of the storage team.')
    await ada().reply(next.ts, FOOT)
    expect(shown(next.ts)).toContain(QUESTION)
    await ada().dm('please stop asking me questions', { thread_ts: next.ts })
    await ada().reply(next.ts, 'for a month')
    const last = await ada().dm('I reviewed the upgrade plan of the storage team.')
    await ada().reply(last.ts, FOOT)
    expect(shown(last.ts)).not.toContain(QUESTION)
    for (const one of [ts, next.ts, last.ts]) await ada().remove(one, '')
    await forgotten()
  })

  it('is a correction in the thread of a review, and the deed in it is offered there', async () => {
    const { ts } = await ada().dm('We led the incident response to the failover and wrote the post-mortem.')
    await ada().reply(ts, FOOT)
    await ada().dm('that was me alone', { thread_ts: ts })
    const post = await ada().reply(ts, 'This part may be evidence:')
    await ada().click(post, 'Save it')
    await ada().reply(ts, 'I added your answer.')
    await ada().remove(ts, '')
    await forgotten()
  })

  it('offers to save the deed in it, in one click and once', async () => {
    const { ts } = await ada().dm('you got this wrong: I led the incident alone')
    const post = await ada().reply(ts, 'This part may be evidence:')
    await forgotten()
    await ada().click(post, 'Save it')
    await ada().click(post, 'Save it')
    await ada().reply(ts, FOOT)
    const body = JSON.stringify((await ada().command('data')).body)
    expect(body.split('I led the incident alone')).toHaveLength(2)
    expect(body).not.toContain('you got this wrong')
  })
})
