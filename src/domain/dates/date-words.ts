import { anyOf, wordsOf } from '../text/patterns.ts'
import type { Unit } from './days.ts'

/**
 * What people call dates in one language: sources of patterns, in lower case and without accents. "|" is between words
 * for one thing.
 */
export type DateWords = {
  /** January first. */
  readonly months: readonly string[]
  /** Spring first. */
  readonly seasons: readonly string[]
  /** Words before a name that is meant as a time. Many names of months and seasons are other words too. */
  readonly before: string
  readonly since: string
  readonly today: string
  readonly yesterday: string
  /** "this" and "last" before a unit, and "last" after it. */
  readonly current: string
  readonly last: string
  readonly behind: string | null
  readonly units: Readonly<Partial<Record<Unit, string>>>
}

const ENGLISH: DateWords = {
  months: wordsOf(`
    january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct
    november|nov december|dec|christmas|xmas
  `),
  seasons: wordsOf('spring summer autumn|fall winter'),
  before: [
    'in|since|during|from|for|last|past|this|of|over|by|to|until|till|before|after|around|between|through',
    'early|mid|late|between \\w{3,9} and',
  ].join('|'),
  since: 'since',
  today: 'today',
  yesterday: 'yesterday',
  current: 'this|current',
  last: 'last|past|previous',
  behind: null,
  units: { week: 'week', month: 'month', quarter: 'quarter', half: 'half(?: year)?', year: 'year' },
}

/** The languages in which people ask the coach. */
export const LANGUAGES: readonly DateWords[] = [
  ENGLISH,
  {
    months: wordsOf(`
      januar|jan februar|feb marz|maerz|mar april|apr mai juni|jun juli|jul august|aug september|sept|sep oktober|okt
      november|nov dezember|dez|weihnachten
    `),
    seasons: wordsOf('fruhling|fruhjahr sommer herbst winter'),
    before: 'im|in|seit|vom|von|bis|fur|letzte[nmrs]?|diese[nmrs]?',
    since: 'seit',
    today: 'heute',
    yesterday: 'gestern',
    current: 'diese[nmrs]?',
    last: 'letzte[nmrs]?',
    behind: null,
    units: { week: 'woche', month: 'monats?', quarter: 'quartals?', half: 'halbjahrs?', year: 'jahr(?:es)?' },
  },
  {
    months: wordsOf(`
      enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
      diciembre|navidad
    `),
    seasons: wordsOf('primavera verano otono invierno'),
    before: 'en|desde|de|del|hasta|para|el|la|este|esta',
    since: 'desde',
    today: 'hoy',
    yesterday: 'ayer',
    current: 'est[ea]',
    last: 'ultim[oa]',
    behind: 'pasad[oa]',
    units: { week: 'semana', month: 'mes', quarter: 'trimestre', half: 'semestre', year: 'ano' },
  },
  {
    months: wordsOf(`
      janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre|noel
    `),
    seasons: wordsOf("printemps (?:l['’]?)?ete (?:l['’]?)?automne (?:l['’]?)?hiver"),
    before: 'en|au|depuis|de|du|avant|pour|dici|le|cet',
    since: 'depuis',
    today: "aujourd['’]?hui",
    yesterday: 'hier',
    current: 'cet(?:te)?|ce',
    last: 'derni(?:er|ere)',
    behind: 'derni(?:er|ere)|passee?',
    units: {
      week: 'semaine',
      month: 'mois',
      quarter: 'trimestre',
      half: 'semestre',
      year: "(?:l['’]?)?(?:annee|an)",
    },
  },
  {
    months: wordsOf(`
      janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro
      dezembro|natal
    `),
    seasons: wordsOf('primavera verao outono inverno'),
    before: 'em|no|na|desde|de|do|da|ate|para|este|esta|neste|nesta',
    since: 'desde',
    today: 'hoje',
    yesterday: 'ontem',
    current: '(?:n|d)?est[ea]',
    last: 'ultim[oa]',
    behind: 'passad[oa]',
    units: { week: 'semana', month: 'mes', quarter: 'trimestre', half: 'semestre', year: 'ano' },
  },
]

/** Sources of the English names of seasons, which the readers of prose look for. */
export const SEASON = anyOf(ENGLISH.seasons.flatMap((names) => names.split('|')))

const NUMBERS = wordsOf('one two three four five six seven eight nine ten eleven twelve')

/** The source of a number in digits or words, up to 99. */
export const COUNT = anyOf(['\\d{1,2}', ...NUMBERS])

/** The number of digits or a word. 0 if it is none. */
export function countOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word.toLowerCase()) + 1
}
