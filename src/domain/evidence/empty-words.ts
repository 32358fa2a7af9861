/** Words used in place of naming the work itself. Several forms of a word are alternatives of one pattern. */
export const EMPTY_WORDS = `
  i we me my our the a an and or of in on at to for with too also as well by from it this that some other others
  various several many lots? bunch few more all any stuff things? work(?:ed|ing)? help(?:ed|ing)? did do done
  made? was were been have had has team people folks everyone everything different good great nice hard general
  etc projects? tasks? tickets? issues? around out up where when needed needs? always often very really generally
  support(?:ed|ing)? handled? involved contribut(?:e|ed|ing) responsible big huge massive effort success
  successful successfully important stakeholders assist(?:ed|ing)? tried focus(?:ed|ing)? areas?
`
