import { describe, expect, it } from 'vitest'
import { decideTry, type Failed, type Trouble } from '../../src/domain/decide-try.ts'

const since = Temporal.Instant.from('2026-11-23T10:00:00Z')

const failedAfter = (failed: number, minutes: number, more: Partial<Failed> = {}): Failed => ({
  trouble: 'broken',
  tries: { failed, failedSince: since, broken: failed, brokenSince: since },
  now: since.add({ minutes }),
  isRead: false,
  untold: false,
  jitter: 1,
  ...more,
})

/** Tries a job again and again until it ends, or a week and a day has passed: how often, and how it ended. */
const lifeOf = (trouble: Trouble, more: Partial<Failed> = {}) => {
  let [failed, minutes] = [0, 0]
  while (minutes < 8 * 24 * 60) {
    failed += 1
    const next = decideTry(failedAfter(failed, Math.floor(minutes), { trouble, jitter: failed % 2, ...more }))
    if (next.kind !== 'again') return { failed, minutes, end: next.kind }
    minutes += next.seconds / 60
  }
  return { failed, minutes, end: 'again' }
}

describe('after a try that failed', () => {
  it('a job waits twice as long each time, up to five minutes, never less than half of that', () => {
    const waits = (jitter: number) =>
      [1, 2, 3, 8, 9, 5_000].map((failed) => decideTry(failedAfter(failed, 0, { jitter })))
    expect(waits(1).map((next) => next.kind === 'again' && next.seconds)).toEqual([2, 4, 8, 256, 300, 300])
    expect(waits(0).map((next) => next.kind === 'again' && next.seconds)).toEqual([1, 2, 4, 128, 150, 150])
    const nextDay = decideTry(failedAfter(900, 25 * 60, { isRead: true }))
    expect(nextDay.kind === 'again' && nextDay.seconds).toBe(3_600)
  })

  it('a broken job is given up after an hour of trying and some failures, whichever comes last', () => {
    expect(decideTry(failedAfter(4, 600)).kind).toBe('again')
    expect(decideTry(failedAfter(500, 59)).kind).toBe('again')
    expect(decideTry(failedAfter(5, 60)).kind).toBe('give-up')
    const life = lifeOf('broken')
    expect(life.end).toBe('give-up')
    expect(life.minutes).toBeGreaterThanOrEqual(60)
    expect(life.minutes).toBeLessThan(66)
  })

  it('neither an outage of hours or days nor one failure after it gives a job up', () => {
    const outage = lifeOf('passing')
    expect(outage.end).toBe('give-up')
    expect(outage.minutes).toBeGreaterThanOrEqual(7 * 24 * 60)
    const tries = { failed: 99, failedSince: since, broken: 1, brokenSince: since.add({ minutes: 360 }) }
    expect(decideTry(failedAfter(99, 361, { tries })).kind).toBe('again')
    // Held for eight days by a token that was refused, and one blip behind it.
    expect(decideTry(failedAfter(2, 8 * 24 * 60, { trouble: 'passing' })).kind).toBe('again')
  })

  it('a review that exists is given up only if nobody is left to see it', () => {
    expect(lifeOf('broken', { isRead: true }).end).toBe('again')
    expect(lifeOf('passing', { isRead: true }).end).toBe('again')
    const closed = lifeOf('closed', { isRead: true })
    expect(closed.end).toBe('let-go')
    // A token of another workspace closes every door for as long as it takes to notice.
    expect(closed.minutes).toBeGreaterThanOrEqual(60)
  })

  it('the person hears of it after three minutes, once', () => {
    const tells = (minutes: number, untold: boolean): unknown =>
      (decideTry(failedAfter(3, minutes, { untold })) as { tell?: boolean }).tell
    expect([tells(2, true), tells(3, true), tells(3, false)]).toEqual([false, true, false])
  })
})
