import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Area, Competency, Expectation, Ladder, Level } from '../domain/ladder.ts'
import { sentencesIn } from '../domain/sentences.ts'
import { type LadderProblem, readFrontMatter } from './ladder-front-matter.ts'
import { blobId } from './prompt-files.ts'

export type ParsedLadder =
  | { readonly ok: true; readonly ladder: Ladder; readonly isDefault: boolean }
  | { readonly ok: false; readonly problems: readonly LadderProblem[] }

/** `# L3 · Senior SRE`, `# L3 - Senior SRE` or `# Senior SRE (L3)`. */
const ID_FIRST = /^([A-Za-z]{0,4}\d{1,3})\s*(?:[·:–—-]\s*)?(.+)$/u
const ID_LAST = /^(.+?)\s*\(([A-Za-z]{0,4}\d{1,3})\)$/u

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')

/** The text that a reader sees: emphasis, links and code without their marks, wrapped lines joined. */
const plainText = (node: Nodes): string => {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(plainText).join(node.type === 'listItem' ? ' ' : '') : ''
}
const tidy = (node: Nodes): string => plainText(node).replace(/\s+/g, ' ').trim()

type Row = {
  readonly line: number
  readonly area: string
  readonly competency: Competency
  readonly bullets: string[]
}
type Rung = { readonly line: number; readonly level: Level; readonly rows: Row[] }

/** Walks headings and bullets into levels with rows, noting every mistake on the way. */
const readRungs = (nodes: readonly RootContent[], problems: LadderProblem[], firstLine: number): Rung[] => {
  const rungs: Rung[] = []
  let area: string | null = null
  let row: Row | null = null
  const lineOf = (node: Nodes): number => (node.position?.start.line ?? 1) + firstLine - 1
  const problem = (node: Nodes, wrong: string, right: string): void => {
    problems.push({ line: lineOf(node), wrong, right })
  }
  const addLevel = (node: Nodes, text: string): void => {
    const last = ID_LAST.exec(text)
    const first = ID_FIRST.exec(text)
    const [id, title] = last ? [last[2]!, last[1]!] : first ? [first[1]!, first[2]!] : [null, text]
    area = null
    row = null
    if (id === null)
      problem(
        node,
        `the level "${text}" has no id`,
        `write its id and title, such as "# L${rungs.length + 1} · ${text || 'Title'}"`,
      )
    const rank = Number(/\d+/.exec(id ?? '')?.[0] ?? rungs.length + 1)
    rungs.push({
      line: lineOf(node),
      level: { id: id ?? `?${rungs.length}`, rank, title: title.trim() },
      rows: [],
    })
  }
  const addRow = (node: Nodes, text: string): void => {
    const rung = rungs.at(-1)
    if (!rung) {
      problem(
        node,
        `"${text}" stands before the first level`,
        'begin with a level, such as "# L1 · Junior Engineer"',
      )
      return
    }
    const [name, subtitle] = text.split(/\s+[—–]\s+/, 2)
    if (area === null)
      problem(
        node,
        `the competency "${text}" stands under no area`,
        'put an area above it, such as "## Skill"',
      )
    row = {
      line: lineOf(node),
      area: area ?? 'Competencies',
      competency: { id: slug(name!), name: name!, subtitle: subtitle ?? null },
      bullets: [],
    }
    if (rung.rows.some(({ competency }) => competency.id === row?.competency.id)) {
      problem(
        node,
        `the competency "${name}" stands twice at ${rung.level.id}`,
        'keep one of them, with the bullets of both',
      )
    }
    rung.rows.push(row)
  }
  for (const node of nodes) {
    const text = tidy(node)
    if (node.type === 'heading') {
      if (node.depth === 1) addLevel(node, text)
      else if (node.depth === 2) {
        area = text
        row = null
        if (rungs.length === 0)
          problem(
            node,
            `the area "${text}" stands before the first level`,
            'begin with a level, such as "# L1 · Junior Engineer"',
          )
      } else if (node.depth === 3) addRow(node, text)
      else
        problem(
          node,
          `the heading "${text}" is too deep`,
          'use # for a level, ## for an area, ### for a competency',
        )
    } else if (node.type === 'list') {
      const into: Row | null = row
      if (into === null)
        problem(
          node,
          'these bullets stand under no competency',
          'put a competency above them, such as "### Mastery"',
        )
      for (const item of node.children) {
        const bullet = tidy(item)
        if (bullet === '')
          problem(item, 'this bullet is empty', 'write what is expected, or take the bullet out')
        else (into as Row | null)?.bullets.push(bullet)
      }
    } else if (node.type !== 'html' && node.type !== 'thematicBreak') {
      problem(
        node,
        `"${text.slice(0, 40)}" is no bullet`,
        'put "- " in front of it, or put it into a comment: <!-- ... -->',
      )
    }
  }
  return rungs
}

/** Every level needs the same competencies, in the same areas, each with at least one bullet. */
const checkRungs = (rungs: readonly Rung[], problems: LadderProblem[]): void => {
  const areas = new Map<string, Row>()
  const levels = new Map<string, Rung>()
  for (const rung of rungs) {
    const twin = levels.get(rung.level.id.toLowerCase())
    if (twin)
      problems.push({
        line: rung.line,
        wrong: `the level ${rung.level.id} stands twice (also in line ${twin.line})`,
        right: 'give each level an id of its own',
      })
    levels.set(rung.level.id.toLowerCase(), rung)
    for (const row of rung.rows) {
      const first = areas.get(row.competency.id) ?? row
      areas.set(row.competency.id, first)
      if (slug(first.area) !== slug(row.area)) {
        problems.push({
          line: row.line,
          wrong: `"${row.competency.name}" stands under "${row.area}" here and under "${first.area}" in line ${first.line}`,
          right: 'keep it in one area',
        })
      }
      if (row.bullets.length === 0) {
        problems.push({
          line: row.line,
          wrong: `"${row.competency.name}" at ${rung.level.id} is empty`,
          right: 'add a bullet that says what is expected, such as "- Plans individual projects."',
        })
      }
    }
  }
  for (const rung of rungs) {
    for (const [id, { competency }] of areas) {
      if (rung.rows.some((row) => row.competency.id === id)) continue
      problems.push({
        line: rung.line,
        wrong: `${rung.level.id} has no "${competency.name}"`,
        right: `add "### ${competency.name}" with a bullet under ${rung.level.id}`,
      })
    }
  }
  if (rungs.length === 1) {
    const [only] = rungs
    problems.push({
      line: only!.line,
      wrong: `${only!.level.id} is the only level`,
      right: 'add the next one: a goal needs a level to come from and one to reach',
    })
  }
  if (rungs.length === 0)
    problems.push({
      line: 1,
      wrong: 'there is no level',
      right: 'begin with one, such as "# L1 · Junior Engineer"',
    })
  else if (areas.size === 0)
    problems.push({
      line: rungs[0]!.line,
      wrong: 'there is no competency',
      right: 'add one, such as "### Mastery" with a bullet under it',
    })
}

const expectationsOf = (ladderId: string, levelId: string, row: Row): Expectation[] =>
  row.bullets
    .flatMap((bullet, index) => sentencesIn(bullet).map((text) => ({ text, bullet: index + 1 })))
    .map((sentence, index) => ({
      id: `${ladderId}/${levelId}/${row.competency.id}/${index + 1}`,
      ...sentence,
    }))

/** One ladder's file as a ladder, or all its mistakes. `id` is the file's name without ".md". */
export const parseLadder = (id: string, bytes: Buffer): ParsedLadder => {
  const problems: LadderProblem[] = []
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
  const front = readFrontMatter(text, problems)
  const rungs = readRungs(fromMarkdown(front.body).children, problems, front.bodyLine)
  checkRungs(rungs, problems)
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.line - b.line) }
  const areas = new Map<string, { area: Area; competencies: Competency[] }>()
  for (const { area, competency } of rungs.flatMap((rung) => rung.rows)) {
    const known = areas.get(slug(area)) ?? {
      area: { id: slug(area), name: area, competencies: [] },
      competencies: [],
    }
    if (!known.competencies.some((one) => one.id === competency.id)) known.competencies.push(competency)
    areas.set(slug(area), known)
  }
  const ladder: Ladder = {
    id,
    name: front.name ?? id,
    version: blobId(bytes),
    levels: rungs.map(({ level }) => level).sort((a, b) => a.rank - b.rank),
    areas: [...areas.values()].map(({ area, competencies }) => ({ ...area, competencies })),
    rows: Object.fromEntries(
      rungs.map(({ level, rows }) => [
        level.id,
        Object.fromEntries(rows.map((row) => [row.competency.id, expectationsOf(id, level.id, row)])),
      ]),
    ),
  }
  return { ok: true, ladder, isDefault: front.isDefault }
}
