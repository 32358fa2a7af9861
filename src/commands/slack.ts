import { makeViewCheck, type Payload, SLACK_API, type ViewCheck } from '../adapters/view-check.ts'
import { SETTINGS } from '../config.ts'
import { CoachError } from '../domain/coach-error.ts'
import { log, print, RUBRIC, say, takeNone } from './command-line.ts'
import { runCommand } from './run-command.ts'
import { allViews } from './samples/all-views.ts'
import type { NamedView } from './samples/named-view.ts'

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

const payloadOf = (one: NamedView): Payload =>
  'modal' in one ? { view: one.modal } : { message: { blocks: one.message.blocks } }

/** Why the check cannot go on, and what to do. */
const endWords = (end: Exclude<ViewCheck, { kind: 'taken' | 'refused' }>, host: string): string => {
  switch (end.kind) {
    case 'no-network':
      return `I can't reach ${host}. Run this where there is a network.`
    case 'busy':
      return `${host} is busy. Run this again in a few minutes.`
    case 'no-check':
      return `${host} did not check it (${end.why}). Run this again later.`
  }
}

const runValidate = async (args: string[]): Promise<number> => {
  takeNone(args)
  const apiUrl = slackApi()
  const { host } = new URL(apiUrl)
  const views = await allViews(RUBRIC, log)
  const check = makeViewCheck({
    apiUrl,
    onPause: (seconds) => say(`${host} asks me to wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`),
  })
  let refused = 0
  for (const [nth, one] of views.entries()) {
    const checked = await check(payloadOf(one))
    if (checked.kind === 'taken') continue
    if (checked.kind !== 'refused') {
      say(`${endWords(checked, host)} ${nth} of ${views.length} views were checked.`)
      return 1
    }
    refused += 1
    for (const { pointer, message } of checked.refusals) print(`${one.name}: ${pointer}: ${message}`)
  }
  print(
    refused === 0
      ? `Slack accepts all ${views.length} views.`
      : `Slack rejects ${refused} of ${views.length} views.`,
  )
  return refused === 0 ? 0 : 1
}

process.exitCode = await runCommand({ validate: runValidate }, HELP)
