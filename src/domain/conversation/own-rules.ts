import { anyPhrase } from '../message/phrases.ts'
import type { AskRule } from './ask-rule.ts'
import { isOpenFilter, pieceFilterOf, whichEntry, whichNamed } from './which-piece.ts'
import { OWN_QUESTIONS } from './words/own-words.ts'

const CHANCES = anyPhrase(OWN_QUESTIONS.chances)
const PROGRESS = anyPhrase(OWN_QUESTIONS.progress)
const LIST = anyPhrase(OWN_QUESTIONS.list)
const OPEN = anyPhrase(OWN_QUESTIONS.open)
const SAY = anyPhrase(OWN_QUESTIONS.say)
const REVIEW = anyPhrase(OWN_QUESTIONS.review)

/** What is to be put into words: "the settlement job" in "how do I put the settlement job into one sentence". */
const SAID = new RegExp(
  [
    '\\b(?:say|phrase|put|word|write|express|describe|explain|summari[sz]e|rewrite|rephrase)',
    ' (.{2,60}?)(?: (?:in|into|for|to|as|so|without|better|shorter|differently|nicer|nicely)\\b|$)',
  ].join(''),
)

/** The person's own entries. */
export const LIST_RULES: readonly AskRule[] = [
  {
    name: 'one entry to be opened',
    examples: ['open the one about DNS', 'pull up the thing about the DNS outage'],
    read: (asked) => {
      if (!OPEN.test(asked.core)) return null
      const filter = pieceFilterOf(asked.core, asked)
      return isOpenFilter(filter) && !/\b(?:last|latest|newest|it|that|this)\b/.test(asked.core)
        ? null
        : { kind: 'list', filter, open: true }
    },
  },
  {
    name: 'the entries, all or some',
    examples: [
      'Show my evidence',
      'show me everything you have on me',
      'what did I do in spring?',
      'what have I sent about the payments migration',
      'list my evidence for the last quarter, by competency',
      'Zeig mir bitte alles, was du zu mir gespeichert hast.',
      '¿Qué hice en marzo?',
      'montre-moi mes preuves',
      'mostra minhas evidências',
    ],
    read: (asked) =>
      LIST.test(asked.core) || LIST.test(asked.said)
        ? { kind: 'list', filter: pieceFilterOf(asked.core, asked), open: false }
        : null,
  },
]

/** Whether it is enough, which people decide. */
export const CHANCE_RULES: readonly AskRule[] = [
  {
    name: 'whether it is enough',
    examples: [
      'Am I ready?',
      'do you think I’ll make it this cycle',
      'Bin ich schon so weit?',
      '¿Estoy lista?',
    ],
    read: ({ said, core, place }) =>
      (CHANCES.test(said) || CHANCES.test(core)) && place === 'dm'
        ? { kind: 'progress', chances: true, competency: null }
        : null,
  },
]

/** How the person is doing. */
export const PROGRESS_RULES: readonly AskRule[] = [
  {
    name: 'what is there and what is missing',
    examples: [
      'What am I missing for L3?',
      'what should I do next?',
      'how am I doing?',
      'where are my gaps',
      'Why is there nothing under Flexibility when I’ve sent you like ten things',
      'Was fehlt mir noch für die nächste Stufe?',
      '¿Qué me falta para L3?',
      'Qu’est-ce qu’il me manque ?',
      'O que me falta?',
    ],
    read: ({ said, core, place, named }) =>
      place !== 'thread' && (PROGRESS.test(core) || PROGRESS.test(said))
        ? { kind: 'progress', chances: false, competency: named.competencies[0]?.id ?? null }
        : null,
  },
]

/** The words of a piece. */
export const SAY_RULES: readonly AskRule[] = [
  {
    name: 'how it could be put',
    examples: [
      'how would I say that?',
      'how do I put the settlement job into one sentence for people who aren’t in payments',
      'can you put that into better words for me',
      'Wie würde ich das formulieren?',
      '¿Cómo lo diría?',
      'Comment le dire ?',
    ],
    read: (asked) => {
      if (!SAY.test(asked.core) && !SAY.test(asked.said)) return null
      const about = SAID.exec(asked.core)?.[1]
      return { kind: 'say', which: whichNamed(asked, about ?? '') }
    },
  },
]

/** Means an entry or its review, and not all of them. */
const ENTRY = /\b(?:this|that|it|one|entry|review|isso|isto|eso|esto|ca|cela|das|dies)\b/

/** A review. */
export const REVIEW_RULES: readonly AskRule[] = [
  {
    name: 'why not a level, about no entry in particular',
    examples: [
      'why not L4?',
      'And what about L4?',
      'why am I not L4',
      'Pourquoi pas L4 ?',
      '¿Por qué no L4?',
    ],
    read: (asked) => {
      const [level] = asked.named.levels
      const isOfEntry = asked.place !== 'dm' || whichEntry(asked) !== null || ENTRY.test(asked.said)
      if (level === undefined || isOfEntry || !REVIEW.test(asked.core)) return null
      const competency = asked.named.competencies[0]?.id ?? null
      return { kind: 'progress', chances: false, competency, level: level.id }
    },
  },
  {
    name: 'why the review says it, and what would change it',
    examples: [
      'Why only partly?',
      'why is the DNS one only partly shown',
      'what would get this to L4?',
      { text: 'which sentence of the ladder did you match it with', place: 'thread' },
      { text: 'isso conta para L3 ou ainda é L2?', place: 'thread' },
      { text: 'And if I tell you I reviewed the design as well, does that shift it?', place: 'thread' },
      { text: 'How would I go about turning this into an L4 example?', place: 'thread' },
      'Warum nur teilweise?',
      'Pourquoi seulement partiellement ?',
      '¿Por qué solo en parte?',
    ],
    read: (asked) =>
      REVIEW.test(asked.core)
        ? {
            kind: 'review',
            text: asked.text,
            which:
              asked.place === 'thread'
                ? { kind: 'this' }
                : (whichEntry(asked) ?? { kind: 'latest', count: 1 }),
          }
        : null,
  },
  {
    name: 'a question in the thread of a review, about what is next or whether it is enough',
    examples: [
      { text: 'what should I do next?', place: 'thread' },
      { text: 'Am I ready?', place: 'thread' },
    ],
    read: ({ place, said, core, text }) =>
      place === 'thread' && (CHANCES.test(said) || PROGRESS.test(core))
        ? { kind: 'review', text, which: { kind: 'this' } }
        : null,
  },
]
