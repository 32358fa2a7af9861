import { startApp } from './app.ts'
import { readConfig } from './config.ts'
import { CoachError } from './domain/coach-error.ts'
import { loadEnvFile } from './env-file.ts'
import { codeAndStackOf, makeLog } from './log.ts'

/** How long stopping may take, in milliseconds. Jobs that are still running then go back to the queue. */
const STOP_LIMIT = 9_500

const main = async (): Promise<void> => {
  const { config, secrets } = readConfig(process.env, loadEnvFile(process.env))
  const log = makeLog(config.logLevel, process.stdout.isTTY)
  let app: Awaited<ReturnType<typeof startApp>> | undefined
  let stopping = false
  /** Stops the app, if it has started, and ends the process. */
  const end = (code: number): void => {
    // The terminal sends a signal, and npm sends it again. The second one changes nothing.
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
  // Nothing caught this error, so the process may be in any state.
  const broken = (kind: string) => (error: unknown) => {
    log.fatal({ action: kind, ...codeAndStackOf(error) }, 'an error that nothing caught: this process ends')
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
      : `Unexpected error: ${error instanceof Error ? error.stack : error}`
  process.stderr.write(`Ladder Coach can't start.\n${told}\n`)
  process.exit(1)
})
