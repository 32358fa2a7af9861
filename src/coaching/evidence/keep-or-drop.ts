import type { Owner } from '../../domain/person.ts'
import type { Log } from '../ports.ts'
import type { UnsureStore } from './unsure-store.ts'

type Deps = { readonly store: Pick<UnsureStore, 'keepAsked' | 'dropAsked'>; readonly log: Log }

export type KeepOrDrop = ReturnType<typeof makeKeepOrDrop>

/**
 * The answer to "Save this as evidence?": the words become evidence and are reviewed, or they are deleted. `gone`: this
 * was answered before, or the words are no longer there.
 */
export function makeKeepOrDrop({ store, log }: Deps) {
  return async (
    owner: Owner,
    { evidenceId, part }: { readonly evidenceId: string; readonly part: number },
    save: boolean,
  ): Promise<'saved' | 'deleted' | 'gone'> => {
    const done = save
      ? await store.keepAsked(owner, evidenceId, part)
      : await store.dropAsked(owner, evidenceId, part)
    if (!done) return 'gone'
    log.info({ evidenceId, part, save }, 'answered whether to save')
    return save ? 'saved' : 'deleted'
  }
}
