import { type Competency, type Ladder, type Level, levelOf } from '../ladder/ladder.ts'
import { lookupWords, questionOf } from '../ladder/question.ts'
import { anyOf } from '../text/patterns.ts'
import { isSlipOf, meantBy } from '../text/spelling.ts'

/** The forms in which a packet leaves Slack. `form` is the company's own, a Word file. Names end in the others. */
export const PACKET_FORMS = ['docx', 'pdf', 'md', 'json', 'form'] as const
export type PacketForm = (typeof PACKET_FORMS)[number]

/** What is asked for after `/ladder packet`. `level` is as it was typed, empty for that of the goal. */
export type PacketAsk =
  | { readonly kind: 'show'; readonly level: string }
  /** What a committee could ask, and what to bring to a one-to-one. */
  | { readonly kind: 'objections' | 'talk'; readonly level: string }
  /** To be asked about what it lacks. */
  | { readonly kind: 'work' }
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
  const said = mended(text.replace(/(?<![?!.])[?!.]+\s*$/, ''))
  const found = READINGS.find(({ words }) => words.test(said))
  return found ? { kind: found.kind, level: withoutFillers(said.replace(found.words, ' ')).join(' ') } : null
}

/** "work", "work on it", "work on my packet". */
const WORK =
  /^(?:(?:let['’]?s|please) )?work(?:ing)?(?: on (?:it|this|(?:my|the) packet))?(?: please)?[.!]?$/i

/** Reads what follows `/ladder packet`: a reading or a form, a level, both or neither, in any order. */
export function packetAskOf(text: string): PacketAsk {
  if (WORK.test(text.trim())) return { kind: 'work' }
  const reading = readingOf(text)
  if (reading) return reading
  const words = withoutFillers(text)
  const at = words.findIndex((word) => FORMS.has(word.toLowerCase().replace(/^\./, '')))
  const level = words.filter((_, nth) => nth !== at).join(' ')
  return at === -1
    ? { kind: 'show', level }
    : { kind: 'file', form: FORMS.get(words[at]!.toLowerCase().replace(/^\./, ''))!, level }
}

/** The format that a misspelled word was meant for: "dox", "pfd". Null if it is near none. */
export function formMeant(text: string): PacketForm | null {
  const word = text.trim().toLowerCase().replace(/^\./, '')
  const [meant] = [...FORMS.keys()].filter(
    (form) => word !== '' && (meantBy(word, [form]).length > 0 || isSlipOf(word, form)),
  )
  return meant === undefined ? null : FORMS.get(meant)!
}

/** What a text names of a ladder: a level by id, title or synonym, a competency, or both. Null if it names more. */
export function placeSaid(
  ladder: Ladder,
  text: string,
): { readonly level: Level | null; readonly competency: Competency | null } | null {
  const exact = levelOf(ladder, text)
  if (exact) return { level: exact, competency: null }
  const { spans, rest, competencies } = questionOf(ladder, lookupWords(text))
  const levels = new Set(
    spans.flatMap(({ referents }) => referents.flatMap((one) => (one.kind === 'level' ? [one.level] : []))),
  )
  const [level = null] = levels
  const [competency = null] = competencies
  const isOne = levels.size <= 1 && competencies.length <= 1 && rest.length === 0
  return isOne && (level || competency) ? { level, competency } : null
}
