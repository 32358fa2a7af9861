import type { ReviewLabels } from './labels.ts'

/** Of so many sentences. */
export const it: ReviewLabels = {
  locale: 'it',
  sizes: {
    'a pillar': 'È un pilastro di un dossier di promozione, non il dossier intero.',
    'a start': 'Da solo non basta per un dossier.',
    'not yet': 'Questo non regge ancora un dossier.',
    "can't tell": 'Potrà contare in un dossier solo quando questo sarà chiaro.',
  },
  countsAgainst: (where) => `Scritto così, gioca a tuo sfavore${where && ` su ${where}`}.`,
  partAgainst: (where) => `Una parte gioca a tuo sfavore${where && ` su ${where}`}.`,
  firstPiece: (name) => `Il tuo primo esempio su ${name}.`,
  onePiece: 'Un solo esempio: non è ancora una costante.',
  morePieces: (pieces, since, name) => `Con questo, sono ${pieces} gli esempi su ${name} da ${since}.`,
  orders: (count) =>
    count === 1
      ? 'Non ho seguito la frase che mi dice che cosa trovare: toglila.'
      : `Non ho seguito le ${count} frasi che mi dicono che cosa trovare: toglile.`,
  says: {
    evidenced: (names) => `dimostra ${names}`,
    partly: (names) => `dimostra in parte ${names}`,
    "can't tell": (names) => `non permette ancora di valutare ${names}`,
    'not yet': (names) => `non dimostra ancora ${names}`,
  },
  may: (names) => `Questo potrebbe dimostrare ${names}. Non ho potuto valutare il livello.`,
  notTied: (asks) =>
    `Non ho ancora potuto collegare questo al percorso di carriera${asks ? '; una risposta aiuterebbe' : ''}.`,
  decides: 'Il punto decisivo:',
  best: 'Dove si vede meglio:',
  first: 'Per prima cosa:',
  next: 'Poi:',
  question: 'Una domanda:',
  reply: 'Rispondi qui e aggiorno tutto.',
  yourPart: 'Quale parte di questo lavoro era tua?',
  addToEntry: (text) => `Aggiungi a questa nota: ${text}`,
  serves: (names) => `Questo ti aiuta su ${names}.`,
  nextSteps: 'Prossimi passi',
  anotherQuestion: 'Un’altra domanda',
  panel: 'Che cosa chiederà una commissione',
  draft: 'Dillo così',
  halfPage: 'Dedica mezza pagina a ogni punto:',
  lacks: (text) => `Manca: ${text}`,
  rest: 'Il resto, in una riga:',
  blanks: 'Solo tu puoi riempire gli spazi vuoti.',
  others: 'Le altre competenze',
  touched: 'Accennato, ma troppo poco per valutare:',
  silent: (level) => `Su questo qui non c’è nulla; servono altri esempi. ${level} chiede:`,
  asks: (level, sentence) => `${level} chiede: “${sentence}”`,
  bothAsk: ([current, target], sentence) => `Sia ${current} sia ${target} chiedono: “${sentence}”`,
  nothingBeyond: (target, current, names) =>
    `${target} non chiede nulla in più rispetto a ${current}: ${names}.`,
  notLookedAt: (names) => `Non esaminato: ${names}.`,
  status: {
    evidenced: 'Dimostrato',
    partly: 'Dimostrato in parte',
    'not yet': 'Non ancora dimostrato',
    "can't tell": 'Ancora da chiarire',
    against: 'Gioca a sfavore',
    match: 'possibile corrispondenza',
    placed: 'assegnato da te',
  },
  capped: {
    'no-own-part':
      'Non vedo ancora la tua parte: queste parole dicono che cosa ha fatto il team, o non dicono chi l’ha fatto.',
    plan: 'Questo è un piano. Conterà una volta realizzato.',
    loss: 'Qui qualcosa è andato storto, quindi per questa frase non dimostra ancora nulla.',
    weakness: 'Lo presenti come un punto debole, quindi per questa frase non dimostra ancora nulla.',
    request: 'Queste parole chiedono qualcosa; non raccontano nulla di già fatto.',
    vague: 'Queste parole non nominano ancora un lavoro preciso, quindi non posso valutarlo.',
    'half-row': 'Una parte di questa frase è ancora aperta, quindi la conto come dimostrata in parte.',
  },
  saidBy: (name) => `Detto da ${name}:`,
  why: (text) => `Perché: ${text}`,
  gap: (text) => `Che cosa manca: ${text}`,
  settles: (text) => `Che cosa lo chiarirebbe: ${text}`,
  alreadyAsks: (level, sentence) => `${level} chiede già: “${sentence}”`,
  showsWhat: (level, sentence) => `Queste parole dimostrano quello che chiede ${level}: “${sentence}”`,
  share: (shown, all) =>
    `${shown} su ${all} ${all === 1 ? 'frase' : 'frasi'} ${shown === 1 ? 'dimostrata' : 'dimostrate'}`,
  further: (status, count) => `${count} ${status === 'partly' ? 'in parte' : 'da chiarire'}`,
}
