import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { CoachError } from '../../domain/coach-error.ts'
import type { Budget } from '../../domain/review/model-use.ts'

/** US dollars for a million tokens. */
const priceSchema = z.strictObject({
  input: z.number().min(0),
  cached: z.number().min(0),
  output: z.number().min(0),
})
export type Price = z.infer<typeof priceSchema>

const fileSchema = z.strictObject({
  'reviews a day': z.number().int().min(0),
  'dollars a month': z.number().min(0),
  prices: z.record(z.string(), priceSchema),
  unlisted: priceSchema,
})

/** The price of a model by its resolved name; `unlisted` where the file does not have it. */
export type Prices = { readonly of: (model: string) => Price | undefined; readonly unlisted: Price }

/**
 * What a model costs by its resolved name, or by the one that was asked for. null: one of somebody's own server
 * that is not listed costs nothing here.
 */
export function priceIn(prices: Prices, asked: string, ownServer: boolean) {
  return (resolved: string): Price | null =>
    prices.of(resolved) ?? prices.of(asked) ?? (ownServer ? null : prices.unlisted)
}

/** Tokens that a provider counted. `cached` is part of `input`. */
export type Tokens = { readonly input: number; readonly cached: number; readonly output: number }

/** What tokens cost, in millionths of a dollar: dollars a million tokens are millionths a token. */
export function microDollars({ input, cached, output }: Tokens, price: Price): number {
  return Math.ceil((input - cached) * price.input + cached * price.cached + output * price.output)
}

/**
 * About what one question with so many spans uses, on the high side: the instructions, the schema, two levels of
 * a ladder and earlier findings first, at some four characters a token, then some forty tokens a span; an answer
 * to a full page is up to 2,000 tokens, and a model's reasoning comes on top.
 */
export function expectedTokens(spans: number): Tokens {
  return {
    input: 9_000 + 40 * spans,
    cached: 0,
    output: 5_000,
  }
}

/**
 * Reads `prompts/budget.yaml`. Throws CoachError `config-invalid`, whose message says what is wrong in the file.
 */
export async function loadBudget(file: string): Promise<{ budget: Budget; prices: Prices }> {
  const broken = (wrong: string, cause: unknown): CoachError =>
    new CoachError('config-invalid', `${file}: ${wrong}`, { cause })
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw broken('there is no such file; it holds the budget and the prices of models', cause)
  })
  let value: unknown
  try {
    value = parse(text)
  } catch (cause) {
    throw broken((cause as Error).message.split('\n')[0] ?? 'it is no YAML', cause)
  }
  const parsed = fileSchema.safeParse(value)
  if (!parsed.success)
    throw broken(
      parsed.error.issues
        .map(({ path, message }) => `${path.join(' → ') || 'the file'}: ${message}`)
        .join('; '),
      parsed.error,
    )
  const { prices, unlisted } = parsed.data
  return {
    budget: {
      reviewsADay: parsed.data['reviews a day'],
      microDollarsAMonth: Math.round(parsed.data['dollars a month'] * 1_000_000),
    },
    prices: {
      of: (model) => {
        const plain = model.replace(/-\d{4}-\d{2}-\d{2}$/, '')
        return Object.hasOwn(prices, model)
          ? prices[model]
          : Object.hasOwn(prices, plain)
            ? prices[plain]
            : undefined
      },
      unlisted,
    },
  }
}
