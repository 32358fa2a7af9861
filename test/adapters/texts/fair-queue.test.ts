import { describe, expect, it } from 'vitest'
import { makeFairQueue } from '../../../src/adapters/texts/fair-queue.ts'
import { makeRecent } from '../../../src/adapters/texts/recent.ts'

const taken = (queue: ReturnType<typeof makeFairQueue<string>>): string[] => {
  const all: string[] = []
  for (let one = queue.next(); one !== undefined; one = queue.next()) all.push(one)
  return all
}

describe('the queue in front of the workers', () => {
  it('takes people in turn, and keeps the order of each one’s items', () => {
    const queue = makeFairQueue<string>()
    for (const one of ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']) queue.add(one[0]!, one)
    expect(taken(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
  })

  it('lets nobody wait for more than one item of a person with a thousand', () => {
    const queue = makeFairQueue<string>()
    for (let nth = 0; nth < 1_000; nth += 1) queue.add('a', `a${nth}`)
    expect([queue.next(), queue.next()]).toEqual(['a0', 'a1'])
    queue.add('b', 'b0')
    expect([queue.next(), queue.next()]).toEqual(['a2', 'b0'])
    queue.add('b', 'b1')
    expect([queue.next(), queue.next()]).toEqual(['a3', 'b1'])
  })

  it('returns everything that waits when it is drained', () => {
    const queue = makeFairQueue<string>()
    for (const one of ['a1', 'b1', 'a2']) queue.add(one[0]!, one)
    expect(queue.drain().toSorted()).toEqual(['a1', 'a2', 'b1'])
    expect(queue.next()).toBeUndefined()
  })
})

describe('the cache of the newest', () => {
  it('is the same on two sides that get the same keys in the same order', () => {
    const [here, there] = [makeRecent<number>(), makeRecent<number>()]
    // Dozens of ladders, and a list of members that changes every hour.
    const keys = Array.from({ length: 400 }, (_, nth) =>
      nth % 5 === 0 ? `members ${Math.floor(nth / 20)}` : `ladder ${(nth * 7) % 90}`,
    )
    const lengthOf = (key: string): number => (key.startsWith('members') ? 150_000 : 40_000)
    for (const [nth, key] of keys.entries()) {
      const known = here.get(key) !== undefined
      expect(there.get(key) !== undefined).toBe(known)
      here.put(key, nth, lengthOf(key))
      // The other side gets the text once, and then only the name.
      there.put(key, nth, known ? null : lengthOf(key))
    }
    const kept = [...new Set(keys)].filter((key) => here.get(key) !== undefined)
    expect(kept.filter((key) => key.startsWith('members'))).toEqual(['members 18', 'members 19'])
    expect(kept.filter((key) => key.startsWith('ladder'))).toHaveLength(64)
  })
})
