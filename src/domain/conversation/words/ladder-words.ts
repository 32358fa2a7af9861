/** Questions what the ladder says. One phrase a line, without accents and apostrophes. */
export const LADDER_WORDS = {
  /** Asks for the sentences of what is named. */
  asks: `
    (?:say|says|said|ask|asks|asked|expect|expects|expected)
    (?:expectations?|require|requires|required|requirements?|mean|means|meant|meaning)
    (?:define|defines|defined|definition|cover|covers|describe|describes|explain)
    (?:look like|looks like|entail|entails|involve|involves|include|includes|criteria)
    (?:difference|differences|diff|differ|differs|different|compare|compared)
    (?:comparison|vs|versus|between|distinguish(?:es)?|separates|change|changes)
    (?:part of|count as|counts as|count for|counts for|count towards|belong|belongs|belong to|fall under)
    (?:falls under|fit|fits|under which|listed|mentioned|mention|mentions|seen under|considered)
    (?:the )?same as|equal to|equivalent|called
    bedeutet|heisst|unterschied|verlangt|erwartet|erwartung(?:en)?|sagt|gehort|leiter
    dice|significa|diferencia|pide|exige|espera|escalera
    dit|signifie|difference|demande|attend|attendu|echelle|veut dire
    diz|quer dizer|diferenca|pede|exige|espera|escada
  `,
  /** Asks for what is named in words that other questions have too. */
  'may ask': `
    (?:tell me|what about|show|read me|look up|lookup|what ?s|what is)
    (?:how|which|where|examples?|about|need|needs|needed)
    (?:ladder|rubric|framework|career levels?|levels|at|for)
    was|wie|que|como|quest ce|cest quoi|o que
  `,
  /** The words after these are searched for on the ladder. */
  search: `
    (?:ladder|rubric|framework|levels?) (?:say|says|mention) (?:\\p{L}{1,10} ){0,3}(?:about|on|for|of)
    (?:ladder|rubric|framework|levels?) (?:mentions|cover|covers|talk) (?:\\p{L}{1,10} ){0,3}(?:about|on|for|of)
    (?:ladder|rubric|framework|levels?) (?:talks|include|includes) (?:\\p{L}{1,10} ){0,3}(?:about|on|for|of)
    (?:ladder|rubric|framework|levels?) (?:have|has|ask|asks) (?:\\p{L}{1,10} ){0,3}(?:about|on|for|of)
    anything (?:\\p{L}{1,10} ){0,3}(?:about|on|regarding) (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:ladder|rubric)
    (?:something|where) (?:\\p{L}{1,10} ){0,3}about (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:ladder|rubric)
    (?:something|where) (?:\\p{L}{1,10} ){0,3}(?:on|regarding) (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:ladder|rubric)
    anything (?:\\p{L}{1,10} ){0,3}(?:about|on|regarding) (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:framework|levels)
    (?:something|where) (?:\\p{L}{1,10} ){0,3}about (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:framework|levels)
    (?:something|where) (?:\\p{L}{1,10} ){0,3}(?:on|regarding) (?:\\p{L}{1,15} ){1,5}(?:in|on) the framework
    (?:something|where) (?:\\p{L}{1,10} ){0,3}(?:on|regarding) (?:\\p{L}{1,15} ){1,5}(?:in|on) the levels
    (?:nothing|word|much) (?:\\p{L}{1,10} ){0,3}about (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:ladder|rubric)
    (?:nothing|word|much) (?:\\p{L}{1,10} ){0,3}(?:on|regarding) (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:ladder|rubric)
    (?:nothing|word|much) (?:\\p{L}{1,10} ){0,3}about (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:framework|levels)
    nothing (?:\\p{L}{1,10} ){0,3}(?:on|regarding) (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:framework|levels)
    (?:word|much) (?:\\p{L}{1,10} ){0,3}(?:on|regarding) (?:\\p{L}{1,15} ){1,5}(?:in|on) the (?:framework|levels)
    (?:on|in|part of|anywhere on|anywhere in|covered by|mentioned (?:in|on)|say on) the (?:ladder|rubric|framework)
    ^(?:is|are) (?:\\p{L}{1,15} ){1,4}(?:required|expected|needed|necessary|asked for|mandatory)
    under (?:any|which|what) competency
    (?:any|which|what) competency (?:\\p{L}{1,10} ){0,3}(?:cover|covers|include|includes)
    (?:any|which|what) competency (?:\\p{L}{1,10} ){0,3}(?:mention|mentions|is|does|would)
    (?:is|are|does|do|would|where (?:is|are|does)) (?:\\p{L}{1,15} ){1,4}(?:part of|count as)
    (?:is|are|does|do|would|where (?:is|are|does)) (?:\\p{L}{1,15} ){1,4}(?:counts as|belong to|belong)
    (?:is|are|does|do|would|where (?:is|are|does)) (?:\\p{L}{1,15} ){1,4}(?:fall under|fit under)
    (?:is|are|does|do|would|where (?:is|are|does)) (?:\\p{L}{1,15} ){1,4}(?:fit in|seen under|covered)
  `,
  /** The ladder as a whole. */
  whole: `
    ^(?:list|show|what are) (?:me )?(?:all |of |the |your |our )*(?:levels|competencies|ladders?)
    ^(?:which|how many|what|name) (?:me )?(?:all |of |the |your |our )*(?:levels|competencies|ladders?)
    (?:levels|competencies|ladders?) (?:are there|exist|are on|do you (?:have|know))
    ^(?:the )?(?:ladder|levels|competencies|overview)$
  `,
  /** What an unknown word means. */
  means: `
    what (?:\\p{L}{1,15} ){1,6}means$
    what (?:does|do|is|are|s) (?:\\p{L}{1,15} ){1,5}(?:even |really |actually )?(?:mean|meant by|meaning)
    ^what(?:s| is| are) (?:an? |the )?(?:\\p{L}{1,15} ?){1,3}$
    what is meant by (?:that|this|it)$
    what (?:is|s|do you|is actually) (?:even )?meant by|whats meant by|meaning of|definition of
  `,
} as const
