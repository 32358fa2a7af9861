import type { Competency, Level } from '../../domain/ladder/ladder.ts'
import { plain } from '../../domain/text/plain.ts'
import { nearness } from '../../domain/text/spelling.ts'
import type { BulletItem } from './ladder-bullets.ts'
import type { LadderProblem } from './ladder-front-matter.ts'

/** One competency at one level, as in the file. `area` is null if it is in none. */
export type CompetencyRow = {
  readonly line: number
  readonly area: string | null
  readonly competency: Competency
  readonly items: BulletItem[]
}

/** One level, as in the file. */
export type Rung = {
  readonly line: number
  readonly level: Level
  readonly rows: CompetencyRow[]
  about: string | null
}

/** How similar two names must be for one to be a misspelling of the other (1 is equal). */
const SLIP = 0.75

const duplicates = (rungs: readonly Rung[]): LadderProblem[] => {
  const levels = new Map<string, Rung>()
  const problems: LadderProblem[] = []
  for (const rung of rungs) {
    const twin = levels.get(rung.level.id.toLowerCase())
    if (twin)
      problems.push({
        line: rung.line,
        wrong: `the level ${rung.level.id} appears twice (also in line ${twin.line})`,
        right: 'give each level its own id',
      })
    levels.set(rung.level.id.toLowerCase(), rung)
  }
  return problems
}

/** Finds competencies that only one level has, spelled almost like one that this level lacks. */
const slips = (rungs: readonly Rung[], byId: ReadonlyMap<string, CompetencyRow>): LadderProblem[] => {
  const levelsWith = (id: string): number =>
    rungs.filter(({ rows }) => rows.some(({ competency }) => competency.id === id)).length
  const once = [...byId.values()].filter(({ competency }) => levelsWith(competency.id) === 1)
  return once.flatMap(({ competency, line }) => {
    const rung = rungs.find(({ rows }) => rows.some((row) => row.competency.id === competency.id))
    const meant = [...byId.values()].find(
      (other) =>
        levelsWith(other.competency.id) > 1 &&
        !rung?.rows.some((row) => row.competency.id === other.competency.id) &&
        nearness(plain(other.competency.name), plain(competency.name)) >= SLIP,
    )
    return meant
      ? [
          {
            line,
            wrong:
              `"${competency.name}" appears only at ${rung?.level.id}, ` +
              `where "${meant.competency.name}" is missing`,
            right: `write "${meant.competency.name}" if you meant that`,
          },
        ]
      : []
  })
}

/** Checks what must hold between the levels of a file. A level may leave a competency out, or leave it empty. */
export function checkRungs(rungs: readonly Rung[]): LadderProblem[] {
  const problems = duplicates(rungs)
  const byId = new Map<string, CompetencyRow>()
  for (const row of rungs.flatMap(({ rows }) => rows)) {
    const first = byId.get(row.competency.id) ?? row
    byId.set(row.competency.id, first)
    if (plain(first.area ?? '') === plain(row.area ?? '')) continue
    const under = (area: string | null): string => (area === null ? 'under no area' : `under "${area}"`)
    problems.push({
      line: row.line,
      wrong: `"${row.competency.name}" is ${under(row.area)} here and ${under(first.area)} in line ${first.line}`,
      right: 'keep it in one area',
    })
  }
  problems.push(...slips(rungs, byId))
  const [only] = rungs
  if (only === undefined) {
    problems.push({
      line: 1,
      wrong: 'there is no level',
      right: 'start with one, for example "# L1 · Junior Engineer"',
    })
  } else if (rungs.length === 1) {
    problems.push({
      line: only.line,
      wrong: `${only.level.id} is the only level`,
      right: 'add the next one: a goal needs a current level and a higher one',
    })
  }
  if (
    only !== undefined &&
    rungs.flatMap(({ rows }) => rows).every(({ items }) => items.every(({ bullets }) => bullets.length === 0))
  ) {
    problems.push({
      line: only.line,
      wrong: byId.size === 0 ? 'there is no competency' : 'no competency says anything at any level',
      right: 'add one, for example "### Mastery" with a bullet under it',
    })
  }
  return problems
}
