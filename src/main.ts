import { config as loadEnvFile } from 'dotenv'
import { startApp } from './app.ts'
import { readConfig } from './config.ts'
import { CoachError } from './domain/coach-error.ts'
import { codeAndStackOf, makeLog } from './log.ts'

/** Longest time that stopping may take, in milliseconds: what still runs is handed back to the queue. */
const STOP_LIMIT = 9_500

const main = async (): Promise<void> => {
  loadEnvFile({ quiet: true })
  const { config, secrets } = readConfig(process.env)
  const log = makeLog(config.logLevel, process.stdout.isTTY)
  let app: Awaited<ReturnType<typeof startApp>> | undefined
  let stopping = false
  /** Hands running work back and ends; a process that has not started yet has none. */
  const end = (code: number): void => {
    // npm passes a signal on that the terminal has sent already: the second one changes nothing.
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(code), STOP_LIMIT).unref()
    Promise.resolve(app?.stop()).then(
      () => process.exit(code),
      () => process.exit(1),
    )
  }
  const stop = (signal: string): void => {
    if (!stopping) log.info({ signal }, 'stopping')
    end(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Nobody waits for what has failed here, so nothing is known of the state that it left behind.
  const broken = (kind: string) => (error: unknown) => {
    log.fatal({ action: kind, ...codeAndStackOf(error) }, 'a failure that nobody caught: this process ends')
    end(1)
  }
  process.on('unhandledRejection', broken('unhandled-rejection'))
  process.on('uncaughtException', broken('uncaught-exception'))

  app = await startApp({ config, secrets, log })
}

main().catch((error: unknown) => {
  const told =
    error instanceof CoachError
      ? error.message
      : `Something unexpected: ${error instanceof Error ? error.stack : error}`
  process.stderr.write(`Ladder Coach cannot start.\n${told}\n`)
  process.exit(1)
})
