import { basename, extname } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { bulletsOf, competenciesOf, type Ladder, rowOf } from '../../domain/ladder/ladder.ts'
import { slug } from '../../domain/text/plain.ts'
import { parseLadder } from '../ladder-files/ladder-markdown.ts'
import { decode } from './decode.ts'
import { type ImportProblem, type LadderDraft, Unclear } from './draft.ts'
import { draftOfGrid } from './grid.ts'
import type { Grid } from './grid-cells.ts'
import { type Accounted, type ImportLedger, type Leaf, makeImportLedger } from './import-ledger.ts'
import { draftsOfPage } from './page.ts'
import { draftsOfData } from './read-data.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { unclearTree } from './tree.ts'
import { type Written, writeLadder } from './write-ladder.ts'

export type ImportOptions = {
  readonly levelsIn?: 'rows' | 'columns' | undefined
  readonly name?: string | undefined
}

/** What an import gives: ladders to write and an account of every sentence, or what is unclear and how to say it. */
export type Imported =
  | {
      readonly ok: true
      readonly ladders: readonly Omit<Written, 'cells'>[]
      readonly account: readonly Accounted[]
    }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

type SourceKind = 'markdown' | 'csv' | 'json' | 'yaml' | 'html'

const kindOf = (fileName: string, text: string): SourceKind => {
  const extension = extname(fileName).toLowerCase()
  if (extension === '.json') return 'json'
  if (extension === '.yaml' || extension === '.yml') return 'yaml'
  if (extension === '.csv' || extension === '.tsv') return 'csv'
  if (extension === '.html' || extension === '.htm') return 'html'
  if (extension === '.md' || extension === '.markdown' || extension === '.mdx') return 'markdown'
  const start = text.trimStart()
  if (/^[[{]/.test(start)) return 'json'
  if (/^(?:<!doctype html|<html|<body|<table)/i.test(start)) return 'html'
  if (/^#{1,6} |^\|.*\|\s*$|^---\n/m.test(text)) return 'markdown'
  const [first = ''] = start.split('\n')
  if (/\t|;.*;|,.*,/.test(first)) return 'csv'
  return /^[\w" -]+:(?:\s|$)/.test(start) ? 'yaml' : 'markdown'
}

/** The delimiter that the first lines have most of, outside quotes. */
const delimiterOf = (text: string): string => {
  const start = text.slice(0, 5_000).replace(/"(?:[^"]|"")*"/g, '')
  const count = (mark: string): number =>
    start
      .split('\n')
      .slice(0, 5)
      .reduce((sum, line) => sum + line.split(mark).length - 1, 0)
  return ['\t', ';', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

const gridOfCsv = (text: string, ledger: ImportLedger): Grid => {
  try {
    const records = parseCsv(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return {
      line: 1,
      rows: records.map(({ record, info }) => {
        const height = record.reduce((most, cell) => Math.max(most, cell.split('\n').length), 1)
        return record.map((cell) =>
          cell.trim() === ''
            ? { leaf: null, lines: [] }
            : {
                leaf: ledger.leaf(
                  Math.max(1, info.lines - height + 1),
                  cell.replace(/^\s{0,100}[-*•]\s+/gm, ''),
                ),
                lines: cell.split('\n'),
              },
        )
      }),
    }
  } catch (error) {
    const { lines } = error as { lines?: number }
    throw new Unclear({
      line: lines ?? 1,
      wrong: 'this line of the table cannot be read',
      right: 'look for a quote that is opened and never closed',
    })
  }
}

const FRONT = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/

const draftsOf = (
  kind: SourceKind,
  text: string,
  options: ImportOptions,
  ledger: ImportLedger,
): { drafts: LadderDraft[]; title: Leaf | null } => {
  if (kind === 'json' || kind === 'yaml')
    return draftsOfData(text, 1, kind === 'json' ? 'JSON' : 'YAML', ledger)
  if (kind === 'csv') {
    const draft = draftOfGrid(gridOfCsv(text, ledger), options.levelsIn, ledger)
    return { drafts: draft ? [draft] : [], title: null }
  }
  if (kind === 'html') {
    const blocks = readHtml(text, ledger)
    const drafts = draftsOfPage(blocks, options.levelsIn, ledger)
    return { drafts, title: topHeading(blocks, ledger) }
  }
  const front = FRONT.exec(text)
  const data = front
    ? ledger.trial(() => {
        const found = draftsOfData(front[1]!, 2, 'YAML', ledger)
        return found.drafts.length > 0 ? found : null
      })
    : null
  const bodyLine = front ? front[0].split('\n').length : 1
  const blocks = readMarkdown(front ? text.slice(front[0].length) : text, bodyLine, ledger)
  if (data) {
    // The ladder stands in the front matter; the page is about it.
    draftsOfPageText(blocks, ledger)
    return data
  }
  const drafts = draftsOfPage(blocks, options.levelsIn, ledger)
  const named = frontTitle(front?.[1] ?? '', ledger)
  return { drafts, title: named ?? topHeading(blocks, ledger) }
}

/** The name or title in front matter that holds no ladder; its other lines are left. */
const frontTitle = (front: string, ledger: ImportLedger): Leaf | null => {
  let title: Leaf | null = null
  for (const [index, line] of front.split('\n').entries()) {
    const named = /^(?:name|title):\s*["']?(.+?)["']?\s*$/.exec(line)
    const leaf = ledger.leaf(index + 2, named?.[1] ?? line)
    if (named && title === null) title = leaf
    else ledger.leave(leaf, 'front matter')
  }
  return title
}

/** A page that begins with one heading above all others is called by it, unless the ladder took it for something. */
const topHeading = (blocks: ReturnType<typeof readMarkdown>, ledger: ImportLedger): Leaf | null => {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  const [top, another] = headings.filter(({ depth }) => depth === 1)
  return top && !another && top === headings[0] ? ledger.find(top.line, top.text) : null
}

/** Counts a page's text as read, though the ladder stands elsewhere. */
const draftsOfPageText = (blocks: ReturnType<typeof readMarkdown>, ledger: ImportLedger): void => {
  for (const leaf of blocks.flatMap((block) =>
    block.kind === 'list'
      ? itemTexts(block.items)
      : 'text' in block
        ? [{ line: block.line, text: ('lead' in block && block.lead ? `${block.lead}: ` : '') + block.text }]
        : [],
  ))
    ledger.leave(ledger.leaf(leaf.line, leaf.text), 'prose beside the ladder')
}

const itemTexts = (
  items: readonly { line: number; lead: string | null; text: string; items: readonly unknown[] }[],
): { line: number; text: string }[] =>
  items.flatMap((item) => [
    { line: item.line, text: (item.lead ? `${item.lead}: ` : '') + item.text },
    ...itemTexts(item.items as typeof items),
  ])

/** What the written file gives back must be what was taken, bullet by bullet; the first cell that is not, or null. */
const changedCell = (written: Written, ladder: Ladder): Written['cells'][number] | null =>
  written.cells.find((cell) => {
    const level = ladder.levels.find(({ id }) => id === cell.level)
    const competency = competenciesOf(ladder).find(({ id }) => id === slug(cell.competency))
    const back = level && competency ? bulletsOf(rowOf(ladder, level.id, competency.id)) : []
    return back.join('\n') !== cell.bullets.join('\n')
  }) ?? null

/**
 * Reads what a company has as ladders in our format. Every sentence of the source is accounted for. Nothing is
 * guessed: where the shape is unclear the result says at which line, and how to say it.
 */
export function importLadder(fileName: string, bytes: Buffer, options: ImportOptions = {}): Imported {
  const refused = (line: number, wrong: string, right: string): Imported => ({
    ok: false,
    problems: [{ line, wrong, right }],
  })
  const text = decode(bytes)
  if (text.trim() === '') return refused(1, 'the file is empty', 'give a file that holds a ladder')
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 2_000)))
    return refused(1, 'this is no text', 'export the ladder as Markdown, CSV, YAML, JSON or HTML')
  const ledger = makeImportLedger()
  try {
    const { drafts, title } = draftsOf(kindOf(fileName, text), text, options, ledger)
    const full = drafts.filter(({ rows }) => rows.some(({ cells }) => cells.size > 0))
    const [first] = full
    if (!first) throw unclearTree(1)
    const lone = full.find(({ levels }) => levels.length < 2)
    if (lone)
      return refused(
        lone.levels[0]?.labels[0]?.line ?? 1,
        'only one level was recognised',
        'a ladder needs two levels at least; say where they stand with --levels-in rows or --levels-in columns',
      )
    if (title) ledger.take(title, 'the name of the ladder')
    const stem = fileName === '-' ? '' : basename(fileName, extname(fileName))
    const taken = new Set<string>()
    const written = full.map((draft) => {
      const own = full.length > 1 ? draft.title?.text : undefined
      const name =
        own ??
        options.name ??
        title?.text ??
        (full.length === 1 ? draft.title?.text : undefined) ??
        (stem || 'Ladder')
      const base = slug(own ?? options.name ?? (stem || name)) || 'ladder'
      let id = base
      for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`
      taken.add(id)
      return writeLadder(
        draft,
        { id, name, source: fileName === '-' ? 'standard input' : basename(fileName) },
        ledger,
      )
    })
    for (const one of written) {
      const parsed = parseLadder(one.id, Buffer.from(one.markdown))
      if (!parsed.ok) {
        const [problem] = parsed.problems
        return refused(
          first.levels[0]?.labels[0]?.line ?? 1,
          `the ladder "${one.name}" would not be valid: ${problem?.wrong}`,
          problem?.right ?? '',
        )
      }
      const changed = changedCell(one, parsed.ladder)
      if (changed)
        return refused(
          1,
          `"${changed.competency}" at ${changed.level} would not come back as it is written`,
          'look for unusual marks in it, or put it down by hand',
        )
    }
    return {
      ok: true,
      ladders: written.map(({ id, name, markdown }) => ({ id, name, markdown })),
      account: ledger.account('prose outside the ladder'),
    }
  } catch (error) {
    if (error instanceof Unclear) return { ok: false, problems: [error.problem] }
    throw error
  }
}
