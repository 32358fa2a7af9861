import { describe, expect, it } from 'vitest'
import { WEEKDAYS } from '../src/domain/dates/weekdays.ts'
import type { Json, LocalSlack, Message } from './fakes/local-slack.ts'
import { faithful, type ModelRequest } from './fakes/model-server.ts'
import { withOneBot, withOneBotAndModel } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const LONDON = 'Europe/London'

/** A day in the middle of a quarter: near its end, a nudge looks back on it and asks about no competency. */
const NOON = Temporal.Instant.from('2026-11-18T12:00:00Z')

/** What to type for a nudge that is due in this many minutes in London. */
const dueIn = (minutes: number): string => {
  const at = NOON.toZonedDateTimeISO(LONDON).add({ minutes })
  return `${WEEKDAYS[at.dayOfWeek - 1]} ${at.toPlainTime().toString({ smallestUnit: 'minute' })} London`
}

const saidIn = (message: Pick<Json, 'blocks'>): string => JSON.stringify(message.blocks)

/** The lines of a message before anything is opened, without the small print and the buttons. */
const linesOf = ({ blocks }: Pick<Message, 'blocks'>): string[] =>
  blocks
    .filter(({ type }) => type === 'rich_text')
    .flatMap(({ elements }) => elements as Json[])
    .map(({ elements }) => elements.map(({ text }: Json) => text).join(''))
    .flatMap((text) => text.split('\n'))

/** The post of a channel's nudge a few seconds after its time, as Slack would show it. */
const postIn = async (slack: LocalSlack, bot: Bot, channel: string, often = ''): Promise<Json> => {
  await bot.person('USAM').command(`nudge ${often} ${dueIn(120)}`, { channel_id: channel })
  await bot.person('USAM').command('nudge include year end', { channel_id: channel })
  const waiting = await slack.next(() => slack.scheduled.find((one) => one.channel === channel && !one.taken))
  return { ...waiting, channel, ts: `${waiting.post_at + 3}.000100` }
}

/** The question of a post, the name of its competency, and its id. */
const askedIn = (post: Json): { question: string; name: string; competency: string } => {
  const [said, row] = [post.blocks[0], post.blocks.at(-1)]
  return {
    question: said.elements.at(-1).elements[0].text,
    name: said.elements[0].elements.at(-1).text.split(' — ')[0],
    competency: row.elements[0].value.split('/')[1],
  }
}

/** Answers a post by its form as `user`, and returns the form, and the clicks that it took. */
const answerByForm = async (slack: LocalSlack, bot: Bot, user: string, post: Json, words: string) => {
  const person = bot.person(user)
  const seen = slack.views.length
  await person.click(post as Message, 'nudge-log')
  const form = await slack.next(() => slack.views[seen])
  const choice = form.blocks.find(({ block_id: id }: Json) => id === 'about').element.initial_option
  const { body } = await person.submit(form, {
    about: { choice: { selected_option: choice } },
    what: { text: { value: words } },
  })
  return { form, body }
}

/** The messages in a person's DM that they see without opening a thread. */
const inDm = (slack: LocalSlack, channel: string): Message[] =>
  slack.messages.filter(
    (one) => one.channel === channel && !one.deleted && (!one.thread_ts || one.reply_broadcast),
  )

describe('an answer to a nudge', () => {
  let slack: LocalSlack
  let bot: Bot
  let time = NOON
  let post: Json
  withOneBot(
    (at) => {
      slack = at.slack
      bot = at.bot
    },
    { now: () => time, sweepEvery: 100 },
  )
  const reviewOf = (user: string, words: string): Promise<Message> =>
    slack.next(() =>
      inDm(slack, bot.person(user).channel).find(
        (one) => saidIn(one).includes(FOOT) && saidIn(one).includes(words),
      ),
    )

  it('takes three clicks to a review of two lines, and the question stays with it', async () => {
    post = await postIn(slack, bot, 'C0001')
    const { question, name } = askedIn(post)
    const words = 'Restores took nine hours before I rewrote them.'
    // One click on "Save evidence", one on "Save".
    const { form, body } = await answerByForm(slack, bot, 'UADA', post, words)
    expect(form.blocks[0].elements[0].elements[0].text).toBe(question)
    expect(form.title.text).toBe('Answer the nudge')
    expect(form.blocks[1].block_id).toBe('what')
    expect(form.blocks[1].element.focus_on_load).toBe(true)
    // Nothing else has to be filled in.
    const [, , ...more] = form.blocks
    expect(more.every(({ optional }: Json) => optional)).toBe(true)
    // The third is on the link to the DM, where the review is in view.
    expect(JSON.stringify(body.view.blocks)).toContain('<slack://app?team=T1&id=A1&tab=messages|')
    const review = await reviewOf('UADA', words)
    expect(linesOf(review)).toEqual([
      `Saved under ${name}.`,
      expect.stringMatching(/^To make it stronger: [a-z][^?]+\?$/),
    ])
    const stored = await bot.person('UADA').stored()
    expect(stored).toContain(`You were asked: ${question}`)
  })

  it('is reviewed before anybody asks somebody without a goal for a level, and asks once', async () => {
    const { name } = askedIn(post)
    const sam = bot.person('USAM')
    const words = 'I moved the alerts of the storage team to one page.'
    await answerByForm(slack, bot, 'USAM', post, words)
    const review = await reviewOf('USAM', words)
    expect(linesOf(review)[0]).toBe(`Saved under ${name}.`)
    // Against the upper level of the post, which is in its second sentence.
    const upper = /\((L\d)\): $/.exec(post.blocks[0].elements[1].elements.at(-1).elements[0].text)?.[1]
    expect(saidIn(review)).toContain(`to ${upper}, version`)
    const ask = await slack.next(() =>
      inDm(slack, sam.channel).find((one) => one.text.startsWith('Which level')),
    )
    expect(slack.messages.indexOf(ask)).toBeGreaterThan(slack.messages.indexOf(review))
    // The fourth click, without opening a thread. It is the only question for a level.
    const seen = slack.responses.length
    await sam.click(ask, 'goal-choose:L2')
    const set = await slack.next(() => slack.responses[seen])
    expect(set.text).toContain('Your goal is now')
    expect(saidIn(set)).not.toContain('choose your level')
    await slack.next(() =>
      inDm(slack, sam.channel).find((one) => one.ts === review.ts && saidIn(one).includes('to L2, version')),
    )
    expect(slack.messages.filter(({ text }) => text.startsWith('Which level'))).toHaveLength(1)
  })

  it.each([
    ['C0011', 'every two weeks', 'in the last two weeks'],
    ['C0012', 'third', 'in the last month'],
  ])(
    'is asked in %s about as long a time as there is between two nudges: %s',
    async (channel, often, time) => {
      const rare = await postIn(slack, bot, channel, often)
      expect(linesOf(rare as Message)[0]).toBe(`One minute: what did you do ${time}?`)
      const { question } = askedIn(rare)
      expect(question).toContain(time)
      expect(rare.text).toContain(question)
      expect(saidIn(rare)).not.toContain('this week')
      const { form } = await answerByForm(
        slack,
        bot,
        'UADA',
        rare,
        'I cut the deploy time of the shop in half.',
      )
      expect(form.blocks[0].elements[0].elements[0].text).toBe(question)
    },
  )

  it('is offered to be saved to the person alone where they tell it in the thread of the post', async () => {
    const ada = bot.person('UADA')
    const at = { channel: 'C0001', thread_ts: post.ts }
    const before = slack.messages.length
    await ada.mention('I fixed the disk alert this week', at)
    const offer = await slack.next(() => slack.ephemerals.at(-1))
    expect(offer).toMatchObject({ channel: 'C0001', user: 'UADA', thread_ts: post.ts })
    expect(offer.text).toBe(`Should I save this as evidence for ${askedIn(post).name}?`)
    expect(slack.messages).toHaveLength(before)
    expect(await ada.stored()).not.toContain('disk alert')
    await ada.click({ ...offer, channel: 'C0001', ephemeral: true } as never, 'nudge-save')
    const saved = await slack.next(() => slack.responses.find(({ text }) => text?.startsWith('Saved as')))
    expect(saidIn(saved)).toContain('slack://app?team=T1&id=A1&tab=messages')
    const review = await reviewOf('UADA', 'I fixed the disk alert this week')
    expect(linesOf(review)[0]).toBe(`Saved under ${askedIn(post).name}.`)
    // A question there is answered, and nothing is offered.
    await ada.mention('what does L3 say about trust?', at)
    await slack.next(() =>
      slack.messages.find((one) => one.thread_ts === post.ts && one.text.includes('Trust')),
    )
    expect(slack.ephemerals.at(-1)).toBe(offer)
    // A deed with a word of the ladder in it is no question about that word.
    await ada.mention('I rewrote the planning page so that it is better to use', at)
    expect((await slack.next(() => slack.ephemerals.at(-1) !== offer && slack.ephemerals.at(-1))).text).toBe(
      offer.text,
    )
    // So is one with a question in it, and what is said in the first person about what comes next.
    for (const said of ['Which one? I picked the boring queue.', 'We will drop the old index next week']) {
      const seen = slack.ephemerals.length
      await ada.mention(said, at)
      expect((await slack.next(() => slack.ephemerals[seen])).text).toBe(offer.text)
    }
    // Talk is neither looked up nor offered to be saved: it gets the question, and where to write.
    for (const said of ['nothing this week', 'haha thanks', 'I have no idea what to write']) {
      const seen = slack.ephemerals.length
      await ada.mention(said, at)
      const talk = await slack.next(() => slack.ephemerals[seen])
      expect(talk.text).toContain(`The question is: ${askedIn(post).question}`)
      expect(saidIn(talk)).toContain('slack://app?team=T1&id=A1&tab=messages')
      expect(saidIn(talk)).not.toContain('nudge-save')
    }
    // A question with words around the competency and the level is about these.
    for (const said of [
      'what would count for L3 planning?',
      'what counts as planning at L3?',
      'what does it take for L3 in planning?',
      'how do I show planning at L3?',
      'would that be enough for L3 planning?',
    ]) {
      const seen = slack.messages.length
      await ada.mention(said, at)
      const answer = await slack.next(() => slack.messages[seen])
      expect(answer.text).toContain('Planning')
      expect(answer.text).toContain('L3')
      expect(answer.text).not.toMatch(/No exact match|count planning/)
    }
    // Elsewhere too: only the thread of a nudge asks something.
    await ada.mention('I fixed the disk alert this week', {
      channel: 'C0001',
      thread_ts: '1700000000.000100',
    })
    await slack.next(() => slack.ephemerals.at(-1)?.thread_ts === '1700000000.000100')
    expect(saidIn(slack.ephemerals.at(-1)!)).not.toContain('nudge-save')
  })

  it('in the thread of a personal nudge is saved under what was asked, and counts there', async () => {
    const ada = bot.person('UADA')
    await ada.command(`nudge me ${dueIn(3)}`)
    time = NOON.add({ minutes: 4 })
    const nudge = await slack.next(() =>
      slack.messages.find(({ metadata }) => metadata?.event_type === 'ladder_coach_nudge_me'),
    )
    const [, name = '', question = ''] = /^Your question about (.+?): (.+)$/.exec(nudge.text) ?? []
    expect(saidIn(await ada.command(`evidence ${name}`).then(({ body }) => body))).not.toContain('db2')
    await ada.dm('Planned the failover of db2 for Tuesday alone.', { thread_ts: nudge.ts })
    const review = await ada.reply(nudge.ts, FOOT)
    expect(linesOf(review)[0]).toBe(`Saved under ${name}.`)
    expect(saidIn(review)).toContain(question)
    expect(saidIn(review)).not.toContain('You choose')
    expect(saidIn((await ada.command(`evidence ${name}`)).body)).toContain('db2')
    expect(await ada.stored()).toContain(`You were asked: ${question}`)
  })
})

describe('a model that reads an answer to a nudge', () => {
  let slack: LocalSlack
  let bot: Bot
  const requests: ModelRequest[] = []
  withOneBotAndModel(
    'model',
    (request) => {
      requests.push(request)
      return faithful(request)
    },
    (at) => {
      slack = at.slack
      bot = at.bot
    },
    { now: () => NOON },
  )

  it('is told the question, and gives no verdict to somebody without a goal', async () => {
    const post = await postIn(slack, bot, 'C0002')
    const { question, name, competency } = askedIn(post)
    for (const user of ['UADA', 'USAM']) {
      const person = bot.person(user)
      await answerByForm(slack, bot, user, post, 'I moved the alerts of the storage team to one page.')
      const review = await slack.next(() =>
        inDm(slack, person.channel).find((one) => saidIn(one).includes(FOOT)),
      )
      expect(requests.at(-1)?.input).toContain(JSON.stringify({ competency, question }))
      expect(linesOf(review)[0]).toMatch(/^Saved under /)
      expect(saidIn(review)).toContain(name)
      expect(/\d (?:partly )?shown|not enough for a packet/i.test(saidIn(review))).toBe(user === 'UADA')
    }
  })
})
