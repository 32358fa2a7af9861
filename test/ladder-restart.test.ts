import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const HINT = '("npm run ladder -- check" says what is wrong)'

describe.each(storeKinds())('a start with a broken ladder, on %s', (kind) => {
  const rubric = mkdtempSync(join(tmpdir(), 'rubric-'))
  const designers = join(rubric, 'designers.md')
  let slack: LocalSlack
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let bot: Bot | null = null
  beforeAll(async () => {
    cpSync('test/fixtures/look-up-ladder/rubric', rubric, { recursive: true })
    slack = await startLocalSlack()
    place = await readyDatabase(kind)
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
    await place?.remove()
    rmSync(rubric, { recursive: true, force: true })
  })
  const started = async (): Promise<Bot> => {
    await bot?.stop()
    bot = null
    bot = await runBot(slack, 'http', { ...place.env, RUBRIC_DIR: rubric })
    return bot
  }
  const says = async (words: string): Promise<string> =>
    JSON.stringify((await bot!.person('UADA').command(words)).body)
  const readyz = async (): Promise<string> => (await fetch(`http://127.0.0.1:${bot!.port}/readyz`)).text()

  it('uses the last version that could be read, and says where the mistake is', async () => {
    await started()
    expect(await says('designers L1 craft')).toContain('Designs small features with help.')
    const good = readFileSync(designers, 'utf8')
    writeFileSync(designers, good.replace('small features', 'tiny features'))
    await expect.poll(() => says('designers L1 craft')).toContain('Designs tiny features with help.')
    await bot!.stop()
    bot = null

    writeFileSync(designers, good.replace('# L2 · Designer', '# L1 · Designer'))
    await started()
    expect(await says('designers L1 craft')).toContain('Designs tiny features with help.')
    expect(await says('sre L3 planning')).toContain('Plans individual projects')
    expect(bot!.facts()).toContainEqual(
      expect.objectContaining({
        action: 'read-ladders',
        file: 'designers.md',
        problem: expect.stringMatching(
          /designers\.md:\d+: the level L1 appears twice \(also in line \d+\); /,
        ),
        msg: 'ladder file has problems; the last good version is used',
      }),
    )
    expect(await readyz()).toMatch(/^ready; mistakes in ladders at designers\.md:\d+ \(/)
    expect(await readyz()).toContain(HINT)

    writeFileSync(designers, good)
    await expect.poll(() => says('designers L1 craft')).toContain('Designs small features with help.')
    expect(await readyz()).toBe('ready\n')
  })

  it('starts without a file that never could be read, and takes it as soon as it can', async () => {
    await bot?.stop()
    bot = null
    const good = readFileSync(designers, 'utf8').replace('name: Designers', 'name: Writers')
    writeFileSync(join(rubric, 'writers.md'), good.replace('name: Writers', 'name: "Writers'))
    await started()
    expect(await says('ladders')).not.toContain('Writers')
    expect(bot!.log()).toContain('ladder file has problems; this file is ignored')
    expect(await readyz()).toContain('writers.md:')
    writeFileSync(join(rubric, 'writers.md'), good)
    await expect.poll(() => says('ladders')).toContain('Writers')
  })

  it('says at once when ladders don’t fit together', async () => {
    await bot?.stop()
    bot = null
    const good = readFileSync(designers, 'utf8')
    writeFileSync(join(rubric, 'twins.md'), good)
    await started()
    const said = (pattern: RegExp): number =>
      bot!.facts().filter(({ problem }) => pattern.test(String(problem))).length
    const SAME =
      /designers\.md and twins\.md have the same name, "Designers", so people can’t tell them apart/
    expect(said(SAME)).toBe(1)
    writeFileSync(join(rubric, 'twins.md'), good.replace('name: Designers', 'name: Twins\ndefault: true'))
    await expect
      .poll(() => said(/sre\.md and twins\.md are all marked as the default, so sre\.md is used; keep/))
      .toBe(1)
    expect(said(SAME)).toBe(1)
    rmSync(join(rubric, 'twins.md'))
  })

  it('refuses only when no ladder at all can be read, and names every mistake', async () => {
    await bot?.stop()
    bot = null
    const empty = await readyDatabase(kind)
    const broken = mkdtempSync(join(tmpdir(), 'rubric-'))
    for (const name of ['a.md', 'b.md']) writeFileSync(join(broken, name), '# L1 · One\n# L1 · Two\n')
    const start = runBot(slack, 'http', { ...empty.env, RUBRIC_DIR: broken })
    await expect(start).rejects.toMatchObject({ code: 'ladder-broken' })
    await expect(start).rejects.toThrow(/a\.md:\d+: (?:.|\n)+b\.md:\d+: /)
    await empty.remove()
    rmSync(broken, { recursive: true, force: true })
  })
})
