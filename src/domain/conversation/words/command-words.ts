import { anyOf } from '../../text/patterns.ts'

/** Verbs for deleting, in all forms that a wish has. */
export const DELETE_WORDS = anyOf({
  English:
    /delet(?:e|ed|ing)|remov(?:e|ed|ing)|eras(?:e|ed|ing)|wip(?:e|ed|ing)|trash|scrap|discard|destroy|purge|clear/,
  'in two words': /(?:get|getting|got) rid of|tak(?:e|ing) (?:down|out|back)/,
  German: /losch(?:e|en)?|loesch(?:e|en)?|entfern(?:e|en)?/,
  Spanish: /borra(?:r|s|lo|la|me)?|elimina(?:r|s|lo|la)?/,
  French: /supprime[rz]?|efface[rz]?|enleve[rz]?/,
  Portuguese: /apaga(?:r)?|apague|exclu(?:i|ir|a)|deleta(?:r)?|remova/,
})

const OF_MINE = '(?:all )?(?:of )?my (?:data|account|stuff|history|records)'
const ALL_MINE = 'all (?:my |the )?(?:data|evidence|entries|messages|stuff|records|things|information)'
const ALL_OF = 'all of (?:it|this|that|my (?:data|stuff|evidence|entries|things))'
const OTHER_ALL =
  'alles|alle (?:meine )?daten|todo|todos (?:mis|los) datos|tout|toutes (?:mes|les) donnees|tudo'
const WHOLE = 'everything|all|it all|me|my (?:whole|entire) \\p{L}{1,12}'
const ALL = `(?:${WHOLE}|${OF_MINE}|${ALL_MINE}|${ALL_OF}|${OTHER_ALL})`
const YOU_HAVE = 'you (?:have|know|store|stored|keep|kept|got|hold)|ive (?:ever )?(?:sent|given|told)'
const I_SENT = 'i (?:sent|gave|told|have)|(?:about|on|of|from) (?:me|mine)'
const THAT_IS = `(?: (?:${YOU_HAVE}|${I_SENT}|that|now|here|for good|you|to|do))`

/** Commands to the coach. One phrase per line, without accents and apostrophes. */
export const COMMANDS = {
  /** Opens with the verb, or with a wish that ends in it. */
  delete: `
    ^(?:pls |just |now |then |also |immediately )*${DELETE_WORDS}
    (?:best|good|great|nice|want|like|need|prefer) (?:\\p{L}{1,8} ){0,5}${DELETE_WORDS} (?:it|this|that|the|my)
    (?:best|good|great|nice) (?:\\p{L}{1,8} ){0,5}${DELETE_WORDS} (?:all|everything|what|those|these|them)
    (?:want|like|need|prefer) (?:\\p{L}{1,8} ){0,5}${DELETE_WORDS} (?:all|everything|what|those|these|them)
    (?:better|grateful|glad|happy|and|to|ask|asked) (?:\\p{L}{1,8} ){0,5}${DELETE_WORDS} (?:it|this|that|the|my)
    (?:better|grateful|glad|happy) (?:\\p{L}{1,8} ){0,5}${DELETE_WORDS} (?:all|everything|what|those|these|them)
    (?:and|to|ask|asked) (?:\\p{L}{1,8} ){0,5}${DELETE_WORDS} (?:all|everything|what|those|these|them)
    ^tak(?:e|ing) (?:\\p{L}{1,12} ){1,8}(?:out|down|off)
    ^drop (?:the|my|that) (?:\\p{L}{1,12} )?(?:ones?|entry|entries|piece|pieces|last|note|message)
    ^(?:forget|drop|scrap|ignore) (?:\\p{L}{1,10} ){1,4}${DELETE_WORDS} (?:it|this|that|them)$
    ^forget (?:about )?(?:the|that|my) (?:one|thing|entry|note|message|piece|story|last)
    ^(?:forget|ignore|disregard) (?:that|this)$
    ^(?:forget|ignore|disregard) (?:what i (?:just )?(?:said|sent|wrote|told you))$
    ^(?:forget|ignore|disregard) (?:(?:my|the) (?:last|previous) \\p{L}{2,10})$
    ^i (?:want|need|have) to ${DELETE_WORDS}
    ^(?:can|could|would|will|should) (?:it|this) (?:\\p{L}{1,10} ){0,3}be (?:deleted|removed|erased)
    ^(?:can|could|would|will|should) (?:that|the \\p{L}{1,12}) (?:\\p{L}{1,10} ){0,3}be (?:deleted|removed|erased)
    (?:bitte|kannst du) (?:\\p{L}{1,12} ){1,4}(?:loschen|loesch(?:en)?|entfernen)$
    ^(?:\\p{L}{1,12} ){1,5}(?:loschen|loeschen|entfernen)$
  `,
  /** After the verb, these mean everything. */
  everything: `
    ${DELETE_WORDS} ${ALL}${THAT_IS}{0,6}$
    ^(?:please )?forget (?:about )?(?:me|everything(?: about me| i (?:said|told you|sent))?)$
    ^(?:please )?forget (?:about )?(?:all (?:about me|of it)|all my data|my data)$
    ^vergiss (?:mich|alles)|^olvidame|^oubliez? moi|^esqueca de mim
  `,
  'read again': `
    (?:re ?read|re ?review|re ?check|re ?assess|re ?evaluate|reanaly[sz]e)
    (?:read|review|check|assess|evaluate|look|go|run|try|do|judge|analy[sz]e) (?:\\p{L}{1,12} ){0,8}again
    ^(?:and |once )?again$|again(?: please)? (?:read|review|check|look)
    (?:another|a second|a fresh|one more|a new) (?:look|read|review|go|try|pass|opinion)
    (?:go|look) over (?:it|this|that)
    lies (?:\\p{L}{1,12} ){0,4}(?:noch ?mal|nochmals|erneut|noch einmal)
    (?:nochmal|noch einmal|erneut) (?:lesen|prufen|ansehen|anschauen)
    (?:lee|leelo|revisa|revisalo|mira|miralo) (?:\\p{L}{1,12} ){0,3}(?:de nuevo|otra vez)
    vuelve a (?:leer|revisar|mirar)
    (?:relis|relire|revois)|(?:lis|regarde) (?:\\p{L}{1,12} ){0,3}(?:encore(?: une fois)?|a nouveau)
    (?:le|leia|ler|olha|revisa|revise) (?:\\p{L}{1,12} ){0,3}(?:de novo|novamente|outra vez)|rele(?:ia|r)?
  `,
  move: `
    ^(?:change|switch|correct) (?:it|this|that) (?:from|to|into)
    ^(?:mov(?:e|ing)|put) (?:it|this|that|the) ?(?:\\p{L}{1,15} ){0,8}(?:to|under|into|over|in|from|as)
    ^(?:mov(?:e|ing)|put) (?:my|these|them|under|as) ?(?:\\p{L}{1,15} ){0,8}(?:to|under|into|over|in|from|as)
    ^(?:putting|fil(?:e|ing)|shift) (?:it|this|that|the) ?(?:\\p{L}{1,15} ){0,8}(?:to|under|into|over|in|from|as)
    ^(?:putting|fil(?:e|ing)|shift) (?:my|these|them|under|as) ?(?:\\p{L}{1,15} ){0,8}(?:to|under|into)
    ^(?:putting|fil(?:e|ing)|shift) (?:my|these|them|under|as) ?(?:\\p{L}{1,15} ){0,8}(?:over|in|from|as)
    ^(?:switch|reassign) (?:it|this|that|the) ?(?:\\p{L}{1,15} ){0,8}(?:to|under|into|over|in|from|as)
    ^(?:reclassify|sort|count) (?:it|this|that|the) ?(?:\\p{L}{1,15} ){0,8}(?:to|under|into|over|in|from|as)
    ^(?:switch|reassign) (?:my|these|them|under|as) ?(?:\\p{L}{1,15} ){0,8}(?:to|under|into|over|in|from|as)
    ^(?:reclassify|sort|count) (?:my|these|them|under|as) ?(?:\\p{L}{1,15} ){0,8}(?:to|under|into|over|in|from|as)
    verschieb(?:e|en)?|muevel?[oa]?|deplace[rz]?|mov(?:a|er)
  `,
  goal: `
    (?:set|setting|change|changing|update|make|switch|raise) (?:\\p{L}{1,10} ){0,3}(?:goal|goals|target|aim|ambition)
    (?:lower|put|adjust|edit|correct|choose|pick|enter) (?:\\p{L}{1,10} ){0,3}(?:goal|goals|target|aim|ambition)
    ^(?:my|the|new|a)? ?(?:new )?(?:goal|target|aim)(?: level)? (?:is|to|should|will|now)
    ^(?:my|the|new|a)? ?(?:new )?(?:goal|target|aim)(?: level)? (?:for|as|becomes|isnt|l\\d|\\p{L}{1,12} l\\d)
    ^(?:goal|target|ziel|objetivo|objectif|meta)\\b
    ^(?:whats|what is|what was|show|see|view|which is)? ?(?:me )?my (?:current )?(?:goal|target)$
    (?:im|i am) (?:\\p{L}{1,8} ){0,3}(?:aim|aiming|go) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i want|i would like) (?:\\p{L}{1,8} ){0,3}(?:aim|aiming|go) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:im|i am) (?:\\p{L}{1,8} ){0,3}(?:going|work|working|target) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i want|i would like) (?:\\p{L}{1,8} ){0,3}(?:going|work) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i want|i would like) (?:\\p{L}{1,8} ){0,3}(?:working|target) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:id like|i plan) (?:\\p{L}{1,8} ){0,3}(?:aim|aiming|go) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:planning|trying) (?:\\p{L}{1,8} ){0,3}(?:aim|aiming|go) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:id like|i plan) (?:\\p{L}{1,8} ){0,3}(?:going|work) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:id like|i plan) (?:\\p{L}{1,8} ){0,3}(?:working|target) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:planning|trying) (?:\\p{L}{1,8} ){0,3}(?:going|work) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:planning|trying) (?:\\p{L}{1,8} ){0,3}(?:working|target) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:im|i am) (?:\\p{L}{1,8} ){0,3}(?:targeting|shoot) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i want|i would like) (?:\\p{L}{1,8} ){0,3}(?:targeting|shoot) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:im|i am) (?:\\p{L}{1,8} ){0,3}(?:shooting|reach) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i want|i would like) (?:\\p{L}{1,8} ){0,3}(?:shooting|reach) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:im|i am) (?:\\p{L}{1,8} ){0,3}(?:reaching|get|become|be) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i want|i would like) (?:\\p{L}{1,8} ){0,3}(?:reaching|get) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i want|i would like) (?:\\p{L}{1,8} ){0,3}(?:become|be) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:id like|i plan) (?:\\p{L}{1,8} ){0,3}(?:targeting|shoot) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:id like|i plan) (?:\\p{L}{1,8} ){0,3}(?:shooting|reach) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:planning|trying) (?:\\p{L}{1,8} ){0,3}(?:targeting|shoot) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:planning|trying) (?:\\p{L}{1,8} ){0,3}(?:shooting|reach) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:id like|i plan) (?:\\p{L}{1,8} ){0,3}(?:reaching|get|become|be) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:planning|trying) (?:\\p{L}{1,8} ){0,3}(?:reaching|get|become|be) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:hoping|i hope) (?:\\p{L}{1,8} ){0,3}(?:aim|aiming|go) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i intend|aiming) (?:\\p{L}{1,8} ){0,3}(?:aim|aiming|go) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:hoping|i hope) (?:\\p{L}{1,8} ){0,3}(?:going|work) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:hoping|i hope) (?:\\p{L}{1,8} ){0,3}(?:working|target) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i intend|aiming) (?:\\p{L}{1,8} ){0,3}(?:going|work) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i intend|aiming) (?:\\p{L}{1,8} ){0,3}(?:working|target) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:going|working) (?:\\p{L}{1,8} ){0,3}(?:aim|aiming|go) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:lets|let me|we should) (?:\\p{L}{1,8} ){0,3}(?:aim|aiming|go) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:going|working) (?:\\p{L}{1,8} ){0,3}(?:going|work) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:going|working) (?:\\p{L}{1,8} ){0,3}(?:working|target) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:lets|let me|we should) (?:\\p{L}{1,8} ){0,3}(?:going|work) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:lets|let me|we should) (?:\\p{L}{1,8} ){0,3}(?:working|target) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:hoping|i hope) (?:\\p{L}{1,8} ){0,3}(?:targeting|shoot) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i intend|aiming) (?:\\p{L}{1,8} ){0,3}(?:targeting|shoot) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:hoping|i hope) (?:\\p{L}{1,8} ){0,3}(?:shooting|reach) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i intend|aiming) (?:\\p{L}{1,8} ){0,3}(?:shooting|reach) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:hoping|i hope) (?:\\p{L}{1,8} ){0,3}(?:reaching|get|become|be) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:i intend|aiming) (?:\\p{L}{1,8} ){0,3}(?:reaching|get|become|be) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:going|working) (?:\\p{L}{1,8} ){0,3}(?:targeting|shoot) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:going|working) (?:\\p{L}{1,8} ){0,3}(?:shooting|reach) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:lets|let me|we should) (?:\\p{L}{1,8} ){0,3}(?:targeting|shoot) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:lets|let me|we should) (?:\\p{L}{1,8} ){0,3}(?:shooting|reach) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:going|working) (?:\\p{L}{1,8} ){0,3}(?:reaching|get|become|be) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:lets|let me|we should) (?:\\p{L}{1,8} ){0,3}(?:reaching|get) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    (?:lets|let me|we should) (?:\\p{L}{1,8} ){0,3}(?:become|be) (?:\\p{L}{1,8} ){0,3}(?:l\\d|for l\\d|at l\\d)
    ^(?:aim|aiming|go|going) (?:for |at |towards? )?(?:\\p{L}{1,10}|l\\d)(?: |$)
    ^(?:target|shoot|shooting|working towards?) (?:for |at |towards? )?(?:\\p{L}{1,10}|l\\d)(?: |$)
    ^im (?:\\p{L}{1,8} ){0,2}l\\d (?:\\p{L}{1,10} ){0,4}(?:want|aim|aiming) (?:\\p{L}{1,8} ){0,3}l\\d
    ^(?:i am|currently) (?:\\p{L}{1,8} ){0,2}l\\d (?:\\p{L}{1,10} ){0,4}(?:want|aim|aiming) (?:\\p{L}{1,8} ){0,3}l\\d
    ^im (?:\\p{L}{1,8} ){0,2}l\\d (?:\\p{L}{1,10} ){0,4}(?:going|to|towards) (?:\\p{L}{1,8} ){0,3}l\\d
    ^(?:i am|currently) (?:\\p{L}{1,8} ){0,2}l\\d (?:\\p{L}{1,10} ){0,4}(?:going|to|towards) (?:\\p{L}{1,8} ){0,3}l\\d
    ^(?:reach|become|get to|make it to|be) (?:an? )?(?:l\\d|senior|staff|lead|principal|junior)
    (?:setz|setze|stell|andere?|aendere?|setzen|andern) (?:\\p{L}{1,12} ){0,3}(?:ziel)|mein (?:neues )?ziel ist
    (?:pon|pone|cambia|actualiza|fija|establece|define) (?:\\p{L}{1,12} ){0,2}(?:objetivo|meta)
    mi (?:objetivo|meta) es
    (?:mets|change|fixe|modifie|definis|met) (?:\\p{L}{1,12} ){0,2}(?:objectif|but)|mon objectif (?:est|cest)
    (?:define|defina|muda|mude|coloca|coloque|altera|altere|poe) (?:\\p{L}{1,12} ){0,2}(?:objetivo|meta)
    (?:minha meta|meu objetivo) (?:e|sera)
  `,
  'clear goal': `
    (?:clear|remove|delete|forget|reset|drop|cancel|erase|unset) (?:\\p{L}{1,8} ){0,2}(?:goal|target)
    (?:losch(?:e|en)?|entfern(?:e|en)?) (?:mein )?ziel|(?:borra|elimina) (?:mi )?(?:objetivo|meta)
    supprime mon objectif|(?:apaga|remove) (?:a )?(?:minha )?meta
  `,
  export: `
    ^(?:my |the )?packet$|(?:send|give|show|get) me (?:the|my) packet
    (?:into|in|to|as) (?:one|a single|a|an) (?:summary|document|overview|list|page)
    (?:export|exports|exporting|download|downloading|downloaded|print|printout)
    ^(?:an? )?pdf(?: please)?$|(?:get|have|make|give|send) (?:me )?(?:it |this |that )?(?:an? )?pdf
    (?:a )?copy of (?:my|all|the|everything)
    (?:as|in|into|to) (?:an? |one )?(?:single )?(?:pdf|word|document|doc|docx)
    (?:as|in|into|to) (?:an? |one )?(?:single )?(?:file|markdown|csv|spreadsheet|text file|google doc)
    (?:summary|overview|document|packet) (?:\\p{L}{1,10} ){0,4}(?:i can|to|that i can) (?:paste|hand in|hand|send)
    (?:summary|overview|document|packet) (?:\\p{L}{1,10} ){0,4}(?:i can|to|that i can) (?:share|print|submit|give)
    (?:dossier|write up) (?:\\p{L}{1,10} ){0,4}(?:i can|to|that i can) (?:paste|hand in|hand|send)
    (?:writeup|text|version) (?:\\p{L}{1,10} ){0,4}(?:i can|to|that i can) (?:paste|hand in|hand|send)
    (?:dossier|write up) (?:\\p{L}{1,10} ){0,4}(?:i can|to|that i can) (?:share|print|submit|give)
    (?:writeup|text|version) (?:\\p{L}{1,10} ){0,4}(?:i can|to|that i can) (?:share|print|submit|give)
    (?:make|write|create) (?:me )?(?:\\p{L}{1,10} ){0,3}(?:packet|document|dossier|self ?review)
    (?:build|generate|compile) (?:me )?(?:\\p{L}{1,10} ){0,3}(?:packet|document|dossier|self ?review)
    (?:make|write|create|build|generate|compile) (?:me )?(?:\\p{L}{1,10} ){0,3}(?:self ?assessment|brag doc)
    (?:make|write|create|build|generate|compile) (?:me )?(?:\\p{L}{1,10} ){0,3}(?:promo doc|summary)
    (?:give|draft|prepare) (?:me )?(?:\\p{L}{1,10} ){0,3}(?:packet|document|dossier|self ?review)
    (?:put together|assemble|produce) (?:me )?(?:\\p{L}{1,10} ){0,3}(?:packet|document|dossier|self ?review)
    (?:give|draft|prepare) (?:me )?(?:\\p{L}{1,10} ){0,3}(?:self ?assessment|brag doc|promo doc|summary)
    (?:put together|assemble|produce) (?:me )?(?:\\p{L}{1,10} ){0,3}(?:self ?assessment|brag doc|promo doc|summary)
    (?:in|as) (?:one|a) (?:single )?(?:document|file)
    (?:where|how|can|could|may) (?:\\p{L}{1,10} ){0,4}(?:get|see|have) (?:\\p{L}{1,8} ){0,2}(?:my )?packet
    (?:where|how|can|could|may) (?:\\p{L}{1,10} ){0,4}(?:take|copy|download) (?:\\p{L}{1,8} ){0,2}(?:my )?packet
    export(?:iere|ieren)?|herunterladen|exporta(?:r|lo|la)?|descarga(?:r)?
    exporte[rz]?|telecharge[rz]?|baixa(?:r)?|baixe
  `,
} as const

/** What is said about a person's own nudge. */
export const NUDGE_WORDS = {
  nudge: `
    (?:remind|reminds|reminding|reminded|reminder|reminders|nudge|nudges|nudged|nudging)
    (?:monday|tuesday|wednesday|thursday|friday)s? (?:message|messages|question|questions|ping|pings|prompt)
    how often (?:do|will|would) you (?:ask|ping|message|write|remind)
    weekly (?:question|questions|message|messages|ping|pings|prompt|reminder|dm|dms|post)
    (?:ping|ask|message|prompt|poke) me (?:\\p{L}{1,10} ){0,4}(?:every|each|weekly|once a week)
    (?:bug|write|write to|dm|text) me (?:\\p{L}{1,10} ){0,4}(?:every|each|weekly|once a week)
    (?:ping|ask|message|prompt|poke) me (?:\\p{L}{1,10} ){0,4}(?:at|mondays?|tuesdays?)
    (?:ping|ask|message|prompt|poke) me (?:\\p{L}{1,10} ){0,4}(?:wednesdays?|thursdays?|fridays?)
    (?:bug|write|write to|dm|text) me (?:\\p{L}{1,10} ){0,4}(?:at|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)
    (?:pinging|messaging|asking|bugging|poking|writing|texting) me
    (?:send|sending) (?:me )?(?:these|those|the|this)(?: \\p{L}{1,10}){0,3} (?:every|each|weekly|less|more)
    (?:send|sending) (?:me )?(?:them|it)(?: \\p{L}{1,10}){0,3} (?:every|each|weekly|less|more)
    (?:send|sending) (?:me )?(?:your questions?|the questions?)(?: \\p{L}{1,10}){0,3} (?:every|each|weekly|less|more)
    (?:send|sending) (?:me )?(?:these|those|the|this)(?: \\p{L}{1,10}){0,3} (?:later|on|at|monthly|daily|anymore)
    (?:send|sending) (?:me )?(?:them|it)(?: \\p{L}{1,10}){0,3} (?:later|on|at|monthly|daily|anymore)
    (?:send|sending) (?:me )?(?:your questions?|the questions?)(?: \\p{L}{1,10}){0,3} (?:later|on|at)
    (?:send|sending) (?:me )?(?:your questions?|the questions?)(?: \\p{L}{1,10}){0,3} (?:monthly|daily|anymore)
    erinner(?:e|n|ung|ungen)?|erinnerst
    recuerdame|recordarme|recordatorios?|recuerdes
    rappell?e[sr]?|rappels?
    lembra(?:r)?|lembre(?:me|te|tes)?|lembretes?
  `,
  stop: `
    off$
    any ?(?:longer|more)|(?:wont|dont) (?:be needing|need)
    (?:stop|stops|stopping|no more|dont|do not|quit|cancel|unsubscribe|disable|end)
    (?:turn (?:\\p{L}{1,10} ){0,4}off|turn off|switch (?:\\p{L}{1,10} ){0,4}off|switch off|kill)
    (?:delete|remove|enough with|opt out|mute forever|never)
    stoppe?|keine|hor auf|aufhoren|abstellen|abschalten|ausschalten|nicht mehr|schluss mit
    deja de|dejar de|no me|para(?:r)? de|sin mas|basta de|cancela
    arrete|arreter|plus de|ne me|stoppe
    pare|parar|para de|sem|nao me|chega de
  `,
  pause: `
    (?:pause|pausing|snooze|mute|hold off|quiet|silence|suspend|break)
    pausier(?:e|en)?|pausa|pausar|mets en pause|mettre en pause|suspends
  `,
  resume: `
    (?:resume|restart|unpause|continue)
    (?:start again|turn (?:\\p{L}{1,10} ){0,4}(?:back )?on|switch (?:\\p{L}{1,10} ){0,4}(?:back )?on|back on|again)
    wieder|reanuda|reprends|retoma
  `,
  skip: `
    skip (?:\\p{L}{1,8} ){0,2}(?:next|this week|one|week|it|question)
    not (?:next|this) week|no (?:nudge|reminder|question) (?:this|next) week
  `,
  show: `
    ^(?:when|whens|what time|which day|what day|how often)\\b
    ^(?:show|see|whats|what is) (?:\\p{L}{1,8} ){0,3}(?:nudge|nudges|reminder|reminders)
    ^(?:list|do i have|is there|have i) (?:\\p{L}{1,8} ){0,3}(?:nudge|nudges|reminder|reminders)
    ^(?:ladder )?(?:my )?(?:nudge|reminder|nudges|reminders)$
  `,
} as const
