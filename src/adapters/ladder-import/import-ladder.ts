import { basename, dirname, extname } from 'node:path'
import { bulletsOf, competenciesOf, type Ladder, rowOf } from '../../domain/ladder/ladder.ts'
import { slug } from '../../domain/text/plain.ts'
import { parseLadder } from '../ladder-files/ladder-markdown.ts'
import { decode } from './decode.ts'
import { type ImportProblem, Unclear } from './draft.ts'
import { type Accounted, makeImportLedger } from './import-ledger.ts'
import { type NamedText, readingsOfFiles } from './read-files.ts'
import { kindOf, readingsOf, type SourceReading } from './read-source.ts'
import { explainedIn } from './statements.ts'
import { unclearTree } from './tree.ts'
import { type Written, writeLadder } from './write-ladder.ts'

export type ImportOptions = {
  readonly levelsIn?: 'rows' | 'columns' | undefined
  readonly name?: string | undefined
}

/** The result of an import: ladders to write and an account of every sentence, or what is unclear and how to fix it. */
export type Imported =
  | {
      readonly ok: true
      readonly ladders: readonly Omit<Written, 'cells'>[]
      readonly account: readonly Accounted[]
    }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** The first cell whose bullets change when the written file is read again. Null if there is none. */
const changedCell = (written: Written, ladder: Ladder): Written['cells'][number] | null =>
  written.cells.find((cell) => {
    const level = ladder.levels.find(({ id }) => id === cell.level)
    const competency = competenciesOf(ladder).find(({ id }) => id === slug(cell.competency))
    const back = level && competency ? bulletsOf(rowOf(ladder, level.id, competency.id)) : []
    return back.join('\n') !== cell.bullets.join('\n')
  }) ?? null

/** What one way of reading makes of a source. `certain` if the source is refused, whatever other ways make of it. */
type Attempt =
  | { readonly ok: true; readonly written: readonly Written[]; readonly account: readonly Accounted[] }
  | { readonly ok: false; readonly problem: ImportProblem; readonly certain: boolean }

/** How the ladder is called if its source does not say so, and where it came from. */
type Naming = { readonly stem: string; readonly source: string; readonly name: string | undefined }

const notThis = (line: number, wrong: string, right: string): Attempt => ({
  ok: false,
  certain: false,
  problem: { line, wrong, right },
})

/** Why a written ladder can't be used. Null if it says, cell for cell, what it was made of. */
const flawOf = (one: Written, line: number): Attempt | null => {
  const parsed = parseLadder(one.id, Buffer.from(one.markdown))
  if (!parsed.ok) {
    const [problem] = parsed.problems
    return notThis(
      line,
      `the ladder "${one.name}" would not be valid: ${problem?.wrong}`,
      problem?.right ?? '',
    )
  }
  const changed = changedCell(one, parsed.ladder)
  return changed
    ? notThis(
        line,
        `"${changed.competency}" at ${changed.level} would not be stored as it is written`,
        'look for unusual characters in it, or write it by hand',
      )
    : null
}

const attempt = (read: SourceReading, naming: Naming): Attempt => {
  const ledger = makeImportLedger()
  try {
    const { drafts, title, inDoubt = 1 } = read(ledger)
    const full = drafts.filter(({ rows }) => rows.some(({ cells }) => cells.size > 0))
    const [first] = full
    if (!first) throw unclearTree(inDoubt)
    const lone = full.find(({ levels }) => levels.length < 2)
    if (lone)
      return notThis(
        lone.levels[0]?.labels[0]?.line ?? 1,
        'I found only one level',
        'a ladder needs at least two; say where they are with --levels-in rows or --levels-in columns',
      )
    if (title) ledger.take(title, 'the name of the ladder')
    const taken = new Set<string>()
    const written = full.map((draft) => {
      const own = full.length > 1 ? draft.title?.text : undefined
      const name =
        own ??
        naming.name ??
        title?.text ??
        (full.length === 1 ? draft.title?.text : undefined) ??
        (naming.stem || 'Ladder')
      const base = slug(own ?? naming.name ?? (naming.stem || name)) || 'ladder'
      let id = base
      for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`
      taken.add(id)
      return writeLadder(draft, { id, name, source: naming.source }, ledger)
    })
    for (const one of written) {
      const flaw = flawOf(one, first.levels[0]?.labels[0]?.line ?? 1)
      if (flaw) return flaw
    }
    return { ok: true, written, account: ledger.account('prose outside the ladder') }
  } catch (error) {
    if (error instanceof Unclear) return { ok: false, problem: error.problem, certain: error.certain }
    throw error
  }
}

/** The attempt that explains most sentences, and among those most words. */
const bestOf = (attempts: readonly Attempt[]): Attempt => {
  const refused = attempts.find((one) => !one.ok && one.certain)
  if (refused) return refused
  const scored = attempts.flatMap((one) => (one.ok ? [{ one, ...explainedIn(one.written) }] : []))
  const [first, ...others] = scored
  if (!first) {
    const told = attempts.find((one) => !one.ok && one.problem.wrong !== unclearTree(1).problem.wrong)
    return told ?? attempts.at(-1)!
  }
  return others.reduce(
    (best, next) =>
      next.sentences > best.sentences || (next.sentences === best.sentences && next.words > best.words)
        ? next
        : best,
    first,
  ).one
}

const importedAs = (readings: readonly SourceReading[], naming: Naming): Imported => {
  const best = bestOf(readings.map((read) => attempt(read, naming)))
  return best.ok
    ? {
        ok: true,
        ladders: best.written.map(({ id, name, markdown }) => ({ id, name, markdown })),
        account: best.account,
      }
    : { ok: false, problems: [best.problem] }
}

/** Why bytes can't be a ladder. Null if they are text. */
const unusable = (text: string): ImportProblem | null => {
  if (text.trim() === '')
    return { line: 1, wrong: 'the file is empty', right: 'choose a file with a ladder in it' }
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 2_000)))
    return {
      line: 1,
      wrong: 'this is not text',
      right: 'export the ladder as Markdown, CSV, YAML, JSON or HTML',
    }
  return null
}

/**
 * Reads a company's file as ladders in our format, and accounts for every cell. Nothing is guessed: of several ways of
 * reading it, the one that explains most sentences is right, and if none is, the result says where, and what to do.
 */
export function importLadder(fileName: string, bytes: Buffer, options: ImportOptions = {}): Imported {
  const text = decode(bytes)
  const problem = unusable(text)
  if (problem) return { ok: false, problems: [problem] }
  return importedAs(readingsOf(kindOf(fileName, text), text, options.levelsIn), {
    stem: fileName === '-' ? '' : basename(fileName, extname(fileName)),
    source: fileName === '-' ? 'standard input' : basename(fileName),
    name: options.name,
  })
}

/** Reads several files as one ladder: each is a level, or else each is a competency. */
export function importLadderFiles(
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
  options: ImportOptions = {},
): Imported {
  const texts: NamedText[] = files.map(({ name, bytes }) => ({ name, text: decode(bytes) }))
  for (const { name, text } of texts) {
    const problem = unusable(text)
    if (problem) return { ok: false, problems: [{ ...problem, file: name }] }
  }
  const folder = basename(dirname(texts[0]?.name ?? ''))
  return importedAs(readingsOfFiles(texts), {
    stem: folder === '.' ? '' : folder,
    source: texts.map(({ name }) => basename(name)).join(', '),
    name: options.name,
  })
}
