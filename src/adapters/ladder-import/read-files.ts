import { basename, extname } from 'node:path'
import { Unclear } from './draft.ts'
import type { ImportLedger, Leaf } from './import-ledger.ts'
import { levelNameOf, seniority } from './level-names.ts'
import { nodeOf, type OutlineNode } from './outline.ts'
import { outlineOf } from './page.ts'
import { gridOfCsv } from './read-csv.ts'
import { treeOfData } from './read-data.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { frontOf, frontTitle, kindOf, type SourceDrafts, type SourceReading } from './read-source.ts'
import { draftsOfTree } from './tree.ts'

export type NamedText = { readonly name: string; readonly text: string }

/** One of several files: what is in it, what it calls itself, and what its file name calls it. */
type FileTree = {
  readonly file: string
  readonly content: OutlineNode
  readonly titles: readonly Leaf[]
  readonly stem: string
}

/** "02-senior_engineer" as people would write it: "Senior engineer". */
const stemOf = (name: string): string => {
  const words = basename(name, extname(name))
    .replace(/^\d{1,3}[-_. ]+(?=\D)/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Takes the only heading of a page as its title. */
const titledPage = (root: OutlineNode, front: Leaf | null): Pick<FileTree, 'content' | 'titles'> => {
  const [only, another] = root.children
  const titles = front ? [front] : []
  if (!only?.label || another || root.texts.length > 0) return { content: root, titles }
  return {
    content: { ...only, label: null, prose: [...root.prose, ...only.prose] },
    titles: [only.label, ...titles],
  }
}

const treeOfFile = ({ name, text }: NamedText, ledger: ImportLedger): FileTree => {
  ledger.inFile(name)
  const kind = kindOf(name, text)
  const file = { file: name, stem: stemOf(name) }
  if (kind === 'json' || kind === 'yaml') {
    const { root, title } = treeOfData(text, 1, kind === 'json' ? 'JSON' : 'YAML', ledger)
    return { ...file, ...(title ? { content: root, titles: [title] } : titledPage(root, null)) }
  }
  if (kind === 'csv') {
    const grid = gridOfCsv(text, ledger)
    return { ...file, content: outlineOf([{ kind: 'table', grid }], ledger), titles: [] }
  }
  const { front, body, bodyLine } = kind === 'html' ? { front: '', body: text, bodyLine: 1 } : frontOf(text)
  const blocks = kind === 'html' ? readHtml(body, ledger) : readMarkdown(body, bodyLine, ledger)
  const named = front === '' ? null : frontTitle(front, ledger)
  return { ...file, ...titledPage(outlineOf(blocks, ledger), named) }
}

const surest = (labels: readonly string[]): string | undefined =>
  labels.toSorted((a, b) => levelNameOf(b).surety - levelNameOf(a).surety)[0]

/** A file as a heading with its content below: named by its title, and by an id that only the file name has. */
const nodeOfFile = ({ file, content, titles, stem }: FileTree, ledger: ImportLedger): OutlineNode => {
  const title = titles.find(({ text }) => levelNameOf(text).surety >= 0.5) ?? null
  const id = levelNameOf(stem).surety === 1 ? levelNameOf(stem).name.id : null
  const own = surest([...(title ? [title.text] : []), stem, ...titles.map(({ text }) => text)]) ?? stem
  const first = titles[0]?.text
  const name =
    title && id && levelNameOf(title.text).name.id === null
      ? `${title.text} (${id})`
      : title
        ? title.text
        : levelNameOf(own).surety >= 0.5
          ? own
          : (first ?? stem)
  const label = titles.find(({ text }) => text === name) ?? title ?? { line: 1, text: name, file }
  for (const other of titles) if (other !== label) ledger.leave(other, `another name of "${name}"`)
  return nodeOf(label, { name, texts: content.texts, prose: content.prose, children: content.children })
}

/** The number in front of a file's name: 2 for "02-senior.md". */
const numberOf = (name: string): number =>
  Number(/^\d{1,3}(?=[-_. ]+\D)/.exec(basename(name, extname(name)))?.[0] ?? -1)

/** Levels from the lowest: by the numbers in front of their file names if all have one, or else by their titles. */
const inRank = (files: readonly NamedText[], nodes: readonly OutlineNode[]): OutlineNode[] => {
  const numbers = files.map(({ name }) => numberOf(name))
  const ranks = nodes.map(({ name = '' }, at) => (numbers.includes(-1) ? seniority(name) : numbers[at]!))
  return nodes.toSorted((a, b) => ranks[nodes.indexOf(a)]! - ranks[nodes.indexOf(b)]!)
}

const read = (files: readonly NamedText[], ledger: ImportLedger): SourceDrafts => {
  const nodes = files.map((file) => nodeOfFile(treeOfFile(file, ledger), ledger))
  const drafts = draftsOfTree(nodeOf(null, { children: inRank(files, nodes) }), ledger)
  const used = new Set(
    drafts
      .flatMap(({ levels, rows }) => [
        ...levels.flatMap(({ labels }) => labels),
        ...rows.flatMap((row) => [row.label, ...(row.area ? [row.area] : [])]),
      ])
      .map(({ file }) => file),
  )
  const labels = new Set(drafts.flatMap(({ title }) => (title?.file ? [title.file] : [])))
  const strange = files.find(({ name }) => !used.has(name) && !labels.has(name))
  if (strange) {
    throw new Unclear({
      file: strange.name,
      line: 1,
      wrong: "I can't tell which level this file is for",
      right:
        'name the level in its first heading or in the name of the file, for example "L3" or "Senior Engineer"',
    })
  }
  return { drafts, title: null }
}

/** The ways of reading several files as one ladder. */
export function readingsOfFiles(files: readonly NamedText[]): readonly SourceReading[] {
  return [(ledger) => read(files, ledger)]
}
