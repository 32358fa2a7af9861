import { SLACK_API } from '../adapters/view-check.ts'
import { log, print, say, setting, takeNone } from './command-line.ts'
import { runCommand } from './run-command.ts'
import { allViews } from './samples/all-views.ts'
import { validateViews } from './validate-views.ts'

const HELP = `\
npm run slack -- validate    ask Slack if it accepts every message and form of the coach, drawn from your
                             ladders and made-up evidence. This needs a network but no token. Set
                             SLACK_API_URL to ask another Slack.`

const runValidate = async (args: string[]): Promise<number> => {
  takeNone(args)
  const apiUrl = setting('SLACK_API_URL') ?? SLACK_API
  return validateViews(await allViews(setting('RUBRIC_DIR'), log), apiUrl, { print, say })
}

process.exitCode = await runCommand({ validate: runValidate }, HELP)
