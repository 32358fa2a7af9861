const CASE = '(?:evidence|packet|case|entries|work|application)'
const SHOULD = '(?:should|can|could|shall|do|would|must)'
const DO = '(?:do|try|work|work on|focus|focus on|improve|tackle|start|aim|send you)'
const SOON = '(?:next|now|first|on|this (?:week|month|quarter)|today|with|about it)'
const OPEN = '(?:open|reopen|pull up|bring up|dig out|find|show|read|see|go to)'
const ONE = '(?:one|piece|thing|entry|note|message|story|review|post)'
const ABOUT = '(?: (?:about|on|from|with|where|of|regarding|that|for))'

/** Questions about the person's own case and entries. One phrase a line, without accents and apostrophes. */
export const OWN_QUESTIONS = {
  /** Whether it is enough. Only people decide that. */
  chances: `
    ^(?:say|write|note) (?:that )?(?:im|i am|this is|it is|its) (?:\\p{L}{1,8} ){0,4}l\\d
    ^(?:conclude|confirm|admit|pretend) (?:that )?(?:im|i am|this is|it is|its) (?:\\p{L}{1,8} ){0,4}l\\d
    ^(?:mark|set|make|put|give) (?:me|it|this) (?:\\p{L}{1,8} ){0,3}(?:as )?(?:l\\d|shown|evidenced)
    ^(?:mark|set|make|put|give) (?:that|everything|all) (?:\\p{L}{1,8} ){0,3}(?:as )?(?:l\\d|shown|evidenced)
    am i (?:\\p{L}{1,12} ){0,3}(?:ready|there yet|good enough|eligible|qualified|promotable)
    (?:will|would|do|can|could|should) i (?:\\p{L}{1,12} ){0,3}(?:get promoted|make it|get it|pass)
    (?:will|would|do|can|could|should) i (?:\\p{L}{1,12} ){0,3}(?:get the promotion|get there)
    (?:will|would|do|can|could|should) i (?:\\p{L}{1,12} ){0,3}(?:be promoted|have a (?:chance|shot)|stand a chance)
    (?:my|what|any|good|realistic) (?:\\p{L}{1,12} ){0,3}(?:chance|chances|odds|likelihood|prospects)
    (?:how )?(?:likely|realistic) (?:is|am|are)
    (?:strong|good|solid|convincing|complete) enough
    enough (?:for|to get) (?:promotion|promoted|a promotion|the committee|the panel)
    do you think (?:i|ill|im|they|my|this|it)
    (?:rate|score|grade|rank|judge|level) me|^(?:rate|score|grade) (?:this|it|that|my)
    (?:my|a|the) (?:score|grade|rating|rank|ranking|points)\\b
    (?:is|are) my (?:\\p{L}{1,8} )?${CASE} (?:\\p{L}{1,8} )?(?:good|ok|okay|strong|enough|fine|solid|convincing|there)
    how (?:good|strong|solid|convincing) (?:is|are) my (?:\\p{L}{1,8} )?${CASE}
    what do you think (?:of|about) (?:my|me|this|it)
    will they (?:\\p{L}{1,12} ){0,2}(?:laugh|accept|promote|reject|believe|buy|agree|say)
    (?:get|gets|make|makes) me (?:promoted|there|a promotion|to l\\d)
    (?:is|are) (?:\\p{L}{1,6} |l\\d ){1,3}(?:realistic|feasible|achievable|within reach)
    make it this (?:cycle|round|year|time)
    is (?:that|this|it|my \\p{L}{1,10}) (?:\\p{L}{1,8} )?enough
    bin ich (?:\\p{L}{1,12} ){0,2}(?:bereit|so weit|soweit|reif|gut genug)
    (?:reicht das|meine chancen)
    estoy (?:\\p{L}{1,12} )?list[oa]|tengo (?:\\p{L}{1,12} ){0,2}posibilidades
    suis je (?:\\p{L}{1,12} )?(?:pret|prete)|(?:je suis|est ce que je suis) prete?|mes chances
    (?:eu )?(?:ja )?estou pront[oa]|tenho (?:alguma )?chances?
  `,
  progress: `
    (?:am i|im|i am|is|whats|what|still|things|anything|que)(?: \\p{L}{1,8}){0,3} (?:missing|lacking)
    do i (?:\\p{L}{1,10} )?(?:lack|miss)
    (?:my|the|any|where|what|which) (?:\\p{L}{1,12} ){0,3}(?:gap|gaps|weak spots?)
    (?:my|the|any|where|what|which) (?:\\p{L}{1,12} ){0,3}(?:weak points?|weakness|weaknesses|blind spots?)
    (?:my|the) (?:weakest|emptiest) (?:area|areas|competency|competencies|point|points|part|spot)?
    (?:my|the) (?:thinnest|strongest|best) (?:area|areas|competency|competencies|point|points|part|spot)?
    what (?:do|would|should|must|else do) i (?:\\p{L}{1,10} ){0,2}(?:need|have) (?:\\p{L}{1,10} ){0,3}(?:to|for)
    what(?:s| is)? (?:\\p{L}{1,12} ){0,3}(?:needed|required|left) (?:\\p{L}{1,12} ){0,3}(?:for me|to get|before i)
    where (?:\\p{L}{1,8} )?(?:do i stand|i stand)
    where (?:\\p{L}{1,8} )?(?:am i(?: at)?(?: now| right now| today)?$|im at|i am(?: at)?(?: now| right now)?$)
    how (?:am i|i am|im) (?:\\p{L}{1,8} )?(?:doing|going|tracking|looking|progressing)
    how(?:s| is| does| are) (?:my|it|things) (?:\\p{L}{1,12} ){0,2}(?:going|coming along|look|looking|progress|doing)
    (?:my|show|any|much) (?:\\p{L}{1,12} )?(?:progress|status)
    ^(?:progress|status|me|my packet|my case)$
    what ${SHOULD} i (?:\\p{L}{1,10} ){0,2}${DO}(?: \\p{L}{1,10}){0,3} ${SOON}
    what ${SHOULD} i ${DO}$
    (?:what|anything) else (?:can|could|should|shall|may) i (?:\\p{L}{1,8} )?(?:add|say|write|do)
    (?:what|anything) else (?:can|could|should|shall|may) i (?:\\p{L}{1,8} )?(?:send|include|mention|give)
    what(?:s| is)? (?:the |my )?next(?: step| steps)?(?: for me)?$
    (?:my|any|the|suggest|some) next (?:step|steps)
    (?:focus|work|concentrate) on (?:next|now|first|this (?:week|month|quarter))
    (?:advice|tips?|suggestions?|ideas?|recommend\\p{L}{0,6}) (?:\\p{L}{1,10} ){0,4}(?:next|week|month|me|do|now|for)
    (?:which|what) competenc(?:y|ies) (?:\\p{L}{1,10} ){0,3}(?:have i|do i|am i|ive|i have|still|are)
    what (?:have i|do i have|ive) (?:\\p{L}{1,10} ){0,2}(?:shown|covered|proven|proved|demonstrated)
    how (?:far|close|near) (?:\\p{L}{1,10} ){0,3}(?:am i|i am|im|is my|along)
    (?:am i|im) (?:\\p{L}{1,10} ){0,2}(?:near|close|on track|getting (?:there|closer)|missing|behind)
    (?:honest|quick|short|overall) (?:\\p{L}{1,10} ){0,2}(?:read|view|opinion) (?:of|on) (?:where|how|me|my)
    (?:honest|quick|short|overall) (?:\\p{L}{1,10} ){0,2}(?:assessment|overview|summary) (?:of|on) (?:where|how|me|my)
    (?:get|be|getting|become|reach|get to|make|make it to) (?:promoted|promotion|a promotion|the next level)
    why (?:is|are) (?:there )?(?:\\p{L}{1,10} )?(?:nothing|no evidence) (?:\\p{L}{1,10} ){0,2}(?:under|for|in|on)
    why (?:is|are) (?:there )?(?:\\p{L}{1,10} )?(?:no entries|empty) (?:\\p{L}{1,10} ){0,2}(?:under|for|in|on)
    (?:got|have|any|some) (?:any |some )?(?:tips?|advice|suggestions?|ideas?)$
    (?:give|tell|suggest) me (?:something|one thing|a task|what) to (?:do|work on|try)
    help me (?:\\p{L}{1,8} ){0,2}(?:get|reach|become|grow|improve|prepare)
    how (?:can|could|do|should|might) i (?:\\p{L}{1,8} )?(?:improve|grow|get better|prepare|move up|level up)
    (?:my|the) (?:strengths?|strong points?|highlights?|(?:best|strongest|weakest) (?:evidence|entry|example|one))
    what am i good at
    ^next steps?$
    summari[sz]e (?:my|all my|everything|what i)|(?:summary|overview) of my (?:evidence|progress|entries|packet|work)
    (?:nothing|no evidence|no entries) (?:for|under|in|on)(?! (?:this|it|that)\\b)
    (?:anything|something|what|all) (?:else )?(?:that )?i (?:still )?(?:need|lack|miss)
    was fehlt|wo stehe ich|wie stehe ich
    wie weit bin ich|woran (?:soll|sollte) ich|(?:meine )?(?:nachsten?|nachster) schritte?
    was (?:soll|sollte|kann|muss) ich (?:\\p{L}{1,12} ){0,3}(?:machen|tun)
    que (?:\\p{L}{1,8} ){0,2}(?:me )?(?:falta|hace falta)|como voy
    en que punto estoy|(?:mi )?(?:siguiente|proximo) paso|en que (?:debo|deberia)
    que (?:debo|deberia|puedo|tengo que) hacer
    (?:me|il) manque|ou en suis je|(?:ma )?prochaine etape
    que (?:dois|devrais) je|comment je men sors|sur quoi (?:dois|devrais)
    (?:me )?falta|como (?:eu )?(?:estou|vou)(?: indo| me saindo)?
    (?:meu )?proximo passo|em que (?:devo|posso)|o que (?:eu )?(?:devo|posso|preciso) fazer
    足り|不足|次に何
  `,
  /** What they did or sent. */
  list: `
    when (?:was|is|did) (?:my|i) (?:last|latest|first)
    ^(?:find|search|look)(?: for| up| through)? (?:me )?(?:everything|anything|all|entries|the ones|my)
    ^search (?:for )?\\p{L}{2,20}
    ^(?:list|show|find|give)(?: me)? (?:the|all|all the|those) (?:ones|entries|things|pieces)
    (?:bring|get) back (?:the|my|that)
    which of my (?:entries|evidence|messages|pieces)
    ^(?:my )?(?:evidence|entries|list)$
    (?:why|how come) (?:is|are) my (?:list|entries|evidence|history) (?:\\p{L}{1,8} )?(?:short|empty|gone)
    (?:why|how come) (?:is|are) my (?:list|entries|evidence|history) (?:\\p{L}{1,8} )?(?:missing|small|so)
    (?:count|how many|number of) (?:\\p{L}{1,8} ){0,3}reviews? (?:\\p{L}{1,8} )?(?:i|do i|have i|ive)
    (?:count|how many|number of) (?:\\p{L}{1,8} ){0,3}(?:entries|messages) (?:\\p{L}{1,8} )?(?:i|do i|have i|ive)
    (?:want|like|need) to see (?:what|everything|all|my)
    (?:show|list|give|display|see|view|send) (?:me )?(?:\\p{L}{1,12} ){0,4}(?:evidence|entries|entry)
    (?:show|list|give|display|see|view|send) (?:me )?(?:\\p{L}{1,12} ){0,4}(?:achievements|accomplishments|wins)
    (?:print|pull up|bring up|dig out|get|fetch|check) (?:me )?(?:\\p{L}{1,12} ){0,4}(?:evidence|entries|entry)
    (?:print|pull up|bring up) (?:me )?(?:\\p{L}{1,12} ){0,4}(?:achievements|accomplishments|wins)
    (?:dig out|get|fetch|check) (?:me )?(?:\\p{L}{1,12} ){0,4}(?:achievements|accomplishments|wins)
    (?:show|list|give|display|see|view|send) (?:me )?(?:\\p{L}{1,12} ){0,4}(?:records?|everything|stuff)
    (?:show|list|give|display|see|view|send) (?:me )?(?:\\p{L}{1,12} ){0,4}(?:submissions|history|data)
    (?:print|pull up|bring up|dig out|get|fetch|check) (?:me )?(?:\\p{L}{1,12} ){0,4}(?:records?|everything|stuff)
    (?:print|pull up|bring up|dig out|get|fetch|check) (?:me )?(?:\\p{L}{1,12} ){0,4}(?:submissions|history|data)
    (?:show|list|display|see|view) (?:me )?(?:\\p{L}{1,12} ){0,2}(?:what|things|all) (?:you have|ive)
    (?:show|list|display|see|view) (?:me )?(?:\\p{L}{1,12} ){0,2}(?:what|things|all) (?:i have|i did|i sent)
    (?:show|list|display|see|view) (?:me )?(?:\\p{L}{1,12} ){0,2}(?:what|things|all) (?:i gave|you know)
    (?:show|list|display|see|view) (?:me )?(?:\\p{L}{1,12} ){0,2}(?:what|things|all) (?:you got|you stored|i)
    ^(?:show|list|see|view|all|find|search)? ?(?:me )?(?:all )?(?:of )?my (?:evidence|entries)
    ^(?:show|list|see|view|all|find|search)? ?(?:me )?(?:all )?(?:of )?my (?:achievements|accomplishments|wins)
    ^(?:show|list|see|view|all|find|search)? ?(?:me )?(?:all )?(?:of )?my (?:messages|submissions|records)
    ^(?:show|list|see|view|all|find|search)? ?(?:me )?(?:all )?(?:of )?my (?:list|history|stuff)
    what (?:all )?(?:have i|did i|ive|i have|had i) (?:\\p{L}{1,10} ){0,3}(?:sent|send|give|given)
    what (?:all )?(?:have i|did i|ive|i have|had i) (?:\\p{L}{1,10} ){0,3}(?:gave|tell|told|write)
    what (?:all )?(?:have i|did i|ive|i have|had i) (?:\\p{L}{1,10} ){0,3}(?:written|wrote|save|saved)
    what (?:all )?(?:have i|did i|ive|i have|had i) (?:\\p{L}{1,10} ){0,3}(?:log|logged|do|done)
    what (?:all )?(?:have i|did i|ive|i have|had i) (?:\\p{L}{1,10} ){0,3}(?:share|shared|submit|submitted)
    what (?:all )?(?:have i|did i|ive|i have|had i) (?:\\p{L}{1,10} ){0,3}(?:achieve|achieved|accomplish|accomplished)
    what (?:all )?(?:have i|did i|ive|i have|had i) (?:\\p{L}{1,10} ){0,3}(?:work on|worked on|get done|ship)
    what (?:all )?(?:have i|did i|ive|i have|had i) (?:\\p{L}{1,10} ){0,3}(?:shipped|record|recorded|enter|entered)
    what (?:\\p{L}{1,10} )?(?:evidence|entries) (?:\\p{L}{1,10} )?(?:do i have|have i|did i|ive|i have)
    what (?:\\p{L}{1,10} )?(?:examples|things|stuff) (?:\\p{L}{1,10} )?(?:do i have|have i|did i|ive|i have)
    what (?:\\p{L}{1,10} )?(?:evidence|entries|examples|things|stuff) (?:\\p{L}{1,10} )?(?:i sent|i gave)
    what (?:\\p{L}{1,10} )?(?:evidence|entries) (?:\\p{L}{1,10} )?(?:is there|are there|do you have)
    what (?:\\p{L}{1,10} )?(?:examples|things|stuff) (?:\\p{L}{1,10} )?(?:is there|are there|do you have)
    what do (?:i|you) (?:\\p{L}{1,8} )?have (?:saved |so far )?(?:for|on|about|under|in|from)
    do (?:i|you|we) (?:\\p{L}{1,8} )?have (?:\\p{L}{1,8} )?anything
    do (?:i|you|we) (?:\\p{L}{1,8} )?have (?:\\p{L}{1,8} )?(?:something|any (?:evidence|entries|examples|entry))
    do (?:i|you|we) (?:\\p{L}{1,8} )?have (?:\\p{L}{1,8} )?(?:evidence|entries|examples)
    how (?:many|much) (?:\\p{L}{1,10} )?(?:evidence|entries|pieces|things) (?:do i have|have i|did i|ive)
    how (?:many|much) (?:\\p{L}{1,10} )?(?:evidence|entries|pieces|things) (?:i have|i sent|i|saved|sent)
    how (?:many|much) (?:\\p{L}{1,10} )?(?:messages|examples|have|did|do) (?:do i have|have i|did i|ive)
    how (?:many|much) (?:\\p{L}{1,10} )?(?:messages|examples|have|did|do) (?:i have|i sent|i|saved|sent)
    ^(?:everything|anything|all|all my evidence|all entries) (?:i (?:did|sent|wrote|saved|have|gave you)|ive)
    ^(?:everything|anything|all|all my evidence|all entries) (?:from|about|on)
    ^(?:everything|anything|all|all my evidence|all entries) (?:in|since|for|under|that)
    ^(?:evidence|entries|mastery evidence) (?:for|from|on|about|in|under|since)
    (?:where|wheres|what happened to) (?:is |are |s )?(?:my|the) (?:\\p{L}{1,8} )?(?:review|reviews|message)$
    (?:where|wheres|what happened to) (?:is |are |s )?(?:my|the) (?:\\p{L}{1,8} )?(?:entry|evidence|file|answer)$
    ^did (?:you|it) (?:\\p{L}{1,8} )?(?:get|save|saved|receive|read|store|see|keep|take) (?:my|the|it|that|this|what)
    why (?:didnt|dont|havent|did|do|have) you (?:not )?(?:answer|reply|respond|react)
    wo ?(?:sind|ist) meine
    zeige? (?:mir )?(?:\\p{L}{1,12} ){0,4}(?:alles|eintrage|belege|nachweise|beitrage|was|eintrag|gespeichert)
    was habe ich (?:\\p{L}{1,12} ){0,5}(?:geschickt|gemacht|geschrieben|gesendet|getan|gespeichert|erledigt)
    meine (?:eintrage|belege|nachweise)
    (?:muestra|muestrame|ensename|dame|lista) (?:\\p{L}{1,12} ){0,3}(?:evidencias?|todo|entradas|lo que)
    que (?:te )?(?:he|hice) (?:\\p{L}{1,12} )?(?:enviado|hecho|mandado|escrito|en|el|la|durante)
    mis (?:evidencias?|logros|entradas)
    (?:montre|affiche|liste|donne)(?: moi)? (?:\\p{L}{1,12} ){0,3}(?:preuves?|tout|entrees|ce que)
    quest ce que jai (?:\\p{L}{1,12} ){0,2}(?:fait|envoye|ecrit)|quai je (?:fait|envoye|ecrit)
    mes (?:preuves|entrees|realisations)
    (?:mostra|mostre|mostrar|liste|lista) (?:\\p{L}{1,12} ){0,3}(?:evidencias?|tudo|entradas|o que)
    o que (?:eu )?(?:ja )?(?:fiz|mandei|enviei|escrevi)
    minhas (?:evidencias|conquistas|entradas)
  `,
  /** One entry to be opened. */
  open: `
    ^${OPEN} (?:me )?(?:up )?(?:the|that|my) (?:\\p{L}{1,15} ){0,4}${ONE}${ABOUT}
    ^${OPEN} (?:me )?(?:up )?(?:the|that|my) (?:\\p{L}{1,15} ){0,4}${ONE}$
    ^(?:open|pull up|bring up|dig out|reopen) (?:the|my|that|it|this)
    ^offne (?:den|das|die) (?:\\p{L}{1,12} ){0,3}(?:eintrag|beitrag|nachricht)? ?(?:uber|zu|zum|zur|mit|vom)
    ^zeig(?:e)?(?: mir)? (?:den|das|die) (?:\\p{L}{1,12} ){0,3}(?:eintrag|beitrag|nachricht)? ?(?:uber|zu|zum)
    ^zeig(?:e)?(?: mir)? (?:den|das|die) (?:\\p{L}{1,12} ){0,3}(?:eintrag|beitrag|nachricht)? ?(?:zur|mit|vom)
    ^(?:abre|abrir|ouvre|abra) (?:el|la|lo|le|celui|celle|a|o|aquel|aquela)
  `,
  /** How a piece could be put into words. */
  say: `
    how (?:would|do|should|could) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:say|phrase|put)(?! (?:you|to you|with you))
    how (?:would|do) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:word|write|express)(?! (?:you|to you|with you))
    how (?:should|could) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:word|write|express)(?! (?:you|to you|with you))
    how (?:can|might|shall|to) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:say|phrase|put)(?! (?:you|to you|with you))
    how (?:can|might) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:word|write|express)(?! (?:you|to you|with you))
    how (?:shall|to) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:word|write|express)(?! (?:you|to you|with you))
    how (?:would|do|should|could) (?:i |you |one |we )?(?:\\p{L}{1,8} )?describe(?! (?:you|to you|with you))
    how (?:would|do) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:formulate|frame)(?! (?:you|to you|with you))
    how (?:should|could) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:formulate|frame)(?! (?:you|to you|with you))
    how (?:can|might|shall|to) (?:i |you |one |we )?(?:\\p{L}{1,8} )?describe(?! (?:you|to you|with you))
    how (?:can|might|shall|to) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:formulate|frame)(?! (?:you|to you|with you))
    how (?:would|do) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:explain|present|pitch)(?! (?:you|to you|with you))
    how (?:should|could) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:explain|present|pitch)(?! (?:you|to you|with you))
    how (?:can|might|shall|to) (?:i |you |one |we )?(?:\\p{L}{1,8} )?explain(?! (?:you|to you|with you))
    how (?:can|might|shall|to) (?:i |you |one |we )?(?:\\p{L}{1,8} )?(?:present|pitch)(?! (?:you|to you|with you))
    (?:better|other|shorter|clearer) (?:words?|wording|sentence|phrasing|way to (?:say|put|write))
    (?:nicer|stronger|fewer|simpler) (?:words?|wording|sentence|phrasing|way to (?:say|put|write))
    (?:into|in) (?:one|a single|two|a|fewer|better) (?:\\p{L}{1,8} )?(?:sentence|sentences|words|line|lines|paragraph)
    (?:rewrite|rephrase|reword|redraft) (?:this|it|that|something|my|the|these)
    (?:paraphrase|draft|polish|summari[sz]e|formulate) (?:this|it|that|something|the|these)
    (?:write|phrase|word|put|say) (?:it|that|this) (?:\\p{L}{1,8} )?(?:for me|better|nicer|differently|up)
    wie (?:wurde|soll|sollte|kann|konnte) ich (?:\\p{L}{1,8} )?(?:sagen|formulieren|schreiben|ausdrucken)
    wie (?:sage|formuliere|schreibe) ich
    como (?:lo |la )?(?:diria|digo|escribo|redacto|redactaria|expreso|puedo (?:decir|escribir|redactar))
    comment (?:je |puis je |le |la )*(?:dire|dirais|formuler|formulerais|ecrire|ecrirais|exprimer)
    como (?:eu )?(?:digo|diria|escrevo|escreveria|posso (?:dizer|escrever))
  `,
  /** Why a review says what it says, and what would change it. */
  review: `
    (?:reason|reasons) (?:why|for|that) (?:this|it|that|the|you)
    what would you (?:\\p{L}{1,8} )?(?:need|want|have) (?:to (?:hear|see|know|call)|from me)
    (?:show|give|tell) me (?:the )?(?:full|whole|exact|entire|other) (?:sentence|text|quote|review|row)
    ^(?:why|how come)(?! \\p{L}{1,10} you (?:answer|reply|respond|work|write|react))
    ^(?:explain|elaborate|clarify)(?: (?:this|that|it|the|your|more)(?: \\p{L}{1,12})?)?$
    what did you (?:say|write|find|think|answer|see|make) (?:\\p{L}{1,8} )?(?:about|of|on|in|to)
    (?:what|where) (?:was|is|s) (?:the|your|my) (?:review|finding|verdict|result|feedback) (?:of|on|for|about)
    why (?:not|only|just|is|isnt|is it|did you|do you|does it|was|arent|no|partly)
    what made you (?:say|think|put|choose|decide|pick|write)
    (?:which|what) (?:sentence|part|word|words) (?:\\p{L}{1,10} ){0,3}(?:match|matched|mean|based)
    (?:which|what) (?:line|quote|expectation|bit) (?:\\p{L}{1,10} ){0,3}(?:match|matched|mean|based)
    (?:which|what) (?:sentence|part|word|words) (?:\\p{L}{1,10} ){0,3}(?:shows?|did you|made you|is that)
    (?:which|what) (?:line|quote|expectation|bit) (?:\\p{L}{1,10} ){0,3}(?:shows?|did you|made you|is that)
    where (?:do|did) you (?:get|take|find|see|read)|what(?:s| is) (?:that|this|it) based on|based on what
    how (?:did|do) you (?:get|come|know|decide|arrive|figure|judge|conclude|tell|read)
    what (?:would|could|can|will|might) (?:\\p{L}{1,8} )?(?:make|get|take|bring|turn|lift) (?:this|that|it|the|my)
    what (?:would|could|can|will|might) (?:\\p{L}{1,8} )?(?:move|raise|push) (?:this|that|it|the|my)
    what (?:would|could|can|will|might) (?:\\p{L}{1,8} )?(?:strengthen|improve|change) (?:this|that|it|the|my)
    what (?:would|does) (?:it|this|that) (?:need|take|lack|miss)
    how (?:would|do|could|can|should|might|to) (?:i |we )?(?:\\p{L}{1,6} ){0,3}(?:turn|turning|make) (?:this|that|it)
    how (?:would|do|could|can|should|might|to) (?:i |we )?(?:\\p{L}{1,6} ){0,3}(?:making|get|getting) (?:this|that|it)
    how (?:would|do|could) (?:i |we )?(?:\\p{L}{1,6} ){0,3}(?:improve|improving|strengthen) (?:this|that|it)
    how (?:can|should|might|to) (?:i |we )?(?:\\p{L}{1,6} ){0,3}(?:improve|improving|strengthen) (?:this|that|it)
    how (?:would|do|could|can|should|might|to) (?:i |we )?(?:\\p{L}{1,6} ){0,3}(?:lift|raise|push) (?:this|that|it)
    (?:does|would|will) (?:that|this|it) (?:shift|change|help|move|make|fix|raise)
    what(?:s| is) (?:still )?missing (?:here|in (?:this|it|that)|from (?:this|it|that))
    (?:is|was) (?:this|that|it) (?:really |only |still |already |more |enough for )*(?:an? )?(?:l\\d|shown|partly)
    (?:is|was) (?:this|that|it) (?:really |only |still |already |more |enough for )*(?:an? )?evidence
    (?:is|was) (?:this|that|it) (?:really |only |still |already |more |enough for )*(?:an? )?(?:mastery|scope)
    (?:what|how) about (?:l\\d|this|that|the|my|mastery|scope)
    (?:what|how) about (?:judgment|trust|ownership|communication|planning|flexibility|feedback)
    ^(?:and |what |or )*for l\\d$
    what does (?:partly|shown|not shown|cant tell|possible match) (?:\\p{L}{1,10} )?mean
    what does (?:that|this|it|your review|the review) (?:\\p{L}{1,10} )?mean
    warum|wieso|weshalb|was fehlt (?:hier|daran)|wie kommst du
    ^por que\\b|que le falta|como llegaste
    pourquoi|quest ce quil (?:y )?manque (?:ici|la)|comment arrives tu
    por que|porque (?:so|nao|apenas)|o que falta (?:aqui|nisso)|(?:isso|isto) (?:conta|vale)
  `,
} as const
