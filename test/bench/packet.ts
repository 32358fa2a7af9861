import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { makeDraftStore } from '../../src/adapters/store/packet/draft-store.ts'
import { makeStore } from '../../src/adapters/store/store.ts'
import { openTexts } from '../../src/adapters/texts/texts.ts'
import { makePackets } from '../../src/coaching/packet/make-packet.ts'
import { competenciesOf, rowOf } from '../../src/domain/ladder/ladder.ts'
import { answerOf, findingOf, goal } from '../domain/evidence-fixture.ts'
import { median } from './measure.ts'

/** How many pieces a person has, and how often their packet is made. */
const STORED = [1, 100, 10_000] as const
const PACKETS = 15

const DEEDS = [
  'rebuilt the backups',
  'moved the label printers',
  'wrote the on-call guide',
  'led the failover',
]

const folder = mkdtempSync(join(tmpdir(), 'coach-bench-packet-'))
const database = await openDatabase({ databaseUrl: undefined, dataDir: folder, onError: () => {} })
await migrate(database)
const store = makeStore(database, async () => {})
const ladder = (await loadShelf('rubric')).all[0]!
const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const workers = openTexts({ log: quiet })
const packets = makePackets({
  store,
  draftStore: makeDraftStore(database, async () => {}),
  hasModel: false,
  ladders: { shelf: () => ({ all: [ladder], standard: ladder }) },
  people: { nameOf: async () => null },
  packetFiles: { hasForm: async () => false },
  texts: workers.texts,
  now: () => Temporal.Instant.from('2026-11-27T10:00:00Z'),
})
const ids = competenciesOf(ladder).map(({ id }) => id)
const first = Temporal.PlainDate.from('2024-01-05')

/** A person with so many reviewed pieces, spread over three years and all competencies. */
const fill = async (user: string, count: number): Promise<void> => {
  const owner = { team: 'T1', user }
  await store.setGoal(owner, goal, ladder, Temporal.Instant.from('2024-01-01T10:00:00Z'))
  for (let nth = 0; nth < count; nth += 1) {
    const id = `${user}-${nth}`
    const day = first.add({ days: Math.floor((nth * 1_000) / count) })
    const competency = ids[nth % ids.length]!
    const at = `${day}T10:00:00Z`
    const text = `I ${DEEDS[nth % 4]} number ${nth} and cut the wait from ${nth + 40} to ${nth + 2} minutes.`
    const review = {
      ...answerOf({
        findings: [
          findingOf({
            competency,
            expectation: rowOf(ladder, 'L3', competency)[0]!.id,
            status: nth % 3 ? 'partly' : 'evidenced',
          }),
        ],
      }),
      ...{ goal, readBy: { reader: 'offline', asked: 'none' }, use: null, standing: null, pattern: null },
      ...{ considered: [], days: { s1: { from: `${day}`, to: `${day}` } }, readParts: [0], cut: null },
    }
    await database.tx(async (query) => {
      await query(
        `insert into evidence (id, team_id, user_id, revision, state, received_at, parts) values ($1, 'T1', $2, 1, 'reviewed', $3, 1)`,
        [id, user, at],
      )
      await query(
        `insert into evidence_part (team_id, user_id, evidence_id, position, kind, raw, reading, left_out, written_at)
         values ('T1', $1, $2, 0, 'message', $3, $3, '{}', $4)`,
        [user, id, text, at],
      )
      await query(
        `insert into review (id, team_id, user_id, evidence_id, revision, body, ladder_id, ladder_version, created_at)
         values ($1, 'T1', $2, $1, 1, $3::jsonb, $4, $5, $6)`,
        [id, user, JSON.stringify(review), ladder.id, ladder.version, at],
      )
    })
  }
}

const table: Record<string, unknown>[] = []
let least = 0
for (const count of STORED) {
  const user = `U${count}`
  await fill(user, count)
  const owner = { team: 'T1', user }
  await packets.packet(owner)
  const times: number[] = []
  const own: number[] = []
  for (let nth = 0; nth < PACKETS; nth += 1) {
    const [from, cpu] = [performance.now(), process.cpuUsage()]
    await packets.packet(owner)
    times.push(performance.now() - from)
    const used = process.cpuUsage(cpu)
    own.push((used.user + used.system) / 1_000)
  }
  if (count === 100) least = median(times)
  table.push({
    pieces: count,
    'a packet, ms': median(times).toFixed(0),
    'cpu with the database, ms': median(own).toFixed(0),
    'times 100 pieces': least === 0 ? '' : (median(times) / least).toFixed(2),
  })
}
console.table(table)
await workers.close()
await database.close()
rmSync(folder, { recursive: true, force: true })
