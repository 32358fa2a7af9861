import { anyOf, anyWord, WORD_STARTS } from '../text/patterns.ts'

/** Ratings, promises and readiness, in the most common languages of evidence besides English. */
export const VERDICT_ABROAD = new RegExp(
  anyOf({
    'you deserve': anyWord([/verdien(?:st|en Sie)|mereces|mérit(?:es|ez)|meriti|zasługujesz/]),
    // Builds are promoted too, but nobody addresses a build.
    'you will be promoted': [
      anyWord([/wirst|werden Sie|vas a ser|será[sn]?|seras|serez|sarai|zostaniesz|te van a/]),
      '[^.?!]{0,30}(?:beförder|ascen|promov|promoc|promu|promoss|awans)',
    ].join(''),
    'you are ready': [
      anyWord([/bist|sind Sie|estás?|es|êtes|sei|jesteś/]),
      '[^.?!]{0,15}',
      anyWord([/bereit|list[oa]|prêt\p{L}{0,2}|pront[oa]|gotow\p{L}/u]),
    ].join(''),
    '8 of 10': /\b\d{1,2}(?:[.,]\d)? (?:von|de|sur|su|na) (?:5|10|100)\b(?! \p{Ll})/u,
    'better than others': [
      `${WORD_STARTS}(?:besser|mejor|meilleure?|migliore|lepsz\\p{L}) (?:als|que|di|niż) `,
      '(?:deine|tus|tes|ses|i tuoi|die (?:meisten|anderen)|los demás|la mayoría|les autres|twoi)',
    ].join(''),
  }),
  'iu',
)

const YOU_ARE = anyWord([/du bist|sie sind|eres|usted es|tu es|vous êtes|você é|sei|jesteś|je bent/])

/** Judgments of character in the same languages. */
export const CHARACTER_ABROAD = new RegExp(
  `${YOU_ARE}[^.?!]{0,25}${anyOf({
    German: /nachlässig|faul|unreif|dumm|schwach|brillant|genial|unfähig/,
    Spanish: /perezos|inmadur|descuidad/,
    French: /paresseu|immature|négligent/,
    'Portuguese, Italian and Polish': /preguiços|pigr|leniw/,
  })}`,
  'iu',
)
