import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { spansOf } from '../../src/domain/evidence/evidence.ts'
import { deedsIn } from '../../src/domain/evidence/evidence-context.ts'
import { signalsIn } from '../../src/domain/evidence/evidence-signals.ts'
import { plainText } from '../../src/domain/evidence/reading-text.ts'
import { qualityOfSpan } from '../../src/domain/evidence/span-quality.ts'
import type { Ladder } from '../../src/domain/ladder/ladder.ts'
import type { Goal } from '../../src/domain/person.ts'
import { partOf } from '../domain/evidence-fixture.ts'
import { type LabelledRow, laddersOf, linesOf } from './mapping.ts'
import { type Share, shareIn } from './metrics.ts'
import { readingBy, reviewedBy } from './pipeline.ts'

/** What the words of a text show, besides a competency. */
const SIGNALS = ['own_part', 'result', 'number', 'artifact', 'sustained', 'voucher'] as const
type Signals = Readonly<Record<(typeof SIGNALS)[number], boolean>>

/**
 * A text as somebody sends it. `competencies` are right, `also_fair` are defensible. A text that is no `deed` has
 * neither.
 */
export type EverydayRow = {
  readonly id: string
  readonly ladder: string
  readonly text: string
  readonly deed: boolean
  readonly competencies?: readonly string[]
  readonly also_fair?: readonly string[]
  readonly strength?: Signals | null
}

/** What the offline reader shows for a text, by the ids of competencies. */
export type EverydayAnswer = {
  readonly id: string
  /** Whether any of its sentences is taken for something done. */
  readonly deed: boolean
  readonly findings: readonly string[]
  /** Questions that name two or three competencies, likeliest first. */
  readonly choices: readonly (readonly string[])[]
  /** Neither a finding nor a choice. */
  readonly nothing: boolean
  readonly signals: Signals
}

const MOST_FINDINGS = 3
const MOST_CHOICES = 2
const MOST_OPTIONS = 3

/** A goal in the middle of a ladder, as in "L2 to L3" of five levels. */
export const goalOn = ({ id, levels }: Ladder): Goal => {
  const middle = Math.floor(levels.length / 2)
  return { ladder: id, current: levels[Math.max(0, middle - 1)]!.id, target: levels[middle]!.id, by: null }
}

/** Where a ladder is looked for by its name: as asked, in the bot's own folder, among the published ones. */
export function ladderPlaces(
  asked: string | undefined,
  env: { readonly RUBRIC_DIR?: string; readonly TEST_DATA_DIR?: string },
): string[] {
  const published = join(env.TEST_DATA_DIR ?? '', 'labelled.jsonl')
  const isThere = env.TEST_DATA_DIR !== undefined && existsSync(published)
  return [...(asked ? [asked] : []), env.RUBRIC_DIR ?? 'rubric', ...(isThere ? [published] : [])]
}

/** Ladders of a folder of Markdown files, or those that the rows of a file of labelled sentences form. */
const laddersIn = async (place: string): Promise<Ladder[]> =>
  statSync(place).isDirectory()
    ? [...(await loadShelf(place)).all]
    : [...laddersOf(linesOf<LabelledRow>(place)).values()]

/** The ladder of each name: by its id or its name, the first place first. */
async function findLadders(rows: readonly EverydayRow[], places: readonly string[]) {
  const known = (await Promise.all(places.map(laddersIn))).flat()
  const folded = (name: string): string => name.toLowerCase()
  return new Map(
    [...new Set(rows.map(({ ladder }) => ladder))].map((name) => {
      const ladder = known.find((one) => [one.id, one.name].map(folded).includes(folded(name)))
      if (!ladder)
        throw new Error(`There is no ladder ${name} in ${places.join(' or ')}: name it by --ladders`)
      return [name, ladder] as const
    }),
  )
}

const NO_SIGNALS = Object.fromEntries(SIGNALS.map((name) => [name, false])) as Signals

/** What the words of a text show in the places where something done is told. */
const signalsOf = (text: string): { deed: boolean; signals: Signals } => {
  const spans = spansOf({ parts: [partOf(text)] })
  const deeds = deedsIn(spans)
  if (deeds.length === 0) return { deed: false, signals: NO_SIGNALS }
  const places = new Set(deeds.map(({ place }) => place))
  const beside = spans.filter(({ place }) => places.has(place))
  const qualities = beside.map(qualityOfSpan)
  const signs = beside.map((span) => signalsIn(text)(span.text))
  return {
    deed: true,
    signals: {
      own_part: qualities.some(({ part }) => part === 'own'),
      result: qualities.some(({ result }) => result),
      number: qualities.some(({ number }) => number),
      artifact: qualities.some(({ artefact }) => artefact),
      sustained: signs.some(({ repeated }) => repeated),
      voucher: false,
    },
  }
}

/** What the offline reader shows for each text, sent alone by somebody without other evidence. */
export async function readEveryday(
  rows: readonly EverydayRow[],
  places: readonly string[],
): Promise<EverydayAnswer[]> {
  const ladders = await findLadders(rows, places)
  const read = await readingBy(null)
  const answers: EverydayAnswer[] = []
  for (const { id, ladder: name, text } of rows) {
    const ladder = ladders.get(name)!
    const { review } = await reviewedBy(read, ladder, text, goalOn(ladder))
    const findings = review.findings.slice(0, MOST_FINDINGS).map(({ competency }) => competency)
    const choices = review.choices.slice(0, MOST_CHOICES).map(({ between }) => between.slice(0, MOST_OPTIONS))
    const { deed, signals } = signalsOf(plainText(text))
    const vouched = review.considered.some(({ kind, met }) => kind === 'voucher' && met === true)
    answers.push({
      id,
      deed,
      findings,
      choices,
      nothing: findings.length === 0 && choices.length === 0,
      signals: { ...signals, voucher: deed && vouched },
    })
  }
  return answers
}

type Figure = (row: EverydayRow, answer: EverydayAnswer) => boolean

const isRight = ({ competencies = [] }: EverydayRow, said: readonly string[]): boolean =>
  said.some((one) => competencies.includes(one))
const isFair = ({ competencies = [], also_fair = [] }: EverydayRow, one: string): boolean =>
  competencies.includes(one) || also_fair.includes(one)

/** Of the texts that tell a deed. */
const OF_DEEDS: Readonly<Record<string, Figure>> = {
  'taken for a deed': (_, { deed }) => deed,
  'right finding': (row, { findings }) => isRight(row, findings),
  'right choice and no right finding': (row, { findings, choices }) =>
    !isRight(row, findings) && isRight(row, choices.flat()),
  'right finding or right choice': (row, { findings, choices }) =>
    isRight(row, [...findings, ...choices.flat()]),
  'right one found, or among the first two named': (row, { findings, choices }) =>
    isRight(row, findings) || isRight(row, [...new Set([...findings, ...choices.flat()])].slice(0, 2)),
  'finding that is neither right nor fair': (row, { findings }) => findings.some((one) => !isFair(row, one)),
  'finding that is not right': (row, { findings }) => findings.some((one) => !isRight(row, [one])),
  nothing: (_, { nothing }) => nothing,
}

/** Of the texts that tell none. */
const OF_OTHERS: Readonly<Record<string, Figure>> = {
  'no deed, yet asserted': (_, { findings }) => findings.length > 0,
  'no deed, yet asked about': (_, { choices }) => choices.length > 0,
}

/** The figures of answers, each with the texts that it counts. */
export function gradeEveryday(
  rows: readonly EverydayRow[],
  answers: readonly EverydayAnswer[],
): Readonly<Record<string, Share>> {
  const pairs = rows.map((row, nth) => ({ row, answer: answers[nth]! }))
  const over = (figures: Readonly<Record<string, Figure>>, deed: boolean) => {
    const those = pairs.filter(({ row }) => row.deed === deed)
    return Object.entries(figures).map(
      ([name, holds]) => [name, shareIn(those.map(({ row, answer }) => holds(row, answer)))] as const,
    )
  }
  const ofSignals = SIGNALS.flatMap((name) => {
    const those = pairs.filter(({ row }) => row.deed && row.strength)
    const seen = (said: boolean) =>
      shareIn(
        those.filter(({ row }) => row.strength![name] === said).map(({ answer }) => answer.signals[name]),
      )
    return [[`${name} seen`, seen(true)] as const, [`${name} seen where none is`, seen(false)] as const]
  })
  return Object.fromEntries([...over(OF_DEEDS, true), ...over(OF_OTHERS, false), ...ofSignals])
}

/** Figures as a table, a line each. */
export function figureLines(figures: Readonly<Record<string, Share>>): string[] {
  return Object.entries(figures).map(
    ([name, { value, low, high, n }]) =>
      `  ${name.padEnd(48)} ${value.toFixed(3)}   [${low.toFixed(3)}, ${high.toFixed(3)}] of ${n}`,
  )
}
