const THINGS =
  '(downtime|incident|outage|error|failure|loss|complaint|bug|defect|regression|page|rollback|interruption)s?'
const NARROWED = '((?:[\\p{L}-]{1,20} ){0,2}?)'

/** What went well because something bad did not happen, with what narrows it: "zero security incidents". */
const ABSENT = new RegExp(
  `\\b(?:(with (?:zero|no)|without(?: any| an?)?|zero)|(no)) ${NARROWED}${THINGS}\\b`,
  'giu',
)
const TOLD = new RegExp(`\\b(?:zero|no|without(?: any| an?)?|0) ${NARROWED}${THINGS}\\b`, 'giu')
const FREE = /\b[\p{L}]{1,20}-free\b/giu

/** Whom it would have harmed narrows nothing that people would be misled by. */
const FOR_WHOM = new Set(['customer', 'user', 'client', 'visible', ''])

/** Results of a text, such as "no downtime", that lost what narrowed them in the evidence, or are not there at all. */
export function absentObjections(text: string, evidence: string): string[] {
  const told = [...evidence.matchAll(TOLD)]
  const absents = [...text.matchAll(ABSENT)].filter(([, sure, , narrowed = '', thing = '']) => {
    const same = told.filter(([, , one = '']) => one.toLowerCase() === thing.toLowerCase())
    if (same.length === 0) return sure !== undefined
    const has = new Set(narrowed.toLowerCase().split(' '))
    return !same.some(([, words = '']) =>
      words
        .toLowerCase()
        .split(' ')
        .every((word) => FOR_WHOM.has(word) || has.has(word)),
    )
  })
  const free = [...text.matchAll(FREE)].filter(
    ([whole]) => !evidence.toLowerCase().includes(whole.toLowerCase()),
  )
  return [...absents, ...free].map(([said]) => `"${said}" says more than the evidence does`)
}
