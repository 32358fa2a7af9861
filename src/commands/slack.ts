import { SLACK_API } from '../adapters/view-check.ts'
import { SETTINGS } from '../config.ts'
import { CoachError } from '../domain/coach-error.ts'
import { log, print, RUBRIC, say, takeNone } from './command-line.ts'
import { runCommand } from './run-command.ts'
import { allViews } from './samples/all-views.ts'
import { validateViews } from './validate-views.ts'

const HELP = `\
npm run slack -- validate    ask Slack if it accepts every message and form of the coach, drawn from your
                             ladders and made-up evidence. This needs a network but no token. Set
                             SLACK_API_URL to ask another Slack.`

const slackApi = (): string => {
  const url = SETTINGS.SLACK_API_URL.safeParse(process.env.SLACK_API_URL)
  if (!url.success)
    throw new CoachError(
      'config-invalid',
      'SLACK_API_URL should be a URL that starts with http:// or https://.',
    )
  return url.data ?? SLACK_API
}

const runValidate = async (args: string[]): Promise<number> => {
  takeNone(args)
  const apiUrl = slackApi()
  return validateViews(await allViews(RUBRIC, log), apiUrl, { print, say })
}

process.exitCode = await runCommand({ validate: runValidate }, HELP)
