import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CoachError } from '../../domain/coach-error.ts'
import type { Shelf } from '../../domain/ladder/ladder.ts'
import { type ParsedLadder, parseLadder } from './ladder-markdown.ts'

export type LadderFile = { readonly name: string; readonly parsed: ParsedLadder }

/**
 * The names of the `.md` files of a folder, README.md aside. Throws CoachError `ladder-broken` where there is
 * no such folder.
 */
export async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new CoachError(
      'ladder-broken',
      `${folder}: there is no such folder; RUBRIC_DIR names the folder of the ladders`,
      { cause },
    )
  })
  return names.filter((name) => name.endsWith('.md') && name.toLowerCase() !== 'readme.md').sort()
}

/** One file, read. Throws the file system's error when it is gone. */
export async function readLadderFile(folder: string, name: string): Promise<LadderFile> {
  return {
    name,
    parsed: parseLadder(name.slice(0, -'.md'.length), await readFile(join(folder, name))),
  }
}

/** A file's problems, one a line: file, line, what is wrong, what would be right. */
export function problemsOf(folder: string, { name, parsed }: LadderFile): string[] {
  return parsed.ok
    ? []
    : parsed.problems.map(({ line, wrong, right }) => `${join(folder, name)}:${line}: ${wrong}; ${right}`)
}

/**
 * The ladders that can be read, by name. The first that is marked as default is it, or the only one. null: there
 * is none.
 */
export function shelfOf(files: readonly LadderFile[]): Shelf | null {
  const read = files.flatMap(({ parsed }) => (parsed.ok ? [parsed] : []))
  const all = read.map(({ ladder }) => ladder).sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const standard = read.find(({ isDefault }) => isDefault)?.ladder ?? (all.length === 1 ? all[0]! : null)
  return all.length === 0 ? null : { all, standard }
}

/**
 * All ladders of a folder. Throws CoachError `ladder-broken`, whose message lists all problems of all files.
 */
export async function loadShelf(folder: string): Promise<Shelf> {
  const files = await Promise.all((await namesIn(folder)).map((name) => readLadderFile(folder, name)))
  const problems = files.flatMap((file) => problemsOf(folder, file))
  if (problems.length > 0) throw new CoachError('ladder-broken', problems.join('\n'))
  const shelf = shelfOf(files)
  if (!shelf)
    throw new CoachError(
      'ladder-broken',
      `${folder}: there is no ladder in it; put a Markdown file there, such as sre.md`,
    )
  return shelf
}
