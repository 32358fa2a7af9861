import { readFileSync } from 'node:fs'
import type { KnownNames } from '../../domain/mask/surnames.ts'

const namesIn = (file: string): ReadonlySet<string> =>
  new Set(
    readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(' '))
      .filter(Boolean),
  )

/**
 * Given names and surnames from many cultures, without case and accents. The files name their sources, and nothing in
 * them says whose name it is. About 15,000 each, read once at the start.
 */
export function readKnownNames(): KnownNames {
  return {
    given: namesIn('given-names.txt'),
    surnames: namesIn('surnames.txt'),
  }
}
