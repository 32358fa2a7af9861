import type { Span } from '../../evidence/evidence.ts'
import { kindOfSpan } from '../../evidence/evidence-kind.ts'
import { askedOf, type Ladder } from '../../ladder/ladder.ts'
import { lookupWords, questionOf } from '../../ladder/question.ts'
import { anyOf } from '../../text/patterns.ts'
import { stemsOf } from '../../text/stems.ts'
import type { FindingCorrection } from '../correct-findings.ts'
import type { Finding, Review } from '../review.ts'
import { isDisputed, undisputed } from '../undisputed.ts'

/** A correction that its owner confirms first. `quote` is the first of its sentences, and `more` follow. */
export type ProposedCorrection = {
  readonly correction: FindingCorrection
  readonly quote: string | null
  readonly more: number
  /** Whether a level was judged, so that there is more than a match to be wrong. */
  readonly judged: boolean
}

/** What a reply says is wrong. At most one of the two: what is certain is done at once. */
export type SaidWrong = {
  readonly correction: FindingCorrection | null
  readonly proposed: ProposedCorrection | null
}

const NOTHING: SaidWrong = { correction: null, proposed: null }

/** The end of a thought: a negation before it does not reach past it. */
const CLAUSE_ENDS = /[,.;:!?()\n–—]| - |\bbut\b|\band\b/i

/** The words after these say what something is not: "that is not mastery", "scope rather than mastery". */
const DENIES =
  /\b(?:not(?! (?:only|just|sure)\b)|never|\p{L}{2,8}n['’]t|instead of|rather than|than)(?![\p{L}'’])/iu

/** Calls all that its clause names wrong: "mastery is off", "the mastery status should be higher". */
const CALLS_WRONG = new RegExp(
  anyOf({
    'is wrong': /\b(?:wrong|incorrect|inaccurate|false|unfair|mistaken|a mistake|misread|disagree)\b/,
    'is off': /\b(?:is|are|seems|looks) (?:\p{L}{1,12} )?off\b/u,
    'too low': /\btoo (?:low|high|harsh|strict|generous)\b/,
    'should be higher': /\bshould be (?:evidenced|shown|partly|higher|lower|more|less)\b/,
  }),
  'iu',
)

const NOT_MINE = /\b(?:did(?:n['’]t| not)|not mine|was(?:n['’]t| not) me|never (?:said|wrote|did))\b/i

const namesIn = (text: string, ladder: Ladder): string[] =>
  questionOf(ladder, lookupWords(text), true).competencies.map(({ id }) => id)

/** The competencies that a reply says are not meant, and the others that it names. */
const saidOf = (text: string, ladder: Ladder): { readonly denied: string[]; readonly named: string[] } => {
  const denied: string[] = []
  const named: string[] = []
  for (const clause of text.split(CLAUSE_ENDS)) {
    const at = DENIES.exec(clause)
    const before = at ? clause.slice(0, at.index) : clause
    const behind = at ? clause.slice(at.index) : ''
    if (CALLS_WRONG.test(clause)) denied.push(...namesIn(clause, ladder))
    // "Less mastery than scope" denies the first of the two.
    else if (/\bless\b/i.test(before)) {
      denied.push(...namesIn(before, ladder))
      named.push(...namesIn(behind, ladder))
    } else {
      named.push(...namesIn(before, ladder))
      denied.push(...namesIn(behind, ladder))
    }
  }
  return { denied: [...new Set(denied)], named: [...new Set(named)].filter((one) => !denied.includes(one)) }
}

/** The sentences of the findings on a competency, in order. */
const sentencesOf = (competency: string, findings: readonly Finding[], spans: readonly Span[]): Span[] => {
  const ids = findings.flatMap((one) => (one.competency === competency ? one.spans : []))
  return spans.filter(({ id }) => ids.includes(id))
}

/** How many words of a reply are in a sentence. */
const sharedWith = (text: string, stems: ReadonlySet<string>): number =>
  new Set(stemsOf(text).filter((one) => stems.has(one))).size

/** The finding that a reply means most likely: by its words, by what it might be instead, or else the first. */
const likeliest = (
  text: string,
  meant: string | null,
  findings: readonly Finding[],
  spans: readonly Span[],
): string | null => {
  const stems = new Set(stemsOf(text))
  const candidates = [...new Set(findings.map(({ competency }) => competency))].filter((one) => one !== meant)
  const scored = candidates.map((competency) => ({
    competency,
    shared: Math.max(
      0,
      ...sentencesOf(competency, findings, spans).map((span) => sharedWith(span.text, stems)),
    ),
    rather: findings.some((one) => one.competency === competency && meant && one.rather?.includes(meant))
      ? 1
      : 0,
  }))
  return scored.toSorted((a, b) => b.shared - a.shared || b.rather - a.rather)[0]?.competency ?? null
}

/** A correction with what it would change. Of several sentences, the one that the reply repeats words of is meant. */
const proposal = (
  text: string,
  correction: FindingCorrection,
  findings: readonly Finding[],
  spans: readonly Span[],
): ProposedCorrection => {
  const { competency, kind } = correction
  const deeds = spans.filter((span) => kindOfSpan(span) === 'deed')
  const sentences = competency === null ? deeds : sentencesOf(competency, findings, spans)
  const stems = new Set(stemsOf(text))
  const repeated = sentences.filter((span) => sharedWith(span.text, stems) > 0)
  const [only, another] = repeated
  const judged = findings.some((one) => one.competency === competency && one.status !== null)
  if (competency !== null && kind === 'other-competency' && only && !another && sentences.length > 1) {
    const spots = [{ part: only.part, start: only.start }]
    return { correction: { ...correction, spots }, quote: only.text, more: 0, judged }
  }
  return { correction, quote: sentences[0]?.text ?? null, more: Math.max(0, sentences.length - 1), judged }
}

/**
 * The move that a person may want if they ask why words are not about a competency. Null if they are already, or if the
 * level asks nothing of it.
 */
export function proposedMove(
  text: string,
  meant: string,
  review: Review,
  ladder: Ladder,
  spans: readonly Span[],
): ProposedCorrection | null {
  const findings = undisputed(review.findings)
  if (spans.length === 0 || askedOf(ladder, review.goal.target, meant).length === 0) return null
  if (findings.some((one) => one.competency === meant)) return null
  const competency = likeliest(text, meant, findings, spans)
  if (competency === null && review.findings.length > 0) return null
  return proposal(text, { kind: 'other-competency', competency, meant }, findings, spans)
}

/** Names a second competency in addition to the first. */
const BOTH = /\b(?:both|and|plus|as well as)\b|[&+]/i
const ALSO = /\b(?:also|too|as well)\b/i

/** The two competencies that a reply says some words are about, or null. `sole` is the only one that was found. */
const bothIn = (text: string, named: readonly string[], sole: string | null): [string, string] | null => {
  const [first, second, third] = named
  if (first && second && !third && BOTH.test(text)) return [first, second]
  return first && !second && sole !== null && sole !== first && ALSO.test(text) ? [sole, first] : null
}

/** What puts words under two competencies. Null if there is nothing to change. */
const underBoth = (
  [first, second]: readonly [string, string],
  text: string,
  review: Review,
  found: readonly string[],
  spans: readonly Span[],
): FindingCorrection | null => {
  const [there] = [first, second].filter((one) => found.includes(one))
  if (found.includes(first) && found.includes(second)) return null
  const kind = 'other-competency'
  if (there) return { kind, competency: there, meant: there === first ? second : first, and: there }
  // Of several findings, only an explicit "both" is worth a guess.
  if (found.length > 1 && !/\bboth\b/i.test(text)) return null
  const competency = likeliest(text, null, undisputed(review.findings), spans)
  return competency === null && review.findings.length > 0
    ? null
    : { kind, competency, meant: first, and: second }
}

/** The proposal to put words under two competencies, as a reply says. Null if it says no such thing. */
const saidBoth = (text: string, review: Review, ladder: Ladder, spans: readonly Span[]): SaidWrong | null => {
  const findings = undisputed(review.findings)
  const found = [...new Set(findings.map(({ competency }) => competency))]
  const [sole = null] = found.length === 1 ? found : []
  const { denied, named } = saidOf(text, ladder)
  const asked = named.filter((id) => askedOf(ladder, review.goal.target, id).length > 0)
  const both = denied.length > 0 ? null : bothIn(text, asked, sole)
  if (both === null) return null
  const correction = spans.length === 0 ? null : underBoth(both, text, review, found, spans)
  return correction && { correction: null, proposed: proposal(text, correction, findings, spans) }
}

/**
 * What a reply corrects, such as "That is about scope" or "Mastery is wrong". If it is not certain which finding or
 * competency is meant, or the change could not be taken back, it is proposed. Neither, if there is nothing to
 * propose. `isSaid`: the words call the review wrong, and do not only contradict a question.
 */
export function saidWrong(
  text: string,
  review: Review,
  ladder: Ladder,
  spans: readonly Span[],
  isSaid: boolean,
): SaidWrong {
  const both = saidBoth(text, review, ladder, spans)
  if (both !== null) return both
  const findings = undisputed(review.findings)
  const found = [...new Set(findings.map(({ competency }) => competency))]
  const { denied, named } = saidOf(text, ladder)
  const certain = (correction: FindingCorrection): SaidWrong => ({ correction, proposed: null })
  const propose = (correction: FindingCorrection): SaidWrong => ({
    correction: null,
    proposed: proposal(text, correction, findings, spans),
  })
  const move = (competency: string | null, meant: string): SaidWrong => {
    const correction = { kind: 'other-competency', competency, meant } as const
    // Words that join a finding cannot be told from the others there, so they could not be moved back.
    const isThere = review.findings.some((one) => one.competency === meant)
    return competency === null || isThere || found.length === 0 ? propose(correction) : certain(correction)
  }
  const isAsked = (id: string): boolean => askedOf(ladder, review.goal.target, id).length > 0
  const from = found.filter((id) => denied.includes(id))
  const here = found.filter((id) => named.includes(id))
  const elsewhere = named.filter((id) => !found.includes(id) && isAsked(id))
  const [sole = null] = found.length === 1 ? found : []
  if (from.length > 1 || elsewhere.length > 1) return NOTHING
  const [meant = null] = elsewhere.length > 0 ? elsewhere : from.length > 0 ? here : []
  const source = from[0] ?? (here.length === 1 && meant !== null ? here[0]! : null)
  if (source !== null && meant !== null) return move(source, meant)
  const isNotMine = NOT_MINE.test(text)
  if (meant === null && isNotMine) {
    const competency = source ?? (here.length === 1 ? here[0]! : sole)
    return competency === null ? NOTHING : certain({ kind: 'not-mine', competency, meant: null })
  }
  if (source !== null) return certain({ kind: 'other', competency: source, meant: null })
  if (meant !== null) {
    if (sole !== null) return move(sole, meant)
    // Everything that was found is called wrong already, so its words are not proposed again.
    if (review.findings.some(isDisputed) && found.length === 0) return NOTHING
    const competency = likeliest(text, meant, findings, spans)
    return competency === null && spans.length === 0
      ? NOTHING
      : propose({ kind: 'other-competency', competency, meant })
  }
  const [first, second, third] = named.filter((id) => found.includes(id))
  if (first && second && !third && !/\b(?:and|or)\b|,/i.test(text)) return move(first, second)
  if (here.length === 1) {
    const competency = likeliest(text, here[0]!, findings, spans)
    return competency === null ? NOTHING : propose({ kind: 'other-competency', competency, meant: here[0]! })
  }
  return isSaid && sole !== null && named.length + denied.length === 0
    ? propose({ kind: 'other', competency: sole, meant: null })
    : NOTHING
}
