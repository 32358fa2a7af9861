import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCommand } from '../fakes/run-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'ladder-command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `npm run ladder -- ARGS` without npm. */
const run = (args: string[], input = '', env: Record<string, string> = {}) =>
  runCommand(['src/commands/ladder.ts', ...args], env, input)

const PAGE = '# Writers\n\n| | L1 | L2 |\n|-|-|-|\n| Craft | Learns. | Leads. Teaches. |\n\nAsk us.\n'

describe('npm run ladder', () => {
  it('imports a page, says what was taken and what was left, and overwrites only with --force', async () => {
    const out = join(folder, 'rubric')
    writeFileSync(join(folder, 'writers.md'), PAGE)
    const first = await run(['import', join(folder, 'writers.md'), '--out', out])
    expect(first.code).toBe(0)
    expect(first.err).toContain('7 sentences imported, 1 skipped.')
    expect(first.err).toContain('line 7: Ask us.')
    const text = readFileSync(join(out, 'writers.md'), 'utf8')
    expect(text).toContain('# L2\n\n### Craft\n\n- Leads. Teaches.\n')
    writeFileSync(join(out, 'writers.md'), `${text}\n<!-- mine -->\n`)
    const second = await run(['import', join(folder, 'writers.md'), '--out', out])
    expect([second.code, second.err]).toEqual([
      1,
      expect.stringContaining('this file exists. Use --force to overwrite it'),
    ])
    expect(readFileSync(join(out, 'writers.md'), 'utf8')).toContain('mine')
    expect((await run(['import', join(folder, 'writers.md'), '--out', out, '--force'])).code).toBe(0)
    expect(readFileSync(join(out, 'writers.md'), 'utf8')).toBe(text)
  })

  it('reads standard input, and prints the account of every sentence as JSON', async () => {
    const out = join(folder, 'piped')
    const { code, out: json } = await run(['import', '-', '--name', 'Writing', '--json', '--out', out], PAGE)
    expect(code).toBe(0)
    expect(JSON.parse(json)).toMatchObject({
      ladders: [{ id: 'writing', name: 'Writing' }],
      account: expect.arrayContaining([{ line: 5, text: 'Leads.', taken: 'writing/L2/craft' }]),
    })
    expect(existsSync(join(out, 'writing.md'))).toBe(true)
  })

  it('writes nothing if the shape is unclear, and says the line and what to type', async () => {
    const out = join(folder, 'unclear')
    const { code, err } = await run(
      ['import', '-', '--out', out],
      '| | Owl | Kite |\n|-|-|-|\n| Craft | A. | B. |\n',
    )
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^-:1: .*--levels-in rows or --levels-in columns\nNothing was written\.\n$/),
    ])
    expect(existsSync(out)).toBe(false)
    const missing = await run(['import', join(folder, 'nowhere.md')])
    expect([missing.code, missing.err]).toEqual([
      1,
      expect.stringMatching(/nowhere\.md: there is no such file\n$/),
    ])
    expect((await run(['import', folder])).err).toBe(`${folder}: this is a folder; name the file in it\n`)
    expect((await run(['import'])).code).toBe(2)
    expect((await run(['import', '--colour'])).code).toBe(2)
  })

  it('makes one ladder from several files, and says in which of them something was left', async () => {
    const files = join(import.meta.dirname, '..', 'fixtures', 'import-ladder', 'files-a-level')
    const names = ['engineer', 'junior', 'senior'].map((name) => join(files, `${name}.md`))
    const out = join(folder, 'several')
    const { code, err } = await run(['import', ...names, '--name', 'Engineers', '--out', out])
    expect(code).toBe(0)
    expect(err).toContain(`${names[2]}:2: Senior`)
    const text = readFileSync(join(out, 'engineers.md'), 'utf8')
    expect(text.match(/^# .*$/gm)).toEqual(['# Junior Engineer', '# Engineer', '# IC3 · Senior Engineer'])
    const notes = join(files, '..', 'files-refused', 'notes.md')
    const refused = await run(['import', ...names, notes, '--out', join(folder, 'none')])
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(
        /notes\.md:1: I can't tell which level this file is for; name the level .*\nNothing was written\.\n$/,
      ),
    ])
    expect((await run(['import', names[0]!, '-'])).code).toBe(2)
  })

  it('checks a folder, names file, line and remedy of each problem, and ends with 1 if there is one', async () => {
    expect(await run(['check'])).toMatchObject({
      code: 0,
      out: '1 ladder, 2 files of questions, 1 form, no problems\n',
    })
    const broken = mkdtempSync(join(folder, 'broken-'))
    writeFileSync(join(broken, 'a.md'), '# L1\n### Craft\n- A.\n# L1\n')
    writeFileSync(join(broken, 'b.md'), '# L1\n### Craft\nA.\n')
    const { code, out } = await run(['check', broken])
    expect(code).toBe(1)
    expect(out).toMatch(
      /a\.md:4: the level L1 appears twice.*\n.*b\.md:1: L1 is the only level.*\n.*b\.md:1: .*\n.*b\.md:3: "A\." is not a bullet/,
    )
    expect((await run(['check', join(folder, 'no-such')])).code).toBe(1)
  })

  it('shows the kinds of work for each competency and which its owner named', async () => {
    const { code, out } = await run(['themes', 'SRE'])
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}Flexibility +disagree and commit \d+%, having opinions \d+%/m)
    expect(out).toMatch(/^ {2}Feedback +feedback \d+%.* {2}\(named in the file\)$/m)
    expect(out).not.toMatch(/^Weak:/m)
    expect(await run(['themes', 'nobody'])).toMatchObject({
      code: 1,
      err: 'There is no ladder "nobody". Your ladders: sre ("SRE")\n',
    })
    expect((await run(['themes'])).out).toMatch(/^hardware: embedded, electronics, mechanical, /m)
  })

  it('says what the owner’s example deeds change, each read by the others', async () => {
    const rubric = join(folder, 'with-examples')
    mkdirSync(rubric)
    const text = readFileSync('rubric/sre.md', 'utf8')
    const examples =
      'examples:\n  Trust:\n    - My pull requests go in without review\n    - The lead asks me to look over risky changes\n' +
      '  Feedback:\n    - Sat with the newest colleague every week\n'
    writeFileSync(join(rubric, 'sre.md'), text.replace('themes:\n', `${examples}themes:\n`))
    const { code, out } = await run(['themes', 'sre'], '', { RUBRIC_DIR: rubric })
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}Trust .*\(named in the file\) {2}\(2 examples\)$/m)
    expect(out).toMatch(/^ {2}Feedback .* {2}\(1 example\)$/m)
    expect(out).toContain(
      'Examples: 3. I read each one without itself, first by no examples, then by the others.',
    )
    expect(out).toMatch(/^ {2}The right competency comes first: \d of 3, then \d of 3\.$/m)
    expect((await run(['themes', 'sre'])).out).toContain('Example deeds help me too.')
  })

  it('shows the kinds of work for a ladder that it imports, which are weak, and how to correct one', async () => {
    const page =
      '| | L1 | L2 |\n|-|-|-|\n| Hiring | Interviews. | Recruits. |\n| Craft | Tests code. | Refactors. |\n' +
      '| Zest | Warm. | Bright. |\n| Impact | Is good. | Is better. |\n'
    const { err } = await run(['import', '-', '--name', 'Ties', '--out', join(folder, 'ties')], page)
    expect(err).toMatch(/^ {2}Hiring +(?:interviewing|recruiting|hiring process) \d+%/m)
    expect(err).toMatch(/^Weak: .*Zest/m)
    expect(err).toContain(`at the top of ${join(folder, 'ties', 'ties.md')}:\n  themes:\n    Zest: [`)
  })

  it('shows in the terminal what Slack would show', async () => {
    const { code, out } = await run(['show', 'sre', 'L3'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Senior SRE \(L3\)\n/)
    expect(out).toContain('  • Subject matter expert in at least one of our major systems.')
    expect((await run(['show', 'sre', 'L2', 'vs', 'L3'])).out).toContain('No change: Communication.')
    expect(await run(['show', 'nobody'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('sre (L1, L2, L3, L4, L5)'),
    })
    expect((await run([])).err).toContain('npm run ladder -- import FILE|-')
  })
})
