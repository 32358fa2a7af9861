const THINGS =
  '(downtime|incident|outage|error|failure|loss|complaint|bug|defect|regression|page|rollback|interruption)s?'
const NARROWED = '((?:[\\p{L}-]{1,20} ){0,2}?)'

/** Something bad that did not happen, with the words that narrow it down: "zero security incidents". */
const ABSENT = new RegExp(
  `\\b(?:(with (?:zero|no)|without(?: any| an?)?|zero)|(no)) ${NARROWED}${THINGS}\\b`,
  'giu',
)
const TOLD = new RegExp(`\\b(?:zero|no|without(?: any| an?)?|0) ${NARROWED}${THINGS}\\b`, 'giu')
const FREE = /\b[\p{L}]{1,20}-free\b/giu

/** Words for whom it would have harmed. Leaving them out misleads nobody. */
const FOR_WHOM = new Set(['customer', 'user', 'client', 'visible', ''])

/** Claims such as "no downtime" that drop a restriction found in the evidence, or that the evidence does not make. */
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
