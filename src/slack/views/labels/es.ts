import type { ReviewLabels } from './labels.ts'

/** Of so many sentences. */
const SHOWN = {
  evidenced: (count: number) => (count === 1 ? 'demostrada' : 'demostradas'),
  partly: (count: number) => (count === 1 ? 'demostrada en parte' : 'demostradas en parte'),
} as const

export const es: ReviewLabels = {
  locale: 'es',
  sizes: {
    'a pillar': 'Es un pilar de un dossier de promoción, no el dossier entero.',
    'a start': 'Por sí solo no basta para un dossier.',
    'not yet': 'Esto aún no sostiene un dossier.',
    "can't tell": 'No puede contar en un dossier hasta que eso quede claro.',
  },
  countsAgainst: (where) => `Tal como está escrito, esto juega en tu contra${where && ` en ${where}`}.`,
  partAgainst: (where) => `Una parte juega en tu contra${where && ` en ${where}`}.`,
  firstPiece: (name) => `Tu primera evidencia sobre ${name}.`,
  onePiece: 'Una sola evidencia: aún no hay un patrón.',
  morePieces: (pieces, since, name) => `Con esta, ya son ${pieces} evidencias sobre ${name} desde ${since}.`,
  orders: (count) =>
    count === 1
      ? 'No seguí la frase que me dice qué debo encontrar: quítala.'
      : `No seguí las ${count} frases que me dicen qué debo encontrar: quítalas.`,
  says: {
    evidenced: (names) => `muestra ${names}`,
    partly: (names) => `muestra en parte ${names}`,
    "can't tell": (names) => `aún no permite valorar ${names}`,
    'not yet': (names) => `aún no muestra ${names}`,
  },
  may: (names) => `Esto podría mostrar ${names}. No pude valorar el nivel.`,
  notTied: (asks) =>
    `Aún no pude relacionar esto con el plan de carrera${asks ? '; una respuesta ayudaría' : ''}.`,
  decides: 'Lo decisivo:',
  best: 'Donde mejor se ve:',
  first: 'Primero:',
  next: 'Después:',
  question: 'Una pregunta:',
  reply: 'Responde aquí y lo actualizo.',
  yourPart: '¿Qué parte de esto fue tuya?',
  addToEntry: (text) => `Añade a esta entrada: ${text}`,
  serves: (names) => `Esto te ayuda en ${names}.`,
  nextSteps: 'Próximos pasos',
  anotherQuestion: 'Otra pregunta',
  panel: 'Lo que preguntará un comité',
  draft: 'Dilo así',
  halfPage: 'Dedica media página a cada punto:',
  lacks: (text) => `Falta: ${text}`,
  rest: 'El resto, en una línea:',
  blanks: 'Solo tú puedes llenar los huecos.',
  others: 'Las demás competencias',
  touched: 'Se menciona, pero es muy poco para valorarlo:',
  silent: (level) => `Sobre esto no hay nada aquí; harán falta otras evidencias. ${level} pide:`,
  asks: (level, sentence) => `${level} pide: “${sentence}”`,
  bothAsk: ([current, target], sentence) => `Tanto ${current} como ${target} piden: “${sentence}”`,
  nothingBeyond: (target, current, names) => `${target} no pide nada que no pida ya ${current}: ${names}.`,
  notLookedAt: (names) => `Sin revisar: ${names}.`,
  status: {
    evidenced: 'Demostrado',
    partly: 'Demostrado en parte',
    'not yet': 'Aún sin demostrar',
    "can't tell": 'Aún por aclarar',
    against: 'Juega en contra',
    match: 'posible coincidencia',
    placed: 'clasificado por ti',
  },
  capped: {
    'no-own-part':
      'Aún no veo cuál fue tu parte: estas palabras cuentan lo que hizo el equipo, o no dicen quién lo hizo.',
    plan: 'Esto es un plan. Contará cuando esté hecho.',
    loss: 'Esto cuenta algo que salió mal, así que aún no demuestra nada para esta frase.',
    weakness: 'Lo presentas como un punto débil, así que aún no demuestra nada para esta frase.',
    request: 'Estas palabras piden algo; no cuentan nada que ya esté hecho.',
    vague: 'Estas palabras aún no nombran ningún trabajo concreto, así que no puedo valorarlo.',
    'half-row': 'Una parte de esta frase sigue abierta, así que la cuento como demostrada en parte.',
  },
  saidBy: (name) => `Dicho por ${name}:`,
  why: (text) => `Por qué: ${text}`,
  gap: (text) => `Lo que falta: ${text}`,
  settles: (text) => `Lo que lo aclararía: ${text}`,
  alreadyAsks: (level, sentence) => `${level} ya pide: “${sentence}”`,
  showsWhat: (level, sentence) => `Estas palabras muestran lo que pide ${level}: “${sentence}”`,
  share: (status, count, all) =>
    status === 'evidenced' || status === 'partly'
      ? `${count} ${count === 1 ? 'frase' : 'frases'} de ${all} ${SHOWN[status](count)}`
      : status === 'not yet'
        ? 'aún sin demostrar'
        : 'aún por aclarar',
  further: (status, count) =>
    status === 'not yet'
      ? ''
      : `${count} ${status === 'evidenced' ? SHOWN.evidenced(count) : status === 'partly' ? 'en parte' : 'por aclarar'}`,
}
