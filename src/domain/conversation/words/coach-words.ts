const SETTING = '(?:\\p{L}{1,8} ){0,3}(?:goal|target|reminders?|nudges?|level|time|day)'
const PART = '(?:sentences?|words?|parts?|names?|numbers?|figures?|typos?|lines?|paragraphs?|links?|dates?)'
const NEED = '(?:have|need|take|show|be|do|keep|prove|sustain)'

/**
 * Questions about the coach and what it takes. One phrase a line, without accents and apostrophes, in English, then the
 * most usual ones in German, Spanish, French and Portuguese.
 */
export const COACH_QUESTIONS = {
  'how-much': `
    how (?:many|much) (?:\\p{L}{1,12} ){0,5}evidence(?! (?:do i have(?! to)|have i|did i|is there|ive))
    how (?:many|much) (?:\\p{L}{1,12} ){0,5}(?:entries|pieces)(?! (?:do i have(?! to)|have i|did i|is there|ive))
    how (?:many|much) (?:\\p{L}{1,12} ){0,5}(?:examples|stories)(?! (?:do i have(?! to)|have i|did i|is there|ive))
    how (?:many|much) (?:\\p{L}{1,12} ){0,5}(?:things|proof)(?! (?:do i have(?! to)|have i|did i|is there|ive))
    how (?:many|much) (?:\\p{L}{1,12} ){0,3}(?:do i need|is needed|is required|is enough)
    how (?:many|much) (?:\\p{L}{1,12} ){0,3}(?:should i|needed|required|enough)
    how (?:long|often|many times) (?:do|does|should|must|would|will) (?:i|it|one) (?:\\p{L}{1,12} ){0,2}${NEED}
    kitna|kitne
    wie (?:viele|viel|lange|oft) (?:\\p{L}{1,12} ){0,4}(?:brauche|brauch|braucht|muss|musste|soll|sollte)
    cuant[oa]s? (?:\\p{L}{1,12} ){0,4}(?:necesito|hacen falta|se necesitan?|debo|hace falta)
    combien (?:\\p{L}{1,12} ){0,4}(?:faut il|dois je|il faut|besoin)
    quant[oa]s? (?:\\p{L}{1,12} ){0,4}(?:preciso|precisa|necessari[oa]s?|devo)
  `,
  process: `
    (?:deadline|due date|cut ?off)
    hand (?:it|this|the packet|my packet) in
    (?:promo|promotion|promotions|review) (?:round|rounds|cycle|cycles|committee|window)
    (?:calibration|perf|performance|appraisal) (?:round|rounds|cycle|cycles|committee|window)
    (?:promo|promotion|promotions|review) (?:process|date|dates|season|panel|meeting)
    (?:calibration|perf|performance|appraisal) (?:process|date|dates|season|panel|meeting)
    (?:salary|salaries|raise|pay|paid|earn|earns|earning|bonus|compensation|comp|money|stock|equity)
    (?:skip|jump) (?:a|one|two|over) levels?
    (?:straight|directly|direct) (?:from|to)
    who decides|who makes the (?:call|decision)|decided by
    (?:can|could|do) (?:such |a |an |one |somebody|someone|anyone|people|you )+(?:\\p{L}{1,12} ){0,3}promoted
    (?:does|will|would) (?:such |a |an |one |somebody|someone|anyone|people|you )+(?:\\p{L}{1,12} ){0,3}promoted
    (?:when|whens) (?:is |are |does |do )?(?:\\p{L}{1,12} ){0,3}(?:promo|promos|promotion|promotions|round|cycle)
    gehalt|sueldo|salario|salaire
    wann (?:\\p{L}{1,12} ){0,4}beforderung(?:srunde)?
  `,
  'what-to-send': `
    how (?:do|can|should|could) i (?:show|prove|document|demonstrate) (?:that|this|it)
    (?:ok|okay|fine|allowed|better|good|possible) to (?:send|split|add|include|use|share|log|write)
    one (?:entry|message|piece) or|worth an? (?:entry|message)
    what (?:would|does|makes?|is) (?:an? )?(?:good|strong) (?:\\p{L}{1,8} )?(?:evidence|entry)(?! (?:of|for))
    what (?:would|does|makes?|is) (?:an? )?(?:great|perfect) (?:\\p{L}{1,8} )?(?:evidence|entry)(?! (?:of|for))
    what (?:would|does|makes?|is) (?:an? )?(?:good|strong) (?:\\p{L}{1,8} )?(?:message|example)(?! (?:of|for))
    what (?:would|does|makes?|is) (?:an? )?(?:great|perfect) (?:\\p{L}{1,8} )?(?:message|example)(?! (?:of|for))
    ^(?:can|could|may|should|do) i (?:\\p{L}{1,8} )?(?:add|include|mention)(?! (?:an? |the |my )?(?:link|detail))
    (?:can|could|may|should|do) i (?:\\p{L}{1,8} )?(?:report|submit|put in)(?! (?:an? |the |my )?(?:link|detail))
    how (?:honest|open|personal|detailed|exact|modest|critical) (?:should|can|must|may) i
    (?:failures?|mistakes?|errors?|things? that (?:failed|went wrong))(?: (?:too|as well|also|count))?$
    was zahlt als|darf ich|kann ich (?:\\p{L}{1,12} ){0,3}(?:schicken|senden|hochladen)
    puedo (?:\\p{L}{1,8} )?(?:enviar|mandar|incluir|subir)|(?:je peux|puis je) (?:\\p{L}{1,8} )?(?:envoyer|inclure)
    posso (?:\\p{L}{1,8} )?(?:enviar|mandar|incluir)
    how (?:do|can|should|would|could) i (?:\\p{L}{1,8} )?(?:log|add|save) (?:\\p{L}{1,8} ){0,2}(?:evidence|entry)
    how (?:do|can) i (?:\\p{L}{1,8} )?(?:submit|send|record|enter) (?:\\p{L}{1,8} ){0,2}(?:evidence|entry)
    how (?:should|would|could) i (?:\\p{L}{1,8} )?(?:submit|send|record|enter) (?:\\p{L}{1,8} ){0,2}(?:evidence|entry)
    how (?:do|can) i (?:\\p{L}{1,8} )?(?:log|add|save) (?:\\p{L}{1,8} ){0,2}(?:entries|something|things)
    how (?:should|would|could) i (?:\\p{L}{1,8} )?(?:log|add|save) (?:\\p{L}{1,8} ){0,2}(?:entries|something|things)
    how (?:do|can) i (?:\\p{L}{1,8} )?(?:submit|send|record|enter) (?:\\p{L}{1,8} ){0,2}(?:entries|something|things)
    how (?:should|would|could) i (?:\\p{L}{1,8} )?(?:submit|send) (?:\\p{L}{1,8} ){0,2}(?:entries|something|things)
    how (?:should|would|could) i (?:\\p{L}{1,8} )?(?:record|enter) (?:\\p{L}{1,8} ){0,2}(?:entries|something|things)
    how (?:do|can) i (?:\\p{L}{1,8} )?(?:log|add|save) (?:\\p{L}{1,8} ){0,2}(?:stuff|work|you|it|files?)
    how (?:should|would|could) i (?:\\p{L}{1,8} )?(?:log|add|save) (?:\\p{L}{1,8} ){0,2}(?:stuff|work|you|it|files?)
    how (?:do|can) i (?:\\p{L}{1,8} )?(?:submit|send|record|enter) (?:\\p{L}{1,8} ){0,2}(?:stuff|work|you|it|files?)
    how (?:should|would|could) i (?:\\p{L}{1,8} )?(?:submit|send) (?:\\p{L}{1,8} ){0,2}(?:stuff|work|you|it|files?)
    how (?:should|would|could) i (?:\\p{L}{1,8} )?(?:record|enter) (?:\\p{L}{1,8} ){0,2}(?:stuff|work|you|it|files?)
    ^(?:give|show) me an? example(?: of (?:evidence|an entry|what i \\p{L}{2,8}|a good \\p{L}{2,8}))?$
    what (?:kind|kinds|sort|sorts|type|types) of (?:\\p{L}{1,12} ){0,2}(?:should|do|can|could|would) (?:i|you)
    (?:what|which) (?:\\p{L}{1,12} )?(?:should|can|could) i (?:\\p{L}{1,12} ){0,2}send(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?should i (?:\\p{L}{1,12} ){0,2}(?:sending|write)(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}sending(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}write(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}send(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}sending(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}write(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?should i (?:\\p{L}{1,12} ){0,2}writing(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}writing(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?should i (?:\\p{L}{1,12} ){0,2}(?:tell|telling)(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}tell(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}telling(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}writing(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}tell(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}telling(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:should|can|could) i (?:\\p{L}{1,12} ){0,2}log(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?should i (?:\\p{L}{1,12} ){0,2}(?:logging|share)(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}logging(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}share(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}log(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}logging(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}share(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?should i (?:\\p{L}{1,12} ){0,2}(?:sharing|submit)(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}sharing(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}submit(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}sharing(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}submit(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?should i (?:\\p{L}{1,12} ){0,2}(?:include|put in)(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}include(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:can|could) i (?:\\p{L}{1,12} ){0,2}put in(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}include(?! (?:next|this week|instead))
    (?:what|which) (?:\\p{L}{1,12} )?(?:do|would|am) i (?:\\p{L}{1,12} ){0,2}put in(?! (?:next|this week|instead))
    (?:raw|rough|messy|unpolished|bullet) (?:notes?|points?|text)
    polish(?:ed)? (?:it|them|first|my)
    worth (?:\\p{L}{1,8} )?(?:sending|mentioning|writing|sharing|telling|logging|including|saving|noting|it)
    (?:can|may|could|should|do) i (?:\\p{L}{1,12} )?(?:send|upload|attach|paste|forward)(?! to(?:day|morrow))
    (?:can|may|could|should|do) i (?:\\p{L}{1,12} )?(?:write|give you|use|talk|dictate)(?! to(?:day|morrow))
    (?:which|what) (?:files?|formats?|file types?|languages?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?pdfs?
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?(?:files?|screenshots?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?screen shots?
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?(?:images?|pictures?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:open|understand) (?:an? |my )?(?:pdfs?|files?|screenshots?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:handle|speak|see) (?:an? |my )?(?:pdfs?|files?|screenshots?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:open|understand) (?:an? |my )?(?:screen shots?|images?|pictures?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:handle|speak|see) (?:an? |my )?(?:screen shots?|images?|pictures?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?(?:photos?|word|docs?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?(?:docx|links?|documents?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:open|understand) (?:an? |my )?(?:photos?|word|docs?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:handle|speak|see) (?:an? |my )?(?:photos?|word|docs?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:open|understand) (?:an? |my )?(?:docx|links?|documents?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:handle|speak|see) (?:an? |my )?(?:docx|links?|documents?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?(?:slides?|excel|voice)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?(?:audio|videos?|german)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:open|understand) (?:an? |my )?(?:slides?|excel|voice)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:handle|speak|see) (?:an? |my )?(?:slides?|excel|voice)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:open|understand) (?:an? |my )?(?:audio|videos?|german)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:handle|speak|see) (?:an? |my )?(?:audio|videos?|german)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?french
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?(?:spanish|portuguese)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:open|understand) (?:an? |my )?(?:french|spanish|portuguese)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:handle|speak|see) (?:an? |my )?(?:french|spanish|portuguese)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?deutsch
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:read|accept|take|support) (?:an? |my )?(?:english|other languages?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:open|understand) (?:an? |my )?(?:deutsch|english|other languages?)
    (?:can|do|could|will) you (?:\\p{L}{1,12} )?(?:handle|speak|see) (?:an? |my )?(?:deutsch|english|other languages?)
    do you want (?:raw|the|my|a|an|all|every|long|short|details?|only)
    how (?:long|short|detailed|specific|much detail) (?:should|must|can|does) (?:\\p{L}{1,12} ){0,3}(?:be|it)
    was (?:soll|kann|darf) ich (?:dir )?(?:\\p{L}{1,12} ){0,2}(?:schicken|schreiben|senden)
    que (?:te )?(?:debo|puedo|tengo que) (?:enviar|mandar|escribir|contar)(?:te)?
    que (?:dois|puis) je (?:t)?(?:envoyer|ecrire)
    o que (?:eu )?(?:devo|posso) (?:te )?(?:enviar|mandar|escrever)
  `,
  counts: `
    would (?:that|it|this) (?:go|fit|fall|belong|come)
    (?:can|may|might|does|will) (?:still |also |ever )?count(?: as| for| towards)?
    (?:is|was) (?:it|that|this) too (?:old|small|little|late|long ago|short|minor|recent)
    (?:if|say|suppose) (?:i|we) .{3,80} is (?:that|it|this)\\b
    (?:does|do|did|would|will|can|could|should) (?:\\p{L}{1,15} ){1,6}count
    (?:is|are) (?:\\p{L}{1,15} ){1,4}(?:worth (?:anything|something)|good evidence|valid|relevant|considered)
    (?:would|will|does|wouldnt|might|could) (?:that|this|it) (?:\\p{L}{1,8} ){0,2}(?:count|enough)
    (?:would|will|does|wouldnt|might|could) (?:that|this|it) (?:\\p{L}{1,8} ){0,2}(?:qualify|suffice|help my case)
    zahlt|zahlen
    cuentan?
    ca compte|cela compte|compte(?:nt)? (?:pour|comme)
    (?:isso|isto|vale) conta|contam?
  `,
  edit: `
    (?:take|leave|cut|keep) (?:\\p{L}{1,15} ){1,4}(?:names?|numbers?|figures?) (?:out|off)
    ^(?:add|attach) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:the|my) (?:\\p{L}{1,12} )?(?:one|entry|piece)
    ^(?:add|attach) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:that|this) (?:\\p{L}{1,12} )?(?:one|entry|piece)
    ^(?:append|put) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:the|my) (?:\\p{L}{1,12} )?(?:one|entry|piece)
    ^(?:append|put) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:that|this) (?:\\p{L}{1,12} )?(?:one|entry|piece)
    ^(?:add|attach) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:the|my) (?:\\p{L}{1,12} )?(?:note|message)
    ^(?:add|attach) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:that|this) (?:\\p{L}{1,12} )?(?:note|message)
    ^(?:append|put) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:the|my) (?:\\p{L}{1,12} )?(?:note|message)
    ^(?:append|put) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:that|this) (?:\\p{L}{1,12} )?(?:note|message)
    ^(?:add|attach) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:the|my) (?:\\p{L}{1,12} )?(?:evidence|story)
    ^(?:add|attach) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:that|this) (?:\\p{L}{1,12} )?(?:evidence|story)
    ^(?:append|put) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:the|my) (?:\\p{L}{1,12} )?(?:evidence|story)
    ^(?:append|put) (?:\\p{L}{1,12} |\\d{1,4} ){0,12}(?:to|into) (?:that|this) (?:\\p{L}{1,12} )?(?:evidence|story)
    ^(?:add|attach|append) (?:the|a|this|my) (?:link|number|date|name|detail|screenshot|document)
    ^(?:hide|rename|shorten|blur|black out) (?:the|that|this|my|it)
    ^(?:merge|join|combine|connect|link) (?:it|this|that|the|these|those|both|them)
    (?:how|where) (?:do|can|could|should) (?:i|one|you) (?:\\p{L}{1,8} )?(?:edit|change|correct|fix)(?! ${SETTING})
    (?:how|where) (?:do|can|could|should) (?:i|one|you) (?:\\p{L}{1,8} )?(?:update|amend|rename|extend)(?! ${SETTING})
    (?:how|where) (?:do|can|could|should) (?:i|one|you) (?:\\p{L}{1,8} )?add (?:an?|the|my|more) (?:link|detail)
    (?:how|where) (?:do|can|could|should) (?:i|one|you) (?:\\p{L}{1,8} )?add (?:an?|the|my|more) (?:details|file)
    (?:how|where) (?:do|can|could|should) (?:i|one|you) (?:\\p{L}{1,8} )?add (?:an?|the|my|more) (?:number|sentence)
    (?:how|where) (?:do|can|could|should) (?:i|one|you) (?:\\p{L}{1,8} )?add (?:an?|the|my|more) (?:more|date)
    (?:can|could|may) i (?:still |also |just )?(?:edit|change|correct|fix|update|amend)(?! ${SETTING})
    ^(?:remove|delete|change|fix) (?:the|that|this|my|an?) (?:\\p{L}{1,12} )?${PART}
    ^(?:correct|drop|rephrase|edit|take out) (?:the|that|this|my|an?) (?:\\p{L}{1,12} )?${PART}
  `,
  undo: `
    ^undo (?:the |my |that )?(?:delete|deletion|deleting)$
    ^(?:undo|revert|roll back)(?: (?:the|that|it|this|my|last|change|changes|correction|please|pls|one))*$
    ^(?:rollback|take that back|ctrl z)(?: (?:the|that|it|this|my|last|change|changes|correction|please|pls|one))*$
    ruckgangig
    deshacer|deshaz(?:lo)?
    annule[rz]?
    desfaz(?:er|e)?
  `,
  statuses: `
    what (?:does|do|is|are|s) (?:an? |the )?(?:partly|shown|not shown)(?: \\p{L}{1,8}){0,3} (?:mean|means|meaning)
    what (?:does|do|is|are|s) (?:an? |the )?(?:cant tell|possible match)(?: \\p{L}{1,8}){0,3} (?:mean|means|meaning)
    what (?:does|do|is|are|s) (?:an? |the )?(?:evidenced|not yet)(?: \\p{L}{1,8}){0,3} (?:mean|means|meaning)
    (?:meaning of|mean by|meant by) (?:partly|shown|not shown|cant tell|possible match)
    what(?:s| is| are) (?:an? )?(?:possible match|partly shown)
    was (?:bedeutet|heisst) (?:partly|shown|possible)
  `,
  'can-be-wrong': `
    how (?:accurate|reliable|good|sure|certain|correct) (?:are|is) (?:you|your|this|it|the)
    (?:can|could|are) you (?:be |ever |often )*(?:wrong|biased|mistaken)
    (?:can|could|are) you (?:be |ever |often )*hallucinat\\p{L}{1,5}
    (?:can|could|are) you (?:be |ever |often )*(?:make (?:a )?mistakes?|make (?:things|stuff) up)
    (?:can|should) i (?:trust|rely on|believe) (?:you|this|it|that|your)
    are you sure
    what if you(?:re| are) wrong
  `,
} as const

/** Questions what the coach is and can do at all. */
export const HELP_WORDS = `
  ^(?:help|help me|menu|commands|info|about|start|usage|options)$
  what (?:can|could|else can) (?:i|we) (?:do|ask|say|type)(?: here| you| with you| with this)?$
  what (?:can|could|do|else can|all can) you (?:\\p{L}{1,10} )?(?:do|help|offer|know|answer)(?! with )
  what exactly (?:can|do) you (?:do|help|offer|know|answer)
  what (?:are|is) (?:you|this|it|this thing)(?: (?:here )?for| about| exactly| anyway| even| do)*$
  what (?:are|is) (?:this bot|ladder coach)(?: (?:here )?for| about| exactly| anyway| even| do)*$
  what (?:are|is) (?:your (?:job|purpose|role))(?: (?:here )?for| about| exactly| anyway| even| do)*$
  what (?:are|is) (?:the point(?: of (?:you|this))?)(?: (?:here )?for| about| exactly| anyway| even| do)*$
  whats (?:this|ladder coach|your (?:job|purpose)|the point(?: of (?:you|this))?)(?: for| about| anyway)*$
  who are you
  how (?:do|does|can|could|would) (?:you|this|it) (?:exactly |actually |even )?work
  how (?:do|does|can|could|would) (?:the (?:bot|coach|app)|all this) (?:exactly |actually |even )?work
  how (?:do|does|can|could|would) (?:this thing|ladder coach) (?:exactly |actually |even )?work
  how (?:do|can) i (?:use|start|begin)(?: (?:you|this|it|with you|with this|the bot|the coach|ladder coach))?$
  how (?:should|would) i (?:use|start|begin)(?: (?:you|this|it|with you|with this|the bot|the coach|ladder coach))?$
  how (?:do|can|should|would) i get started(?: (?:you|this|it|with you|with this|the bot|the coach|ladder coach))?$
  how (?:do|can) i (?:work with|talk to)(?: (?:you|this|it|with you|with this|the bot|the coach|ladder coach))?$
  how (?:should|would) i work with(?: (?:you|this|it|with you|with this|the bot|the coach|ladder coach))?$
  how (?:should|would) i talk to(?: (?:you|this|it|with you|with this|the bot|the coach|ladder coach))?$
  (?:are you|am i talking to|is this) (?:an? )?(?:bot|human|robot|person|real(?: person)?)
  how can you help
  what do you (?:want|need|expect)(?: from me| of me| me to (?:do|say|write))*$
  (?:dont|do not|not|cant|didnt) (?:really |quite )?(?:understand|get it|follow)(?: it| this| that| you| anything)*$
  ^(?:im |i am )?(?:so |a bit |completely )?(?:lost|confused)$
  was kannst du|wer bist du|wie funktioniert (?:das|es|dieser|der)|wozu bist du
  que (?:puedes|sabes) hacer|quien eres|como funciona(?:s)?(?: esto)?|para que sirves
  que (?:peux tu|sais tu|tu peux) faire|qui es tu|comment (?:ca|tu) (?:marche|fonctionnes?)|a quoi (?:tu sers|sers tu)
  o que (?:voce |vc |tu )?(?:pode|podes|consegue|sabe|faz) ?(?:fazer)?$|quem e (?:voce|vc)
  como (?:isso |isto |voce )?funciona|para que (?:voce )?serve
`

/** Questions in a thread about what the coach asked there. */
export const ITS_QUESTION_WORDS = `
  (?:does|would|will) (?:an?|my|the) (?:\\p{L}{1,12} ){1,3}count
  do i need (?:an?|to|the)
  (?:mine|my own|me|i) or (?:the |my )?(?:team|teams|others|we|whole)
  (?:dont|do not|didnt) (?:get|understand) (?:the|this|that|your|what)
  what (?:else|more)? ?(?:do|would|did) you (?:want|need|like) (?:to know|from me|to hear|me to)
  (?:can|could|may) i (?:\\p{L}{1,8} )?(?:answer|reply|skip|come back|do (?:that|it|this))
  (?:and )?what if (?:i|there|its|we|nobody|it|they)
  (?:changed|different|better|used|useful) (?:for|from|than|by) (?:whom|what|who)
  do i (?:have|need) to (?:answer|reply|say|add|prove|show)
  what do you mean
  (?:why|wozu) (?:do|would|are|did) you (?:\\p{L}{1,10} )?(?:ask|asking|need|want)
  (?:does|would|will|did) (?:that|this|it) (?:really |even |actually )?matter
  what (?:sort|kind|type) of (?:number|figure|numbers|figures|metric|link)
  what (?:sort|kind|type) of (?:document|proof|result|evidence|answer|detail)
  what (?:counts|would count) as
  good enough|(?:be|is) (?:enough|fine|ok|okay|sufficient)
  (?:would|does|will|do|can) (?:an?|the|one|numbers?|links?|figures?) (?:\\p{L}{1,8} )?(?:help|matter|count)
  is (?:one|a|an|this|that) (?:\\p{L}{1,10} )?(?:sentence|number|link|estimate|guess|screenshot) (?:ok|okay|enough|fine)
  ^(?:give|show) me an example|^(?:for|an|any) examples?$|^like what
  (?:would|will|could|can) (?:an?|my|the|one) (?:\\p{L}{1,12} ){1,5}(?:do|work|suffice|count)
  (?:do|did) you (?:want|need|mean|expect) (?:an?|the|my|one|all|me|only|numbers?)
  (?:does|has|must|should) it (?:have |has )?to be
  which (?:one|part|of them|piece|bit) do you mean
  is (?:\\p{L}{1,12} ){1,3}here like
  own part
  was meinst du|warum fragst du|wieso fragst du|warum willst du das wissen|reicht (?:das|eine?|ein)
  que quieres decir|por que (?:lo )?preguntas|que necesitas saber|quieres un|basta con
  que veux tu dire|pourquoi (?:tu )?(?:demandes|poses)|tu veux (?:un|une|des)|suffit
  o que voce quer dizer|por que (?:voce )?(?:pergunta|quer saber)|voce quer um
`
