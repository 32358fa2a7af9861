import type { BlockContent, RootContent } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import { isExampleHead } from '../../domain/ladder/examples.ts'
import { slug } from '../../domain/text/plain.ts'
import { levelHeading } from '../ladder-files/ladder-markdown.ts'
import type { DraftRow, LadderDraft } from './draft.ts'
import { type ImportLedger, tidied } from './import-ledger.ts'
import { lowestFirst } from './level-names.ts'

/** A ladder's text as it will be read back: for writing, and for proving that nothing was lost. */
export type Written = {
  readonly id: string
  readonly name: string
  readonly markdown: string
  /** level heading -> competency name -> bullets, as they have to come back. */
  readonly cells: readonly {
    readonly level: string
    readonly competency: string
    readonly bullets: readonly string[]
  }[]
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const heading = (depth: 1 | 2 | 3, text: string): RootContent => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value: text }],
})

const paragraph = (text: string): BlockContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value: text }],
})

/** "Ownership - Manager of One" as name and subtitle. */
const nameAndSubtitle = (label: string): string => {
  const [name = '', ...rest] = label.replace(/(?:(?<!\s)\s+)?:$/, '').split(/(?<!\s)\s+[-–—]\s+/)
  return capitalised(rest.length > 0 ? `${name} — ${rest.join(', ')}` : name)
}

/** A level's heading that our own reader takes for the same level. */
const levelText = (name: LadderDraft['levels'][number]['name']): string => {
  const { id, title } = name
  if (id !== null && title !== null && title !== id) {
    const text = `${id} · ${title}`
    const read = levelHeading(text)
    return read.id === id && read.title === title ? text : `${title} ${id}`
  }
  return title ?? id ?? ''
}

/** Names that are one of a kind: a second "Testing" is told apart by its area, or by a number. */
const distinctNames = (rows: readonly DraftRow[]): Map<DraftRow, string> => {
  const taken = new Set<string>()
  return new Map(
    rows.map((row) => {
      const written = nameAndSubtitle(row.label.text)
      const name = slug(written) === '' ? 'Competency' : written
      const [plain] = name.split(' — ')
      const tries = [
        name,
        ...(row.area ? [`${name} (${row.area.text})`] : []),
        ...Array.from({ length: rows.length }, (_, index) => `${name} (${index + 2})`),
      ]
      const own =
        tries.find((one) => !taken.has(slug(one.split(' — ')[0]!)) && slug(one) !== '') ?? `${plain}`
      taken.add(slug(own.split(' — ')[0]!))
      return [row, own]
    }),
  )
}

/** Writes a draft in the format of `rubric/`, lowest level first, and tells the ledger where everything went. */
export function writeLadder(
  draft: LadderDraft,
  { id, name, source }: { id: string; name: string; source: string },
  ledger: ImportLedger,
): Written {
  const ids = draft.levels.map((level) => level.name.id?.toLowerCase())
  const levels = draft.levels.map((level) => ({
    ...level,
    // Two levels of one id, as on a ladder that forks, are told apart by their titles.
    name:
      level.name.title !== null && ids.filter((one) => one && one === level.name.id?.toLowerCase()).length > 1
        ? { id: null, title: level.name.title }
        : level.name,
  }))
  const names = distinctNames(draft.rows)
  const about = Object.fromEntries(
    draft.rows.flatMap((row) => {
      const text = row.about.map((leaf) => leaf.text).join(' ')
      for (const leaf of row.about) ledger.take(leaf, `${id}: what ${names.get(row)} is about`)
      return text === '' ? [] : [[names.get(row)!.split(' — ')[0]!, text]]
    }),
  )
  const areas = [...new Set(draft.rows.map((row) => row.area?.text ?? ''))].sort(
    (a, b) => Number(a !== '') - Number(b !== ''),
  )
  const content: RootContent[] = []
  const cells: Written['cells'][number][] = []
  for (const index of lowestFirst(levels.map((level) => level.name))) {
    const level = levels[index]!
    const text = levelText(level.name)
    const key = levelHeading(text).id
    content.push(heading(1, text))
    if (level.about.length > 0) content.push(paragraph(level.about.map((leaf) => leaf.text).join(' ')))
    for (const leaf of level.about) ledger.take(leaf, `${id}: what ${key} is about`)
    for (const area of areas) {
      const rows = draft.rows.filter((row) => (row.area?.text ?? '') === area && row.cells.has(index))
      if (rows.length > 0 && area !== '') content.push(heading(2, capitalised(area)))
      for (const row of rows) {
        const pieces = row.cells.get(index)!
        // A head with nothing below it would make examples of the next piece's statements.
        const bullets = pieces
          .flatMap((piece) => piece.bullets.map(tidied))
          .filter((bullet) => bullet !== '' && !isExampleHead(bullet))
        if (bullets.length === 0) continue
        const competency = names.get(row)!
        content.push(heading(3, competency), {
          type: 'list',
          ordered: false,
          spread: false,
          children: bullets.map((bullet) => ({
            type: 'listItem',
            spread: false,
            children: [paragraph(bullet)],
          })),
        })
        for (const { leaf } of pieces) ledger.take(leaf, `${id}/${key}/${slug(competency.split(' — ')[0]!)}`)
        cells.push({ level: key, competency: competency.split(' — ')[0]!, bullets })
      }
    }
  }
  const front = stringify(
    { name, source, ...(Object.keys(about).length > 0 ? { competencies: about } : {}) },
    { lineWidth: 0 },
  )
  const body = toMarkdown(
    { type: 'root', children: content },
    { bullet: '-', listItemIndent: 'one', emphasis: '_' },
  )
  return { id, name, markdown: `---\n${front}---\n\n${body}`, cells }
}
