import { readFileSync } from 'node:fs'
import type { Reader } from '../../src/coaching/ports.ts'
import { checkAnswer } from '../../src/domain/check/check-answer.ts'
import { cutSpans } from '../../src/domain/evidence/spans.ts'
import { type Ladder, neighbourLevel, rankOf } from '../../src/domain/ladder/ladder.ts'
import { maskTexts, type PeopleToMask } from '../../src/domain/mask/mask.ts'
import { answerOf, makeMatcher } from '../../src/domain/offline/match-spans.ts'
import type { Theme } from '../../src/domain/offline/theme.ts'
import { macroF1, type Share, shareIn } from './metrics.ts'
import { ladderFrom } from './offline-matcher.ts'

/**
 * A labelled sentence: an `expectation` is part of the ladder that it names, an `evidence` is a query of it. A
 * sentence that stands under several competencies of its ladder is right under any of them.
 */
export type LabelledRow = {
  readonly ladder: string
  readonly level: string
  readonly competency: string
  readonly text: string
  readonly kind: string
}

/** What a reader said of one query: at most three competencies, best first. */
export type MappedRow = {
  readonly text: string
  readonly competency: string
  readonly top: readonly string[]
  /** True: the first is said to be it; false: it is one of several, or nothing is said. */
  readonly answered: boolean
}

/** A reader of single sentences. `sureness` orders them: the surest are answered first. */
export type Mapper = (
  ladder: Ladder,
  row: LabelledRow,
) => Promise<{ readonly top: readonly string[]; readonly answered: boolean; readonly sureness: number }>

/** JSON lines of a file. Throws with the line that is wrong. */
export function linesOf<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, nth) => {
      if (line.trim() === '') return []
      try {
        return [JSON.parse(line) as T]
      } catch {
        throw new Error(`${file}:${nth + 1}: this line is no JSON`)
      }
    })
}

/** Every ladder that the rows form, by its name. */
export function laddersOf(rows: readonly LabelledRow[]): Map<string, Ladder> {
  return new Map(
    [...Map.groupBy(rows, ({ ladder }) => ladder)].flatMap(([name, own]) => {
      const expectations = own.filter(({ kind }) => kind === 'expectation')
      return expectations.length === 0 ? [] : [[name, { ...ladderFrom(expectations), id: name, name }]]
    }),
  )
}

/** The offline reader, by its words alone. */
export function offlineMapper(themes: readonly Theme[]): Mapper {
  const matchers = new Map<string, ReturnType<typeof makeMatcher>>()
  return async (ladder, { text }) => {
    const matcher = matchers.get(ladder.id) ?? makeMatcher(ladder, themes)
    matchers.set(ladder.id, matcher)
    const matches = matcher.match(text)
    return {
      top: matches.slice(0, 3).map(({ competency }) => competency),
      answered: answerOf(matches).kind === 'sure',
      sureness: (matches[0]?.probability ?? 0) - (matches[1]?.probability ?? 0),
    }
  }
}

const SURENESS = { evidenced: 3, partly: 2, 'not yet': 1, "can't tell": 0 } as const

/** A model, asked as in a review: names taken out, read against the row's level, checked. */
export function modelMapper(reader: Reader, people: PeopleToMask): Mapper {
  return async (ladder, { text, level }) => {
    const rank = Math.max(0, rankOf(ladder, level))
    const target = ladder.levels[rank]?.id ?? ''
    const goal = {
      ladder: ladder.id,
      current: neighbourLevel(ladder, target, -1)?.id ?? target,
      target,
      by: null,
    }
    const cuts = cutSpans(text)
    const masked = maskTexts(
      cuts.map((cut) => cut.text),
      people,
    )
    const spans = cuts.map((cut, index) => ({
      ...cut,
      text: masked.texts[index] ?? '',
      part: 0,
      place: `0 ${cut.line}`,
      answers: null,
      saidBy: null,
    }))
    const request = { owner: { team: 'eval', user: 'eval' }, ladder, goal, spans }
    const { answer } = await reader.read({
      ...request,
      earlier: [],
      part: null,
      again: null,
      signal: AbortSignal.timeout(120_000),
    })
    const findings = answer ? checkAnswer(answer, request).answer.findings : []
    const [first] = findings
    const sureness = first?.status ? SURENESS[first.status] : 0
    return {
      top: findings.slice(0, 3).map(({ competency }) => competency),
      answered: sureness > 0,
      sureness,
    }
  }
}

export type Mapping = {
  readonly metrics: Readonly<Record<string, number>>
  /** The 95% intervals of those metrics that are shares. */
  readonly intervals: Readonly<Record<string, readonly [low: number, high: number]>>
  readonly n: number
  readonly rows: readonly MappedRow[]
}

/** The surest share of all queries on which precision is given, as quality targets name it. */
const COVERAGE = 0.35

/** Runs every query in its order, several at a time. Queries whose ladder has no expectations are left out. */
export async function runMapping(rows: readonly LabelledRow[], map: Mapper, atOnce = 8): Promise<Mapping> {
  const ladders = laddersOf(rows)
  const queries = rows.filter(({ kind, ladder }) => kind === 'evidence' && ladders.has(ladder))
  const said: Awaited<ReturnType<Mapper>>[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let nth = next++; nth < queries.length; nth = next++)
        said[nth] = await map(ladders.get(queries[nth]!.ladder)!, queries[nth]!)
    }),
  )
  const labels = Map.groupBy(queries, ({ ladder, text }) => `${ladder}\n${text}`)
  const graded = queries.map((query, nth) => {
    const gold = new Set(labels.get(`${query.ladder}\n${query.text}`)!.map(({ competency }) => competency))
    const { top, answered, sureness } = said[nth]!
    return { gold, top, answered, sureness, right: gold.has(top[0] ?? '') }
  })
  const surest = [...graded]
    .sort((a, b) => b.sureness - a.sureness)
    .slice(0, Math.ceil(graded.length * COVERAGE))
  const shares: Record<string, Share> = {
    top1: shareIn(graded.map(({ right }) => right)),
    top3: shareIn(graded.map(({ gold, top }) => top.some((one) => gold.has(one)))),
    coverage: shareIn(graded.map(({ answered }) => answered)),
    precisionAnswered: shareIn(graded.filter(({ answered }) => answered).map(({ right }) => right)),
    precisionAt35: shareIn(surest.map(({ right }) => right)),
  }
  return {
    metrics: {
      ...Object.fromEntries(Object.entries(shares).map(([name, { value }]) => [name, value])),
      macroF1: macroF1(graded.map(({ gold, top }) => ({ gold, said: top[0] }))),
    },
    intervals: Object.fromEntries(Object.entries(shares).map(([name, { low, high }]) => [name, [low, high]])),
    n: queries.length,
    rows: queries.map(({ text, competency }, nth) => ({
      text,
      competency,
      top: said[nth]!.top,
      answered: said[nth]!.answered,
    })),
  }
}
