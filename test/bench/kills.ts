import { storeKinds } from '../fakes/databases.ts'
import { killRun } from '../fakes/kill-run.ts'

/** How often the process is killed on each store, and the share of Slack's calls that fail meanwhile. */
const KILLS = Number(process.env.KILLS ?? 200)
const SHARE = 0.1

const rows: object[] = []
for (const kind of storeKinds()) {
  rows.push(await killRun({ kind, kills: KILLS, share: SHARE }))
  console.table(rows)
}
