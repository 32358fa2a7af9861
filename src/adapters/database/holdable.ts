import type { PgBoss } from 'pg-boss'

/** Lets the workers of a queue be held. While they are held, they take no jobs, and running jobs continue. */
export function holdable(boss: Pick<PgBoss, 'offWork'>, queue: string) {
  let held = false
  let start: (() => Promise<void>) | null = null
  let last: Promise<void> = Promise.resolve()
  /** Makes one change after another. Otherwise workers that are still starting would ignore a hold. */
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
