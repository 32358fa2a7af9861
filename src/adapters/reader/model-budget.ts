import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { CoachError } from '../../domain/coach-error.ts'
import type { Budget } from '../../domain/review/model-use.ts'

const amount = z.number('should be a number, 0 or more').min(0, 'should be 0 or more')

/** US dollars per million tokens. */
const priceSchema = z.strictObject({ input: amount, cached: amount, output: amount })
export type Price = z.infer<typeof priceSchema>

const fileSchema = z.strictObject({
  'reviews a day': amount.int('should be a whole number'),
  'dollars a month': amount,
  prices: z.record(z.string(), priceSchema),
  unlisted: priceSchema,
})

/** The prices of models by their resolved names. `unlisted` is for models that the file does not have. */
export type Prices = { readonly of: (model: string) => Price | undefined; readonly unlisted: Price }

/**
 * What a model costs, by its resolved name or by the name that was asked for. Null if it is not listed and runs on
 * somebody's own server, because then it costs nothing here.
 */
export function priceIn(prices: Prices, asked: string, ownServer: boolean) {
  return (resolved: string): Price | null =>
    prices.of(resolved) ?? prices.of(asked) ?? (ownServer ? null : prices.unlisted)
}

/** Tokens that a provider counted. `cached` is part of `input`. */
export type Tokens = { readonly input: number; readonly cached: number; readonly output: number }

/** What tokens cost, in millionths of a dollar. A price in dollars per million tokens is in millionths per token. */
export function microDollars({ input, cached, output }: Tokens, price: Price): number {
  return Math.ceil((input - cached) * price.input + cached * price.cached + output * price.output)
}

/**
 * A high estimate of the tokens for one question with this many spans. The instructions, the schema, two levels of a
 * ladder and earlier findings have about four characters a token, and a span has about forty tokens. An answer about a
 * full page has up to 2,000 tokens, plus the model's reasoning.
 */
export function expectedTokens(spans: number): Tokens {
  return {
    input: 9_000 + 40 * spans,
    cached: 0,
    output: 5_000,
  }
}

/** A high estimate of the tokens for one question about a message. Most of an answer would be a model's reasoning. */
export const MESSAGE_TOKENS: Tokens = { input: 2_500, cached: 0, output: 1_000 }

/** The same for one competency of a packet, with its quotes. */
export const PACKET_TOKENS: Tokens = { input: 5_000, cached: 0, output: 4_000 }

/**
 * Reads `prompts/budget.yaml`. Throws CoachError `config-invalid`, whose message says what is wrong in the file.
 */
export async function loadBudget(file: string): Promise<{ budget: Budget; prices: Prices }> {
  const broken = (wrong: string, cause: unknown): CoachError =>
    new CoachError('config-invalid', `${file}: ${wrong}`, { cause })
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw broken('there is no such file. Restore it: it holds the budget and the prices of models.', cause)
  })
  let value: unknown
  try {
    value = parse(text)
  } catch (cause) {
    throw broken((cause as Error).message.split('\n')[0] ?? 'this isn’t valid YAML', cause)
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
