import { anyOf } from '../text/patterns.ts'

/** Ratings, promises and where somebody stands, in the languages that evidence comes in most. */
export const VERDICT_ABROAD = new RegExp(
  anyOf({
    'you deserve': /\b(?:verdien(?:st|en Sie)|mereces|mérit(?:es|ez)|meriti|zasługujesz)\b/,
    // Promoted builds are not spoken of to somebody.
    'you will be promoted': [
      '\\b(?:wirst|werden Sie|serás|vas a ser|será[sn]?|seras|serez|sarai|zostaniesz|te van a)\\b[^.?!]{0,30}',
      '(?:beförder|ascen|promov|promoc|promu|promoss|awans)',
    ].join(''),
    'you are ready': [
      '\\b(?:bist|sind Sie|estás|está|es|êtes|sei|jesteś|você está)\\b[^.?!]{0,15}',
      '\\b(?:bereit|list[oa]|prêt\\p{L}{0,2}|pront[oa]|gotow\\p{L})\\b',
    ].join(''),
    '8 of 10': /\b\d{1,2}(?:[.,]\d)? (?:von|de|sur|su|na) (?:5|10|100)\b(?! \p{Ll})/u,
    'better than others': [
      '\\b(?:besser|mejor|meilleure?|migliore|lepsz\\p{L}) (?:als|que|di|niż) ',
      '(?:deine|tus|tes|ses|i tuoi|die (?:meisten|anderen)|los demás|la mayoría|les autres|twoi)',
    ].join(''),
  }),
  'iu',
)

const YOU_ARE = /(?:du bist|sie sind|eres|usted es|tu es|vous êtes|você é|sei|jesteś|je bent)\b[^.?!]{0,25}/
  .source

/** Character in the same languages. */
export const CHARACTER_ABROAD = new RegExp(
  `\\b${YOU_ARE}${anyOf({
    German: /nachlässig|faul|unreif|dumm|schwach|brillant|genial|unfähig/,
    Spanish: /perezos|inmadur|descuidad/,
    French: /paresseu|immature|négligent/,
    'Portuguese, Italian and Polish': /preguiços|pigr|leniw/,
  })}`,
  'iu',
)
