import { openPacketFiles } from '../../src/adapters/packet-files/packet-files.ts'
import type { Packet } from '../../src/domain/packet/packet.ts'
import { QUOTES, yearDocument } from '../adapters/packet-files/year-document.ts'
import { median } from './measure.ts'

/** How long a file of 200 quotes may take, in milliseconds, with the start of its worker, and how large it may be. */
const GOALS = { docx: 1_000, pdf: 2_000, md: 1_000 } as const
const MOST_BYTES = 1_000_000
const COUNT = 200
const TURNS = 5

const packet = {
  goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null },
  made: Temporal.PlainDate.from('2026-11-27'),
} as unknown as Packet
const all = Object.values(QUOTES)
const quotes = Object.fromEntries(
  Array.from({ length: COUNT }, (_, nth) => [nth + 1, all[nth % all.length]!]),
)
const to = { packet, document: yearDocument(quotes) }

const files = openPacketFiles({ rubricDir: 'rubric' })
const rows = []
for (const kind of ['docx', 'pdf', 'md'] as const) {
  const times: number[] = []
  let bytes = 0
  for (let turn = 0; turn < TURNS; turn += 1) {
    const from = performance.now()
    const file = await files.make({ team: 'T1', user: 'U1' }, kind, to)
    times.push(performance.now() - from)
    bytes = file!.bytes.length
  }
  const ms = Math.round(median(times))
  rows.push({
    kind,
    'median, ms': ms,
    'goal, ms': GOALS[kind],
    kB: Math.round(bytes / 1000),
    ok: ms <= GOALS[kind] && bytes <= MOST_BYTES,
  })
}
await files.close()
console.log(`A packet of ${COUNT} quotes as a file, in a new worker each time`)
console.table(rows)
