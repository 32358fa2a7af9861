import { anyOf, WORD_ENDS } from '../text/patterns.ts'

/** Family, and life outside work. */
const MINE = anyOf({
  parents: /mother|father|mom|mum|dad|parents?/,
  partners: /wife|husband|spouse|girlfriend|boyfriend|fianc[eé]e?/,
  children: /kids?|child(?:ren)?|sons?|daughters?|baby/,
  family: /family|brother|sister|grand\p{L}+/u,
  'free time': /website|church|hobby|hobbies|holidays?|vacation/,
  money: /salary|pay rise|rent|mortgage/,
  life: /pregnancy|illness|divorce|wedding|free time/,
})

/** A colleague's leave is why the writer took their work over. */
const OF_OTHERS =
  '(?<!\\b(?:\\p{L}{0,12}(?:mate|league)|he|she|they|lead|manager|boss|owner) (?:\\p{L}{1,12} ){1,3})'

/** Private matters. They are never quoted, even if they match the ladder. */
const PRIVATE = new RegExp(
  anyOf({
    mine: `\\b(?:my|our) (?:(?:own|old|late|little|older|younger) )?${MINE}${WORD_ENDS}`,
    'money and leave': `\\b${anyOf([
      /student loans?|mak(?:e|ing) rent/,
      `${OF_OTHERS}(?:parental|maternity|paternity|sick) leave`,
      /got (?:a )?raise|pay raise|before tax/,
    ])}\\b`,
  }),
  'iu',
)

/** Job searches, job changes and degrees: the way to the work rather than the work. */
const CAREER = new RegExp(
  `\\b${anyOf([
    /got(?:ten)? (?:a |the |my )?jobs?|lea(?:ve|ving) (?:a|my|the) job|a new job/,
    /places (?:that )?I want(?:ed)? to work|want(?:ed)? to leave|graduated from|science degree|applied on/,
  ])}\\b`,
  'i',
)

/** Whether a sentence is about somebody's private life, or their way from job to job. */
export function isPrivate(text: string): boolean {
  return PRIVATE.test(text) || CAREER.test(text)
}
