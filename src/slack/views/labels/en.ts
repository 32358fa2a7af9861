import type { Status } from '../../../domain/review.ts'
import type { ReviewLabels } from './labels.ts'

const SHOWN: Readonly<Record<Status, string>> = {
  evidenced: 'shown',
  partly: 'partly shown',
  'not yet': 'not shown yet',
  "can't tell": 'can’t tell yet',
}

export const en: ReviewLabels = {
  locale: 'en',
  sizes: {
    'a pillar': 'One pillar of a packet, not the whole.',
    'a start': 'Not enough for a packet alone.',
    'not yet': 'This does not carry a packet yet.',
    "can't tell": 'It can’t count in a packet until that is clear.',
  },
  countsAgainst: (where) => `As written, this counts against a case${where && ` in ${where}`}.`,
  partAgainst: (where) => `Part of it counts against a case${where && ` in ${where}`}.`,
  firstPiece: (name) => `Your first piece on ${name}.`,
  onePiece: 'One piece, no pattern yet.',
  morePieces: (pieces, since, name) => `With it, ${pieces} pieces since ${since} speak to ${name}.`,
  orders: (count) =>
    `I did not follow the ${count === 1 ? 'sentence that tells' : `${count} sentences that tell`} me what to find: take ${count === 1 ? 'it' : 'them'} out.`,
  says: {
    evidenced: (names) => `${names} shown`,
    partly: (names) => `${names} partly shown`,
    "can't tell": (names) => `${names} can’t be told yet`,
    'not yet': (names) => `${names} not shown yet`,
  },
  may: (names) => `This may show ${names}. I could not judge the level.`,
  notTied: (asks) => `I could not tie this to the ladder yet${asks ? '; an answer would help' : ''}.`,
  decides: 'What decides:',
  best: 'Where it shows best:',
  first: 'Do first:',
  next: 'Then:',
  question: 'One question:',
  reply: 'Reply here, and I update this.',
  yourPart: 'Which part of this was yours?',
  addToEntry: (text) => `Add to this entry: ${text}`,
  serves: (names) => `This serves ${names}.`,
  nextSteps: 'Next steps',
  anotherQuestion: 'Another question',
  panel: 'What a panel will ask',
  draft: 'Say it like this',
  halfPage: 'Worth half a page each:',
  lacks: (text) => `It lacks: ${text}`,
  rest: 'The rest, in a line:',
  blanks: 'Only you can fill the blanks.',
  others: 'The other competencies',
  touched: 'Touched, too thin to judge:',
  silent: (level) => `Nothing here on these; a case needs other pieces for them. ${level} asks:`,
  asks: (level, sentence) => `${level} asks: “${sentence}”`,
  bothAsk: ([current, target], sentence) => `${current} and ${target} ask: “${sentence}”`,
  nothingBeyond: (target, current, names) => `${target} asks nothing beyond ${current}: ${names}.`,
  notLookedAt: (names) => `Not looked at: ${names}.`,
  status: {
    evidenced: 'Shown',
    partly: 'Partly shown',
    'not yet': 'Not shown yet',
    "can't tell": 'Can’t tell yet',
    against: 'Counts against',
    match: 'a possible match',
    placed: 'placed by you',
  },
  capped: {
    'no-own-part': 'I can’t tell your part yet: these words tell what the team did, or not who did it.',
    plan: 'This is a plan. It counts once it is done.',
    loss: 'This tells of something that went wrong, so it shows nothing for this sentence yet.',
    weakness: 'You name this as a weakness, so it shows nothing for this sentence yet.',
    request: 'These words ask for something; they tell of nothing done.',
    vague: 'These words name no piece of work yet, so I can’t judge it.',
    'half-row': 'Part of this sentence is still open, so I count it as partly shown.',
  },
  saidBy: (name) => `Said by ${name}:`,
  why: (text) => `Why: ${text}`,
  gap: (text) => `Gap: ${text}`,
  settles: (text) => `What would settle it: ${text}`,
  alreadyAsks: (level, sentence) => `${level} already asks: “${sentence}”`,
  showsWhat: (level, sentence) => `These words show what ${level} asks: “${sentence}”`,
  share: (status, count, all) =>
    status === 'evidenced' || status === 'partly'
      ? `${count} of ${all} ${all === 1 ? 'sentence' : 'sentences'} ${SHOWN[status]}`
      : SHOWN[status],
  further: (status, count) =>
    status === 'not yet'
      ? ''
      : `${count} ${status === 'evidenced' ? 'shown' : status === 'partly' ? 'partly' : 'can’t tell yet'}`,
}
