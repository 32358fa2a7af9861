import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { openPlace } from './fakes/open-store.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const FOREIGN = 'I only work for members of this workspace'
const EVIDENCE = 'I led the incident response to the failover and wrote the post-mortem.'

type Place = Awaited<ReturnType<typeof readyDatabase>>

/** Every row of every table, as text. */
const everyRow = async (place: Place): Promise<string> => {
  const database = await openPlace(place.env)
  try {
    const tables = await database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const rows: string[] = []
    for (const { name } of tables)
      rows.push(
        ...(await database.query<{ row: string }>(`select t::text as row from ${name} t`)).map(
          ({ row }) => `${name} ${row}`,
        ),
      )
    return rows.join('\n')
  } finally {
    await database.close()
  }
}

const choice = (value: string) => ({ choice: { selected_option: { value } } })
const FORM = {
  ladder: choice('sre'),
  weekday: choice('4'),
  time: { choice: { selected_time: '09:30' } },
  zone: choice('Asia/Tokyo'),
}

describe.each(storeKinds())('people of another workspace, on %s', (kind) => {
  let slack: LocalSlack
  let place: Place
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    place = await readyDatabase(kind)
    bot = await runBot(slack, 'http', place.env)
    await bot.person('UADA').command('nudge mondays 10:00 London')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await slack?.close()
    await place?.remove()
  })
  const said = (one: Json): string => JSON.stringify(one ?? null)

  it.each([
    ['another team in everything', 'T2', {}, {}],
    ['another team of the person alone', 'T1', {}, { user_team: 'T2', source_team: 'T2' }],
    ['the word of Slack that they are a stranger', 'T1', { stranger: true }, {}],
    ['another organisation', 'T2', { enterprise: 'E2' }, {}],
  ] as const)('are told so once in a DM, by %s, and are not reviewed', async (name, team, about, more) => {
    const eve = bot.person(`UEVE${name.length}`, team, about)
    const before = slack.messages.length
    for (let time = 0; time < 2; time += 1) expect((await eve.dm(EVIDENCE, more)).acked).toBe(true)
    expect((await eve.upload('', [{ name: 'notes.md', bytes: new Uint8Array(9) }], more)).acked).toBe(true)
    const own = slack.messages.slice(before)
    expect(own.map(({ channel }) => channel)).toEqual([eve.channel])
    expect(own[0]?.text).toContain(FOREIGN)
  })

  it('are told so once by a command and by a mention', async () => {
    const eve = bot.person('UEVE', 'T2')
    const first = await eve.command('goal L3')
    expect(first.body).toMatchObject({ response_type: 'ephemeral' })
    expect(first.body.text).toContain(FOREIGN)
    const second = await eve.command('nudge stop')
    expect([second.acked, said(second.body)]).toEqual([true, '""'])
    for (let time = 0; time < 2; time += 1) await eve.mention('L3 communication')
    expect(slack.ephemerals.map(({ user, text }) => [user, text.includes(FOREIGN)])).toEqual([['UEVE', true]])
  })

  it('change nothing with a click, a shortcut or a form, each used twice, and are told once', async () => {
    const eve = bot.person('UEVE', 'T2')
    const ada = bot.person('UADA')
    const shown = (await ada.command('nudge')).body
    const seen = slack.responses.length
    for (let time = 0; time < 2; time += 1)
      await eve.click({ ...shown, ephemeral: true, channel: 'C1' }, 'nudge-stop')
    const message = { user: 'USAM', ts: '1781000000.000100', text: EVIDENCE }
    for (let time = 0; time < 2; time += 1) await eve.messageShortcut('evidence-save', message)
    await slack.next(() => slack.responses.length === seen + 2)
    for (const one of slack.responses.slice(seen)) expect(one.text).toContain(FOREIGN)

    const views = slack.views.length
    for (let time = 0; time < 2; time += 1) await eve.shortcut('evidence-log')
    expect(slack.views.slice(views).map(said)).toEqual([expect.stringContaining(FOREIGN)])
    await ada.command('nudge set up')
    const form = await slack.next(() => slack.views[views + 1])
    const sent = await eve.submit(form, FORM)
    expect(said(sent.body.view)).toContain(FOREIGN)
    expect((await eve.submit(form, FORM)).body).toBe('')

    expect((await ada.command('nudge')).body.text).toContain('every Monday at 10:00')
    expect(slack.messages.filter(({ channel }) => channel === 'C1')).toHaveLength(1)
  })

  it('leave nothing behind with an edit or a deletion', async () => {
    const eve = bot.person('UGONE', 'T2')
    const before = slack.messages.length
    await eve.edit('1781000000.000200', EVIDENCE, `${EVIDENCE} Twice.`)
    await eve.remove('1781000000.000200', EVIDENCE)
    expect(slack.messages.length).toBe(before)
  })

  it('are in no table and no log afterwards, unlike people of the workspace', async () => {
    await bot.person('UADA').command('goal L3')
    await bot.stop()
    const rows = await everyRow(place)
    expect(rows).toMatch(/public\.person \(T1,UADA/)
    // Only whole words, because our own keys are random letters.
    expect(rows).not.toMatch(/UEVE|UGONE|\bDT2|\bT2\b|failover/)
    expect(bot.log()).toContain('turned away')
    expect(bot.log()).not.toMatch(/UEVE|UGONE|DT2|failover/)
  })
})

describe('people of the workspace', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    for (const [id, more] of [
      ['UGUEST', { is_restricted: true }],
      ['USINGLE', { is_ultra_restricted: true }],
      ['UFLOW', { is_workflow_bot: true }],
      ['UBOT', { is_bot: true }],
    ] as const)
      slack.members.push({ id, name: id, real_name: id, tz: 'Europe/London', profile: {}, ...more })
    bot = await runBot(slack, 'http')
    await bot.person('UADA').command('nudge mondays 10:00 London')
    for (const user of ['UADA', 'USAM']) await bot.person(user).command('goal L3')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })
  const told = (): string[] =>
    slack.messages.filter(({ channel }) => channel === 'C1').map(({ text }) => text)

  it('who are guests can look things up, and log their own evidence', async () => {
    const guest = bot.person('UGUEST')
    expect((await guest.command('L3')).body.text).toContain('L3')
    expect((await guest.command('nudge')).body.text).toContain('I post a nudge in this channel every Monday')
    expect((await guest.command('nudge preview')).body.text).toContain('Only you see this preview')
    await guest.command('goal L3')
    const { ts } = await guest.dm(EVIDENCE)
    await guest.reply(ts, FOOT)
  })

  it.each(['UGUEST', 'USINGLE', 'UFLOW', 'UBOT'])(
    'who are not members do not change a channel’s nudge, twice: %s',
    async (user) => {
      const guest = bot.person(user)
      const before = told()
      for (const text of [
        'tuesdays 9:00',
        'skip',
        'pause',
        'leave out 2027-W30',
        'include year end',
        'stop',
        'stop',
      ])
        expect((await guest.command(`nudge ${text}`)).body.text).toContain('only members can change it')
      const views = slack.views.length
      expect((await guest.command('nudge set up')).body.text).toContain('only members can change it')
      // If there is none, the command alone would open the form.
      expect((await guest.command('nudge', { channel_id: 'C2' })).body.text).toContain('only members')
      expect(slack.views.length).toBe(views)
      const shown = (await guest.command('nudge')).body
      const seen = slack.responses.length
      for (const button of ['nudge-stop', 'nudge-stop', 'nudge-skip', 'nudge-form'])
        await guest.click({ ...shown, ephemeral: true, channel: 'C1' }, button)
      await slack.next(() => slack.responses.length === seen + 4)
      for (const one of slack.responses.slice(seen)) expect(one.text).toContain('I changed nothing.')
      expect(told()).toEqual(before)
      expect((await guest.command('nudge')).body.text).toContain('every Monday at 10:00')
    },
  )

  it('do not count as members while Slack does not say, but only for changes of a channel’s nudge', async () => {
    slack.members.push({ id: 'UNEW', name: 'new', tz: 'Europe/London', profile: {} })
    const person = bot.person('UNEW')
    slack.fail('users.info', { status: 500, times: 9 })
    for (const text of ['stop', 'stop', 'skip'])
      expect((await person.command(`nudge ${text}`)).body.text).toContain('couldn’t ask Slack')
    expect((await person.command('goal L3')).body.text).toContain('L3')
    slack.fail('users.info', { times: 0 })
    expect((await person.command('nudge stop')).body.text).toContain('Stopped')
  })

  it('cannot correct or delete another person’s piece with a button or form that names it', async () => {
    const [ada, sam] = [bot.person('UADA'), bot.person('USAM')]
    const { ts } = await ada.dm(EVIDENCE)
    const review = structuredClone(await ada.reply(ts, FOOT))
    await ada.askWhatIsWrong(review)
    const view = await slack.next(() => slack.views.at(-1))
    for (let time = 0; time < 2; time += 1)
      expect((await sam.submit(view, { words: { text: { value: 'Not mine.' } } })).body.errors).toBeDefined()
    const seen = slack.responses.length
    await sam.askWhatIsWrong(review)
    for (const button of ['review-right', 'review-delete', 'review-delete']) await sam.click(review, button)
    await slack.next(() => slack.responses.length === seen + 4)
    expect(JSON.stringify((await ada.command('data')).body)).not.toContain('Not mine.')
    expect(ada.thread(ts).some((post) => JSON.stringify(post.blocks).includes(FOOT))).toBe(true)
  })
})

const ORGANISATION: readonly Json[] = [
  { id: 'WADA', team_id: 'T9', enterprise_user: { enterprise_id: 'E1', teams: ['T1', 'T9'] } },
  { id: 'WEVE', team_id: 'T8', enterprise_user: { enterprise_id: 'E2' } },
]

/** Where a command may come from, for the same person. */
const TYPED: readonly Json[] = [
  {},
  { team_id: '', enterprise_id: 'E1' },
  { team_id: '' },
  { team_id: 'T9', enterprise_id: 'E1' },
  { team_id: 'T9' },
]

describe('one workspace of an organisation', () => {
  let slack: LocalSlack
  let place: Place
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    Object.assign(slack.installation, { team_id: 'T1', enterprise_id: 'E1' })
    slack.members.push(...ORGANISATION)
    place = await readyDatabase('PGlite')
    bot = await runBot(slack, 'http', place.env)
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await slack?.close()
    await place?.remove()
  })

  it('tells people it cannot identify, and leaves their event for Slack to send again', async () => {
    const person = bot.person('WADA', 'T9')
    slack.fail('users.info', { status: 503, times: 2 })
    const { body } = await person.command('goal L3', { team_id: '' })
    expect(body.text).toContain('Slack didn’t tell me which workspace you’re in')
    const event = person.event('I wrote the old runbook of the storage cluster.')
    expect((await person.send(event)).acked).toBe(false)
    expect((await person.send(event, 1)).acked).toBe(true)
    await person.reply(event.event.ts, 'Which level are you aiming for?')
  })

  it('has one store for a person who writes from everywhere', async () => {
    const [here, there] = [bot.person('WADA', 'T1', { enterprise: 'E1' }), bot.person('WADA', 'T9')]
    await here.command('goal L3')
    // An event names the workspace of the person, and not always its organisation.
    const { ts } = await there.dm(EVIDENCE, { user_team: 'T9' })
    const review = await there.reply(ts, FOOT)
    for (const more of TYPED)
      expect(JSON.stringify((await here.command('evidence', more)).body)).toContain('failover')
    const seen = slack.responses.length
    await there.click(review, 'review-right')
    expect((await slack.next(() => slack.responses[seen])).text).toContain('I noted that this looks right')
  })

  it('lets nobody from another organisation in, whatever a request leaves out', async () => {
    for (const more of [
      { team_id: 'T8', enterprise_id: 'E2' },
      { team_id: 'T8' },
      { team_id: '', enterprise_id: 'E2' },
      { team_id: '' },
    ])
      expect(JSON.stringify((await bot.person('WEVE', 'T8').command('goal L3', more)).body)).not.toContain(
        'L2',
      )
    const { acked, ts } = await bot.person('WEVE', 'T8').dm('I moved the billing queue.')
    expect(acked).toBe(true)
    const { messages } = slack
    expect(messages.filter(({ thread_ts }) => thread_ts === ts)).toEqual([])
    expect(messages.at(-1)?.text).toContain(FOREIGN)
  })

  it('stores everything under its own id, and nothing without one', async () => {
    await bot.stop()
    const rows = await everyRow(place)
    const owners = [...rows.matchAll(/public\.person \(([^,]*),([^,]*),/g)]
    expect(new Set(owners.map(([, team, user]) => `${team} ${user}`))).toEqual(new Set(['T1 WADA']))
    expect(rows).not.toMatch(/WEVE|\bT8\b|billing queue/)
  })
})

describe('a whole organisation', () => {
  it('has one store for a person who writes from everywhere', async () => {
    const slack = await startLocalSlack()
    Object.assign(slack.installation, { team_id: null, enterprise_id: 'E1' })
    slack.members.push(...ORGANISATION)
    const bot = await runBot(slack, 'http')
    const [here, there] = [bot.person('WADA', 'T1', { enterprise: 'E1' }), bot.person('WADA', 'T9')]
    const { ts } = await there.dm(EVIDENCE, { user_team: 'E1' })
    await there.reply(ts, 'Which level are you aiming for?')
    for (const more of TYPED)
      expect(JSON.stringify((await here.command('evidence', more)).body)).toContain('failover')
    expect((await bot.person('WEVE', 'T8').command('evidence')).body.text).toContain(FOREIGN)
    await bot.stop()
    await slack.close()
  })
})
