import { copyFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShelf } from '../src/adapters/ladder-files/ladder-files.ts'
import { importLadder } from '../src/adapters/ladder-import/import-ladder.ts'
import { bulletsOf, competenciesOf, rowOf } from '../src/domain/ladder/ladder.ts'
import { type Company, SHAPES } from './adapters/ladder-shapes.ts'
import { type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { bulletsIn } from './fakes/look-up.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import type { SlackPerson } from './fakes/slack-person.ts'

const EVIDENCE = 'I planned and led the migration of our job queue. It cut failed jobs from 40 a day to 2.'

/** A small ladder of an invented company, to be written in every shape. */
const BROUGHT: Company = {
  levels: [
    { label: 'Junior Editor (L1)', id: 'L1', title: 'Junior Editor' },
    { label: 'Senior Editor (L2)', id: 'L2', title: 'Senior Editor' },
  ],
  rows: [
    {
      area: 'Words',
      name: 'Craft',
      cells: [['Learns. Asks.', 'Corrects typos & style.'], ['Edits "books".']],
    },
    {
      area: 'People',
      name: 'Communication',
      cells: [['Writes clearly; speaks | listens.'], ['Teaches others.', 'Leads.']],
    },
    { area: 'People', name: 'C++', cells: [['Knows <b> from *b*.'], []] },
  ],
}

const saidIn = (body: Json): string => JSON.stringify(body)

describe('a bot with several ladders', () => {
  const rubric = mkdtempSync(join(tmpdir(), 'rubric-'))
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    cpSync('test/fixtures/look-up-ladder/rubric', rubric, { recursive: true })
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http', { RUBRIC_DIR: rubric })
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
    rmSync(rubric, { recursive: true, force: true })
  })
  /** Edits a file as an editor does, and waits until an answer shows it. */
  const edit = async (file: string, from: string, to: string): Promise<void> =>
    writeFileSync(join(rubric, file), readFileSync(join(rubric, file), 'utf8').replace(from, to))
  /** Presses a button and waits for the answer. */
  const press = async (person: SlackPerson, message: Json, button: string, answers = 1): Promise<Json[]> => {
    const before = slack.responses.length
    await person.click(
      { ...message, ephemeral: message.ephemeral ?? message.response_type !== undefined },
      button,
    )
    await slack.next(() => slack.responses.length >= before + answers, 5_000, `an answer to ${button}`)
    return slack.responses.slice(before)
  }
  const until = async (holds: () => Promise<boolean>, ms = 2_000): Promise<void> => {
    const end = performance.now() + ms
    while (!(await holds())) {
      if (performance.now() > end) throw new Error(`It does not hold after ${ms} ms`)
      await wait(50)
    }
  }

  it('shows every cell of every ladder word for word', async () => {
    const person = bot.person('UALL')
    for (const ladder of (await loadShelf(rubric)).all) {
      for (const level of ladder.levels) {
        for (const competency of competenciesOf(ladder)) {
          const { body } = await person.command(`${ladder.id} ${level.id} ${competency.name}`)
          const row = bulletsOf(rowOf(ladder, level.id, competency.id))
          expect(bulletsIn(body.blocks).slice(0, row.length)).toEqual(row)
        }
      }
    }
    expect(slack.problems).toEqual([])
  })

  it('answers from the ladder of a person’s goal, which a choice in a thread can set', async () => {
    const person = bot.person('UDESIGN')
    expect(saidIn((await person.command('L3')).body)).toContain('Senior SRE')
    const { ts } = await person.dm(EVIDENCE)
    const question = await person.reply(ts, 'Which level are you aiming for?')
    const [choice] = await press(person, question, 'Use Designers ladder')
    await press(person, choice, 'goal-choose:L3')
    await person.reply(ts, 'People decide promotions')
    expect(saidIn((await person.command('L3')).body)).toContain('Senior Designer')
    expect(saidIn((await person.command('sre L3')).body)).toContain('From the SRE ladder.')
    expect(saidIn((await person.command('next')).body)).toContain('Designer (L2) and Senior Designer (L3)')
    expect(saidIn((await person.command('goal by 2031-03')).body)).toContain(', by March 2031')
    const me = saidIn((await person.command('me')).body)
    expect(me).toContain('Designer (L2) to Senior Designer (L3)')
    expect(me).toMatch(/1 entry|nothing shown yet/)
    expect(saidIn((await person.command('goal clear')).body)).toContain('I removed your goal')
    expect(saidIn((await person.command('next')).body)).toContain('You have no goal yet')
  })

  it('browses in place, and shares a cell only after a preview', async () => {
    const person = bot.person('USHARE')
    const { body } = await person.command('designers L2 craft')
    const [above] = await press(person, body, '↑ L3')
    expect(above).toMatchObject({ replace_original: true })
    expect(saidIn(above)).toContain('Designs whole products.')
    const [preview] = await press(person, above, 'ladder-share')
    expect(saidIn(preview)).toContain('Everyone in this conversation will see this')
    const [posted, noted] = await press(person, preview, 'ladder-share-post', 2)
    expect(posted).toMatchObject({ response_type: 'in_channel', replace_original: false })
    expect(bulletsIn(posted.blocks)[0]).toBe(
      "Designs whole products. Raises the standard of the team's prototyping.",
    )
    expect(saidIn(posted)).not.toMatch(/USHARE|"actions"|Preview/)
    expect(noted).toMatchObject({ replace_original: true, text: 'Posted without your name.' })
  })

  it('answers a mention once with ladder text in its thread, and personal questions only to the person', async () => {
    const person = bot.person('UASK')
    const asked = await person.mention('what does L4 judgment say?')
    expect(asked.acked).toBe(true)
    await person.send(asked.body, 1)
    const posts = slack.thread('C1', asked.ts)
    expect(posts).toHaveLength(1)
    expect(bulletsIn(posts[0]!.blocks)[0]).toContain('Defines professional standards.')
    expect(saidIn(posts)).not.toContain('UASK')
    for (const text of ['goal L3', 'me', 'data', 'I led the migration of the queue', '']) {
      const before = slack.ephemerals.length
      const { ts } = await person.mention(text)
      expect(slack.thread('C1', ts)).toEqual([])
      expect(slack.ephemerals.slice(before)).toMatchObject([{ user: 'UASK', channel: 'C1' }])
    }
    expect(slack.problems).toEqual([])
  })

  it('answers a mention at its next delivery if Slack refused the post at the first', async () => {
    const person = bot.person('UAGAIN')
    slack.fail('chat.postMessage', { status: 500, error: 'internal_error' })
    const asked = await person.mention('trust at L2')
    expect(asked.acked).toBe(false)
    expect((await person.send(asked.body, 1)).acked).toBe(true)
    expect(slack.thread('C1', asked.ts)).toHaveLength(1)
  })

  it('shows an edit within two seconds, keeps a broken file’s last good version, and says which line', async () => {
    const person = bot.person('UEDITOR')
    const shows = (text: string) => async () =>
      saidIn((await person.command('designers L1 craft')).body).includes(text)
    await edit('designers.md', 'Designs small features with help.', 'Draws small features with help.')
    await until(shows('Draws small features'))
    await edit('designers.md', '# L2 · Designer', '# L1 · Designer')
    await until(async () => bot.log().includes('ladder file has problems'))
    expect(await shows('Draws small features')()).toBe(true)
    expect(bot.log()).toMatch(/designers\.md:\d+: the level L1 appears twice/)
    await edit('designers.md', '# L1 · Designer', '# L2 · Designer')
    copyFileSync('test/fixtures/look-up-ladder/rubric/designers.md', join(rubric, 'writers.md'))
    await edit('writers.md', 'name: Designers', 'name: Writers')
    await until(async () => saidIn((await person.command('ladders')).body).includes('Writers'))
    rmSync(join(rubric, 'writers.md'))
    await until(async () => !saidIn((await person.command('ladders')).body).includes('Writers'))
  })

  it('tells a person once, in their own thread, what changed in their target level', async () => {
    const person = bot.person('UCHANGE')
    const watcher = bot.person('UWATCH')
    await person.command('goal backend IC3')
    await edit('backend.md', 'Weighs trade-offs.', 'Weighs trade-offs and writes them down.')
    await edit('backend.md', '- Builds our tools.', '- Builds all of our tools.')
    await until(async () =>
      saidIn((await watcher.command('IC3 system design')).body).includes('writes them down'),
    )
    const first = await person.dm(EVIDENCE)
    await person.reply(first.ts, 'People decide promotions')
    const [told] = person.thread(first.ts).filter((post) => saidIn(post).includes('ladder has changed'))
    expect(bulletsIn(told!.blocks)).toContain('now: Weighs trade-offs and writes them down.')
    expect(bulletsIn(told!.blocks).join()).not.toContain('Builds all of our tools')
    const second = await person.dm(`${EVIDENCE} Again.`)
    await person.reply(second.ts, 'People decide promotions')
    expect(saidIn(person.thread(second.ts))).not.toContain('ladder has changed')
  })

  it('tells a person who only looks things up once, in their own DM, even if Slack fails at first', async () => {
    const person = bot.person('ULOOKER')
    await person.command('goal backend IC4')
    slack.fail('chat.postMessage', { status: 500, error: 'internal_error' })
    await edit('backend.md', '- Designs whole systems.', '- Designs whole systems, and says why.')
    await until(async () => saidIn((await person.command('IC4 system design')).body).includes('and says why'))
    const told = () =>
      slack.messages.filter(({ channel, thread_ts }) => channel === person.channel && !thread_ts)
    await until(async () => {
      await person.command('backend')
      return told().length > 0
    })
    await person.command('backend')
    await person.command('me')
    expect(told()).toHaveLength(1)
    expect(told()[0]).toMatchObject({ thread_ts: undefined })
    expect(saidIn(told()[0])).toContain('and says why')
  })

  it('gives no wrong or failed answer while files are edited a thousand times, some of them broken', async () => {
    const person = bot.person('ULOAD')
    const file = join(rubric, 'sre.md')
    const good = readFileSync(file, 'utf8')
    let [edits, answers] = [0, 0]
    const editing = (async () => {
      for (; edits < 1_000; edits += 1) {
        const text = good.replace(
          'Plans individual projects.',
          `Plans individual projects, edition ${edits}.`,
        )
        // Every third edit is broken: half a file, or a duplicate level.
        const broken =
          edits % 6 === 1
            ? text.slice(0, text.length / 2).replace('# L2', '# L1')
            : text.replace('# L2', '# L1')
        if (edits % 2 === 0) writeFileSync(file, edits % 3 === 1 ? broken : text)
        else {
          writeFileSync(`${file}.part`, edits % 3 === 1 ? broken : text)
          renameSync(`${file}.part`, file)
        }
        await wait(3)
      }
      writeFileSync(file, good)
    })()
    while (edits < 1_000) {
      const { acked, body } = await person.command('sre L3 planning')
      answers += 1
      expect(acked).toBe(true)
      expect(bulletsIn(body.blocks)[0]).toMatch(
        /^Plans individual projects(?:, edition \d+)?\. Contributes to cycle planning\./,
      )
    }
    await editing
    expect(answers).toBeGreaterThan(100)
    await until(async () =>
      bulletsIn((await person.command('sre L3 planning')).body.blocks)[0]!.startsWith(
        'Plans individual projects. ',
      ),
    )
  }, 60_000)
})

describe('ladders that companies bring', () => {
  const rubric = mkdtempSync(join(tmpdir(), 'rubric-'))
  let slack: LocalSlack
  let bot: Bot
  const sources: [string, Buffer][] = [
    ...(process.env.TEST_DATA_DIR
      ? ['handbook-ops.md', 'handbook-programmers.md', 'medium-tracks.json', 'monzo-backend.md'].map(
          (name): [string, Buffer] => [name, readFileSync(join(process.env.TEST_DATA_DIR!, 'ladders', name))],
        )
      : []),
    ...Object.values(SHAPES).map(({ file }) => file(BROUGHT)),
  ]
  beforeAll(async () => {
    for (const [name, bytes] of sources) {
      const imported = importLadder(name, bytes)
      if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
      for (const { id, markdown } of imported.ladders) writeFileSync(join(rubric, `${id}.md`), markdown)
    }
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http', { RUBRIC_DIR: rubric })
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
    rmSync(rubric, { recursive: true, force: true })
  })

  it('show each cell word for word through signed requests, by the text that leads there', async () => {
    const person = bot.person('UBROUGHT')
    const { all } = await loadShelf(rubric)
    expect(all.length).toBeGreaterThanOrEqual(9)
    let cells = 0
    for (const ladder of all) {
      for (const level of ladder.levels) {
        for (const competency of competenciesOf(ladder)) {
          const { body } = await person.command(`${ladder.id} ${level.id} ${competency.name}`)
          const row = bulletsOf(rowOf(ladder, level.id, competency.id))
          expect([ladder.id, level.id, competency.id, bulletsIn(body.blocks).slice(0, row.length)]).toEqual([
            ladder.id,
            level.id,
            competency.id,
            row,
          ])
          cells += 1
        }
      }
    }
    expect(cells).toBeGreaterThan(process.env.TEST_DATA_DIR ? 250 : 70)
    expect(slack.problems).toEqual([])
  })

  it('ask which ladder first if none is marked as default', async () => {
    const person = bot.person('UNOBODY')
    const { ts } = await person.dm(EVIDENCE)
    const question = await person.reply(ts, 'Which ladder are you on')
    expect(saidIn(question)).not.toContain('goal-choose')
    expect(saidIn((await person.command('L2 communication')).body)).toContain('Which one do you mean?')
    const which = await person.command('goal L2 by 2031-05')
    expect(saidIn(which.body)).toContain('I have not set a goal yet')
    expect(saidIn((await person.command('goal')).body)).toContain('You have no goal yet')
    const button = which.body.blocks.at(-1).elements[0]
    expect(saidIn((await person.command(button.value)).body)).toContain(', by May 2031')
    expect(slack.problems).toEqual([])
  })
})
