import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { bulletsOf, competenciesOf, rowOf } from '../../src/domain/ladder/ladder.ts'

/** Reads the seed independently: a heading ends in " #", and a bullet begins with "- ". */
const seedCells = (): { level: string; title: string; competency: string; bullets: string[] }[] => {
  const cells: { level: string; title: string; competency: string; bullets: string[] }[] = []
  let [level, title] = ['', '']
  for (const line of readFileSync('test/fixtures/seed/37signals-sre-ladder.txt', 'utf8')
    .split('\n')
    .map((one) => one.trim())) {
    const rung = /^(.+) \((L\d)\) #$/.exec(line)
    if (rung) [title, level] = [rung[1]!, rung[2]!]
    else if (/ #$/.test(line) && !/^(?:Skill|Engagement|Coachability) #$/.test(line))
      cells.push({ level, title, competency: line.slice(0, -2), bullets: [] })
    else if (line.startsWith('- '))
      cells.at(-1)!.bullets.push(line.slice(2).replace('planning.Demonstrates', 'planning. Demonstrates'))
  }
  return cells
}

describe('the SRE ladder', () => {
  it('has all 45 cells of the seed word for word, in the seed’s order', async () => {
    const ladder = (await loadShelf('rubric')).all[0]!
    const cells = seedCells()
    expect(cells).toHaveLength(45)
    const ours = ladder.levels.flatMap((level) =>
      competenciesOf(ladder).map((competency) => ({
        level: level.id,
        title: level.title,
        competency: competency.subtitle ? `${competency.name} — ${competency.subtitle}` : competency.name,
        bullets: bulletsOf(rowOf(ladder, level.id, competency.id)),
      })),
    )
    expect(ours).toEqual(cells)
  })

  it('gives every sentence an id, and has git’s blob id as its version', async () => {
    const ladder = (await loadShelf('rubric')).all[0]!
    expect(rowOf(ladder, 'L3', 'judgment').map(({ id, text }) => [id, text])).toEqual([
      ['sre/L3/judgment/1', 'Scopes and manages large projects with minimal assistance.'],
      ['sre/L3/judgment/2', 'Experience is sought by peers for advice.'],
      ['sre/L3/judgment/3', 'Improves existing professional standards for the team.'],
    ])
    expect(rowOf(ladder, 'L1', 'mastery')[0]?.text).toContain('(e.g. networking')
    expect(ladder.version).toBe(
      execFileSync('git', ['hash-object', 'rubric/sre.md'], { encoding: 'utf8' }).trim(),
    )
  })
})

const HEAD = '---\nname: Test\n---\n'
const GOOD = `${HEAD}# L1 · One\n## Skill\n### Mastery\n- Knows *one* [thing](https://x.test).\n# L2 · Two\n## Skill\n### Mastery\n- Knows two\n  things. And more.\n`

describe('a ladder’s file', () => {
  it('is read without marks, with wrapped lines joined, and with either way of writing a level', () => {
    const parsed = parseLadder(
      'test',
      Buffer.from(`\uFEFF${GOOD.replace('# L2 · Two', '# Two (L2)').replaceAll('\n', '\r\n')}`),
    )
    expect(parsed.ok && parsed.ladder.levels.map(({ id, title }) => `${id} ${title}`)).toEqual([
      'L1 One',
      'L2 Two',
    ])
    expect(parsed.ok && bulletsOf(rowOf(parsed.ladder, 'L1', 'mastery'))).toEqual(['Knows one thing.'])
    expect(parsed.ok && rowOf(parsed.ladder, 'L2', 'mastery').map(({ text }) => text)).toEqual([
      'Knows two things.',
      'And more.',
    ])
  })

  it('is refused in another encoding, with the line and how to save it', () => {
    const problems = (bytes: Buffer): string[] => {
      const parsed = parseLadder('test', bytes)
      return parsed.ok ? [] : parsed.problems.map(({ line, wrong, right }) => `${line}: ${wrong}; ${right}`)
    }
    const german = GOOD.replace('Knows two', 'Behebt größere Störungen')
    expect(problems(Buffer.from(german))).toEqual([])
    expect(problems(Buffer.from(german, 'latin1'))).toEqual([
      expect.stringMatching(
        /^4: this line is not UTF-8, so its accents would be lost; save the file as UTF-8/,
      ),
    ])
    for (const mark of ['', '\uFEFF'])
      expect(problems(Buffer.from(mark + german, 'utf16le'))).toEqual([
        expect.stringMatching(
          /^1: this file is not UTF-8, but UTF-16 or no text at all; save the file as UTF-8/,
        ),
      ])
    expect(problems(Buffer.from(`\uFEFF${german}`))).toEqual([])
  })

  it('may begin with a line across the page', () => {
    const parsed = parseLadder('test', Buffer.from(`---\n\n${GOOD.slice(HEAD.length)}`))
    expect(parsed.ok).toBe(true)
  })

  it('links competencies to the themes in its front matter, however they are written', () => {
    const parsed = parseLadder(
      'test',
      Buffer.from(GOOD.replace('name: Test', 'name: Test\nthemes:\n  mastery: [Code-review, safety]')),
    )
    expect(parsed.ok && parsed.ladder.themes).toEqual({ mastery: ['code review', 'safety'] })
  })

  it('takes example deeds of competencies from its front matter, which ask nothing', () => {
    const parsed = parseLadder(
      'test',
      Buffer.from(
        GOOD.replace('name: Test', 'name: Test\nexamples:\n  mastery: [Rebuilt the queue, Led the drill]'),
      ),
    )
    const plain = parseLadder('test', Buffer.from(GOOD))
    expect(parsed.ok && parsed.ladder.examples).toEqual({ mastery: ['Rebuilt the queue', 'Led the drill'] })
    expect(parsed.ok && parsed.ladder.rows).toEqual(plain.ok && plain.ladder.rows)
  })

  it.each([
    [
      'a front matter without an end',
      GOOD.replace('\n---\n', '\n'),
      '1: the front matter has no end; write a line with only --- after its last setting',
    ],
    [
      'a level that appears twice',
      GOOD.replace('# L2', '# L1'),
      '8: the level L1 appears twice (also in line 4); give each level its own id',
    ],
    [
      'a competency that appears twice',
      GOOD.replace('# L2', '### Mastery\n- Again.\n# L2'),
      '8: the competency "Mastery" appears twice at L1; keep one, with the bullets of both',
    ],
    [
      'a competency that is misspelled at one level',
      `${GOOD}`
        .replace('### Mastery\n- Knows two', '### Mastrey\n- Knows two')
        .replace('# L2', '# L3 · Three\n## Skill\n### Mastery\n- Knows three.\n# L2'),
      '14: "Mastrey" appears only at L2, where "Mastery" is missing; write "Mastery" if you meant that',
    ],
    [
      'synonyms for something that it does not have',
      GOOD.replace('name: Test', 'name: Test\nsynonyms:\n  Tact: [grace]'),
      '4: the ladder has no "Tact"; its competencies are Mastery',
    ],
    [
      'themes for something that it does not have',
      GOOD.replace('name: Test', 'name: Test\nsynonyms:\n  Mastery: [craft]\nthemes:\n  Tact: [feedback]'),
      '6: the ladder has no competency "Tact"; its competencies are Mastery',
    ],
    [
      'examples for something that it does not have',
      GOOD.replace('name: Test', 'name: Test\nexamples:\n  Tact: [Was kind]'),
      '4: the ladder has no competency "Tact"; its competencies are Mastery',
    ],
    [
      'examples that are no list',
      GOOD.replace('name: Test', 'name: Test\nexamples:\n  Mastery: Was kind'),
      '3: "examples" is not valid; write a list of up to 20 short deeds for each competency',
    ],
    [
      'a theme that nobody knows',
      GOOD.replace(
        'name: Test',
        'name: Test\nsynonyms:\n  Mastery: [craft]\nthemes:\n  Mastery: [mentorship, safety]',
      ),
      '6: there is no theme "mentorship"; the closest are mentoring,',
    ],
    [
      'themes that are no list',
      GOOD.replace('name: Test', 'name: Test\nthemes:\n  Mastery: feedback'),
      '3: "themes" is not valid; write a list of themes for each competency',
    ],
    [
      'an unknown setting',
      GOOD.replace('name: Test', 'name: Test\ncolour: red'),
      '3: the front matter has no setting "colour"; the settings are name, default, source, about, competencies, synonyms, sustained months, themes, examples',
    ],
    [
      'front matter that is no YAML',
      GOOD.replace('name: Test', 'name: "Test'),
      'the front matter is not valid YAML here; write one "key: value" per line',
    ],
    [
      'text outside a bullet',
      GOOD.replace('- Knows two\n  things. And more.', 'Knows two things.'),
      '11: "Knows two things." is not a bullet; put "- " before it, or put it in a comment: <!-- ... -->',
    ],
    [
      'a heading too deep',
      GOOD.replace('### Mastery\n- Knows two', '#### Mastery\n- Knows two'),
      'the heading "Mastery" is too deep; use # for a level, ## for an area, ### for a competency',
    ],
    [
      'an area that changes',
      GOOD.replace(/## Skill\n(?=### Mastery\n- Knows two)/, '## Art\n'),
      '10: "Mastery" is under "Art" here and under "Skill" in line 6; keep it in one area',
    ],
    ['one level', GOOD.slice(0, GOOD.indexOf('# L2')), '4: L1 is the only level; add the next one'],
    ['nothing at all', '', '1: there is no level; start with one, for example "# L1 · Junior Engineer"'],
  ])('with %s is refused with line and remedy', (_, text, expected) => {
    const parsed = parseLadder('test', Buffer.from(text))
    const problems = parsed.ok
      ? []
      : parsed.problems.map(({ line, wrong, right }) => `${line}: ${wrong}; ${right}`)
    expect(problems.join('\n')).toContain(expected)
  })

  it('can leave out areas, cells, ids and titles, and can say what it is about', () => {
    const text = `---\nname: Design\nabout: For designers.\ncompetencies:\n  Craft: How it looks.\n---\n# Junior\n\nLearns *a lot*.\n\n### Craft\n- Draws.\n### Tact\n# Senior\n### Tact\n- Asks.\n### Craft\n- Designs.\n`
    const parsed = parseLadder('design', Buffer.from(text))
    expect(parsed.ok && parsed.ladder).toMatchObject({
      about: 'For designers.',
      levels: [
        { id: 'Junior', title: 'Junior', rank: 1, about: 'Learns a lot.' },
        { id: 'Senior', title: 'Senior', rank: 2, about: null },
      ],
      areas: [{ name: null, competencies: [{ id: 'craft', about: 'How it looks.' }, { id: 'tact' }] }],
      rows: { Junior: { tact: [] }, Senior: { tact: [{ id: 'design/Senior/tact/1', text: 'Asks.' }] } },
    })
    const numbered = parseLadder('n', Buffer.from('# IC4 · Staff\n### A\n- B.\n# IC2\n### A\n- C.\n'))
    expect(numbered.ok && numbered.ladder.levels.map(({ id, rank, title }) => [id, rank, title])).toEqual([
      ['IC2', 2, 'IC2'],
      ['IC4', 4, 'Staff'],
    ])
  })

  it('is reported with all problems of all files at once, each with its file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rubric-'))
    writeFileSync(join(folder, 'a.md'), GOOD.replace('# L2', '# L1'))
    writeFileSync(join(folder, 'b.md'), `${GOOD}# L2 · Two again\n`)
    await expect(loadShelf(folder)).rejects.toMatchObject({
      code: 'ladder-broken',
      message: expect.stringMatching(/a\.md:8: .*\n.*b\.md:13: /s),
    })
    await expect(loadShelf(join(folder, 'nowhere'))).rejects.toMatchObject({
      message: expect.stringContaining('there is no such folder'),
    })
    rmSync(folder, { recursive: true })
  })
})
