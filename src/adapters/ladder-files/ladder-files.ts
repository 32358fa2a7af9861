import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CoachError } from '../../domain/coach-error.ts'
import type { Shelf } from '../../domain/ladder/ladder.ts'
import { type ParsedLadder, parseLadder } from './ladder-markdown.ts'

/** A file as it was read: its name in the folder, its bytes, and the ladder or the mistakes in it. */
export type LadderFile = { readonly name: string; readonly bytes: Buffer; readonly parsed: ParsedLadder }

/**
 * The names of the `.md` files in a folder, except README.md. Throws CoachError `ladder-broken` if there is no such
 * folder.
 */
export async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new CoachError(
      'ladder-broken',
      `${folder}: there is no such folder; set RUBRIC_DIR to the folder with your ladders`,
      { cause },
    )
  })
  return names.filter((name) => name.endsWith('.md') && name.toLowerCase() !== 'readme.md').sort()
}

/** The file of this name with these bytes. */
export function ladderFile(name: string, bytes: Buffer): LadderFile {
  return { name, bytes, parsed: parseLadder(name.slice(0, -'.md'.length), bytes) }
}

/** Reads one file. Throws the error of the file system if it is gone. */
export async function readLadderFile(folder: string, name: string): Promise<LadderFile> {
  return ladderFile(name, await readFile(join(folder, name)))
}

/** The problems of a file, one per line: file, line, what is wrong, what would be right. */
export function problemsOf(folder: string, { name, parsed }: LadderFile): string[] {
  return parsed.ok
    ? []
    : parsed.problems.map(({ line, wrong, right }) => `${join(folder, name)}:${line}: ${wrong}; ${right}`)
}

/**
 * The ladders that can be read, by name. The standard one is the first that is marked as default, or else the only one.
 * Null if there are no ladders.
 */
export function shelfOf(files: readonly LadderFile[]): Shelf | null {
  const read = files.flatMap(({ parsed }) => (parsed.ok ? [parsed] : []))
  const all = read.map(({ ladder }) => ladder).sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const standard = read.find(({ isDefault }) => isDefault)?.ladder ?? (all.length === 1 ? all[0]! : null)
  return all.length === 0 ? null : { all, standard }
}

/** What is wrong with ladders together, though each can be read. One a line, with what would be right. */
export function problemsTogether(folder: string, files: readonly LadderFile[]): string[] {
  const read = files.flatMap(({ name, parsed }) => (parsed.ok ? [{ name, ...parsed }] : []))
  const defaults = read.filter(({ isDefault }) => isDefault).map(({ name }) => name)
  const sameName = Map.groupBy(read, ({ ladder }) => ladder.name.trim().toLowerCase())
  return [
    ...(defaults.length > 1
      ? [
          `${folder}: ${defaults.join(' and ')} are all marked as the default, so ${defaults[0]} is used; ` +
            'keep "default: true" in one of them',
        ]
      : []),
    ...[...sameName.values()].flatMap((ones) =>
      ones.length > 1
        ? [
            `${folder}: ${ones.map(({ name }) => name).join(' and ')} have the same name, "${ones[0]!.ladder.name}", ` +
              'so people can’t tell them apart; give each its own "name:"',
          ]
        : [],
    ),
  ]
}

/** The failure that a folder has no file of a ladder. */
export function noLadderIn(folder: string): CoachError {
  return new CoachError(
    'ladder-broken',
    `${folder}: there is no ladder in this folder; add a Markdown file, for example sre.md`,
  )
}

/** Loads all ladders of a folder. Throws CoachError `ladder-broken`, whose message lists all problems of all files. */
export async function loadShelf(folder: string): Promise<Shelf> {
  const files = await Promise.all((await namesIn(folder)).map((name) => readLadderFile(folder, name)))
  const problems = files.flatMap((file) => problemsOf(folder, file))
  if (problems.length > 0) throw new CoachError('ladder-broken', problems.join('\n'))
  const shelf = shelfOf(files)
  if (!shelf) throw noLadderIn(folder)
  return shelf
}
