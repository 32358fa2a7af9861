import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { type Lookup, textOf } from '../../src/domain/ladder/ladder-view.ts'
import { lookupOf } from '../../src/domain/ladder/lookup.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')

/** A lookup as in the tables. */
const written = (lookup: Lookup): string => {
  switch (lookup.kind) {
    case 'level':
      return `level ${lookup.level.id}${lookup.area ? ` ${lookup.area.id}` : ''}`
    case 'competency':
      return `competency ${lookup.competency.id}`
    case 'cell':
      return `cell ${lookup.level.id} ${lookup.competency.id}`
    case 'compare':
      return `compare ${lookup.from.id} ${lookup.to.id}${lookup.competency ? ` ${lookup.competency.id}` : ''}`
    case 'search':
      return `search ${lookup.found.hits.map(({ level, competency }) => `${level.id} ${competency.id}`).join(', ')}`
    case 'choose':
      return `choose ${lookup.between.map(({ ladder, shown }) => (shown.kind === 'ladder' ? ladder.id : textOf(shown))).join(', ')}`
    case 'next':
      return `next${lookup.competency ? ` ${lookup.competency.id}` : ''}`
    case 'set-goal':
      return `goal ${lookup.goal.current} ${lookup.goal.target}${lookup.goal.by ? ` ${lookup.goal.by}` : ''}`
    case 'set-goal-date':
      return `goal-date ${lookup.by}`
    case 'goal-refused':
      return `refused ${lookup.why}`
    case 'unknown':
      return `unknown ${lookup.nearest.join(', ')}`
    default:
      return lookup.kind
  }
}

/** Rows of a table: a text, a tab, and what it should show. */
const rowsOf = (file: string): [string, string][] =>
  readFileSync(`test/fixtures/look-up-ladder/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line): [string, string] => [
      line.slice(0, line.lastIndexOf('\t')),
      line.slice(line.lastIndexOf('\t') + 1),
    ])

/** Every cell that a search should find is among its hits. Everything else is exactly as in the table. */
const agrees = (shown: string, expected: string): boolean => {
  if (expected === 'unknown') return shown.startsWith('unknown ')
  const [kind, ...rest] = expected.split(' ')
  if (kind !== 'search' && kind !== 'unknown') return shown === expected
  const wanted = rest.join(' ').split(', ')
  return shown.startsWith(`${kind} `) && wanted.every((one) => shown.slice(kind.length).includes(` ${one}`))
}

const sre = await loadShelf('rubric')
const several = await loadShelf('test/fixtures/look-up-ladder/rubric')

describe('what people type after /ladder', () => {
  it.each(rowsOf('phrasings.tsv'))('%j is %s', (text, expected) => {
    const { lookup } = lookupOf({ shelf: sre, own: null, text, today: TODAY })
    expect({ text, shown: written(lookup), agrees: agrees(written(lookup), expected) }).toMatchObject({
      agrees: true,
    })
  })

  it.each(rowsOf('phrasings-several.tsv'))('%j among three ladders is %s', (text, expected) => {
    const { ladder, lookup } = lookupOf({ shelf: several, own: null, text, today: TODAY })
    const [wantedLadder, wanted] = [
      expected.slice(0, expected.indexOf(':')),
      expected.slice(expected.indexOf(':') + 2),
    ]
    const shown = written(lookup)
    expect({ text, ladder: ladder.id, shown, agrees: agrees(shown, wanted) }).toMatchObject({
      ladder: wantedLadder,
      agrees: true,
    })
  })
})
