import type { Ladder } from '../domain/ladder/ladder.ts'
import type { Theme } from '../domain/offline/theme.ts'
import { type Ties, tiesOf } from '../domain/offline/tie-themes.ts'

/** How many themes are shown for a competency. */
const SHOWN = 5

/** Below this its nearest theme is hardly nearer than others: the ladder's sentences name little work. */
const WEAK = 0.4

const strongest = ({ ties }: Ties): number => ties[0]?.strength ?? 0

const line = (one: Ties, width: number): string => {
  const shown = one.ties
    .slice(0, SHOWN)
    .filter(({ strength }) => strength > 0)
    .map(({ theme, strength }) => `${theme} ${Math.round(strength * 100)}%`)
  const note = one.given ? '  (named in the file)' : strongest(one) < WEAK ? '  (weak)' : ''
  return `  ${one.competency.name.padEnd(width)}  ${shown.join(', ') || 'nothing known'}${note}`
}

/** What to look at and how to correct it, for the owner of a ladder. `path` is the ladder's file. */
export function tiesText(ladder: Ladder, themes: readonly Theme[], path: string): string {
  const ties = tiesOf(ladder, themes)
  if (ties.length < 2) return `${ladder.name}: it has one competency; there is nothing to tell it from`
  const width = Math.max(...ties.map(({ competency }) => competency.name.length))
  const weak = ties.filter((one) => !one.given && strongest(one) < WEAK)
  const example = [...ties].filter(({ given }) => !given).sort((a, b) => strongest(a) - strongest(b))[0]
  return [
    `${ladder.name}: the kinds of work that evidence for each competency is looked for in,`,
    'and how near each is to what the ladder says of it (100%: the same words; weak below 40%)',
    ...ties.map((one) => line(one, width)),
    ...(weak.length === 0
      ? []
      : [
          `Tied weakly: ${weak.map(({ competency }) => competency.name).join(', ')}. ` +
            'Their sentences name little work, so that their evidence is easily missed.',
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
  ].join('\n')
}

/** All themes that a ladder can name, by the wider kinds of work. */
export function allThemesText(themes: readonly Theme[]): string {
  const areas = Map.groupBy(themes, ({ areas: [area] }) => area ?? 'other')
  return [...areas]
    .map(([area, members]) => `${area}: ${members.map(({ theme }) => theme).join(', ')}`)
    .join('\n')
}
