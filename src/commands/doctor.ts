import { join } from 'node:path'
import { checkDatabase } from '../adapters/database/check-database.ts'
import { loadBudget } from '../adapters/reader/budget-file.ts'
import { checkModel } from '../adapters/reader/check-model.ts'
import { type Config, readConfig, type Secrets } from '../config.ts'
import { type Checked, isFine, isWrong, look } from '../domain/checked.ts'
import { CoachError } from '../domain/coach-error.ts'
import { loadEnvFile } from '../env-file.ts'
import { checkSlack } from '../slack/web-api/check-slack.ts'
import { checkRubric } from './check-rubric.ts'
import { print, say } from './command-line.ts'

const HELP = `\
npm run doctor    check settings, tokens, scopes, database, model, ladders and budget. Each line is fine or says what
                  to do. It changes nothing, and asks the model one short question. It ends with 1 if something is
                  to do.`

const PROMPTS = join(import.meta.dirname, '..', '..', 'prompts')

/** What can be left out of the app, and what then works otherwise. */
const OPTIONAL = {
  'files:write': 'packets come as messages, not as files',
  'assistant:write': 'Slack shows no prompts in the DM (manifest.agent.json)',
}

const slackChecks = async ({ slack }: Secrets, { slackApiUrl }: Config): Promise<Checked[]> => {
  if (slack.kind === 'playground')
    return [isFine('Slack', 'no token is set, so "npm start" opens the playground')]
  const checked = await checkSlack({
    botToken: slack.botToken,
    appToken: slack.kind === 'socket' ? slack.appToken : null,
    apiUrl: slackApiUrl,
    optional: OPTIONAL,
  })
  // Slack tells neither to a bot.
  const inSlack =
    slack.kind === 'socket'
      ? 'send the coach a message in Slack. Only its answer shows that Slack sends it events'
      : 'send the coach a message in Slack. Only its answer shows that the signing secret is right and requests arrive'
  return [...checked, look('Events', inSlack)]
}

const rubricChecks = async ({ rubricDir }: Config): Promise<Checked[]> => {
  const { problems, has } = await checkRubric(rubricDir)
  if (problems.length === 0) return [isFine('Ladders', `${has} in ${rubricDir}`)]
  return problems.map((problem) => isWrong('Ladders', problem, null))
}

const budgetChecks = async ({ rubricDir }: Config): Promise<Checked[]> => {
  const { budget } = await loadBudget(join(PROMPTS, 'budget.yaml'), join(rubricDir, 'budget.yaml'))
  const dollars = budget.microDollarsAMonth / 1_000_000
  return [isFine('Budget', `$${dollars} a month, ${budget.reviewsADay} reviews by AI per person and day`)]
}

const modelChecks = async ({ openAi }: Config, { openAiKey }: Secrets): Promise<Checked[]> =>
  openAi && openAiKey
    ? [await checkModel({ ...openAi, apiKey: openAiKey })]
    : [isFine('AI', 'OPENAI_API_KEY is not set, so reviews compare words and judge no level')]

/** What a check found, or why it could not be made. */
const made = async (of: string, check: () => Promise<Checked[]>): Promise<Checked[]> => {
  try {
    return await check()
  } catch (error) {
    if (!(error instanceof CoachError)) throw error
    return error.message.split('\n').map((problem) => isWrong(of, problem, null))
  }
}

const lineOf = ({ of, state, said, todo }: Checked): string =>
  `${state.padEnd(5)}  ${of}: ${said}${/[.!?]$/.test(said) ? '' : '.'}${todo === null ? '' : ` ${todo}`}`

const checkAll = async (): Promise<Checked[]> => {
  let settings: ReturnType<typeof readConfig>
  try {
    settings = readConfig(process.env, loadEnvFile(process.env))
  } catch (error) {
    if (!(error instanceof CoachError)) throw error
    return error.message.split('\n').map((problem) => isWrong('Settings', problem, null))
  }
  const { config, secrets } = settings
  const all = await Promise.all([
    made('Slack', () => slackChecks(secrets, config)),
    made('Database', () => checkDatabase(secrets.databaseUrl, config.dataDir)),
    made('AI', () => modelChecks(config, secrets)),
    made('Ladders', () => rubricChecks(config)),
    made('Budget', () => budgetChecks(config)),
  ])
  return [isFine('Settings', 'all are valid'), ...all.flat()]
}

const run = async (): Promise<number> => {
  const [first, ...rest] = process.argv.slice(2)
  if (first !== undefined) {
    say(HELP)
    return first === 'help' && rest.length === 0 ? 0 : 2
  }
  const all = await checkAll()
  for (const one of all) print(lineOf(one))
  const todo = all.filter(({ state }) => state === 'to do').length
  print(todo === 0 ? '\nNothing to do.' : `\n${todo} to do.`)
  return todo === 0 ? 0 : 1
}

process.exitCode = await run()
