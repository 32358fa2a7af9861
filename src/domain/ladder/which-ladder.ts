import type { Ladder } from './ladder.ts'
import { ladderNamed } from './ladder-names.ts'
import { isShown, type LadderChoice } from './ladder-view.ts'
import { type LookupInput, withoutPointers } from './lookup-input.ts'
import { answerBy, type LookupRule, once } from './lookup-rule.ts'
import { questionOf } from './question.ts'
import { type LookupReading, readBy } from './understand.ts'

/** Words as one ladder understands them. */
type By = { readonly ladder: Ladder } & LookupReading

const choicesOf = (readings: readonly By[]): LadderChoice[] =>
  readings.flatMap(({ ladder, lookup }): LadderChoice[] =>
    lookup.kind === 'choose' ? [...lookup.between] : isShown(lookup) ? [{ ladder, shown: lookup }] : [],
  )

const chosen = (ladder: Ladder, between: readonly LadderChoice[]): By => ({
  ladder,
  lookup: { kind: 'choose', between },
  doubt: 0,
})

/** What is known if the words name a ladder. */
type ByNamedLadder = {
  /** The reading by the named ladder, without its name or with it, whichever is less doubtful. */
  readonly there: By
  /** The reading by the person's own ladder, or by the standard one. */
  readonly atHome: By | null
  /** True if a longer name in the ladder at home contains the name of the ladder. */
  readonly longer: boolean
  /** True if the same words are a name in the ladder at home. */
  readonly same: boolean
  /** True if a word such as "in" or "ladder" shows that the ladder is meant. */
  readonly pointed: boolean
  /** True if the other words include a level of the named ladder. */
  readonly level: () => boolean
  readonly comparing: boolean
  /** True if some ladder has all the words as names. */
  readonly elsewhere: () => boolean
  /** What the words may mean at home and there. */
  readonly both: () => LadderChoice[]
}

/** Rules for words that name a ladder. The answer null leaves the decision to ALL_RULES. */
export const NAMED_RULES: readonly LookupRule<ByNamedLadder, By | null>[] = [
  {
    name: "a longer name of one's own has the ladder's name in it",
    examples: [
      { text: 'system design', gives: 'backend competency', own: 'backend' },
      { text: 'Senior SRE SRE', gives: 'sre compare' },
    ],
    applies: ({ longer, atHome, there }) => longer && atHome !== null && atHome.doubt <= there.doubt,
    answer: () => null,
  },
  {
    name: "another ladder's names have the ladder's name in them",
    examples: [{ text: 'system design', gives: 'backend competency' }],
    applies: ({ there, elsewhere }) => there.doubt > 1 && elsewhere(),
    answer: () => null,
  },
  {
    name: 'the named ladder understands nothing of it',
    examples: [{ text: 'designers zzyzx quux', gives: 'sre search' }],
    applies: ({ there }) => there.doubt >= 9,
    answer: () => null,
  },
  {
    name: 'a ladder by name',
    examples: [
      { text: 'designers L3', gives: 'designers level' },
      { text: 'L3 in designers', gives: 'designers level', own: 'backend' },
      { text: 'backend', gives: 'backend ladder' },
    ],
    applies: ({ same, longer, atHome }) => !(same && !longer && atHome?.doubt === 0),
    answer: ({ there }) => there,
  },
  {
    name: "a ladder by a name of one's own, pointed at",
    examples: [{ text: 'in designers', gives: 'designers ladder', own: 'writers' }],
    applies: ({ pointed }) => pointed,
    answer: ({ there }) => there,
  },
  {
    name: "a ladder by a name of one's own, with a level of it",
    examples: [{ text: 'designers L3', gives: 'designers level', own: 'writers' }],
    applies: ({ level, comparing }) => level() && !comparing,
    answer: ({ there }) => there,
  },
  {
    name: "a ladder, or something of one's own of that name",
    examples: [{ text: 'designers', gives: 'writers choose', own: 'writers' }],
    applies: ({ comparing, both }) => !comparing && both().length > 1,
    answer: ({ atHome, both }) => chosen(atHome!.ladder, both()),
  },
  {
    name: "something of one's own that is called as a ladder is",
    examples: [{ text: 'designers L2 vs L3', gives: 'writers compare', own: 'writers' }],
    applies: () => true,
    answer: () => null,
  },
]

/** What all ladders make of the words. */
type LaddersOfWords = {
  readonly atHome: By | null
  /** The readings of the other ladders that are least doubtful, if they are good enough. */
  readonly able: () => readonly By[]
  readonly between: () => LadderChoice[]
  readonly first: Ladder
}

/** Rules for words that name no ladder, or don't mean it. */
export const ALL_RULES: readonly LookupRule<LaddersOfWords, By>[] = [
  {
    name: "one's own ladder understands it",
    examples: [
      { text: 'L3', gives: 'sre level' },
      { text: 'IC3', gives: 'backend level', own: 'backend' },
    ],
    applies: ({ atHome }) => atHome !== null && atHome.doubt <= 1,
    answer: ({ atHome }) => atHome!,
  },
  {
    name: 'one of the others understands it',
    examples: [
      { text: 'craft', gives: 'designers competency' },
      { text: 'IC3', gives: 'backend level' },
      { text: 'Tech and Tooling designers', gives: 'backend choose' },
    ],
    applies: ({ able }) => able().length === 1,
    answer: ({ able }) => able()[0]!,
  },
  {
    name: 'several of the others understand it',
    examples: [
      { text: 'L3', gives: 'designers choose', own: 'backend' },
      { text: 'L3', gives: 'designers choose', standard: false },
    ],
    applies: ({ between }) => between().length > 1,
    answer: ({ able, between }) => chosen(able()[0]!.ladder, between().slice(0, 20)),
  },
  {
    name: 'all of the others understand it alike',
    examples: [{ text: 'help', gives: 'backend help', standard: false }],
    applies: ({ able }) => able().length > 0,
    answer: ({ able }) => able()[0]!,
  },
  {
    name: "one's own ladder, as well as it can",
    examples: [{ text: 'zzyzx', gives: 'sre unknown' }],
    applies: ({ atHome }) => atHome !== null,
    answer: ({ atHome }) => atHome!,
  },
  {
    name: 'nobody understands it',
    examples: [{ text: 'zzyzx', gives: 'backend ladders', standard: false }],
    applies: () => true,
    answer: ({ first }) => ({ ladder: first, lookup: { kind: 'ladders' }, doubt: 0 }),
  },
]

const readByNamed = (
  { shelf }: LookupInput,
  words: readonly string[],
  home: Ladder | null,
  atHome: By | null,
): By | null => {
  const named = ladderNamed(shelf, words)
  if (!named) return null
  const size = named.to - named.from
  const rest = withoutPointers(words, named.from, named.to)
  const beside = { ladder: named.ladder, ...readBy(named.ladder, rest) }
  const within = { ladder: named.ladder, ...readBy(named.ladder, words) }
  const there = within.doubt < beside.doubt ? within : beside
  const spans = home ? questionOf(home, words, true).spans : []
  const inside = spans.find(({ from, to }) => from <= named.from && to >= named.to)
  const both = once(() => choicesOf(atHome ? [atHome, there] : []))
  return answerBy(NAMED_RULES, {
    there,
    atHome,
    longer: inside !== undefined && inside.to - inside.from > size,
    same: inside !== undefined,
    pointed: rest.length < words.length - size,
    level: () => questionOf(named.ladder, rest, true).levels.length > 0,
    comparing: words.includes('vs') || words.includes('to'),
    elsewhere: () => shelf.all.some((ladder) => readBy(ladder, words, true).doubt === 0),
    both,
  })
}

/**
 * Understands words by all ladders: the one that they name, or else the person's own, or else any that has the names.
 */
export function readByAll(asked: LookupInput, words: readonly string[]): By {
  const { shelf, own } = asked
  const home = own ?? shelf.standard ?? (shelf.all.length === 1 ? shelf.all[0]! : null)
  const atHome = home ? { ladder: home, ...readBy(home, words) } : null
  const named = readByNamed(asked, words, home, atHome)
  if (named) return named
  const able = once(() => {
    const others = shelf.all
      .filter((ladder) => ladder.id !== home?.id)
      .map((ladder) => ({ ladder, ...readBy(ladder, words, atHome !== null) }))
    const best = Math.min(atHome ? 1 : 4, ...others.map(({ doubt }) => doubt))
    return others.filter(({ doubt }) => doubt === best)
  })
  const between = once(() => choicesOf(able()))
  return answerBy(ALL_RULES, { atHome, able, between, first: shelf.all[0]! })
}
