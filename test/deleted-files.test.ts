import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../src/adapters/database/database.ts'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { dmOf, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const WORDS = 'quetzalfeather'
const USER = 'UQUETZAL'
/** What somebody else said, who deletes nothing. */
const OTHER = 'dashboard of the monitoring stack'

/** The table that each file of the database belongs to, by its path. */
const TABLE_OF_FILE = `select pg_relation_filepath(c.oid) as path,
    coalesce(i.indrelid, t.oid, c.oid)::regclass::text as name
  from pg_class c left join pg_index x on x.indexrelid = c.oid
    left join pg_class t on t.reltoastrelid = coalesce(x.indrelid, c.oid)
    left join lateral (select coalesce(t.oid, x.indrelid) as indrelid) i on true
  where c.relkind in ('r', 'i', 't', 'm')`

type Found = { readonly what: string; readonly where: string }
type Place = Awaited<ReturnType<typeof readyDatabase>>

/** Which of these stand in the files of a PGlite folder that nobody has open: in tables by name, else by path. */
const inFolder = async (dataDir: string, needles: readonly string[]): Promise<Found[]> => {
  const root = join(dataDir, 'pg')
  const found = readdirSync(root, { recursive: true })
    .map((name) => join(root, String(name)))
    .filter((file) => statSync(file).isFile())
    .flatMap((file) => {
      const bytes = readFileSync(file)
      return needles
        .filter((one) => bytes.includes(one))
        .map((what) => ({ what, where: relative(root, file) }))
    })
  const database = await openDatabase({ databaseUrl: undefined, dataDir, onError: () => {} })
  const tables = new Map(
    (await database.query<{ path: string; name: string }>(TABLE_OF_FILE)).map(({ path, name }) => [
      path,
      name,
    ]),
  )
  await database.close()
  return found.map(({ what, where }) => ({ what, where: tables.get(where) ?? where }))
}

/** The same of a server's tables and indexes, which a superuser may read as files. */
const onServer = async (url: string, needles: readonly string[]): Promise<Found[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('checkpoint')
  const { rows } = await client.query<Found>(
    `select n as what, f.name as where from (${TABLE_OF_FILE}) f, unnest($1::text[]) n
     where f.path is not null and position(n::bytea in pg_read_binary_file(f.path)) > 0`,
    [needles],
  )
  await client.end()
  return rows
}

describe.each(storeKinds())('the files of the database, on %s', (kind) => {
  let slack: LocalSlack
  let place: Place
  let bot: Bot | null
  const look = (): Promise<Found[]> => {
    const { DATABASE_URL: url, DATA_DIR: dataDir } = place.env as Record<string, string>
    const needles = [WORDS, OTHER, USER, dmOf('T1', USER)]
    return url ? onServer(url, needles) : inFolder(dataDir!, needles)
  }
  const start = async (): Promise<Bot> => {
    bot = await runBot(slack, 'http', place.env as Record<string, string>)
    return bot
  }
  const stop = async (): Promise<void> => {
    await bot?.stop()
    bot = null
  }
  beforeAll(async () => {
    slack = await startLocalSlack()
    place = await readyDatabase(kind)
  })
  afterAll(async () => {
    await stop()
    await slack?.close()
    await place?.remove()
  })

  it('hold nothing of what a person said or who they are once they deleted everything', {
    timeout: 120_000,
  }, async () => {
    const bystander = (await start()).person('USAM')
    await bystander.command('goal L2 to L3')
    const theirs = await bystander.dm(`I documented every ${OTHER} in May.`)
    await bystander.reply(theirs.ts, 'People decide promotions')
    const person = bot!.person(USER)
    await person.command('goal L2 to L3')
    const { ts } = await person.dm(
      `I led the ${WORDS} migration to a new cluster and wrote its runbook. `.repeat(60),
    )
    const review = await person.reply(ts, 'People decide promotions')
    await person.askWhatIsWrong(review)
    const view = await slack.next(() => slack.views.find(({ callback_id }) => callback_id === 'review-wrong'))
    await person.submit(view, {
      words: { text: { type: 'plain_text_input', value: `The ${WORDS} runbook was not mine.` } },
    })
    await person.reply(ts, 'I saved your note with this review')
    const again = await person.dm(`I mentored two people of the ${WORDS} team through their first shifts.`)
    await person.reply(again.ts, 'People decide promotions')
    await stop()
    // What the looking finds as long as it is there.
    const before = await look()
    expect(before).toContainEqual({ what: WORDS, where: 'evidence_part' })
    expect(before).toContainEqual({ what: WORDS, where: 'label' })
    expect(before).toContainEqual({ what: USER, where: 'evidence' })
    expect(before).toContainEqual({ what: dmOf('T1', USER), where: 'person' })

    const back = (await start()).person(USER)
    const { body } = await back.command('data')
    await back.click({ ...body, ephemeral: true }, 'data-delete-all')
    await slack.next(() => slack.responses.find(({ text }) => text.startsWith('I deleted everything')))
    await stop()
    const after = await look()
    expect(after).toContainEqual({ what: OTHER, where: 'evidence_part' })
    expect(after.filter(({ what }) => what === WORDS)).toEqual([])
    expect(after.filter(({ what }) => what !== OTHER)).toEqual([])
  })
})
