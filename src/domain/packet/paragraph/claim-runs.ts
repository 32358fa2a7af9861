import type { Run } from '../document.ts'
import type { Claim, ClaimSentence } from '../packet.ts'

const text = (words: string): Run => ({ text: words })

/** " [3]", which leads to a receipt. */
export function leads(numbers: readonly number[]): Run[] {
  return numbers.flatMap((number) => [text(' '), { text: `[${number}]`, receipt: number }])
}

/** What AI drafted: each sentence leads to its receipts. */
const draftedRuns = (sentences: readonly ClaimSentence[]): Run[] =>
  sentences.flatMap(({ text: words, receipts }, nth) => [
    text(`${nth > 0 ? ' ' : ''}${words}`),
    ...leads(receipts),
  ])

/** What its owner wrote. Without numbers of their own in it, it ends with those of its quotes. */
const ownRuns = ({ text: words, cited = [{ text: words }], receipts }: Claim): Run[] => [
  ...cited.flatMap((run) => ('text' in run ? [text(run.text)] : leads([run.receipt]))),
  ...(cited.some((run) => 'receipt' in run) ? [] : leads(receipts)),
]

/** The paragraphs of runs, which empty lines separate. */
export function paragraphsOf(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]]
  for (const run of runs)
    for (const [nth, part] of run.text.split(/\n\s*\n/).entries()) {
      if (nth > 0) paragraphs.push([])
      if (part !== '') paragraphs.at(-1)!.push({ ...run, text: part })
    }
  return paragraphs.filter(({ length }) => length > 0)
}

/** The paragraph of a competency, with what leads to its receipts. */
export function claimRuns(claim: Claim): Run[] {
  return claim.drafted ? draftedRuns(claim.drafted.sentences) : ownRuns(claim)
}
