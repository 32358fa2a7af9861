import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import {
  type Imported,
  importLadder,
  importLadderFiles,
} from '../../src/adapters/ladder-import/import-ladder.ts'
import { bulletsOf, rowOf } from '../../src/domain/ladder/ladder.ts'

const FOLDER = new URL('../fixtures/import-ladder/', import.meta.url).pathname
const ENDING = '.expected.txt'

/** Everything that an import made, and everything that it left: a line each. */
const told = (imported: Imported): string => {
  if (!imported.ok)
    return imported.problems
      .map(
        ({ file, line, wrong, right }) =>
          `refused ${file ? `${basename(file)}:` : ''}${line}: ${wrong}; ${right}`,
      )
      .join('\n')
  const lines = imported.ladders.flatMap(({ id, markdown }) => {
    const parsed = parseLadder(id, Buffer.from(markdown))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const { ladder } = parsed
    return ladder.levels.flatMap((level) => [
      `# ${[...new Set([level.id, level.title])].join(' ')}${level.about ? ` (${level.about})` : ''}`,
      ...ladder.areas.flatMap(({ name, competencies }) =>
        competencies.flatMap((one) => {
          const bullets = bulletsOf(rowOf(ladder, level.id, one.id))
          return bullets.length > 0 ? [`${name ? `${name} / ` : ''}${one.name}: ${bullets.join(' | ')}`] : []
        }),
      ),
    ])
  })
  const left = imported.account.flatMap((one) =>
    'left' in one
      ? [`left ${one.file ? `${basename(one.file)}:` : ''}${one.line}: ${one.text} (${one.left})`]
      : [],
  )
  return [...lines, ...left].join('\n')
}

const kinds = readdirSync(FOLDER)
const files = kinds
  .filter((kind) => !kind.startsWith('files-'))
  .flatMap((kind) => readdirSync(`${FOLDER}${kind}`).map((name) => `${kind}/${name}`))
  .filter((path) => !path.endsWith(ENDING))

describe('an import of a small ladder of a stranger', () => {
  it.each(files)('puts each sentence of %s under its own cell, or says where it stopped', async (path) => {
    const imported = importLadder(path, readFileSync(`${FOLDER}${path}`))
    await expect(`${told(imported)}\n`).toMatchFileSnapshot(`${FOLDER}${path}${ENDING}`)
  })

  it.each(kinds.filter((kind) => kind.startsWith('files-')))(
    'makes one ladder of the folder %s',
    async (kind) => {
      const names = readdirSync(`${FOLDER}${kind}`).filter((name) => !name.endsWith(ENDING))
      const imported = importLadderFiles(
        names.map((name) => ({ name: `${kind}/${name}`, bytes: readFileSync(`${FOLDER}${kind}/${name}`) })),
      )
      await expect(`${told(imported)}\n`).toMatchFileSnapshot(`${FOLDER}${kind}/all${ENDING}`)
    },
  )

  it('reads unmarked levels if the caller says where they are', () => {
    const birds = readFileSync(`${FOLDER}levels-alone/refused-birds.md`)
    expect(told(importLadder('birds.md', birds, { levelsIn: 'columns' }))).toBe(
      [
        '# Kestrel',
        'Delivery: You check small tasks before you start.',
        'Communication: You ask clear questions.',
        '# Falcon',
        'Delivery: You plan a week of tasks.',
        'Communication: You write notes others use.',
        '# Eagle',
        'Delivery: You plan a quarter for two teams.',
        'Communication: You settle what two teams disagree on.',
      ].join('\n'),
    )
  })
})
