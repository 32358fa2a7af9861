/** Words without content of their own, by language: what a sentence has most of, whatever it is about. */
const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the and of to in is that it for with was on as by are be this your you or from at not which what who how where when did do does has have had no one more than before after about who there them they their its if so but can could would should will an',
    de: 'der die das und an ich du den dem des ein eine einen einem einer ist nicht mit auf für von zu im am wie was wer welche welcher welches war hast haben hat wurde werden dein deine deinem deinen oder aber auch noch nach bei aus zum zur du dich sich es wir wird',
    es: 'el la los las un una unos unas y de del que en por para con tu tus se no fue como qué quién cuál cómo cuándo al es lo su sus más pero sin sobre este esta hiciste has han había',
    fr: 'le la les un une des et de du que qui dans pour par avec sur est pas ton ta tes vous tu au aux ce cette quel quelle comment quand ou où mais sans plus as avez était ont il elle nous',
    pt: 'o a os as um uma e de do da dos das que em por para com seu sua não foi como quem qual no na nos nas mais mas sem sobre este esta você ao',
    it: 'il lo la i gli le un una e di del della dei che in per con tuo tua non è come chi quale al alla più ma senza su questo questa hai ha sono',
    nl: 'de het een en van ik je jij dat die in op te met voor niet is was wat wie welke hoe heb hebt heeft aan bij uit ook maar nog of jouw zijn',
    pl: 'i w na z do się nie to jest że jak co kto który która które za od po dla przez jej jego czy był była twój twoja oraz ale',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

const OTHERS = Object.keys(FUNCTION_WORDS).filter((language) => language !== 'en')

const count = (words: readonly string[], language: string): number =>
  words.filter((word) => FUNCTION_WORDS[language]!.has(word)).length

/** From this share of letters of other scripts on, a text is not in English, whatever its few Latin words are. */
const FOREIGN_LETTERS = 0.3

/**
 * Whether a text is in English, by the small words in it and by its script. `unsure`: it is too short to tell, or
 * is in a language that is not known here.
 */
export const inEnglish = (text: string): 'yes' | 'no' | 'unsure' => {
  const letters = (text.match(/\p{L}/gu) ?? []).length
  const latin = (text.match(/[\p{L}&&\p{Script=Latin}]/gv) ?? []).length
  if (letters > 0 && 1 - latin / letters >= FOREIGN_LETTERS) return 'no'
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const english = count(words, 'en')
  const other = Math.max(...OTHERS.map((language) => count(words, language)))
  if (english === 0 && other === 0) return 'unsure'
  return other > english ? 'no' : other === english ? 'unsure' : 'yes'
}
