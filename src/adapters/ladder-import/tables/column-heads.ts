import { anyOf, wordsOf } from '../../../domain/text/patterns.ts'

/** Words in column headings, as patterns. */

const AREA_HEADS = wordsOf(`
  area pillar category categories theme group dimension section domain
`)

const COMPETENCY_HEADS = wordsOf(`
  competenc(?:y|ies) skills? attributes? topics? criteri(?:on|a) capabilit(?:y|ies) traits? dimension area category
  axis behaviou?rs?
`)

const ABOUT_HEADS = [...wordsOf('description definition about meaning summary overview'), 'what it is']

const TEXT_HEADS = wordsOf(`
  expectations? text statements? descriptions? behaviou?rs? details? definitions? examples? bullets? signals? criteria
  requirements? summary content
`)

/** Columns about the table, not about a level, wherever they are. */
const NOTE_HEADS = wordsOf(`
  notes? comments? remarks? weights? scores? ratings? self evidence owners? links? pages? urls? source sources status
  example examples
`)

/** Matches any of these words, in any case. */
const anyHead = (words: readonly string[]): RegExp => new RegExp(`\\b${anyOf(words)}\\b`, 'i')

export const AREA = anyHead(AREA_HEADS)
export const COMPETENCY = anyHead(COMPETENCY_HEADS)
/** "Section" and "Subsection", "Sub-category": what competencies are grouped by. */
export const PARENT = new RegExp(`\\b(?:sub[ -]?)?${anyOf([...AREA_HEADS, ...COMPETENCY_HEADS])}\\b`, 'i')
export const ABOUT = anyHead(ABOUT_HEADS)
export const TEXT = anyHead(TEXT_HEADS)
export const NOTE = anyHead(NOTE_HEADS)
export const EXAMPLE = /\bexamples?\b/i
export const LEVEL = /^(?:levels?|grades?|ranks?|bands?|stage|role|seniority|job level)\b/i
export const TITLE = /^(?:titles?|roles?|positions?|names?|job titles?)\b/i
