import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/** Where processes of a run keep our code without its types: they load three times as fast. */
const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'ladder-coach')

/** The environment of a process that tests start: no setting of the machine, and `more`. */
function programEnv(more: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, NODE_COMPILE_CACHE: CACHE, ...more }
}

/** Starts a TypeScript program of this project: its path from the root, with the arguments behind it. */
export function startProgram(
  program: readonly string[],
  env: Record<string, string | undefined> = {},
  stderr: 'pipe' | 'ignore' | 'inherit' = 'pipe',
): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program], {
    env: programEnv(env),
    stdio: ['pipe', 'pipe', stderr],
  })
}

/** Runs a command of `npm run` without npm, with `input` to read, to its end. */
export function runCommand(
  program: readonly string[],
  env: Record<string, string | undefined> = {},
  input = '',
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = startProgram(program, { NO_COLOR: '1', ...env })
    let [out, err] = ['', '']
    child.stdout?.on('data', (data) => (out += data))
    child.stderr?.on('data', (data) => (err += data))
    child.once('close', (code) => resolve({ code, out, err }))
    child.stdin?.end(input)
  })
}
