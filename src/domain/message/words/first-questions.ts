import type { FirstQuestion } from './first-ask.ts'
import { FIRST_QUESTIONS_HI } from './first-questions-hi.ts'
import { FIRST_QUESTIONS_JA } from './first-questions-ja.ts'

const DE = '(?: (?:denn|noch|eigentlich|bitte|jetzt|schon|mal|hier|dafür))*'
const PT = '(?: (?:ainda|agora|por favor|aqui))*'
const ES = '(?: (?:todavía|ahora|por favor|aquí|aún))*'

/** The first questions in German, Spanish, French, Portuguese, Japanese and Hindi. */
export const FIRST_QUESTIONS: readonly FirstQuestion[] = [
  {
    ask: 'missing',
    language: 'de',
    examples: ['Was fehlt mir noch?', 'Woran muss ich arbeiten?'],
    patterns: [`was fehlt(?: mir)?${DE}`, `woran (?:muss|soll|sollte) ich${DE} arbeiten`],
  },
  {
    ask: 'missing',
    language: 'es',
    examples: ['¿Qué me falta?', '¿Qué me falta todavía?'],
    patterns: [`(?:y )?qué (?:más )?me (?:falta|hace falta)${ES}`, `en qué (?:debo|tengo que) trabajar${ES}`],
  },
  {
    ask: 'missing',
    language: 'fr',
    examples: ['Que me manque-t-il ?', 'Il me manque quoi ?'],
    patterns: ["(?:qu'est ce qu'il|que) me manque(?: t il)?(?: encore)?", 'il me manque quoi(?: encore)?'],
  },
  {
    ask: 'missing',
    language: 'pt',
    examples: ['O que me falta?', 'O que falta para mim?'],
    patterns: [`o que(?: é que)?(?: ainda)? me falta${PT}`, `o que(?: ainda)? falta(?: para| pra) mim${PT}`],
  },
  {
    ask: 'ready',
    language: 'de',
    examples: ['Bin ich bereit für die Beförderung?', 'Bin ich schon so weit?'],
    patterns: [`bin ich${DE} (?:bereit|so weit|soweit)${DE}(?: für (?:die beförderung|l\\d))?`],
  },
  {
    ask: 'ready',
    language: 'es',
    examples: ['¿Estoy lista para el ascenso?', '¿Ya estoy listo?'],
    patterns: [`(?:ya )?estoy (?:ya )?list[oa]${ES}(?: para (?:el ascenso|la promoción|l\\d))?`],
  },
  {
    ask: 'ready',
    language: 'fr',
    examples: ['Suis-je prête ?', 'Est-ce que je suis prêt pour L3 ?'],
    patterns: ['(?:est ce que )?(?:je suis|suis je) (?:déjà )?prête?(?: pour (?:la promotion|l\\d))?'],
  },
  {
    ask: 'ready',
    language: 'pt',
    examples: ['Já estou pronta?', 'Estou pronto para a promoção?'],
    patterns: [`(?:eu )?(?:já )?estou (?:já )?pront[oa]${PT}(?: para (?:a promoção|l\\d))?`],
  },
  {
    ask: 'entries',
    language: 'de',
    examples: ['Zeig mir meine Belege', 'Zeige bitte meine Einträge'],
    patterns: [`zeige?(?: mir)?${DE} meine (?:belege|einträge|nachweise|beiträge)${DE}`],
  },
  {
    ask: 'entries',
    language: 'es',
    examples: ['Muéstrame mis evidencias', 'Muestra mis entradas'],
    patterns: [`(?:muéstrame|muestra|enséñame|ver) mis (?:evidencias?|entradas|logros)${ES}`],
  },
  {
    ask: 'entries',
    language: 'fr',
    examples: ['Affiche mes entrées', 'Montre-moi mes preuves'],
    patterns: ['(?:montre|affiche)(?: moi)? mes (?:preuves|entrées|réalisations)'],
  },
  {
    ask: 'entries',
    language: 'pt',
    examples: ['Mostre minhas entradas', 'Mostra as minhas evidências'],
    patterns: [`(?:me )?(?:mostra|mostre)(?: me)?(?: as)? minhas (?:evidências|entradas|conquistas)${PT}`],
  },
  {
    ask: 'who-reads',
    language: 'de',
    examples: ['Wer kann das lesen?', 'Wer liest hier mit?'],
    patterns: [
      `wer kann (?:das|dies|es)${DE} (?:lesen|sehen)`,
      `wer (?:sieht|liest)(?: das| dies)?${DE}(?: mit)?`,
    ],
  },
  {
    ask: 'who-reads',
    language: 'es',
    examples: ['¿Quién puede leer esto?', '¿Quién ve esto?'],
    patterns: [`quién (?:puede )?(?:leer|ver|lee|ve) (?:esto|eso)${ES}`],
  },
  {
    ask: 'who-reads',
    language: 'fr',
    examples: ['Qui peut lire ça ?', 'Qui voit ceci ?'],
    patterns: ['qui (?:peut )?(?:lire|voir|lit|voit) (?:ça|ceci|cela)'],
  },
  {
    ask: 'who-reads',
    language: 'pt',
    examples: ['Quem pode ler isso?', 'Quem vê isto?'],
    patterns: [`quem (?:pode )?(?:ler|ver|lê|vê) (?:isso|isto)${PT}`],
  },
  {
    ask: 'help',
    language: 'de',
    examples: ['Hilfe', 'Hilf mir bitte', 'Wie funktioniert das?', 'Was kannst du?'],
    patterns: [
      '(?:bitte )?(?:hilfe|hilf mir)(?: bitte)?',
      `wie (?:funktioniert|geht)${DE} (?:das|dies|es)${DE}`,
      `was kannst du${DE}(?: tun)?`,
    ],
  },
  {
    ask: 'help',
    language: 'es',
    examples: ['Ayuda', 'Ayúdame', '¿Cómo funciona esto?', '¿Qué puedes hacer?'],
    patterns: [
      '(?:ayuda|ayúdame|socorro)(?: por favor)?',
      `cómo (?:funciona|va)(?: esto| eso)?${ES}`,
      `qué (?:puedes|sabes) hacer${ES}`,
    ],
  },
  {
    ask: 'help',
    language: 'fr',
    examples: ['Aide-moi', 'À l’aide', 'Comment ça marche ?', 'Que peux-tu faire ?'],
    patterns: [
      "(?:(?:à l')?aide|aide moi)(?: s'il te plaît| stp)?",
      'comment ça (?:marche|fonctionne)',
      '(?:que peux tu|tu peux) faire(?: quoi)?',
    ],
  },
  {
    ask: 'help',
    language: 'pt',
    examples: ['Ajuda', 'Me ajuda', 'Como isso funciona?', 'O que você pode fazer?'],
    patterns: [
      '(?:(?:me )?ajud[ae]|ajuda me|socorro)(?: por favor)?',
      `como (?:isso |isto )?funciona(?: isso| isto)?${PT}`,
      `o que (?:você|tu) pode(?:s)? fazer${PT}`,
    ],
  },
  ...FIRST_QUESTIONS_JA,
  ...FIRST_QUESTIONS_HI,
]
