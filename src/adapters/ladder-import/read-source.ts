import { extname } from 'node:path'
import type { Block } from './block.ts'
import { type LadderDraft, Unclear } from './draft.ts'
import type { ImportLedger, Leaf } from './import-ledger.ts'
import { lineInDoubt, PAGE_READINGS } from './page.ts'
import { gridOfCsv } from './read-csv.ts'
import { draftsOfData, draftsOfRecords } from './read-data.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { draftOfGrid } from './tables/grid.ts'

export type SourceKind = 'markdown' | 'csv' | 'json' | 'yaml' | 'html'

/** What a source says, as one way of reading it has it. */
export type SourceDrafts = {
  readonly drafts: LadderDraft[]
  readonly title: Leaf | null
  /** The line to name if there is no ladder in it. */
  readonly inDoubt?: number
}

/** One way of reading a source. Each keeps its own account. */
export type SourceReading = (ledger: ImportLedger) => SourceDrafts

export function kindOf(fileName: string, text: string): SourceKind {
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

const FRONT = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/

/** The data above a page, and the line on which the page begins. */
export function frontOf(text: string): {
  readonly front: string
  readonly body: string
  readonly bodyLine: number
} {
  const found = FRONT.exec(text)
  return found
    ? { front: found[1]!, body: text.slice(found[0].length), bodyLine: found[0].split('\n').length }
    : { front: '', body: text, bodyLine: 1 }
}

/** The name or title in front matter without a ladder. Its other lines are not taken. */
export function frontTitle(front: string, ledger: ImportLedger): Leaf | null {
  let title: Leaf | null = null
  for (const [index, line] of front.split('\n').entries()) {
    const named = /^(?:name|title):\s*["']?(.+?)["']?\s*$/.exec(line)
    const leaf = ledger.leaf(index + 2, named?.[1] ?? line)
    if (named && title === null) title = leaf
    else ledger.leave(leaf, 'front matter')
  }
  return title
}

/** The title of a page: its first heading, if that is the only one of depth 1 and the ladder did not use it. */
const topHeading = (blocks: readonly Block[], ledger: ImportLedger): Leaf | null => {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  const [top, another] = headings.filter(({ depth }) => depth === 1)
  return top && !another && top === headings[0] ? ledger.find(top.line, top.text) : null
}

type Item = {
  readonly line: number
  readonly lead: string | null
  readonly text: string
  readonly items: readonly Item[]
}

const itemTexts = (items: readonly Item[]): { line: number; text: string }[] =>
  items.flatMap((item) => [
    { line: item.line, text: (item.lead ? `${item.lead}: ` : '') + item.text },
    ...itemTexts(item.items),
  ])

const blockTexts = (block: Block): { line: number; text: string }[] => {
  if (block.kind === 'list') return itemTexts(block.items)
  if (!('text' in block)) return []
  return [{ line: block.line, text: ('lead' in block && block.lead ? `${block.lead}: ` : '') + block.text }]
}

const pageReadings = (
  blocksOf: (ledger: ImportLedger) => Block[],
  levelsIn: 'rows' | 'columns' | undefined,
  front: string,
): SourceReading[] =>
  PAGE_READINGS.map((read) => (ledger) => {
    const blocks = blocksOf(ledger)
    const drafts = read(blocks, levelsIn, ledger)
    const named = front === '' ? null : frontTitle(front, ledger)
    return { drafts, title: named ?? topHeading(blocks, ledger), inDoubt: lineInDoubt(blocks) }
  })

/** The ladder in front matter. If that is no data, the page may still be a ladder. */
const dataInFront = (front: string, ledger: ImportLedger): SourceDrafts => {
  try {
    return draftsOfData(front, 2, 'YAML', ledger)
  } catch (error) {
    throw error instanceof Unclear ? new Unclear(error.problem, false) : error
  }
}

/** The ways of reading a source. If two explain as much, the first is right. */
export function readingsOf(
  kind: SourceKind,
  text: string,
  levelsIn: 'rows' | 'columns' | undefined,
): readonly SourceReading[] {
  if (kind === 'json' || kind === 'yaml') {
    const name = kind === 'json' ? 'JSON' : 'YAML'
    return [(ledger) => draftsOfData(text, 1, name, ledger), (ledger) => draftsOfRecords(text, name, ledger)]
  }
  if (kind === 'csv') {
    return [
      (ledger) => {
        const draft = draftOfGrid(gridOfCsv(text, ledger), levelsIn, ledger)
        return { drafts: draft ? [draft] : [], title: null }
      },
    ]
  }
  if (kind === 'html') return pageReadings((ledger) => readHtml(text, ledger), levelsIn, '')
  const { front, body, bodyLine } = frontOf(text)
  const pages = pageReadings((ledger) => readMarkdown(body, bodyLine, ledger), levelsIn, front)
  if (front === '') return pages
  /** The ladder is in the front matter, and the page is only about it. */
  const inFront: SourceReading = (ledger) => {
    const found = dataInFront(front, ledger)
    for (const { line, text: prose } of readMarkdown(body, bodyLine, ledger).flatMap(blockTexts))
      ledger.leave(ledger.leaf(line, prose), 'prose next to the ladder')
    return found
  }
  return [inFront, ...pages]
}
