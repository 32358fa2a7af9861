import { readFile } from 'node:fs/promises'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { CoachError } from '../../domain/coach-error.ts'
import type { Budget } from '../../domain/review/model-use.ts'
import type { Prices } from './model-budget.ts'

const amount = z.number('should be a number, 0 or more').min(0, 'should be 0 or more')
const PRICE = 'should have three prices, for example { input: 1, cached: 0.1, output: 8 }'
const priceSchema = z.strictObject({ input: amount, cached: amount, output: amount }, PRICE)
const NAMES = '"reviews a day", "dollars a month", "prices" and "unlisted"'

const fileSchema = z.strictObject(
  {
    'reviews a day': amount.int('should be a whole number'),
    'dollars a month': amount,
    prices: z.record(z.string(), priceSchema, 'should list models with their prices'),
    unlisted: priceSchema,
  },
  `should have lines for ${NAMES}`,
)

/** A company's own file has only what it wants otherwise. */
const ownSchema = fileSchema.partial()

/** Where in a file a value is, or the nearest thing around it that is there, as a line from 1. */
const lineOf = (document: Document, lines: LineCounter, path: readonly PropertyKey[]): number => {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as
      | { range?: [number, number, number] }
      | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

const wordsOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `"${key}"`).join(', ')
    return issue.path.length === 0
      ? `${names} is not known here; use ${NAMES}`
      : `${names} is not known; ${PRICE}`
  }
  return `${issue.path.join(' → ') || 'the file'}: ${issue.message}`
}

const parsed = <Schema extends z.ZodType>(file: string, text: string, schema: Schema): z.output<Schema> => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const broken = (problems: readonly string[], cause: unknown): CoachError =>
    new CoachError('config-invalid', problems.map((one) => `${file}:${one}`).join('\n'), { cause })
  const [wrong] = document.errors
  if (wrong)
    throw broken(
      [`${wrong.linePos?.[0].line ?? 1}: this isn’t valid YAML; check its indents, colons and braces`],
      wrong,
    )
  // An empty file changes nothing.
  const read = schema.safeParse(document.toJS() ?? {})
  if (read.success) return read.data
  throw broken(
    read.error.issues.map((issue) => `${lineOf(document, lines, issue.path)}: ${wordsOf(issue)}`),
    read.error,
  )
}

const textOf = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw new CoachError('config-invalid', `${file} can't be read (${cause.code}).`, { cause })
  })

/**
 * Reads `prompts/budget.yaml`, and a company's own file, which has only what it changes, so that new prices come with
 * an update. Throws CoachError `config-invalid`, whose message says what is wrong in which line.
 */
export async function loadBudget(
  file: string,
  own: string | null = null,
): Promise<{ budget: Budget; prices: Prices }> {
  const text = await textOf(file)
  if (text === null)
    throw new CoachError(
      'config-invalid',
      `${file}: there is no such file. Restore it: it holds the budget and the prices of models.`,
    )
  const ours = parsed(file, text, fileSchema)
  const changed = own === null ? null : await textOf(own)
  const theirs = changed === null ? null : parsed(own!, changed, ownSchema)
  const prices = { ...ours.prices, ...theirs?.prices }
  return {
    budget: {
      reviewsADay: theirs?.['reviews a day'] ?? ours['reviews a day'],
      microDollarsAMonth: Math.round((theirs?.['dollars a month'] ?? ours['dollars a month']) * 1_000_000),
    },
    prices: {
      of: (model) => {
        const plain = model.replace(/-\d{4}-\d{2}-\d{2}$/, '')
        return [model, plain].flatMap((name) => (Object.hasOwn(prices, name) ? [prices[name]!] : []))[0]
      },
      unlisted: theirs?.unlisted ?? ours.unlisted,
    },
  }
}
