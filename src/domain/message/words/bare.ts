import { COMPETENCY, LEVEL } from './ladder-names.ts'

const DAYS = 'monday|tuesday|wednesday|thursday|friday|days?|weeks?|months?|quarter|sprint'
/** When something will be done, in a few words that tell nothing else. */
const WHEN = `(?: (?:maybe|perhaps|only|next|in|on|until|after|later|then|a|few|the|two|three|\\d{1,2}|${DAYS})){0,6}`

/** Messages that say nothing else. One phrase a line. */
export const BARE_WORDS = {
  yes: `
    (?:yes|yep|yeah|yup|sure|ok|okay)(?: please| do it| do| go ahead| that's right| it is| it was)?
    ja|sí|si|oui|sim|haan|はい
    go ahead
    do it
    please do
    correct
    (?:that's |that is )?right
  `,
  no: `
    (?:no|nope|nah|nein|non|não|いいえ|nahi)(?: thanks| thank you| need| please)?
    not really
  `,
  save: `
    (?:please )?(?:save|keep|store|add|count)(?: it| this| that| them)?(?: as evidence)?(?: please)?
    (?:oh )?(?:yes|yep|yeah|sure|ok|okay)(?: please)? (?:save|keep|add)(?: it| this| that)?(?: please)?
    (?:oh )?(?:absolutely|of course)(?: please)? (?:save|keep|add)(?: it| this| that)?(?: please)?
    (?:oh )?(?:absolutely|definitely|of course|certainly)(?: yes| please| go ahead| do| do it)?
    (?:yes|sure|ok|okay) (?:absolutely|please|go ahead|do it|it does|it counts|that's evidence)
    ja (?:bitte|speichern|behalten)
    (?:sí|oui|sim) (?:por favor|s'il te plaît|guárdalo|garde le)
  `,
  drop: `
    (?:(?:no|nope|nah|please) ){0,2}(?:don't|do not|dont) (?:save|keep|store|add|count)(?: it| this| that)?(?: please)?
    (?:(?:no|nope|nah) ){0,2}(?:delete|drop|forget|discard|ignore|skip)(?: it| this| that)?(?: please)?
    (?:no |nope |nah |sorry )?(?:just |only )?(?:a test|testing|a joke|kidding|chatting|a note)
    (?:no |sorry )?(?:it was|that was|this was|it's) (?:just |only )?(?:a test|a joke|chatting|a note)
    (?:no|nope|nah) (?:it's|that's|this is|it is|that is) (?:not evidence|nothing|not mine)
    nein (?:danke|löschen)
    (?:no |nope |nah )?not (?:yet|done|finished|done yet|finished yet)${WHEN}
    (?:no |nope |nah )?(?:it's|it is|that's|that is) not (?:done|finished)(?: yet)?${WHEN}
    (?:maybe |perhaps |no )?(?:next (?:week|month|time|quarter)|tomorrow|another time)(?: maybe| perhaps| then)?
    (?:no |please ){0,2}(?:please don't|don't|later|maybe later)
    (?:no )?(?:it's |it is |that's )?still (?:in progress|open|going|going on|ongoing|running)
    (?:no )?ask (?:me )?(?:again )?(?:next week|next month|later|then|when it's done)
    (?:no )?(?:when|once) (?:it's|its|it is|i'm|i am|that's) (?:done|finished|over|ready)
    (?:no )?i'll (?:tell you|let you know|come back|write (?:you|again))(?: (?:when|once|then|it's|its|it is|done)){0,4}
  `,
  skip: `
    (?:please )?(?:skip|pass)(?: this(?: one)?| it| that(?: one)?| please)?
    (?:i )?(?:don't|dont|do not) (?:know|remember|recall)(?: any more| anymore| sorry)?
    (?:i )?(?:can't|cant|cannot) (?:remember|recall|say)(?: sorry)?
    (?:sorry )?no (?:idea|clue|comment)(?: sorry)?
    dunno
    idk
    (?:not now|maybe later|later|rather not|never mind|nevermind|next question)(?: please)?
    keine ahnung
    weiß (?:ich )?nicht
    no (?:lo )?sé
    (?:je )?(?:ne )?sais pas
    não sei
    スキップ
    わかりません
    分かりません
    覚えていません
    pata nahi
  `,
  nothing: `
    (?:nothing|none|nobody|no one|nope|nah|no|nada|nichts|rien)(?: really| this week| special| to report| at all)?
  `,
  'look-up': `
    (?:ladder )?${LEVEL}(?: (?:vs|or|to|and) ${LEVEL})?
    (?:(?:ladder )?${LEVEL} )?${COMPETENCY}
  `,
  'I did': `
    (?:i|we)(?:'ve)? (?:\\p{L}{1,12}ly |also |just |then |finally )?\\p{L}{2,15}ed
    (?:i|we)(?:'ve)? (?:\\p{L}{1,12}ly |also |just |then |finally )?(?:led|wrote|written|built|ran|run|made|took|taken)
    (?:i|we)(?:'ve)? (?:\\p{L}{1,12}ly |also |just |then |finally )?(?:gave|given|held|found|taught|set|cut|put|brought)
  `,
}
