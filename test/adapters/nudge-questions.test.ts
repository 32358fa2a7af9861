import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { checkNudgeQuestions, openNudgeQuestions } from '../../src/adapters/ladder-files/nudge-questions.ts'
import { importLadder } from '../../src/adapters/ladder-import/import-ladder.ts'
import { type Competency, competenciesOf, type Ladder } from '../../src/domain/ladder/ladder.ts'
import { withLevels } from '../../src/domain/nudge/level-range.ts'
import type { LevelRange, NudgeQuestions } from '../../src/domain/nudge/nudge.ts'
import { optionsOf } from '../../src/domain/nudge/nudge-text.ts'
import { inPeriod } from '../../src/domain/nudge/questions/nudge-period.ts'
import { ownQuestionsOf, templatesOf } from '../../src/domain/nudge/questions/nudge-questions.ts'
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

/** What can be asked about a competency: its owner's questions, or else the templates. */
const questionsOf = (ladder: Ladder, competency: Competency, questions: NudgeQuestions): string[] => {
  const own = ownQuestionsOf(ladder, competency, questions)
  return (own.length > 0 ? own : templatesOf(competency, questions)).map(({ text }) => text)
}

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
    [
      'sre.md',
      '# Mastery\n- How?\n  - L2: Participates in shifts.\n  - L3: Full participant in on-call shifts.\n',
      '3: the ladder no longer has this sentence; copy a sentence of the competency as it is now, for example ' +
        '"L2: Participates in on call shifts."',
    ],
    [
      'sre.md',
      '# Mastery\n- How?\n  - L3: Full participant in on-call shifts.\n  - Shadows on call shifts.\n',
      '4: this sentence is at the level of the one before it, or below it; write one sentence for each level',
    ],
    [
      'sre.md',
      '# Scope\n- How?\n  - L2: Works independently on small projects.\n' +
        '  - L3: Works independently on small projects.\n',
      '4: this sentence asks nothing that the one before it does not; choose two sentences that show a step',
    ],
    [
      'sre.md',
      '# Manager of One\n- How?\n  - Requires help setting a direction.\n',
      '3: this sentence states a lack, so it is never posted; choose another sentence of that level',
    ],
    [
      'sre.md',
      '# Scope\n- A?\n  - Example: I did.\n  - Example: Again.\n',
      '4: this question has two examples',
    ],
    ['sre.md', '# Scope\n- A?\n  - Example:\n', '3: this example is empty; write two short sentences'],
    ['sre.md', `# Scope\n- A?\n  - Example: ${'a'.repeat(161)}\n`, '3: this example has 161 characters'],
    [
      'sre.md',
      '# Scope\n- A?\n  - Example: Ask @anna.\n',
      '3: this example mentions a person or a group; make',
    ],
    [
      'any-ladder.md',
      '- A?\n  - Shadows on call shifts.\n',
      '2: "Shadows on call shifts." is not an example; begin',
    ],
    [
      'any-ladder.md',
      '- A?\n# A small win\n- What small thing of {competency}?\n',
      '3: a question below this heading is about no competency; write it without {competency}',
    ],
    ['any-ladder.md', '# A small win\n- What is done?\n', '1: there is no question in this file'],
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
      'What did you do this week that shows Mastery?',
    )
  })

  it('binds a question to sentences, with their levels or without, and to an example', async () => {
    const folder = rubricWith({
      'sre.md':
        '# Mastery\n\n- Which *alert*?\n\n  - Shadows on call shifts.\n  - Senior SRE: Full participant in on-call\n' +
        '    shifts.\n  - For example: The disk alert. It is quiet now.\n- Any?\n',
      'any-ladder.md': '# Ours\n\n- Any {competency}?\n\n# A small win\n\n- Done?\n  - Example: Yes.\n',
    })
    expect(await checkNudgeQuestions(folder, [smallLadder])).toEqual({ files: 2, problems: [] })
    const questions = await openNudgeQuestions(folder, quiet)()
    const [mastery] = competenciesOf(smallLadder)
    const [alert, any] = optionsOf(smallLadder, mastery!, questions)
    expect(alert).toEqual({
      question: {
        text: 'Which alert?',
        sentences: ['Shadows on call shifts.', 'Senior SRE: Full participant in on-call shifts.'],
        example: 'The disk alert. It is quiet now.',
      },
      places: [{ levels: ['L1', 'L3'], expectations: ['sre/L1/mastery/1', 'sre/L3/mastery/1'] }],
    })
    expect(any?.question).toEqual({ text: 'Any?', sentences: [], example: null })
    expect(questions.templates).toEqual([{ text: 'Any {competency}?', sentences: [], example: null }])
    expect(questions.forms).toEqual({
      win: [{ text: 'Done?', sentences: [], example: 'Yes.' }],
      unseen: [],
      quarter: [],
    })
  })

  it('is logged, and its question left out, once its ladder no longer has a sentence', async () => {
    const lines: Line[] = []
    const folder = rubricWith({
      'sre.md':
        '# Mastery\n- How?\n  - L1: Shadows on call shifts.\n  - L2: Participates in on call shifts.\n',
    })
    let ladder = smallLadder
    const questions = openNudgeQuestions(folder, logTo(lines), {
      shelf: () => ({ all: [ladder], standard: ladder }),
    })
    const [mastery] = competenciesOf(smallLadder)
    const asked = async () =>
      optionsOf(ladder, mastery!, await questions()).map(({ question }) => question.text)
    expect(await asked()).toEqual(['How?'])
    const edited = JSON.stringify(smallLadder).replace(
      'Participates in on call shifts.',
      'Is on call with help.',
    )
    ladder = { ...(JSON.parse(edited) as Ladder), version: 'b'.repeat(40) }
    const templates = await asked()
    expect(templates).toContain('What did you do this week that shows Mastery?')
    expect(templates).not.toContain('How?')
    await asked()
    expect(lines).toEqual([
      {
        code: 'ladder-broken',
        file: 'sre.md',
        todo: expect.stringContaining('npm run ladder -- check'),
        problem: expect.stringContaining('sre.md:4: the ladder no longer has this sentence'),
        message: 'part of a question file can’t be used with its ladder; it is not asked',
      },
    ])
    ladder = smallLadder
    expect(await asked()).toEqual(['How?'])
  })

  it('loses only the question that has a mistake', async () => {
    const lines: Line[] = []
    const folder = rubricWith({ 'sre.md': '# Mastery\n- One?\n- No question\n- Two?\n' })
    const questions = await openNudgeQuestions(folder, logTo(lines))()
    expect(questionsOf(smallLadder, competenciesOf(smallLadder)[0]!, questions)).toEqual(['One?', 'Two?'])
    expect(lines).toMatchObject([
      {
        problem: expect.stringContaining('sre.md:3: "No question" is not a question; '),
        message: 'question file has problems; the other questions are used',
      },
    ])
  })

  it('names a competency that the ladder does not have, before anybody is asked', async () => {
    const lines: Line[] = []
    const folder = rubricWith({ 'sre.md': '# Mastrey\n- One?\n' })
    const looks: (() => Promise<unknown>)[] = []
    openNudgeQuestions(folder, logTo(lines), {
      shelf: () => ({ all: [smallLadder], standard: smallLadder }),
      alsoLook: (look) => void looks.push(look),
    })
    for (const look of [...looks, ...looks]) await look()
    expect(lines).toMatchObject([
      { file: 'sre.md', problem: expect.stringContaining(':1: the ladder has no competency "Mastrey"; ') },
    ])
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
    expect(flat.filter((one) => shipped.templates.some(({ text }) => text === one))).toEqual([])
    expect(flat).toContain('What did you finish or hand over this week that people are already using?')
  })

  it('are short, open, to one person, about this week’s work and about nobody', () => {
    const all = [
      ...competenciesOf(sre).flatMap((one) => questionsOf(sre, one, shipped)),
      ...shipped.templates.map(({ text }) => text),
    ]
    expect(all.filter((one) => one.length >= 120)).toEqual([])
    expect(all.filter((one) => !OPEN.test(one))).toEqual([])
    expect(all.filter((one) => !/\b(?:you|your|yours)\b/.test(one))).toEqual([])
    expect(all.filter((one) => !/\bweek\b/.test(one))).toEqual([])
    expect(all.filter((one) => UNKIND.test(one))).toEqual([])
    expect(all.filter((one) => (one.match(/\?/g) ?? []).length !== 1)).toEqual([])
  })

  it('read well about two weeks and a month too', () => {
    const all = [
      ...competenciesOf(sre).flatMap((one) => ownQuestionsOf(sre, one, shipped)),
      ...shipped.templates,
      ...Object.values(shipped.forms ?? {}).flat(),
    ].map(({ text }) => text)
    for (const text of all) {
      const [fortnight, month] = [inPeriod(text, 'two-weeks'), inPeriod(text, 'month')]
      for (const one of [fortnight, month])
        expect(one).not.toMatch(/\bthis week\b|\b(?:in|of|from|during|are|is) in the\b|\u2019/)
      expect(fortnight.replace('in the last two weeks', 'this week')).toBe(text)
      expect(month.replace('in the last month', 'this week')).toBe(text)
      expect(month.length).toBeLessThan(160)
    }
  })

  it('are asked of every two levels that follow each other, without a template', () => {
    const pairs = sre.levels.slice(1).map(({ id }, nth): LevelRange => [sre.levels[nth]!.id, id])
    for (const pair of pairs) {
      const part = withLevels(sre, pair)!
      for (const competency of competenciesOf(part))
        for (const { question } of optionsOf(part, competency, shipped))
          expect(question.sentences.length, `${pair} ${competency.name}`).toBeGreaterThan(0)
    }
  })

  it('have an example each: two short sentences about work, which name nobody', () => {
    const all = [
      ...competenciesOf(sre).flatMap((one) => ownQuestionsOf(sre, one, shipped)),
      ...Object.values(shipped.forms ?? {}).flat(),
    ]
    // One that would fit any competency of any ladder would help with none.
    expect(shipped.templates.every(({ example }) => example === null)).toBe(true)
    const examples = all.map(({ example }) => example ?? '')
    expect(new Set(examples).size).toBe(all.length)
    expect(examples.filter((one) => (one.match(/[.](?= |$)/g) ?? []).length !== 2)).toEqual([])
    expect(examples.filter((one) => one.length > 100)).toEqual([])
    expect(examples.filter((one) => /[?!@]/.test(one))).toEqual([])
    // Each question has one, and is for sentences that show a step.
    for (const competency of competenciesOf(sre))
      for (const { question, places } of optionsOf(sre, competency, shipped)) {
        expect(question.sentences.length).toBeGreaterThanOrEqual(2)
        expect(places.length).toBeGreaterThan(0)
        expect(places.every(({ levels }) => levels.length === 2)).toBe(true)
      }
  })

  it('have two of each other form, which end in one question to one person', () => {
    const { win = [], unseen = [], quarter = [] } = shipped.forms ?? {}
    for (const form of [win, unseen, quarter]) expect(form).toHaveLength(2)
    const texts = [...win, ...unseen, ...quarter].map(({ text }) => text)
    expect(
      texts.filter((one) => !OPEN.test(one) || !one.endsWith('?') || !/\b(?:your?|yours)\b/.test(one)),
    ).toEqual([])
    expect(texts.filter((one) => one.length >= 120 || /[{}]/.test(one))).toEqual([])
  })

  it('have at least five templates that read well with the name of any competency', () => {
    expect(shipped.templates.length).toBeGreaterThanOrEqual(5)
    // The question comes before the name, as in speech.
    expect(shipped.templates.filter(({ text }) => /^\S+ \{competency\}/.test(text))).toEqual([])
    const ladders = laddersAtHand()
    const names = ladders.flatMap(competenciesOf)
    for (const competency of names) {
      const filled = templatesOf(competency, shipped)
      for (const { text: question } of filled) {
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
