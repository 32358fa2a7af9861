/** Words that end like a past tense but are not one. */
export const NO_PASTS = `
  feed newsfeed need seed speed indeed exceed proceed succeed embed breed bed hundred kindred sacred naked shed wed sled
  red
`

/** Past tenses of work verbs that do not end in -ed. */
export const IRREGULAR_PASTS = `
  led wrote built ran drove cut set taught gave held brought kept spoke oversaw rebuilt rewrote spent grew sent began
  chose read dealt shut fought caught redid undertook took sped split drew overcame sold broke paired
`

/** Participles that differ from the past tense. */
export const PARTICIPLES = `
  written driven taken given begun chosen done spoken overseen grown drawn run rewritten overcome broken
`

/** What people do again and again, in the present tense. A closed list, because "I get" and "I come" are not deeds. */
export const PRESENTS = `
  lead run own maintain review mentor teach coach write build organise organize drive manage design handle support pair
  train onboard present interview moderate facilitate chair host operate coordinate document deploy debug triage sponsor
  advise oversee develop implement
`
