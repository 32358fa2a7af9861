import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptLadderFiles } from '../../coaching/ladder/ladder-store.ts'
import type { Ladders, Log } from '../../coaching/ports.ts'
import type { Shelf } from '../../domain/ladder/ladder.ts'
import { remedyOf } from '../../domain/logged-failure.ts'
import { namesIn, noLadderIn, readLadderFile, shelfOf } from './ladder-files.ts'
import { makeLadderVersions, READING } from './ladder-versions.ts'

/** How often the folder is checked, and how long a file must stay unchanged before it is read, in milliseconds. */
const EVERY = 400
const REST = 250

/** A file that keeps changing is read after this long anyway, in milliseconds. */
const LONGEST_REST = 1_000

/** What was seen of a file. `changed` is when it last changed, `since` when it first changed after it was last read. */
type Seen = { mark: string; changed: number; since: number; unread: boolean }

export type LadderFolder = Ladders & {
  /**
   * Takes the kept versions of files that are broken since the start, and from now on keeps each good one. Throws
   * CoachError `ladder-broken` with all problems if there is no ladder even so.
   */
  keepIn(files: KeptLadderFiles): Promise<void>
  /** Calls this each time it looks at the folder, for what else is in it. Its failures are its own. */
  alsoLook(look: () => Promise<unknown>): void
  /** Where files are broken now, each as file and line. */
  broken(): readonly string[]
  close(): Promise<void>
}

/**
 * The ladders of a folder, kept up to date. Files are compared by name, size and time, which works on every file
 * system, including network mounts and linked configuration folders. If a file breaks, its last good version stays,
 * even after a restart, and the log says where it is broken and how to fix it. If a file is removed, its ladder is too,
 * unless it is the last. Throws CoachError `ladder-broken` if there is no such folder or no file in it.
 */
export async function openLadders(folder: string, log: Log): Promise<LadderFolder> {
  const unread = { action: READING, code: 'folder-unread', folder, todo: remedyOf('folder-unread') }
  const versions = makeLadderVersions(folder, log)
  const { good } = versions
  const seen = new Map<string, Seen>()
  const missing = new Set<string>()
  const others: (() => Promise<unknown>)[] = []
  let shelf: Shelf = { all: [], standard: null }
  const markOf = async (name: string): Promise<string | null> => {
    const found = await stat(join(folder, name), { bigint: true }).catch(() => null)
    return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : null
  }
  /** Returns true if the shelf has to be rebuilt. Null if the file could not be read this time. */
  const read = async (name: string): Promise<boolean | null> => {
    const file = await readLadderFile(folder, name).catch(() => null)
    return file && versions.take(file)
  }
  const rebuild = (): boolean => {
    const next = shelfOf([...good.values()])
    if (next) shelf = next
    versions.tellTogether()
    return next !== null
  }
  /** Drops what is not among these files any more. Returns true if the shelf has to be rebuilt. */
  const dropGone = (names: readonly string[]): boolean => {
    let changed = false
    for (const name of names) missing.delete(name)
    const known = new Set([...good.keys(), ...seen.keys()])
    for (const name of [...known].filter((one) => !names.includes(one))) {
      // Some editors save a file by deleting and recreating it, so a file must be missing twice.
      if (!missing.has(name)) {
        missing.add(name)
        continue
      }
      if (good.size === 1 && good.has(name)) {
        if (seen.delete(name))
          log.warn(
            { action: READING, file: name },
            'the last ladder file was removed; its ladder stays until there is another file',
          )
        continue
      }
      seen.delete(name)
      changed = good.has(name) || changed
      if (good.has(name)) log.info({ action: READING, file: name }, 'ladder removed')
      versions.drop(name)
    }
    return changed
  }
  const look = async (): Promise<void> => {
    const names = await namesIn(folder).catch(() => null)
    // A folder that is missing for a moment, for example while it is linked again, removes no ladder.
    if (names === null) return
    let changed = false
    const now = performance.now()
    for (const name of names) {
      const mark = await markOf(name)
      if (mark === null) continue
      const known = seen.get(name) ?? { mark: '', changed: now, since: now, unread: false }
      seen.set(name, known)
      if (known.mark !== mark) {
        known.since = known.unread ? known.since : now
        Object.assign(known, { mark, changed: now, unread: true })
      }
      if (!known.unread || (now - known.changed < REST && now - known.since < LONGEST_REST)) continue
      const taken = await read(name)
      known.unread = taken === null
      changed = taken === true || changed
    }
    changed = dropGone(names) || changed
    if (changed && rebuild())
      log.info(
        { action: READING, ladders: shelf.all.map(({ id, version }) => `${id}@${version.slice(0, 8)}`) },
        'ladders reloaded',
      )
    await versions.keepWhatCanBe()
    for (const one of others) await one().catch(() => {})
  }
  const names = await namesIn(folder)
  if (names.length === 0) throw noLadderIn(folder)
  for (const name of names) {
    const mark = await markOf(name)
    if (mark !== null) seen.set(name, { mark, changed: 0, since: 0, unread: false })
    await read(name)
  }
  rebuild()

  let looking: Promise<void> = Promise.resolve()
  let closed = false
  const again = (): void => {
    if (closed) return
    looking = look().catch(() => log.warn(unread, 'could not read the ladder folder'))
    void looking.then(() => {
      if (!closed) setTimeout(again, EVERY).unref()
    })
  }
  return {
    shelf: () => shelf,
    broken: versions.broken,
    alsoLook: (one) => void others.push(one),
    keepIn: async (files) => {
      await versions.keepIn(files)
      rebuild()
      setTimeout(again, EVERY).unref()
    },
    close: async () => {
      closed = true
      await looking
    },
  }
}
