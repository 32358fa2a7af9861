/** Words that open a question or an order. They count at the start of a sentence. One phrase a line. */
export const OPENING_WORDS = {
  'may precede an order': `
    please|pls|kindly|ok|oh|hey|coach|now|just|then|also|and|so|yes|hi
  `,
  'opens as a question': `
    what(?:'s|s|'re)?
    how(?:'s|s)?
    why
    who(?:'s|s|se)?
    when(?:'s)?
    where(?:'s)?
    which
    is|are|am|was|were
    do|does|did
    can|could|would|should|will|may|might|must|shall
    has|have (?:i|you|we)
    any
    anything
    so (?:what|how|is|do|does|can)
    and (?:what|how|is|do|does|can|if|why|who|where)
    but (?:what|how|is|do|does|can|if|why|who)
    in what
    (?:i'd|i would) like to know
    i wonder
    i(?:'m| am) curious
    i (?:don't|do not|dont) (?:understand|get)
    (?:don't|dont) (?:understand|get)
    (?:tell me|explain|suppose|give me one)
    not sure (?:what|how|if|whether)
    was|wer|wie|warum|wieso|wo|wann|welche[rsnm]?
    ist|sind|kann|darf|zählt|gibt|muss|soll|reicht|brauche|habe
    qué|que|quién|cómo|por qué|cuándo|dónde|cuál|cuenta|puedo|puede|es|hay
    qu'est-ce|qui|comment|pourquoi|quand|où|quel(?:le)?s?|est-ce|combien|tu (?:veux|peux)
    o que|quem|como|por que|quando|onde|qual|isso conta|posso|falta|é
    che|cosa|chi|come|perché
    wat|wie|hoe|waarom
    (?:bhai |yaar )?(?:kya|kaise|kyun|kaun|kab|kitna|ye|mera)
  `,
  'opens as an order': `
    show|list|open|delete|remove|erase|wipe|forget|export|print|send|give|set|change|switch|move
    put|file|rename|merge|attach|remind|nudge|ping|stop|pause|resume|cancel|undo|restore|reopen
    rewrite|repeat|read|re-read|reread|search|find|compare|rate|mark|ignore|tell|write|draft
    translate|summari[sz]e|hide|take|turn|use|make|start over|help|next|more|go on|back|drop|log|add
    save|update|reset|unsubscribe|mute|leave out|keep|look at|display|lookup|look up|share|download
    (?:could|can|would|will) you
    feel free to
    i won't be needing
    (?:i want|i'd like|i need|want|let's|let me) (?:you )?(?:to )?(?:see|forget|have|get|delete|show)
    no more
    don't (?:ask|remind|send|show|nudge|store)
    never ask
    (?:my|the) (?:goal|target|time zone|level)
    (?:nudges? (?:off|on))
    zeig|lösche?|erinner|erinnere|setz|setze|verschieb|stopp|öffne|mach|gib|schick
    muéstrame|muestra|borra|elimina|recuérdame|pon|cambia|abre|mueve|deja de|enséñame
    montre|supprime|efface|rappelle|mets|change|ouvre|arrête|déplace
    mostra|apaga|exclui|muda|lembra|lembre|para de|abre|coloca|me mostra|me lembra
    mostra|cancella|ricorda
    toon|verwijder
    (?:\\p{L}+ ){0,4}(?:delete kar|dikhao|remind kar|hatao|band kar)
  `,
  'ends as an order in Japanese': `
    してください
    見せて
    教えて
    削除して
    消して
    リマインドして
    変更して
    やめて
  `,
  'ends as a question in Japanese': `
    ですか
    ますか
    でしょうか
    何が
    どう
    なぜ
    誰が
  `,
}
