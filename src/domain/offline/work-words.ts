import { wordSet } from '../text/patterns.ts'
import { stem, stemsOf } from '../text/stems.ts'
import { SAME_FORM, SAYING_NOTHING, WHOLE_WORDS } from './word-forms.ts'

/** Spelling variants that no stemmer merges. */
const PHRASES: readonly [RegExp, string][] = [
  [/[’']s\b/g, ''],
  [/[’']/g, ''],
  [/\bon[- ]call\b/g, 'oncall'],
  [/\bpost[- ]?mortems?\b/g, 'postmortem'],
  [/\b(?:one[- ](?:on|to)[- ]ones?|1[:-]1s?|1 on 1s?)\b/g, 'oneonone'],
  [/\bon[- ]board/g, 'onboard'],
  [/\bfront[- ]?ends?\b/g, 'frontend'],
  [/\bback[- ]?ends?\b/g, 'backend'],
  [/\bfull[- ]stack\b/g, 'fullstack'],
  [/\b(?:end[- ](?:to|2)[- ]end|e2e)\b/g, 'endtoend'],
  [/\b(?:pull[- ]requests?|merge[- ]requests?|prs?)\b/g, 'pullrequest'],
  [/\bcode[- ]reviews?\b/g, 'codereview code review'],
  [/\bopen[- ]sourc(?:e|ed|ing)\b/g, 'opensource'],
  [/\b(?:machine[- ]learning|ml)\b/g, 'machinelearning machine learning'],
  [/\bci\s*\/\s*cd\b/g, 'ci cd pipeline'],
  [/\ba\s*\/\s*b\b/g, 'abtest'],
  [/\btech(?:nical)? debt\b/g, 'techdebt debt'],
  [/\be-?mails?\b/g, 'email'],
  [/\bstand[- ]?ups?\b/g, 'standup'],
  [/\bteam[- ]?mates?\b/g, 'teammate'],
  [/\bco-?workers?\b/g, 'colleague'],
  [/\bbrown[- ]bags?\b/g, 'brownbag'],
  [/\blunch (?:and|&|n) learns?\b/g, 'lunchlearn'],
  [/\bwell[- ]?being\b/g, 'wellbeing'],
  [/\bset[- ]?up\b/g, 'setup'],
  [/\bkick(?:ed)?[- ]?offs?\b/g, 'kickoff'],
  [/\breal[- ]time\b/g, 'realtime'],
  [/\boff-?sites?\b/g, 'offsite'],
  [/\broad-?blocks?\b/g, 'blocker'],
  [/\bcode[- ]bases?\b/g, 'codebase'],
  [/\b(self|non|cross)[- ]/g, '$1'],
  [/\bc\+\+/g, 'cplusplus'],
  [/\bc#/g, 'csharp'],
  [/\.net\b/g, 'dotnet'],
  [/\b(\w+)\.js\b/g, '$1'],
  [/\bk8s\b/g, 'kubernetes'],
]

const WHOLE = wordSet(WHOLE_WORDS)

const FORMS: ReadonlyMap<string, string> = new Map(
  SAME_FORM.trim()
    .split('\n')
    .flatMap((line) => {
      const [form = '', ...others] = line.split(' ')
      return [form, ...others].map((word): [string, string] => [word, WHOLE.has(form) ? form : stem(form)])
    }),
)

const EMPTY = wordSet(SAYING_NOTHING)

const formOf = (word: string): string | null => {
  if (EMPTY.has(word)) return null
  if (WHOLE.has(word)) return word
  return FORMS.get(word) ?? stemsOf(word)[0] ?? null
}

/** The size of the cache of forms. People use few different words, so it is cleared beyond this. */
const MOST_KEPT = 20_000
const kept = new Map<string, string | null>()

const keptFormOf = (word: string): string | null => {
  const known = kept.get(word)
  if (known !== undefined) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const form = formOf(word)
  kept.set(word, form)
  return form
}

/**
 * The words that reveal the kind of work in a sentence, each in one form, so that "ran the on-boarding" and "runs
 * onboarding" match. In order, without stop words.
 */
export function workWords(text: string): string[] {
  let plain = text.toLowerCase()
  for (const [from, to] of PHRASES) plain = plain.replace(from, to)
  return (plain.match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu) ?? []).flatMap((word) => keptFormOf(word) ?? [])
}
