import type { PgBoss } from 'pg-boss'

/** The workers of a queue, which can be held: none of them takes a job meanwhile, and what runs goes on. */
export function holdable(boss: Pick<PgBoss, 'offWork'>, queue: string) {
  let held = false
  let start: (() => Promise<void>) | null = null
  let last: Promise<void> = Promise.resolve()
  /** One change after the other: workers that are still being started would outlive a hold. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.catch(() => {}).then(work)
    return last
  }
  return {
    /** Starts the workers, now or when the hold ends. */
    work: (given: () => Promise<void>): Promise<void> =>
      inTurn(async () => {
        start = given
        if (!held) await given()
      }),
    hold: (is: boolean): Promise<void> =>
      inTurn(async () => {
        if (held === is) return
        held = is
        if (held) await boss.offWork(queue, { wait: false })
        else await start?.()
      }),
    isHeld: (): boolean => held,
  }
}
