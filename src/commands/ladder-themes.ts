import { competenciesOf, examplesOf, type Ladder } from '../domain/ladder/ladder.ts'
import { makeMatcher } from '../domain/offline/match-spans.ts'
import type { Theme } from '../domain/offline/theme.ts'
import { type Ties, tiesOf } from '../domain/offline/tie-themes.ts'

/** How many themes are shown for a competency. */
const SHOWN = 5

/** Below this, the nearest theme is hardly closer than others, because the ladder's sentences mention little work. */
const WEAK = 0.4

const strongest = ({ ties }: Ties): number => ties[0]?.strength ?? 0

const line = (one: Ties, width: number, examples: number): string => {
  const shown = one.ties
    .slice(0, SHOWN)
    .filter(({ strength }) => strength > 0)
    .map(({ theme, strength }) => `${theme} ${Math.round(strength * 100)}%`)
  const also = examples === 0 ? '' : `  (${examples} ${examples === 1 ? 'example' : 'examples'})`
  const note = one.given ? '  (named in the file)' : strongest(one) < WEAK ? '  (weak)' : ''
  return `  ${one.competency.name.padEnd(width)}  ${shown.join(', ') || 'none known'}${note}${also}`
}

/** How many of the owner's examples the matcher finds under their competency, first and among three. */
const foundOf = (
  ladder: Ladder,
  themes: readonly Theme[],
  given: NonNullable<Ladder['examples']>,
): { first: number; three: number } => {
  let [first, three] = [0, 0]
  for (const [id, deeds] of Object.entries(ladder.examples ?? {}))
    for (const deed of deeds) {
      // Without itself, or it would find itself.
      const others = { ...given, ...(given[id] ? { [id]: given[id].filter((one) => one !== deed) } : {}) }
      const ranked = makeMatcher({ ...ladder, examples: others }, themes).match(deed)
      const place = ranked.findIndex(({ competency }) => competency === id)
      if (place === 0) first += 1
      if (place >= 0 && place < 3) three += 1
    }
  return { first, three }
}

/** What the examples of a ladder's owner do: each of them read by the others, and without any. */
const examplesText = (ladder: Ladder, themes: readonly Theme[]): string[] => {
  const examples = ladder.examples ?? {}
  const all = Object.values(examples).flat().length
  if (all === 0)
    return [
      'Example deeds help me too. Four for each competency, in the words of your teams, go next to the themes:',
      '  examples:',
      `    ${competenciesOf(ladder)[0]?.name}: [a deed in one sentence, another deed]`,
    ]
  const [without, now] = [foundOf(ladder, themes, {}), foundOf(ladder, themes, examples)]
  return [
    `Examples: ${all}. I read each one without itself, first by no examples, then by the others.`,
    `  The right competency comes first: ${without.first} of ${all}, then ${now.first} of ${all}.`,
    `  It is among the first 3: ${without.three} of ${all}, then ${now.three} of ${all}.`,
  ]
}

/** What the owner of a ladder should check and how to correct it. `path` is the ladder's file. */
export function tiesText(ladder: Ladder, themes: readonly Theme[], path: string): string {
  const ties = tiesOf(ladder, themes)
  if (ties.length < 2)
    return `${ladder.name}: it has only one competency, so there is nothing to compare it with`
  const width = Math.max(...ties.map(({ competency }) => competency.name.length))
  const weak = ties.filter((one) => !one.given && strongest(one) < WEAK)
  const example = [...ties].filter(({ given }) => !given).sort((a, b) => strongest(a) - strongest(b))[0]
  return [
    `${ladder.name}: the kinds of work in which I look for evidence of each competency,`,
    'and how close each is to what the ladder says (100%: the same words; weak below 40%)',
    ...ties.map((one) => line(one, width, examplesOf(ladder, one.competency.id).length)),
    ...(weak.length === 0
      ? []
      : [
          `Weak: ${weak.map(({ competency }) => competency.name).join(', ')}. ` +
            'The ladder’s sentences there name little work, so I can easily miss evidence.',
        ]),
    ...(example === undefined
      ? []
      : [
          `To correct one, name its themes between the --- lines at the top of ${path}:`,
          '  themes:',
          `    ${example.competency.name}: [${example.ties
            .slice(0, 3)
            .map(({ theme }) => theme)
            .join(', ')}]`,
          '"npm run ladder -- themes" lists all themes.',
        ]),
    ...examplesText(ladder, themes),
  ].join('\n')
}

/** All themes that a ladder can name, grouped by kind of work. */
export function allThemesText(themes: readonly Theme[]): string {
  const areas = Map.groupBy(themes, ({ areas: [area] }) => area ?? 'other')
  return [...areas]
    .map(([area, members]) => `${area}: ${members.map(({ theme }) => theme).join(', ')}`)
    .join('\n')
}
