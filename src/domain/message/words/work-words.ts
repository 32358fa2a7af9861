/** Messages that say nothing else, in answer to a question about a packet. One phrase a line. */
export const WORK_WORDS = {
  stop: `
    (?:please |ok |okay )?(?:stop|quit|finish|end|pause)(?: it| this| here| now| please| for (?:now|today)){0,3}
    (?:let's|let us|i want to|i'd like to) (?:stop|quit|finish|end|pause)(?: it| this| here| now| for today){0,3}
    (?:ok |okay )?(?:that's|that is|thats) (?:enough|it|all)(?: for (?:now|today)| thanks| thank you| please){0,3}
    (?:ok |okay )?enough(?: for (?:now|today)| thanks| thank you| please){0,3}
    (?:i'm|i am|im|we're|we are|all) (?:done|finished)(?: for (?:now|today)| thanks| thank you| here){0,3}
    done(?: for (?:now|today)| thanks){0,3}
    (?:not now|later|maybe later|another time|some other time|tomorrow)(?: please| thanks)?
    (?:ok |okay )?(?:thanks|thank you) (?:that's|that is|thats) (?:enough|it|all)(?: for (?:now|today))?
    (?:schluss|stopp|genug|das reicht|fertig)(?: danke| für heute)?
    (?:basta|ya está|suficiente|ça suffit|stop merci|chega)
  `,
  example: `
    (?:(?:can|could|would) you |please )?(?:give|show|tell)(?: me)? (?:an?|one|another|some) examples?(?: please)?
    (?:(?:can|could|would) you )?(?:give|show|tell)(?: me)? an example of (?:that|this|what you mean)
    (?:for example|for instance|such as|like what|e g|an? example|examples?)(?: please)?
    (?:what|which) (?:kind|sort|type)s? of (?:things?|work|answer|examples?)(?: counts?| is that| are those)?
    (?:what|which) (?:kind|sort|type)s? of (?:things?|work|answer|examples?) (?:do|would) you (?:mean|want|like|expect)
    (?:what|how) do you mean(?: by (?:that|this|it))?
    (?:what|which) (?:do|does|would) (?:you|that|this|it) (?:mean|want|need|expect)(?: (?:here|exactly|from me))?
    (?:what )?(?:would|could|does|should) (?:that|this|it|an answer) look like
    what (?:would|should|could|can) i (?:write|say|answer|tell you)(?: here)?
    what (?:counts|would count)(?: (?:here|as an answer|for (?:this|that)))?
    (?:sorry )?(?:i )?(?:don't|do not|dont) (?:understand|get)(?: (?:it|this|that|the question|what you (?:mean|want)))?
    (?:i'm|i am|im) not sure (?:what you (?:mean|want)|what (?:this|that|it) means|what to (?:write|say|answer))
    (?:can|could|would) you (?:explain|rephrase)(?: (?:that|this|it|the question))?(?: again| please){0,2}
    (?:can|could|would) you say (?:that|this|it)(?: again| differently| please){1,2}
    (?:can|could|would) you say (?:that|this|it) (?:another way|in other words)
    (?:explain|rephrase)(?: (?:that|this|it|the question))?(?: please)?
  `,
  skip: `
    (?:please |ok |okay |let's )?skip(?: this| it| that| one| question| please){0,3}
    (?:please |ok |okay )?(?:the )?next(?: one| question| please){0,3}
    (?:ask (?:me )?)?(?:another|something else|a different one)(?: one| question| please){0,3}
    (?:i )?(?:have|'ve got|got) (?:nothing|none|no example|no examples)(?: for (?:this|that)(?: one)?| here| yet){0,3}
    (?:nothing|none)(?: comes to mind| yet| here| for (?:this|that)(?: one)?){0,3}
    (?:i )?(?:haven't|have not|didn't|did not) (?:done|do)(?: anything like)?(?: this| that| it)(?: yet)?
    (?:i )?(?:can't|cannot|can not) think of (?:anything|one|any|an example)
    not yet
    weiter|nächste(?: frage)?|siguiente|suivante|próxima
  `,
} as const
