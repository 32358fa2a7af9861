import { readFileSync } from 'node:fs'
import { serveTasks } from '../../src/adapters/texts/serve-tasks.ts'
import { CoachError } from '../../src/domain/coach-error.ts'

const done: unknown[] = []

/** Keeps this worker busy for so many milliseconds of its processor time. */
const burn = (ms: number): void => {
  const from = process.threadCpuUsage()
  for (;;) {
    const { user, system } = process.threadCpuUsage(from)
    if (user + system > ms * 1_000) return
  }
}

/** Tasks as no worker of ours has them. */
const tasks = {
  echo: async (one: unknown) => one,
  /** Says what it was given before, by this very worker. */
  remember: async (one: unknown) => {
    done.push(one)
    return done
  },
  spin: async () => {
    for (;;) Math.sqrt(2)
  },
  /** A pattern that goes back over its text for longer than anybody waits. */
  backtrack: async () => /^(a+)+$/.test(`${'a'.repeat(60)}!`),
  sleep: () => new Promise(() => {}),
  hoard: async () => {
    const all: unknown[] = []
    for (;;) all.push(new Array(100_000).fill(all.length))
  },
  leave: async () => process.exit(0),
  fall: async () => {
    setImmediate(() => {
      throw new Error('words of a person')
    })
    return new Promise(() => {})
  },
  break: async (words: string) => {
    throw new Error(words)
  },
  refuse: async (words: string) => {
    throw new CoachError('rules-failed', words)
  },
  print: async (words: string) => {
    console.log(words)
    console.error(words)
    return Object.keys(process.env).length
  },
  /** Waits for somebody to write into a file, without giving the worker away. */
  until: async (file: string) => {
    while (readFileSync(file, 'utf8') === '') {}
    return 'done'
  },
}

serveTasks({
  tasks: { ...tasks, heavy: tasks.echo },
  load: async (task) => {
    if (task === 'heavy') burn(600)
  },
})
