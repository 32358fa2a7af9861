import { describe, expect, it } from 'vitest'
import { calmed } from '../src/log.ts'

type Line = { readonly level: string; readonly fact: Record<string, unknown>; readonly message: string }

/** A log that keeps its lines, and a clock. */
const world = () => {
  let at = Temporal.Instant.from('2026-11-24T10:00:00Z')
  const lines: Line[] = []
  const of = (bound: object): Parameters<typeof calmed>[0] => {
    const write = (level: string) => (fact: object, message: string) =>
      void lines.push({ level, fact: { ...bound, ...fact }, message })
    return {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
      child: (fact) => of({ ...bound, ...fact }),
    }
  }
  const calm = calmed(of({}), () => at)
  return {
    ...calm,
    lines,
    loud: () => lines.filter(({ level }) => level !== 'debug'),
    wait: (seconds: number) => {
      at = at.add({ seconds })
    },
  }
}

const AWAY = { code: 'store-unavailable', reason: "I can't reach the database (ECONNREFUSED)" }

describe('a log of an outage', () => {
  it('says it when it begins, every three minutes with how often, and when it is over', () => {
    const { log, works, lines, loud, wait } = world()
    const child = log.child({ action: 'review-evidence' })
    for (let second = 0; second < 400; second += 1) {
      ;(second % 2 ? child : log).warn(AWAY, 'it failed')
      wait(1)
    }
    expect(loud().map(({ fact }) => fact.times)).toEqual([undefined, 180, 180])
    expect(lines).toHaveLength(400)
    // What works between failures does not end it each time.
    works()
    log.error(AWAY, 'it failed')
    wait(10)
    works()
    works()
    expect(loud().slice(3)).toMatchObject([
      { level: 'info', message: 'the database works again', fact: { action: 'database', seconds: 400 } },
    ])
    log.warn(AWAY, 'it failed')
    expect(loud()).toHaveLength(5)
  })

  it('says another one after a long silence, also one that nobody saw the end of', () => {
    const { log, loud, wait } = world()
    const slack = { code: 'slack-unavailable', reason: 'Slack answered chat.postMessage with fatal_error' }
    log.warn(slack, 'it failed')
    log.warn(slack, 'it failed')
    wait(600)
    log.warn(slack, 'it failed')
    expect(loud().map(({ fact }) => fact.times)).toEqual([undefined, undefined])
  })

  it('tells failures of Slack apart, and leaves every other line as it is', () => {
    const { log, loud } = world()
    for (const reason of ['Slack answered files.info with lost', 'Slack answered users.list with lost'])
      for (let count = 0; count < 3; count += 1) log.warn({ code: 'slack-unavailable', reason }, 'it failed')
    expect(loud()).toHaveLength(2)
    for (let count = 0; count < 3; count += 1) {
      log.warn({ code: 'slack-refused' }, 'refused')
      log.error({}, 'given up')
      log.info({}, 'done')
    }
    expect(loud()).toHaveLength(11)
  })

  it('is not silenced by a clock that was put back', () => {
    const { log, loud, wait } = world()
    log.warn(AWAY, 'it failed')
    wait(-3_600)
    log.warn(AWAY, 'it failed')
    expect(loud()).toHaveLength(2)
  })
})
