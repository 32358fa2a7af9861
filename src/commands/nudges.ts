import { parseArgs } from 'node:util'
import { loadShelf } from '../adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../adapters/ladder-files/nudge-questions.ts'
import { listNudges, listQuestions } from '../adapters/store/nudge/nudge-list.ts'
import { ladderOf } from '../domain/ladder/ladder.ts'
import { comingNudges } from '../domain/nudge/nudge-text.ts'
import { plain } from '../domain/text/plain.ts'
import { nudgePostView } from '../slack/views/nudge/nudge-post.ts'
import { log, print, say, setting, takeNone } from './command-line.ts'
import { listedNudge, nudgeTable, questionTable } from './nudge-table.ts'
import { runCommand } from './run-command.ts'
import { terminalText } from './terminal.ts'

const HELP = `npm run nudges -- list                 show what goes to which channel, and when, from the bot's database
npm run nudges -- questions            show which questions were opened and led to evidence, and nobody's name
npm run nudges -- preview [LADDER]     show what a channel would get in the coming weeks
    --weeks N                         how many weeks (default: 10, at most 520)
    --channel ID                      for this channel, by its Slack ID; each has its own order`

/** The longest preview, in weeks: ten years. */
const MOST_WEEKS = 520

const runPreview = async (args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      weeks: { type: 'string', default: '10' },
      channel: { type: 'string', default: 'C0000000000' },
    },
  })
  const weeks = Number(values.weeks)
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > MOST_WEEKS) {
    say(`--weeks ${values.weeks}: use a number from 1 to ${MOST_WEEKS}`)
    return 2
  }
  const shelf = await loadShelf(setting('RUBRIC_DIR'))
  const name = positionals.join(' ')
  const ladder = name
    ? (ladderOf(shelf, name) ?? shelf.all.find((one) => plain(one.name) === plain(name)))
    : shelf.standard
  if (!ladder) {
    const all = shelf.all.map((one) => `${one.id} ("${one.name}")`).join(', ')
    say(`${name ? `There is no ladder "${name}".` : 'Which ladder do you mean?'} Your ladders: ${all}`)
    return 1
  }
  const questions = await openNudgeQuestions(setting('RUBRIC_DIR'), log)()
  const day = Temporal.Now.plainDateISO()
  const coming = comingNudges({ ladder, questions, channel: values.channel, used: [], day }, weeks)
  if (coming.length === 0) {
    say(`${ladder.name}: no competency appears at two adjacent levels, so there is nothing to post`)
    return 1
  }
  for (const [week, nudge] of coming.entries()) {
    const said = nudgePostView(ladder, nudge)
    if (said) print(`${week === 0 ? '' : '\n'}Week ${week + 1}\n${terminalText(said)}`)
  }
  return 0
}

const databaseOf = () => ({ databaseUrl: setting('DATABASE_URL'), dataDir: setting('DATA_DIR') })

const runList = async (args: string[]): Promise<number> => {
  takeNone(args)
  const now = Temporal.Now.instant()
  const kept = await listNudges(databaseOf())
  print(nudgeTable(kept.map(({ nudge, weeks }) => listedNudge(nudge, weeks, now))))
  return 0
}

const runQuestions = async (args: string[]): Promise<number> => {
  takeNone(args)
  print(questionTable(await listQuestions(databaseOf())))
  return 0
}

process.exitCode = await runCommand({ list: runList, questions: runQuestions, preview: runPreview }, HELP)
