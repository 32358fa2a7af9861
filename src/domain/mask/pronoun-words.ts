import { wordSet, wordsOf } from '../text/patterns.ts'

/** Words around "he", "her" and "his" that decide which form of "they" replaces it. In lower case. */

/** After "her" or "his", these words show that no noun belongs to it. */
export const NO_NOUNS = wordSet(`
  a an the this that these those some any all no my our your its their i we you they it he she who whom
  whose which what when where why how whether if to with without on in into onto for at by from about of
  through up down off over under out after before during while as than until till since because and or
  but so nor is are was were be been being has have had do does did can could will would shall should may
  might must not again too well often directly personally weekly daily monthly regularly today yesterday
  tomorrow later now then here there also back away instead once twice soon together alone every each
  both either yet still even just more less most better faster via per across around along against
  between toward towards last next then please thanks
`)

/** Verbs that take a person and then a thing or another verb: "gave her feedback", "helped him debug". */
export const TAKES_PERSON = wordSet(`
  gave give gives giving given show shows showed showing shown taught teach teaches teaching tell tells
  telling told send sends sent sending offer offers offered offering ask asks asked asking help helps
  helped helping let lets letting made make makes making pay pays paid paying lent lend brought bought
  hands handed handing wish wishes wished wishing promises promised promising grant grants granted
  granting award awards awarded awarding assign assigns assigned assigning saves saved saving saw sew see
  seen seeing watch watches watched watching hear heard got
`)

/** What people have and cannot be given, so that "asked her manager" is a possessive. */
export const OWNED = wordSet(`
  manager managers team teammates lead boss peer peers report reports colleague colleagues mentor mentors
  mentee mentees career code role job potential strength strengths confidence mind case back way desk
  laptop branch own project projects pr prs pull work
`)

/** What may come between "she" and her verb, besides words in -ly. */
export const ADVERBS = wordSet(`
  always never also often now still just then soon even ever first already sometimes later once almost
  rather quite thus perhaps maybe not all both himself herself themselves
`)

/** Not verbs, although they end in -s. */
export const NO_VERBS = wordSet(`
  always sometimes perhaps thus as its this besides afterwards towards across plus yes less unless
  whereas hers ours yours theirs his s us
`)

/** After "he's" these mean "he has", as do words in -ed. */
export const PARTICIPLES = wordSet(`
  been got had become done gone given taken shown grown led built written made driven seen come run set
  put kept held brought taught won begun chosen known said found sent spent left met
`)

/** After "he's" these mean "he is", although they end in -ed. */
export const DESCRIBES = wordSet(`
  excited interested motivated experienced skilled talented tired based located supposed needed used
  dedicated committed respected trusted involved engaged determined qualified focused organised organized
  expected allowed
`)

/** Patterns before "man", "guy", "lady" and the like that mean one person. */
export const BEFORE_ONE_PERSON = wordsOf(`
  an? the this that another one young older? senior junior new great good smart nice brilliant experienced only first
  our my
`)
