import type { types } from '@slack/bolt'
import { daysInWords } from '../../../domain/packet/document-of.ts'
import type { Talk, TalkAsk, TalkGap, TalkQuote, TimeLeft } from '../../../domain/packet/talk.ts'
import { dateInWords } from '../../../domain/text/in-words.ts'
import { readAloud } from '../ladder/pages.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  footnote,
  header,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { packetLevels, packetPlace } from './packet-words.ts'

/** The most of a quote, so that all fits on half a page, in characters. */
const QUOTED = 220

/** Up to this many days are counted as days, and more as months. */
const DAYS = 60

const leftWords = (left: TimeLeft | null): string => {
  if (left === null) return '. No date yet.'
  const { by, days, passed } = left
  const time =
    passed || days < 0
      ? 'the date has passed'
      : days === 0
        ? 'that is today'
        : days > DAYS
          ? `about ${Math.round(days / 30.4)} months left`
          : `${days} ${days === 1 ? 'day' : 'days'} left`
  return `, by ${dateInWords(by)}: ${time}.`
}

const quoteWords = ({ text, saidBy, days }: TalkQuote): string =>
  `${saidBy === null ? '' : `${saidBy}: `}“${clipped(text.trim().replace(/\s+/g, ' '), QUOTED)}” ` +
  `(${daysInWords({ days })})`

/** What I have of it so far, and what I ask. */
const ASKS: Readonly<
  Record<TalkAsk, { readonly have: string; readonly ask: (name: string, current: string) => string }>
> = {
  'nothing-yet': {
    have: 'No quote in my packet shows it yet.',
    ask: (name) => `What work in the coming weeks would let me show ${name}?`,
  },
  'current-only': {
    have: 'What I have so far does not show this.',
    ask: (name, current) => `What would you want to see from me in ${name} beyond what ${current} asks?`,
  },
  once: {
    have: 'I have one entry that shows some of it.',
    ask: (name) => `Where could I show ${name} a second time?`,
  },
  'nobody-else': {
    have: 'I have several entries, but nobody else’s words about it.',
    ask: () => 'Who else saw this and could write two sentences about it?',
  },
  'what-else': {
    have: 'I have several entries, and a colleague’s words.',
    ask: () => 'What would you still want to see before you support this?',
  },
}

const gapParts = ({ competency, asks, ask }: TalkGap, { goal }: Talk): Parameters<typeof richText> => [
  line(words(' ')),
  line(bold(`The gap I work on: ${competency.name}`)),
  ...(asks ? [line(words(`${goal.target} asks: “${asks.text}”`))] : []),
  line(words(ASKS[ask].have)),
  line(words(' ')),
  line(bold('One question for you')),
  line(words(ASKS[ask].ask(competency.name, goal.current))),
]

/** `/ladder packet talk`: what to bring to the next one-to-one, as text to copy. */
export function talkView(talk: Talk): Said {
  const { goal, since, known, shown, gap, left } = talk
  const day = dateInWords(since.toString())
  const blocks: types.KnownBlock[] = [
    header('For your next one-to-one'),
    richText(
      line(words(`Goal: ${packetLevels(talk)}${leftWords(left)}`)),
      line(words(' ')),
      line(bold(`What I showed since ${day}`)),
      ...(shown.length > 0
        ? [bullets(shown.map((one) => [words(quoteWords(one))]))]
        : [line(words('I have written nothing down from this time.'))]),
      ...(gap ? gapParts(gap, talk) : []),
    ),
    actions([
      button('Log evidence', 'evidence-log', 'new'),
      button('The whole packet', 'packet-page:all', packetPlace({ level: goal.target, competency: '' })),
    ]),
    footnote(
      `Only you see this. Copy what you want to send. It starts at ${day}, ` +
        (known ? 'when you prepared the last one.' : '30 days ago, because it is your first one here.'),
    ),
  ]
  return { text: readAloud(blocks), blocks }
}
