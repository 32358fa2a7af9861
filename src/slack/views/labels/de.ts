import type { ReviewLabels } from './labels.ts'

const WHAT = {
  evidenced: 'belegt',
  partly: 'teilweise belegt',
  'not yet': 'noch nicht belegt',
  "can't tell": 'noch unklar',
} as const

export const de: ReviewLabels = {
  locale: 'de',
  sizes: {
    'a pillar': 'Ein Pfeiler eines Beförderungsdossiers, nicht das ganze Dossier.',
    'a start': 'Allein reicht das nicht für ein Dossier.',
    'not yet': 'Das trägt noch kein Dossier.',
    "can't tell": 'In einem Dossier zählt es erst, wenn das klar ist.',
  },
  countsAgainst: (where) => `So formuliert spricht das ${where && `bei ${where} `}gegen eine Beförderung.`,
  partAgainst: (where) => `Ein Teil davon spricht ${where && `bei ${where} `}gegen eine Beförderung.`,
  firstPiece: (name) => `Dein erster Beleg zu ${name}.`,
  onePiece: 'Ein einzelner Beleg, noch kein Muster.',
  morePieces: (pieces, since, name) => `Damit sind es ${pieces} Belege zu ${name} seit ${since}.`,
  orders: (count) =>
    count === 1
      ? 'Den Satz, der mir vorgibt, was ich finden soll, habe ich ignoriert: Nimm ihn heraus.'
      : `Die ${count} Sätze, die mir vorgeben, was ich finden soll, habe ich ignoriert: Nimm sie heraus.`,
  says: {
    evidenced: (names) => `${names} belegt`,
    partly: (names) => `${names} teilweise belegt`,
    "can't tell": (names) => `${names} noch unklar`,
    'not yet': (names) => `${names} noch nicht belegt`,
  },
  may: (names) => `Das könnte ${names} zeigen. Die Stufe konnte ich nicht beurteilen.`,
  notTied: (asks) =>
    `Das konnte ich noch keinem Satz der Karriereleiter zuordnen${asks ? '; eine Antwort würde helfen' : ''}.`,
  decides: 'Entscheidend:',
  best: 'Am besten zeigt es sich hier:',
  first: 'Zuerst:',
  next: 'Dann:',
  question: 'Eine Frage:',
  reply: 'Antworte hier, dann aktualisiere ich das.',
  yourPart: 'Was davon war dein Anteil?',
  addToEntry: (text) => `Ergänze in diesem Eintrag: ${text}`,
  serves: (names) => `Das hilft bei ${names}.`,
  nextSteps: 'Nächste Schritte',
  anotherQuestion: 'Noch eine Frage',
  panel: 'Was ein Gremium fragen wird',
  draft: 'So kannst du es sagen',
  halfPage: 'Jeweils eine halbe Seite wert:',
  lacks: (text) => `Es fehlt: ${text}`,
  rest: 'Der Rest in einem Satz:',
  blanks: 'Nur du kannst die Lücken füllen.',
  others: 'Die anderen Kompetenzen',
  touched: 'Angesprochen, aber zu dünn für ein Urteil:',
  silent: (level) => `Dazu steht hier nichts; dafür braucht es andere Belege. ${level} verlangt:`,
  asks: (level, sentence) => `${level} verlangt: “${sentence}”`,
  bothAsk: ([current, target], sentence) => `${current} und ${target} verlangen: “${sentence}”`,
  nothingBeyond: (target, current, names) => `${target} verlangt nicht mehr als ${current}: ${names}.`,
  notLookedAt: (names) => `Nicht geprüft: ${names}.`,
  status: {
    evidenced: 'Belegt',
    partly: 'Teilweise belegt',
    'not yet': 'Noch nicht belegt',
    "can't tell": 'Noch unklar',
    against: 'Spricht dagegen',
    match: 'möglicher Treffer',
    placed: 'von dir zugeordnet',
  },
  capped: {
    'no-own-part':
      'Deinen Anteil sehe ich noch nicht: Hier steht, was das Team getan hat, oder es bleibt offen, wer es war.',
    plan: 'Das ist ein Plan. Er zählt, sobald er umgesetzt ist.',
    loss: 'Hier ist etwas schiefgegangen; für diesen Satz belegt das noch nichts.',
    weakness: 'Du nennst das selbst eine Schwäche; für diesen Satz belegt das noch nichts.',
    request: 'Hier wird um etwas gebeten; getan ist damit noch nichts.',
    vague: 'Hier ist noch keine konkrete Arbeit genannt, deshalb kann ich das nicht beurteilen.',
    'half-row': 'Ein Teil dieses Satzes ist noch offen, deshalb zähle ich ihn als teilweise belegt.',
  },
  saidBy: (name) => `Gesagt von ${name}:`,
  why: (text) => `Warum: ${text}`,
  gap: (text) => `Lücke: ${text}`,
  settles: (text) => `Das würde es klären: ${text}`,
  alreadyAsks: (level, sentence) => `Schon ${level} verlangt: “${sentence}”`,
  showsWhat: (level, sentence) => `Diese Worte zeigen, was ${level} verlangt: “${sentence}”`,
  share: (status, count, all) =>
    status === 'evidenced' || status === 'partly'
      ? `${count} von ${all} ${all === 1 ? 'Satz' : 'Sätzen'} ${WHAT[status]}`
      : WHAT[status],
  further: (status, count) => (status === 'not yet' ? '' : `${count} ${WHAT[status]}`),
}
