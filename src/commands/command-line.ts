import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { SETTINGS } from '../config.ts'
import { CoachError } from '../domain/coach-error.ts'
import { loadEnvFile } from '../env-file.ts'

/** Prints what is wrong, and what to do, on standard error. */
export function say(text: string): void {
  void process.stderr.write(`${text}\n`)
}

type Setting<Name extends keyof typeof SETTINGS> = z.output<(typeof SETTINGS)[Name]>

/** A setting, from the environment or from `.env`. Throws CoachError `config-invalid` if it is not valid. */
export function setting<Name extends keyof typeof SETTINGS>(name: Name): Setting<Name> {
  loadEnvFile(process.env)
  const read = (SETTINGS[name] as unknown as z.ZodType<Setting<Name>>).safeParse(process.env[name])
  if (read.success) return read.data
  throw new CoachError('config-invalid', `${name} ${read.error.issues[0]!.message}.`)
}

/** Prints what was asked for on standard output. */
export function print(text: string): void {
  void process.stdout.write(`${text}\n`)
}

/** A log that prints only warnings: their `problem`, or else the fact as JSON. */
export const log = {
  info: () => {},
  warn: (fact: object) => say('problem' in fact ? String(fact.problem) : JSON.stringify(fact)),
  error: () => {},
}

/** Throws the error of parseArgs if a command without arguments is given one. */
export function takeNone(args: string[]): void {
  void parseArgs({ args, options: {} })
}
