/** The parts, in their order. Each prints its tables as it is loaded. */
const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  requests: () => import('./requests.ts'),
  accept: () => import('./accept.ts'),
  review: () => import('./review.ts'),
  offline: () => import('./offline.ts'),
  packet: () => import('./packet.ts'),
  texts: () => import('./texts.ts'),
  growth: () => import('./growth.ts'),
  'packet-files': () => import('./packet-files.ts'),
  nudges: () => import('./nudges.ts'),
  stalls: () => import('./stalls.ts'),
  kills: () => import('./kills.ts'),
  soak: () => import('./soak.ts'),
  rounds: () => import('./rounds.ts'),
}

/** Parts that take a quarter of an hour or more: they run only where they are named. */
const LONG = ['kills', 'soak', 'rounds']

const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in PARTS) && !/^\d+$/.test(name))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(1)
}
for (const [name, run] of Object.entries(PARTS))
  if (named.includes(name) || (named.length === 0 && !LONG.includes(name))) await run()
process.exit(0)
