import { describe, expect, it } from 'vitest'
import { makeTurns, makeTurnsByKey, type Turns } from '../../src/coaching/limits.ts'

/** One is working, two are waiting, and a fourth comes `ticks` microtasks after the first was let go. */
const orderWith = async (turns: Turns, ticks: number): Promise<string> => {
  const order: string[] = []
  const gate = Promise.withResolvers<void>()
  const work = (name: string, until?: Promise<void>) => async () => {
    order.push(name)
    await until
  }
  const early = [turns(work('first', gate.promise)), turns(work('second')), turns(work('third'))]
  const late = (async () => {
    await gate.promise
    for (let tick = 0; tick < ticks; tick += 1) await null
    await turns(work('fourth'))
  })()
  gate.resolve()
  await Promise.all([...early, late])
  return order.join(' ')
}
const ticks = Array.from({ length: 12 }, (_, index) => index)

describe('turns', () => {
  // A bulkhead of cockatiel 4 would fail here: it frees a place one microtask before the next one takes it.
  it.each(ticks)(
    'keep the order in which they came, even if one comes %i ticks after a place is free',
    async (tick) => {
      expect(await orderWith(makeTurns(1), tick)).toBe('first second third fourth')
    },
  )

  it.each(ticks)('with the same key keep their order too: %i ticks', async (tick) => {
    const byKey = makeTurnsByKey()
    expect(await orderWith((work) => byKey('key', work), tick)).toBe('first second third fourth')
  })

  it('are never more at once than the limit, and reach it if there is work', async () => {
    const turns = makeTurns(3)
    let [now, most] = [0, 0]
    const work = async (): Promise<void> => {
      now += 1
      most = Math.max(most, now)
      await new Promise((done) => setImmediate(done))
      now -= 1
    }
    await Promise.all(Array.from({ length: 20 }, () => turns(work)))
    expect({ now, most }).toEqual({ now: 0, most: 3 })
  })

  it('go on to the next if one fails, and report the failure to its caller', async () => {
    const turns = makeTurns(1)
    const failed = turns(() => Promise.reject(new Error('broken')))
    const next = turns(async () => 'done')
    await expect(failed).rejects.toThrow('broken')
    expect(await next).toBe('done')
  })

  it('with different keys do not wait for each other', async () => {
    const byKey = makeTurnsByKey()
    const gate = Promise.withResolvers<void>()
    const held = byKey('one', () => gate.promise)
    expect(await byKey('other', async () => 'done')).toBe('done')
    gate.resolve()
    await held
  })
})
