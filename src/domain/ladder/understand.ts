import type { Ladder, Level } from './ladder.ts'
import { neighbourLevel } from './ladder.ts'
import type { LadderView, Lookup } from './ladder-view.ts'
import { nearestNames } from './nearest.ts'
import { type LadderQuestion, questionOf } from './question.ts'
import { searchLadder } from './search-ladder.ts'

/** With more words than this that name nothing, it is a sentence and not a search. */
const MOST_SEARCHED = 12

const COMMANDS: readonly [RegExp, Lookup][] = [
  [/^(?:help|how does this work|what can i (?:ask|type|do))$/, { kind: 'help' }],
  [/^(?:(?:all |list |show |the )*ladders|list|which ladders (?:are there|exist))$/, { kind: 'ladders' }],
  [/^(?:all )?(?:the )?(?:ladder|levels|competencies|overview)$/, { kind: 'ladder' }],
  [/^(?:(?:show |what is |whats )?(?:my |the )?goals?)$/, { kind: 'show-goal' }],
  [
    /^(?:goal (?:clear|none|off|remove|delete|reset)|(?:clear|remove|delete|forget|reset) (?:my |the )?goal)$/,
    { kind: 'clear-goal' },
  ],
  [/^(?:me|myself|status|(?:my )?progress|how am i doing|where am i)$/, { kind: 'me' }],
  [
    /^(?:(?:my )?data|my evidence|evidence|privacy|delete|(?:delete|forget) (?:everything|all|me|my data))$/,
    { kind: 'data' },
  ],
]

/** The command that a whole text is. Undefined if it is not a command. */
export function commandOf(text: string): Lookup | undefined {
  return COMMANDS.find(([pattern]) => pattern.test(text))?.[1]
}

const neighbours = (ladder: Ladder): LadderView[] =>
  ladder.levels
    .slice(1)
    .map((to, index): LadderView => ({ kind: 'compare', from: ladder.levels[index]!, to, competency: null }))

/** How doubtful the reading of a text is, from 0 (names only) to 9 (not understood). */
export type LookupReading = { readonly lookup: Lookup; readonly doubt: number }

const chooseOf = (ladder: Ladder, shown: readonly LadderView[], doubt: number): LookupReading =>
  shown.length === 1
    ? { lookup: shown[0]!, doubt }
    : {
        lookup: { kind: 'choose', between: shown.slice(0, 20).map((one) => ({ ladder, shown: one })) },
        doubt,
      }

/** Two levels, the lower one first. */
const upwards = (one: Level, other: Level): { from: Level; to: Level } =>
  one.rank <= other.rank ? { from: one, to: other } : { from: other, to: one }

/** What the names in a question may mean. */
const namedThings = (ladder: Ladder, asked: LadderQuestion, words: readonly string[]): LadderView[] => {
  const compares = words.some((word) =>
    /^(?:vs|v|versus|diff|difference|compared?|differ|differences)$/.test(word),
  )
  const either = asked.either.map((referent) => ({ ...asked, ...withOne(asked, referent) }))
  if (either.length > 0) return either.flatMap((one) => namedThings(ladder, { ...one, either: [] }, words))
  const { levels, competencies, areas } = asked
  const [first, second, third] = levels
  const [competency] = competencies
  if (first && second && third) {
    const pairs = levels.flatMap((from, index) => levels.slice(index + 1).map((to) => upwards(from, to)))
    return pairs.map((pair) => ({ kind: 'compare', ...pair, competency: competency ?? null }))
  }
  if (first && second) {
    const pair = upwards(first, second)
    const whole = pair.from.id === ladder.levels[0]?.id && pair.to.id === ladder.levels.at(-1)?.id
    if (competency && whole && !compares)
      return competencies.map((one) => ({ kind: 'competency', competency: one }))
    if (competency) return competencies.map((one) => ({ kind: 'compare', ...pair, competency: one }))
    return [{ kind: 'compare', ...pair, competency: null }]
  }
  if (first && compares) {
    const below = neighbourLevel(ladder, first.id, -1)
    const pair = below
      ? { from: below, to: first }
      : upwards(first, neighbourLevel(ladder, first.id, 1) ?? first)
    return [{ kind: 'compare', ...pair, competency: competency ?? null }]
  }
  if (first && competency) return competencies.map((one) => ({ kind: 'cell', level: first, competency: one }))
  if (first && areas.length > 0) return areas.map((area) => ({ kind: 'level', level: first, area }))
  if (first) return [{ kind: 'level', level: first, area: null }]
  if (competency) return competencies.map((one) => ({ kind: 'competency', competency: one }))
  if (areas.length > 0)
    return areas.flatMap((area) =>
      area.competencies.map((one): LadderView => ({ kind: 'competency', competency: one })),
    )
  return compares ? neighbours(ladder) : []
}

const withOne = (
  asked: LadderQuestion,
  referent: LadderQuestion['either'][number],
): Partial<LadderQuestion> =>
  referent.kind === 'level'
    ? { levels: [...asked.levels, referent.level] }
    : referent.kind === 'competency'
      ? { competencies: [...asked.competencies, referent.competency] }
      : { areas: [...asked.areas, referent.area] }

/** `/ladder` texts that are similar to what was typed. None if nothing is. */
export function nearest(ladder: Ladder, text: string): string[] {
  const near = nearestNames(ladder, text)
  return [
    ...(near.level && near.competency ? [`${near.level.id} ${near.competency.name.toLowerCase()}`] : []),
    ...(near.level ? [near.level.id] : []),
    ...(near.competency ? [near.competency.name.toLowerCase()] : []),
  ]
}

/**
 * Understands words by one ladder. With `namesOnly`, its names have to cover every word, and nothing is searched or
 * corrected. That is fast enough to try every ladder of a company.
 */
export function readBy(ladder: Ladder, words: readonly string[], namesOnly = false): LookupReading {
  const text = words.join(' ')
  const exactly = questionOf(ladder, words, true)
  const wholeName =
    exactly.spans.length === 1 && exactly.spans[0]!.to - exactly.spans[0]!.from === words.length
  const command = commandOf(text)
  // A competency called "Data" is what "data" means. There are other words for a person's stored data.
  if (command && !(wholeName && !exactly.loose && !['help', 'show-goal'].includes(command.kind)))
    return { lookup: command, doubt: 0 }
  if (text === '') return { lookup: { kind: 'ladder' }, doubt: 0 }
  const forced = /^(?:find|search|grep|where)\b/.test(text)
  const asked = namesOnly || exactly.rest.length === 0 ? exactly : questionOf(ladder, words)
  const next = words.includes('next') && asked.levels.length === 0
  if (next && asked.rest.every((word) => ['next', 'level', 'diff'].includes(word)))
    return { lookup: { kind: 'next', competency: asked.competencies[0] ?? null }, doubt: 0 }
  const things = namedThings(ladder, asked, words)
  const doubt = asked.corrected ? 3 : asked.loose || words.length > 12 ? 1 : 0
  if (things.length > 0 && asked.rest.length === 0 && !forced) return chooseOf(ladder, things, doubt)
  if (namesOnly) return { lookup: { kind: 'unknown', nearest: [] }, doubt: 9 }
  const at = asked.levels.length === 1 ? asked.levels[0]! : null
  const searched = asked.content.join(' ')
  const found = searched === '' ? null : searchLadder(ladder, searched, at)
  const tooLong = asked.rest.length > MOST_SEARCHED || (asked.content.length > 6 && found?.all !== true)
  if (found && !tooLong) {
    return {
      lookup: { kind: 'search', words: searched, at, found },
      doubt: !found.all ? 4 : found.by === 'words' ? 2 : 3,
    }
  }
  // The names that were understood count if there are at least as many of them as other words.
  if (things.length > 0 && asked.rest.length <= asked.spans.length) return chooseOf(ladder, things, 4)
  return { lookup: { kind: 'unknown', nearest: nearest(ladder, text) }, doubt: 9 }
}
