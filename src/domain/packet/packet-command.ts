import { type Ladder, type Level, levelOf } from '../ladder/ladder.ts'
import { lookupWords, questionOf } from '../ladder/question.ts'
import { anyOf } from '../text/patterns.ts'
import { isSlipOf } from '../text/spelling.ts'

/** The forms in which a packet leaves Slack. `form` is the company's own, a Word file. Names end in the others. */
export const PACKET_FORMS = ['docx', 'pdf', 'md', 'json', 'form'] as const
export type PacketForm = (typeof PACKET_FORMS)[number]

/** What is asked for after `/ladder packet`. `level` is as it was typed, empty for that of the goal. */
export type PacketAsk =
  | { readonly kind: 'show'; readonly level: string }
  /** What a committee could ask, and what to bring to a one-to-one. */
  | { readonly kind: 'objections' | 'talk'; readonly level: string }
  | { readonly kind: 'file'; readonly form: PacketForm; readonly level: string }

/** Other words for the forms. */
const FORMS: ReadonlyMap<string, PacketForm> = new Map([
  ['docx', 'docx'],
  ['word', 'docx'],
  ['doc', 'docx'],
  ['pdf', 'pdf'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['json', 'json'],
  ['form', 'form'],
])

/** Words that say nothing more. */
const FILLERS = new Set([
  'as',
  'a',
  'an',
  'for',
  'in',
  'my',
  'the',
  'file',
  'show',
  'export',
  'to',
  'please',
  'about',
  'of',
  'on',
  'with',
])

/** What people call the two readings of a packet. */
const READINGS = [
  {
    kind: 'objections',
    words: new RegExp(
      `\\b${anyOf({
        named: /objections?|cold[- ]?read(?:ing)?s?/,
        'what would they say':
          /what (?:would|will|could|might) (?:they|people|(?:a|the|my) (?:promotion )?committee) (?:say|ask)/,
        committee: /(?:promotion )?committee/,
      })}\\b`,
      'i',
    ),
  },
  {
    kind: 'talk',
    words: new RegExp(
      `(?:\\bbefore )?(?:\\b(?:the|my|a|our) )?(?:\\bnext )?\\b${anyOf([
        /talk|1 ?[:-] ?1|1 ?on ?1|1 to 1|one[- ]to[- ]one|one[- ]on[- ]one/,
      ])}\\b`,
      'i',
    ),
  },
] as const

/** A slip in one of these is mended. */
const READING_WORDS = ['objections', 'objection', 'committee', 'talk'] as const

const mended = (text: string): string =>
  text.replace(
    /\p{L}+/gu,
    (word) => READING_WORDS.find((meant) => isSlipOf(word.toLowerCase(), meant)) ?? word,
  )

const withoutFillers = (text: string): string[] =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !FILLERS.has(word.toLowerCase()))

/** A reading that a text asks for, and the level that is left of it. */
const readingOf = (text: string): PacketAsk | null => {
  const said = mended(text.replace(/[?!.]+\s*$/, ''))
  const found = READINGS.find(({ words }) => words.test(said))
  return found ? { kind: found.kind, level: withoutFillers(said.replace(found.words, ' ')).join(' ') } : null
}

/** Reads what follows `/ladder packet`: a reading or a form, a level, both or neither, in any order. */
export function packetAskOf(text: string): PacketAsk {
  const reading = readingOf(text)
  if (reading) return reading
  const words = withoutFillers(text)
  const at = words.findIndex((word) => FORMS.has(word.toLowerCase().replace(/^\./, '')))
  const level = words.filter((_, nth) => nth !== at).join(' ')
  return at === -1
    ? { kind: 'show', level }
    : { kind: 'file', form: FORMS.get(words[at]!.toLowerCase().replace(/^\./, ''))!, level }
}

/** The level that a text names by id, title or synonym. Null if it names none or several. */
export function levelSaid(ladder: Ladder, text: string): Level | null {
  const exact = levelOf(ladder, text)
  if (exact) return exact
  const { spans, rest, competencies } = questionOf(ladder, lookupWords(text))
  const levels = new Set(
    spans.flatMap(({ referents }) => referents.flatMap((one) => (one.kind === 'level' ? [one.level] : []))),
  )
  const [level] = levels
  return level && levels.size === 1 && rest.length === 0 && competencies.length === 0 ? level : null
}
