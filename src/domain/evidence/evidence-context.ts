import { onceFor } from '../text/once-for.ts'
import { anyOf } from '../text/patterns.ts'
import { tellsOfOwnDeed } from './deeds.ts'
import type { Span } from './evidence.ts'
import { kindOfSpan } from './evidence-kind.ts'
import { isPrivate } from './private-life.ts'
import { declines } from './support/answers.ts'
import { isProof } from './support/proof.ts'

/** Section names for background, goals or plans, under which nothing was done. */
const CONTEXT = new RegExp(
  `^${anyOf({
    'how things stood': [
      '(?:project |the )?',
      '(?:context|background|overview|introduction|objectives?|aims?|goals?|motivation|problem(?: statement)?)',
      '(?! (?:accomplished|achieved|met|reached|hit|done|summary))(?: (?:for|of) [^:]*)?',
    ].join(''),
    'what is next': /what['’]?s (?:next|left|missing|to come)|what is (?:next|left)|next(?: steps)?/,
    plans: /(?:future |further )?plans?|(?:future|further|upcoming|planned) work|plans? for [^:]*/,
    'to do': /roadmap|to ?do|(?:some )?potential [^:]*/,
    'what was used': /technolog(?:y|ies)(?: and [^:]*)?|tools(?: and [^:]*)?|tech(?:nical)? stack/,
    'what was read': /books? read|reading list/,
  })}\\b[\\s:?!.]*$`,
  'i',
)

/** A label in front of its own sentence: "**Objective:** scale the system." */
const LABELLED = /^[^\p{L}]{0,8}((?:\p{L}[\p{L}'’]{0,20}\s){0,2}\p{L}[\p{L}'’]{0,20}):[*_\s]+\S/u

/** Those that describe the background. What the writer did there was done. */
const BACKGROUND =
  /^(?:(?:project |the )?(?:context|background|overview|introduction|motivation|problem(?: statement)?))\b/i

/** Section names for failures or weaknesses. */
const WEAKNESS = new RegExp(
  `^${anyOf({
    losses: `(?:my |the |our )?${anyOf([
      /weakness(?:es)?|weak (?:points|spots)|lowlights?|failures?|mistakes?|losses|misses|missed|regrets/,
    ])}`,
    'what went wrong': /what (?:went wrong|did(?:n['’]t| not) (?:go well|work)|i (?:got wrong|missed))/,
    'areas to improve': /areas? (?:to improve|for (?:improvement|growth|development))/,
    'things to improve': /(?:things|what) (?:to|i (?:could|should)) (?:improve|have done better)/,
    'to improve': /to improve|needs? improvement|could (?:have been|be) better/,
    German: /schwächen|fehler|was schief ?(?:ging|lief)/,
    Spanish: /debilidades|errores/,
    French: /faiblesses|points faibles/,
  })}\\b[^.]{0,60}$`,
  'iu',
)

/** A line that opens with a sign for a loss. Slack sends emoji by their names. */
const LOST =
  /^[^\p{L}\d:]{0,8}(?:❌|✗|✘|:(?:x|no_entry|no_entry_sign|warning|negative_squared_cross_mark|thumbsdown|-1):)/u

/** The level of a heading: as in Markdown, with bold labels below all of these, or null if it isn't a heading. */
export function depthOf(text: string): number | null {
  const marks = /^(#{1,6})\s/.exec(text)
  if (marks) return marks[1]!.length
  const bold = /^(?:\*\*|__)[^*]{1,60}(?:\*\*|__):?\s*$/.test(text.trim())
  return bold && text.trim().length <= 64 ? 7 : null
}

const titleOf = (text: string): string =>
  text
    .replace(/^[#\s*_>-]+/, '')
    .replace(/[*_]+/g, '')
    .trim()

/**
 * The spans under a heading such as Context, Goals or Plans, up to the next heading that is not below it. They describe
 * the background or what was wanted, so they are never evidence of a deed.
 */
export const contextIn = onceFor((spans: readonly Span[]): ReadonlySet<string> => findContext(spans))

/**
 * The spans under a heading such as Weaknesses, or in a line marked as a loss. They count against a case, not for it.
 */
export const weaknessesIn = onceFor((spans: readonly Span[]): ReadonlySet<string> => findWeaknesses(spans))

const findWeaknesses = (spans: readonly Span[]): ReadonlySet<string> => {
  const found = new Set<string>()
  let under: number | null = null
  let part = -1
  let lost = ''
  for (const span of spans) {
    if (span.part !== part) under = null
    part = span.part
    const depth = depthOf(span.text)
    const title = titleOf(span.text)
    // A line that ends in a colon ranks below all marked headings.
    const level = depth ?? (/:\s*$/.test(span.text) ? 8 : null)
    if (level !== null && (under === null || level <= under))
      under = WEAKNESS.test(title.replace(/(?<![\s:?!.])[\s:?!.]+$/, '')) ? level : null
    if (LOST.test(span.text)) lost = `${span.part} ${span.line}`
    if (under !== null || lost === `${span.part} ${span.line}`) found.add(span.id)
  }
  return found
}

const findContext = (spans: readonly Span[]): ReadonlySet<string> => {
  const found = new Set<string>()
  let under: number | null = null
  let part = -1
  let labelled = ''
  let background = false
  for (const span of spans) {
    if (span.part !== part) under = null
    part = span.part
    const place = `${span.part} ${span.line}`
    const depth = depthOf(span.text)
    const label = LABELLED.exec(span.text)?.[1]?.trim() ?? ''
    if (depth !== null && (under === null || depth <= under)) {
      under = CONTEXT.test(titleOf(span.text)) ? depth : null
      background = BACKGROUND.test(titleOf(span.text))
    } else if (depth === null && CONTEXT.test(label)) {
      labelled = place
      background = BACKGROUND.test(label)
    }
    // "In May I decided to tackle it" is a deed, even in a description of the background. So is a goal ticked off.
    const done = span.box === 'done' || (background && /\bI\b/.test(span.text) && tellsOfOwnDeed(span.text))
    if ((under !== null || labelled === place) && !done) found.add(span.id)
  }
  return found
}

/**
 * The spans of a quotation that is longer than one sentence. Its words are somebody else's within the writer's text.
 */
const quotedIn = (spans: readonly Span[]): ReadonlySet<string> => {
  const quoted = new Set<string>()
  let open: Span[] = []
  for (const span of spans) {
    if (open.length > 0 && open[0]!.place !== span.place) open = []
    const [opens, closes] = [span.text.lastIndexOf('“'), span.text.lastIndexOf('”')]
    if (open.length > 0) open.push(span)
    if (open.length > 0 && span.text.includes('”')) {
      for (const { id } of open) quoted.add(id)
      open = []
    }
    if (opens > closes) open = [span]
  }
  return quoted
}

/** The spans that describe something done, or answer what was done, and may be quoted as such. */
export function deedsIn(spans: readonly Span[]): Span[] {
  const [context, quoted] = [contextIn(spans), quotedIn(spans)]
  return spans.filter((span) => {
    if (context.has(span.id) || quoted.has(span.id) || isPrivate(span.text)) return false
    const kind = kindOfSpan(span)
    // "The design and the tests." counts if it answers a question about what was done. A link or a date shows a deed.
    if (kind === 'deed') return true
    return span.answers !== null && kind === 'fact' && !isProof(span.text) && !declines(span.text)
  })
}
