import { ladderOf } from '../ladder/ladder.ts'
import { isShown, type Lookup } from '../ladder/ladder-view.ts'
import { lookupOf } from '../ladder/lookup.ts'
import { anyPhrase } from '../message/phrases.ts'
import { lookupTyped } from '../review/decide-review.ts'
import { anyWord } from '../text/patterns.ts'
import type { Ask } from './ask.ts'
import type { AskRule } from './ask-rule.ts'
import type { Asked } from './asked.ts'
import { goalTextOf } from './goal-wish.ts'
import { LADDER_WORDS } from './words/ladder-words.ts'

const ASKS = anyPhrase(LADDER_WORDS.asks)
const MAY_ASK = anyPhrase(LADDER_WORDS['may ask'])
const SEARCH = anyPhrase(LADDER_WORDS.search)
const WHOLE = anyPhrase(LADDER_WORDS.whole)
const MEANS = anyPhrase(LADDER_WORDS.means)

const LOOKUP_ASKS: Partial<Record<Lookup['kind'], Ask>> = {
  me: { kind: 'progress', chances: false, competency: null },
  data: { kind: 'coach', topic: 'stored' },
  'clear-goal': { kind: 'command', command: { kind: 'clear-goal' } },
  'show-goal': { kind: 'command', command: { kind: 'goal', text: '' } },
}

const lookUp = ({ shelf, goal, today }: Asked, text: string) =>
  lookupOf({ shelf, own: goal ? (ladderOf(shelf, goal.ladder) ?? null) : null, text, today })

/** The lookup that names what a question names: its levels and competencies, and whether it compares. */
const namedText = ({ named, said }: Asked): string | null => {
  const { levels, competencies } = named
  const competency = competencies[0]?.name.toLowerCase()
  const [first, second] = levels
  if (!first && !competency) return null
  const compares =
    first &&
    !second &&
    named.rest.length === 0 &&
    /\b(?:diff\p{L}*|compare[ds]?|vs|versus|new|adds?|beyond)\b/u.test(said)
  const level = second ? `${first!.id} vs ${second.id}` : compares ? `${first.id} vs` : first?.id
  return [level, competency].filter(Boolean).join(' ')
}

/** Words of a sentence, which is more than names. */
const QUESTION = new RegExp(
  anyWord([
    'what|whats|how|hows|why|who|which|where|when|is|are|am|was|does|do|did|can|could|would|should|will|has|have',
    'i|im|you|me|my|it|this|that|tell|show|explain|like|for|and|or|about',
    'was|wie|que|como|quest|cest|conta|cuenta|pour|para|por',
  ]),
  'u',
)
const TYPED = /^\s*\/?ladder\b/i

/** Words around what is searched for. */
const AROUND = new RegExp(
  anyWord([
    'is|are|was|does|do|did|the|a|an|any|anything|something|nothing|much|word|ladder|rubric|framework|levels?|career',
    'say|says|said|mention|mentions|mentioned|cover|covers|covered|talk|talks|include|includes|included|about|on|in|of',
    'part|count|counts|as|belong|belongs|to|fall|falls|fit|fits|under|which|what|where|competenc(?:y|ies)|seen|at|all',
    'even|really|actually|mean|means|meant|meaning|by|whats|definition|regarding|for|it|this|that|there|would|listed',
    'someone|be|you|required|expected|needed|necessary|asked|mandatory',
  ]),
  'gu',
)

const searchText = ({ core }: Asked): string =>
  core
    .replace(/\bon call\b/g, 'oncall')
    .replace(AROUND, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const finds = (asked: Asked, text: string): boolean => {
  const { lookup } = lookUp(asked, text)
  return lookup.kind === 'search' ? lookup.found.all && lookup.found.by !== 'spelling' : isShown(lookup)
}

/** Questions what the ladder says. */
export const LADDER_RULES: readonly AskRule[] = [
  {
    name: 'the ladder as a whole',
    examples: ['list all competencies', 'what levels are there', 'which ladder am I on'],
    read: ({ core, named }) =>
      WHOLE.test(core) &&
      !/\b(?:i have|have i|do i|my|missing|nothing)\b/.test(core) &&
      named.levels.length + named.competencies.length === 0
        ? { kind: 'ladder', text: 'overview' }
        : null,
  },
  {
    name: 'where the ladder mentions something',
    examples: [
      'does the ladder say anything about mentoring',
      'is on-call part of mastery?',
      'Is leading hiring interviews seen under any competency at all?',
    ],
    read: (asked) => {
      if (!SEARCH.test(asked.core)) return null
      const names = new Set(
        asked.named.competencies
          .flatMap(({ name }) => name.toLowerCase().split(' '))
          .concat(asked.named.levels.flatMap(({ id }) => id.toLowerCase())),
      )
      const words = searchText(asked)
        .split(' ')
        .filter((word) => !names.has(word))
        .join(' ')
      const text = words === '' ? namedText(asked) : `find ${words}`
      return text === null ? null : { kind: 'ladder', text }
    },
  },
  {
    name: 'what a level asks, or what a competency is about',
    examples: [
      'What does L4 say about communication?',
      'difference between L3 and L4?',
      'what does "manager of one" even mean',
      'what is meant by ownership',
      'C’est quoi la différence entre L3 et L4 en communication ?',
      'Was verlangt L4?',
      'I’d like to know what a good example of Feedback at senior level would look like.',
    ],
    read: (asked) => {
      if (!ASKS.test(asked.said)) return null
      if (/\bnext (?:level|step|rung)\b/.test(asked.said)) return { kind: 'ladder', text: 'next' }
      const isOwn = asked.goal !== null && /\b(?:my|our) (?:current |own )?level\b/.test(asked.said)
      if (isOwn && asked.named.levels.length === 0) return { kind: 'ladder', text: asked.goal!.current }
      const text = namedText(asked)
      return text === null ? null : { kind: 'ladder', text }
    },
  },
]

/** What nothing else understood, but names a level or competency. */
export const NAMED_RULES: readonly AskRule[] = [
  {
    name: 'only names of the ladder',
    examples: ['L3', 'ladder L3 communication', '/ladder next', 'L2 vs L3'],
    read: (asked) => {
      if (QUESTION.test(asked.said) && !TYPED.test(asked.text)) return null
      const text = asked.text.replace(/^\s*\/?ladder\b/i, '').trim()
      const typed = lookupTyped(asked, text)
      if (typed === null) return null
      if (typed.lookup.kind === 'set-goal' || typed.lookup.kind === 'set-goal-date')
        return { kind: 'command', command: { kind: 'goal', text: goalTextOf(asked) } }
      if (typed.lookup.kind === 'data' && /evidence/i.test(text))
        return { kind: 'list', filter: { period: null, competency: null, words: null }, open: false }
      return LOOKUP_ASKS[typed.lookup.kind] ?? { kind: 'ladder', text: typed.text }
    },
  },
]

/** Questions that no other rule is for, but the ladder can answer. */
export const LAST_RULES: readonly AskRule[] = [
  {
    name: 'what a word of the ladder means',
    examples: ['what do you mean by on-call shifts'],
    read: (asked) => {
      const isMeant = MEANS.test(asked.core) && !/\b(?:my|your|our|his|her|i|we)\b/.test(asked.core)
      const words = isMeant ? searchText(asked) : ''
      return words !== '' && finds(asked, `find ${words}`) ? { kind: 'ladder', text: `find ${words}` } : null
    },
  },
  {
    name: 'a question that names a level or a competency',
    examples: ['tell me about judgment at L3', 'show me trust'],
    read: (asked) => {
      if (asked.named.loose || !MAY_ASK.test(asked.said)) return null
      const text = namedText(asked)
      return text === null ? null : { kind: 'ladder', text }
    },
  },
]
