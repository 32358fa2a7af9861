import { isOthersWork } from '../evidence/deeds.ts'
import type { Span } from '../evidence/evidence.ts'
import { weaknessesIn } from '../evidence/evidence-context.ts'
import { kindOfSpan, type SpanKind } from '../evidence/evidence-kind.ts'
import type { Quality } from '../evidence/quality.ts'
import { bestQuality } from '../evidence/span-quality.ts'
import { inEnglish } from '../text/language.ts'
import { anyOf, anyWord } from '../text/patterns.ts'
import type { Answer, CapReason, Finding, Missing, Standing, Status } from './review.ts'

/** How much a status claims. What cannot be told claims as little as what is not there yet. */
const REACH: Readonly<Record<Status, number>> = { evidenced: 2, partly: 1, 'not yet': 0, "can't tell": 0 }

/** The highest status that the words bear out, and why no higher. */
type Limit = { readonly most: Status; readonly reason: CapReason }

/** Shows who acts, in languages where a pronoun or the verb's ending says it. */
const OWN_ABROAD = new RegExp(
  anyOf({
    'small words': anyWord({
      German: /ich|mein\p{L}{0,2}/u,
      French: /j['’]ai|je|mon|ma|mes/,
      Portuguese: /eu|meu|minha/,
      Italian: /io|ho|mio|mia/,
      'Dutch and Spanish': /ik|mijn|yo|mi/,
    }),
    'endings of verbs': /(?<![\p{L}])\p{L}{2,20}(?:é|í|ei|łem|łam)(?![\p{L}])/u,
    'irregular verbs': /\b(?:hice|fui|reduje|conduje|propuse|puse|hizo|fiz|feci)\b/,
  }),
  'iu',
)
const TEAM_ABROAD = new RegExp(
  anyOf({
    'small words': anyWord({
      German: /wir|unser\p{L}{0,2}/u,
      Spanish: /nosotros|nuestr\p{L}{1,2}/u,
      French: /nous|notre|nos/,
      Portuguese: /nós|nosso|nossa/,
      Italian: /noi|nostr\p{L}|abbiamo/u,
      Dutch: /wij|ons|onze/,
      team: /das team|el equipo|l['’]équipe/,
    }),
    'endings of verbs': /(?<![\p{L}])\p{L}{2,20}(?:amos|emos|imos|iśmy|yśmy)(?![\p{L}])/u,
  }),
  'iu',
)

/** The writer: "i got them to agree", "My call." Being there, or having a team, is not yet a part in the work. */
const FIRST_PERSON = /(?<![\p{L}'’.])(?:I|i|[Mm]y|[Mm]yself|[Mm]ine)(?![\p{L}'’-]|\.e)/u
const NO_PART = new RegExp(
  `\\b${anyOf({
    'my team': /my (?:team|squad|group|crew|manager|lead|boss|colleagues?|teammates?)/,
    'I was there': /I (?:think|believe|hope|guess|feel|was there|was part|was involved|am part)/,
  })}\\b`,
  'giu',
)

/** The team is the one who acts. */
const TEAM_ACTS = /\b(?:we|we['’](?:ve|re|d)|(?:the|our|my) (?:\p{L}{2,15} )?(?:team|squad|group|crew))\b/iu

/** Something was done, but not by whom. */
const PASSIVE = new RegExp(
  [
    '\\b(?:was|were|been|being|is|are|got) (?:\\p{L}{2,12}ly )?',
    '(?:\\p{L}{2,20}ed|built|done|made|set|led|written|run|cut|taken|found|brought)\\b',
  ].join(''),
  'u',
)

/** Notes that begin with a deed: "Said no to it, was overruled and set it up." */
const OPENS_WITH_DEED = new RegExp(
  `^\\W{0,4}${anyOf([
    /\p{Lu}?\p{Ll}{2,20}ed/u,
    /[Ss]aid|[Ww]rote|[Bb]uilt|[Rr]an|[Ll]ed|[Mm]ade|[Tt]ook|[Ff]ound|[Gg]ave|[Hh]eld|[Kk]ept|[Dd]id/,
    /[Bb]egan|[Bb]rought|[Tt]aught|[Tt]old|[Ss]ent|[Ww]ent|[Dd]rew|[Cc]hose|[Rr]ewrote|[Tt]hrew|[Ff]ought/,
    /[Gg]ot|[Ss]poke|[Mm]et/,
  ])}\\b(?! by\\b)`,
  'u',
)

/** Notes omit the "I", so a deed without a doer is the writer's, unless it is in the passive. */
const partInEnglish = (quoted: readonly Span[], spans: readonly Span[]): Quality['part'] | 'unknown' => {
  const { part } = bestQuality(quoted, spans)
  if (part === 'own') return part
  const places = new Set(quoted.map(({ place }) => place))
  const around = spans.filter(({ place, saidBy }) => places.has(place) && saidBy === null)
  if (around.some(({ text }) => FIRST_PERSON.test(text.replace(NO_PART, ' ')))) return 'own'
  // "Our changelog" is what the work was on, and does not say that they did it.
  if (part === 'team' && around.some(({ text }) => TEAM_ACTS.test(text))) return part
  const isOpen = ({ text }: Span): boolean =>
    (PASSIVE.test(text) && !OPENS_WITH_DEED.test(text)) || isOthersWork(text)
  return quoted.every(isOpen) ? 'unclear' : 'unknown'
}

/** Whose work the quoted words describe, in any language. `unknown` means that nothing in them can tell. */
const partIn = (quoted: readonly Span[], spans: readonly Span[]): Quality['part'] | 'unknown' => {
  // Neither a colleague's words nor an answer to a question need to say whose part it was.
  if (quoted.some(({ saidBy, answers }) => saidBy !== null || answers !== null)) return 'unknown'
  if (inEnglish(quoted.map(({ text }) => text).join(' ')) !== 'no') return partInEnglish(quoted, spans)
  const places = new Set(quoted.map(({ place }) => place))
  const around = spans.filter(({ place }) => places.has(place)).map(({ text }) => text)
  if (bestQuality(quoted, spans).part === 'own' || around.some((text) => OWN_ABROAD.test(text))) return 'own'
  return around.some((text) => TEAM_ABROAD.test(text)) ? 'team' : 'unknown'
}

/** Kinds of sentence that show nothing done, and the highest status each allows. */
const NOTHING: Partial<Record<SpanKind | 'weakness', Limit>> = {
  plan: { most: 'not yet', reason: 'plan' },
  loss: { most: 'not yet', reason: 'loss' },
  weakness: { most: 'not yet', reason: 'weakness' },
  request: { most: "can't tell", reason: 'request' },
  vague: { most: "can't tell", reason: 'vague' },
}

/** The highest status that the words of a finding bear out, or null for no limit. */
const limitOf = (finding: Finding, spans: readonly Span[]): Limit | null => {
  const quoted = spans.filter(({ id }) => finding.spans.includes(id))
  if (quoted.length === 0) return null
  const weak = weaknessesIn(spans)
  const limits = quoted.map((span) => NOTHING[weak.has(span.id) ? 'weakness' : kindOfSpan(span)])
  const [first] = limits
  if (first !== undefined && limits.every((limit) => limit !== undefined)) return first
  const part = partIn(quoted, spans)
  if (part === 'team') return { most: "can't tell", reason: 'no-own-part' }
  if (part === 'unclear' && finding.status === 'evidenced')
    return { most: "can't tell", reason: 'no-own-part' }
  return finding.missing.some(({ expectation }) => expectation === finding.expectation)
    ? { most: 'partly', reason: 'half-row' }
    : null
}

/** Reasons that keep the current level's sentence: only part is open, or a failure goes against it. */
const KEEPS_CURRENT: ReadonlySet<CapReason> = new Set(['half-row', 'loss', 'weakness'])

const capped = (finding: Finding, spans: readonly Span[]): Finding => {
  const { status } = finding
  const limit = status === null ? null : limitOf(finding, spans)
  if (status === null || limit === null || REACH[status] <= REACH[limit.most]) return finding
  return {
    ...finding,
    status: limit.most,
    current: KEEPS_CURRENT.has(limit.reason) ? finding.current : null,
    cap: { said: status, reason: limit.reason },
  }
}

/** Whether a finding describes only failures and weaknesses. */
const isAgainst = ({ spans: ids, status }: Finding, spans: readonly Span[]): boolean => {
  if (status !== 'not yet') return false
  const weak = weaknessesIn(spans)
  const quoted = spans.filter(({ id }) => ids.includes(id))
  const isLoss = (span: Span): boolean => weak.has(span.id) || kindOfSpan(span) === 'loss'
  return quoted.some(isLoss) && quoted.every((span) => isLoss(span) || kindOfSpan(span) === 'fact')
}

/** What one piece does for a case, from capped findings, or null if no level was judged. */
export function standingOf(findings: readonly Finding[], spans: readonly Span[]): Standing | null {
  const judged = findings.filter(({ status }) => status !== null)
  if (judged.length === 0) return null
  const has = (...of: Status[]): boolean =>
    judged.some(({ status }) => status !== null && of.includes(status))
  const carries = judged.some((finding) => {
    if (finding.status !== 'evidenced') return false
    const quoted = spans.filter(({ id }) => finding.spans.includes(id))
    const { result, number } = bestQuality(quoted, spans)
    const part = partIn(quoted, spans)
    const english = inEnglish(quoted.map(({ text }) => text).join(' ')) !== 'no'
    return (part === 'own' || part === 'unknown') && (result || (!english && number))
  })
  if (carries) return 'a pillar'
  if (has('evidenced', 'partly')) return 'a start'
  if (judged.some(({ against }) => against)) return 'counts against'
  return judged.every(({ status }) => status === 'not yet') ? 'not yet' : "can't tell"
}

/**
 * The deciding gap, or null if none is named: the reader's first, with a preference for findings that are not shown.
 */
export function decidingGap(findings: readonly Finding[]): Missing | null {
  const open = findings.filter(({ missing }) => missing.length > 0)
  return (open.find(({ status }) => status !== 'evidenced') ?? open[0])?.missing[0] ?? null
}

/** Words that say that something is shown. */
const CLAIMS = new RegExp(
  `\\b${anyOf({
    strong: /close to|broad enough|strong(?:ly)?|clear(?:ly)?|solid(?:ly)?/,
    shows: /shows?|proves?|meets?|demonstrat\p{L}{1,3}|led|owned/u,
    abroad: /zeig\p{L}{1,3}|muestra|montre/u,
  })}\\b`,
  'iu',
)

/** Whether a headline relies on verdicts that were lowered, so that it would claim more than the rest of the review. */
const saysTooMuch = (headline: string, findings: readonly Finding[]): boolean =>
  findings.some(({ cap }) => cap?.said === 'evidenced' && cap.reason !== 'half-row') &&
  !findings.some(({ status }) => status === 'evidenced') &&
  (CLAIMS.test(headline) || findings.every(({ cap }) => cap !== null))

/**
 * An answer whose verdicts the words bear out. Lowers every status that goes beyond its spans, and drops a headline
 * that does. If no step held, one is made from the deciding gap. Texts of a capped finding that held stay.
 */
export function cappedAnswer(answer: Answer, spans: readonly Span[]): Answer {
  const findings = answer.findings
    .map((finding) => capped(finding, spans))
    .map((finding) => ({ ...finding, against: isAgainst(finding, spans) }))
  const { headline } = answer
  const gap = decidingGap(findings)
  return {
    ...answer,
    findings,
    headline: headline !== null && saysTooMuch(headline, findings) ? null : headline,
    nextSteps: answer.nextSteps.length === 0 && gap ? [{ kind: 'gap', ...gap }] : answer.nextSteps,
  }
}
