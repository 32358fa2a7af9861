/** Function words by language, which dominate any sentence whatever it is about. */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: `
    the and of to in is that it for with was on as by are be this your you or from at not which what who how where
    when did do does has have had no one more than before after about who there them they their its if so but can
    could would should will an
  `,
  de: `
    der die das und an ich du den dem des ein eine einen einem einer ist nicht mit auf für von zu im am wie was
    wer welche welcher welches war hast haben hat wurde werden dein deine deinem deinen oder aber auch noch nach
    bei aus zum zur du dich sich es wir wird
  `,
  es: `
    el la los las un una unos unas y de del que en por para con tu tus se no fue como qué quién cuál cómo cuándo
    al es lo su sus más pero sin sobre este esta hiciste has han había
  `,
  fr: `
    le la les un une des et de du que qui dans pour par avec sur est pas ton ta tes vous tu au aux ce cette quel
    quelle comment quand ou où mais sans plus as avez était ont il elle nous
  `,
  pt: `
    o a os as um uma e de do da dos das que em por para com seu sua não foi como quem qual no na nos nas mais mas
    sem sobre este esta você ao
  `,
  it: `
    il lo la i gli le un una e di del della dei che in per con tuo tua non è come chi quale al alla più ma senza
    su questo questa hai ha sono
  `,
  nl: `
    de het een en van ik je jij dat die in op te met voor niet is was wat wie welke hoe heb hebt heeft aan bij uit
    ook maar nog of jouw zijn
  `,
  pl: `
    i w na z do się nie to jest że jak co kto który która które za od po dla przez jej jego czy był była twój
    twoja oraz ale
  `,
}
