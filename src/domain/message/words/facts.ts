import { COMPETENCY } from './ladder-names.ts'

/** Words around a fact that are not part of it. One phrase a line. */
export const FACT_WORDS = {
  'about the review': `
    ${COMPETENCY}
    l[1-9]
    levels?
    evidenced
    partly
    quotes?
    unfair
    wrong (?:project|person)
    what i (?:said|meant|wrote)
    (?:that's|thats|that is) not (?:right|true|what)
    (?:is|are|was) (?:wrong|incorrect)
    disagree
    i (?:never|didn't) (?:say|said|write|wrote)
    i (?:said|wrote) "
    you (?:say|said|wrote|put|quoted|misread|misunderstood|mixed|got)
    you've
    your review
    it says
    where do you
    mixed up
    the wrong way round
    makes no sense
    that is about
    this is about
  `,
  'before the fact': `
    no es así
    (?:no|nope|nein|non|não|wrong|falsch|galat hai|incorrect|actually|sorry|thanks|well|but|first|sorry but)
    (?:you )?(?:got|have|get) (?:this|that|it|me|the \\p{L}{1,20} one) wrong
    (?:that's|thats|that is|it's|its) (?:wrong|not right|not true|incorrect)
    not (?:true|right|correct)
    das stimmt nicht
    stimmt (?:so )?nicht
    na verdade
    en realidad
    en fait
    está errado
    c'est faux
    違います
    it's
    its
  `,
  'asks about it': `
    (?:does|would|will|do|did) (?:it|that|this)(?: also| even)? (?:count|matter|help|go under)(?: (?:that|if|when))?
    (?:does|would|will|do|did) (?:it|that|this)(?: also| even)? (?:be enough|be worth)(?: (?:that|if|when))?
    (?:is|would) (?:it|that)(?: be)? (?:enough|worth (?:an entry|mentioning|sending)|good enough)
    worth (?:mentioning|an entry|sending)
    can i (?:still )?use it
    zählt (?:es|das)(?: auch)?(?:,? wenn)?
    ¿?cuenta (?:si|que)
    est-ce que ça compte si
    isso conta
  `,
}
