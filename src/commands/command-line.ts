import { parseArgs } from 'node:util'
import { config } from 'dotenv'

config({ quiet: true })

/** The folder of the ladders. */
export const RUBRIC = process.env.RUBRIC_DIR || 'rubric'

/** What is wrong and what to do goes to standard error, what was asked for to standard output. */
export function say(text: string): void {
  void process.stderr.write(`${text}\n`)
}
export function print(text: string): void {
  void process.stdout.write(`${text}\n`)
}

/** Of what is logged in a command only warnings are said, as far as they are sentences in these. */
export const log = {
  info: () => {},
  warn: (fact: object) => say('problem' in fact ? String(fact.problem) : JSON.stringify(fact)),
  error: () => {},
}

/** Throws the error of parseArgs where a command that takes none is given an argument. */
export function takeNone(args: string[]): void {
  void parseArgs({ args, options: {} })
}
