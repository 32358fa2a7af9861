import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NudgeChange } from '../src/domain/nudge/change-nudge.ts'
import { smallLadder } from './domain/ladder-fixture.ts'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { type Deed, expectedOf, sequence, writeScript } from './fakes/nudge-script.ts'
import { type NudgeWorld, openNudgeWorld, QUESTIONS } from './fakes/nudge-world.ts'
import { ALL_ROUNDS } from './fakes/rounds.ts'
import { strayIn } from './nudge-scan.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY
const FROM = Date.UTC(2027, 0, 4)
const TO = Date.UTC(2028, 0, 3)

/** When no process runs, or no database answers, which is the same: a night, an hour, and a day and a half. */
const OUTAGES = [
  { from: Date.UTC(2027, 1, 9, 20), to: Date.UTC(2027, 1, 10, 6) },
  { from: Date.UTC(2027, 5, 2, 9), to: Date.UTC(2027, 5, 2, 10) },
  { from: Date.UTC(2027, 8, 14, 3), to: Date.UTC(2027, 8, 15, 15) },
]
/** When a process's clock is wrong, and by how much. */
const JUMPS = [
  { from: Date.UTC(2027, 3, 5), to: Date.UTC(2027, 3, 7), process: 0, by: 5 * HOUR },
  { from: Date.UTC(2027, 6, 5), to: Date.UTC(2027, 6, 8), process: 1, by: -3 * HOUR },
  { from: Date.UTC(2027, 10, 1), to: Date.UTC(2027, 10, 2), process: 2, by: 30 * DAY },
]
/** When the owner of the ladder edits a sentence. */
const EDITS = [Date.UTC(2027, 2, 17, 11), Date.UTC(2027, 7, 25, 8)]

const editedLadder = (nth: number) => ({
  ...smallLadder,
  version: String(nth).repeat(40),
  rows: Object.fromEntries(
    Object.entries(smallLadder.rows).map(([level, rows]) => [
      level,
      Object.fromEntries(
        Object.entries(rows).map(([id, row]) => [
          id,
          row.map((one) => ({ ...one, text: `${one.text.slice(0, -1)} (${nth}).` })),
        ]),
      ),
    ]),
  ),
})

/** True if nothing goes wrong around a time except single calls and processes. */
const isCalm = (at: number): boolean =>
  ![...OUTAGES, ...JUMPS].some(({ from, to }) => at > from - 2 * DAY && at < to + 2 * DAY)

const runYear = async (world: NudgeWorld, deeds: readonly Deed[], random: () => number): Promise<void> => {
  const left = [...deeds]
  const edits = [...EDITS]
  /** Until when failures are tried again right away, because somebody changed something minutes before a post. */
  let hurry = 0
  let sweepAt = world.time()
  while (world.time() < TO) {
    const outage = OUTAGES.find(({ from, to }) => world.time() >= from && world.time() < to)
    // In reality a sweep comes every half a minute. Here it comes every few hours at times, so that it finds enough
    // work for several workers to get in each other's way. Failures are tried again within minutes.
    const retry = world.time() < hurry ? 60_000 : 12 * 60_000
    const sweep = Math.min(Math.max(await world.nextTry(), world.time() + retry), sweepAt)
    const next = outage
      ? outage.to
      : Math.min(
          left[0]?.at ?? TO,
          edits[0] ?? TO,
          ...OUTAGES.map(({ from }) => from).filter((from) => from > world.time()),
          Math.ceil(sweep / 1000) * 1000,
          TO,
        )
    await world.moveTo(next)
    if (OUTAGES.some(({ from, to }) => next >= from && next < to)) continue
    while (left[0] && left[0].at <= next) {
      const { channel, deed, when } = left.shift()!
      const change = () => world.change(channel, deed as NudgeChange)
      if (when !== 'far') hurry = next + 30 * 60_000
      if (deed.kind === 'break')
        world.slack.broken.set(channel, random() < 0.5 ? 'is_archived' : 'not_in_channel')
      else if (deed.kind === 'mend') world.slack.broken.delete(channel)
      else if (when === 'inside') world.meanwhile.set(channel, change)
      else await change()
    }
    const isEdited = edits[0] !== undefined && edits[0] <= next
    if (isEdited) {
      edits.shift()
      world.editLadder(editedLadder(EDITS.length - edits.length))
    }
    const offsets = JUMPS.filter(({ from, to }) => next >= from && next < to)
    // A change queues its own look.
    const sweeps = isEdited || next >= sweep
    if (sweeps) {
      // At least two hours before each post, so ten tries would have to fail for it to be late. While a clock is wrong
      // by hours, correct ones repair its work sweep by sweep, so sweeps are as frequent as in reality then.
      const isWrong = JUMPS.some(({ from, to, by }) => by < 12 * HOUR && next > from - DAY && next < to)
      sweepAt = next + (isWrong ? 0.5 : 6 + random() * 4) * HOUR
    }
    await world.run(
      [0, 1, 2].map((nth) => offsets.find(({ process }) => process === nth)?.by ?? 0),
      sweeps,
    )
  }
}

describe.each(storeKinds())('a year of nudges on %s', (kind) => {
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let world: NudgeWorld
  const random = sequence(kind === 'PGlite' ? 11 : 12)
  // With all rounds 200 channels in 20 zones altogether. PGlite has one thread for what PostgreSQL's processes share.
  const [processes, few, many] = kind === 'PGlite' ? [1, 1, 2] : [3, 2, 8]
  const each = ALL_ROUNDS ? many : few
  beforeAll(async () => {
    place = await readyDatabase(kind)
    world = await openNudgeWorld({
      env: place.env,
      processes,
      start: FROM - DAY,
      random,
      chances: { kill: 0.002, slack: 0.1, database: 0.002 },
    })
  })
  afterAll(async () => {
    await world?.close()
    await place?.remove()
  })

  it('posts once in each channel in each week that it should, on time, and never otherwise', {
    timeout: 300_000,
  }, async () => {
    const { deeds } = writeScript(sequence(2027), FROM, TO, each, isCalm)
    const expected = expectedOf(deeds, FROM, TO)
    const started = performance.now()
    await runYear(world, deeds, random)
    const seconds = Math.round((performance.now() - started) / 1000)
    expect(world.problems).toEqual([])

    const rows = await world.database.query<{ channel_id: string; week: string; state: string }>(
      'select channel_id, week, state from nudge_week',
    )
    const recorded = new Map(rows.map((row) => [`${row.channel_id} ${row.week}`, row.state]))
    const posts = Map.groupBy(world.slack.posts, ({ channel }) => channel)
    const told = new Set(world.slack.told.map(({ text }) => text))
    const counts: Record<string, number> = {}
    const count = (what: string): void => {
      counts[what] = (counts[what] ?? 0) + 1
    }
    const wrong: string[] = []
    /** Posts of weeks that an outage missed and that a change then gave a later day. */
    const moved = new Set<object>()
    for (const { channel, week, at, why } of expected) {
      if (at === null) {
        count(`no post: ${why}`)
        continue
      }
      count('weeks expected')
      const own = posts.get(channel) ?? []
      const onTime = own.filter((post) => post.at * 1000 === at).length
      const late = own.filter((post) => post.at * 1000 > at && post.at * 1000 < at + DAY).length
      const state = recorded.get(`${channel} ${week}`)
      // No sweep before it was early enough to hand it over, and none came during it at all.
      const outage = OUTAGES.some(({ from, to }) => at > from + HOUR && at < to + 5 * 60_000)
      // A clock that was a month ahead did the work for this one, and another process repaired that within the day.
      const jump = JUMPS.some(({ from, to, by }) => by > 12 * HOUR && at > from && at < to + 12 * HOUR)
      if (onTime === 1) count('posted at their minute')
      else if (outage && onTime === 0 && late === 1) count('posted late on their day, after an outage')
      else if (jump && onTime === 0 && late === 1)
        count('posted late on their day, after a clock was a month ahead')
      else if (jump && onTime + late === 0 && state === 'missed' && told.has(`missed ${channel}`))
        count('missed after a clock was a month ahead, and told')
      else if (outage && onTime + late === 0 && state === 'missed' && told.has(`missed ${channel}`))
        count('missed in an outage, and told')
      else if (outage && onTime + late === 0 && state === 'posted' && told.has(`missed ${channel}`)) {
        const changed = deeds.filter((one) => one.channel === channel && one.at > at && one.at < at + WEEK)
        const [later, ...more] = own.filter((post) =>
          changed.some((one) => post.at * 1000 > one.at && post.at * 1000 < at + WEEK),
        )
        if (later && more.length === 0) {
          moved.add(later)
          count('missed in an outage, told, and posted on a later day that somebody chose')
        } else wrong.push(`${channel} ${week}: told as missed and taken for posted`)
      } else if (onTime + late === 0 && state === 'unknown' && told.has(`unknown ${channel}`))
        count('silent because it cannot be known, and told')
      else
        wrong.push(
          `${channel} ${week} ${new Date(at).toISOString()}: ${onTime} on time, ${late} late, ${state}`,
          ...(world.notes.get(channel) ?? []).filter(
            (one) => Math.abs(Date.parse(one.slice(0, 24)) - at) < 2 * DAY,
          ),
        )
    }
    const near = deeds.filter(({ when }) => when !== 'far').length
    console.table({
      ...counts,
      'changes within minutes': near,
      posts: world.slack.posts.length,
      ...world.counts,
      seconds,
    })
    expect(wrong).toEqual([])
    expect(counts['silent because it cannot be known, and told'] ?? 0).toBeLessThan(expected.length / 200)
    // Every post was expected: none is in a week without one, and none is a second one.
    const wanted = Map.groupBy(expected, ({ channel }) => channel)
    const taken = new Set<object>()
    const stray = world.slack.posts
      .filter((post) => post.at * 1000 <= TO - DAY && !moved.has(post))
      .filter((post) => {
        const at = post.at * 1000
        const its = wanted
          .get(post.channel)
          ?.find((one) => one.at !== null && !taken.has(one) && at >= one.at && at < one.at + DAY)
        if (its) taken.add(its)
        return !its
      })
    const notes = stray.flatMap(({ channel, at }) => [
      `${channel} ${new Date(at * 1000).toISOString()}`,
      ...(world.notes.get(channel) ?? []).filter(
        (one) => Math.abs(Date.parse(one.slice(0, 24)) - at * 1000) < 2 * DAY,
      ),
    ])
    expect(notes).toEqual([])
  })

  it('contains only sentences of the ladder, questions, their examples and fixed words', () => {
    const ladders = [smallLadder, ...EDITS.map((_, nth) => editedLadder(nth + 1))]
    const { posts } = world.slack
    expect(posts.flatMap((post) => strayIn(post, ladders, QUESTIONS))).toEqual([])
    // Something was said about every version and competency, and a person's word would have been found.
    const said = posts.map(({ blocks }) => JSON.stringify(blocks))
    const topics = ['sre/mastery', 'sre/scope', 'sre/ownership', 'a small win', 'the end of the quarter']
    for (const part of ['(1).', '(2).', ...topics, 'make quieter?', 'For example: The disk alert.'])
      expect(said.some((blocks) => blocks.includes(part))).toBe(true)
    const gossip = said[0]!.replace('One minute', 'One minute, <@UADA>')
    expect(strayIn({ ...posts[0]!, blocks: JSON.parse(gossip) }, ladders, QUESTIONS)).not.toEqual([])
  })
})
