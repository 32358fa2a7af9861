import { describe, expect, it } from 'vitest'
import { deedsIn } from '../../src/domain/evidence/evidence-context.ts'
import { kindOfSpan } from '../../src/domain/evidence/evidence-kind.ts'
import { qualityOfSpan } from '../../src/domain/evidence/span-quality.ts'
import { rowStatements } from '../../src/domain/text/table-rows.ts'
import { withTables } from '../../src/domain/text/table-text.ts'
import { spansIn } from './evidence-fixture.ts'

describe('the rows of a table', () => {
  it('have their columns in the same order, whatever signs are in a cell', () => {
    const rows = rowStatements([
      ['Project', 'What I did', 'Result'],
      ['Search: relevance', 'Led the ranking rewrite', 'Clicks up 12%'],
      ['Billing', 'Rewrote the invoices', 'Errors down by half'],
    ])
    expect(rows).toEqual([
      '- What I did: Led the ranking rewrite; Project: Search: relevance; Result: Clicks up 12%',
      '- What I did: Rewrote the invoices; Project: Billing; Result: Errors down by half',
    ])
  })

  it('are each one statement of something done by the writer, with its result', () => {
    for (const heads of [
      ['When', 'Achievement', 'Impact'],
      ['Project', 'My contribution', 'Outcome'],
      ['#', 'Accomplishments', 'Evidence'],
      ['', 'What did you do?', 'What changed?'],
      ['Area', 'Story', 'Result'],
    ]) {
      const rows = rowStatements([
        heads,
        ['Q1', 'Moved the job queue to Kafka', 'Failed jobs fell from 40 a day to 2'],
        ['Q2', 'Wrote the guide for the on-call', 'Pages fell by 30%'],
      ])
      const spans = spansIn(rows.join('\n'))
      expect(spans.map(kindOfSpan)).toEqual(['deed', 'deed'])
      for (const span of spans) expect(qualityOfSpan(span)).toMatchObject({ part: 'own', result: true })
    }
  })

  it.each([
    [
      'short cells before what was done',
      [
        ['Year', 'Team', 'Work'],
        ['2025', 'Search', 'I led it.'],
      ],
      ['Year 2025, Team Search, Work: I led it.'],
    ],
    [
      'long ones after it',
      [
        ['Project', 'What I did'],
        ['The move of all of the databases of payments to new hosts in May', 'Led it'],
      ],
      ['What I did: Led it; Project: The move of all of the databases of payments to new hosts in May'],
    ],
    [
      'no empty cells',
      [
        ['Year', 'Work', 'Result'],
        ['2025', 'Led it', ''],
        ['', '', ''],
        ['', 'Hired Ana', 'Two calls'],
      ],
      ['Year 2025, Work: Led it', 'Work: Hired Ana; Result: Two calls'],
    ],
    [
      'one full stop, at the end',
      [
        ['Work', 'Result'],
        ['I led it.', 'It fell to 3.'],
      ],
      ['Work: I led it; Result: It fell to 3.'],
    ],
    [
      'no header that is a sentence',
      [
        ['I led the move of the job queue to Kafka.', 'Jobs fell to 2.'],
        ['I hired Ana.', 'She leads now.'],
      ],
      ['I led the move of the job queue to Kafka; Jobs fell to 2.', 'I hired Ana; She leads now.'],
    ],
    [
      'the labels of a form',
      [
        ['Name', 'Ana'],
        ['What I did', 'Led the move'],
        ['Result', '3 minutes'],
      ],
      ['Name: Ana', 'What I did: Led the move', 'Result: 3 minutes'],
    ],
    [
      'no name of a column of a form',
      [
        ['Competency', 'Evidence'],
        ['Scope', 'Search for all teams'],
      ],
      ['Scope, Evidence: Search for all teams'],
    ],
    ['a header alone', [['Year', 'Work']], ['Year: Work']],
  ])('have %s', (_, table, rows) => expect(rowStatements(table)).toEqual(rows.map((row) => `- ${row}`)))

  it.each([
    ['Done', 'done'],
    ['✅', 'done'],
    ['100%', 'done'],
    ['[x]', 'done'],
    ['Shipped', 'done'],
    ['In progress', 'not done'],
    ['Not started', 'not done'],
    ['40%', 'not done'],
    ['Cancelled', 'not done'],
    ['☐', 'not done'],
    ['Ana', undefined],
  ])('have a box for what their column of states says: %s', (state, box) => {
    const [row] = rowStatements([
      ['Goal', 'Status'],
      ['I migrated the database of payments', state],
    ])
    expect(spansIn(row!)[0]!.box).toBe(box)
  })
})

it('have a box in its own cell, with and without a header', () => {
  expect(
    rowStatements([
      ['', 'Task', 'When'],
      ['[ ]', 'Led the audit', 'May'],
      ['☑', 'Led it', 'June'],
    ]),
  ).toEqual(['- [ ] Task: Led the audit; When: May', '- [x] Task: Led it; When: June'])
  expect(
    rowStatements([
      ['☐', 'I led the audit.'],
      ['☒', 'I led the move.'],
    ]),
  ).toEqual(['- [ ] I led the audit.', '- [x] I led the move.'])
})

describe('a table in a text', () => {
  it('is read with and without outer bars and with bars in code or escaped', () => {
    expect(withTables('a\n\nWork | Result\n:--- | ---:\nLed `a|b` | 3 \\| 4\n\nc')).toBe(
      'a\n\n- Work: Led `a|b`; Result: 3 \\| 4\n\nc',
    )
    expect(withTables('| Work | Result |\n| Led it | 3 minutes |')).toBe('- Work: Led it; Result: 3 minutes')
  })

  it('has the lines of a cell in one statement', () => {
    expect(
      withTables(
        '| Year | Work |\n|-|-|\n| 2025 | - Led the move<br>- Hired Ana.<br/>- Wrote<br>the guide |',
      ),
    ).toBe('- Year 2025, Work: Led the move; Hired Ana. Wrote the guide')
  })

  it('leaves lines with bars alone that are not table rows', () => {
    for (const text of ['a | b', 'I ran `ps | grep x` | sort\nand left', '||', '|\n|', '---|---'])
      expect(withTables(text)).toBe(text)
  })

  it('does not list the header as a deed', () => {
    const text = withTables(
      '| Project led | Wrote or built |\n|---|---|\n| Search | I wrote the parser of the queries |',
    )
    expect(deedsIn(spansIn(text))).toHaveLength(1)
  })
})
