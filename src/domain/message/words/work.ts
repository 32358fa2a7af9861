/** Who acts, when, and whose words these are. One phrase a line. */
export const WORK_WORDS = {
  'I, me or my': `
    i
    me
    my
    mine
    myself
    ich
    mein(?:e|er|en|em)?
    mich
    mir
    hab
    yo
    mi
    je
    j'[\\p{L}]+
    moi
    mon
    ma
    mes
    eu
    meu
    minha
    maine
    mera
    mere
    私
    僕
    自分
  `,
  'we or our': `
    we
    us
    our
    wir
    unser(?:e|er|en)?
    nosotr[oa]s
    nous
    on a
    nós
    hum
    hamne
  `,
  'you or your': `
    you
    your
    u
    coach
    bot
    du
    dich
    dir
    dein(?:e|er|en)?
    tú
    tu
    te
    toi
    ton
    ta
    você
    aap
    tum
    あなた
  `,
  'the future': `
    tomorrow
    next (?:week|month|quarter|year|half|sprint|spring|summer|autumn|monday|tuesday|wednesday|thursday|friday)
    in (?:two|three|a few|\\d+) (?:weeks|days|months)
    (?:as of|from|starting|starts?|by) (?:next|monday|tuesday|wednesday|thursday|friday|june|july|september|october)
    (?:as of|from|starting|starts?|by) (?:november|december|january|the end)
    on (?:monday|tuesday|wednesday|thursday|friday|the \\d+)
    from now on
    soon
    once it
    not yet
    none yet
    nothing (?:yet|so far)
    tbd
    nächste[nrs]? (?:woche|monat|quartal|jahr)
    morgen
    ab (?:montag|januar|juni|juli|september|oktober)
    la (?:próxima semana|semana que viene)
    el próximo mes
    mañana
    la semaine prochaine
    le mois prochain
    demain
    semana que vem
    próxim[oa] (?:mês|semana|trimestre)
    amanhã
    来週
    来月
    明日
    予定
    つもり
    agle (?:hafte|mahine)
    kal se
  `,
  intends: `
    (?:i|we)'ll
    (?:i|we|it|they|that|who) will
    will (?:be|do|add|start|write|take|lead|finish|present|decide|have|ask|check|fix|look|run|go)
    (?:i'm|i am|we're|we are|is|are) (?:going to|about to|due to|down as|down for|supposed to|meant to|starting)
    (?:i'm|i am|we're|we are|is|are) (?:leading it|planning|presenting|deleting)
    going to
    gonna
    (?:plan|planning|hoping|hope|intend|aim|aiming|want|wants|need|needs|would like|'d like|love) (?:me |us )?to
    should (?:save|write|be able|do|really)
    might
    thinking (?:about|of)
    (?:my|the|our) (?:plan|idea|goal) (?:for|is)
    scheduled
    i've been asked to
    signed up
    to ?-?do
    still (?:to do|open|need)
    kick-?off
    if (?:i|we) get
    if the
    goes? live
    going live
    due (?:on|next|in)
    (?:ich|wir) (?:werde|werden|will|wollen|möchte|plane|fange|beginne)
    (?:voy|vamos) a
    quiero
    empiezo
    je (?:vais|veux|compte|prévois)
    on va
    vou
    vamos
    quero
    karunga
    karungi
    karenge
    したい
    します
  `,
  'the past': `
    yesterday
    last (?:week|month|quarter|year|half|sprint|spring|summer|autumn|winter|night|monday|tuesday|wednesday|thursday)
    last (?:friday)
    (?:in|since|until|till|by) (?:january|february|march|april|may|june|july|august|september|october|november)
    (?:in|since|until|till|by) (?:december|spring|summer|autumn|winter|q[1-4]|20\\d\\d)
    ago
    this (?:week|month|quarter|half|year)
    since
    already
    by now
    finally
    turned out
    letzte[nrs]? (?:woche|monat|jahr|quartal)
    gestern
    seit
    im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)
    ayer
    la semana pasada
    el mes pasado
    hier
    la semaine dernière
    le mois dernier
    depuis
    ontem
    (?:semana|mês) passad[oa]
    desde
    先週
    先月
    昨日
    ました
    でした
    pichle (?:hafte|mahine)
    kiya
    diya
    ki thi
  `,
  'words of others': `
    (?:\\p{L}{1,20} )?(?:wrote|writes|posted|said|says|replied|commented)(?: this| about me| in the channel)*:
    (?:\\p{L}{1,20} )?(?:wrote|writes|posted|said|says|replied|commented)(?: in [#\\w]+| to me| me| to support)*:
    (?:\\p{L}{1,20} )?(?:wrote|writes|posted|said|says|replied|commented)(?: yesterday)*:
    (?:from|by) [^:"]{1,60}: ?["'“«„]
    (?:message|feedback|email|mail|note|comment|quote|kudos|praise|recommendation|review|dm) (?:from|by|of|on|i got)
    (?:slack|post|reply) (?:from|by|of|on|i got)
    (?:shout-?out|kudos|props)
    fwd?
    forward(?:ed|ing)?
    wrote (?:this|in|to|about)
    word for word
    peer (?:feedback|review)
    360
    (?:kind |best |warm )?regards
    best,
    dear (?:all|team)
    copied from
    past(?:ed|ing)
    screenshot
    (?:customer|client) (?:said|wrote|email|mail)
    schrieb
    nachricht von
    schreibt
    escribió
    mensaje de
    a écrit
    message de
    mensagem d[aeo]
    escreveu
    コメント
    からの
    ne likha
  `,
  praise: `
    great (?:work|job)
    excellent work
    amazing
    hero
    saved (?:my|our|us|me|the)
    well done
    big thanks
    many thanks
    thanks? (?:you )?(?:so much )?for
    good work
    nice (?:find|work|job|one)
    fantastic
    impressed
    smooth(?:est)?
    professional
    calm
    thoughtful
    helpful
    beers on
    blown away
    danke für
    gracias por
    merci (?:pour|à)
    obrigad[oa] por
    おかげ
  `,
  'nothing to tell': `
    none
    nothing
    nobody
    no one
    nope?
    nah
    nichts
    niemand
    nada
    nadie
    rien
    personne
    ninguém
    なし
    いいえ
    nahi
  `,
  yes: `
    yes
    yep
    yeah
    yup
    sure
    correct
    right
    please do
    go ahead
    do it
    ja
    sí
    oui
    sim
    はい
    haan
    still
  `,
}
