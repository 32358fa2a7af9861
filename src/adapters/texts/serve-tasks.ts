import { parentPort } from 'node:worker_threads'
import { CoachError } from '../../domain/coach-error.ts'
import { makeConstants, unpack } from './codec.ts'
import type { Say, TaskRequest } from './message.ts'
import { makeRecent } from './recent.ts'

/** Tasks by name. Each gets what it is given as its arguments. */
// biome-ignore lint/suspicious/noExplicitAny: what a task is given is checked where it is asked for.
type Served = Readonly<Record<string, (...given: any[]) => Promise<unknown>>>

const constants = makeConstants()
const kept = makeRecent<object>()

const say = (one: Say): void => parentPort?.postMessage(one)

/** Looks up the constants that a task names, and keeps those that were sent with it. */
const constantsOf = (asked: TaskRequest['constants']): ((name: string) => unknown) => {
  const now = new Map<string, object>()
  const named = (name: string): unknown => now.get(name)
  for (const { name, text } of asked) {
    const value = text === null ? kept.get(name) : (unpack(text, named) as object)
    if (value === undefined) throw new TypeError('A constant is named that was never told')
    if (text !== null) constants.adopt(name, value)
    now.set(name, value)
    kept.put(name, value, text?.length ?? null)
  }
  return named
}

/** The kind of an error and the first place in our code in its stack, but never its message. */
const whereOf = (error: unknown): string => {
  const { name = 'unknown', stack = '' } = error as Partial<Error>
  const [, file = 'somewhere'] = /\/src\/([a-z0-9/-]{1,200}\.ts:\d+)/.exec(stack) ?? []
  return `${/^\w+$/.test(name) ? name : 'Error'} at ${file}`
}

type Serving = {
  readonly tasks: Served
  /** Loads what a task needs, so that this does not count as work on a text. */
  readonly load?: (task: string) => Promise<unknown>
}

const work = async (
  { tasks, load = async () => {} }: Serving,
  { task, text, constants: named }: TaskRequest,
): Promise<void> => {
  try {
    const does = tasks[task]
    if (!does) throw new TypeError('There is no such task')
    await load(task)
    say({ kind: 'begun' })
    const given = unpack(text, constantsOf(named)) as unknown[]
    say({ kind: 'done', text: constants.pack(await does(...given)).text })
  } catch (error) {
    say({ kind: 'broke', code: error instanceof CoachError ? error.code : null, where: whereOf(error) })
  }
}

/** Does the tasks that this worker is asked for, by name, one at a time. */
export function serveTasks(serving: Serving): void {
  parentPort?.on('message', (asked: TaskRequest) => void work(serving, asked))
  say({ kind: 'ready' })
}
