import { COMPETENCY, LEVEL } from './ladder-names.ts'

/** What is said to the coach about its ladder, its records and its reviews. One phrase a line. */
export const COACH_WORDS = {
  'the ladder': `
    ${LEVEL}
    levels?
    ladders?
    competenc(?:y|ies)
    promot(?:ed|ion|ions|able|e)
    committee
    next (?:level|step|steps)
    stufen?
    nivel(?:es)?
    niveaux?
    nível
    レベル
    昇進
  `,
  'a competency': `
    ${COMPETENCY}
  `,
  records: `
    (?:my|the|your|an?|last|older|previous) (?:evidence|entr(?:y|ies)|list|packet|goal|target|reminders?|nudges?)
    (?:my|the|your|an?|last|older|previous) (?:reviews?|records?|data|stuff|history|profile|achievements|messages?)
    (?:my|the|your|an?|last|older|previous) (?:piece|draft)
    (?:the|this|that) (?:last |first |old |older )?ones?
    (?:the|that) \\p{L}{1,20} (?:one|piece|thing)
    the last (?:one|thing|change)
    everything (?:you have|i've sent|on me|i sent)
    weekly (?:question|message|reminder)
    ladder (?:me|next|nudge|evidence|data|ladder)
    eintr(?:ag|äge)
    erinnerung(?:en)?
    ziel
    evidencias?
    meta
    objetivo
    entrées?
    objectif
    preuves?
    記録
    目標
    エントリー
  `,
  'its privacy': `
    (?:who|can|does|do|will|may) (?:\\p{L}{1,20} ){0,3}(?:see|read|reads|sees|look at) (?:this|it|that|my|what)
    who (?:can|else|sees|reads|will)
    privacy|private|anonym(?:ous|ously)
    train(?:ed)? on
    (?:store|stored|keep|kept|save|saved|delete|deleted) (?:my|it|this|the)
    visible
    anyone (?:see|read)
    my (?:manager|boss|lead) (?:see|read)
    lesen
    leer
    lire
    ler
    読め
  `,
  'its own words': `
    you (?:say|said|wrote|write|put|have put|claim|quote|quoted|list|listed|mixed|got|have|misread|misunderstood)
    you (?:missed|cut|swapped|made|counted|call|called)
    you've (?:got|put|cut|mixed|swapped|written|quoted|misread|missed)
    (?:your|the|that|this) (?:review|quote|finding|number|date|level|figure|title|summary|cut|premise|sentence)
    it says
    where do you get
    why do you
    you mean
    (?:own|this|the) question
    du (?:schreibst|sagst|hast)
    dices
    has puesto
    tu (?:dis|écris|as)
    você (?:disse|escreveu|colocou)
  `,
  denial: `
    wrong
    incorrect
    not (?:right|true|correct|accurate|what i (?:said|meant|wrote|did))
    thats not
    that's not
    (?:that|this|it) (?:is|was|has) (?:nothing|not|never)
    (?:isn't|wasn't|aren't|weren't|ain't)
    (?:didn't|did not|never|haven't|hadn't)
    disagree
    misread
    mistaken
    mixed up
    swapped
    actually
    rather than
    belongs (?:in|to|under)
    should be
    not my
    falsch
    stimmt (?:so )?nicht
    das war
    gehört zu
    sondern
    no es
    no fue
    no fui
    incorrecto
    equivocad[oa]
    en realidad
    ce n'(?:est|était) pas
    c'était
    faux
    pas moi
    en fait
    não (?:é|foi|fui|era)
    errado
    na verdade
    non è
    sbagliato
    違
    ではなく
    じゃなく
    galat
    nahi tha
  `,
}
