import type {
  Finding,
  Objection,
  ObjectionKey,
  ObjectionKind,
} from '../../../domain/packet/objections/objection.ts'
import type { Packet, Receipt } from '../../../domain/packet/packet.ts'
import { listed } from '../../../domain/text/in-words.ts'

/** A question of a committee, what raises it, and what would answer it. */
type ObjectionWords = {
  readonly asks: string
  /** What there is to see besides the quote. Empty if the quote says it. */
  readonly why: (finding: Finding, packet: Packet) => string
  readonly answer: (finding: Finding, packet: Packet) => string
}

const sentenceOf = ({ asks }: Finding): string => (asks ? `: “${asks.text}”` : '.')

const WORDS: Readonly<Record<ObjectionKind, ObjectionWords>> = {
  empty: {
    asks: 'What shows it?',
    why: (finding, { goal }) => `No quote shows what ${goal.target} asks${sentenceOf(finding)}`,
    answer: (_, { notPlaced }) =>
      notPlaced.length > 0
        ? 'Some of your sentences have no competency yet. Place them first, then write down what is left.'
        : 'An entry about a time you did this. If there was none, ask your manager for work where you can show it.',
  },
  'current-only': {
    asks: 'Is this more than your level asks today?',
    why: (finding, { goal }) => `No quote shows what ${goal.target} adds${sentenceOf(finding)}`,
    answer: () => 'One entry about that sentence.',
  },
  carries: {
    asks: 'What is left without this?',
    why: () => 'Several competencies rely on it.',
    answer: () => 'Another project, with your own plan and its result.',
  },
  setback: {
    asks: 'Could the same happen again today?',
    why: () => 'No later entry says what changed.',
    answer: () =>
      'What is different now, with a link or a date. If nothing is, say why and by when it will be.',
  },
  plan: {
    asks: 'Was this plan carried out?',
    why: () => 'No later entry says so.',
    answer: () => 'One sentence: done, with the date, or why not.',
  },
  unfinished: {
    asks: 'How did this end?',
    why: () => 'No later entry says so.',
    answer: () => 'Where it is today, and what changed because of it.',
  },
  we: {
    asks: 'Which part was yours?',
    why: () => 'This says “we”.',
    answer: () => 'What you decided, changed or led yourself. Write it in the entry’s thread.',
  },
  differs: {
    asks: 'Which number is right?',
    why: () => '',
    answer: ({ other }) =>
      `A source to check both numbers against, and a correction from ${other?.saidBy ?? 'them'}.`,
  },
  once: {
    asks: 'Once, or again?',
    why: () => '',
    answer: () => 'A second example, with its date.',
  },
  recent: {
    asks: 'A habit, or a good month?',
    why: () => 'Everything here is from the last 6 weeks.',
    answer: () => 'Something earlier, if there is something you have not written down.',
  },
  vouch: {
    asks: 'Who else says so?',
    why: () => 'No colleague’s words are in your packet.',
    answer: ({ has }) =>
      has
        ? `You have words from ${has.name}. Bring them in.`
        : 'Two sentences from a person who saw it. Save their message as evidence.',
  },
  unmeasured: {
    asks: 'Was this measured?',
    why: () => '',
    answer: () => 'The number afterwards, and where people can see it.',
  },
  adjectives: {
    asks: 'Where can people see this?',
    why: () => '',
    answer: () => 'A number, or a link to a document, a change or a dashboard.',
  },
  effort: {
    asks: 'What changed because of it?',
    why: () => '',
    answer: () => 'What was different afterwards. Call an estimate an estimate.',
  },
  terms: {
    asks: 'What does this mean?',
    why: ({ terms = [] }) => `A stranger might not know ${listed(terms.slice(0, 4))}.`,
    answer: () => 'One sentence that explains it. It goes into your packet as context.',
  },
}

/** The most competencies that a question names. */
const MOST_NAMED = 3

/** "Scope, Trust and 2 more": each competency of a question once. */
export function objectionPlace({ findings }: Objection): string {
  const names = [...new Set(findings.flatMap(({ competency }) => competency?.name ?? []))]
  const more = names.length - MOST_NAMED
  return more > 0 ? listed([...names.slice(0, MOST_NAMED), `${more} more`]) : listed(names)
}

/** The question itself, what raises it, and what would answer it. */
export function objectionWords(
  objection: Objection,
  packet: Packet,
): Readonly<Record<'asks' | 'why' | 'answer', string>> {
  const { asks, why, answer } = WORDS[objection.kind]
  const [first] = objection.findings
  return { asks, why: why(first, packet), answer: answer(first, packet) }
}

/** "Which part was yours?" for what was answered, with what it was about. */
export function answeredWords(
  { kind, competency, evidenceId }: ObjectionKey,
  { sections, receipts }: Packet,
  dayOf: (receipt: Receipt) => string,
): string {
  const name = sections.find((one) => one.competency.id === competency)?.competency.name
  const receipt = receipts.find(({ ref }) => ref.evidenceId === evidenceId)
  const about = [name, receipt && dayOf(receipt)].filter((one) => one !== undefined)
  return `“${WORDS[kind].asks}”${about.length > 0 ? ` (${about.join(', ')})` : ''}`
}
