import type { types } from '@slack/bolt'
import type { Coverage, CoverageLine, Quarter, Shown } from '../../../domain/packet/coverage.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { entries } from '../evidence/found.ts'
import { bold, footnote, line, richText, words } from '../rich-text.ts'

/** A sign for each status. Words say the same. */
const SIGNS: Readonly<Record<Shown, string>> = { nothing: '▢', possible: '○', partly: '◐', shown: '●' }

const WORDS: Readonly<Record<Exclude<Shown, 'nothing'>, string>> = {
  shown: 'shown',
  partly: 'partly shown',
  possible: 'possible match',
}

/** "Q4 2026". */
export function quarterWords({ year, quarter }: Quarter): string {
  return `Q${quarter} ${year}`
}

/** "Q2 and Q4 2026", "Q4 2025 and Q1 2026": a year is said once. */
const quartersWords = (quarters: readonly Quarter[]): string => {
  const years = Map.groupBy(quarters, ({ year }) => year)
  return listed([...years].map(([year, all]) => `${listed(all.map(({ quarter }) => `Q${quarter}`))} ${year}`))
}

/** The quarters of a line by what they show: "shown in Q2 and Q4 2026, partly shown in Q3 2026". */
const whenWords = ({ quarters }: Coverage, line: CoverageLine): string => {
  const said = (['shown', 'partly', 'possible'] as const).flatMap((status) => {
    const held = quarters.filter((_, nth) => line.quarters[nth] === status)
    return held.length > 0 ? [`${WORDS[status]} in ${quartersWords(held)}`] : []
  })
  return said.length > 0
    ? said.join(', ')
    : line.best === 'nothing'
      ? 'nothing shown yet'
      : `${WORDS[line.best]} before ${quarterWords(quarters[0]!)}`
}

const howLong = ({ pieces, months }: CoverageLine): string => {
  if (pieces === 0) return ''
  if (months === null || months < 1) return `, ${entries(pieces)}`
  return `, ${entries(pieces)} over ${months} ${months === 1 ? 'month' : 'months'}`
}

const lineOf = (coverage: Coverage, one: CoverageLine): types.RichTextSection =>
  line(
    words(`${one.quarters.map((shown) => SIGNS[shown]).join('')}  `),
    bold(one.competency.name),
    words(`: ${whenWords(coverage, one)}${howLong(one)}.`),
    ...(one.emptiest ? [bold(' Start here.')] : []),
  )

/** How many competencies fit in one block. */
const AT_ONCE = 20

/** The coverage of a goal: a line a competency, with a sign a quarter and the same in words. */
export function coverageBlocks(coverage: Coverage): types.KnownBlock[] {
  const { quarters, lines } = coverage
  return [
    footnote(`Quarters, from left: ${quarters.map(quarterWords).join(', ')}, which is now.`),
    ...Array.from({ length: Math.ceil(lines.length / AT_ONCE) }, (_, nth) =>
      richText(...lines.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE).map((one) => lineOf(coverage, one))),
    ),
    footnote(
      '● shown, ◐ partly shown, ○ possible match without AI, ▢ nothing. ' +
        'Work counts in the quarter in which you did it. These are not scores.',
    ),
  ]
}
