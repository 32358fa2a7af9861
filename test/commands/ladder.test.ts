import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'ladder-command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `npm run ladder -- ARGS` without npm around it. */
const run = (
  args: string[],
  input = '',
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/commands/ladder.ts', ...args], {
      env: { PATH: process.env.PATH, NO_COLOR: '1', ...env },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => (out += data))
    child.stderr.on('data', (data) => (err += data))
    child.once('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })

const PAGE = '# Writers\n\n| | L1 | L2 |\n|-|-|-|\n| Craft | Learns. | Leads. Teaches. |\n\nAsk us.\n'

describe('npm run ladder', () => {
  it('imports a page, says what was taken and what was left, and writes over nothing without --force', async () => {
    const out = join(folder, 'rubric')
    writeFileSync(join(folder, 'writers.md'), PAGE)
    const first = await run(['import', join(folder, 'writers.md'), '--out', out])
    expect(first.code).toBe(0)
    expect(first.err).toContain('7 sentences taken, 1 left.')
    expect(first.err).toContain('line 7: Ask us.')
    const text = readFileSync(join(out, 'writers.md'), 'utf8')
    expect(text).toContain('# L2\n\n### Craft\n\n- Leads. Teaches.\n')
    writeFileSync(join(out, 'writers.md'), `${text}\n<!-- mine -->\n`)
    const second = await run(['import', join(folder, 'writers.md'), '--out', out])
    expect([second.code, second.err]).toEqual([1, expect.stringContaining('--force writes over it')])
    expect(readFileSync(join(out, 'writers.md'), 'utf8')).toContain('mine')
    expect((await run(['import', join(folder, 'writers.md'), '--out', out, '--force'])).code).toBe(0)
    expect(readFileSync(join(out, 'writers.md'), 'utf8')).toBe(text)
  })

  it('reads standard input, and gives the account of every sentence as JSON', async () => {
    const out = join(folder, 'piped')
    const { code, out: json } = await run(['import', '-', '--name', 'Writing', '--json', '--out', out], PAGE)
    expect(code).toBe(0)
    expect(JSON.parse(json)).toMatchObject({
      ladders: [{ id: 'writing', name: 'Writing' }],
      account: expect.arrayContaining([{ line: 5, text: 'Leads.', taken: 'writing/L2/craft' }]),
    })
    expect(existsSync(join(out, 'writing.md'))).toBe(true)
  })

  it('writes nothing where the shape is unclear, and says the line and what to type', async () => {
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
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('cannot be read')])
    expect((await run(['import'])).code).toBe(2)
    expect((await run(['import', '--colour'])).code).toBe(2)
  })

  it('checks a folder: every problem with file, line and remedy, and the end says whether there were any', async () => {
    expect(await run(['check'])).toMatchObject({
      code: 0,
      out: '1 ladder, 2 files of questions, no problems\n',
    })
    const broken = mkdtempSync(join(folder, 'broken-'))
    writeFileSync(join(broken, 'a.md'), '# L1\n### Craft\n- A.\n# L1\n')
    writeFileSync(join(broken, 'b.md'), '# L1\n### Craft\nA.\n')
    const { code, out } = await run(['check', broken])
    expect(code).toBe(1)
    expect(out).toMatch(
      /a\.md:4: the level L1 stands twice.*\n.*b\.md:1: L1 is the only level.*\n.*b\.md:1: .*\n.*b\.md:3: "A\." is no bullet/,
    )
    expect((await run(['check', join(folder, 'no-such')])).code).toBe(1)
  })

  it('shows which kinds of work each competency is tied to, which weakly, and how to correct one', async () => {
    const { code, out } = await run(['themes', 'SRE'])
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}Flexibility +disagree and commit \d+%, having opinions \d+%/m)
    expect(out).toMatch(/^ {2}Feedback +feedback \d+%.* {2}\(named in the file\)$/m)
    expect(out).toMatch(/^Tied weakly: .*Trust/m)
    expect(out).toContain('between the --- lines at the top of rubric/sre.md:\n  themes:\n    Trust: [')
    expect(await run(['themes', 'nobody'])).toMatchObject({
      code: 1,
      err: 'There is no ladder "nobody". The ladders: sre ("SRE")\n',
    })
    expect((await run(['themes'])).out).toMatch(/^hardware: embedded, electronics, mechanical, /m)
  })

  it('shows the ties of a ladder that it imports', async () => {
    const page =
      '| | L1 | L2 |\n|-|-|-|\n| Hiring | Interviews. | Recruits. |\n| Craft | Tests code. | Refactors. |\n'
    const { err } = await run(['import', '-', '--name', 'Ties', '--out', join(folder, 'ties')], page)
    expect(err).toMatch(/^ {2}Hiring +(?:interviewing|recruiting|hiring process) \d+%/m)
    expect(err).toContain(`at the top of ${join(folder, 'ties', 'ties.md')}:`)
  })

  it('shows in the terminal what Slack would show', async () => {
    const { code, out } = await run(['show', 'sre', 'L3'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Senior SRE \(L3\)\n/)
    expect(out).toContain('  • Subject matter expert in at least one of our major systems.')
    expect((await run(['show', 'sre', 'L2', 'vs', 'L3'])).out).toContain(
      'The same word for word: Communication.',
    )
    expect(await run(['show', 'nobody'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('sre (L1, L2, L3, L4, L5)'),
    })
    expect((await run([])).err).toContain('npm run ladder -- import FILE|-')
  })
})
