import type { MaskedTexts } from '../mask/mask.ts'
import { CONTACT } from '../mask/placeholders.ts'
import type { Answer } from './review.ts'

/** A draft is made to be pasted, and whose address was in it is for the person to say. */
const withoutContacts = (draft: string): string => draft.replace(CONTACT, '___')

/** Puts the names back into every text of an answer about masked words. */
export function restored(answer: Answer, { restore }: Pick<MaskedTexts, 'restore'>): Answer {
  const text = (one: string | null): string | null => (one === null ? null : restore(one))
  return {
    ...answer,
    headline: text(answer.headline),
    findings: answer.findings.map((finding) => ({
      ...finding,
      clauses: finding.clauses.map((clause) => restore(clause)),
      why: text(finding.why),
      question: text(finding.question),
      missing: finding.missing.map((one) => ({ ...one, text: restore(one.text) })),
    })),
    others: answer.others.map((one) => ({ ...one, clause: text(one.clause), why: text(one.why) })),
    panel: answer.panel.map((one) => ({
      ...one,
      clause: text(one.clause),
      note: text(one.note),
      text: text(one.text),
    })),
    draft: answer.draft && { ...answer.draft, text: restore(withoutContacts(answer.draft.text)) },
    stories: answer.stories.map((one) => ({ ...one, clause: text(one.clause), lacks: restore(one.lacks) })),
    questions: answer.questions.map((one) =>
      one.kind === 'written' ? { ...one, text: restore(one.text) } : one,
    ),
    nextSteps: answer.nextSteps.map((one) =>
      one.kind === 'written' ? { ...one, text: restore(one.text) } : one,
    ),
  }
}
