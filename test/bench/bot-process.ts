import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** What people write on an ordinary day. */
export const SENTENCES = [
  'I led the incident response when checkout was down and wrote the post-mortem.',
  'Restore time went from six hours to fifty minutes after I rebuilt the backups in March.',
  'I mentored Priya through the first on-call shifts, and she runs them alone now.',
  'Pitched the storage upgrade in cycle planning and got it prioritised.',
  'Moved the staging clusters to the new network without downtime.',
]

/** The nearest-rank percentile, `share` of 1; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0
}

/** Starts the bot in a process of its own, with `more` arguments for Node; resolves when it is ready. */
export async function startProcess(
  env: Record<string, string>,
  more: readonly string[] = [],
  onOutput: (lines: string) => void = () => {},
): Promise<ChildProcess> {
  const bot = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...more, 'src/main.ts'], {
    env: { PATH: process.env.PATH, ...env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    bot.stdout!.on('data', (data) => {
      const lines = String(data)
      onOutput(lines)
      if (lines.includes('"ready"')) resolve()
    })
    bot.once('exit', () => reject(new Error('the bot did not start')))
  })
  return bot
}

/** Has it stop as an operator would. */
export async function stopProcess(bot: ChildProcess): Promise<void> {
  const ended = once(bot, 'exit')
  bot.kill('SIGTERM')
  await ended
}
