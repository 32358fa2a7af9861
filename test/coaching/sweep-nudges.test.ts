import { describe, expect, it } from 'vitest'
import { makeSweepNudges } from '../../src/coaching/nudge/sweep-nudges.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { at } from '../domain/nudge-fixture.ts'

const start = at('2026-11-23T10:00:00Z')

/** A process that sweeps, and what it asked its store for, in order. */
const processWith = (lookAgain: () => Promise<number> = async () => 0) => {
  let now = start
  let version = 'v1'
  const asked: string[] = []
  const sweep = makeSweepNudges({
    store: {
      queueDue: async () => {
        asked.push('due')
        return 0
      },
      lookAgain: (ladder, _, before) => {
        asked.push(`${ladder.version} before ${before.toString().slice(11, 16)}`)
        return lookAgain()
      },
    },
    ladders: {
      shelf: () => ({ all: [{ ...smallLadder, version }], standard: smallLadder }),
    },
    now: () => now,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  return {
    asked,
    sweep,
    at: (minutes: number, next = version) => {
      now = start.add({ minutes })
      version = next
      return sweep()
    },
  }
}

describe('a sweep', () => {
  it('asks only for nudges last looked at before it got its version, plus ten minutes of overlap', async () => {
    const one = processWith()
    await one.at(0)
    await one.at(30)
    await one.at(60, 'v2')
    await one.at(90)
    await one.at(120, 'v1')
    expect(one.asked.filter((what) => what !== 'due')).toEqual([
      'v1 before 10:10',
      'v1 before 10:10',
      'v2 before 11:10',
      'v2 before 11:10',
      'v1 before 12:10',
    ])
  })

  it('queues what is due even if the search for edits fails', async () => {
    const one = processWith(async () => {
      throw new Error('too slow')
    })
    await expect(one.sweep()).rejects.toThrow('too slow')
    expect(one.asked[0]).toBe('due')
  })

  it('queues right away what the search for edits found', async () => {
    const one = processWith(async () => 1)
    await one.sweep()
    expect(one.asked).toEqual(['due', 'v1 before 10:10', 'due'])
  })
})
