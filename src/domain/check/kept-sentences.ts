import { anyOf } from '../text/patterns.ts'
import { sentencesIn } from '../text/sentences.ts'

/** How a sentence begins that makes little sense without the one before it. */
const LEANS = new RegExp(
  anyOf({
    'begins so': `^[^\\p{L}\\p{N}]*${anyOf({
      'a word': `${anyOf({
        it: /it|its|this|that|these|those|they|their|them|he|she|his|her/,
        both: /both|neither|either|such|same|so|but|and|or|nor|yet|also|then|there|here|which|who|whose/,
        because: /because|since|however|therefore|thus|hence|still|instead|otherwise|too|another|even|only/,
        later: /as such|afterwards|later|meanwhile|without/,
        'after that': /with (?:it|that|this)|after (?:that|it|this)|for (?:that|it|this)|until then/,
        'one of': /one (?:of|was|is)/,
        es: /er|sie|es|das|dies\p{L}{0,2}|ihr|sein\p{L}{0,2}|dabei|damit|dadurch|danach|davor|dafür/u,
        darauf: /darauf|dazu|dort|aber|und|oder|denn|doch|auch|beide[sn]?|deshalb|deswegen|daher|darum/,
        trotzdem: /trotzdem|jedoch|sonst|nur|dann|solche[rs]?/,
        'Spanish and French':
          /esto|eso|ella|ellos|pero|también|además|por eso|así|cela|ça|elle|ils|mais|aussi|donc/,
      })}(?![\\p{L}\\p{N}])`,
      'you’ve also': "\\p{L}+['’](?:s|re|ve)\\s(?:also|then|still)(?!\\p{L})",
      'she also': '\\p{L}+\\s(?:also|then|too|therefore|thus|still|auch|dann|también|aussi)(?!\\p{L})',
    })}`,
    'the other': /\bthe (?:same|other|others|latter|former|rest|first|second|third)\b/,
  }),
  'iu',
)

/**
 * The sentences of a text to which `objections` has none. A sentence that leans on a dropped one is dropped too. Null
 * if nothing is left, or if the text is a single sentence.
 */
export function keptSentences(text: string, objections: (text: string) => readonly string[]): string | null {
  const sentences = sentencesIn(text)
  if (sentences.length < 2) return null
  const kept: string[] = []
  let fell = false
  for (const sentence of sentences) {
    fell = (fell && LEANS.test(sentence)) || objections(sentence).length > 0
    if (!fell) kept.push(sentence)
  }
  const rest = kept.join(' ')
  return kept.length > 0 && objections(rest).length === 0 ? rest : null
}
