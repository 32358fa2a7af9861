import { onceFor } from '../text/once-for.ts'
import { plain } from '../text/plain.ts'
import { stem } from '../text/stems.ts'
import type { Area, Competency, Ladder, Level } from './ladder.ts'
import { areasOf, competenciesOf } from './ladder.ts'
import { competencyNames, levelNames } from './nearest.ts'
import { fullForm } from './synonyms.ts'

/** What a phrase can mean in one ladder. */
export type Referent =
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'competency'; readonly competency: Competency }
  | { readonly kind: 'area'; readonly area: Area }

/**
 * How a phrase names its referent, best first: by the exact name, by a title without the words that most titles share,
 * by one word of a name, or by another form of any of these.
 */
const TIERS = { name: 0, title: 1, word: 2, form: 3 } as const

type Entry = { readonly tier: number; readonly referents: Referent[] }

export type Vocabulary = {
  /** What a phrase of plain words names, in the best tier that fits. */
  readonly named: (tokens: readonly string[]) => Entry | undefined
  /** The longest phrase, in words. */
  readonly longest: number
  /** Every word of every name, for correcting the spelling. */
  readonly words: ReadonlySet<string>
}

/** Words that mean nothing on their own in a name such as "Tech and Tooling". */
const LINKS = new Set([
  'and',
  'of',
  'the',
  'a',
  'an',
  'in',
  'for',
  'to',
  'with',
  'level',
  'one',
  'other',
  'others',
])

const idOf = (referent: Referent): string =>
  referent.kind === 'level'
    ? `level ${referent.level.id}`
    : referent.kind === 'competency'
      ? `competency ${referent.competency.id}`
      : `area ${referent.area.id}`

/** Words that most titles of a ladder share, such as "SRE". They do not tell levels apart. */
const sharedWords = (titles: readonly string[]): Set<string> => {
  const counts = new Map<string, number>()
  for (const title of titles)
    for (const word of new Set(title.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set(
    [...counts].filter(([, count]) => count > 1 && count >= titles.length * 0.6).map(([word]) => word),
  )
}

const makeVocabulary = (ladder: Ladder): Vocabulary => {
  const phrases = new Map<string, Entry>()
  const forms = new Map<string, Entry>()
  const words = new Set<string>()
  const put = (into: Map<string, Entry>, phrase: string, tier: number, referent: Referent): void => {
    if (phrase === '') return
    const entry = into.get(phrase)
    if (entry === undefined || tier < entry.tier) into.set(phrase, { tier, referents: [referent] })
    else if (tier === entry.tier && !entry.referents.some((one) => idOf(one) === idOf(referent)))
      entry.referents.push(referent)
  }
  const add = (phrase: string, tier: number, referent: Referent): void => {
    put(phrases, phrase, tier, referent)
    put(forms, formOf(phrase.split(' ')), TIERS.form + tier, referent)
    for (const word of phrase.split(' ')) if (!LINKS.has(word)) words.add(word)
  }
  const addWords = (name: string, referent: Referent): void => {
    const parts = name.split(' ').filter((word) => !LINKS.has(word) && word.length > 1)
    if (parts.length > 1 || name.includes(' ')) for (const word of parts) add(word, TIERS.word, referent)
  }
  const own = (id: string): string[] => (ladder.synonyms[id] ?? []).map(plain)
  const shared = sharedWords(ladder.levels.map(({ title }) => plain(title)))
  for (const level of ladder.levels) {
    const referent: Referent = { kind: 'level', level }
    for (const name of [...levelNames(level), ...own(level.id)]) add(name, TIERS.name, referent)
    const telling = plain(level.title)
      .split(' ')
      .filter((word) => !shared.has(word))
    add(telling.join(' '), TIERS.title, referent)
    if (telling.length > 1) for (const word of telling) if (!LINKS.has(word)) add(word, TIERS.word, referent)
  }
  for (const competency of competenciesOf(ladder)) {
    const referent: Referent = { kind: 'competency', competency }
    for (const name of [...competencyNames(competency), ...own(competency.id)])
      add(name, TIERS.name, referent)
    addWords(plain(competency.name), referent)
  }
  for (const area of areasOf(ladder)) {
    // An area with only one competency means that competency.
    const [only, another] = area.competencies
    const referent: Referent =
      only && !another ? { kind: 'competency', competency: only } : { kind: 'area', area }
    const name = plain(area.name)
    const taken = phrases.get(name)
    if (taken === undefined || taken.tier > TIERS.name) add(name, TIERS.name, referent)
  }
  const keys = [...phrases.keys()]
  return {
    named: (tokens) =>
      phrases.get(tokens.join(' ')) ??
      phrases.get(tokens.map(fullForm).join(' ')) ??
      forms.get(formOf(tokens)),
    longest: Math.max(1, ...keys.map((phrase) => phrase.split(' ').length)),
    words,
  }
}

/** Words without their endings, and short forms written out, so that "flexible" and "flexibility" match. */
export function formOf(tokens: readonly string[]): string {
  return tokens.map((token) => stem(fullForm(token)).replace(/(?<=...)[ai]bl$/, '')).join(' ')
}

/** All names in a ladder. Computed once for each version of it. */
export const vocabularyOf = onceFor((ladder: Ladder): Vocabulary => makeVocabulary(ladder))
