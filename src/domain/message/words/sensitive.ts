/** Health, grief, conflict, leaving, and requests for secrecy. One phrase per line. */
export const SENSITIVE_WORDS = {
  'health or grief': `
    burn-?out
    burnt? out
    depress(?:ed|ion|ive)
    anxiety
    panic attacks?
    breakdown
    therap(?:y|ist)
    diagnos(?:ed|is)
    cancer
    chemo(?:therapy)?
    (?:i|she|he) cried
    (?:a|the|my) (?:long |serious )?illness
    (?:seriously|terminally) ill
    disabilit(?:y|ies)
    can(?:'t|not) cope
    clinic
    surgery
    hospital
    miscarriage
    pregnan(?:t|cy)
    adhd
    autis(?:m|tic)
    rehab
    sober
    drunk
    drinks
    drinking problem
    alcoholic
    divorc(?:e|ed|ing)
    my marriage
    funeral
    died
    passed away
    my late (?:father|mother|wife|husband)
    grie(?:f|ving)
    off sick
    sick leave
    (?:i am|i'm|i was|i've been) (?:very |quite |seriously |badly )?(?:ill|sick|unwell|signed off)
    mental health
    suicid(?:e|al)
    medication
    can(?:no|')t sleep
    krankgeschrieben
    depression(?:en)?
    krebs
    schwanger
    scheidung
    gestorben
    therapie
    krankheit
    ansiedad
    depresión
    de baja
    cáncer
    embarazada
    divorcio
    falleció
    arrêt maladie
    dépression
    enceinte
    divorcée?
    décédée?
    depressão
    ansiedade
    licença médica
    grávida
    câncer
    faleceu
    うつ
    休職
    鬱
    妊娠
    離婚
    亡くな
    体調を崩
    病気
  `,
  conflict: `
    harass(?:ed|es|ment|ing)?
    bull(?:y|ied|ies|ying)
    discriminat(?:ed|es|ion|ing)
    shout(?:s|ed|ing)? at (?:me|us)
    scream(?:s|ed|ing)?
    yell(?:s|ed|ing)? at (?:me|us)
    hr has
    (?:to|with|from|by) hr
    hr case
    warning letter
    threaten(?:ed|s)? (?:me|to fire)
    remarks about my
    racist
    (?:how|the way) i was (?:being )?treated
    treated me
    sexist
    hates me
    (?:don't|do not|no longer|can't|cannot) (?:speak|talk|work) with each other
    cannot work with
    open conflict
    mobb(?:t|en|ing)
    belästigt
    streit mit
    konflikt mit
    acoso
    acosa
    conflicto con
    harcèle(?:ment)?
    conflit
    assédio
    brig(?:a|uei) com
    conflito
    ハラスメント
    いじめ
    パワハラ
  `,
  leaving: `
    quit(?:ting)? (?:my job|the company|this job|soon)
    resign(?:ed|ing|ation)?
    handing in my notice
    hand(?:ed)? in my notice
    gave notice
    (?:i'm|i am|about|think of|thinking of|thinking about|that i'm|that i am) leaving
    (?:another|an|job|new) offer from
    job offer
    interviewing (?:elsewhere|at another|with another)
    looking for (?:another|a new|something new) ?(?:job)?
    laid off
    lay-?offs?
    (?:be|get|getting|got) fired
    won't extend
    contract ends
    kündige[nt]?
    kündigung
    gekündigt
    dejar la empresa
    me voy a ir
    démissionn(?:er|e|é)
    je pense à partir
    quitter (?:l'entreprise|la boîte)
    sair da empresa
    pedir demissão
    退職
    転職
    辞め
    naukri chhod
  `,
  secret: `
    between (?:you and me|us|the two of us)
    off the record
    (?:don't|do not|please don't|never) (?:tell|mention|share) (?:it |this |that )?(?:to )?(?:anyone|anybody)
    (?:don't|do not|please don't|never) (?:tell|mention|share) (?:it |this |that )?(?:to )?(?:any one|a soul)
    (?:don't|do not|please don't|never) (?:tell|mention|share) (?:it |this |that )?(?:to )?(?:my manager|her|him)
    (?:don't|do not|please don't|never) (?:tell|mention|share) (?:it |this |that )?(?:to )?(?:them)
    (?:don't|do not) (?:write|want) (?:this|that) (?:down|written)
    keep (?:it|this|that) (?:to yourself|secret|between|quiet|private)
    nobody (?:must|should|may) (?:know|hear)
    (?:doesn't|does not|don't|do not) want (?:people|anyone|anybody|it) to know
    told me in (?:private|confidence)
    in confidence
    strictly confidential
    (?:haven't|have not) told (?:my manager|anyone|anybody|them)
    niemand(?:em)? (?:erfährt|erfahren|weiß|sagen)
    unter uns
    nicht weitersagen
    que no lo sepa nadie
    no se lo digas a nadie
    entre nosotros
    entre nous
    ne le dis à personne
    não conta para ninguém
    entre nós
    誰にも言わないで
    内緒
    ここだけの話
    kisi ko mat batana
  `,
}
