import { isOthersWork } from '../evidence/deeds.ts'
import type { Span } from '../evidence/evidence.ts'
import { weaknessesIn } from '../evidence/evidence-context.ts'
import { kindOfSpan, type SpanKind } from '../evidence/evidence-kind.ts'
import type { Quality } from '../evidence/quality.ts'
import { bestQuality } from '../evidence/span-quality.ts'
import { inEnglish } from '../text/language.ts'
import { anyOf, anyWord } from '../text/patterns.ts'
import type { Answer, CapReason, Finding, Missing, Standing, Status } from './review.ts'

/** How far a status goes: what cannot be told and what is not there yet are equally little. */
const REACH: Readonly<Record<Status, number>> = { evidenced: 2, partly: 1, 'not yet': 0, "can't tell": 0 }

/** The most that words bear, and why no more. */
type Limit = { readonly most: Status; readonly reason: CapReason }

/** Who acts, in languages in which the small words or the ending of the verb say it. */
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

/** The writer themselves: "i got them to agree", "My call." Being there, and having a team, is no part yet. */
const FIRST_PERSON = /(?<![\p{L}'’.])(?:I|i|[Mm]y|[Mm]yself|[Mm]ine)(?![\p{L}'’-]|\.e)/u
const NO_PART = new RegExp(
  `\\b${anyOf({
    'my team': /my (?:team|squad|group|crew|manager|lead|boss|colleagues?|teammates?)/,
    'I was there': /I (?:think|believe|hope|guess|feel|was there|was part|was involved|am part)/,
  })}\\b`,
  'giu',
)

/** The team as the one who acts. */
const TEAM_ACTS = /\b(?:we|we['’](?:ve|re|d)|(?:the|our|my) (?:\p{L}{2,15} )?(?:team|squad|group|crew))\b/iu

/** Something was done, and not by whom. */
const PASSIVE = new RegExp(
  [
    '\\b(?:was|were|been|being|is|are|got) (?:\\p{L}{2,12}ly )?',
    '(?:\\p{L}{2,20}ed|built|done|made|set|led|written|run|cut|taken|found|brought)\\b',
  ].join(''),
  'u',
)

/** Notes begin with what was done: "Said no to it, was overruled and set it up." */
const OPENS_WITH_DEED = new RegExp(
  `^\\W{0,4}${anyOf([
    /\p{Lu}?\p{Ll}{2,20}ed/u,
    /[Ss]aid|[Ww]rote|[Bb]uilt|[Rr]an|[Ll]ed|[Mm]ade|[Tt]ook|[Ff]ound|[Gg]ave|[Hh]eld|[Kk]ept|[Dd]id/,
    /[Bb]egan|[Bb]rought|[Tt]aught|[Tt]old|[Ss]ent|[Ww]ent|[Dd]rew|[Cc]hose|[Rr]ewrote|[Tt]hrew|[Ff]ought/,
    /[Gg]ot|[Ss]poke|[Mm]et/,
  ])}\\b(?! by\\b)`,
  'u',
)

/** Notes leave the "I" out: what is told without a doer is the writer's, unless it is in the passive. */
const partInEnglish = (quoted: readonly Span[], spans: readonly Span[]): Quality['part'] | 'unknown' => {
  const { part } = bestQuality(quoted, spans)
  if (part === 'own') return part
  const places = new Set(quoted.map(({ place }) => place))
  const around = spans.filter(({ place, saidBy }) => places.has(place) && saidBy === null)
  if (around.some(({ text }) => FIRST_PERSON.test(text.replace(NO_PART, ' ')))) return 'own'
  // "Our changelog" is what the work was on, and says of nobody that they did it.
  if (part === 'team' && around.some(({ text }) => TEAM_ACTS.test(text))) return part
  const isOpen = ({ text }: Span): boolean =>
    (PASSIVE.test(text) && !OPENS_WITH_DEED.test(text)) || isOthersWork(text)
  return quoted.every(isOpen) ? 'unclear' : 'unknown'
}

/** Whose work quoted words tell of, in any language; `unknown`: nothing in them would say it. */
const partIn = (quoted: readonly Span[], spans: readonly Span[]): Quality['part'] | 'unknown' => {
  // What a colleague says of somebody, and what somebody answers when asked for their part.
  if (quoted.some(({ saidBy, answers }) => saidBy !== null || answers !== null)) return 'unknown'
  if (inEnglish(quoted.map(({ text }) => text).join(' ')) !== 'no') return partInEnglish(quoted, spans)
  const places = new Set(quoted.map(({ place }) => place))
  const around = spans.filter(({ place }) => places.has(place)).map(({ text }) => text)
  if (bestQuality(quoted, spans).part === 'own' || around.some((text) => OWN_ABROAD.test(text))) return 'own'
  return around.some((text) => TEAM_ABROAD.test(text)) ? 'team' : 'unknown'
}

/** What shows nothing done, whatever it is about, and how far it goes at most. */
const NOTHING: Partial<Record<SpanKind | 'weakness', Limit>> = {
  plan: { most: 'not yet', reason: 'plan' },
  loss: { most: 'not yet', reason: 'loss' },
  weakness: { most: 'not yet', reason: 'weakness' },
  request: { most: "can't tell", reason: 'request' },
  vague: { most: "can't tell", reason: 'vague' },
}

/** The most that the words of a finding bear; null: as much as its reader says. */
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

/** What the current level asks is still said where only part is open, or where a failure goes against it. */
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

/** Whether a finding tells of failures and weaknesses, and of nothing else done. */
const isAgainst = ({ spans: ids, status }: Finding, spans: readonly Span[]): boolean => {
  if (status !== 'not yet') return false
  const weak = weaknessesIn(spans)
  const quoted = spans.filter(({ id }) => ids.includes(id))
  const isLoss = (span: Span): boolean => weak.has(span.id) || kindOfSpan(span) === 'loss'
  return quoted.some(isLoss) && quoted.every((span) => isLoss(span) || kindOfSpan(span) === 'fact')
}

/** What one piece does for a case, from capped findings; null: no level was judged. */
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

/** The gap that decides: the first, as its reader ranked them, rather of what is not shown; null: none is named. */
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

/** A headline that rests on verdicts which were lowered would say more than the rest of the review. */
const saysTooMuch = (headline: string, findings: readonly Finding[]): boolean =>
  findings.some(({ cap }) => cap?.said === 'evidenced' && cap.reason !== 'half-row') &&
  !findings.some(({ status }) => status === 'evidenced') &&
  (CLAIMS.test(headline) || findings.every(({ cap }) => cap !== null))

/**
 * An answer whose verdicts the words bear: no status goes beyond what its spans show, a headline that does goes, and
 * where no step held one is made of the gap that decides. What held of a capped finding's texts stays.
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
