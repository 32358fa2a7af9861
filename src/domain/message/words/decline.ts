/** Wants no questions at all, and not only no more about one thing. One phrase a line. */
export const ALL_QUESTIONS = `
  (?:please )?(?:stop|quit) (?:asking|questioning|nagging|bugging|the questions)
  no more questions
  (?:don't|do not|dont) (?:ever )?ask (?:me )?(?:any(?: more)? questions|anything|again|any more|anymore)
  ^you (?:really |always |just )?ask (?:me )?(?:way |far )?(?:too|so) (?:much|many|often)
  (?:stop|quit|enough) (?:it )?with (?:the|your|all the|all these) questions
  (?:too many|enough|no|without) questions
  (?:hör|hören sie) auf zu fragen
  keine fragen mehr
  deja de preguntar
  no (?:me )?preguntes más
  arrête de (?:me )?(?:demander|poser des questions)
  plus de questions
  para de perguntar
`
