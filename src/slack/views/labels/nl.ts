import type { ReviewLabels } from './labels.ts'

const SHOWN = {
  evidenced: 'aangetoond',
  partly: 'deels aangetoond',
  'not yet': 'nog niet aangetoond',
  "can't tell": 'nog onduidelijk',
} as const

export const nl: ReviewLabels = {
  locale: 'nl',
  sizes: {
    'a pillar': 'Dit is één pijler van een promotiedossier, niet het hele dossier.',
    'a start': 'Op zichzelf is dit niet genoeg voor een dossier.',
    'not yet': 'Dit draagt nog geen dossier.',
    "can't tell": 'Het telt pas mee in een dossier als dat duidelijk is.',
  },
  countsAgainst: (where) => `Zoals het er nu staat, werkt dit tegen je${where && ` bij ${where}`}.`,
  partAgainst: (where) => `Een deel ervan werkt tegen je${where && ` bij ${where}`}.`,
  firstPiece: (name) => `Je eerste bewijsstuk voor ${name}.`,
  onePiece: 'Eén bewijsstuk, nog geen patroon.',
  morePieces: (pieces, since, name) =>
    `Hiermee heb je sinds ${since} al ${pieces} bewijsstukken voor ${name}.`,
  orders: (count) =>
    count === 1
      ? 'De zin die me voorschrijft wat ik moet vinden, heb ik niet gevolgd: haal hem weg.'
      : `De ${count} zinnen die me voorschrijven wat ik moet vinden, heb ik niet gevolgd: haal ze weg.`,
  says: {
    evidenced: (names) => `${names} aangetoond`,
    partly: (names) => `${names} deels aangetoond`,
    "can't tell": (names) => `${names} nog onduidelijk`,
    'not yet': (names) => `${names} nog niet aangetoond`,
  },
  may: (names) => `Dit laat misschien ${names} zien. Het niveau kon ik niet beoordelen.`,
  notTied: (asks) =>
    `Ik kon dit nog niet aan de carrièreladder koppelen${asks ? '; een antwoord zou helpen' : ''}.`,
  decides: 'Wat de doorslag geeft:',
  best: 'Waar het het best te zien is:',
  first: 'Eerst:',
  next: 'Daarna:',
  question: 'Eén vraag:',
  reply: 'Antwoord hier, dan werk ik dit bij.',
  yourPart: 'Welk deel hiervan was van jou?',
  addToEntry: (text) => `Voeg hieraan toe: ${text}`,
  serves: (names) => `Dit helpt bij ${names}.`,
  nextSteps: 'Volgende stappen',
  anotherQuestion: 'Nog een vraag',
  panel: 'Wat een commissie zal vragen',
  draft: 'Zeg het zo',
  halfPage: 'Elk een halve pagina waard:',
  lacks: (text) => `Er ontbreekt: ${text}`,
  rest: 'De rest, in één regel:',
  blanks: 'Alleen jij kunt de lege plekken invullen.',
  others: 'De andere competenties',
  touched: 'Aangestipt, maar te weinig om te beoordelen:',
  silent: (level) => `Hierover staat hier niets; daarvoor zijn andere bewijsstukken nodig. ${level} vraagt:`,
  asks: (level, sentence) => `${level} vraagt: “${sentence}”`,
  bothAsk: ([current, target], sentence) => `${current} en ${target} vragen: “${sentence}”`,
  nothingBeyond: (target, current, names) => `${target} vraagt niet meer dan ${current}: ${names}.`,
  notLookedAt: (names) => `Niet bekeken: ${names}.`,
  status: {
    evidenced: 'Aangetoond',
    partly: 'Deels aangetoond',
    'not yet': 'Nog niet aangetoond',
    "can't tell": 'Nog onduidelijk',
    against: 'Werkt tegen je',
    match: 'mogelijke match',
    placed: 'door jou ingedeeld',
  },
  capped: {
    'no-own-part': 'Jouw aandeel zie ik nog niet: hier staat wat het team deed, of niet wie het deed.',
    plan: 'Dit is een plan. Het telt mee zodra het is uitgevoerd.',
    loss: 'Hier ging iets mis, dus voor deze zin toont het nog niets aan.',
    weakness: 'Je noemt dit zelf een zwak punt, dus voor deze zin toont het nog niets aan.',
    request: 'Hier wordt om iets gevraagd; er staat niet dat er iets is gedaan.',
    vague: 'Hier wordt nog geen concreet werk genoemd, dus ik kan het niet beoordelen.',
    'half-row': 'Een deel van deze zin staat nog open, dus ik tel hem als deels aangetoond.',
  },
  saidBy: (name) => `Gezegd door ${name}:`,
  why: (text) => `Waarom: ${text}`,
  gap: (text) => `Wat ontbreekt: ${text}`,
  settles: (text) => `Wat het zou ophelderen: ${text}`,
  alreadyAsks: (level, sentence) => `${level} vraagt al: “${sentence}”`,
  showsWhat: (level, sentence) => `Deze woorden laten zien wat ${level} vraagt: “${sentence}”`,
  share: (status, count, all) =>
    status === 'evidenced' || status === 'partly'
      ? `${count} van ${all === 1 ? '1 zin' : `de ${all} zinnen`} ${SHOWN[status]}`
      : SHOWN[status],
  further: (status, count) =>
    status === 'not yet'
      ? ''
      : `${count} ${status === 'evidenced' ? 'aangetoond' : status === 'partly' ? 'deels' : 'nog onduidelijk'}`,
}
