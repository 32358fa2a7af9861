/**
 * A queue in which people take turns, so nobody waits for more than one item of anyone else, even if that person has a
 * thousand. Items of one person keep their order.
 */
export function makeFairQueue<T>() {
  /** Items by person, in the order of their turns. */
  const waiting = new Map<string, T[]>()
  return {
    add: (person: string, one: T): void => {
      const own = waiting.get(person)
      if (own) own.push(one)
      else waiting.set(person, [one])
    },
    /** Takes the next item and moves its person to the end. Undefined if nothing waits. */
    next: (): T | undefined => {
      for (const [person, own] of waiting) {
        const one = own.shift()
        waiting.delete(person)
        if (own.length > 0) waiting.set(person, own)
        return one
      }
      return undefined
    },
    /** Removes and returns everything that waits. */
    drain: (): T[] => {
      const all = [...waiting.values()].flat()
      waiting.clear()
      return all
    },
  }
}
