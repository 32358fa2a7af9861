import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const asRoot = (command: string, ...more: string[]): void => {
  const [program, ...args] = process.getuid?.() === 0 ? [command, ...more] : ['sudo', '-n', command, ...more]
  execFileSync(program!, args, { stdio: 'ignore' })
}

/** A disk of so many megabytes in memory. Throws where this machine lets nobody have one. */
export function openSmallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'coach-disk-'))
  try {
    asRoot('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  } catch (error) {
    rmdirSync(folder)
    throw error
  }
  return {
    folder,
    remove: (): void => {
      asRoot('umount', '-l', folder)
      rmdirSync(folder)
    },
  }
}

/** True where there can be one; says so where not. */
export function hasSmallDisks(): boolean {
  try {
    openSmallDisk(1).remove()
    return true
  } catch {
    process.stderr.write(
      'A full disk is left out: a tmpfs cannot be mounted here (.ci/run needs root or sudo).\n',
    )
    return false
  }
}
