import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { type Json, type LocalSlack, type Message, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, freePort, runBot } from './fakes/run-bot.ts'
import { linesIn, type SlackPerson } from './fakes/slack-person.ts'

const EVIDENCE =
  'I led the incident review, wrote the summary for support and product, and three teams use my template since.'
const SECOND = 'I planned the migration of the queue in four steps and told each team what changes for it.'

const saidIn = ({ blocks }: Pick<Message, 'blocks'>): string => JSON.stringify(blocks)

describe.each(storeKinds())('a personal nudge, on %s', (kind) => {
  let slack: LocalSlack
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let bot: Bot
  let ada: SlackPerson
  let time = Temporal.Instant.from('2026-11-16T12:00:00Z')
  const start = async (): Promise<void> => {
    const env = { ...place.env, METRICS_PORT: String(await freePort()) } as Record<string, string>
    bot = await runBot(slack, 'http', env, undefined, { now: () => time, sweepEvery: 100 })
    ada = bot.person('UADA')
  }
  beforeAll(async () => {
    slack = await startLocalSlack()
    place = await readyDatabase(kind)
    await start()
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
    await place?.remove()
  })

  const inDm = (): Message[] =>
    slack.messages.filter(
      ({ channel, thread_ts, deleted }) => channel === ada.channel && !thread_ts && !deleted,
    )
  const nudges = (): Message[] =>
    inDm().filter(({ metadata }) => metadata?.event_type === 'ladder_coach_nudge_me')
  /** Resolves once it holds; rejects after 15 s. */
  const until = async (holds: () => boolean, what: string): Promise<void> => {
    const from = performance.now()
    while (!holds()) {
      if (performance.now() - from > 15_000) throw new Error(`${what} did not come within 15 s`)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const looks = (): number => bot.log().split('personal nudge checked').length
  /** Sets the clock and looks, so that everything due is done. */
  const isLookedAt = async (to: string): Promise<void> => {
    const before = looks()
    time = Temporal.Instant.from(to)
    await until(() => looks() > before, `a look at ${to}`)
  }
  /** Sets the clock, looks, and waits for a nudge. */
  const comes = async (to: string): Promise<Message> => {
    const before = nudges().length
    await isLookedAt(to)
    expect(nudges()).toHaveLength(before + 1)
    return nudges()[before]!
  }
  /** A change of a nudge queues a look at it. */
  const changing = async <T>(change: () => Promise<T>): Promise<T> => {
    const before = looks()
    const result = await change()
    await until(() => looks() > before, 'a look after a change')
    return result
  }
  const typed = async (text: string): Promise<Json> => {
    const { body } = await ada.command(text)
    return { ...body, ephemeral: true }
  }
  const pressed = async (message: Json, action: string, more: Json = {}): Promise<Json> => {
    const before = slack.responses.length
    const blocks = message.blocks.map((block: Json) =>
      block.type === 'actions'
        ? { ...block, elements: block.elements.map((one: Json) => ({ ...one, ...more })) }
        : block,
    )
    await ada.click({ ...message, blocks }, action)
    return slack.next(() => slack.responses[before], 15_000, `an answer to ${action}`)
  }

  it('is set up by words, says when it comes and in which zone, and that it needs a goal', async () => {
    expect((await typed('nudge me')).text).toContain('You have no personal nudge')
    const set = await changing(() => typed('nudge me fridays 16:00'))
    expect(set.text).toContain('Done. I’ll message you every Friday at 16:00, London time')
    expect(set.text).toContain('Friday, 20 November 2026 at 16:00')
    expect(set.text).toContain('You have no goal yet')
    await typed('goal L3')
    expect((await typed('nudge me')).text).not.toContain('no goal')
    expect((await typed('nudge me friday and tuesday 9:00')).text).toContain('I changed nothing')
    expect((await typed('nudge me leave out 2026-W52')).text).toContain('I changed nothing')
    const kept = JSON.stringify(await typed('data'))
    expect(kept).toContain('You have a weekly nudge')
    expect(kept).toContain('My notes in channels about who changed a nudge stay.')
  })

  it('shows on request what would be asked, without its buttons', async () => {
    const preview = await typed('nudge me preview')
    expect(JSON.stringify(preview.blocks)).toContain(' asks: ')
    // She has written nothing, so nothing has the least.
    expect(JSON.stringify(preview.blocks)).not.toContain('the least evidence')
    expect(JSON.stringify(preview.blocks)).not.toContain('nudge-me-stop')
  })

  it('asks once in their DM at its time, and an answer in its thread is evidence', {
    timeout: 60_000,
  }, async () => {
    // Slack accepted it, but its answer is lost. It is found by its key, and there is only one.
    slack.fail('chat.postMessage', { dropAfterApplying: true })
    const first = await comes('2026-11-20T16:00:00Z')
    expect(saidIn(first)).not.toContain('the least evidence')
    expect(saidIn(first)).toContain('Reply in this thread')
    // She never wrote to the coach, so her DM is not known. Then a second message is not risked.
    await isLookedAt('2026-11-20T16:01:30Z')
    const { ts } = await ada.dm(EVIDENCE, { thread_ts: first.ts })
    await ada.reply(first.ts, 'People decide promotions')
    const list = await typed('evidence')
    expect(JSON.stringify(list)).toContain('I led the incident review')
    // Anything in that thread is about that piece from now on.
    expect(ts).not.toBe(first.ts)
    await ada.dm('What about trust?', { thread_ts: first.ts })
    await ada.reply(first.ts, 'Trust')
    expect(JSON.stringify(await typed('data'))).toContain('1 entry')
    expect(nudges()).toHaveLength(1)
  })

  it('is found again in the DM if Slack’s answer was lost', { timeout: 60_000 }, async () => {
    await isLookedAt('2026-11-26T20:00:00Z')
    slack.fail('chat.postMessage', { dropAfterApplying: true })
    const second = await comes('2026-11-27T16:00:00Z')
    expect(saidIn(second)).toContain('Since my last question, you saved')
    expect(saidIn(second)).toContain('I led the incident review')
    await isLookedAt('2026-11-27T16:02:00Z')
    expect(second.text).not.toContain('I led')
    expect(slack.calls('conversations.history')).not.toEqual([])
    expect(nudges()).toHaveLength(2)
    expect(await bot.metrics()).toContain('ladder_coach_nudges_total{to="person",outcome="sent"} 2')
  })

  it('can be put off, and then comes with the same question at the usual time', {
    timeout: 60_000,
  }, async () => {
    const second = nudges().at(-1)!
    const answer = await changing(() => pressed(second, 'nudge-me-snooze:day'))
    expect(answer.text).toContain('I’ll ask again on Saturday, 28 November 2026.')
    const again = await comes('2026-11-28T16:00:00Z')
    expect(again.text).toMatch(/^Your question about .*\?$/)
    expect(again.text).toBe(second.text)
  })

  it('follows a person who moves, and keeps its local time', { timeout: 60_000 }, async () => {
    slack.members[0].tz = 'Asia/Tokyo'
    await isLookedAt('2026-12-03T16:00:00Z')
    // Four in the afternoon in Tokyo.
    const third = await comes('2026-12-04T07:00:00Z')
    expect(saidIn(third)).toContain(' asks: ')
    slack.members[0].tz = 'Europe/London'
    // It is four o'clock on that Friday once more.
    await isLookedAt('2026-12-10T08:00:00Z')
    expect(nudges()).toHaveLength(4)
  })

  it('goes on after a restart, once', { timeout: 60_000 }, async () => {
    await bot.stop()
    time = Temporal.Instant.from('2026-12-11T17:00:00Z')
    await start()
    await until(() => looks() > 1, 'a look after the restart')
    expect(nudges()).toHaveLength(5)
    await ada.dm(SECOND)
    expect((await typed('nudge me')).text).toContain('Friday, 18 December 2026 at 16:00')
  })

  it('asks whether to go on after three questions without an answer, and stops by itself', {
    timeout: 90_000,
  }, async () => {
    for (const day of ['2026-12-18', '2027-01-08', '2027-01-15']) {
      expect(saidIn(await comes(`${day}T16:00:00Z`))).toContain('Reply in this thread')
    }
    const ask = await comes('2027-01-22T16:00:00Z')
    expect(ask.text).toContain('Should I keep asking?')
    await isLookedAt('2027-01-29T16:00:00Z')
    expect(nudges()).toHaveLength(9)
    expect((await typed('nudge me')).text).toContain('I stopped asking')
    expect(JSON.stringify(await typed('data'))).toContain('has stopped')
    // It is late, but she chose that time.
    const answer = await changing(() => pressed(ask, 'nudge-me-go-on'))
    expect(answer.text).toContain('Resumed. I’ll message you every Friday at 16:00')
    await comes('2027-02-05T16:00:00Z')
  })

  it('pauses until a day and stops by buttons', { timeout: 60_000 }, async () => {
    const last = nudges().at(-1)!
    const paused = await changing(() => pressed(last, 'nudge-me-pause', { selected_date: '2027-03-01' }))
    expect(paused.text).toContain(
      'Paused. I’ll message you on your usual day again from Monday, 1 March 2027.',
    )
    await comes('2027-03-05T16:00:00Z')
    expect((await changing(() => pressed(last, 'nudge-me-stop'))).text).toContain('Stopped.')
    expect((await pressed(last, 'nudge-me-snooze:week')).text).toContain('so I changed nothing')
    expect((await changing(() => typed('nudge me fridays 16:00'))).text).toContain('Done. I’ll message you')
  })

  it('removes its quotes with their piece, and its messages with everything', {
    timeout: 60_000,
  }, async () => {
    const quoting = nudges().filter((post) => saidIn(post).includes('I led the incident review'))
    expect(quoting.length).toBeGreaterThan(0)
    const list = await typed('evidence')
    expect(linesIn(list)).toHaveLength(2)
    const seen = slack.responses.length
    await ada.pick({ ...list, ephemeral: true }, 'Delete…', linesIn(list).at(-1))
    const asked = await slack.next(() => slack.responses[seen])
    await pressed({ ...asked, ephemeral: true }, 'evidence-delete')
    expect(JSON.stringify(nudges())).not.toContain('I led the incident review')
    expect(saidIn(quoting[0]!)).toContain('Reply in this thread')

    await pressed(await typed('data'), 'data-delete-all')
    await slack.next(() => slack.responses.find(({ text }) => text.startsWith('I deleted everything')))
    expect(nudges()).toEqual([])
    expect((await typed('nudge me')).text).toContain('You have no personal nudge')
    expect(JSON.stringify(await typed('data'))).not.toMatch(/weekly nudge/)
  })

  it('posted nothing in a channel, and nothing that Slack would refuse', () => {
    expect(slack.problems).toEqual([])
    expect(slack.messages.filter(({ channel }) => channel !== ada.channel)).toEqual([])
    expect(bot.log()).not.toContain('incident review')
  })
})
