import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { type ListedNudge, listedNudge, nudgeTable, questionTable } from '../../src/commands/nudge-table.ts'
import { competenciesOf } from '../../src/domain/ladder/ladder.ts'
import { nudgeOf } from '../domain/nudge-fixture.ts'
import { readyFolder } from '../fakes/databases.ts'
import { startLocalSlack } from '../fakes/local-slack.ts'
import { runBot } from '../fakes/run-bot.ts'
import { runCommand, startProgram } from '../fakes/run-program.ts'

/** Runs `npm run nudges -- ARGS` without npm. */
const run = (args: string[], env: Record<string, string> = {}) =>
  runCommand(['src/commands/nudges.ts', ...args], env)

describe('npm run nudges', () => {
  it('previews what a channel would be told, week by week, with every competency once', async () => {
    // Other forms come between, at most three of them in twelve weeks.
    const { code, out } = await run(['preview', 'SRE', '--weeks', '12'])
    expect(code).toBe(0)
    expect(out.match(/^Week \d+$/gm)).toHaveLength(12)
    expect(out.match(/\? Use the button below\.$/gm)).toHaveLength(12)
    expect(out.match(/^For example: .+\.$/gm)).toHaveLength(12)
    expect(out).toMatch(/: (?:a small win|work that nobody saw|the end of the quarter)\n/)
    for (const { name } of competenciesOf((await loadShelf('rubric')).all[0]!))
      expect(out).toContain(`One minute: what did you do this week?\n${name}`)
    expect((await run(['preview', '--weeks', '9', '--channel', 'C0123ABC'])).out).not.toBe(out)
  })

  it('ends quietly if nobody reads on, as before "| head"', async () => {
    const child = startProgram(['src/commands/nudges.ts', 'preview', '--weeks', '52'])
    let err = ''
    child.stderr?.on('data', (data) => (err += data))
    child.stdout?.destroy()
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect([code, err]).toEqual([0, ''])
  })

  it('previews any ladder with the templates, and explains what it cannot do', async () => {
    const several = { RUBRIC_DIR: 'test/fixtures/look-up-ladder/rubric' }
    expect((await run(['preview', 'designers', '--weeks', '2'], several)).out).toContain('Craft')
    expect(await run(['preview', 'nobody'])).toMatchObject({
      code: 1,
      err: 'There is no ladder "nobody". Your ladders: sre ("SRE")\n',
    })
    expect((await run(['preview', '--weeks', 'x'])).code).toBe(2)
    expect((await run([])).err).toContain('npm run nudges -- preview [LADDER]')
  })
})

describe('npm run nudges -- questions', () => {
  it('compares questions that were posted five times, without numbers under five', () => {
    const told = questionTable([
      { question: 'What did you plan?', posted: 6, opened: 14, logged: 4 },
      { question: 'What did you decide?', posted: 4, opened: 9, logged: 9 },
    ])
    expect(told).toBe('What did you plan?\n  posted 6 times, opened 14 times, led to fewer than 5 entries')
    expect(questionTable([])).toContain('No question was posted 5 times yet')
  })
})

describe('npm run nudges -- list', () => {
  it('lists what people set up, also while a bot is using the folder', async () => {
    const slack = await startLocalSlack()
    const DATA_DIR = readyFolder()
    expect((await run(['list'], { DATA_DIR })).out).toContain('No nudges yet')
    expect((await run(['questions'], { DATA_DIR })).out).toContain('No question was posted')
    const bot = await runBot(slack, 'http', { DATA_DIR })
    await bot.person('UADA').command('nudge mondays 10:00 Europe/London')
    await bot.person('USAM').command('nudge fridays 16:00 Kolkata', { channel_id: 'C2' })
    await bot.person('USAM').command('nudge pause', { channel_id: 'C2' })
    const { code, out } = await run(['list'], { DATA_DIR })
    expect(code).toBe(0)
    await bot.stop()
    expect(await run(['list'], { DATA_DIR })).toMatchObject({ code: 0, out })
    expect(existsSync(join(DATA_DIR, 'reads.sock'))).toBe(false)
    expect(out).toMatch(
      /^C1 +sre +every Monday at 10:00, London time\n(?: {2}Monday, .* at 10:00, London time\n){3}/,
    )
    expect(out).toContain('C2  sre  every Friday at 16:00, Kolkata time\n  paused until someone resumes it')
    expect(out).not.toMatch(/UADA|USAM/)
    await slack.close()
    rmSync(DATA_DIR, { recursive: true, force: true })
  }, 60_000)
})

describe('the list of nudges', () => {
  const at = (text: string) => Temporal.ZonedDateTime.from(text)
  const nudge: ListedNudge = {
    channel: 'C2',
    ladder: 'sre',
    schedule: { weekday: 1, time: Temporal.PlainTime.from('10:00'), zone: 'Europe/London' },
    next: [at('2026-12-07T10:00[Europe/London]'), at('2026-12-14T10:00[Europe/London]')],
    halted: null,
  }
  it('does not call a nudge paused after its pause is over', () => {
    const now = Temporal.Instant.from('2026-12-01T10:00:00Z')
    const paused = (day: string) => nudgeOf({ paused: { until: Temporal.PlainDate.from(day) } })
    expect(listedNudge(paused('2026-12-01'), [], now).halted).toBeNull()
    expect(listedNudge(paused('2026-12-02'), [], now).halted).toBe('paused until Wednesday, 2 December 2026')
  })

  it('says what goes where and when, soonest first and halted ones last', () => {
    expect(
      nudgeTable([
        { ...nudge, channel: 'C333', next: [], halted: 'paused until someone resumes it' },
        nudge,
        { ...nudge, channel: 'C1', ladder: 'designers', next: [at('2026-11-30T10:00[Europe/London]')] },
      ]),
    ).toBe(
      [
        'C1    designers  every Monday at 10:00, London time',
        '  Monday, 30 November 2026 at 10:00, London time',
        'C2    sre        every Monday at 10:00, London time',
        '  Monday, 7 December 2026 at 10:00, London time',
        '  Monday, 14 December 2026 at 10:00, London time',
        'C333  sre        every Monday at 10:00, London time',
        '  paused until someone resumes it',
      ].join('\n'),
    )
    expect(nudgeTable([])).toContain('No nudges yet')
  })
})
