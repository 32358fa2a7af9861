import { CoachError } from '../domain/coach-error.ts'
import { say } from './command-line.ts'

/** One command of the terminal. Gets what follows its name and returns the exit code. */
type TerminalCommand = (args: string[]) => Promise<number>

/**
 * Runs the command that the terminal names first, and returns the exit code: 2 if the words were not understood, 1 if
 * it could not be done. Prints the help or what is wrong, in sentences.
 */
export async function runCommand(
  commands: Readonly<Record<string, TerminalCommand>>,
  help: string,
): Promise<number> {
  // `| head` closes the pipe once it has read enough, and nobody needs the rest.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))
  const [command, ...args] = process.argv.slice(2)
  const run = Object.hasOwn(commands, command ?? '') ? commands[command ?? ''] : undefined
  if (!run) {
    say(help)
    return command === undefined || command === 'help' ? 0 : 2
  }
  try {
    return await run(args)
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (!(error instanceof CoachError) && !code?.startsWith('ERR_PARSE_ARGS')) throw error
    say(message)
    return error instanceof CoachError ? 1 : 2
  }
}
