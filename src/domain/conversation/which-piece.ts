import { competenciesOf, type Ladder } from '../ladder/ladder.ts'
import { questionOf } from '../ladder/question.ts'
import { anyWord, wordSet } from '../text/patterns.ts'
import { stem } from '../text/stems.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import type { PieceFilter, WhichPiece } from './ask.ts'
import type { Asked } from './asked.ts'
import { foldedWords } from './asked.ts'
import { periodAsked } from './periods.ts'

/** Words that name entries as such, or tell what to do with them. They say nothing about what an entry is about. */
const EMPTY = wordSet(`
  evidence evidences entry entries stuff thing things piece pieces note notes message messages achievement achievements
  win wins accomplishment accomplishments example examples item items record records story stories post posts work
  review reviews everything anything something all list show me my mine you your open find delete remove please last
  latest newest recent first old older one ones two three sent send gave given told wrote written saved logged logs
  shared did done do competency competencies area level sorted grouped order far here there show shows pull bring up
  shorter longer better nicer people second third fourth fifth number something
  give see view display look search erase wipe drop read again what which when whole said say put move moving it its
  this that these those thread prefer actually only got really ever back then today know want wanted need part bit
  von der die das den dem des ein eine einen einem mir mein meine meinen meiner was ich du zu zum zur uber mit und
  nur eintrag eintrage belege nachweise zeig zeige alles bitte gespeichert hast habe hab
  el la los las un una de del mi mis que lo esto eso todo sobre evidencia evidencias muestra muestrame
  le les des du mon ma mes ce cette tout sur preuve preuves montre moi
  o os as um uma do da dos das meu minha meus minhas isso isto tudo sobre evidencia evidencias mostra mostre
`)
const STOP = new Set([...wordSet(STOP_WORDS), ...EMPTY])

const contentIn = (said: string): string[] =>
  said.split(' ').filter((word) => word.length > 1 && !STOP.has(word))

/** The competency that words name if they name nothing else. */
const competencyIn = (words: readonly string[], ladder: Ladder): string | null => {
  const { competencies, rest } = questionOf(ladder, words, true)
  const own = new Set(
    competenciesOf(ladder).flatMap(({ name, subtitle }) =>
      foldedWords(`${name} ${subtitle ?? ''}`).split(' '),
    ),
  )
  return competencies.length === 1 && (rest.length === 0 || words.every((word) => own.has(word)))
    ? competencies[0]!.id
    : null
}

/** The words after these are what an entry is about. */
const ABOUT = new RegExp(
  anyWord([
    'about|regarding|concerning|mentioning|mentions|called|titled|re|with|where i',
    'that i|that says|that mentions|containing',
    'on|for|under|of|in',
    'uber|zu|zum|zur|mit|von|wegen|fur|sobre|acerca de|con|de|del|para|sur|a propos d[eu]|avec|du|pour|com|do|da',
  ]),
  'u',
)

const ENTRY =
  '(?:one|piece|thing|entry|evidence|note|message|story|post|review|stuff|work|bit|eintrag|beitrag)s?'
const NAMED_ENTRY = new RegExp(anyWord([`(?:the|that|my|this|those) ((?:\\p{L}{2,20} ){1,4})${ENTRY}`]), 'u')

/** The part of a request that says what the entries are about. */
const aboutPart = (said: string): string => {
  const named = NAMED_ENTRY.exec(said)?.[1] ?? ''
  const at = ABOUT.exec(said)
  return `${named} ${at ? said.slice(at.index + at[0].length) : ''}`
}

/** Which entries the words of a request mean: from when, for which competency, about what. */
export function pieceFilterOf(said: string, { ladder, today }: Pick<Asked, 'ladder' | 'today'>): PieceFilter {
  const { days, rest } = periodAsked(said, today)
  return filterOf(contentIn(aboutPart(rest)), days, ladder)
}

const filterOf = (words: readonly string[], period: PieceFilter['period'], ladder: Ladder): PieceFilter => {
  const competency = words.length > 0 ? competencyIn(words, ladder) : null
  return {
    period,
    competency,
    words: competency === null && words.length > 0 ? words.slice(0, 12).join(' ') : null,
  }
}

/** The piece that a name such as "the settlement job" is about, or the one of the thread, or the latest. */
export function whichNamed(asked: Pick<Asked, 'place' | 'ladder'>, name: string): WhichPiece {
  const filter = filterOf(contentIn(name), null, asked.ladder)
  return isOpenFilter(filter) ? defaultOf(asked) : { kind: 'about', filter }
}

const defaultOf = ({ place }: Pick<Asked, 'place'>): WhichPiece =>
  place === 'thread' ? { kind: 'this' } : { kind: 'latest', count: 1 }

/** Whether a filter limits nothing. */
export function isOpenFilter({ period, competency, words }: PieceFilter): boolean {
  return period === null && competency === null && words === null
}

const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  zwei: 2,
  dos: 2,
  deux: 2,
  dois: 2,
  duas: 2,
}

/** Most entries that one command is about. */
const MOST_AT_ONCE = 5

const LAST =
  'last|latest|newest|most recent|previous|letzte[nrs]?|ultim[oa]s?|dernier(?:e|s|es)?|neueste[nrs]?'
const LATEST = new RegExp(
  anyWord([
    `(?:${LAST})(?: (?<count>\\d|two|three|four|five|couple|zwei|dos|deux|dois|duas))?`,
    '(?:dos|deux|dois|duas|zwei) (?:ultim[oa]s|dernier(?:e|s|es)|letzten)',
  ]),
  'u',
)

/** A place in a list that I can't see, or no entry in particular. */
const BY_PLACE =
  /\b(?:first|second|third|fourth|fifth|oldest|something|some|one of|number \d{1,2}|entry \d{1,2})\b/

/** The entry that is named as "the DNS one". Null if none is. */
export function whichEntry(asked: Pick<Asked, 'ladder' | 'core'>): WhichPiece | null {
  const filter = filterOf(contentIn(NAMED_ENTRY.exec(asked.core)?.[1] ?? ''), null, asked.ladder)
  return isOpenFilter(filter) ? null : { kind: 'about', filter }
}

/** Which entries a command is about: the one of the thread, the latest few, or those that its words describe. */
export function whichOf(asked: Pick<Asked, 'place' | 'ladder' | 'today'>, said: string): WhichPiece {
  const filter = pieceFilterOf(said, asked)
  if (!isOpenFilter(filter)) return { kind: 'about', filter }
  if (BY_PLACE.test(said)) return { kind: 'about', filter }
  const found = LATEST.exec(said)
  if (found) {
    const named = Object.entries(COUNTS).find(([word]) => said.split(' ').includes(word))?.[1]
    const digit = Number(found.groups?.count)
    const count = Number.isInteger(digit) && digit > 0 ? digit : (named ?? (/couple/.test(said) ? 2 : 1))
    return { kind: 'latest', count: Math.min(count, MOST_AT_ONCE) }
  }
  return defaultOf(asked)
}

/** How many of the wanted words a text has, in whatever form. */
export function sharedWords(text: string, wanted: string): number {
  const stems = new Set(foldedWords(text).split(' ').map(stem))
  return wanted.split(' ').filter((word) => stems.has(stem(word))).length
}
