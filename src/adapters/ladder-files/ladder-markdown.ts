import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { isExample, isExampleHead } from '../../domain/ladder/examples.ts'
import type { Area, Competency, Ladder, Level } from '../../domain/ladder/ladder.ts'
import { competenciesOf } from '../../domain/ladder/ladder.ts'
import { competencyNames, levelNames } from '../../domain/ladder/nearest.ts'
import { plain, slug } from '../../domain/text/plain.ts'
import { blobId } from '../reader/prompt-files.ts'
import { exampleItem, expectationsOf, itemOf, tidy } from './ladder-bullets.ts'
import { type FrontMatter, type LadderProblem, readFrontMatter } from './ladder-front-matter.ts'
import { type CompetencyRow, checkRungs, type Rung } from './ladder-rungs.ts'
import { examplesIn, themesIn } from './ladder-themes.ts'
import { textOfFile } from './text-of-file.ts'

export type ParsedLadder =
  | { readonly ok: true; readonly ladder: Ladder; readonly isDefault: boolean }
  | { readonly ok: false; readonly problems: readonly LadderProblem[] }

/** `L3`, `L3 · Senior SRE`, `L3 - Senior SRE`, or `Senior SRE (L3)`. */
const ID_FIRST = /^([A-Za-z]{0,6}\d{1,3}[A-Za-z]?)(?:(?:\s*[·:–—-]\s*|\s+)(.+))?$/u
const ID_LAST = /^(.+?)(?:(?<!\s)\s+)?\(([A-Za-z]{0,6}\d{1,3}[A-Za-z]?)\)$/u

/** Reads the heading of a level as id and title. If it has only one of them, that is used for both. */
export function levelHeading(text: string): { id: string; title: string } {
  const last = ID_LAST.exec(text)
  if (last) return { id: last[2]!, title: last[1]! }
  const first = ID_FIRST.exec(text)
  return first ? { id: first[1]!, title: first[2] ?? first[1]! } : { id: text, title: text }
}

/** The advice for text that is not a bullet: before the first level, and after it. */
const NO_LEVEL_YET = 'say what the ladder is about in the front matter, as "about: ..."'
const NO_BULLET = 'put "- " before it, or put it in a comment: <!-- ... -->'

const addAbout = (rung: Rung, text: string): void => {
  rung.about = rung.about === null ? text : `${rung.about} ${text}`
}

/** Reads headings, bullets and paragraphs as levels with rows, and records every mistake. */
const readRungs = (nodes: readonly RootContent[], problems: LadderProblem[], firstLine: number): Rung[] => {
  const rungs: Rung[] = []
  let area: string | null = null
  let row: CompetencyRow | null = null
  /** Everything is an example until the end of the list, or until the next heading. */
  let below: 'list' | 'section' | null = null
  const lineOf = (node: Nodes): number => (node.position?.start.line ?? 1) + firstLine - 1
  const problem = (node: Nodes, wrong: string, right: string): void => {
    problems.push({ line: lineOf(node), wrong, right })
  }
  const addLevel = (node: Nodes, text: string): void => {
    area = null
    row = null
    if (text === '') problem(node, 'this level has no name', 'add one, for example "# L1 · Junior Engineer"')
    const level: Level = { ...levelHeading(text || `level ${rungs.length + 1}`), rank: 0, about: null }
    rungs.push({ line: lineOf(node), level, rows: [], about: null })
  }
  const inLevel = (node: Nodes, what: string): Rung | undefined => {
    const rung = rungs.at(-1)
    if (!rung)
      problem(
        node,
        `${what} comes before the first level`,
        'start with a level, for example "# L1 · Junior Engineer"',
      )
    return rung
  }
  const addRow = (node: Nodes, text: string): void => {
    const rung = inLevel(node, `"${text}"`)
    if (!rung) return
    const [name = '', subtitle] = text.split(/(?<!\s)\s+[—–]\s+/, 2)
    if (slug(name) === '')
      problem(node, 'this competency has no name', 'add one, for example "### Communication"')
    row = {
      line: lineOf(node),
      area,
      competency: { id: slug(name), name, subtitle: subtitle ?? null, about: null },
      items: [],
    }
    if (rung.rows.some(({ competency }) => competency.id === row?.competency.id)) {
      problem(
        node,
        `the competency "${name}" appears twice at ${rung.level.id}`,
        'keep one, with the bullets of both',
      )
    }
    rung.rows.push(row)
  }
  const addBullets = (node: Nodes & { type: 'list' }): void => {
    const into: CompetencyRow | null = row
    if (into === null)
      problem(
        node,
        'these bullets belong to no competency',
        'put a competency before them, for example "### Mastery"',
      )
    for (const item of node.children) {
      const text = tidy(item)
      if (text === '') problem(item, 'this bullet is empty', 'write what is expected, or remove the bullet')
      else into?.items.push(itemOf(item, below !== null))
      if (isExampleHead(text)) below ??= 'list'
    }
    if (below === 'list') below = null
  }
  for (const node of nodes) {
    if (node.type === 'html' || node.type === 'thematicBreak') continue
    const text = tidy(node)
    const inRow = row as CompetencyRow | null
    if (node.type === 'heading') below = null
    if (node.type === 'heading' && node.depth === 1) addLevel(node, text)
    else if (node.type === 'heading' && node.depth === 2) {
      row = null
      inLevel(node, `the area "${text}"`)
      if (slug(text) === '') problem(node, 'this area has no name', 'add one, for example "## Skill"')
      area = text
    } else if (node.type === 'heading' && node.depth === 3) addRow(node, text)
    else if (node.type === 'heading' && inRow !== null && isExampleHead(text)) below = 'section'
    else if (node.type === 'heading')
      problem(
        node,
        `the heading "${text}" is too deep`,
        'use # for a level, ## for an area, ### for a competency',
      )
    else if (node.type === 'list') addBullets(node)
    else if (node.type === 'paragraph' && rungs.length > 0 && area === null && row === null) {
      addAbout(rungs.at(-1)!, text)
    } else if (node.type === 'paragraph' && inRow !== null && isExampleHead(text)) below ??= 'list'
    else if (node.type === 'paragraph' && inRow !== null && (below !== null || isExample(text)))
      inRow.items.push(exampleItem(text))
    else {
      problem(node, `"${text.slice(0, 40)}" is not a bullet`, rungs.length === 0 ? NO_LEVEL_YET : NO_BULLET)
    }
  }
  return rungs
}

/** Sets the ranks: from the numbers in the ids if each level has its own, or else from the order of the file. */
const ranked = (rungs: readonly Rung[]): Rung[] => {
  const numbers = rungs.map(({ level }) => /\d+/.exec(level.id === level.title ? '' : level.id)?.[0])
  const bare = rungs.map(({ level }) => /^[A-Za-z]{0,6}(\d{1,3})$/.exec(level.id)?.[1])
  const ranks = rungs.map((_, index) => Number(numbers[index] ?? bare[index] ?? Number.NaN))
  const own = ranks.every((rank) => !Number.isNaN(rank)) && new Set(ranks).size === ranks.length
  return rungs
    .map((rung, index) => ({ ...rung, level: { ...rung.level, rank: own ? ranks[index]! : index + 1 } }))
    .sort((a, b) => a.level.rank - b.level.rank)
}

/** Merges several ordered lists into one order. A new thing comes after the one before it in its own list. */
const inOneOrder = (lists: readonly (readonly string[])[]): string[] => {
  const all: string[] = []
  for (const list of lists) {
    list.forEach((id, index) => {
      if (all.includes(id)) return
      const before = list.slice(0, index).findLast((one) => all.includes(one))
      all.splice(before === undefined ? (index === 0 ? 0 : all.length) : all.indexOf(before) + 1, 0, id)
    })
  }
  return all
}

const areasIn = (rungs: readonly Rung[], front: FrontMatter): Area[] => {
  const rows = rungs.flatMap((rung) => rung.rows)
  const aboutOf = (name: string): string | null =>
    Object.entries(front.competencies).find(([key]) => plain(key) === plain(name))?.[1] ?? null
  const competencyFor = (id: string): Competency => {
    const { competency } = rows.find((row) => row.competency.id === id)!
    return { ...competency, about: aboutOf(competency.name) }
  }
  const areas = inOneOrder(rungs.map((rung) => [...new Set(rung.rows.map(({ area }) => slug(area ?? '')))]))
  return areas.map((id) => {
    const inArea = (row: CompetencyRow): boolean => slug(row.area ?? '') === id
    return {
      id,
      name: rows.find(inArea)?.area ?? null,
      competencies: inOneOrder(
        rungs.map((rung) => rung.rows.filter(inArea).map(({ competency }) => competency.id)),
      ).map(competencyFor),
    }
  })
}

/** The synonyms of levels and competencies, by id. A name that is neither is a problem. */
const synonymsIn = (front: FrontMatter, ladder: Ladder, problems: LadderProblem[]): Ladder['synonyms'] => {
  const idOf = (name: string): string | undefined =>
    ladder.levels.find((level) => levelNames(level).includes(plain(name)))?.id ??
    competenciesOf(ladder).find((competency) => competencyNames(competency).includes(plain(name)))?.id
  const known = Object.entries(front.synonyms).map(([name, words]) => ({ name, words, id: idOf(name) }))
  const strange = [
    ...known.filter(({ id }) => id === undefined).map(({ name }) => name),
    ...Object.keys(front.competencies).filter(
      (name) => !competenciesOf(ladder).some((competency) => plain(competency.name) === plain(name)),
    ),
  ]
  for (const name of strange) {
    problems.push({
      line: front.lineOf(name),
      wrong: `the ladder has no "${name}"`,
      right: `its competencies are ${competenciesOf(ladder)
        .map((competency) => competency.name)
        .join(', ')}`,
    })
  }
  return Object.fromEntries(known.flatMap(({ id, words }) => (id === undefined ? [] : [[id, words]])))
}

/** Parses the file of one ladder. Returns the ladder or all mistakes. `id` is the file name without ".md". */
export function parseLadder(id: string, bytes: Buffer): ParsedLadder {
  const problems: LadderProblem[] = []
  const { text, problem } = textOfFile(bytes)
  // In another encoding, nothing else about the file can be said.
  if (problem) return { ok: false, problems: [problem] }
  const front = readFrontMatter(text, problems)
  const read = readRungs(fromMarkdown(front.body).children, problems, front.bodyLine)
  problems.push(...checkRungs(read))
  const rungs = ranked(read)
  const unnamed: Ladder = {
    id,
    name: front.name ?? id,
    version: blobId(bytes),
    about: front.about ?? null,
    synonyms: {},
    sustainedMonths: front.sustainedMonths,
    themes: {},
    levels: rungs.map(({ level, about }) => ({ ...level, about })),
    areas: areasIn(rungs, front),
    rows: Object.fromEntries(
      rungs.map(({ level, rows }) => [
        level.id,
        Object.fromEntries(
          rows.map((row) => [
            row.competency.id,
            expectationsOf(`${id}/${level.id}/${row.competency.id}`, row.items),
          ]),
        ),
      ]),
    ),
  }
  const ladder = {
    ...unnamed,
    synonyms: synonymsIn(front, unnamed, problems),
    themes: themesIn(front, unnamed, problems),
    examples: examplesIn(front, unnamed, problems),
  }
  return problems.length > 0
    ? { ok: false, problems: problems.sort((a, b) => a.line - b.line) }
    : { ok: true, ladder, isDefault: front.isDefault }
}
