/**
 * Words that the Porter stemmer separates or merges wrongly, each line a stem and the words that have it. The stemmer
 * merges "community" with "communicate", and separates "own" from "owner". At most 70 words, because they were chosen
 * on published ladders, and a longer list would only fit those.
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
