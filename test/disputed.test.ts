import { describe, expect, it } from 'vitest'
import type { LocalSlack, Message } from './fakes/local-slack.ts'
import { faithful } from './fakes/model-server.ts'
import { withOneBot, withOneBotAndModel } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'

/** It fits one competency. */
const SURE = 'I moved the restore tests to a separate cluster and wrote the runbook for them.'

/** Each of the two fits another one. */
const TWO =
  'I led the incident response to the failover and wrote the post-mortem.\n\n' +
  'I asked my lead for feedback after every project and changed how I work.'

describe.each(['offline', 'model'] as const)('a finding of the %s that its owner corrected', (reader) => {
  let slack: LocalSlack
  let bot: Bot
  withOneBotAndModel(reader, faithful, (at) => {
    slack = at.slack
    bot = at.bot
  })
  const ada = () => bot.person('UADA')
  const reviewed = async (text: string): Promise<string> => {
    const { ts } = await ada().dm(text)
    await ada().reply(ts, FOOT)
    return ts
  }
  const reviewIn = (ts: string): Message =>
    structuredClone(
      ada()
        .thread(ts)
        .find((post) => JSON.stringify(post.blocks).includes(FOOT))!,
    )
  const saidIn = (ts: string): string => JSON.stringify(reviewIn(ts).blocks)
  const shown = async (command: string): Promise<string> => String((await ada().command(command)).body.text)
  /** Where a competency counts. */
  const counted = async (name: string) => {
    const { ts } = await ada().dm('what am I missing?')
    const [answer] = await slack.next(() => (ada().thread(ts).length > 0 ? ada().thread(ts) : undefined))
    const progress = JSON.stringify(answer!.blocks)
    return {
      me: !(await shown('me')).includes(`${name}: nothing shown yet`),
      list: (await shown(`evidence ${name.toLowerCase()}`)).includes('restore tests'),
      line: (await shown('evidence')).includes(`· ${name}`),
      progress: !progress.includes(`"This week: ${name}. "`),
    }
  }
  const EVERYWHERE = { me: true, list: true, line: true, progress: true }
  const NOWHERE = { me: false, list: false, line: false, progress: false }

  it('counts nowhere once they called it wrong, and counts again once they take that back', async () => {
    const ts = await reviewed(SURE)
    expect(await counted('Mastery')).toEqual(EVERYWHERE)
    await ada().dm('Mastery is wrong', { thread_ts: ts })
    await slack.next(() => saidIn(ts).includes('Mastery: you say this is wrong'))
    expect(await counted('Mastery')).toEqual(NOWHERE)
    // Only the fold still mentions it, so that its owner can change their mind.
    const [screen] = saidIn(ts).split('"container"')
    expect(screen).not.toContain('Mastery')
    expect(saidIn(ts)).not.toMatch(/Mastery: (?:link|say|1 of|possible)/)
    await ada().dm('what did you find?', { thread_ts: ts })
    await ada().reply(ts, 'I found no match in your words yet')
    if (reader === 'model') return
    await ada().click(reviewIn(ts), 'review-finding:right:mastery')
    await slack.next(() => saidIn(ts).includes('This may show Mastery.'))
    expect(await counted('Mastery')).toEqual(EVERYWHERE)
  })

  it('counts where they moved it, and no longer where it was', async () => {
    const ts = await reviewed(SURE.replace('restore tests', 'restore tests of the archive'))
    await ada().dm('That is planning, not mastery', { thread_ts: ts })
    await slack.next(() => saidIn(ts).includes('Planning: placed by you'))
    const [screen] = saidIn(ts).split('"container"')
    expect(screen).not.toContain('Mastery')
    expect(await counted('Planning')).toEqual(EVERYWHERE)
  })
})

describe('a correction that is not certain', () => {
  let slack: LocalSlack
  let bot: Bot
  withOneBot((at) => {
    slack = at.slack
    bot = at.bot
  })
  const ada = () => bot.person('UADA')
  const proposed = async (text: string, reply: string, question: string) => {
    const { ts } = await ada().dm(text)
    await ada().reply(ts, FOOT)
    await ada().dm(reply, { thread_ts: ts })
    return { ts, post: structuredClone(await ada().reply(ts, question)) }
  }
  const answered = async (click: () => Promise<unknown>): Promise<string> => {
    const seen = slack.responses.length
    await click()
    return (await slack.next(() => slack.responses[seen])).text
  }

  it('is proposed in one line, made by "Yes", once, and can be moved back', async () => {
    const { ts, post } = await proposed(TWO, 'the post-mortem is about planning', 'to Planning?')
    expect(JSON.stringify(post.blocks)).toContain('Move “I led the incident response')
    expect(await answered(() => bot.person('UBEN').click(post, 'Yes'))).toContain('already told me')
    expect(await answered(() => ada().click(post, 'Yes'))).toContain('I updated the review')
    const review = await ada().reply(ts, 'Planning: placed by you')
    expect(JSON.stringify(review.blocks)).toContain('Back to ')
    expect(await answered(() => ada().click(post, 'Yes'))).toContain('already told me')
  })

  it('opens the form by "Something else"', async () => {
    const { post } = await proposed(TWO, 'this is about trust', 'to Trust?')
    const seen = slack.views.length
    await ada().click(post, 'Something else')
    expect((await slack.next(() => slack.views[seen])).callback_id).toBe('review-wrong')
  })

  it('is asked for where several things can be wrong', async () => {
    await proposed(TWO, 'wrong', 'What did I get wrong?')
  })

  it('is that the only match is wrong', async () => {
    const { ts, post } = await proposed(SURE, 'wrong', 'Is the match with Mastery wrong?')
    await ada().click(post, 'Yes')
    await ada().reply(ts, 'Mastery: you say this is wrong')
  })
})
