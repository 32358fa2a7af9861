import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { type Imported, importLadder } from '../../src/adapters/ladder-import/import-ladder.ts'
import { bulletsOf, rowOf } from '../../src/domain/ladder/ladder.ts'
import { type MadeTable, TABLES } from './ladder-tables.ts'

/** "L2|Craft|Quality" -> its bullets, for every cell of every ladder. */
const cellsIn = (imported: Imported & { ok: true }): Map<string, string[]> => {
  const cells = new Map<string, string[]>()
  for (const { id, markdown } of imported.ladders) {
    const parsed = parseLadder(id, Buffer.from(markdown))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    for (const level of parsed.ladder.levels)
      for (const area of parsed.ladder.areas)
        for (const one of area.competencies) {
          const bullets = bulletsOf(rowOf(parsed.ladder, level.id, one.id))
          const label = level.id === level.title ? level.id : `${level.id} - ${level.title}`
          const key = `${label}|${area.name ?? ''}|${one.name.replace(/ \(.*\)$/, '')}`
          if (bullets.length > 0) cells.set(key, [...(cells.get(key) ?? []), ...bullets])
        }
  }
  return cells
}

/** What is wrong with the import of a table: statements under another cell, or under none and not in the list. */
const faultsOf = (made: MadeTable, imported: Imported): string[] => {
  if (!imported.ok) return [JSON.stringify(imported.problems)]
  const cells = cellsIn(imported)
  const parents = new Set(made.known.flatMap((one) => one.cells.map((cell) => cell.split('|')[1])))
  // A single parent needs no area.
  const plain = (cell: string): string => (parents.size > 1 ? cell : cell.replace(/\|.*\|/, '|'))
  const faults: string[] = []
  for (const { mark, cells: own } of made.known) {
    const holds = (text: string): boolean => new RegExp(`${mark}\\b`).test(text)
    const found = [...cells].filter(([, bullets]) => bullets.some(holds)).map(([cell]) => plain(cell))
    const left = imported.account.some((one) => 'left' in one && holds(one.text))
    const expected = own.map(plain)
    if (found.some((cell) => !expected.includes(cell)) || (found.length < expected.length && !left))
      faults.push(
        `${mark} belongs to ${expected.join(' and ')}, but is under ${found.join(' and ') || 'none'}`,
      )
    // A break inside of a sentence does not cut it.
    const said = [...cells.values()].flat().filter(holds)
    if (said.some((text) => !text.includes(`${mark} in order and tells the team.`)))
      faults.push(`${mark} is cut`)
  }
  for (const about of made.about) {
    if (JSON.stringify([...cells]).includes(about)) faults.push(`"${about}" is under a competency`)
    if (!imported.account.some((one) => 'left' in one && one.text === about))
      faults.push(`"${about}" is lost`)
  }
  return faults
}

describe('an import of a table whose cells are known', () => {
  it.each(TABLES)('puts every sentence of %s under its own cell', (_, tables) => {
    fc.assert(
      fc.property(tables, (made) => {
        expect(faultsOf(made, importLadder(made.name, Buffer.from(made.text)))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
