import { anyOf, WORD_ENDS, WORD_STARTS } from '../../text/patterns.ts'
import { qualityOf } from '../evidence-quality.ts'

const BEGIN = '^[^\\p{L}\\d_]*(?:(?:and|also|so|plus|ok|hi|hello|hey|sorry|here|ps)\\b[,:!]? )*'
/** Kinds of files. "The design doc" is something that a person made. */
const SORT = [
  /word|google|pdf|excel|markdown|brag|promo|promotion|self|packet|review|year|q\d|h\d|whole|full|same|latest/,
  /updated|new|newer|old|older|short|shorter|long|longer|raw|rough|first|last|final|current|weekly|monthly|yearly/,
  /running|english/,
]
const FILE = [
  `(?:${anyOf(SORT)}(?:['’]s)?[ -]){0,3}`,
  anyOf([
    /files?|docs?|documents?|docx|pdfs?|spreadsheets?|sheets?|slides|decks?|lists?|notes|packets?|dossier/,
    /self[- ]review|write-?ups?|versions?|cop(?:y|ies)|drafts?|exports?|screenshots?|attachments?|journals?/,
    /diar(?:y|ies)|summar(?:y|ies)/,
  ]),
].join('')
/** "The list of all services" is not a list of the writer's deeds. */
const ONE_FILE = `${FILE}${WORD_ENDS}(?! (?:of (?:all|every|our|the) (?!files?\\b|docs?\\b|lists?\\b)|for the ))`
const ITS = '(?:the|my|our|an?|another|this|that|these|those|some)'
const IT = `(?:(?:it|this|that|them|these|everything|all (?:of )?(?:it|this|that))${WORD_ENDS}|${ITS} ${ONE_FILE})`

/** Words about a file, wherever they are said. */
const ABOUT_FILE = new RegExp(
  anyOf({
    'see attached': `\\b(?:see|find|read|check)(?: the| my)? (?:attach(?:ed|ment)|enclosed|file)${WORD_ENDS}`,
    'attached is my list': [
      `${BEGIN}(?:please find )?(?:attached|enclosed)`,
      '(?:[:,]| (?:is|are|you|please|my|the|here)\\b)',
    ].join(''),
    'here is my list': [
      `${BEGIN}(?:here(?:['’]s| is| are)|this is|these are|that['’]s|it['’]s) `,
      `${ITS} ${ONE_FILE}`,
    ].join(''),
    'it is in the file': `\\b(?:is|are|it['’]s) (?:all )?(?:attached|in (?:the|this|my) ${FILE})${WORD_ENDS}`,
    'I’m attaching it': `\\bI(?:['’]m| am|['’]ll)? (?:attach|send|shar|upload|past)(?:e|ing)? ${ITS} ${ONE_FILE}`,
  }),
  'iu',
)

const HANDLED = [
  /keep|kept|update|updated|export|exported|copy|copied|convert|converted|save|saved|clean|cleaned|format|formatted/,
  /translate|translated|print|printed|scan|scanned|upload|uploaded|attach|attached|send|sent|share|shared|collect/,
  /collected|type|typed|paste|pasted|prepare|prepared|pulled|found|dug up/,
]

/** Words that can only be about the file that came in the same message. */
const WITH_FILE = new RegExp(
  anyOf({
    'my notes from the year': `${BEGIN}(?:${ITS} )?${ONE_FILE}`,
    'same thing as a PDF': `${BEGIN}(?:the )?same (?:thing|one|text|content)${WORD_ENDS}`,
    'what I sent my manager': `${BEGIN}(?:this|that|here)(?:['’]s| is) (?:what|everything|all|how|the one) `,
    'I exported it': [
      `(?:${WORD_STARTS}I(?:['’]ve| have)? |${BEGIN})(?:just |also |always |usually |only |\\p{L}{2,15}ly )?`,
      `(?:${anyOf(HANDLED)}) ${IT}`,
    ].join(''),
    'I wrote it up': [
      `(?:${WORD_STARTS}I(?:['’]ve| have)? |${BEGIN})(?:write|wrote|written|made|put) `,
      `(?:${ITS} ${ONE_FILE}|${IT} (?:up|down|together|over|last|yesterday|for my|in(?:to)? (?:a|this|the) ${FILE}))`,
    ].join(''),
  }),
  'iu',
)

/** Whether a sentence is about a file or list of evidence, and tells nothing of what is in it. */
export function isAboutFile(text: string): boolean {
  return ABOUT_FILE.test(text) && !qualityOf(text).result
}

/** The same for a sentence that came with a file, where "it" is the file. */
export function isCoverNote(text: string): boolean {
  return (ABOUT_FILE.test(text) || WITH_FILE.test(text)) && !qualityOf(text).result
}
