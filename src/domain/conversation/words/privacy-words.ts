/**
 * Questions where a person's words go. One phrase a line, without accents and apostrophes, in English, then the most
 * usual ones in German, Spanish, French and Portuguese.
 */
export const PRIVACY_QUESTIONS = {
  'delete-how': `
    (?:how|where) (?:do|can|could|would|should) (?:i|one|you) (?:\\p{L}{1,12} ){0,2}(?:delete|remove|erase)
    (?:how|where) (?:do|can|could|would|should) (?:i|one|you) (?:\\p{L}{1,12} ){0,2}(?:wipe|get rid of|clear)
    how to (?:delete|remove|erase|wipe|get rid of)
    (?:can|could|may) (?:i|one) (?:\\p{L}{1,12} ){0,2}(?:delete|remove|erase|get rid of|take back)
    (?:is it possible|is there (?:a|any) way|am i able) to (?:delete|remove|erase|get rid of)
    what happens (?:if|when) i delete
    wie (?:kann|konnte) ich (?:\\p{L}{1,12} ){0,5}loschen
    wie losche ich
    como (?:puedo |hago para )?(?:borro|borrar|elimino|eliminar)
    comment (?:puis je |je peux |faire pour |on peut )?(?:supprimer|supprime|effacer|efface|je supprime)
    como (?:eu )?(?:posso |faco para )?(?:apago|apagar|excluo|excluir|deleto|deletar)
  `,
  leaving: `
    (?:if|when|after|once) i(?:m)? (?:\\p{L}{1,10} ){0,2}(?:leave|leaving|quit|resign|move on)
    (?:am|get) (?:gone|fired|laid off)
    wenn ich (?:\\p{L}{1,12} ){0,3}(?:gehe|kundige|verlasse)
    si (?:me voy|dejo la empresa)
    si je (?:quitte|pars)
    se eu (?:sair|deixar)
  `,
  training: `
    train(?:ed|s|ing)? (?:\\p{L}{1,12} ){0,5}(?:on|with|using|by)
    train (?:\\p{L}{1,12} ){0,2}(?:ai|model|models|llm|llms)
    (?:use|used|using) (?:\\p{L}{1,12} ){0,5}(?:to|for) train(?:ing)?
    trainierst du|trainiert|zum training
    entrenas?|entrenar
    entraine[sr]?
    treina(?:r|s|do|m)?
    (?:do|will|can) you (?:\\p{L}{1,8} )?learn (?:\\p{L}{1,8} )?(?:from|with|by) (?:what|my|me|this|us|it)
    (?:do|will|can) you (?:\\p{L}{1,8} )?(?:get better|improve) (?:\\p{L}{1,8} )?(?:from|with|by) (?:what|my|me)
    (?:do|will|can) you (?:\\p{L}{1,8} )?(?:get better|improve) (?:\\p{L}{1,8} )?(?:from|with|by) (?:this|us|it)
  `,
  ai: `
    (?:names?|customers?|clients?) (?:\\p{L}{1,10} ){0,4}(?:hidden|removed|masked|anonymi[sz]ed|sent|redacted)
    (?:phone numbers?|emails?|email addresses) (?:\\p{L}{1,10} ){0,4}(?:hidden|removed|masked)
    (?:phone numbers?|emails?|email addresses) (?:\\p{L}{1,10} ){0,4}(?:anonymi[sz]ed|sent|redacted)
    what (?:do|does|happens) (?:\\p{L}{1,10} ){0,4}(?:with|to) (?:the )?(?:names?|customers?|clients?|emails?)
    (?:hide|mask|remove|anonymi[sz]e|redact) (?:\\p{L}{1,10} ){0,2}(?:names?|customers?|clients?|emails?)
    (?:openai|chatgpt|gpt|gpt4|llm|llms|anthropic|claude|gemini|copilot)
    (?:an? |some |any |which |what |the )?(?:ai|language|language ai) models?
    (?:an?|some|which) model
    (?:are you|is this|is it|do you use|using|use) (?:an? |any )?(?:ai|artificial intelligence|machine learning)
    (?:sent|send|sends|goes|go|going|given|give|passed) (?:\\p{L}{1,12} ){0,4}(?:ai|third part(?:y|ies)|outside)
    (?:sent|send|sends|goes|go|going|given|give|passed) (?:\\p{L}{1,12} ){0,4}(?:us servers?|the us|america)
    (?:does|do|is|will) (?:an? |the )?ai (?:read|see|write|written|reading|look)
    (?:mit|durch|von) (?:einer )?ki
    inteligencia artificial|intelligence artificielle
    (?:what|which) (?:ai |language )?model (?:are|is|do|does)
  `,
  share: `
    ^(?:send|share|show) (?:my|this|it) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:my |the )?(?!me\\b)\\p{L}{2,}
    ^(?:send|share|show) (?:that|the) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:my |the )?(?!me\\b)\\p{L}{2,}
    ^(?:send|share|show) (?:all|everything) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:my |the )?(?!me\\b)\\p{L}{2,}
    ^(?:forward|give|email|post) (?:my|this|it) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:my |the )?(?!me\\b)\\p{L}{2,}
    ^(?:forward|give) (?:that|the|all|everything) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:my |the )?(?!me\\b)\\p{L}{2,}
    ^(?:email|post) (?:that|the|all|everything) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:my |the )?(?!me\\b)\\p{L}{2,}
    (?:how|can|could) (?:do |can )?i (?:share|show) (?:my|this|it) (?:\\p{L}{1,12} ){0,4}(?:to|with) \\p{L}{2,}
    (?:how|can|could) (?:do |can )?i (?:share|show) (?:that|the|an?) (?:\\p{L}{1,12} ){0,4}(?:to|with) \\p{L}{2,}
    (?:how|can|could) (?:do |can )?i (?:send|forward) (?:my|this|it) (?:\\p{L}{1,12} ){0,4}(?:to|with) \\p{L}{2,}
    (?:how|can|could) (?:do |can )?i (?:send|forward) (?:that|the|an?) (?:\\p{L}{1,12} ){0,4}(?:to|with) \\p{L}{2,}
  `,
  channel: `
    (?:in|on|of|to) (?:the|a|any|my|our|this) (?:team )?channel
    (?:other|others|everyone|people|team) in (?:the|this|that) channel
    im kanal|en el canal|dans le canal|no canal
  `,
  'who-reads': `
    my (?:lead|manager|boss) (?:\\p{L}{1,8} ){0,2}(?:ask you|ask for|request|pull|export|demand|check|find out)
    (?:is|are|be|was) (?:it |this |that |my \\p{L}{2,12} )?used (?:in|for|against) (?:my|me|reviews?|promotion)
    (?:get|gets|getting|receive|receives|have|has|given|sent) (?:a |any |the )?cop(?:y|ies)
    ^(?:and |what about |how about |even |not even )?(?:hr|my manager|my boss|my lead|my team|the company)$
    (?:sieht|liest) (?:mein|meine|der|die) (?:chef|chefin|manager|vorgesetzter?|team)
    is my \\p{L}{2,10} (?:private|visible|public|secret|safe|anonymous)
    (?:somebody|someone|anyone|anybody|people|others) (?:is |are )?(?:reading|watching|listening|looking)
    (?:is|are) (?:somebody|someone|anyone) (?:\\p{L}{1,8} )?(?:reading|watching|seeing|looking)
    (?:is|are) (?:anybody|people|others|my \\p{L}{2,12}) (?:\\p{L}{1,8} )?(?:reading|watching|seeing|looking)
    (?:kaun|kon) (?:\\p{L}{1,10} ){0,2}(?:dekh|padh)
    who (?:else |all |exactly |actually |can |could |gets? |to |will |would |is |able |has |have )*sees?
    who (?:else |all |exactly |actually |can |could |gets? |to |will |would |is |able |has |have )*(?:reads?|looks?)
    who (?:else |all |exactly |actually |can |could |gets? |to |will |would |is |able |has |have )*(?:access|views?)
    who (?:else |all |exactly |actually |can |could |gets? |to |will |would |is |able |has |have )*(?:reading|seeing)
    (?:manager|boss|lead) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    (?:manager|boss|lead) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*read
    (?:manager|boss|lead) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:reads|look at)
    (?:tl|supervisor|skip) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    tl (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    (?:supervisor|skip) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    (?:manager|boss|lead) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*looks at
    (?:manager|boss|lead) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:view|access)
    (?:tl|supervisor|skip) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*looks at
    (?:tl|supervisor|skip) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:view|access)
    (?:manager|boss|lead) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*find out
    (?:manager|boss|lead) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    (?:tl|supervisor|skip) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*find out
    (?:tl|supervisor|skip) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    (?:ceo|hr|colleagues?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    ceo (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    (?:hr|colleagues?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    (?:coworkers?|co workers?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    coworkers? (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    co workers? (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    (?:teammates?|peers) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    (?:teammates?|peers) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*read
    (?:teammates?|peers) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:reads|look at)
    (?:ceo|hr|colleagues?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*looks at
    (?:ceo|hr|colleagues?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:view|access)
    (?:ceo|hr|colleagues?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*find out
    (?:ceo|hr|colleagues?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    coworkers? (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:looks at|view|access)
    co workers? (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:looks at|view|access)
    (?:teammates?|peers) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*looks at
    (?:teammates?|peers) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:view|access)
    coworkers? (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:find out|notified|told)
    co workers? (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:find out|notified|told)
    (?:teammates?|peers) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*find out
    (?:teammates?|peers) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    (?:team|anyone|anybody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    team (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    (?:anyone|anybody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    everyone (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees|read|reads|look at)
    (?:everybody|somebody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    everybody (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    somebody (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    (?:team|anyone|anybody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*looks at
    (?:team|anyone|anybody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:view|access)
    (?:team|anyone|anybody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*find out
    (?:team|anyone|anybody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    everyone (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:looks at|view|access)
    (?:everybody|somebody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*looks at
    (?:everybody|somebody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:view|access)
    everyone (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:find out|notified|told)
    (?:everybody|somebody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*find out
    (?:everybody|somebody) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    (?:someone|people|others) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    someone (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    (?:people|others) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:read|reads|look at)
    (?:committee|company) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    (?:committee|company) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*read
    (?:committee|company) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:reads|look at)
    (?:employer|admins?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:see|sees)
    (?:employer|admins?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*read
    (?:employer|admins?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:reads|look at)
    someone (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:looks at|view|access)
    (?:people|others) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:looks at|view|access)
    (?:someone|people|others) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*find out
    someone (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    (?:people|others) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    (?:committee|company) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*looks at
    (?:committee|company) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:view|access)
    (?:employer|admins?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*looks at
    (?:employer|admins?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:view|access)
    (?:committee|company) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*find out
    (?:committee|company) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    (?:employer|admins?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*find out
    (?:employer|admins?) (?:else )?(?:can |could |will |is |able |to |have |has |get |gets |be )*(?:notified|told)
    (?:does|do|can|will) (?:it|you|any of it|this|that) (?:\\p{L}{1,12} ){0,2}(?:shown?|shared?) (?:to|with|my)
    (?:does|do|can|will) (?:it|you|any of it|this|that) (?:\\p{L}{1,12} ){0,2}(?:visible|tell) (?:to|with|my)
    (?:could|would|is|are) (?:it|you|any of it|this|that) (?:\\p{L}{1,12} ){0,2}(?:shown?|shared?) (?:to|with|my)
    (?:could|would|is|are) (?:it|you|any of it|this|that) (?:\\p{L}{1,12} ){0,2}(?:visible|tell) (?:to|with|my)
    (?:does|do|can|will) (?:it|you|any of it|this|that) (?:\\p{L}{1,12} ){0,2}(?:told|reported?) (?:to|with|my)
    (?:could|would|is|are) (?:it|you|any of it|this|that) (?:\\p{L}{1,12} ){0,2}(?:told|reported?) (?:to|with|my)
    (?:does|do|can|will) (?:it|you|any of it|this|that) (?:\\p{L}{1,12} ){0,2}report (?:to|with|my)
    (?:does|do|can|will) (?:it|you) (?:\\p{L}{1,12} ){0,2}(?:forward(?:ed)?|leak(?:ed)?) (?:to|with|my)
    (?:does|do|can|will) (?:any of it|this|that) (?:\\p{L}{1,12} ){0,2}(?:forward(?:ed)?|leak(?:ed)?) (?:to|with|my)
    (?:could|would|is|are) (?:it|you|any of it|this|that) (?:\\p{L}{1,12} ){0,2}report (?:to|with|my)
    (?:could|would|is|are) (?:it|you) (?:\\p{L}{1,12} ){0,2}(?:forward(?:ed)?|leak(?:ed)?) (?:to|with|my)
    (?:could|would|is|are) (?:any of it|this|that) (?:\\p{L}{1,12} ){0,2}(?:forward(?:ed)?|leak(?:ed)?) (?:to|with|my)
    (?:share|shared) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:manager|boss|lead|hr|anyone)
    (?:show|shown|report) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:manager|boss|lead|hr|anyone)
    (?:forward|forwarded) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:manager|boss|lead|hr|anyone)
    (?:sent?|pass|passed) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:manager|boss|lead|hr|anyone)
    (?:share|shared) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:anybody|committee|colleagues)
    (?:show|shown|report) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:anybody|committee|colleagues)
    (?:share|shared|show|shown|report) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:company|others|team)
    (?:forward|forwarded) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:anybody|committee|colleagues)
    (?:sent?|pass|passed) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:anybody|committee|colleagues)
    (?:forward|forwarded|sent?|pass|passed) (?:\\p{L}{1,12} ){0,4}(?:to|with) (?:\\p{L}{1,5} )?(?:company|others|team)
    (?:tell|inform|notify) (?:my |the |our )?(?:manager|boss|lead|hr|anyone|anybody|committee|colleagues|company)
    (?:is|are|how) (?:it|this|that|everything|all of this) (?:\\p{L}{1,12} ){0,2}(?:private|confidential)
    (?:is|are|how) (?:it|this|that|everything|all of this) (?:\\p{L}{1,12} ){0,2}(?:anonymous|secret)
    (?:is|are|how) (?:it|this|that|everything|all of this) (?:\\p{L}{1,12} ){0,2}(?:secure|safe)
    (?:is|are|how) (?:it|this|that|everything|all of this) (?:\\p{L}{1,12} ){0,2}(?:visible|public|encrypted)
    (?:is|are|how) (?:my data|our chat|our conversation) (?:\\p{L}{1,12} ){0,2}(?:private|confidential)
    (?:is|are|how) (?:my data|our chat|our conversation) (?:\\p{L}{1,12} ){0,2}(?:anonymous|secret)
    (?:is|are|how) (?:what i \\p{L}{1,10}|these|they) (?:\\p{L}{1,12} ){0,2}(?:private|confidential|anonymous|secret)
    (?:is|are|how) (?:my data|our chat|our conversation) (?:\\p{L}{1,12} ){0,2}(?:secure|safe)
    (?:is|are|how) (?:my data|our chat|our conversation) (?:\\p{L}{1,12} ){0,2}(?:visible|public|encrypted)
    (?:is|are|how) (?:what i \\p{L}{1,10}|these|they) (?:\\p{L}{1,12} ){0,2}(?:secure|safe|visible|public|encrypted)
    privacy|anonymous(?:ly)?|confidential
    wer (?:kann |darf |alles |noch |das |hier |mit ){0,4}(?:liest|lesen|sieht|sehen)
    (?:chef|chefin|vorgesetzter?) (?:\\p{L}{1,12} ){0,5}(?:lesen|sehen|liest|sieht|mitlesen)
    (?:manager|managerin|kollegen) (?:\\p{L}{1,12} ){0,5}(?:lesen|sehen|liest|sieht|mitlesen)
    (?:ist|sind) (?:das|es|meine daten) (?:\\p{L}{1,12} )?(?:privat|vertraulich|sicher|anonym)
    datenschutz
    quien (?:mas |puede |lo ){0,3}(?:ve|ver|lee|leer|verlo|leerlo)
    (?:puede|pueden|ve|lee) (?:\\p{L}{1,12} ){0,3}(?:jefe|jefa|manager|companeros)
    (?:jefe|jefa|manager) (?:\\p{L}{1,12} ){0,2}(?:ver|leer|ve|lee)
    (?:es|son) (?:esto |eso )?(?:privad[oa]s?|confidencial(?:es)?|anonim[oa])
    qui (?:dautre |peut |va |le ){0,3}(?:voir|lire|lit|voit)
    (?:chef|manager|responsable|collegues) (?:\\p{L}{1,12} ){0,3}(?:voir|lire|voit|lit|voient|lisent)
    confidentiel(?:le)?|(?:est ce|cest) prive
    quem (?:mais |pode |consegue ){0,3}(?:ver|ler|le|ve)
    (?:chefe|gestora?|gerente|lider|colegas) (?:\\p{L}{1,12} ){0,3}(?:ver|ler|ve|le|veem|leem)
    (?:isso e|e) (?:privado|confidencial|anonimo)
  `,
  stored: `
    how long (?:does|do|will) (?:it|this|that|they|my \\p{L}{2,12}) (?:stay|stays|live|remain|be)
    when (?:do|does|will|would) (?:you|it|this|that|they) (?:be )?deleted?|what happens (?:to|with) (?:what|my|it|this)
    what you (?:know|have|store|keep|saved|stored) (?:about|on|of) me
    where (?:is|are|do|does|will|did) (?:\\p{L}{1,12} ){0,6}(?:stored|store|saved|save|kept|keep)
    where (?:is|are|do|does|will|did) (?:\\p{L}{1,12} ){0,6}(?:live|lives|go|goes|end up|hosted|located)
    where (?:is|are) (?:\\p{L}{1,12} ){0,2}(?:data|database|servers?)
    how long (?:do|does|will|is|are) (?:\\p{L}{1,12} ){0,6}(?:keep|kept|store|stored)
    how long (?:do|does|will|is|are) (?:\\p{L}{1,12} ){0,6}(?:saved?|hold|retain(?:ed)?|last|around)
    do you (?:\\p{L}{1,12} )?(?:keep|store|save|remember|record|log|hold)
    (?:is|are|was|will) (?:\\p{L}{1,12} ){0,4}(?:stored|saved|kept|recorded|backed up|remembered)(?! (?:as|under))
    what (?:data|information|info) (?:do |does |have )?you (?:have|keep|store|hold|collect|got)
    what (?:do|does) (?:you )?(?:\\p{L}{1,12} ){0,2}(?:store|keep|know) (?:\\p{L}{1,12} ){0,2}(?:about|on|of) me
    what data (?:you )?(?:\\p{L}{1,12} ){0,2}(?:store|keep|know) (?:\\p{L}{1,12} ){0,2}(?:about|on|of) me
    what information (?:you )?(?:\\p{L}{1,12} ){0,2}(?:store|keep|know) (?:\\p{L}{1,12} ){0,2}(?:about|on|of) me
    what (?:do|does) (?:you )?(?:\\p{L}{1,12} ){0,2}(?:hold|remember|save) (?:\\p{L}{1,12} ){0,2}(?:about|on|of) me
    what (?:data|information) (?:you )?(?:\\p{L}{1,12} ){0,2}hold (?:\\p{L}{1,12} ){0,2}(?:about|on|of) me
    what data (?:you )?(?:\\p{L}{1,12} ){0,2}(?:remember|save) (?:\\p{L}{1,12} ){0,2}(?:about|on|of) me
    what information (?:you )?(?:\\p{L}{1,12} ){0,2}(?:remember|save) (?:\\p{L}{1,12} ){0,2}(?:about|on|of) me
    retention|gdpr
    wo (?:\\p{L}{1,12} ){0,5}(?:gespeichert|speicherst|liegen|abgelegt)
    wie lange (?:\\p{L}{1,12} ){0,5}(?:gespeichert|speicherst|behaltst|aufbewahrt|aufgehoben)
    (?:was )?speicherst du
    donde (?:\\p{L}{1,12} ){0,4}(?:guarda|guardan|guardas|guardado|guardados|almacena|almacenan)
    cuanto tiempo (?:\\p{L}{1,12} ){0,2}(?:guardas|guarda|guardan|conservas)
    ou (?:\\p{L}{1,12} ){0,6}(?:stocke|stockes|stockee|stockees|enregistre|enregistrees|conserve|conservees)
    combien de temps (?:\\p{L}{1,12} ){0,4}(?:gardes?|garde|conserves?|conservees?|stockes?)
    onde (?:\\p{L}{1,12} ){0,5}(?:guardad[oa]s?|armazenad[oa]s?|salv[oa]s?|fica|ficam)
    (?:por )?quanto tempo (?:\\p{L}{1,12} ){0,3}(?:guarda|guarda[sm]|fica|ficam|mantem)
  `,
  'who-runs': `
    who (?:made|built|wrote|runs|owns|operates|maintains) (?:you|this|it|the (?:bot|coach|app|thing|tool))
    who (?:created|develops|developed|installed) (?:you|this|it|the (?:bot|coach|app|thing|tool))
    who (?:set up|is behind|pays for|looks after) (?:you|this|it|the (?:bot|coach|app|thing|tool))
    (?:run|made|built|owned|provided|operated|controlled) by (?:hr|the company|our company|management)
    (?:run|made|built|owned|provided|operated|controlled) by (?:us|it|a vendor|whom)
    (?:part of|belong to|from|work for|working for|report to) (?:hr|the company|human resources|management)
    wer (?:betreibt|hat) (?:dich|das) (?:gebaut|gemacht|entwickelt)?
    quien (?:te )?(?:hizo|creo|gestiona|administra)
    qui (?:ta|la|te) (?:fait|cree|gere)
    quem (?:te )?(?:fez|criou|administra)
  `,
  contacts: `
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:contact|contacting) (?:them|him)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:contact|contacting) (?:her|anyone|anybody)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:ask|email) (?:them|him|her|anyone|anybody)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:contact|contacting) (?:people|others)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:contact|contacting) (?:those|my|the)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:ask|email) (?:people|others|those|my|the)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:emailing|message) (?:them|him)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:emailing|message) (?:her|anyone|anybody)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:messaging|write to) (?:them|him)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:messaging|write to) (?:her|anyone|anybody)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:emailing|message) (?:people|others)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:emailing|message) (?:those|my|the)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:messaging|write to) (?:people|others)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:messaging|write to) (?:those|my|the)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:call|ping|pinging|talk to) (?:them|him)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:call|ping) (?:her|anyone|anybody)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:pinging|talk to) (?:her|anyone|anybody)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:call|ping|pinging|talk to) (?:people|others)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:call|ping|pinging|talk to) (?:those|my|the)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:reach out to|notify) (?:them|him)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:reach out to|notify) (?:her|anyone|anybody)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:tag|mention) (?:them|him|her|anyone|anybody)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:reach out to|notify) (?:people|others)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:reach out to|notify) (?:those|my|the)
    (?:will|would|do|are|can) you (?:be |going to |gonna |ever |also )*(?:tag|mention) (?:people|others|those|my|the)
    (?:do|will|would|does) (?:they|he|she|\\p{L}{2,15}) (?:get|be|receive) (?:a |an |any )?(?:contacted|asked)
    (?:do|will|would|does) (?:they|he|she|\\p{L}{2,15}) (?:get|be|receive) (?:a |an |any )?(?:notified|message)
    (?:do|will|would|does) (?:they|he|she|\\p{L}{2,15}) (?:get|be|receive) (?:a |an |any )?(?:messages|email)
    (?:do|will|would|does) (?:they|he|she|\\p{L}{2,15}) (?:get|be|receive) (?:a |an |any )?emails
    (?:do|will|would|does) (?:they|he|she|\\p{L}{2,15}) (?:get|be|receive) (?:a |an |any )?(?:notification|tagged)
  `,
} as const
