import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../src/adapters/database/database.ts'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { openPlace } from './fakes/open-store.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const CANARY = 'zephyrquill'

/** Every row of every table, as text under its table's name. */
const everything = async (database: Database): Promise<{ table: string; row: string }[]> => {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  )
  const rows: { table: string; row: string }[] = []
  for (const { name } of tables)
    for (const { row } of await database.query<{ row: string }>(`select t::text as row from only ${name} t`))
      rows.push({ table: name, row })
  return rows
}

describe.each(storeKinds())('after "Delete everything", on %s', (kind) => {
  let slack: LocalSlack
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let bot: Bot | null = null
  const time = Temporal.Instant.from('2026-11-16T12:00:00Z')
  beforeAll(async () => {
    slack = await startLocalSlack()
    place = await readyDatabase(kind)
    bot = await runBot(slack, 'http', { ...place.env }, undefined, { now: () => time, sweepEvery: 100 })
  })
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
    await place?.remove()
  })
  /** The rows in which something of a person is found, while the bot is stopped: PGlite has one process. */
  const holding = async (pattern: RegExp): Promise<{ table: string; row: string }[]> => {
    await bot?.stop()
    bot = null
    const database = await openPlace(place.env)
    const found = (await everything(database)).filter(({ row }) => pattern.test(row))
    await database.close()
    return found
  }

  it('no table of any schema holds the person’s id, their DM’s, or a word of theirs', async () => {
    const [sam, ada] = [bot!.person('USAM'), bot!.person('UADA')]
    await ada.command('goal L3')
    await ada.command('nudge me friday 16:00')
    await sam.command('goal L3')
    await sam.command('nudge me friday 16:00')
    await sam.command('nudge monday 9:00')
    await sam.command('packet work')
    await sam.mention(`what does L3 ask of ${CANARY}?`)
    // One try of the job fails, and is counted.
    slack.fail('chat.postMessage', { times: 1, status: 500 })
    const { ts } = await sam.dm(
      `I moved the restore tests of all ${CANARY} clusters to a separate one and wrote the runbook for them.`,
    )
    await sam.reply(ts, FOOT, 25_000)
    await sam.dm('That is about trust.', { thread_ts: ts })
    await sam.reply(ts, 'Trust: placed by you')
    await sam.upload(
      '',
      [{ name: `${CANARY}.md`, bytes: new TextEncoder().encode(`I ran the ${CANARY} drill.`) }],
      {
        thread_ts: ts,
      },
    )
    await sam.reply(ts, 'I added your answer')
    await sam.messageShortcut('evidence-save', {
      ts: '1700000000.0001',
      user: 'UKIM',
      text: `Sam kept ${CANARY} calm.`,
    })
    await slack.next(() =>
      slack.messages.find(
        ({ channel, thread_ts, blocks }) =>
          channel === sam.channel &&
          thread_ts &&
          JSON.stringify(blocks).includes(`Sam kept ${CANARY}`) &&
          JSON.stringify(blocks).includes(FOOT),
      ),
    )
    const other = await ada.dm('I planned the capacity of the next year and told every team.')
    await ada.reply(other.ts, FOOT)

    const { body } = await sam.command('data')
    await sam.click({ ...body, ephemeral: true }, 'data-delete-all')
    await slack.next(() => slack.responses.find(({ text }) => text.startsWith('I deleted everything')))
    expect(slack.thread(sam.channel, ts)).toEqual([])
    const theirs = await holding(new RegExp(`${CANARY}|USAM|${sam.channel}|${ts}`))
    expect(theirs).toEqual([])
    // The others are still there, and the look finds what is there.
    expect((await holding(/UADA/)).map(({ table }) => table)).toEqual(
      expect.arrayContaining(['public.person', 'public.evidence_part', 'public.post', 'public.nudge_me']),
    )
  })
})
