import type { KeptLadderFiles } from '../../coaching/ladder/ladder-store.ts'
import type { Log } from '../../coaching/ports.ts'
import { CoachError } from '../../domain/coach-error.ts'
import { remedyOf } from '../../domain/logged-failure.ts'
import { type LadderFile, ladderFile, problemsOf, problemsTogether } from './ladder-files.ts'

/** The name in the log of what reads ladders. */
export const READING = 'read-ladders'

const BROKEN = { action: READING, code: 'ladder-broken', todo: remedyOf('ladder-broken') }

/** How long to wait after a version could not be kept, in milliseconds. */
const KEEP_AGAIN = 30_000

/** The good versions of files, those that are broken, and where both are kept. */
export function makeLadderVersions(folder: string, log: Log) {
  const good = new Map<string, LadderFile>()
  const broken = new Map<string, LadderFile>()
  const unkept = new Set<string>()
  let files: KeptLadderFiles | null = null
  let keepAgain = 0

  /** Keeps what is not kept yet. The database may be away meanwhile. */
  const keep = async (): Promise<void> => {
    if (files === null || performance.now() < keepAgain) return
    for (const name of unkept) {
      const file = good.get(name)
      unkept.delete(name)
      if (file) await files.keep(name, file.bytes.toString('utf8'))
    }
  }
  const keepWhatCanBe = (): Promise<void> =>
    keep().catch(() => {
      for (const name of good.keys()) unkept.add(name)
      keepAgain = performance.now() + KEEP_AGAIN
    })
  const warn = (file: LadderFile, instead: string): void => {
    for (const problem of problemsOf(folder, file))
      log.warn({ ...BROKEN, file: file.name, problem }, `ladder file has problems; ${instead}`)
  }
  let told = new Set<string>()
  return {
    good,
    keepWhatCanBe,
    /** Logs what is wrong with the ladders together, once while it is. */
    tellTogether: (): void => {
      const problems = problemsTogether(folder, [...good.values()])
      for (const problem of problems.filter((one) => !told.has(one)))
        log.warn({ ...BROKEN, problem }, 'ladder files do not fit together')
      told = new Set(problems)
    },
    /** Takes a file that was read. Returns true if the shelf has to be rebuilt. */
    take: (file: LadderFile): boolean => {
      const { name, parsed } = file
      const before = good.get(name)?.parsed
      if (!parsed.ok) {
        broken.set(name, file)
        // Before anything is kept, nobody knows yet what is used instead.
        if (files) warn(file, before ? 'the last good version is still used' : 'this file is ignored')
        return false
      }
      broken.delete(name)
      good.set(name, file)
      unkept.add(name)
      return !(
        before?.ok &&
        before.ladder.version === parsed.ladder.version &&
        before.isDefault === parsed.isDefault
      )
    },
    drop: (name: string): void => {
      for (const one of [good, broken, unkept]) one.delete(name)
    },
    keepIn: async (where: KeptLadderFiles): Promise<void> => {
      files = where
      for (const [name, file] of broken) {
        const markdown = await where.kept(name)
        const last = markdown === null ? null : ladderFile(name, Buffer.from(markdown))
        if (last?.parsed.ok) good.set(name, last)
        warn(file, last?.parsed.ok ? 'the last good version is used' : 'this file is ignored')
      }
      const problems = [...broken.values()].flatMap((file) => problemsOf(folder, file))
      if (good.size === 0) throw new CoachError('ladder-broken', problems.join('\n'))
      await keepWhatCanBe()
    },
    broken: (): string[] =>
      [...broken.values()].flatMap(({ name, parsed }) =>
        parsed.ok ? [] : parsed.problems.map(({ line }) => `${name}:${line}`),
      ),
  }
}
