import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/adapters/database.ts'
import { migrate } from '../../src/adapters/migrate.ts'
import { makeStore } from '../../src/adapters/store.ts'
import { emptyDatabase, storeKinds } from '../fakes/databases.ts'

const owner = { team: 'T1', user: 'U1' }

describe.each(storeKinds())('a %s database from before', (kind) => {
  let place: Awaited<ReturnType<typeof emptyDatabase>>
  let database: Database
  beforeAll(async () => {
    place = await emptyDatabase(kind)
    database = await openDatabase({
      databaseUrl: (place.env as { DATABASE_URL?: string }).DATABASE_URL,
      dataDir: place.env.DATA_DIR,
      onError: () => {},
    })
  })
  afterAll(async () => {
    await database?.close()
    await place?.remove()
  })

  it('keeps its evidence, reviews and corrections when they become parts, revisions and labels', async () => {
    const old = ['0001-people-evidence-reviews', '0002-ladder-versions']
    for (const name of old) await database.script(readFileSync(`src/adapters/migrations/${name}.sql`, 'utf8'))
    await database.script(
      `create table schema_migration (name text primary key, made_at timestamptz not null default now());
       insert into schema_migration (name) values ${old.map((name) => `('${name}.sql')`).join(', ')};
       insert into person (team_id, user_id) values ('T1', 'U1');
       insert into evidence (id, team_id, user_id, channel_id, message_ts, thread_ts, raw, reading, files, state, received_at)
         values ('e1', 'T1', 'U1', 'D1', '1.1', '1.1', 'raw', 'words', 0, 'reviewed', '2026-11-01T10:00:00Z');
       insert into review (id, team_id, user_id, evidence_id, body, ladder_id, ladder_version, created_at)
         values ('r1', 'T1', 'U1', 'e1', '{"goal":{"ladder":"sre","current":"L2","target":"L3"},
           "readBy":{"reader":"offline","asked":"none"},"headline":null,"questions":[],"nextSteps":[],
           "findings":[{"competency":"mastery","spans":["s1"],"expectation":"sre/L3/mastery/1","status":null,
             "why":null,"missing":[],"quality":null}]}', 'sre', 'v1', '2026-11-01T10:00:05Z');
       insert into correction (team_id, user_id, evidence_id, words, made_at)
         values ('T1', 'U1', 'e1', 'not quite', '2026-11-01T11:00:00Z')`,
    )
    await migrate(database)
    await migrate(database)
    const store = makeStore(database, async () => {})
    expect(await store.evidence(owner, 'e1')).toMatchObject({
      thread: { channel: 'D1', ts: '1.1' },
      parts: [{ kind: 'message', messageTs: '1.1', raw: 'raw', reading: 'words', saidBy: null }],
      revision: 1,
    })
    expect(await store.review(owner, 'e1')).toMatchObject({
      revision: 1,
      goal: { by: null },
      findings: [{ competency: 'mastery', current: null, question: null, correction: null }],
      choices: [],
      considered: [],
      use: null,
      leftOut: { names: 0, emails: 0, phones: 0 },
    })
    expect(await store.labels()).toMatchObject([{ kind: 'wrong', level: 'L3', reader: 'offline' }])
    expect((await store.packet(owner, 'sre')).competencies.get('mastery')?.pieces).toBe(1)
  })
})
