import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ladders, Log } from '../../coaching/ports.ts'
import { remedyOf } from '../../domain/logged-failure.ts'
import { type LadderFile, loadShelf, namesIn, problemsOf, readLadderFile, shelfOf } from './ladder-files.ts'

/** How often the folder is checked, and how long a file must stay unchanged before it is read, in milliseconds. */
const EVERY = 400
const REST = 250

/** A file that keeps changing is read after this long anyway, in milliseconds. */
const LONGEST_REST = 1_000

const ACTION = 'read-ladders'

/** What was seen of a file. `changed` is when it last changed, `since` when it first changed after it was last read. */
type Seen = { mark: string; changed: number; since: number; unread: boolean }

/**
 * The ladders of a folder, kept up to date. Files are compared by name, size and time, which works on every file
 * system, including network mounts and linked configuration folders. If a file breaks, its last good version stays, and
 * the log says where it is broken and how to fix it. If a file is removed, its ladder is too, unless it is the last.
 * Throws CoachError `ladder-broken` if a file is broken at the start.
 */
export async function openLadders(folder: string, log: Log): Promise<Ladders & { close(): Promise<void> }> {
  let shelf = await loadShelf(folder)
  const broken = { action: ACTION, code: 'ladder-broken', todo: remedyOf('ladder-broken') }
  const unread = { action: ACTION, code: 'folder-unread', folder, todo: remedyOf('folder-unread') }
  const good = new Map<string, LadderFile>()
  const seen = new Map<string, Seen>()
  const missing = new Set<string>()
  const markOf = async (name: string): Promise<string | null> => {
    const found = await stat(join(folder, name), { bigint: true }).catch(() => null)
    return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : null
  }
  /** Returns true if the shelf has to be rebuilt. Null if the file could not be read this time. */
  const read = async (name: string): Promise<boolean | null> => {
    const file = await readLadderFile(folder, name).catch(() => null)
    if (file === null) return null
    if (!file.parsed.ok) {
      const kept = good.has(name) ? 'the last good version is still used' : 'this file is ignored'
      for (const problem of problemsOf(folder, file))
        log.warn({ ...broken, file: name, problem }, `ladder file has problems; ${kept}`)
      return false
    }
    const before = good.get(name)?.parsed
    good.set(name, file)
    return !(
      before?.ok &&
      before.ladder.version === file.parsed.ladder.version &&
      before.isDefault === file.parsed.isDefault
    )
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
    for (const name of names) missing.delete(name)
    for (const name of [...good.keys()].filter((one) => !names.includes(one))) {
      // Some editors save a file by deleting and recreating it, so a file must be missing twice.
      if (!missing.has(name)) {
        missing.add(name)
        continue
      }
      if (good.size === 1) {
        if (seen.delete(name))
          log.warn(
            { action: ACTION, file: name },
            'the last ladder file was removed; its ladder stays until there is another file',
          )
        continue
      }
      good.delete(name)
      seen.delete(name)
      log.info({ action: ACTION, file: name }, 'ladder removed')
      changed = true
    }
    const next = changed ? shelfOf([...good.values()]) : null
    if (next === null) return
    shelf = next
    log.info(
      { action: ACTION, ladders: shelf.all.map(({ id, version }) => `${id}@${version.slice(0, 8)}`) },
      'ladders reloaded',
    )
  }
  for (const name of await namesIn(folder)) {
    const mark = await markOf(name)
    if (mark !== null) seen.set(name, { mark, changed: 0, since: 0, unread: false })
    await read(name)
  }
  shelf = shelfOf([...good.values()]) ?? shelf

  let looking: Promise<void> = Promise.resolve()
  let closed = false
  const again = (): void => {
    if (closed) return
    looking = look().catch(() => log.warn(unread, 'could not read the ladder folder'))
    void looking.then(() => {
      if (!closed) setTimeout(again, EVERY).unref()
    })
  }
  setTimeout(again, EVERY).unref()
  return {
    shelf: () => shelf,
    close: async () => {
      closed = true
      await looking
    },
  }
}
