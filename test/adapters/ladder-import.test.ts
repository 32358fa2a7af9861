import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { importLadder } from '../../src/adapters/ladder-import/import-ladder.ts'
import { bulletsOf, competenciesOf, type Ladder, rowOf } from '../../src/domain/ladder/ladder.ts'
import { plain } from '../../src/domain/text/plain.ts'
import { rounds } from '../fakes/rounds.ts'
import { type Company, SHAPES } from './ladder-shapes.ts'

/** Imports a file and reads what would be written. Fails on anything that is unclear. */
const ladders = (name: string, bytes: Buffer | string, options = {}): Ladder[] => {
  const imported = importLadder(name, Buffer.from(bytes), options)
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  return imported.ladders.map(({ id, markdown }) => {
    const parsed = parseLadder(id, Buffer.from(markdown))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    return parsed.ladder
  })
}

/** level id -> competency -> bullets: everything that a ladder says. */
const cellsOf = (ladder: Ladder): Record<string, Record<string, string[]>> =>
  Object.fromEntries(
    ladder.levels.map((level) => [
      level.id,
      Object.fromEntries(
        competenciesOf(ladder).flatMap(({ id, name }) => {
          const row = rowOf(ladder, level.id, id)
          return row.length > 0 ? [[name, bulletsOf(row)]] : []
        }),
      ),
    ]),
  )

const problemOf = (name: string, text: string | Buffer, options = {}): string => {
  const imported = importLadder(name, Buffer.from(text), options)
  return imported.ok
    ? 'none'
    : imported.problems.map(({ line, wrong, right }) => `${line}: ${wrong}; ${right}`).join('\n')
}

/** Texts with everything that a format may read as its own syntax. */
const sentence = fc
  .tuple(
    fc.constantFrom('Owns', 'Designs', 'Mentors', 'Écrit', 'Plans'),
    fc.array(
      fc.constantFrom(
        ...[
          'systems',
          'well',
          'a_b',
          '*stars*',
          '`code`',
          '<b>',
          'R&D',
          '&amp;',
          '"quotes"',
          'x | y',
          'a; b',
          'and, so',
          '100%',
          '#1',
          '[link](x)',
          '1. one',
          '\\',
          '~',
          '你好',
          '🚀',
          'C++',
          'e.g. this',
          '- dash',
          'key: value',
        ],
      ),
      { minLength: 1, maxLength: 7 },
    ),
  )
  .map(([first, rest]) => `${first} ${rest.join(' ')} end.`)

const levelStyles: ((index: number) => Company['levels'][number])[] = [
  (n) => ({ label: `L${n}`, id: `L${n}`, title: `L${n}` }),
  (n) => ({ label: `IC${n} - Engineer of ${n}`, id: `IC${n}`, title: `Engineer of ${n}` }),
  (n) => ({ label: `Engineer (E${n})`, id: `E${n}`, title: 'Engineer' }),
  (n) => ({ label: `Level ${n}: Rung ${n}`, id: `L${n}`, title: `Rung ${n}` }),
  (n) => {
    const title = `${['Junior', 'Mid-level', 'Senior', 'Staff', 'Principal', 'Distinguished'][n - 1]} Designer`
    return { label: title, id: title, title }
  },
]

const company = (withAreas: boolean): fc.Arbitrary<Company> =>
  fc
    .record({
      style: fc.constantFrom(...levelStyles),
      count: fc.integer({ min: 2, max: 6 }),
      names: fc.uniqueArray(
        fc.constantFrom(
          ...[
            'Communication',
            'System Design',
            'Craft & Quality',
            'Trust',
            'C++',
            'C#',
            'On-call',
            'Collaboration',
            'Speed/Focus',
            'Führung',
            'Impact (team)',
          ],
        ),
        { minLength: 2, maxLength: 7 },
      ),
      areas: fc.boolean(),
      texts: fc.array(fc.array(sentence, { maxLength: 3 }), { minLength: 42, maxLength: 42 }),
    })
    .map(({ style, count, names, areas, texts }) => ({
      levels: Array.from({ length: count }, (_, index) => style(index + 1)),
      rows: names.map((name, row) => ({
        area: withAreas && areas ? (row < names.length / 2 ? 'Making Things' : 'Being There') : null,
        name,
        // Every level and every competency says something, or else a file could not contain it.
        cells: Array.from({ length: count }, (_, level) =>
          row === 0 || level === 0
            ? ['Says something.', ...texts[row * 6 + level]!]
            : texts[row * 6 + level]!,
        ),
      })),
    }))

describe('an import', () => {
  it.each(Object.entries(SHAPES))(
    'of %s returns the same ladder, whatever is in it',
    (_, { areas, file }) => {
      fc.assert(
        fc.property(company(areas), (made) => {
          const [ladder, ...others] = ladders(...file(made))
          expect(others).toEqual([])
          expect(ladder!.levels.map(({ id, title }) => ({ id, title }))).toEqual(
            made.levels.map(({ id, title }) => ({ id, title })),
          )
          expect(cellsOf(ladder!)).toEqual(
            Object.fromEntries(
              made.levels.map(({ id }, level) => [
                id,
                Object.fromEntries(
                  made.rows.flatMap(({ name, cells }) =>
                    cells[level]!.length > 0 ? [[name, cells[level]]] : [],
                  ),
                ),
              ]),
            ),
          )
          if (areas)
            expect(ladder!.areas.filter(({ name }) => name).map(({ name }) => name)).toEqual(
              [...new Set(made.rows.map(({ area }) => area))].filter(Boolean),
            )
        }),
        { numRuns: 60 },
      )
    },
  )

  it('accounts for every sentence: where it went, or why it was left', () => {
    const text =
      '# Ladder\n\nWelcome. Read on.\n\n| | Junior | Senior | Notes |\n|-|-|-|-|\n| Craft[^1] | Learns. Asks. | Teaches. | Ask HR. |\n\n[^1]: Of any kind.\n\nSee you.\n'
    const imported = importLadder('x.md', Buffer.from(text))
    expect(
      imported.ok &&
        imported.account.map((one) => [
          one.line,
          one.text,
          'taken' in one ? `+ ${one.taken}` : `- ${one.left}`,
        ]),
    ).toEqual([
      [1, 'Ladder', '+ the name of the ladder'],
      [3, 'Welcome.', '- prose outside the ladder'],
      [3, 'Read on.', '- prose outside the ladder'],
      [5, 'Junior', '+ level Junior'],
      [5, 'Senior', '+ level Senior'],
      [5, 'Notes', '- the name of a column'],
      [7, 'Craft', '+ a competency'],
      [7, 'Learns.', '+ x/Junior/craft'],
      [7, 'Asks.', '+ x/Junior/craft'],
      [7, 'Teaches.', '+ x/Senior/craft'],
      [7, 'Ask HR.', '- it is in the column "Notes", which is not a level'],
      [9, 'Of any kind.', '- a footnote'],
      [11, 'See you.', '- prose outside the ladder'],
    ])
  })

  it('reads sheets with merged areas, ids above titles, a description column and continued lines', () => {
    const csv = [
      'Career ladder 2026;;;;',
      ';;;;',
      'Area;Competency;Description;L1;L2',
      ';;Title;Junior;Senior',
      'Craft;Code;How one writes code;"Writes code.\nTests it.";Designs code.',
      ';Quality;;Finds bugs.;Prevents bugs.',
      ';;;Reports them.;',
      'People;Mentoring;;;Mentors others.',
    ].join('\n')
    const [ladder] = ladders('sheet.csv', csv)
    expect(ladder!.levels.map(({ id, title }) => [id, title])).toEqual([
      ['L1', 'Junior'],
      ['L2', 'Senior'],
    ])
    expect(
      ladder!.areas.map(({ name, competencies }) => [name, competencies.map((one) => [one.name, one.about])]),
    ).toEqual([
      [
        'Craft',
        [
          ['Code', 'How one writes code'],
          ['Quality', null],
        ],
      ],
      ['People', [['Mentoring', null]]],
    ])
    expect(cellsOf(ladder!)).toEqual({
      L1: { Code: ['Writes code.', 'Tests it.'], Quality: ['Finds bugs.', 'Reports them.'] },
      L2: { Code: ['Designs code.'], Quality: ['Prevents bugs.'], Mentoring: ['Mentors others.'] },
    })
  })

  it('makes one ladder from each family in a file', () => {
    const page = (family: string, word: string) =>
      `## ${family}\n\n### L1 · Junior ${word}\n\n**Craft:** Learns ${word} work.\n\n### L2 · Senior ${word}\n\n**Craft:** Leads ${word} work.\n`
    const both = ladders(
      'all.md',
      `# Ladders\n\n${page('Designers', 'design')}\n${page('Writers', 'writing')}`,
    )
    expect(both.map(({ id, name }) => [id, name])).toEqual([
      ['designers', 'Designers'],
      ['writers', 'Writers'],
    ])
    expect(cellsOf(both[1]!)).toEqual({
      L1: { Craft: ['Learns writing work.'] },
      L2: { Craft: ['Leads writing work.'] },
    })
    const table = (word: string) =>
      `| | Junior ${word} (L1) | Senior ${word} (L2) |\n|-|-|-|\n| Craft | Learns. | Leads. |\n`
    expect(
      ladders('t.md', `## QA\n\n${table('Tester')}\n\n## Ops\n\n${table('Operator')}`).map(
        ({ name }) => name,
      ),
    ).toEqual(['QA', 'Ops'])
    const areas = ladders(
      'a.md',
      `## Skill\n\n| | L1 | L2 |\n|-|-|-|\n| Craft | A. | B. |\n\n## Team\n\n| | L1 | L2 |\n|-|-|-|\n| Trust | C. | D. |\n`,
    )
    expect(areas.map((one) => one.areas.map(({ name }) => name))).toEqual([['Skill', 'Team']])
  })

  it('reads nested lists, level paragraphs, levels from the top down, and forked levels', () => {
    const [nested] = ladders(
      'n.md',
      '# Senior\n\nLeads others.\n\n- Craft\n  - Designs *systems*.\n  - Reviews.\n- **Trust:** Is asked.\n\n# Junior\n\n- Craft\n  - Learns.\n',
    )
    expect(nested!.levels.map(({ id, about }) => [id, about])).toEqual([
      ['Junior', null],
      ['Senior', 'Leads others.'],
    ])
    expect(cellsOf(nested!)).toEqual({
      Junior: { Craft: ['Learns.'] },
      Senior: { Craft: ['Designs systems.', 'Reviews.'], Trust: ['Is asked.'] },
    })
    const [forked] = ladders('f.csv', 'Skill,Senior (L3),Staff (L4),Manager (L4)\nCraft,A.,B.,C.\n')
    expect(forked!.levels.map(({ title }) => title)).toEqual(['Senior', 'Staff', 'Manager'])
  })

  it.each([
    ['an empty file', 'x.md', '  \n', '1: the file is empty'],
    [
      'no text at all',
      'x.md',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6]),
      '1: this is not text',
    ],
    ['broken JSON', 'x.json', '{"L1": {\n "Craft": "Learns."\n', 'this is not valid JSON from this line on'],
    [
      'a page without levels',
      'x.md',
      '# Hello\n\nThere is nothing here.\n',
      '--levels-in rows or --levels-in columns',
    ],
    ['one level alone', 'x.md', '| | L1 | Notes |\n|-|-|-|\n| Craft | A. | B. |\n', '--levels-in'],
    [
      'levels on both sides',
      'x.md',
      '| | L1 | L2 |\n|-|-|-|\n| Junior | A. | B. |\n| Senior | C. | D. |\n',
      '1: the levels of this table could be in its first line or in its first column; choose with --levels-in columns or --levels-in rows',
    ],
  ])('of %s writes nothing, and says what would be right', (_, name, text, expected) => {
    expect(problemOf(name, text)).toContain(expected)
  })

  it('follows the option that says where the levels are', () => {
    const text = '| | Kestrel | Osprey |\n|-|-|-|\n| Craft | Learns. | Leads. |\n'
    expect(problemOf('x.md', text)).toContain('--levels-in')
    expect(cellsOf(ladders('x.md', text, { levelsIn: 'columns' })[0]!)).toEqual({
      Kestrel: { Craft: ['Learns.'] },
      Osprey: { Craft: ['Leads.'] },
    })
    const turned = '| | Craft | Trust |\n|-|-|-|\n| Kestrel | A. | B. |\n| Osprey | C. | D. |\n'
    expect(cellsOf(ladders('x.md', turned, { levelsIn: 'rows', name: 'Birds' })[0]!)).toEqual({
      Kestrel: { Craft: ['A.'], Trust: ['B.'] },
      Osprey: { Craft: ['C.'], Trust: ['D.'] },
    })
  })

  it('never throws for a file that is not a ladder', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('x.md', 'x.csv', 'x.json', 'x.yaml', 'x.html', '-'),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc
            .array(
              fc.constantFrom(
                '# L1\n',
                '| L1 | L2 |\n',
                '|-|-|\n',
                '- a\n',
                '"',
                ';',
                'L2: x\n',
                '<table><tr><td>L1',
                '**b**\n',
              ),
            )
            .map((parts) => parts.join('')),
        ),
        (name, text) => void importLadder(name, Buffer.from(text)),
      ),
      { numRuns: rounds(2_000) },
    )
  })
})

const data = process.env.TEST_DATA_DIR
if (!data) console.info('Published ladders are left out: TEST_DATA_DIR is not set.')

describe.runIf(data)('the four published ladders', () => {
  const file = (name: string): Buffer => readFileSync(`${data}/ladders/${name}`)
  const words = (text: string): string => plain(text.replace(/[*_`]/g, ''))

  it.each(['handbook-ops.md', 'handbook-programmers.md'])(
    '%s: every cell of the table is there, word for word',
    (name) => {
      const [ladder] = ladders(name, file(name))
      const lines = file(name)
        .toString()
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        )
      const expected = new Map<string, string>()
      for (const [label = '', ...cells] of lines.slice(2)) {
        if (cells.every((cell) => cell === '')) continue
        cells.forEach((cell, index) => {
          const key = `L${index + 1} ${words(label.split(' - ')[0]!)}`
          expected.set(key, [expected.get(key), words(cell)].filter(Boolean).join(' '))
        })
      }
      const found = new Map(
        ladder!.levels.flatMap(({ id }) =>
          competenciesOf(ladder!).map((one) => [
            `${id} ${words(one.name)}`,
            words(bulletsOf(rowOf(ladder!, id, one.id)).join(' ')),
          ]),
        ),
      )
      expect(found).toEqual(expected)
      expect(found.size).toBeGreaterThanOrEqual(50)
    },
  )

  it('medium-tracks.json: every summary, signal and example of every milestone', () => {
    const [ladder] = ladders('medium-tracks.json', file('medium-tracks.json'))
    const tracks = Object.values(JSON.parse(file('medium-tracks.json').toString())) as {
      displayName: string
      description: string
      milestones: { summary: string; signals: string[]; examples: string[] }[]
    }[]
    for (const track of tracks) {
      const competency = competenciesOf(ladder!).find(({ name }) => plain(name) === plain(track.displayName))!
      expect(competency.about).toBe(track.description)
      track.milestones.forEach(({ summary, signals, examples }, index) => {
        const row = rowOf(ladder!, `L${index + 1}`, competency.id)
        expect(bulletsOf(row.filter(({ example }) => example))).toHaveLength(examples.length)
        expect(bulletsOf(row)).toEqual(
          [summary, ...signals, ...examples.map((text) => `Example: ${text}`)].map((text) =>
            text.replace(/\s+/g, ' ').trim(),
          ),
        )
      })
    }
    expect(competenciesOf(ladder!)).toHaveLength(tracks.length)
  })

  it('monzo-backend.md: every criterion and example is in it, and all prose is accounted for', () => {
    const [ladder] = ladders('monzo-backend.md', file('monzo-backend.md'))
    const said = JSON.stringify(cellsOf(ladder!))
    const quoted = [
      ...file('monzo-backend.md')
        .toString()
        .split('\n---')[0]!
        .matchAll(/^\s*- (?:criteria: )?"(.+)"$/gm),
    ].map(([, text]) => text!)
    expect(quoted.length).toBeGreaterThan(100)
    for (const text of quoted)
      expect(said).toContain(
        JSON.stringify(text.replaceAll('\\"', '"').replace(/\s+/g, ' ').trim()).slice(1, -1),
      )
    const imported = importLadder('monzo-backend.md', file('monzo-backend.md'))
    const body = file('monzo-backend.md').toString().split('\n---\n')[1]!
    const account = words(imported.ok ? imported.account.map(({ text }) => text).join(' ') : '')
    for (const line of body
      .split('\n')
      .map((one) => words(one.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^[#\s-]+/, '')))
      .filter(Boolean))
      expect(account).toContain(line)
  })
})
