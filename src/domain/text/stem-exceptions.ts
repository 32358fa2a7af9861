/**
 * Words that the Porter stemmer parts wrongly or leaves apart, a stem and the words that have it a line: it makes one
 * word of "community" and "communicate", and two of "own" and "owner". At most 70 words: chosen on published ladders,
 * and a longer list would fit those alone.
 */
export const STEM_EXCEPTIONS = `
add added adding adds
candidate candidates
community communities
complexity
critical
direct directly
direction directions
disagree disagreement disagreements disagreed
effective effectively
executive executives
external externally
implementation implementations
important
integrity
internal internally
international
own owner owners ownership owning
participant participants
position positions positioned positioning
production
productive
productivity
program programmer programmers programming programmed programme programmes
proposal proposals
publication publications
relation relations
`
