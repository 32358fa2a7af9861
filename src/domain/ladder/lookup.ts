import { goalChangeOf } from './goal.ts'
import type { Ladder, Shelf } from './ladder.ts'
import { ladderNamed } from './ladder-names.ts'
import { questionOf, wordsOf } from './question.ts'
import { type Choice, isShown, type Lookup } from './shown.ts'
import { commandOf, nearest, type Reading, readBy } from './understand.ts'

/** A lookup, and by which ladder it was understood. */
export type Understood = {
  readonly ladder: Ladder
  readonly lookup: Lookup
  /** False: some of it was put right, taken loosely or left out, so that the answer says what it shows. */
  readonly exact: boolean
  /** True: every word of it counts for something, in whatever form it was typed. */
  readonly sure: boolean
  /** Which page of the answer, from 1. */
  readonly page: number
}

/** What a lookup is understood from: the ladders, the one of the person's goal if any, and the day. */
export type Asked = {
  readonly shelf: Shelf
  readonly own: Ladder | null
  readonly text: string
  readonly today: Temporal.PlainDate
}

/** Slack sends at most 3,000 characters here; no question is this long, and nothing longer is looked at. */
const TEXT_LIMIT = 300

const GOAL =
  /^\s*(?:(?:set|change|make|update)\s*)?(?:(?:my|the)\s*)?goal\b\s*(?:(?:[:=]|is\b|to\b)\s*)?(?:set\s+to\b\s*)?/i

/** Signs for "compared with" that a plain text would lose. */
const COMPARED = /(?:(?<!\s)\s+)?(?:\.{2,}|…|->|=>|→|⇒|↔)\s*/gu

/** Words taken out that only point at a ladder: "in", "the", "ladder". */
const withoutPointers = (words: readonly string[], from: number, to: number): string[] => {
  let [start, end] = [from, to]
  while (start > 0 && /^(?:in|of|on|for|the|at|ladder)$/.test(words[start - 1]!)) start -= 1
  while (end < words.length && /^(?:ladder|track|family|s)$/.test(words[end]!)) end += 1
  return [...words.slice(0, start), ...words.slice(end)]
}

/** Understands words by all ladders: by the one they name, else the person's own, else whichever has the names. */
const readByAll = ({ shelf, own }: Asked, words: readonly string[]): { ladder: Ladder } & Reading => {
  const home = own ?? shelf.standard ?? (shelf.all.length === 1 ? shelf.all[0]! : null)
  const atHome = home ? { ladder: home, ...readBy(home, words) } : null
  const named = ladderNamed(shelf, words)
  if (named) {
    const rest = withoutPointers(words, named.from, named.to)
    const beside = { ladder: named.ladder, ...readBy(named.ladder, rest) }
    const within = { ladder: named.ladder, ...readBy(named.ladder, words) }
    const there = within.doubt < beside.doubt ? within : beside
    const spans = home ? questionOf(home, words, true).spans : []
    const inside = spans.find(({ from, to }) => from <= named.from && to >= named.to)
    const pointed = rest.length < words.length - (named.to - named.from)
    const longer = inside !== undefined && inside.to - inside.from > named.to - named.from
    // "system design" names a competency elsewhere before it names the designers' ladder.
    const nameElsewhere =
      there.doubt > 1 && shelf.all.some((ladder) => readBy(ladder, words, true).doubt === 0)
    const better = (longer && atHome && atHome.doubt <= there.doubt) || nameElsewhere
    if (!better && there.doubt < 9) {
      const sameWords = inside !== undefined && !longer && atHome !== null && atHome.doubt === 0
      const level = questionOf(named.ladder, rest, true).levels.length > 0
      const comparing = words.includes('vs') || words.includes('to')
      if (!sameWords || pointed || (level && !comparing)) return there
      const both = [atHome, there].flatMap(({ ladder, lookup }): Choice[] =>
        lookup.kind === 'choose' ? [...lookup.between] : isShown(lookup) ? [{ ladder, shown: lookup }] : [],
      )
      if (!comparing && both.length > 1)
        return { ladder: atHome.ladder, lookup: { kind: 'choose', between: both }, doubt: 0 }
    }
  }
  if (atHome && atHome.doubt <= 1) return atHome
  const elsewhere = shelf.all
    .filter((ladder) => ladder.id !== home?.id)
    .map((ladder) => ({ ladder, ...readBy(ladder, words, atHome !== null) }))
  const limit = atHome ? 1 : 4
  const best = Math.min(limit, ...elsewhere.map(({ doubt }) => doubt))
  const able = elsewhere.filter(({ doubt }) => doubt === best)
  if (able.length === 1) return able[0]!
  const between = able.flatMap(({ ladder, lookup }): Choice[] =>
    lookup.kind === 'choose' ? [...lookup.between] : isShown(lookup) ? [{ ladder, shown: lookup }] : [],
  )
  if (between.length > 1)
    return { ladder: able[0]!.ladder, lookup: { kind: 'choose', between: between.slice(0, 20) }, doubt: 0 }
  return able[0] ?? atHome ?? { ladder: shelf.all[0]!, lookup: { kind: 'ladders' }, doubt: 0 }
}

/** What the text after `/ladder` asks for: ids, names and phrases in any case, order and (nearly) any spelling. */
export const lookupOf = (asked: Asked): Understood => {
  const { shelf, own } = asked
  const home = own ?? shelf.standard ?? shelf.all[0]!
  const text = asked.text.replace(COMPARED, ' vs ').replace(/^\s*\/?ladder\b(?!\s*$)/iu, ' ')
  const whole = wordsOf(text.slice(0, TEXT_LIMIT))
  const paged = /^(.*?)(?:(?<!\s)\s+)?\bpage (\d{1,3})$/.exec(whole.join(' '))
  const words = paged ? wordsOf(paged[1]!) : whole
  const page = paged ? Math.max(1, Number(paged[2])) : 1
  if (/^[\p{P}\s]*$/u.test(asked.text))
    return { ladder: home, lookup: { kind: 'help' }, exact: true, sure: true, page }
  if (asked.text.length > TEXT_LIMIT || words.length === 0)
    return {
      ladder: home,
      lookup: { kind: 'unknown', nearest: nearest(home, text.slice(0, TEXT_LIMIT)) },
      exact: true,
      sure: true,
      page,
    }
  const goal = readGoal(asked, text, words)
  if (goal) return { ...goal, exact: true, sure: true, page }
  const { ladder, lookup, doubt } = readByAll(asked, words)
  return { ladder, lookup, exact: doubt === 0, sure: doubt <= 2, page }
}

/** "goal L3 by 2027-03", with a ladder's name in front, behind, or in between. */
const readGoal = (
  { shelf, own, today }: Asked,
  text: string,
  words: readonly string[],
): { ladder: Ladder; lookup: Lookup } | null => {
  const home = own ?? shelf.standard ?? shelf.all[0]!
  if (commandOf(words.join(' ')) !== undefined) return null
  const first = ladderNamed(shelf, words.slice(0, words.indexOf('goal') + 1 || 1))
  const direct = GOAL.exec(text)
  const behindLadder = first && words[first.to] === 'goal' && first.from === 0
  if (!direct && !behindLadder) return null
  const asked = direct ? text.slice(direct[0].length) : words.slice(first!.to + 1).join(' ')
  if (behindLadder && asked === '') return { ladder: first.ladder, lookup: { kind: 'show-goal' } }
  const change = (ladder: Ladder, goalText: string) => ({
    ladder,
    lookup: goalChangeOf(ladder, goalText, today),
  })
  if (behindLadder) return change(first.ladder, asked)
  const atHome = change(home, asked)
  const isMine = own !== null || shelf.standard !== null
  if (isMine && (atHome.lookup.kind !== 'goal-refused' || atHome.lookup.why !== 'unknown-level'))
    return atHome
  const goalWords = wordsOf(asked)
  const named = ladderNamed(shelf, goalWords)
  if (named) {
    const rest = withoutPointers(goalWords, named.from, named.to).join(' ')
    return rest === '' ? { ladder: named.ladder, lookup: { kind: 'show-goal' } } : change(named.ladder, rest)
  }
  const able = shelf.all.flatMap((ladder) => {
    const { lookup } = change(ladder, asked)
    return lookup.kind === 'set-goal' ? [{ ladder, lookup }] : []
  })
  if (able.length > 1 && !isMine) {
    const between = able.map(({ ladder, lookup }) => ({ ladder, goal: lookup.goal }))
    return { ladder: home, lookup: { kind: 'choose-goal', between } }
  }
  return able.length === 1 ? able[0]! : atHome
}
