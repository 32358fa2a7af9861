import { describe, expect, it } from 'vitest'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { importLadder } from '../../src/adapters/ladder-import/import-ladder.ts'
import { bulletsOf, competenciesOf, rowOf } from '../../src/domain/ladder/ladder.ts'

/** "L1 Craft: A. B." for every cell of every ladder, lowest level first. */
const said = (name: string, text: string): string[] => {
  const imported = importLadder(name, Buffer.from(text))
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  return imported.ladders.flatMap(({ id, markdown }) => {
    const parsed = parseLadder(id, Buffer.from(markdown))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const { ladder } = parsed
    return ladder.levels.flatMap((level) =>
      competenciesOf(ladder).flatMap((one) => {
        const row = bulletsOf(rowOf(ladder, level.id, one.id))
        return row.length > 0
          ? [`${imported.ladders.length > 1 ? `${id} ` : ''}${level.id} ${one.name}: ${row.join(' | ')}`]
          : []
      }),
    )
  })
}

describe('an import of shapes that companies use', () => {
  it.each([
    [
      'records that name an area alone, with examples and ids beside',
      'x.yaml',
      `- id: a1\n  area: Communication\n  level: junior-engineer\n  summary: Writes.\n  examples:\n    - Wrote a readme.\n- id: a2\n  area: Delivery\n  level: senior-engineer\n  summary: Breaks down work.\n`,
      [
        'junior-engineer Communication: Writes. | Example: Wrote a readme.',
        'senior-engineer Delivery: Breaks down work.',
      ],
    ],
    [
      'numbered titles over columns, a blank corner and line breaks in cells',
      'x.csv',
      ',Engineer I,Engineer II,Senior Engineer I,Director\nDexterity,"Knows one.\nWrites tests.",Knows two.,,Directs.\n',
      [
        'Engineer I Dexterity: Knows one. | Writes tests.',
        'Engineer II Dexterity: Knows two.',
        'Director Dexterity: Directs.',
      ],
    ],
    [
      'a table of levels under each competency',
      'x.md',
      '## Communication\n\n| Level | Expectation |\n|-|-|\n| Junior | Asks. |\n| Senior | Explains. |\n\n## Delivery\n\n| Level | Expectation |\n|-|-|\n| Junior | Ships. |\n| Senior | Plans. |\n',
      [
        'Junior Communication: Asks.',
        'Junior Delivery: Ships.',
        'Senior Communication: Explains.',
        'Senior Delivery: Plans.',
      ],
    ],
    [
      'a table of competencies under each level',
      'x.md',
      '# Design\n\n## L1: Junior\n\n| Competency | What we expect |\n|-|-|\n| Craft | Draws. |\n\n## L2: Designer\n\n| Competency | What we expect |\n|-|-|\n| Craft | Leads. |\n',
      ['L1 Craft: Draws.', 'L2 Craft: Leads.'],
    ],
    [
      'an HTML table with heads over heads and a cell over two levels',
      'x.html',
      '<h1>Ladder</h1><table><tr><th rowspan="2">Competency</th><th colspan="2">Individual</th><th>Group</th></tr><tr><th>L1 Junior</th><th>L2 Mid</th><th>L3 Lead</th></tr><tr><td>Craft</td><td>A.</td><td>B.</td><td>C.</td></tr><tr><td>Trust</td><td>D.</td><td colspan="2">E.</td></tr></table>',
      ['L1 Craft: A.', 'L1 Trust: D.', 'L2 Craft: B.', 'L2 Trust: E.', 'L3 Craft: C.', 'L3 Trust: E.'],
    ],
    [
      'two families in JSON, competencies as keys beside the level',
      'x.json',
      '{"eng":{"levels":[{"level":"E1","title":"Junior","craft":["Codes."],"trust":"Asks."},{"level":"E2","title":"Senior","craft":["Designs."]}]},"design":{"levels":[{"level":"D1","title":"Junior","craft":["Draws."]},{"level":"D2","title":"Senior","craft":["Leads."]}]}}',
      [
        'eng E1 Craft: Codes.',
        'eng E1 Trust: Asks.',
        'eng E2 Craft: Designs.',
        'design D1 Craft: Draws.',
        'design D2 Craft: Leads.',
      ],
    ],
    [
      'areas over competencies over numbered levels in JSON',
      'x.json',
      '{"role":"Data","competencies":{"technical":{"sql":{"description":"Query.","levels":{"1":"Selects.","2":["Windows.","Tunes."]}}},"people":{"mentoring":{"levels":{"2":"Helps."}}}}}',
      ['L1 Sql: Selects.', 'L2 Sql: Windows. | Tunes.', 'L2 Mentoring: Helps.'],
    ],
    [
      'levels in front of each line of a competency',
      'x.md',
      '## Trust\n\n- L1: Asks.\n- L2: Is asked.\n\n## Craft\n\n- L1: Learns: a lot.\n- L2: Leads.\n',
      ['L1 Trust: Asks.', 'L1 Craft: Learns: a lot.', 'L2 Trust: Is asked.', 'L2 Craft: Leads.'],
    ],
    [
      'numbered steps that each competency calls something else',
      'x.md',
      '# Axes\n\n## Technology\n\n1. **Adopts**: learns.\n2. **Creates**: invents.\n\n## System\n\n1. **Enhances**: fixes.\n2. **Owns**: runs it.\n',
      [
        'L1 Technology: Adopts: learns.',
        'L1 System: Enhances: fixes.',
        'L2 Technology: Creates: invents.',
        'L2 System: Owns: runs it.',
      ],
    ],
    [
      'a role a heading with bullets alone',
      'x.md',
      '# Engineering\n\n## Junior Engineer\n\nIs new.\n\n- Asks.\n- Pairs.\n\n## Engineer\n\n- Ships.\n\n## Hiring\n\nTalk to us.\n',
      ['Junior Engineer Expectations: Asks. | Pairs.', 'Engineer Expectations: Ships.'],
    ],
    [
      'levels and titles in two columns, competencies across',
      'x.md',
      '| Level | Title | Craft | Impact |\n|-|-|-|-|\n| 1 | Associate | Learns | Self |\n| 2 | Engineer | Builds | Team |\n',
      ['L1 Craft: Learns', 'L1 Impact: Self', 'L2 Craft: Builds', 'L2 Impact: Team'],
    ],
  ])('reads %s', (_, name, text, expected) => {
    expect(said(name, text)).toEqual(expected)
  })
})
