import { describe, expect, it } from 'vitest'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { importLadder } from '../../src/adapters/ladder-import/import-ladder.ts'
import { bulletsOf, competenciesOf, type Expectation, rowOf } from '../../src/domain/ladder/ladder.ts'

const rowsIn = (body: string): readonly Expectation[] => {
  const text = `# L1 · One\n### Docs\n- Reads.\n# L2 · Two\n### Docs\n${body}`
  const parsed = parseLadder('x', Buffer.from(text))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return rowOf(parsed.ladder, 'L2', 'docs')
}
/** "1 Writes." for a demand, "2* Example: ..." for an example. */
const read = (body: string): string[] =>
  rowsIn(body).map(({ id, text, example }) => `${id.split('/').at(-1)}${example ? '*' : ''} ${text}`)

describe('an example in a ladder’s file', () => {
  it.each([
    ['Example: ran the rota. Wrote it up.', ['1 Writes.', '2* Example: ran the rota.', '3* Wrote it up.']],
    ['Examples: ran the rota', ['1 Writes.', '2* Examples: ran the rota']],
    ['**Example:** ran the rota', ['1 Writes.', '2* Example: ran the rota']],
    ['Example - ran the rota', ['1 Writes.', '2* Example - ran the rota']],
    ['Examples of this: ran the rota', ['1 Writes.', '2* Examples of this: ran the rota']],
    ['For example, ran the rota', ['1 Writes.', '2* For example, ran the rota']],
    ['e.g. ran the rota', ['1 Writes.', '2* e.g. ran the rota']],
    ['(E.g. ran the rota)', ['1 Writes.', '2* (E.g. ran the rota)']],
    ['Ran the rota (example)', ['1 Writes.', '2* Ran the rota (example)']],
    ['Zum Beispiel: hielt Bereitschaft', ['1 Writes.', '2* Zum Beispiel: hielt Bereitschaft']],
    [
      'Reviews. For example, ran it. Plans.',
      ['1 Writes.', '2 Reviews.', '3* For example, ran it.', '4 Plans.'],
    ],
    ['Reviews. Examples: ran it. Led it.', ['1 Writes.', '2 Reviews.', '3* Examples: ran it.', '4* Led it.']],
  ])('is the bullet "%s"', (bullet, rows) => {
    expect(read(`- Writes.\n- ${bullet}\n`)).toEqual(rows)
  })

  it.each([
    'Knows areas (e.g. networking) and tools.',
    'Sets an example: others follow.',
    'Examples in the handbook are theirs.',
    'Example-driven in their explanations.',
    'Writes code that serves as an example for new engineers.',
    'Leads, for example a rota.',
  ])('is not "%s"', (bullet) => {
    expect(rowsIn(`- ${bullet}\n`)).toEqual([{ id: 'x/L2/docs/1', text: bullet, bullet: 1 }])
  })

  it.each([
    ['a list under a bullet', '- Writes.\n- Examples:\n  - ran the rota\n  - led it\n- Plans.\n'],
    [
      'a list under its bullet’s own words',
      '- Writes.\n  - Example: ran the rota\n  - For example, led it\n- Plans.\n',
    ],
    ['a list in a list', '- Writes.\n  - Examples\n    - ran the rota\n    - led it\n- Plans.\n'],
    ['a list that a bullet announces', '- Writes, for example:\n  - ran the rota\n  - led it\n- Plans.\n'],
    ['paragraphs of a bullet', '- Writes.\n\n  e.g. ran the rota\n\n  e.g. led it\n- Plans.\n'],
    ['lines of a bullet', '- Writes.\n  Example: ran the rota\n  Example: led it\n- Plans.\n'],
    ['paragraphs', '- Writes.\n- Plans.\n\nExample: ran the rota\n\nE.g. led it\n'],
    [
      'a list under a paragraph',
      '- Writes.\n\nExamples:\n\n- ran the rota\n- led it\n\n<!-- -->\n\n- Plans.\n',
    ],
    ['a list under a heading', '- Writes.\n- Plans.\n\n#### Examples\n\n- ran the rota\n- led it\n'],
    [
      'a list under a bullet of the same depth',
      '- Writes.\n- Plans.\n- Examples:\n- ran the rota\n- led it\n',
    ],
  ])('is each of %s, and the rest stays a demand', (_, body) => {
    const rows = rowsIn(body)
    const [asked, examples] = [rows.filter((one) => !one.example), rows.filter((one) => one.example)]
    expect(asked.map(({ text }) => text.replace(', for example:', '.'))).toEqual(['Writes.', 'Plans.'])
    expect(examples.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^(?:Example:|For example,|E\.g\.) ran the rota$/i),
      expect.stringMatching(/^(?:Example:|For example,|E\.g\.) led it$/i),
    ])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(4)
    expect(bulletsOf(rows)).toEqual(rows.map(({ text }) => text))
  })

  it('does not change the ids of later sentences', () => {
    // "Writes Example: ran it" used to be one sentence, and "Plans." the second.
    expect(read('- Writes\n  - Example: ran it\n  - Example: led it\n- Plans.\n')).toEqual([
      '1 Writes',
      '1.2* Example: ran it',
      '1.3* Example: led it',
      '2 Plans.',
    ])
  })

  it('belongs under a competency, and is a mistake anywhere else', () => {
    const parsed = parseLadder(
      'x',
      Buffer.from(
        '# L1 · A\n## Skill\n#### Examples\n- ran it\n### Docs\n- A.\n# L2 · B\n## Skill\n### Docs\n- B.\n',
      ),
    )
    expect(parsed.ok ? [] : parsed.problems.map(({ line }) => line)).toEqual([3, 4])
  })
})

/** "L1 Docs: Writes. | *Example: ran it" for every cell of what an import gives, examples with a star. */
const imported = (name: string, text: string): string[] => {
  const result = importLadder(name, Buffer.from(text))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const parsed = parseLadder('x', Buffer.from(result.ladders[0]!.markdown))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { ladder } = parsed
  return ladder.levels.flatMap((level) =>
    competenciesOf(ladder).map(({ id, name: competency }) => {
      const said = rowOf(ladder, level.id, id).map(({ text: one, example }) => (example ? `*${one}` : one))
      return `${level.id} ${competency}: ${said.join(' | ')}`
    }),
  )
}

describe('an import of a ladder with examples', () => {
  const both = ['L1 Docs: Writes. | *Example: ran it', 'L2 Docs: Plans. | *Example: led it']

  it.each([
    [
      'lists under headings',
      'x.md',
      '## L1\n### Docs\n- Writes.\n#### Examples\n- ran it\n## L2\n### Docs\n- Plans.\n#### Examples:\n- led it\n',
    ],
    [
      'lists under headings of competencies over levels',
      'x.md',
      '# Docs\n## L1\n- Writes.\n### Examples\n- ran it\n## L2\n- Plans.\n### Examples\n- led it\n# Care\n## L1\n- Asks.\n## L2\n- Helps.\n',
    ],
    [
      'lists under bold lines',
      'x.md',
      '## L1\n### Docs\n- Writes.\n\n**Examples**\n\n- ran it\n\n## L2\n### Docs\n- Plans.\n\n**Examples:**\n\n- led it\n',
    ],
    [
      'lists under paragraphs',
      'x.md',
      '## L1\n### Docs\n- Writes.\n\nExamples:\n\n- ran it\n\n## L2\n### Docs\n- Plans.\n\nExamples:\n\n- led it\n',
    ],
    [
      'lists under bullets',
      'x.md',
      '## L1\n### Docs\n- Writes.\n- Examples:\n  - ran it\n\n## L2\n### Docs\n- Plans.\n- Examples:\n  - led it\n',
    ],
    [
      'bullets under what they are of',
      'x.md',
      '## L1\n### Docs\n- Writes.\n  - Example: ran it\n\n## L2\n### Docs\n- Plans.\n  - **Example:** led it\n',
    ],
    [
      'paragraphs',
      'x.md',
      '## L1\n### Docs\n- Writes.\n\nExample: ran it\n\n## L2\n### Docs\n- Plans.\n\n**Example:** led it\n',
    ],
    [
      'HTML',
      'x.html',
      '<h2>L1</h2><h3>Docs</h3><ul><li>Writes.</li></ul><h4>Examples</h4><ul><li>ran it</li></ul><h2>L2</h2><h3>Docs</h3><ul><li>Plans.</li></ul><h4>Examples</h4><ul><li>led it</li></ul>',
    ],
    [
      'cells of a table',
      'x.csv',
      'Competency,L1,L2\nDocs,"- Writes.\nExamples:\n- ran it","Plans.\nExample: led it"\n',
    ],
    ['lines of a table', 'x.csv', 'Competency,L1,L2\nDocs,Writes.,Plans.\nExamples,ran it,led it\n'],
    [
      'a column of records',
      'x.csv',
      'Level,Competency,Expectation,Examples\nL1,Docs,Writes.,ran it\nL2,Docs,Plans.,led it\n',
    ],
    [
      'YAML',
      'x.yaml',
      'Docs:\n  L1:\n    signals: [Writes.]\n    examples: [ran it]\n  L2:\n    signals: [Plans.]\n    examples: ["Example: led it"]\nCare:\n  L1: [Asks.]\n  L2: [Helps.]\n',
    ],
  ])('marks %s', (_, name, text) => {
    expect(imported(name, text).filter((one) => !one.includes('Care'))).toEqual(both)
  })

  it('makes no competency from the examples of a level that has no other text', () => {
    expect(
      imported('x.md', '## L1\n- Writes.\n### Examples\n- ran it\n## L2\n- Plans.\n### Examples\n- led it\n'),
    ).toEqual(both.map((one) => one.replace('Docs', 'Expectations')))
  })

  it('keeps the heading of an example within a competency after the mark', () => {
    expect(
      imported(
        'x.md',
        '## L1\n### Docs\n- Reads.\n- Plain:\n  - Writes.\n  - Example: ran it\n\n## L2\n### Docs\n- Plans.\n',
      )[0],
    ).toBe('L1 Docs: Reads. | Plain: Writes. | *Example: Plain: ran it')
  })

  it('ends the examples of a line with its list', () => {
    expect(
      imported(
        'x.md',
        '## L1\n### Docs\nExamples:\n\n- ran it\n\nWhat is asked:\n\n- Writes.\n\n## L2\n### Docs\n- Plans.\n',
      )[0],
    ).toMatch(/\*Example: ran it.*\| Writes\.|Writes\. \| \*Example: ran it/)
  })
})
