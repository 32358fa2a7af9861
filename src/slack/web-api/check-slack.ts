import { webApi } from '@slack/bolt'
import { type Checked, isFine, isWrong } from '../../domain/checked.ts'
import { remedyFor, scopesMissing, type TokenName } from './refusals.ts'

type Settings = {
  readonly botToken: string
  /** Null for HTTP. */
  readonly appToken: string | null
  readonly apiUrl: string | undefined
  /** Scopes without which something else still works, with what that is for. */
  readonly optional: Readonly<Record<string, string>>
}

/** A signed request is refused if the clocks differ by five minutes (docs.slack.dev, "Verifying requests"). */
const MOST_APART = 60

const LIMIT = 10_000

const seconds = (count: number): string => (count === 1 ? '1 second' : `${count} seconds`)

const clockOf = (date: string | null): Checked[] => {
  const at = Date.parse(date ?? '')
  if (Number.isNaN(at)) return []
  const apart = Math.round(Math.abs(at - Temporal.Now.instant().epochMilliseconds) / 1_000)
  return [
    apart > MOST_APART
      ? isWrong(
          'Clock',
          `it differs from Slack's by ${seconds(apart)}`,
          'Set the clock of this machine by a time server. Slack’s signatures expire after five minutes.',
        )
      : isFine('Clock', 'it agrees with Slack’s'),
  ]
}

const scopesOf = (granted: readonly string[], optional: Settings['optional']): Checked[] => {
  if (granted.length === 0) return []
  const missing = scopesMissing(granted)
  const absent = Object.entries(optional).filter(([scope]) => !granted.includes(scope))
  const wanted = [...scopesMissing(['none']), ...Object.keys(optional)]
  const more = granted.filter((scope) => !wanted.includes(scope))
  return [
    missing.length > 0
      ? isWrong(
          'Scopes',
          `${missing.join(', ')} is missing`,
          'Add it under "OAuth & Permissions", then install the app again.',
        )
      : isFine('Scopes', 'all six are granted'),
    ...absent.map(([scope, what]) => isFine('Scopes', `without ${scope}, which is optional: ${what}`)),
    ...(more.length > 0
      ? [
          isWrong(
            'Scopes',
            `${more.join(', ')} is not needed`,
            'Remove it under "OAuth & Permissions", then install the app again.',
          ),
        ]
      : []),
  ]
}

/** A refusal of a token, or what else kept Slack from answering. */
const refusedOf = (of: string, token: TokenName, error: unknown): Checked => {
  const { data } = error as { data?: { error?: string } }
  const vendor = data?.error
  if (vendor === undefined)
    return isWrong(of, 'Slack did not answer', 'Check this machine’s way to slack.com.')
  return isWrong(of, `Slack refuses it (${vendor})`, remedyFor(vendor, token))
}

/** Asks Slack about both tokens, the scopes, Socket Mode and the clock. Changes nothing there. */
export async function checkSlack({ botToken, appToken, apiUrl, optional }: Settings): Promise<Checked[]> {
  let date: string | null = null
  const options = {
    ...(apiUrl ? { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: LIMIT,
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      getLevel: () => 'error',
      setName() {},
    },
    fetch: (async (url, init) => {
      const response = await fetch(url, init)
      date = response.headers.get('date')
      return response
    }) as typeof fetch,
  } as webApi.WebClientOptions
  const checked: Checked[] = []
  try {
    const me = await new webApi.WebClient(botToken, options).auth.test()
    checked.push(isFine('SLACK_BOT_TOKEN', `Slack accepts it for the workspace ${me.team_id}`))
    checked.push(...scopesOf(me.response_metadata?.scopes ?? [], optional), ...clockOf(date))
  } catch (error) {
    checked.push(refusedOf('SLACK_BOT_TOKEN', 'SLACK_BOT_TOKEN', error))
  }
  if (appToken === null) return checked
  try {
    await new webApi.WebClient(appToken, options).apps.connections.open()
    checked.push(isFine('SLACK_APP_TOKEN', 'Socket Mode is on'))
  } catch (error) {
    const wrong = refusedOf('SLACK_APP_TOKEN', 'SLACK_APP_TOKEN', error)
    checked.push(
      wrong.todo === null
        ? { ...wrong, todo: 'Check that "Socket Mode" is switched on in the app’s settings.' }
        : wrong,
    )
  }
  return checked
}
