import { type GoalChange, goalChangeOf } from './goal.ts'
import type { Ladder } from './ladder.ts'
import { ladderNamed } from './ladder-names.ts'
import type { Lookup } from './ladder-view.ts'
import { type LookupInput, withoutPointers } from './lookup-input.ts'
import { answerBy, type LookupRule, once } from './lookup-rule.ts'
import { lookupWords } from './question.ts'
import { commandOf } from './understand.ts'

const GOAL = new RegExp(
  [
    '^\\s*(?:(?:set|change|make|update)\\s*)?(?:(?:my|the)\\s*)?',
    'goal\\b\\s*(?:(?:[:=]|is\\b|to\\b)\\s*)?(?:set\\s+to\\b\\s*)?',
  ].join(''),
  'i',
)

type LadderLookup = { readonly ladder: Ladder; readonly lookup: Lookup }
type GoalChangeIn = { readonly ladder: Ladder; readonly lookup: GoalChange }

/** What is known about a text that may set a goal. */
type GoalText = {
  readonly command: boolean
  /** True if the text begins with "goal". */
  readonly direct: boolean
  /** The ladder that is named before "goal". */
  readonly behind: Ladder | null
  /** What follows "goal". */
  readonly goal: string
  /** True if the person has a goal's ladder, or there is a standard one. */
  readonly mine: boolean
  /** The goal as that ladder reads it, or else the first one. */
  readonly atHome: () => GoalChangeIn
  /** The ladder that is named in the goal itself, and the goal without that name. */
  readonly named: () => { readonly ladder: Ladder; readonly rest: string } | null
  /** The goals of all ladders that can read one. */
  readonly able: () => readonly {
    readonly ladder: Ladder
    readonly goal: Extract<GoalChange, { kind: 'set-goal' }>
  }[]
  readonly by: (ladder: Ladder, text: string) => GoalChangeIn
}

/** "goal L3 by 2027-03", with the name of a ladder before it, after it or inside it. Null if it is not about a goal. */
export const GOAL_RULES: readonly LookupRule<GoalText, LadderLookup | null>[] = [
  {
    name: 'a command about the goal',
    examples: [
      { text: 'goal clear', gives: 'sre clear-goal' },
      { text: 'my goal', gives: 'sre show-goal' },
    ],
    applies: ({ command }) => command,
    answer: () => null,
  },
  {
    name: 'no goal in it',
    examples: [
      { text: 'L3', gives: 'sre level' },
      { text: 'L3 goal setting', gives: 'sre search' },
    ],
    applies: ({ direct, behind }) => !direct && behind === null,
    answer: () => null,
  },
  {
    name: "a ladder's goal, to look at",
    examples: [{ text: 'designers goal', gives: 'designers show-goal' }],
    applies: ({ behind, goal }) => behind !== null && goal === '',
    answer: ({ behind }) => ({ ladder: behind!, lookup: { kind: 'show-goal' } }),
  },
  {
    name: 'a goal behind the name of a ladder',
    examples: [{ text: 'designers goal L3', gives: 'designers set-goal' }],
    applies: ({ behind }) => behind !== null,
    answer: ({ behind, goal, by }) => by(behind!, goal),
  },
  {
    name: "a goal of one's own ladder",
    examples: [
      { text: 'goal L3', gives: 'sre set-goal' },
      { text: 'goal IC4 by 2027-03', gives: 'backend set-goal', own: 'backend' },
      { text: 'goal L1 SRE', gives: 'sre set-goal' },
    ],
    applies: ({ mine, atHome }) => {
      if (!mine) return false
      const { lookup } = atHome()
      return lookup.kind !== 'goal-refused' || lookup.why !== 'unknown-level'
    },
    answer: ({ atHome }) => atHome(),
  },
  {
    name: 'the name of a ladder and no goal',
    examples: [{ text: 'goal designers', gives: 'designers show-goal' }],
    applies: ({ named }) => named()?.rest === '',
    answer: ({ named }) => ({ ladder: named()!.ladder, lookup: { kind: 'show-goal' } }),
  },
  {
    name: 'a goal next to the name of a ladder',
    examples: [
      { text: 'goal backend IC3', gives: 'backend set-goal' },
      { text: 'goal senior designer', gives: 'designers set-goal' },
    ],
    applies: ({ named }) => named() !== null,
    answer: ({ named, by }) => by(named()!.ladder, named()!.rest),
  },
  {
    name: 'a goal that several ladders have',
    examples: [{ text: 'goal L3', gives: 'backend choose-goal', standard: false }],
    applies: ({ able, mine }) => able().length > 1 && !mine,
    answer: ({ able, atHome }) => ({
      ladder: atHome().ladder,
      lookup: {
        kind: 'choose-goal',
        between: able().map(({ ladder, goal }) => ({ ladder, goal: goal.goal })),
      },
    }),
  },
  {
    name: 'a goal that one ladder has',
    examples: [{ text: 'goal IC4', gives: 'backend set-goal' }],
    applies: ({ able }) => able().length === 1,
    answer: ({ able }) => ({ ladder: able()[0]!.ladder, lookup: able()[0]!.goal }),
  },
  {
    name: 'a goal that no ladder has',
    examples: [{ text: 'goal zzyzx', gives: 'sre goal-refused' }],
    applies: () => true,
    answer: ({ atHome }) => atHome(),
  },
]

/** Reads a text as a goal. Null if it is not about one. */
export function goalLookupOf(
  { shelf, own, today }: LookupInput,
  text: string,
  words: readonly string[],
): LadderLookup | null {
  const by = (ladder: Ladder, goalText: string): GoalChangeIn => ({
    ladder,
    lookup: goalChangeOf(ladder, goalText, today),
  })
  const first = ladderNamed(shelf, words.slice(0, words.indexOf('goal') + 1 || 1))
  const behind = first && words[first.to] === 'goal' && first.from === 0 ? first : null
  const direct = GOAL.exec(text)
  const goal = direct ? text.slice(direct[0].length) : words.slice((behind?.to ?? 0) + 1).join(' ')
  return answerBy(GOAL_RULES, {
    command: commandOf(words.join(' ')) !== undefined,
    direct: direct !== null,
    behind: behind?.ladder ?? null,
    goal,
    mine: own !== null || shelf.standard !== null,
    atHome: once(() => by(own ?? shelf.standard ?? shelf.all[0]!, goal)),
    named: once(() => {
      const goalWords = lookupWords(goal)
      const found = ladderNamed(shelf, goalWords)
      return (
        found && {
          ladder: found.ladder,
          rest: withoutPointers(goalWords, found.from, found.to).join(' '),
        }
      )
    }),
    able: once(() =>
      shelf.all.flatMap((ladder) => {
        const { lookup } = by(ladder, goal)
        return lookup.kind === 'set-goal' ? [{ ladder, goal: lookup }] : []
      }),
    ),
    by,
  })
}
