import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ladder } from '../../src/domain/ladder/ladder.ts'
import type { NudgeChange } from '../../src/domain/nudge/change-nudge.ts'
import { upcoming } from '../../src/domain/nudge/decide-nudge.ts'
import type { Channel } from '../../src/domain/nudge/nudge.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { nudgeOf } from '../domain/nudge-fixture.ts'
import { readyDatabase } from '../fakes/databases.ts'
import { type NudgeWorld, openNudgeWorld } from '../fakes/nudge-world.ts'
import type { SlackFault } from '../fakes/slack-scheduler.ts'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
/** Fridays at noon. The nudges of these tests are due on Mondays at ten. */
const START = Date.UTC(2026, 10, 20, 12)
const schedule = { ...nudgeOf().schedule, zone: 'UTC' }
const setUp: NudgeChange = { kind: 'set-up', ladder: 'sre', schedule, yearEnd: true }

describe('sending a nudge', () => {
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let world: NudgeWorld
  beforeAll(async () => {
    place = await readyDatabase('PGlite')
    world = await openNudgeWorld({
      env: place.env,
      processes: 1,
      start: START,
      random: () => 0.5,
      chances: { kill: 0, slack: 0, database: 0 },
    })
  })
  afterAll(async () => {
    await world?.close()
    await place?.remove()
  })

  let count = 0
  const change = (channel: Channel, what: NudgeChange) =>
    world.store.changeNudge(channel, what, 'UADA', Temporal.Instant.fromEpochMilliseconds(world.time()))
  /** A new channel with a nudge, set up on the first Friday noon from now, and when it is due next. */
  const channelWith = async (what: NudgeChange = setUp) => {
    count += 1
    const channel = { team: 'T1', channel: `C${count}` }
    await world.moveTo(START + Math.ceil((world.time() + 1 - START) / WEEK) * WEEK)
    await change(channel, what)
    await world.run()
    return { channel, due: world.time() + 70 * HOUR }
  }
  const postsOf = ({ channel }: Channel) =>
    world.slack.posts.filter((post) => post.channel === channel).map((post) => post.at * 1000)
  const waitingOf = ({ channel }: Channel) =>
    [...world.slack.waiting.values()].filter((one) => one.channel === channel).map((one) => one.at * 1000)
  const statesOf = async (channel: Channel) => (await world.store.weeks(channel, 9)).map(({ state }) => state)
  const toldOf = ({ channel }: Channel) =>
    world.slack.told.map(({ text }) => text).filter((text) => text.endsWith(` ${channel}`))
  /** Makes the next calls of a method fail like this. */
  const failNext = (method: string, ...faults: SlackFault[]) =>
    world.slack.failing((called) => (called === method ? (faults.shift() ?? null) : null))
  const runAt = async (...times: number[]) => {
    for (const time of times) {
      await world.moveTo(time)
      await world.run()
    }
  }

  it('hands it to Slack half a day ahead, and Slack posts it on time with no process running', async () => {
    const { channel, due } = await channelWith()
    await runAt(due - 12 * HOUR - 1)
    expect(waitingOf(channel)).toEqual([])
    expect(world.outcomes).toEqual([])
    await runAt(due - 12 * HOUR)
    expect(waitingOf(channel)).toEqual([due])
    expect(world.outcomes).toEqual(['channel sent'])
    await world.moveTo(due + HOUR)
    expect(postsOf(channel)).toEqual([due])
  })

  it.each<[string, SlackFault, number]>([
    ['refused for now', '429', 2],
    ['lost before Slack took it', 'lost before', 2],
    ['lost after Slack took it', 'lost after', 1],
    ['an error before Slack took it', '500 before', 2],
    ['an error after Slack took it', '500 after', 1],
  ])('posts once if the call is %s', async (_, fault, calls) => {
    const { channel, due } = await channelWith()
    const before = world.slack.calls.get('chat.scheduleMessage') ?? 0
    failNext('chat.scheduleMessage', fault)
    const from = due - 12 * HOUR
    await runAt(from, from + 30_000, from + 61_000, from + 130_000)
    // Other channels of these tests hand over their posts at the same time.
    expect(waitingOf(channel)).toEqual([due])
    expect((world.slack.calls.get('chat.scheduleMessage') ?? 0) - before).toBeGreaterThanOrEqual(calls)
    await runAt(due + HOUR)
    expect(postsOf(channel)).toEqual([due])
    expect(toldOf(channel)).toEqual([])
  })

  it('stays silent, and says so, if it is too late to know whether Slack accepted it', async () => {
    const { channel, due } = await channelWith()
    failNext('chat.scheduleMessage', ...Array<SlackFault>(count + 1).fill('lost before'))
    await runAt(due - 5 * 60_000)
    world.slack.failing(() => null)
    await runAt(due + HOUR, due + 2 * HOUR)
    expect(postsOf(channel)).toEqual([])
    expect(await statesOf(channel)).toEqual(['unknown'])
    expect(world.outcomes).toContain('channel unknown')
    expect(toldOf(channel)).toEqual([`unknown ${channel.channel}`])
  })

  it('posts late on its own day, and after that only says once that it was missed', async () => {
    const late = await channelWith()
    await runAt(late.due + 3 * HOUR, late.due + 4 * HOUR)
    expect(postsOf(late.channel)).toEqual([late.due + 3 * HOUR + 3 * 60_000])
    expect(world.outcomes).toContain('channel late')
    expect(world.outcomes).not.toContain('channel missed')
    const missed = await channelWith()
    await runAt(missed.due + 15 * HOUR, missed.due + 16 * HOUR)
    expect(postsOf(missed.channel)).toEqual([])
    expect(await statesOf(missed.channel)).toEqual(['missed'])
    expect(world.outcomes).toContain('channel missed')
    expect(toldOf(missed.channel)).toEqual([`missed ${missed.channel.channel}`])
  })

  it('sends one and not four after a month without a process', async () => {
    const { channel, due } = await channelWith()
    await runAt(due + 4 * WEEK + HOUR, due + 4 * WEEK + 2 * HOUR)
    expect(postsOf(channel)).toEqual([due + 4 * WEEK + HOUR + 3 * 60_000])
    expect(toldOf(channel)).toEqual([])
  })

  it.each<[string, (week: string) => NudgeChange, (due: number) => number[]]>([
    ['is skipped', (week) => ({ kind: 'skip', week }), () => []],
    ['is paused', () => ({ kind: 'pause', until: null }), () => []],
    ['is stopped', () => ({ kind: 'stop' }), () => []],
    [
      'is changed, and hands it over anew',
      () => ({ ...setUp, schedule: { ...schedule, time: Temporal.PlainTime.from('15:00') } }) as NudgeChange,
      (due) => [due + 5 * HOUR],
    ],
  ])('withdraws what waits when it %s', async (_, what, expected) => {
    const { channel, due } = await channelWith()
    await runAt(due - 6 * HOUR)
    expect(waitingOf(channel)).toEqual([due])
    const [held] = await world.store.weeks(channel, 1)
    await change(channel, what(held!.week))
    await world.run()
    expect(waitingOf(channel)).toEqual(expected(due))
    await runAt(due + 8 * HOUR)
    expect(postsOf(channel)).toEqual(expected(due))
  })

  it('does not post twice if it is changed in the last minute', async () => {
    const { channel, due } = await channelWith()
    await runAt(due - 6 * HOUR, due - 30_000)
    await change(channel, { ...setUp, schedule: { ...schedule, weekday: 5 } } as NudgeChange)
    await world.run()
    await runAt(due + 1_000, due + 12 * HOUR, due + 4 * 24 * HOUR, due + 5 * 24 * HOUR)
    expect(postsOf(channel)).toEqual([due])
    const nudge = await world.store.nudge(channel)
    const now = Temporal.Instant.fromEpochMilliseconds(due + 1_000)
    const [next] = upcoming(nudge!, await world.store.weeks(channel, 5), now, 1)
    expect(next?.at.epochMilliseconds).toBe(due + WEEK + 4 * 24 * HOUR)
  })

  it('withdraws a post right away if it was stopped while Slack was accepting it', async () => {
    const { channel, due } = await channelWith()
    await world.moveTo(due - 5 * 60_000)
    let stopping: Promise<unknown> = Promise.resolve()
    world.slack.failing((called) => {
      if (called === 'chat.scheduleMessage') stopping = change(channel, { kind: 'stop' })
      return null
    })
    await world.run()
    await stopping
    world.slack.failing(() => null)
    expect(waitingOf(channel)).toEqual([])
    await runAt(due + HOUR)
    expect(postsOf(channel)).toEqual([])
  })

  it.each<[string, SlackFault, number]>([
    ['withdrew', 'lost after', 0],
    ['did not withdraw', 'lost before', 1],
  ])(
    'says that it cannot know of a post that Slack %s without an answer before it was due',
    async (_, fault, posts) => {
      const { channel, due } = await channelWith()
      await runAt(due - HOUR)
      await change(channel, { kind: 'pause', until: null })
      failNext('chat.deleteScheduledMessage', fault)
      await world.run()
      // Nothing runs until the time of the post is over.
      await runAt(due + HOUR)
      expect(postsOf(channel)).toHaveLength(posts)
      expect(await statesOf(channel)).toEqual(['unknown'])
      expect(toldOf(channel)).toEqual([`unknown ${channel.channel}`])
    },
  )

  it('withdraws a post by another try if the answer to the first was lost', async () => {
    const { channel, due } = await channelWith()
    await runAt(due - HOUR)
    await change(channel, { kind: 'pause', until: null })
    failNext('chat.deleteScheduledMessage', 'lost before')
    await world.run()
    await runAt(due - HOUR + 120_000, due + HOUR)
    expect(postsOf(channel)).toEqual([])
    expect(toldOf(channel)).toEqual([])
  })

  it('hands a post over again if its sentences were edited, and leaves it alone if others were', async () => {
    const { channel, due } = await channelWith()
    await runAt(due - 6 * HOUR)
    const said = () => [...world.slack.waiting.values()].find((one) => one.channel === channel.channel)
    const first = said()
    world.editLadder({ ...smallLadder, version: 'b'.repeat(40), about: 'New words about it.' })
    await runAt(due - 5 * HOUR)
    expect(said()?.id).toBe(first?.id)
    const rows = Object.fromEntries(
      Object.entries(smallLadder.rows).map(([level, row]) => [
        level,
        Object.fromEntries(
          Object.entries(row).map(([id, all]) => [
            id,
            all.map((one) => ({ ...one, text: `${one.text} And more.` })),
          ]),
        ),
      ]),
    )
    world.editLadder({ ...smallLadder, version: 'c'.repeat(40), rows })
    await runAt(due - 4 * HOUR)
    expect(said()?.id).not.toBe(first?.id)
    expect(JSON.stringify(said()?.blocks)).toContain('And more.')
    await runAt(due + HOUR)
    expect(postsOf(channel)).toEqual([due])
    world.editLadder(smallLadder)
  })

  it('asks another question if the one that waits was for a sentence that was edited', async () => {
    const BOUND = 'Which alert did you make quieter?'
    const said = ({ channel }: Channel) =>
      JSON.stringify([...world.slack.waiting.values()].find((one) => one.channel === channel)?.blocks)
    // Each channel has its own order, so one of a few asks this first.
    for (let tries = 0; tries < 30; tries += 1) {
      const { channel, due } = await channelWith()
      await runAt(due - 6 * HOUR)
      if (!said(channel).includes(BOUND)) {
        await change(channel, { kind: 'stop' })
        continue
      }
      expect(said(channel)).toContain('Participates in on call shifts.')
      const edited = JSON.stringify(smallLadder).replace('Participates in on call', 'Is trusted with on call')
      world.editLadder({ ...(JSON.parse(edited) as Ladder), version: 'd'.repeat(40) })
      await runAt(due - 5 * HOUR)
      // The same competency, with what can be asked about it now.
      expect(said(channel)).toContain('sre/mastery')
      expect(said(channel)).not.toContain(BOUND)
      world.editLadder(smallLadder)
      return
    }
    expect.fail('no channel was asked a question that is for sentences')
  })

  it('pauses itself if Slack refuses, tells the person who set it up once, and goes on when resumed', async () => {
    const { channel, due } = await channelWith()
    world.slack.broken.set(channel.channel, 'not_in_channel')
    await runAt(due - 6 * HOUR, due - 5 * HOUR, due + WEEK - HOUR)
    expect((await world.store.nudge(channel))?.trouble).toBe('not-in-channel')
    expect(toldOf(channel)).toEqual([`trouble ${channel.channel}`])
    world.slack.broken.delete(channel.channel)
    await change(channel, { kind: 'resume' })
    await world.run()
    await runAt(due + 2 * WEEK)
    expect(postsOf(channel)).toEqual([due + WEEK])
  })

  it('has had no unexpected problem in all of this', () => {
    expect(world.problems).toEqual([])
  })
})
