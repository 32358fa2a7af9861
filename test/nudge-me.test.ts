import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { type Json, type LocalSlack, type Message, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, freePort, runBot } from './fakes/run-bot.ts'
import type { SlackPerson } from './fakes/slack-person.ts'

const EVIDENCE =
  'I led the incident review, wrote the summary for support and product, and three teams use my template since.'
const SECOND = 'I planned the migration of the queue in four steps and told each team what changes for it.'

describe.each(storeKinds())('a nudge of one’s own, on %s', (kind) => {
  let slack: LocalSlack
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let bot: Bot
  let ada: SlackPerson
  let time = Temporal.Instant.from('2026-11-16T12:00:00Z')
  const start = async (): Promise<void> => {
    const env = { ...place.env, METRICS_PORT: String(await freePort()) } as Record<string, string>
    bot = await runBot(slack, 'http', env, undefined, { now: () => time, sweepEvery: 20 })
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
  const looks = (): number => bot.log().split('own nudge looked at').length
  /** The clock is set, and it has been looked at: whatever was due is done. */
  const isLookedAt = async (to: string): Promise<void> => {
    const before = looks()
    time = Temporal.Instant.from(to)
    await until(() => looks() > before, `a look at ${to}`)
  }
  /** The same, and a nudge came. */
  const comes = async (to: string): Promise<Message> => {
    const before = nudges().length
    await isLookedAt(to)
    expect(nudges()).toHaveLength(before + 1)
    return nudges()[before]!
  }
  /** Whoever changes a nudge has it looked at. */
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

  it('is set by words, says when it comes and by which clock, and that it needs a goal', async () => {
    expect((await typed('nudge me')).text).toContain('You have no nudge of your own')
    const set = await changing(() => typed('nudge me fridays 16:00'))
    expect(set.text).toContain('Set: I write to you every Friday at 16:00, Europe/London')
    expect(set.text).toContain('Friday, 20 November 2026 at 16:00')
    expect(set.text).toContain('You have set no goal yet')
    await typed('goal L3')
    expect((await typed('nudge me')).text).not.toContain('no goal')
    expect((await typed('nudge me friday and tuesday 9:00')).text).toContain('Nothing was changed')
    expect((await typed('nudge me leave out 2026-W52')).text).toContain('Nothing was changed')
    const kept = JSON.stringify(await typed('data'))
    expect(kept).toContain('A nudge of your own is set')
    expect(kept).toContain('My lines in channels that say who set up or changed a nudge there stay.')
  })

  it('shows on wish what would be asked, without its buttons', async () => {
    const preview = await typed('nudge me preview')
    expect(preview.text).toContain('You have written down least about')
    expect(JSON.stringify(preview.blocks)).not.toContain('nudge-me-stop')
  })

  it('asks in their DM at its time, once, and an answer in its thread is evidence', {
    timeout: 60_000,
  }, async () => {
    // Slack took it and its answer is lost: it is found by its key, and stands alone.
    slack.fail('chat.postMessage', { dropAfterApplying: true })
    const first = await comes('2026-11-20T16:00:00Z')
    expect(first.text).toContain('You have written down least about')
    expect(first.text).toContain('Answer in this thread')
    // She never wrote to the coach, so that nobody knows her DM: then no second one is risked.
    await isLookedAt('2026-11-20T16:01:30Z')
    const { ts } = await ada.dm(EVIDENCE, { thread_ts: first.ts })
    await ada.reply(first.ts, 'People decide promotions')
    const list = await typed('evidence')
    expect(JSON.stringify(list)).toContain('I led the incident review')
    // What comes in that thread from now on is about that piece.
    expect(ts).not.toBe(first.ts)
    await ada.dm('What about trust?', { thread_ts: first.ts })
    await ada.reply(first.ts, 'Trust')
    expect(JSON.stringify(await typed('data'))).toContain('1 piece of evidence')
    expect(nudges()).toHaveLength(1)
  })

  it('is found again in the DM when its answer was lost', { timeout: 60_000 }, async () => {
    await isLookedAt('2026-11-26T20:00:00Z')
    slack.fail('chat.postMessage', { dropAfterApplying: true })
    const second = await comes('2026-11-27T16:00:00Z')
    expect(second.text).toContain('What you wrote down since the last time')
    expect(second.text).toContain('I led the incident review')
    await isLookedAt('2026-11-27T16:02:00Z')
    expect(slack.calls('conversations.history')).not.toEqual([])
    expect(nudges()).toHaveLength(2)
    expect(await bot.metrics()).toContain('ladder_coach_nudges_total{to="person",outcome="sent"} 2')
  })

  it('can be put off, and then comes with the same question at the usual time', {
    timeout: 60_000,
  }, async () => {
    const second = nudges().at(-1)!
    const answer = await changing(() => pressed(second, 'nudge-me-snooze:day'))
    expect(answer.text).toContain('I write again on Saturday, 28 November 2026.')
    const again = await comes('2026-11-28T16:00:00Z')
    const question = (post: Message): string => post.text.split('\n')[1]!
    expect(question(again)).toBe(question(second))
  })

  it('follows who moves, and writes at no other hour of theirs', { timeout: 60_000 }, async () => {
    slack.members[0].tz = 'Asia/Tokyo'
    await isLookedAt('2026-12-03T16:00:00Z')
    // Four in the afternoon in Tokyo.
    const third = await comes('2026-12-04T07:00:00Z')
    expect(third.text).toContain('You have written down least about')
    slack.members[0].tz = 'Europe/London'
    // It is that Friday, four o'clock, once more.
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

  it('asks whether to go on after three without an answer, and stops by itself', {
    timeout: 90_000,
  }, async () => {
    for (const day of ['2026-12-18', '2027-01-08', '2027-01-15']) {
      const { text } = await comes(`${day}T16:00:00Z`)
      expect(text).toContain('Answer in this thread')
    }
    const ask = await comes('2027-01-22T16:00:00Z')
    expect(ask.text).toContain('Shall I go on asking?')
    await isLookedAt('2027-01-29T16:00:00Z')
    expect(nudges()).toHaveLength(9)
    expect((await typed('nudge me')).text).toContain('I have stopped asking')
    expect(JSON.stringify(await typed('data'))).toContain('has stopped')
    // Late, but she says so herself.
    const answer = await changing(() => pressed(ask, 'nudge-me-go-on'))
    expect(answer.text).toContain('Resumed: I write to you every Friday at 16:00')
    await comes('2027-02-05T16:00:00Z')
  })

  it('pauses until a day and stops by buttons', { timeout: 60_000 }, async () => {
    const last = nudges().at(-1)!
    const paused = await changing(() => pressed(last, 'nudge-me-pause', { selected_date: '2027-03-01' }))
    expect(paused.text).toContain(
      'Paused until Monday, 1 March 2027; I write on the first usual day from then.',
    )
    await comes('2027-03-05T16:00:00Z')
    expect((await changing(() => pressed(last, 'nudge-me-stop'))).text).toContain('Stopped.')
    expect((await pressed(last, 'nudge-me-snooze:week')).text).toContain('nothing was changed')
    expect((await changing(() => typed('nudge me fridays 16:00'))).text).toContain('Set: I write to you')
  })

  it('takes what it quoted away with the piece, and all of it with everything', {
    timeout: 60_000,
  }, async () => {
    const quoting = nudges().filter(({ text }) => text.includes('I led the incident review'))
    expect(quoting.length).toBeGreaterThan(0)
    const list = await typed('evidence')
    const rows = list.blocks.filter((block: Json) => JSON.stringify(block).includes('evidence-delete'))
    expect(rows.length).toBe(2)
    await pressed({ blocks: [rows.at(-1)], ephemeral: true }, 'evidence-delete')
    expect(JSON.stringify(nudges())).not.toContain('I led the incident review')
    expect(quoting[0]!.text).toContain('Answer in this thread')

    await pressed(await typed('data'), 'data-delete-all')
    expect(nudges()).toEqual([])
    expect((await typed('nudge me')).text).toContain('You have no nudge of your own')
    expect(JSON.stringify(await typed('data'))).not.toContain('A nudge of your own')
  })

  it('posted in no channel, and nothing that Slack refuses', () => {
    expect(slack.problems).toEqual([])
    expect(slack.messages.filter(({ channel }) => channel !== ada.channel)).toEqual([])
    expect(bot.log()).not.toContain('incident review')
  })
})
