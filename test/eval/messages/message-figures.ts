import type { MessageReading } from '../../../src/domain/message/message.ts'
import type { MessageRow } from './message-rows.ts'

export type ReadMessage = MessageReading & { readonly id: string }
type Counts = Readonly<Record<string, readonly [hits: number, n: number]>>

/** How well messages were read, as counts. Rows without labels don't count. */
export function messageCounts(rows: readonly MessageRow[], read: readonly ReadMessage[]): Counts {
  const all = rows.flatMap((row, at) => (row.intent === undefined ? [] : [{ row, read: read[at]! }]))
  const share = (of: typeof all, hit: (one: (typeof all)[number]) => boolean): [number, number] => [
    of.filter(hit).length,
    of.length,
  ]
  const kept = all.filter(({ row }) => row.keep === true)
  const talk = all.filter(({ row }) => row.keep === false)
  const doubtful = all.filter(({ row }) => row.keep === 'ask')
  return {
    'evidence and answers lost': share(kept, ({ read: { keep } }) => keep === false),
    'talk kept as evidence': share(talk, ({ read: { keep } }) => keep === true),
    'asked about': share(all, ({ read: { keep } }) => keep === 'ask'),
    'plans, unclear and sensitive kept unasked': share(doubtful, ({ read: { keep } }) => keep === true),
    'intents right': share(all, ({ row, read: { intent } }) => row.intent === intent),
  }
}

/** The counts of all messages and of those in English. Empty without labels. */
export function messageFigures(rows: readonly MessageRow[], read: readonly ReadMessage[]): Counts {
  if (rows.every(({ intent }) => intent === undefined)) return {}
  const english = rows.flatMap(({ lang }, at) => (lang === 'en' ? [at] : []))
  const of = (name: string, counts: Counts): Counts =>
    Object.fromEntries(Object.entries(counts).map(([key, count]) => [`${name}: ${key}`, count]))
  return {
    ...of('all', messageCounts(rows, read)),
    ...of(
      'English',
      messageCounts(
        english.map((at) => rows[at]!),
        english.map((at) => read[at]!),
      ),
    ),
  }
}
