import { parseDocument } from 'yaml'
import { z } from 'zod'

/** One mistake in a ladder's file: its line (from 1), what is wrong, what would be right. */
export type LadderProblem = { readonly line: number; readonly wrong: string; readonly right: string }

const KEYS = {
  name: z.string().min(1).optional(),
  default: z.boolean().optional(),
  source: z.string().optional(),
  about: z.string().min(1).optional(),
  competencies: z.record(z.string(), z.string().min(1)).optional(),
  synonyms: z.record(z.string(), z.array(z.string().min(1)).min(1)).optional(),
  'sustained months': z.number().int().min(0).max(60).optional(),
  themes: z.record(z.string(), z.array(z.string().min(1)).min(1)).optional(),
} as const

const RIGHT: Readonly<Record<string, string>> = {
  name: 'write the name that people know it by, such as "name: SRE"',
  default: 'write "default: true" or leave it out',
  source: 'write where the text comes from, such as a link',
  about: 'write a sentence about the whole ladder',
  competencies: 'write what each is about, such as "Mastery: How well somebody knows the craft."',
  synonyms: 'write a list of words for each name, such as "Communication: [comms, writing]"',
  'sustained months': 'write how many months something has to be shown, such as "sustained months: 6"',
  themes: 'write a list of themes for each competency, such as "Trust: [integrity and trust, code review]"',
}

/** How long committees commonly want something held before they count it, in months. */
const SUSTAINED_MONTHS = 6

export type FrontMatter = {
  readonly name: string | undefined
  readonly isDefault: boolean
  readonly about: string | undefined
  /** What competencies are about, by their name as the file writes it. */
  readonly competencies: Readonly<Record<string, string>>
  /** More words for levels and competencies, by their name as the file writes it. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>
  readonly sustainedMonths: number
  /** The kinds of work that competencies are tied to, by their name as the file writes it. */
  readonly themes: Readonly<Record<string, readonly string[]>>
  /** The line of a name under one of the settings, from 1; behind the line of that setting when it is given. */
  readonly lineOf: (name: string, setting?: string) => number
  /** What follows the front matter, and the line of the file on which it starts, from 1. */
  readonly body: string
  readonly bodyLine: number
}

const FRONT = /^---\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/

/** Reads the block between the first two `---` lines; a file without one is fine. Mistakes go into `problems`. */
export function readFrontMatter(text: string, problems: LadderProblem[]): FrontMatter {
  const match = FRONT.exec(text)
  if (!match) {
    return {
      name: undefined,
      isDefault: false,
      about: undefined,
      competencies: {},
      synonyms: {},
      sustainedMonths: SUSTAINED_MONTHS,
      themes: {},
      lineOf: () => 1,
      body: text,
      bodyLine: 1,
    }
  }
  const block = match[1]!
  const lineOfKey = (key: string, setting?: string): number => {
    const lines = block.split('\n')
    const from =
      setting === undefined
        ? 0
        : Math.max(
            0,
            lines.findIndex((line) => line.startsWith(setting)),
          )
    const found = lines.findIndex((line, index) => index >= from && line.trimStart().startsWith(key))
    return 2 + (found === -1 ? from : found)
  }
  const body = text.slice(match[0].length)
  const bodyLine = match[0].split('\n').length
  const document = parseDocument(block)
  for (const error of document.errors) {
    problems.push({
      line: 1 + (error.linePos?.[0].line ?? 1),
      wrong: 'the front matter is no YAML here',
      right: 'write one "key: value" a line',
    })
  }
  const value: unknown = document.errors.length > 0 ? {} : (document.toJS() ?? {})
  const parsed = z.strictObject(KEYS).safeParse(value)
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        problems.push({
          line: lineOfKey(key),
          wrong: `the front matter has no setting "${key}"`,
          right: `it knows ${Object.keys(KEYS).join(', ')}`,
        })
      }
    } else {
      const key = String(issue.path[0] ?? '')
      problems.push({
        line: key ? lineOfKey(key) : 2,
        wrong: key ? `"${key}" is not valid` : 'the front matter is no list of settings',
        right: RIGHT[key] ?? 'write one "key: value" a line',
      })
    }
  }
  return {
    name: parsed.data?.name,
    isDefault: parsed.data?.default ?? false,
    about: parsed.data?.about,
    competencies: parsed.data?.competencies ?? {},
    synonyms: parsed.data?.synonyms ?? {},
    sustainedMonths: parsed.data?.['sustained months'] ?? SUSTAINED_MONTHS,
    themes: parsed.data?.themes ?? {},
    lineOf: lineOfKey,
    body,
    bodyLine,
  }
}
