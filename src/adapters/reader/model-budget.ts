/** US dollars per million tokens. */
export type Price = { readonly input: number; readonly cached: number; readonly output: number }

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
