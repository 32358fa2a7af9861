import { parseDocument } from 'yaml'
import { z } from 'zod'

/** One mistake in a ladder's file: the line (from 1), what is wrong, and what would be right. */
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
  examples: z.record(z.string(), z.array(z.string().min(1).max(300)).min(1).max(20)).optional(),
} as const

const RIGHT: Readonly<Record<string, string>> = {
  name: 'write the name that people use, for example "name: SRE"',
  default: 'write "default: true" or leave it out',
  source: 'write where the text comes from, for example a link',
  about: 'write a sentence about the whole ladder',
  competencies: 'write what each one is about, for example "Mastery: How well somebody knows the craft."',
  synonyms: 'write a list of words for each name, for example "Communication: [comms, writing]"',
  'sustained months':
    'write for how many months something has to be shown, for example "sustained months: 6"',
  themes:
    'write a list of themes for each competency, for example "Trust: [integrity and trust, code review]"',
  examples:
    'write a list of up to 20 short deeds for each competency, for example "Trust: [My changes go in without review]"',
}

/** How long committees commonly want to see something sustained before they count it, in months. */
const SUSTAINED_MONTHS = 6

export type FrontMatter = {
  readonly name: string | undefined
  readonly isDefault: boolean
  readonly about: string | undefined
  /** What competencies are about, by the name in the file. */
  readonly competencies: Readonly<Record<string, string>>
  /** More words for levels and competencies, by the name in the file. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>
  readonly sustainedMonths: number
  /** The kinds of work that are linked to competencies, by the name in the file. */
  readonly themes: Readonly<Record<string, readonly string[]>>
  /** Deeds that show what is meant by competencies, by the name in the file. */
  readonly examples: Readonly<Record<string, readonly string[]>>
  /** The line of a name in the front matter, from 1. With `setting`, it is searched after the line of that setting. */
  readonly lineOf: (name: string, setting?: string) => number
  /** What follows the front matter, and the line on which it starts, from 1. */
  readonly body: string
  readonly bodyLine: number
}

const FRONT = /^---\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/

/** It begins with a setting, and no second line ends it. Otherwise a first line of --- is a line across the page. */
const OPEN = /^---\n\s*\w[\w ]*:/

/** Reads the block between the first two `---` lines. A file without one is fine. Mistakes are added to `problems`. */
export function readFrontMatter(text: string, problems: LadderProblem[]): FrontMatter {
  const match = FRONT.exec(text)
  if (!match) {
    if (OPEN.test(text))
      problems.push({
        line: 1,
        wrong: 'the front matter has no end',
        right: 'write a line with only --- after its last setting',
      })
    return {
      name: undefined,
      isDefault: false,
      about: undefined,
      competencies: {},
      synonyms: {},
      sustainedMonths: SUSTAINED_MONTHS,
      themes: {},
      examples: {},
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
      wrong: 'the front matter is not valid YAML here',
      right: 'write one "key: value" per line',
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
          right: `the settings are ${Object.keys(KEYS).join(', ')}`,
        })
      }
    } else {
      const key = String(issue.path[0] ?? '')
      problems.push({
        line: key ? lineOfKey(key) : 2,
        wrong: key ? `"${key}" is not valid` : 'the front matter is not a list of settings',
        right: RIGHT[key] ?? 'write one "key: value" per line',
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
    examples: parsed.data?.examples ?? {},
    lineOf: lineOfKey,
    body,
    bodyLine,
  }
}
