import { config as loadEnvFile } from 'dotenv'
import { startApp } from './app.ts'
import { readConfig } from './config.ts'
import { CoachError } from './domain/coach-error.ts'
import { makeLog } from './log.ts'

/** Longest time that stopping may take, in milliseconds: what still runs is handed back to the queue. */
const STOP_LIMIT = 9_500

const main = async (): Promise<void> => {
  loadEnvFile({ quiet: true })
  const { config, secrets } = readConfig(process.env)
  const log = makeLog(config.logLevel, process.stdout.isTTY)
  const app = await startApp({ config, secrets, log })

  let stopping = false
  const stop = (signal: string): void => {
    // npm passes a signal on that the terminal has sent already: the second one changes nothing.
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(0), STOP_LIMIT).unref()
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((error: unknown) => {
  const told =
    error instanceof CoachError
      ? error.message
      : `Something unexpected: ${error instanceof Error ? error.stack : error}`
  process.stderr.write(`Ladder Coach cannot start.\n${told}\n`)
  process.exit(1)
})
