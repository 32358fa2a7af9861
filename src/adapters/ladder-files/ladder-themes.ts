import { competenciesOf, type Ladder } from '../../domain/ladder/ladder.ts'
import type { Theme } from '../../domain/offline/theme.ts'
import { plain } from '../../domain/text/plain.ts'
import { nearness } from '../../domain/text/spelling.ts'
import { knownThemes } from '../reader/theme-bank.ts'
import type { FrontMatter, LadderProblem } from './ladder-front-matter.ts'

/** How many themes to offer instead of an unknown one. */
const OFFERED = 3

/** How similar a name is to a theme, by letters and by the other names of the theme. */
const nearnessTo = (name: string, { theme, names }: Theme): number =>
  Math.max(
    nearness(name, plain(theme)),
    ...names.map((other) => (plain(other) === name ? 0.99 : 0.9 * nearness(name, plain(other)))),
  )

const nearestThemes = (name: string, themes: readonly Theme[]): string[] =>
  themes
    .map((theme) => ({ theme: theme.theme, near: nearnessTo(plain(name), theme) }))
    .sort((one, other) => other.near - one.near)
    .slice(0, OFFERED)
    .map(({ theme }) => theme)

/**
 * The id of the competency that a setting names, or null. A name that is not a competency is a problem.
 */
const competencyFor = (
  name: string,
  setting: 'themes:' | 'examples:',
  front: FrontMatter,
  ladder: Ladder,
  problems: LadderProblem[],
): string | null => {
  const competency = competenciesOf(ladder).find((one) => plain(one.name) === plain(name))
  if (!competency)
    problems.push({
      line: front.lineOf(name, setting),
      wrong: `the ladder has no competency "${name}"`,
      right: `its competencies are ${competenciesOf(ladder)
        .map((one) => one.name)
        .join(', ')}`,
    })
  return competency?.id ?? null
}

/** The themes of competencies, by id. A name that is not a competency is a problem, and so is an unknown theme. */
export function themesIn(front: FrontMatter, ladder: Ladder, problems: LadderProblem[]): Ladder['themes'] {
  const entries = Object.entries(front.themes)
  if (entries.length === 0) return {}
  const themes = knownThemes()
  const byName = new Map(themes.map(({ theme }) => [plain(theme), theme]))
  return Object.fromEntries(
    entries.flatMap(([name, wanted]) => {
      const id = competencyFor(name, 'themes:', front, ladder, problems)
      if (id === null) return []
      for (const theme of wanted.filter((one) => !byName.has(plain(one))))
        problems.push({
          line: front.lineOf(name, 'themes:'),
          wrong: `there is no theme "${theme}"`,
          right: `the closest are ${nearestThemes(theme, themes).join(', ')}; "npm run ladder -- themes" lists all`,
        })
      return [[id, wanted.flatMap((one) => byName.get(plain(one)) ?? [])]]
    }),
  )
}

/** The example deeds of competencies, by id. A name that is not a competency is a problem. */
export function examplesIn(
  front: FrontMatter,
  ladder: Ladder,
  problems: LadderProblem[],
): NonNullable<Ladder['examples']> {
  return Object.fromEntries(
    Object.entries(front.examples).flatMap(([name, deeds]) => {
      const id = competencyFor(name, 'examples:', front, ladder, problems)
      return id === null ? [] : [[id, deeds]]
    }),
  )
}
