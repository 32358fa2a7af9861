import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { checkNudgeQuestions, openNudgeQuestions } from '../../src/adapters/ladder-files/nudge-questions.ts'
import { importLadder } from '../../src/adapters/ladder-import/import-ladder.ts'
import { competenciesOf, type Ladder } from '../../src/domain/ladder/ladder.ts'
import { questionsOf } from '../../src/domain/nudge/nudge-questions.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'

const folders: string[] = []
afterAll(() => folders.map((folder) => rmSync(folder, { recursive: true, force: true })))

/** A folder of ladders with files of questions in it. */
const rubricWith = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nudges-'))
  folders.push(folder)
  mkdirSync(join(folder, 'nudges'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'nudges', name), text)
  return folder
}

type Line = { file?: string; problem?: string }
const logTo = (lines: Line[]) => ({
  info: () => {},
  warn: (fact: object, message: string) => void lines.push({ ...fact, message } as Line),
  error: () => {},
})
const quiet = logTo([])

describe('a file of questions', () => {
  it.each([
    [
      'sre.md',
      '# Mastery\n\n- What did you learn?\n- Tell me.\n',
      '4: "Tell me." is not a question; end it with',
    ],
    ['sre.md', '- What did you learn?\n', '1: these questions belong to no competency; put its name before'],
    ['sre.md', '# Mastery\nWhat did you learn?\n', '2: "What did you learn?" is not a bullet; put "- "'],
    ['sre.md', '# Mastery\n', '1: "Mastery" has no question; write one as a bullet, or remove the heading'],
    [
      'sre.md',
      '# Tact\n- What did you learn?\n',
      '1: the ladder has no competency "Tact"; its competencies are Mastery, Scope, Ownership',
    ],
    ['sre.md', '# Scope\n- A?\n# Scope\n- B?\n', '3: "Scope" appears twice; put all its questions under one'],
    ['sre.md', '# Scope\n- A?\n- A?\n', '3: "A?" appears twice; keep one'],
    ['sre.md', `# Scope\n- ${'a'.repeat(160)}?\n`, '2: this question has 161 characters; shorten it to 160'],
    [
      'sre.md',
      '# Scope\n- What did <@U1> do?\n',
      '2: this question mentions a person or a group; ask about the work',
    ],
    ['sre.md', '# Scope\n- What did @anna do?\n', '2: this question mentions a person or a group'],
    ['any-ladder.md', '- What of {skill}?\n', '1: "{skill}" is unknown; write {competency}'],
    ['any-ladder.md', '<!-- none -->\n', '1: there is no question in this file'],
    ['ops.md', '# Scope\n- A?\n', '1: there is no ladder for this file; name it after its ladder: sre.md'],
  ])('%s with a mistake is reported with line and remedy', async (name, text, expected) => {
    const folder = rubricWith({ [name]: text })
    const { problems } = await checkNudgeQuestions(folder, [smallLadder])
    expect(problems.join('\n')).toContain(`${join(folder, 'nudges', name)}:${expected}`)
  })

  it('can be missing, name competencies in any spelling, and contain comments', async () => {
    expect(await checkNudgeQuestions(join(tmpdir(), 'no-such-folder'), [])).toEqual({
      files: 0,
      problems: [],
    })
    const folder = rubricWith({ 'sre.md': '<!-- ours -->\n## manager of one\n\n- What *did* you\n  lead?\n' })
    expect(await checkNudgeQuestions(folder, [smallLadder])).toEqual({ files: 1, problems: [] })
    const questions = await openNudgeQuestions(folder, quiet)()
    const [mastery, , ownership] = competenciesOf(smallLadder)
    expect(questionsOf(smallLadder, ownership!, questions)).toEqual(['What did you lead?'])
    // The project's own templates replace a file that is missing.
    expect(questionsOf(smallLadder, mastery!, questions)).toContain(
      'What did you do this week that you would put under Mastery?',
    )
  })

  it('is read again after an edit, and keeps its last good version if it breaks', async () => {
    const lines: Line[] = []
    const folder = rubricWith({ 'sre.md': '# Mastery\n- One?\n', 'any-ladder.md': '- Any {competency}?\n' })
    const path = join(folder, 'nudges', 'sre.md')
    const questions = openNudgeQuestions(folder, logTo(lines))
    const now = async (): Promise<readonly string[]> =>
      questionsOf(smallLadder, competenciesOf(smallLadder)[0]!, await questions())
    expect(await now()).toEqual(['One?'])
    writeFileSync(path, '# Mastery\n- One?\n- Two?\n')
    expect(await now()).toEqual(['One?', 'Two?'])
    writeFileSync(path, '# Mastery\n- No question\n')
    expect([await now(), await now()]).toEqual([
      ['One?', 'Two?'],
      ['One?', 'Two?'],
    ])
    expect(lines).toEqual([
      {
        code: 'ladder-broken',
        file: 'sre.md',
        todo: expect.stringContaining('npm run ladder -- check'),
        problem: `${path}:2: "No question" is not a question; end it with a question mark, or put it in a comment: <!-- ... -->`,
        message: 'question file has problems; the last good version is still used',
      },
    ])
    rmSync(path)
    expect(await now()).toEqual(['Any Mastery?'])
  })
})

const sre = (await loadShelf('rubric')).all[0]!
const shipped = await openNudgeQuestions('rubric', quiet)()

/** Every yes-or-no question begins with a verb. These words open questions that ask for a story. */
const OPEN = /^(?:If .*, |Under .*, )?(?:what|which|how|where|when)\b/i

/** Words that judge, press or count, and jargon that not everybody knows. */
const UNKIND =
  /\b(?:should|must|fail(?:ed|ure)?|forg[eo]t|only|still|yet|finally|enough|better than|worse|mistakes?|blame|leverage|stakeholders?|impactful|synerg\w*|deliverables?|bandwidth|actionable|promot\w*|level|review|manager|everybody|everyone|colleagues?|teammates?|he|she|they|we|our|us)\b/i

/** The competencies of all available ladders, including the published ones if they are there. */
const laddersAtHand = (): Ladder[] => {
  const data = process.env.TEST_DATA_DIR
  const published = ['handbook-ops.md', 'handbook-programmers.md', 'medium-tracks.json', 'monzo-backend.md']
    .flatMap((name) => {
      if (!data) return []
      const path = join(data, 'ladders', name)
      const imported = importLadder(path, readFileSync(path), {})
      return imported.ok ? imported.ladders : []
    })
    .flatMap(({ id, markdown }) => {
      const parsed = parseLadder(id, Buffer.from(markdown))
      return parsed.ok ? [parsed.ladder] : []
    })
  if (!data) console.log('TEST_DATA_DIR is not set: templates are read with the ladders of the project alone')
  return [sre, smallLadder, ...published]
}

describe('the questions that come with the coach', () => {
  it('are at least four for each competency of the SRE ladder, all different', () => {
    const all = competenciesOf(sre).map((one) => questionsOf(sre, one, shipped))
    expect(all.map(({ length }) => length >= 4)).toEqual(competenciesOf(sre).map(() => true))
    const flat = all.flat()
    expect(new Set(flat).size).toBe(flat.length)
    expect(flat.filter((one) => shipped.templates.includes(one))).toEqual([])
    expect(flat).toContain('What did you deliver this week that needed no rework?')
  })

  it('are short, open, to one person, about this week’s work and about nobody', () => {
    const all = [
      ...competenciesOf(sre).flatMap((one) => questionsOf(sre, one, shipped)),
      ...shipped.templates,
    ]
    expect(all.filter((one) => one.length >= 120)).toEqual([])
    expect(all.filter((one) => !OPEN.test(one))).toEqual([])
    expect(all.filter((one) => !/\b(?:you|your|yours)\b/.test(one))).toEqual([])
    expect(all.filter((one) => !/\bweek\b/.test(one))).toEqual([])
    expect(all.filter((one) => UNKIND.test(one))).toEqual([])
    expect(all.filter((one) => (one.match(/\?/g) ?? []).length !== 1)).toEqual([])
  })

  it('have at least five templates that read well with the name of any competency', () => {
    expect(shipped.templates.length).toBeGreaterThanOrEqual(5)
    // The question comes before the name, as in speech.
    expect(shipped.templates.filter((one) => /^\S+ \{competency\}/.test(one))).toEqual([])
    const ladders = laddersAtHand()
    const names = ladders.flatMap(competenciesOf)
    for (const competency of names) {
      const filled = questionsOf(smallLadder, competency, { own: {}, templates: shipped.templates })
      for (const question of filled) {
        expect(question).toContain(competency.name)
        expect(question.length).toBeLessThanOrEqual(160)
        // No article or ending depends on the name: "a Ownership", "Scopes", "the C++".
        expect(question).not.toMatch(
          new RegExp(`\\b(?:an?|the|more|good|this|very|your) ${RegExp.escape(competency.name)}`),
        )
      }
    }
    expect(names.length).toBeGreaterThan(10)
  })
})
