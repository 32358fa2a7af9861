import { describe, expect, it } from 'vitest'
import { makeCleaning } from '../../src/adapters/database/cleaning.ts'

/** A database whose cleanings are counted, and end when the test says so. */
const countedDatabase = () => {
  const running: { end: () => void; fail: (error: Error) => void }[] = []
  let begun = (): void => {}
  return {
    kind: 'pglite' as const,
    running,
    /** Resolves when the cleaning of this number has begun. */
    reaches: async (count: number): Promise<void> => {
      while (running.length < count)
        await new Promise<void>((resolve) => {
          begun = resolve
        })
    },
    clean: () =>
      new Promise<void>((end, fail) => {
        running.push({ end, fail })
        begun()
      }),
  }
}

describe('cleaning after deletions', () => {
  const times = { after: 5, rest: 5 }

  it('cleans once for what is deleted together, and again for what is deleted meanwhile', async () => {
    const database = countedDatabase()
    const cleaning = makeCleaning(database, () => {}, times)
    for (let nth = 0; nth < 5; nth += 1) cleaning.soon()
    await database.reaches(1)
    cleaning.soon()
    cleaning.soon()
    database.running[0]!.end()
    await database.reaches(2)
    database.running[1]!.end()
    await cleaning.close()
    expect(database.running).toHaveLength(2)
  })

  it('does at its end what is still to be done, and nothing where nothing was deleted', async () => {
    const database = countedDatabase()
    const cleaning = makeCleaning(database, () => {}, { after: 60_000, rest: 60_000 })
    cleaning.soon()
    const closed = cleaning.close()
    await database.reaches(1)
    database.running[0]!.end()
    await closed
    const idle = countedDatabase()
    await makeCleaning(idle, () => {}, times).close()
    expect([database.running.length, idle.running.length]).toEqual([1, 0])
  })

  it('tells of one that failed, and cleans again after the next deletion', async () => {
    const database = countedDatabase()
    const told: unknown[] = []
    const cleaning = makeCleaning(database, (error) => told.push(error), times)
    cleaning.soon()
    await database.reaches(1)
    database.running[0]!.fail(new Error('away'))
    cleaning.soon()
    await database.reaches(2)
    database.running[1]!.end()
    await cleaning.close()
    expect(told).toEqual([new Error('away')])
  })
})
