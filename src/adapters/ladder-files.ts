import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ladders } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import type { Ladder } from '../domain/ladder.ts'
import { parseLadder } from './ladder-markdown.ts'

/**
 * Every `.md` of a folder (README.md aside) as a ladder, the default one first. Throws CoachError
 * `ladder-broken`, whose message lists all problems of all files, one a line: file, line, what is wrong,
 * what would be right.
 */
export const loadLadders = async (folder: string): Promise<Ladders> => {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new CoachError(
      'ladder-broken',
      `${folder}: there is no such folder; RUBRIC_DIR names the folder of the ladders`,
      { cause },
    )
  })
  const files = names.filter((name) => name.endsWith('.md') && name.toLowerCase() !== 'readme.md').sort()
  const read = await Promise.all(
    files.map(async (name) => ({
      name,
      parsed: parseLadder(name.slice(0, -'.md'.length), await readFile(join(folder, name))),
    })),
  )
  const problems = read.flatMap(({ name, parsed }) =>
    parsed.ok
      ? []
      : parsed.problems.map(({ line, wrong, right }) => `${join(folder, name)}:${line}: ${wrong}; ${right}`),
  )
  if (problems.length > 0) throw new CoachError('ladder-broken', problems.join('\n'))
  const ladders: { ladder: Ladder; isDefault: boolean }[] = read.flatMap(({ parsed }) =>
    parsed.ok ? [parsed] : [],
  )
  const [first, ...rest] = ladders
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
    .map(({ ladder }) => ladder)
  if (!first)
    throw new CoachError(
      'ladder-broken',
      `${folder}: there is no ladder in it; put a Markdown file there, such as sre.md`,
    )
  return [first, ...rest]
}
