import type { ReviewLabels } from './labels.ts'

/** Of so many sentences. */
export const pt: ReviewLabels = {
  locale: 'pt',
  sizes: {
    'a pillar': 'É um pilar de um dossiê de promoção, não o dossiê inteiro.',
    'a start': 'Sozinho, isto não basta para um dossiê.',
    'not yet': 'Isto ainda não sustenta um dossiê.',
    "can't tell": 'Só pode contar em um dossiê quando isso ficar claro.',
  },
  countsAgainst: (where) => `Do jeito que está escrito, isto pesa contra você${where && ` em ${where}`}.`,
  partAgainst: (where) => `Uma parte pesa contra você${where && ` em ${where}`}.`,
  firstPiece: (name) => `Sua primeira evidência sobre ${name}.`,
  onePiece: 'Uma única evidência, ainda não é um padrão.',
  morePieces: (pieces, since, name) => `Com esta, já são ${pieces} evidências sobre ${name} desde ${since}.`,
  orders: (count) =>
    count === 1
      ? 'Não segui a frase que me diz o que encontrar: tire-a do texto.'
      : `Não segui as ${count} frases que me dizem o que encontrar: tire-as do texto.`,
  says: {
    evidenced: (names) => `mostra ${names}`,
    partly: (names) => `mostra em parte ${names}`,
    "can't tell": (names) => `ainda não permite avaliar ${names}`,
    'not yet': (names) => `ainda não mostra ${names}`,
  },
  may: (names) => `Isto pode mostrar ${names}. Não consegui avaliar o nível.`,
  notTied: (asks) =>
    `Ainda não consegui relacionar isto com o plano de carreira${asks ? '; uma resposta ajudaria' : ''}.`,
  decides: 'O que decide:',
  best: 'Onde aparece melhor:',
  first: 'Primeiro:',
  next: 'Depois:',
  question: 'Uma pergunta:',
  reply: 'Responda aqui e eu atualizo isto.',
  yourPart: 'Que parte disto foi sua?',
  addToEntry: (text) => `Acrescente a este registro: ${text}`,
  serves: (names) => `Isto ajuda em ${names}.`,
  nextSteps: 'Próximos passos',
  anotherQuestion: 'Outra pergunta',
  panel: 'O que um comitê vai perguntar',
  draft: 'Diga assim',
  halfPage: 'Dedique meia página a cada ponto:',
  lacks: (text) => `Falta: ${text}`,
  rest: 'O resto, em uma linha:',
  blanks: 'Só você pode preencher as lacunas.',
  others: 'As outras competências',
  touched: 'Aparece, mas é pouco para avaliar:',
  silent: (level) => `Aqui não há nada sobre isto; vão ser precisas outras evidências. ${level} pede:`,
  asks: (level, sentence) => `${level} pede: “${sentence}”`,
  bothAsk: ([current, target], sentence) => `Tanto ${current} quanto ${target} pedem: “${sentence}”`,
  nothingBeyond: (target, current, names) =>
    `${target} não pede nada além do que ${current} já pede: ${names}.`,
  notLookedAt: (names) => `Sem análise: ${names}.`,
  status: {
    evidenced: 'Demonstrado',
    partly: 'Demonstrado em parte',
    'not yet': 'Ainda não demonstrado',
    "can't tell": 'Ainda a esclarecer',
    against: 'Pesa contra',
    match: 'possível correspondência',
    placed: 'classificado por você',
  },
  capped: {
    'no-own-part':
      'Ainda não vejo qual foi a sua parte: estas palavras contam o que a equipe fez, ou não dizem quem fez.',
    plan: 'Isto é um plano. Vai contar quando estiver feito.',
    loss: 'Isto conta algo que deu errado, então ainda não demonstra nada para esta frase.',
    weakness: 'Você apresenta isto como um ponto fraco, então ainda não demonstra nada para esta frase.',
    request: 'Estas palavras pedem algo; não contam nada que já foi feito.',
    vague: 'Estas palavras ainda não citam nenhum trabalho concreto, então não consigo avaliar.',
    'half-row': 'Uma parte desta frase continua em aberto, então eu a conto como demonstrada em parte.',
  },
  saidBy: (name) => `Dito por ${name}:`,
  why: (text) => `Por quê: ${text}`,
  gap: (text) => `O que falta: ${text}`,
  settles: (text) => `O que esclareceria: ${text}`,
  alreadyAsks: (level, sentence) => `${level} já pede: “${sentence}”`,
  showsWhat: (level, sentence) => `Estas palavras mostram o que ${level} pede: “${sentence}”`,
  share: (shown, all) =>
    `${shown} de ${all} ${all === 1 ? 'frase' : 'frases'} ${shown === 1 ? 'demonstrada' : 'demonstradas'}`,
  further: (status, count) => `${count} ${status === 'partly' ? 'em parte' : 'a esclarecer'}`,
}
