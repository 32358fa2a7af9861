import { homedir } from 'node:os'
import { z } from 'zod'
import { CoachError } from './domain/coach-error.ts'
import { meantBy } from './domain/text/spelling.ts'

/** Accepts an unset or blank variable as absent, and ignores spaces around a value. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim() || undefined : value), schema.optional())

/** A folder. Nothing but a shell knows `~`, so it is this user's home here. */
const folder = optional(
  z
    .string()
    .regex(/^(?!~[^/])/, 'should be a path, or begin with ~/ for your own home')
    .transform((path) => path.replace(/^~(?=\/|$)/, homedir)),
)

const startsWith = (prefix: string, where: string) =>
  optional(z.string().regex(new RegExp(`^${prefix}.{6,}`), `should start with "${prefix}". Copy ${where}`))

const httpUrl = optional(
  z.url({ protocol: /^https?$/, error: 'should be a URL that starts with http:// or https://' }),
)

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const port = optional(
  z.coerce
    .number('should be a port number, for example 3000')
    .int()
    .min(1, 'should be a port from 1 to 65535')
    .max(65_535, 'should be a port from 1 to 65535'),
)

/** Every setting that the code reads, by its name in the environment. `.env.example` lists the same settings. */
export const SETTINGS = {
  SLACK_BOT_TOKEN: startsWith('xoxb-', 'the Bot User OAuth Token from "OAuth & Permissions"'),
  SLACK_APP_TOKEN: startsWith('xapp-', 'an App-Level Token with connections:write from "Basic Information"'),
  SLACK_SIGNING_SECRET: optional(
    z.string().min(16, 'should be the Signing Secret from "Basic Information", 32 letters and digits'),
  ),
  SLACK_API_URL: httpUrl,
  OPENAI_API_KEY: optional(z.string().min(3, 'should be an API key')),
  OPENAI_BASE_URL: httpUrl,
  OPENAI_MODEL: optional(z.string().min(1)).default('gpt-5.4-mini'),
  DATABASE_URL: optional(
    z.string().regex(/^postgres(?:ql)?:\/\//, 'should look like postgres://user:password@host:5432/name'),
  ),
  DATA_DIR: folder.default('data'),
  RUBRIC_DIR: folder.default('rubric'),
  PORT: port.default(3000),
  METRICS_PORT: port,
  HOST: optional(
    z
      .string()
      .regex(/^[\w.:%-]{1,253}$/, 'should be an address or a name of this machine, for example 127.0.0.1'),
  ),
  LOG_LEVEL: optional(
    z
      .string()
      .toLowerCase()
      .pipe(z.enum(LEVELS, `should be one of ${LEVELS.join(', ')}`)),
  ).default('info'),
} as const

/** How Slack is reached: through a WebSocket, by HTTP requests to us, or a playground takes its place. */
type SlackMode =
  | { readonly kind: 'playground' }
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string }

/** What may be logged. */
export type Config = {
  readonly slackApiUrl: string | undefined
  readonly openAi: { readonly baseUrl: string | undefined; readonly model: string } | null
  readonly dataDir: string
  readonly rubricDir: string
  readonly port: number
  /** If undefined, metrics are on `port` in Socket Mode, and nowhere with HTTP. */
  readonly metricsPort: number | undefined
  /** The address to listen on. Undefined means all addresses of this machine. */
  readonly host: string | undefined
  readonly logLevel: (typeof LEVELS)[number]
}

/** What may never be logged. */
export type Secrets = {
  readonly slack: SlackMode
  readonly openAiKey: string | undefined
  readonly databaseUrl: string | undefined
}

type Env = Readonly<Record<string, string | undefined>>

const setIn = (env: Env, name: string): string | undefined => env[name]?.trim() || undefined

const NAMES = Object.keys(SETTINGS)
const PREFIXES = new Set(NAMES.flatMap((name) => name.match(/^[A-Z]+_/) ?? []))

/**
 * Settings that are set under a name with a slip in it, and whose right name is not set: nobody would notice otherwise.
 * In our file every name is meant for us; elsewhere those that begin as ours do.
 */
const misspelt = (env: Env, inFile: readonly string[]): string[] =>
  Object.keys(env).flatMap((name) => {
    const upper = name.toUpperCase()
    const isOurs = inFile.includes(name) || [...PREFIXES].some((prefix) => upper.startsWith(prefix))
    if (NAMES.includes(name) || !isOurs || setIn(env, name) === undefined) return []
    const [meant] = meantBy(upper, NAMES)
    if (meant === undefined || setIn(env, meant) !== undefined) return []
    return [`${name} is not a setting. Did you mean ${meant}?`]
  })

/** Whether somebody means this to run in Slack, whatever is missing for it. */
const isForSlack = (env: Env, inFile: readonly string[]): boolean =>
  [...NAMES, ...inFile].some((name) => name.startsWith('SLACK_') && setIn(env, name) !== undefined)

/** The playground is only for those who set nothing for Slack: others would take it for the bot that they installed. */
const slackMode = (env: Env, inFile: readonly string[], problems: string[]): SlackMode => {
  const [botToken, appToken, signingSecret] = [
    setIn(env, 'SLACK_BOT_TOKEN'),
    setIn(env, 'SLACK_APP_TOKEN'),
    setIn(env, 'SLACK_SIGNING_SECRET'),
  ]
  if (!botToken && isForSlack(env, inFile)) {
    problems.push(
      'SLACK_BOT_TOKEN is missing. Copy the Bot User OAuth Token (starts with "xoxb-") from "OAuth & Permissions".',
    )
    return { kind: 'playground' }
  }
  if (!botToken) {
    if (setIn(env, 'NODE_ENV') === 'production')
      problems.push(
        'There are no Slack tokens, and with NODE_ENV=production there is no playground. ' +
          'Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
      )
    return { kind: 'playground' }
  }
  if (appToken) return { kind: 'socket', botToken, appToken }
  if (signingSecret) return { kind: 'http', botToken, signingSecret }
  problems.push(
    'SLACK_BOT_TOKEN is not enough. ' +
      'Add SLACK_APP_TOKEN (starts with "xapp-") for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
  )
  return { kind: 'playground' }
}

/**
 * Reads configuration and secrets from the environment. `inFile`: the names that `.env` sets. Throws CoachError
 * `config-invalid` with all problems, one on each line. A problem names the variable and what it should look like, and
 * never says its value.
 */
export function readConfig(env: Env, inFile: readonly string[] = []): { config: Config; secrets: Secrets } {
  const parsed = z.object(SETTINGS).safeParse(env)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(
        (issue) => `${issue.path.join('.')} ${issue.message.replace(/^Invalid.*/, 'is not valid')}.`,
      )
  problems.push(...misspelt(env, inFile))
  const slack = slackMode(env, inFile, problems)
  if (parsed.success && parsed.data.METRICS_PORT === parsed.data.PORT)
    problems.push('METRICS_PORT is the same as PORT. Set it to another port, or leave it empty.')
  if (!parsed.success || problems.length > 0) {
    throw new CoachError('config-invalid', [...new Set(problems)].join('\n'))
  }
  const settings = parsed.data
  // Somebody's own server may need no key, but OpenAI's client always wants one.
  const openAiKey = settings.OPENAI_API_KEY ?? (settings.OPENAI_BASE_URL ? 'none' : undefined)
  return {
    config: {
      slackApiUrl: settings.SLACK_API_URL,
      openAi: openAiKey ? { baseUrl: settings.OPENAI_BASE_URL, model: settings.OPENAI_MODEL } : null,
      dataDir: settings.DATA_DIR,
      rubricDir: settings.RUBRIC_DIR,
      port: settings.PORT,
      metricsPort: settings.METRICS_PORT,
      // With HTTP, Slack connects from outside. In the other modes, only this machine has to.
      host: settings.HOST ?? (slack.kind === 'http' ? undefined : '127.0.0.1'),
      logLevel: settings.LOG_LEVEL,
    },
    secrets: { slack, openAiKey, databaseUrl: settings.DATABASE_URL },
  }
}
