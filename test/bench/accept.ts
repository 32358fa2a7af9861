import { randomUUID } from 'node:crypto'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { openQueue } from '../../src/adapters/queue/queue.ts'
import { makeStore } from '../../src/adapters/store/store.ts'
import { emptyDatabase, storeKinds } from '../fakes/databases.ts'
import { openPlace } from '../fakes/open-store.ts'
import { compare } from './measure.ts'

// What a DM costs in the store until its ack, against one bare insert and one job in a transaction.
const rows: object[] = []
for (const kind of storeKinds()) {
  const place = await emptyDatabase(kind)
  const database = await openPlace(place.env)
  await migrate(database)
  const queue = await openQueue(database, () => {})
  const store = makeStore(database, queue.enqueue)
  await database.script('create table bare (id bigint generated always as identity primary key, words text)')
  let count = 0
  /** A person of their own each time, or a thousand who come again, as on a working day. */
  const accept = (people: number) => async () => {
    count += 1
    const owner = { team: 'T1', user: `U${count % people}` }
    const [thread, words] = [{ channel: `D${owner.user}`, ts: `${count}.1` }, 'I wrote the runbook.']
    await store.acceptEvidence({
      id: randomUUID(),
      owner,
      message: thread,
      origin: null,
      thread,
      parts: [
        {
          kind: 'message',
          saidBy: null,
          messageTs: thread.ts,
          raw: words,
          reading: words,
          leftOut: [],
          file: null,
          writtenAt: Temporal.Now.instant(),
        },
      ],
      happened: null,
      receivedAt: Temporal.Now.instant(),
    })
  }
  const bare = () =>
    database.tx(async (query) => {
      await query('insert into bare (words) values ($1)', ['I wrote the runbook.'])
      const job = { evidenceId: randomUUID(), owner: { team: 'T1', user: 'UBARE' } }
      await queue.enqueue(query, 'review-evidence', job, 0)
    })
  rows.push(await compare(`a DM accepted on ${kind}, of 1,000 people`, accept(1_000), bare))
  rows.push(await compare(`the same of one person`, accept(1), bare))
  await queue.stop(1_000)
  await database.close()
  await place.remove()
}
console.table(rows)
