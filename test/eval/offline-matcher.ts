import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadThemes } from '../../src/adapters/reader/theme-bank.ts'
import type { Expectation, Ladder } from '../../src/domain/ladder/ladder.ts'
import { answerOf, makeMatcher } from '../../src/domain/offline/match-spans.ts'
import type { Theme } from '../../src/domain/offline/theme.ts'
import { presentIn } from './present-in.ts'

/** A labelled sentence. */
export type Row = { level: string; competency: string; text: string }

type PublishedRow = Row & { source: string; ladder: string; kind: string }
type Packet = { text: string; spans: { start: number; end: number }[]; present: string[] }

const linesOf = <T>(folder: string, file: string): T[] =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

/** A ladder out of labelled rows, for measuring alone; `leave` takes one level's rows out. */
export function ladderFrom(rows: readonly Row[], leave?: string): Ladder {
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
    sustainedMonths: 6,
    themes: {},
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

type Result = { right: boolean; top3: boolean; margin: number; sure: boolean }

const resultsOf = (ladder: Ladder, rows: readonly Row[], themes: readonly Theme[]): Result[] => {
  const { match } = makeMatcher(ladder, themes)
  return rows.map((row) => {
    // A sentence that stands under several labels counts for each of them.
    const gold = new Set(rows.filter(({ text }) => text === row.text).map(({ competency }) => competency))
    const ranked = match(row.text)
    return {
      right: gold.has(ranked[0]?.competency ?? ''),
      top3: ranked.slice(0, 3).some(({ competency }) => gold.has(competency)),
      margin: (ranked[0]?.probability ?? 0) - (ranked[1]?.probability ?? 0),
      sure: answerOf(ranked).kind === 'sure',
    }
  })
}

/**
 * `selective` is the precision on the surest 35%; `shown` is the share that is shown without a choice, and
 * `shownRight` how many of these are right.
 */
export type Scores = {
  n: number
  top1: number
  top3: number
  selective: number
  shown: number
  shownRight: number
}

const share = (list: readonly boolean[]): number => list.filter(Boolean).length / Math.max(1, list.length)

const scoresOf = (results: readonly Result[]): Scores => {
  const surest = [...results].sort((a, b) => b.margin - a.margin).slice(0, Math.ceil(results.length * 0.35))
  return {
    n: results.length,
    top1: share(results.map(({ right }) => right)),
    top3: share(results.map(({ top3 }) => top3)),
    selective: share(surest.map(({ right }) => right)),
    shown: share(results.map(({ sure }) => sure)),
    shownRight: share(results.filter(({ sure }) => sure).map(({ right }) => right)),
  }
}

/** The sentences of each level against a ladder without that level. */
export function leaveLevelsOut(rows: readonly Row[], themes: readonly Theme[]): Scores {
  return scoresOf(
    [...new Set(rows.map(({ level }) => level))].flatMap((level) =>
      resultsOf(
        ladderFrom(rows, level),
        rows.filter((row) => row.level === level),
        themes,
      ),
    ),
  )
}

/** Micro-F1 of the competencies that are present in each text. */
const packetsF1 = (ladder: Ladder, packets: readonly Packet[], themes: readonly Theme[]): number => {
  const { match } = makeMatcher(ladder, themes)
  let [both, either] = [0, 0]
  for (const { text, spans, present } of packets) {
    const found = presentIn(spans.map(({ start, end }) => match(text.slice(start, end))))
    both += found.filter(({ competency }) => present.includes(competency)).length
    either += found.length + present.length
  }
  return (2 * both) / either
}

export type Measured = {
  /** Medium's example tasks against its own ladder. */
  readonly medium: Scores
  /** The same tasks, joined into texts that speak to three to seven competencies. */
  readonly packets: number
  readonly leftOut: Readonly<Record<'sre' | 'programmers' | 'dropbox' | 'monzo', Scores>>
}

export async function measure(folder: string): Promise<Measured> {
  const themes = await loadThemes()
  const rows = linesOf<PublishedRow>(folder, 'labelled.jsonl')
  const expectations = rows.filter(({ kind }) => kind === 'expectation')
  const medium = rows.filter(({ source }) => source.startsWith('medium'))
  const ladder = ladderFrom(medium.filter(({ kind }) => kind === 'expectation'))
  const left = (wanted: (row: PublishedRow) => boolean): Scores =>
    leaveLevelsOut(expectations.filter(wanted), themes)
  return {
    medium: scoresOf(
      resultsOf(
        ladder,
        medium.filter(({ kind }) => kind === 'evidence'),
        themes,
      ),
    ),
    packets: packetsF1(ladder, linesOf<Packet>(folder, 'packets.jsonl'), themes),
    leftOut: {
      sre: left((row) => row.ladder === 'Ops: SRE'),
      programmers: left((row) => row.ladder === 'Programmers: Programmer'),
      dropbox: left(({ source }) => source === 'dropbox'),
      monzo: left(({ source }) => source === 'monzo'),
    },
  }
}

/** Sentences of the bank that say nearly the same, in their words, as a sentence of the published data. */
export async function copiesIn(folder: string, alike: number): Promise<string[]> {
  const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const published = linesOf<PublishedRow>(folder, 'labelled.jsonl').map(({ text }) => wordsOf(text))
  return (await loadThemes())
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => {
      const words = wordsOf(sentence)
      return published.some((other) => words.intersection(other).size >= alike * words.union(other).size)
    })
}

if (import.meta.main) {
  const folder = process.env.TEST_DATA_DIR
  if (!folder)
    process.stderr.write('Set TEST_DATA_DIR to the folder with labelled.jsonl; nothing was measured.\n')
  else {
    const { medium, packets, leftOut } = await measure(folder)
    console.table({ medium, ...leftOut })
    console.table({ 'packets, micro-F1': packets })
  }
}
