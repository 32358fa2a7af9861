/** Short orders to the coach as they are typed, for those that are typed with slips. One a line, in lower case. */
export const SHORT_ORDERS = `
  help
  help me
  help please
  read it again
  read this again
  read that again
  read again
  review it again
  review this again
  check it again
  show my evidence
  show me my evidence
  show my entries
  delete it
  delete this
  delete that
  delete the last one
  delete everything
  set my goal
  set a goal
  change my goal
  what can you do
  what am i missing
  who can read this
  how does this work
`

/** Orders to take back the last correction of a review. One a line. */
export const UNDO_ORDERS = `
  undo
  undo it
  undo that
  undo this
  undo the last change
  undo my last change
  undo the move
  undo the correction
  put it back
  put that back
  put this back
  move it back
  move that back
  change it back
  change that back
  take it back
  take that back
  revert
  revert it
  revert that
  rückgängig
  rückgängig machen
  mach das rückgängig
  mach es rückgängig
  deshacer
  deshazlo
  deshaz eso
  annule
  annule ça
  annuler
  desfaz
  desfazer
  desfaz isso
  元に戻して
  元に戻してください
`
