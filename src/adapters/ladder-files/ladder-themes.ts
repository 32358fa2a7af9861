import { competenciesOf, type Ladder } from '../../domain/ladder/ladder.ts'
import type { Theme } from '../../domain/offline/theme.ts'
import { plain } from '../../domain/text/plain.ts'
import { nearness } from '../../domain/text/spelling.ts'
import { knownThemes } from '../reader/theme-bank.ts'
import type { FrontMatter, LadderProblem } from './ladder-front-matter.ts'

/** How many themes to offer in place of one that is not known. */
const OFFERED = 3

/** How near a name comes to a theme: by its letters, and by whole words that a theme is also called by. */
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
 * The front matter's themes for competencies by id. A name that is no competency and a theme that the bank does
 * not have are problems.
 */
export function themesIn(front: FrontMatter, ladder: Ladder, problems: LadderProblem[]): Ladder['themes'] {
  const entries = Object.entries(front.themes)
  if (entries.length === 0) return {}
  const themes = knownThemes()
  const byName = new Map(themes.map(({ theme }) => [plain(theme), theme]))
  return Object.fromEntries(
    entries.flatMap(([name, wanted]) => {
      const line = front.lineOf(name, 'themes:')
      const competency = competenciesOf(ladder).find((one) => plain(one.name) === plain(name))
      if (!competency) {
        const names = competenciesOf(ladder).map((one) => one.name)
        problems.push({
          line,
          wrong: `the ladder has no competency "${name}"`,
          right: `its competencies are ${names.join(', ')}`,
        })
        return []
      }
      for (const theme of wanted.filter((one) => !byName.has(plain(one))))
        problems.push({
          line,
          wrong: `there is no theme "${theme}"`,
          right: `the nearest are ${nearestThemes(theme, themes).join(', ')}; "npm run ladder -- themes" lists all`,
        })
      return [[competency.id, wanted.flatMap((one) => byName.get(plain(one)) ?? [])]]
    }),
  )
}
