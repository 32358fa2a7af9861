/**
 * What opens and closes a message politely and asks nothing. One phrase a line, without accents and apostrophes. The
 * languages are English, German, Spanish, French and Portuguese.
 */
export const SHELL_WORDS = {
  before: `
    lets|let us|just|(?:let me|lemme)(?= see)
    hey|hi|hello|hallo|hola|salut|bonjour|oi|ola
    ok|okay|so|and|but|well|then|also|now|btw|sorry|yes|actually|alright|cool|great|thanks
    please|pls|plz|kindly|coach|ladder coach|bot
    would you mind|feel free to|be so kind and|go ahead and
    (?:can|could|would|will|may) you(?: please| pls| just| maybe)?
    (?:can|could|may) i (?:please )?(?:ask(?: you)?|know)
    i(?:d| would) (?:like|love|want) (?:you )?to know
    i(?:d| would) (?:like|love|want) you to
    id like to|i would like to|i want you to|i need you to|i want to know|i need to know
    i (?:was |am )?(?:just )?(?:wonder|wondering)(?: if| whether)?
    (?:just )?(?:wondering|curious)(?: if| whether)?
    (?:quick|one|another|a|stupid|dumb|silly) (?:more )?question
    tell me(?: honestly| please)?(?= (?:what|how|why|who|where|when|if|is|am|which))
    do you (?:happen to )?know
    (?:let me|lemme) (?:know|ask)
    bitte|kannst du(?: mir)?(?: bitte)?|konntest du(?: mir)?(?: bitte)?|sag mal|und|aber|also
    por favor|puedes|podrias|me puedes|y|pero|oye
    s?il te plait|stp|peux tu|tu peux|pourrais tu|et|mais|dis moi
    pode|podes|poderia|voce pode|vc pode|me diz|e
  `,
  after: `
    please
    pls
    plz
    thanks
    thank you
    thx
    bitte
    danke
    por favor
    gracias
    stp
    sil te plait
    merci
    obrigad[oa]
    coach
  `,
}
