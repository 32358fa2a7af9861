import type { Asked, Span } from '../evidence/evidence.ts'
import { contextIn, deedsIn } from '../evidence/evidence-context.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { strengthOf, withoutAddresses } from '../evidence/evidence-quality.ts'
import { isPrivate } from '../evidence/private-life.ts'
import { isTheirs, type Quality } from '../evidence/quality.ts'
import { isCoverNote } from '../evidence/said/cover-notes.ts'
import { bestQuality, qualityOfSpan } from '../evidence/span-quality.ts'
import { besideOf, ownersIn } from '../evidence/support/owners.ts'
import type { Finding, Question } from '../review/review.ts'

const MOST_QUESTIONS = 2
/** If this share of a text's sentences name no work, it is thin. */
const VAGUE_SHARE = 0.25
/** A sentence without named work is worth a question if it has at least this many words. */
const VAGUE_WORDS = 4

type Asking = Exclude<Question, { kind: 'written' }>
type Lack = 'own-part' | 'result' | 'artefact'

const NOTHING: ReadonlySet<Asked> = new Set()

/** What to ask first about a finding: who did it, what the result was, where it can be seen. */
export function lacking(quality: Quality | null, asked: ReadonlySet<Asked> = NOTHING): Lack | null {
  if (!quality) return null
  if (!isTheirs(quality) && !asked.has('own-part')) return 'own-part'
  if (!quality.result && !asked.has('result')) return 'result'
  return quality.opens || asked.has('artefact') ? null : 'artefact'
}

/** Questions asked before. The coach never repeats one, even if the person had no answer. */
const askedOf = (quoted: readonly Span[], spans: readonly Span[]): ReadonlySet<Asked> =>
  new Set(besideOf(quoted, spans).flatMap(({ asked }) => asked?.kind ?? []))

/** The stronger sentence first. */
function byStrength(a: Span, b: Span): number {
  return (
    strengthOf(qualityOfSpan(b)) - strengthOf(qualityOfSpan(a)) ||
    // Not by position, so that the same sentences in another order give the same result.
    (a.text < b.text ? -1 : 1)
  )
}

/** A longer quote does not fit next to its question. */
const SHORT = 140

/** The sentence of a finding to ask about: a short one, and the person's deed before a result or an answer. */
const ownFirst = (quoted: readonly Span[]): string => {
  const own = quoted
    .filter((span) => isTheirs(qualityOfSpan(span)))
    .sort((a, b) => Number(a.answers !== null) - Number(b.answers !== null) || byStrength(a, b))
  return (own.find(({ text }) => text.length <= SHORT) ?? own[0] ?? quoted[0])!.id
}

/** A longer sentence is asked about only if there is no other, in UTF-16 units. */
const MOST_ASKED = 200

/** What to ask about in a text without deeds: statements before plans and titles. */
const ASKED_OF = ['vague', 'fact', 'loss', 'plan', 'heading', 'request', 'deed'] as const

/**
 * The sentence to ask about if no deed is tied to the ladder: the strongest deed, else one that names no work, else the
 * most informative. A private sentence, a plan or background comes last.
 */
const untiedOne = (deeds: readonly Span[], spans: readonly Span[]): Span | undefined => {
  const owners = ownersIn(spans)
  const own = deeds.filter(({ id }) => !owners.has(id))
  const short = own.filter(({ text }) => text.length <= MOST_ASKED)
  const strongest = [...(short.length > 0 ? short : own)].sort(byStrength)[0]
  if (strongest) return strongest
  const context = contextIn(spans)
  const notes = spans.filter((span) => span.withFile && isCoverNote(span.text))
  // There is nothing to ask about words that only announce a file.
  if (notes.length === spans.length) return undefined
  const fit = spans.filter((span) => !(context.has(span.id) || isPrivate(span.text) || notes.includes(span)))
  const place = (span: Span): number => ASKED_OF.indexOf(kindOfSpan(span))
  const told = ({ text }: Span): number => {
    const words = withoutAddresses(text).match(/\p{Script=Latin}+/gu)?.length ?? 0
    return text.length > MOST_ASKED || /^\W*(?:see|read|watch|check|visit|find)\b/i.test(text) ? 0 : words
  }
  return [...(fit.length > 0 ? fit : spans)].sort((a, b) => place(a) - place(b) || told(b) - told(a))[0]
}

/** The sentence that is thin, if so many name no work that it is worth the one question that everybody reads. */
const thinOne = (spans: readonly Span[]): Span | undefined => {
  const context = contextIn(spans)
  const vague = spans.filter(
    (span) =>
      !context.has(span.id) &&
      kindOfSpan(span) === 'vague' &&
      (span.text.match(/\p{L}+/gu) ?? []).length >= VAGUE_WORDS,
  )
  return vague.length >= spans.length * VAGUE_SHARE
    ? vague
        .sort((a, b) => a.text.length - b.text.length)
        .find((span) => !askedOf([span], spans).has('what-happened'))
    : undefined
}

/** The question about a sentence without a competency. What a deed says already is not asked for. */
const openQuestion = (open: Span | undefined, deeds: readonly Span[], spans: readonly Span[]): Asking[] => {
  if (!open) return []
  const asked = askedOf([open], spans)
  const kind = deeds.includes(open)
    ? lacking(bestQuality([open], spans), asked)
    : asked.has('what-happened')
      ? null
      : 'what-happened'
  return kind === null ? [] : [{ kind, span: open.id }]
}

/** What to ask, most useful first: about a sentence that nothing is known of, then about the strongest findings. */
export function questionsOf(strongestFirst: readonly Finding[], spans: readonly Span[]): Question[] {
  const deeds = deedsIn(spans)
  const open = thinOne(spans) ?? (strongestFirst.length === 0 ? untiedOne(deeds, spans) : undefined)
  const questions = [
    ...openQuestion(open, deeds, spans),
    ...strongestFirst.flatMap(({ quality, spans: ids }): Asking[] => {
      const quoted = spans.filter(({ id }) => ids.includes(id))
      const kind = lacking(quality, askedOf(quoted, spans))
      return kind === null || kind === 'artefact' ? [] : [{ kind, span: ownFirst(quoted) }]
    }),
  ]
  // One of a kind, because the same question about two sentences reads as if it was asked twice.
  return questions
    .filter(({ kind }, nth) => questions.findIndex((one) => one.kind === kind) === nth)
    .slice(0, MOST_QUESTIONS)
}
