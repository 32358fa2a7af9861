import { isSameStory } from '../choices.ts'
import type { CitedRun, Receipt, StoryRef } from '../packet.ts'

/** Quotes by the numbers that their owner saw. */
export type Numbered = readonly { readonly number: number; readonly ref: StoryRef }[]

/** "[3]", "[3, 4]". */
const TYPED = /\[(\d{1,4}(?:, ?\d{1,4}){0,9})\]/g

/** A reference as it is stored. A quote's number changes with every other quote, its story does not. */
const STORED = / ?\[\^([\w-]{1,64})\/(\d{1,9})\/(s\d{1,6})\]/g

const storedRef = ({ evidenceId, revision, span }: StoryRef): string => `[^${evidenceId}/${revision}/${span}]`

/**
 * Words as they are stored: each number in brackets that names a quote becomes a reference to that quote. Other
 * brackets stay as they are.
 */
export function withReferences(words: string, quotes: Numbered): string {
  return words.replace(TYPED, (typed, numbers: string) => {
    const refs = numbers.split(',').map((number) => quotes.find((one) => one.number === Number(number))?.ref)
    return refs.every((ref) => ref !== undefined) ? refs.map(storedRef).join(' ') : typed
  })
}

/** Stored words with today's numbers. What refers to a quote that is not in the packet any more is left out. */
export function citedIn(stored: string, receipts: readonly Pick<Receipt, 'number' | 'ref'>[]): CitedRun[] {
  const runs: CitedRun[] = []
  let from = 0
  const take = (to: number): void => {
    if (to > from) runs.push({ text: stored.slice(from, to) })
  }
  for (const match of stored.matchAll(STORED)) {
    const [all, evidenceId, revision, span] = match
    const ref = { evidenceId: evidenceId!, revision: Number(revision), span: span! }
    const found = receipts.find((receipt) => isSameStory(receipt.ref, ref))
    take(match.index)
    from = match.index + all.length
    if (found) runs.push({ receipt: found.number })
  }
  take(stored.length)
  return runs
}

/** The same as text: "It took an hour [3]." */
export function citedText(runs: readonly CitedRun[]): string {
  return runs
    .map((run, nth) => {
      if ('text' in run) return run.text
      const before = runs[nth - 1]
      const joined = !before || 'receipt' in before || /\S$/.test(before.text)
      return `${joined && nth > 0 ? ' ' : ''}[${run.receipt}]`
    })
    .join('')
}
