import type { BlockContent, RootContent } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import { isExampleHead } from '../../domain/ladder/examples.ts'
import { slug } from '../../domain/text/plain.ts'
import { levelHeading } from '../ladder-files/ladder-markdown.ts'
import type { DraftRow, LadderDraft } from './draft.ts'
import { type ImportLedger, tidied } from './import-ledger.ts'
import { lowestFirst } from './level-names.ts'

/** A written ladder, and what has to come back when it is read again, to prove that nothing was lost. */
export type Written = {
  readonly id: string
  readonly name: string
  readonly markdown: string
  /** The bullets of each cell as they have to come back. */
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

/** Formats "Ownership - Manager of One" as name and subtitle. */
const nameAndSubtitle = (label: string): string => {
  const [name = '', ...rest] = label.replace(/(?:(?<!\s)\s+)?:$/, '').split(/(?<!\s)\s+[-–—]\s+/)
  return capitalised(rest.length > 0 ? `${name} — ${rest.join(', ')}` : name)
}

/** The heading of a level that our own reader reads as the same level. */
const levelText = (name: LadderDraft['levels'][number]['name']): string => {
  const { id, title } = name
  if (id !== null && title !== null && title !== id) {
    const text = `${id} · ${title}`
    const read = levelHeading(text)
    return read.id === id && read.title === title ? text : `${title} ${id}`
  }
  return title ?? id ?? ''
}

/** Unique names: each "Testing" under several areas gets its area, and if that is not enough, a number. */
const distinctNames = (rows: readonly DraftRow[]): Map<DraftRow, string> => {
  const keyOf = (name: string): string => slug(name.split(' — ')[0]!)
  const names = rows.map(({ label }) => {
    const written = nameAndSubtitle(label.text)
    return slug(written) === '' ? 'Competency' : written
  })
  const taken = new Set<string>()
  return new Map(
    rows.map((row, at) => {
      const name = names[at]!
      const repeats = names.filter((one) => keyOf(one) === keyOf(name)).length > 1
      const nearest = row.area?.text.split(': ').at(-1)
      const tries = [
        ...(repeats && row.area ? [`${name} (${nearest})`, `${name} (${row.area.text})`] : []),
        name,
        ...Array.from({ length: rows.length }, (_, index) => `${name} (${index + 2})`),
      ]
      const own = tries.find((one) => !taken.has(keyOf(one)) && keyOf(one) !== '') ?? name
      taken.add(keyOf(own))
      return [row, own]
    }),
  )
}

/** Writes a draft in the format of `rubric/`, lowest level first, and tells the ledger where each piece went. */
export function writeLadder(
  draft: LadderDraft,
  { id, name, source }: { id: string; name: string; source: string },
  ledger: ImportLedger,
): Written {
  const ids = draft.levels.map((level) => level.name.id?.toLowerCase())
  const levels = draft.levels.map((level) => ({
    ...level,
    // Two levels with the same id, as on a ladder that forks, are told apart by their titles.
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
        // A heading with nothing below it would turn the statements of the next piece into examples.
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
