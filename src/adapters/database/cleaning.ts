import type { EvidenceStore } from '../../coaching/evidence/evidence-store.ts'
import type { PartStore } from '../../coaching/evidence/part-store.ts'
import type { PersonStore } from '../../coaching/evidence/person-store.ts'
import type { Database } from './database.ts'

/** How long after a deletion the files are cleaned, in milliseconds. All deletions in this time share one cleaning. */
const AFTER = { pglite: 5_000, postgres: 5 * 60_000 } as const

/** The shortest time between two cleanings, in milliseconds. */
const REST = { pglite: 60_000, postgres: 5 * 60_000 } as const

/** How often to clean without a deletion, and how long after the start, in case an earlier process did not clean. */
const DAILY = 24 * 60 * 60_000
const FIRST = 60_000

export type Cleaning = {
  /** Something was deleted. */
  soon(): void
  /** Does any outstanding cleaning immediately. */
  close(): Promise<void>
}

/**
 * Cleans the files of the database soon after a deletion, and daily. Failures go to `onError`, and the next cleaning
 * makes up for them. Tests pass shorter `times`.
 */
export function makeCleaning(
  database: Pick<Database, 'kind' | 'clean'>,
  onError: (error: unknown) => void,
  times: { readonly after: number; readonly rest: number } = {
    after: AFTER[database.kind],
    rest: REST[database.kind],
  },
): Cleaning {
  let due: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isDirty = false
  let restUntil = 0

  const clean = (): Promise<void> => {
    clearTimeout(due)
    due = undefined
    running ??= (async () => {
      isDirty = false
      try {
        await database.clean()
      } catch (error) {
        onError(error)
      }
      running = undefined
      restUntil = performance.now() + times.rest
      if (isDirty) plan(times.after)
    })()
    return running
  }
  const plan = (wait: number): void => {
    if (running) return
    due ??= setTimeout(() => void clean(), Math.max(wait, restUntil - performance.now())).unref()
  }
  const first = setTimeout(() => plan(0), FIRST).unref()
  const daily = setInterval(() => plan(0), DAILY).unref()
  return {
    soon: () => {
      isDirty = true
      plan(times.after)
    },
    close: async () => {
      clearTimeout(first)
      clearInterval(daily)
      clearTimeout(due)
      await running
      if (isDirty) await clean()
      clearTimeout(due)
    },
  }
}

type Deletes = Pick<EvidenceStore, 'deleteEvidence'> &
  Pick<PersonStore, 'deletePerson'> &
  Pick<PartStore, 'removePart'>

/** The same store, with a cleaning after each deletion. */
export function cleanedAfter<S extends Deletes>(store: S, cleaning: Pick<Cleaning, 'soon'>): S {
  const then =
    <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      const done = await work(...given)
      cleaning.soon()
      return done
    }
  return {
    ...store,
    deleteEvidence: then(store.deleteEvidence),
    deletePerson: then(store.deletePerson),
    removePart: then(store.removePart),
  }
}
