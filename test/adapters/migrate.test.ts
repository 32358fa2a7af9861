import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashed } from '../../src/adapters/database/asker.ts'
import type { Database } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { makeStore } from '../../src/adapters/store/store.ts'
import { emptyDatabase, storeKinds } from '../fakes/databases.ts'
import { openPlace } from '../fakes/open-store.ts'

const owner = { team: 'T1', user: 'U1' }

describe.each(storeKinds())('a %s database from before', (kind) => {
  let place: Awaited<ReturnType<typeof emptyDatabase>>
  let database: Database
  beforeAll(async () => {
    place = await emptyDatabase(kind)
    database = await openPlace(place.env)
  })
  afterAll(async () => {
    await database?.close()
    await place?.remove()
  })

  it('keeps its evidence, reviews and corrections when they become parts, revisions and labels', async () => {
    const old = ['0001-people-evidence-reviews', '0002-ladder-versions']
    for (const name of old)
      await database.script(readFileSync(`src/adapters/database/migrations/${name}.sql`, 'utf8'))
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
             "why":null,"missing":[],"quality":null},
             {"competency":"scope","spans":["s1"],"expectation":"sre/L3/scope/1","status":null,"why":null,
             "missing":[],"quality":null,"correction":{"kind":"other"}}]}', 'sre', 'v1', '2026-11-01T10:00:05Z');
       insert into correction (team_id, user_id, evidence_id, words, made_at)
         values ('T1', 'U1', 'e1', 'not quite', '2026-11-01T11:00:00Z')`,
    )
    await migrate(database)
    // With everything made, no script runs.
    await migrate({ ...database, script: () => Promise.reject(new Error('a script ran')) })
    const store = makeStore(database, async () => {})
    expect(await store.evidence(owner, 'e1')).toMatchObject({
      thread: { channel: 'D1', ts: '1.1' },
      parts: [{ kind: 'message', messageTs: '1.1', raw: 'raw', reading: 'words', saidBy: null }],
      revision: 1,
    })
    expect(await store.review(owner, 'e1')).toMatchObject({
      revision: 1,
      goal: { by: null },
      findings: [
        { competency: 'mastery', current: null, question: null, correction: null },
        { competency: 'scope', correction: { kind: 'other' } },
      ],
      choices: [],
      considered: [],
      use: null,
      leftOut: { names: 0, emails: 0, phones: 0 },
    })
    expect(await store.labels()).toMatchObject([{ kind: 'wrong', level: 'L3', reader: 'offline' }])
    const { competencies } = await store.packet(owner, 'sre')
    expect(competencies.get('mastery')?.pieces).toBe(1)
    // Its owner called it wrong.
    expect(competencies.has('scope')).toBe(false)
  })

  it('knows messages, questions and counted reviews again once their ids are hashes with a key', async () => {
    await database.script(
      `drop function accept_piece; alter table evidence drop column place;
       drop table job_failure, server_key, message_seen, mention_seen; delete from model_asker; delete from model_month`,
    )
    await database.script(
      `create table message_seen (team_id text not null, user_id text not null, channel_id text not null,
         message_ts text not null, seen_at timestamptz not null default now(), primary key (team_id, channel_id, message_ts));
       create index message_seen_age on message_seen (seen_at);
       create table mention_seen (team_id text not null, channel_id text not null, message_ts text not null,
         seen_at timestamptz not null default now(), primary key (team_id, channel_id, message_ts));
       create index mention_seen_age on mention_seen (seen_at);
       insert into message_seen (team_id, user_id, channel_id, message_ts) values ('T1', 'U1', 'DÄ1', '7.1');
       insert into mention_seen (team_id, channel_id, message_ts) values ('T1', 'C1', '7.2');
       delete from schema_migration where name like '0009%'`,
    )
    const asker = hashed('ladder-coach', 'T1', 'U1')
    await database.query(`insert into model_asker (asker, day, pieces) values ($1, '2026-11-01', $2)`, [
      asker,
      [hashed(asker, 'e1 1')],
    ])
    await migrate(database)
    const store = makeStore(database, async () => {})
    expect(await store.markSeen(owner, { channel: 'DÄ1', ts: '7.1' })).toBe('known')
    expect(await store.markSeen(owner, { channel: 'DÄ1', ts: '7.2' })).toBe('new')
    expect(await store.claimMention('T1', 'C1', '7.2')).toBe(false)
    expect(await store.claimMention('T1', 'C1', '7.1')).toBe(true)
    const budget = { reviewsADay: 1, microDollarsAMonth: 9 }
    const take = (piece: string) =>
      store.takeModelUse(owner, { piece, day: Temporal.PlainDate.from('2026-11-01'), budget, reserve: 1 })
    expect([await take('e2 1'), await take('e1 1')]).toEqual(['day-used-up', 'taken'])
    expect(JSON.stringify(await database.query('select * from model_asker'))).not.toContain(asker)
  })
})
