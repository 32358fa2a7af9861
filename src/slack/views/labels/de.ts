import type { ReviewLabels } from './labels.ts'

const WHAT = {
  evidenced: 'gezeigt',
  partly: 'teilweise gezeigt',
  'not yet': 'noch nicht gezeigt',
  "can't tell": 'noch nicht zu sagen',
} as const

export const de: ReviewLabels = {
  locale: 'de',
  sizes: {
    'a pillar': 'Ein Pfeiler eines Beförderungspakets, nicht das Ganze.',
    'a start': 'Allein reicht das nicht für ein Paket.',
    'not yet': 'Das trägt noch kein Paket.',
    "can't tell": 'In einem Paket zählt es erst, wenn das klar ist.',
  },
  countsAgainst: (where) => `So geschrieben spricht das dagegen${where && `, bei ${where}`}.`,
  partAgainst: (where) => `Ein Teil davon spricht dagegen${where && `, bei ${where}`}.`,
  firstPiece: (name) => `Dein erster Beleg zu ${name}.`,
  onePiece: 'Ein einzelner Beleg, noch kein Muster.',
  morePieces: (pieces, since, name) => `Damit sprechen ${pieces} Belege seit ${since} für ${name}.`,
  orders: (count) =>
    count === 1
      ? 'Den Satz, der mir vorgibt, was ich finden soll, habe ich nicht befolgt: Nimm ihn heraus.'
      : `Die ${count} Sätze, die mir vorgeben, was ich finden soll, habe ich nicht befolgt: Nimm sie heraus.`,
  says: {
    evidenced: (names) => `${names} gezeigt`,
    partly: (names) => `${names} teilweise gezeigt`,
    "can't tell": (names) => `${names} noch nicht zu sagen`,
    'not yet': (names) => `${names} noch nicht gezeigt`,
  },
  may: (names) => `Das kann ${names} zeigen. Die Stufe konnte ich nicht beurteilen.`,
  notTied: (asks) =>
    `Das konnte ich noch keinem Satz der Ladder zuordnen${asks ? '; eine Antwort würde helfen' : ''}.`,
  decides: 'Was entscheidet:',
  best: 'Wo es sich am besten zeigt:',
  first: 'Zuerst:',
  next: 'Dann:',
  question: 'Eine Frage:',
  reply: 'Antworte hier, dann ergänze ich das.',
  yourPart: 'Welcher Teil davon war deiner?',
  addToEntry: (text) => `Ergänze hier: ${text}`,
  serves: (names) => `Das hilft bei ${names}.`,
  nextSteps: 'Nächste Schritte',
  anotherQuestion: 'Noch eine Frage',
  panel: 'Was ein Gremium fragen wird',
  draft: 'So kannst du es sagen',
  halfPage: 'Je eine halbe Seite wert:',
  lacks: (text) => `Es fehlt: ${text}`,
  rest: 'Der Rest in einem Satz:',
  blanks: 'Nur du kannst die Lücken füllen.',
  others: 'Die anderen Kompetenzen',
  touched: 'Berührt, zu dünn für ein Urteil:',
  silent: (level) => `Dazu steht hier nichts; dafür braucht es andere Belege. ${level} verlangt:`,
  asks: (level, sentence) => `${level} verlangt: “${sentence}”`,
  bothAsk: ([current, target], sentence) => `${current} und ${target} verlangen: “${sentence}”`,
  nothingBeyond: (target, current, names) => `${target} verlangt nicht mehr als ${current}: ${names}.`,
  notLookedAt: (names) => `Nicht angesehen: ${names}.`,
  status: {
    evidenced: 'Gezeigt',
    partly: 'Teilweise gezeigt',
    'not yet': 'Noch nicht gezeigt',
    "can't tell": 'Noch nicht zu sagen',
    against: 'Spricht dagegen',
    match: 'vielleicht passend',
    placed: 'von dir zugeordnet',
  },
  capped: {
    'no-own-part':
      'Deinen Anteil sehe ich noch nicht: Die Worte sagen, was das Team tat, oder nicht, wer es tat.',
    plan: 'Das ist ein Plan. Er zählt, wenn er umgesetzt ist.',
    loss: 'Hier ging etwas schief, also zeigt es für diesen Satz noch nichts.',
    weakness: 'Du nennst das eine Schwäche, also zeigt es für diesen Satz noch nichts.',
    request: 'Diese Worte bitten um etwas; getan ist damit nichts.',
    vague: 'Diese Worte nennen noch keine bestimmte Arbeit, also kann ich sie nicht beurteilen.',
    'half-row': 'Ein Teil dieses Satzes ist noch offen, also zähle ich ihn als teilweise gezeigt.',
  },
  saidBy: (name) => `Gesagt von ${name}:`,
  why: (text) => `Warum: ${text}`,
  gap: (text) => `Lücke: ${text}`,
  settles: (text) => `Was es klären würde: ${text}`,
  alreadyAsks: (level, sentence) => `Schon ${level} verlangt: “${sentence}”`,
  showsWhat: (level, sentence) => `Diese Worte zeigen, was ${level} verlangt: “${sentence}”`,
  share: (status, count, all) =>
    status === 'evidenced' || status === 'partly'
      ? `${count} von ${all} ${all === 1 ? 'Satz' : 'Sätzen'} ${WHAT[status]}`
      : WHAT[status],
  further: (status, count) => (status === 'not yet' ? '' : `${count} ${WHAT[status]}`),
}
