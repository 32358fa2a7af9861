import { caseRuleOf } from './case-rules.ts'
import {
  type CaseContext,
  type CaseReceipt,
  type CaseSentence,
  type HeldSentence,
  tellingOf,
} from './told.ts'

/** The most sentences of one competency that are looked at. */
const MOST_SENTENCES = 12

/** A quote as a sentence, with its speaker if that is a colleague. */
const asQuoted = ({ lead, saidBy }: CaseReceipt): string =>
  `${saidBy === null ? '' : `${saidBy}: `}“${lead.trim().replace(/\s+/g, ' ')}”`

/**
 * The sentences that may be shown. What points to no receipt is dropped. What says more than its receipts is replaced
 * by their quotes, each of them once.
 */
export function checkCase(sentences: readonly CaseSentence[], context: CaseContext): HeldSentence[] {
  const known = new Map(context.receipts.map((one) => [one.id, one]))
  const quoted = new Set<string>()
  const said = new Set<string>()
  return sentences.slice(0, MOST_SENTENCES).flatMap(({ text, receipts: ids }): HeldSentence[] => {
    const receipts = [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
    const words = text.replace(/\s+/g, ' ').trim()
    if (receipts.length === 0 || words === '' || said.has(words)) return []
    said.add(words)
    const rule = caseRuleOf(tellingOf(words, receipts, context))
    if (!rule) return [{ text: words, receipts: receipts.map(({ id }) => id), refused: null }]
    return receipts
      .filter(({ id }) => !quoted.has(id))
      .map((one) => {
        quoted.add(one.id)
        return { text: asQuoted(one), receipts: [one.id], refused: rule.name }
      })
  })
}
