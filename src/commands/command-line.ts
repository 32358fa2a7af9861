import { parseArgs } from 'node:util'
import { config } from 'dotenv'

config({ quiet: true })

/** The folder with the ladders. */
export const RUBRIC = process.env.RUBRIC_DIR || 'rubric'

/** Prints what is wrong, and what to do, on standard error. */
export function say(text: string): void {
  void process.stderr.write(`${text}\n`)
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
