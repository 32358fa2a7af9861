/** How people greet, thank, react, decline and complain. One phrase a line; the names are those of signs. */
export const TALK_WORDS = {
  thanks: `
    thanks
    thank you
    thx
    ty
    cheers
    (?:much )?appreciated?
    danke
    vielen dank
    dank dir
    gracias
    merci
    obrigad[oa]
    valeu
    grazie
    bedankt
    dhanyavaad
    shukriya
    ありがとう
  `,
  greeting: `
    hi+
    hey+
    hello
    hiya
    yo
    howdy
    good (?:morning|evening|afternoon|night|day)
    morning
    happy (?:friday|monday|new year|holidays)
    (?:nice|great|good) weekend
    how are you
    how's it going
    what's up
    hallo
    guten (?:morgen|tag|abend)
    moin
    servus
    hola
    buen[oa]s (?:d[ií]as|tardes|noches)
    bonjour
    salut
    bonsoir
    oi
    olá
    bom dia
    boa (?:tarde|noite)
    ciao
    namaste
    こんにちは
    おはよう
    お疲れ
  `,
  reaction: `
    ok(?:ay)?
    lol
    ha(?:ha)+
    wow
    cool
    great
    nice
    fair (?:enough|point)
    good (?:point|question|one)
    makes sense
    got it
    noted
    agreed
    ouch
    oops
    phew
    ugh
    hm+
    sounds good
    no worries
    wrong (?:window|chat|channel)
    (?:let me|i'll|need to) (?:think|have a think)
    hold on
    give me a (?:minute|moment|second|sec)
    will do
    alles klar
    vale
    d'accord
    entendi
    なるほど
    了解
    accha
  `,
  feeling: `
    i'm (?:so |a bit |really |very )?(?:nervous|tired|excited|happy|glad|scared|lost|sorry|proud|curious)
    (?:feel|feels|feeling) (?:like|a bit|so|strange|weird|lost|odd|awkward)
    i (?:hate|like|love)
    (?:long|what a) (?:day|week)
    (?:only |just )?(?:trying|testing|looking around)
    nervös
    nerviosa?
    nervosa
  `,
  decline: `
    skip(?: this(?: one)?| it| that)?
    pass
    next question
    no comment
    rather not
    prefer not
    (?:don't|do not|won't|not going to) (?:want to |wish to |like to )?(?:answer|answering|say|share|talk|name)
    not answering
    not (?:now|today|this week|right now|relevant|applicable|necessary|allowed)
    n/?a
    (?:maybe |some other |another |ask me )?(?:later|another (?:time|day)|some other day)
    never ?mind
    forget it
    no (?:thanks|thank you|need|time)
    none of your business
    under nda
    (?:can't|cannot|can not|may not) (?:share|show|link)
    confidential
    leave (?:it|me alone|others out)
    (?:please )?stop (?:asking|with the questions)
    no more questions
    let's drop
    doesn't matter
    tmrw
    nothing (?:this week|to report|to tell|really|special|comes to mind|worth)
    no one comes to mind
    on (?:vacation|holiday|leave)
    später
    (?:möchte|will) ich nicht
    überspring(?:en|e)?
    lieber nicht
    nicht jetzt
    más tarde
    ahora no
    prefiero no
    paso
    saltar
    plus tard
    je préfère (?:ne )?pas
    pas maintenant
    passe
    depois
    agora não
    prefiro não
    pula(?:r)?
    dopo
    スキップ
    また今度
    後で
    答えたくない
    パス
    baad me
    abhi nahi
    rehne do
  `,
  'does not know': `
    (?:don't|do not|dont|didn't|dunno) (?:really |even |actually )?(?:know|remember|recall)
    dunno
    idk
    no (?:idea|clue)
    (?:can't|cannot|cant|can not|couldn't|could not) (?:really )?(?:remember|recall|say|tell|think of)(?: you)?
    not sure
    too long ago
    been ages
    (?:i'd|would) have to (?:look|check)
    keine ahnung
    weiß (?:ich )?(?:nicht|es nicht)
    nicht mehr
    no (?:lo )?sé
    no me acuerdo
    ni idea
    (?:je ne |j'|je )?sais pas
    aucune idée
    não (?:sei|lembro)
    sei lá
    non (?:lo )?so
    覚えてい?ま?せん
    覚えてない
    分かりません
    わかりません
    pata nahi
    yaad nahi
  `,
  complaint: `
    useless
    (?:a )?waste of (?:my )?time
    unfair
    (?:a |is a |such a )?(?:joke|shame)
    nonsense
    rubbish
    ridiculous
    silly
    pointless
    annoy(?:ed|ing|s)
    patronising|patronizing
    condescending
    insulting
    generic
    harsh
    slow
    sick of
    fed up
    tired of
    tiring
    hate (?:this|these|that|it|how)
    not (?:very )?help(?:ful|ing)
    no help
    worst
    crash(?:ed|es)
    broken
    surveillance
    politics
    corporate
    bureaucra(?:cy|tic)
    obsession
    why (?:do i even|bother)
    (?:can't|cannot) believe
    seriously
    come on
    just what i needed
    you (?:always|never|keep|only)
    always (?:the same|asks?)
    same (?:question|thing)
    not again
    (?:don't|do not) trust
    doesn't work
    no answer
    nobody (?:reads|likes|cares|understands)
    nothing new
    too (?:long|vague|slow|much|many)
    makes no sense
    odd that
    bringt (?:doch )?(?:alles )?nichts
    quatsch
    nervt?
    nutzlos
    schlecht
    no sirve
    inútil
    pérdida de tiempo
    injusto
    siempre
    ne sert à rien
    nul
    perte de temps
    injuste
    toujours
    não serve
    perda de tempo
    sempre
    chato
    役に立た
    使いにく
    無駄
    面倒
    ひどい
    bekaar
    bakwas
    faltu
  `,
}
