import type { ReviewLabels } from './labels.ts'

export const fr: ReviewLabels = {
  locale: 'fr',
  sizes: {
    'a pillar': 'C’est un pilier d’un dossier de promotion, pas le dossier entier.',
    'a start': 'À lui seul, cet élément ne suffit pas pour un dossier.',
    'not yet': 'Cela ne peut pas encore porter un dossier.',
    "can't tell": 'Cela ne pourra compter dans un dossier qu’une fois ce point éclairci.',
  },
  countsAgainst: (where) => `Écrit ainsi, cela dessert ton dossier${where && ` sur ${where}`}.`,
  partAgainst: (where) => `Une partie dessert ton dossier${where && ` sur ${where}`}.`,
  firstPiece: (name) => `Ton premier élément sur ${name}.`,
  onePiece: 'Un seul élément, pas encore une tendance.',
  morePieces: (pieces, since, name) =>
    `Avec celui-ci, cela fait ${pieces} éléments sur ${name} depuis ${since}.`,
  orders: (count) =>
    count === 1
      ? 'Je n’ai pas suivi la phrase qui me dicte ce que je dois trouver\u00a0: retire-la.'
      : `Je n’ai pas suivi les ${count} phrases qui me dictent ce que je dois trouver\u00a0: retire-les.`,
  says: {
    evidenced: (names) => `montre ${names}`,
    partly: (names) => `montre en partie ${names}`,
    "can't tell": (names) => `ne permet pas encore de juger ${names}`,
    'not yet': (names) => `ne montre pas encore ${names}`,
  },
  may: (names) => `Cela pourrait montrer ${names}. Je n’ai pas pu évaluer le niveau.`,
  notTied: (asks) =>
    `Je n’ai pas encore pu rattacher cela à la grille de carrière${asks ? '\u00a0; une réponse aiderait' : ''}.`,
  decides: 'Le point décisif\u00a0:',
  best: 'Là où cela se voit le mieux\u00a0:',
  first: 'D’abord\u00a0:',
  next: 'Ensuite\u00a0:',
  question: 'Une question\u00a0:',
  reply: 'Réponds ici, et je mets cela à jour.',
  yourPart: 'Quelle part de ce travail est la tienne\u00a0?',
  addToEntry: (text) => `Ajoute à cette note\u00a0: ${text}`,
  serves: (names) => `C’est utile pour ${names}.`,
  nextSteps: 'Prochaines étapes',
  anotherQuestion: 'Une autre question',
  panel: 'Ce qu’un comité pourrait demander',
  draft: 'Dis-le comme ceci',
  halfPage: 'Consacre une demi-page à chaque point\u00a0:',
  lacks: (text) => `Il manque\u00a0: ${text}`,
  rest: 'Le reste, en une ligne\u00a0:',
  blanks: 'Les blancs, c’est à toi de les remplir.',
  others: 'Les autres compétences',
  touched: 'Évoqué, mais trop peu pour en juger\u00a0:',
  silent: (level) => `Rien ici à ce sujet\u00a0; il faudra d’autres éléments. ${level} demande\u00a0:`,
  asks: (level, sentence) => `${level} demande\u00a0: “${sentence}”`,
  bothAsk: ([current, target], sentence) => `${current} et ${target} demandent\u00a0: “${sentence}”`,
  nothingBeyond: (target, current, names) =>
    `${target} ne demande rien de plus que ${current}\u00a0: ${names}.`,
  notLookedAt: (names) => `Non examiné\u00a0: ${names}.`,
  status: {
    evidenced: 'Démontré',
    partly: 'Démontré en partie',
    'not yet': 'Pas encore démontré',
    "can't tell": 'Encore à clarifier',
    against: 'Dessert le dossier',
    match: 'correspondance possible',
    placed: 'classé par toi',
    disputed: 'selon toi, c’est faux',
  },
  capped: {
    'no-own-part':
      'Je ne vois pas encore ta part\u00a0: ces mots disent ce que l’équipe a fait, ou ne disent pas qui l’a fait.',
    plan: 'C’est un plan. Il comptera une fois réalisé.',
    loss: 'Quelque chose a mal tourné ici\u00a0; pour cette phrase, cela ne montre donc encore rien.',
    weakness:
      'Tu présentes cela comme un point faible\u00a0; pour cette phrase, cela ne montre donc encore rien.',
    request: 'Ces mots demandent quelque chose\u00a0; ils ne racontent rien de déjà fait.',
    vague: 'Ces mots ne citent encore aucun travail précis, je ne peux donc pas en juger.',
    'half-row': 'Une partie de cette phrase reste ouverte, je la compte donc comme démontrée en partie.',
  },
  saidBy: (name) => `Dit par ${name}\u00a0:`,
  why: (text) => `Pourquoi\u00a0: ${text}`,
  gap: (text) => `Ce qui manque\u00a0: ${text}`,
  settles: (text) => `Ce qui trancherait\u00a0: ${text}`,
  alreadyAsks: (level, sentence) => `${level} demande déjà\u00a0: “${sentence}”`,
  showsWhat: (level, sentence) => `Ces mots montrent ce que demande ${level}\u00a0: “${sentence}”`,
  share: (shown, all) =>
    `${shown} ${shown < 2 ? 'phrase' : 'phrases'} sur ${all} ${shown < 2 ? 'démontrée' : 'démontrées'}`,
  further: (status, count) => `${count} ${status === 'partly' ? 'en partie' : 'à clarifier'}`,
}
