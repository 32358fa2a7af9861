import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadThemes } from '../../src/adapters/offline-reader.ts'
import type { Expectation, Ladder } from '../../src/domain/ladder.ts'
import { makeMatcher, type Theme } from '../../src/domain/match-spans.ts'

/** A labelled sentence. */
export type Row = { level: string; competency: string; text: string }

type PublishedRow = Row & { source: string; ladder: string; kind: string }

const linesOf = <T>(folder: string, file: string): T[] =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

/** A ladder out of labelled rows, for measuring alone; `leave` takes one level's rows out. */
export const ladderFrom = (rows: readonly Row[], leave?: string): Ladder => {
  const competencies = [...new Set(rows.map(({ competency }) => competency))]
  const levels = [...new Set(rows.map(({ level }) => level))]
  const table: Record<string, Record<string, Expectation[]>> = {}
  for (const { level, competency, text } of rows.filter((row) => row.level !== leave)) {
    const rows = table[level] ?? {}
    const row = rows[competency] ?? []
    table[level] = { ...rows, [competency]: row }
    row.push({ id: `x/${level}/${competency}/${row.length + 1}`, text, bullet: row.length + 1 })
  }
  return {
    id: 'x',
    name: 'x',
    version: '',
    about: null,
    synonyms: {},
    levels: levels.map((id, rank) => ({ id, rank, title: id, about: null })),
    areas: [
      {
        id: 'all',
        name: 'All',
        competencies: competencies.map((name) => ({ id: name, name, subtitle: null, about: null })),
      },
    ],
    rows: table,
  }
}

export type Scores = { top1: number; top3: number; selective: number; n: number }

/** Top-1, top-3, and precision on the surest 35%, of evidence rows against their competency. */
export const scoreMatcher = (ladder: Ladder, rows: readonly Row[], themes: readonly Theme[]): Scores => {
  const { match } = makeMatcher(ladder, themes)
  const results = rows.map((row) => {
    // A sentence that stands under several labels counts for each of them.
    const gold = new Set(rows.filter(({ text }) => text === row.text).map(({ competency }) => competency))
    const ranked = match(row.text)
    const sure = (ranked[0]?.probability ?? 0) - (ranked[1]?.probability ?? 0)
    return {
      right: gold.has(ranked[0]?.competency ?? ''),
      top3: ranked.slice(0, 3).some(({ competency }) => gold.has(competency)),
      sure,
    }
  })
  const surest = [...results].sort((a, b) => b.sure - a.sure).slice(0, Math.ceil(results.length * 0.35))
  const share = (list: readonly boolean[]): number => list.filter(Boolean).length / Math.max(1, list.length)
  return {
    n: results.length,
    top1: share(results.map(({ right }) => right)),
    top3: share(results.map(({ top3 }) => top3)),
    selective: share(surest.map(({ right }) => right)),
  }
}

/** Medium's example tasks against its own ladder, and the SRE ladder with one level left out at a time. */
export const measure = async (folder: string): Promise<Record<string, Scores>> => {
  const themes = await loadThemes()
  const rows = linesOf<PublishedRow>(folder, 'labelled.jsonl')
  const medium = rows.filter(({ source }) => source.startsWith('medium'))
  const sre = rows.filter(({ ladder, kind }) => /SRE|Ops|Operations/i.test(ladder) && kind === 'expectation')
  const left = [...new Set(sre.map(({ level }) => level))].map((level) =>
    scoreMatcher(
      ladderFrom(sre, level),
      sre.filter((row) => row.level === level),
      themes,
    ),
  )
  const mean = (pick: (scores: Scores) => number): number =>
    left.reduce((sum, scores) => sum + pick(scores) * scores.n, 0) / left.reduce((sum, { n }) => sum + n, 0)
  return {
    'Medium evidence': scoreMatcher(
      ladderFrom(medium.filter(({ kind }) => kind === 'expectation')),
      medium.filter(({ kind }) => kind === 'evidence'),
      themes,
    ),
    'SRE, one level left out': {
      n: sre.length,
      top1: mean(({ top1 }) => top1),
      top3: mean(({ top3 }) => top3),
      selective: mean(({ selective }) => selective),
    },
  }
}

if (import.meta.main) {
  const folder = process.env.TEST_DATA_DIR
  if (!folder)
    process.stderr.write('Set TEST_DATA_DIR to the folder with labelled.jsonl; nothing was measured.\n')
  else console.table(await measure(folder))
}
