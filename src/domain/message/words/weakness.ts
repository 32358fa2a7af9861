const VERY = '(?:so |really |very |pretty |just |still |always |quite |honestly |a bit |rather |too )*'
const BAD = '(?:bad|terrible|awful|horrible|lousy|hopeless|useless|rubbish|poor|weak|clumsy|crap|the worst)'
const OFTEN = '(?:really |still |often |always |sometimes |constantly |keep |tend to |do )*'

/** How people say what they are bad at. One phrase a line, in lower case. */
export const WEAKNESS = `
  i(?:'?m| am) ${VERY}${BAD} (?:at|with|in|when)
  i(?:'?m| am) ${VERY}(?:not|no) ${VERY}(?:that )?(?:good|great|strong|confident) (?:at|with|in|about)
  i(?:'?m| am) ${VERY}(?:slow|shy|quiet|impatient|disorgani[sz]ed|lazy|messy|chaotic)
  i(?:'?m| am) (?:such )?an? (?:impostor|imposter|fraud|failure|bad \\p{L}{2,15})
  i(?: feel|'m| am) (?:like )?an? (?:impostor|imposter|fraud|failure)
  i ${OFTEN}suck(?: at)?
  i ${OFTEN}struggle (?:with|to|when)
  i ${OFTEN}(?:procrastinate|overthink|overpromise|micromanage|interrupt people|talk too much|say yes to)
  i ${OFTEN}(?:procrastinating|overthinking|overpromising|micromanaging|interrupting people|saying yes to)
  i find it ${VERY}(?:hard|difficult|tough) to
  i have (?:a hard time|trouble|difficulty|difficulties) (?:\\p{L}{3,15}ing|with)
  i (?:can't|cannot|can never|never manage to) (?:really )?(?:say no|delegate|speak up|let go)
  (?:saying no|delegating|speaking up|public speaking|presenting) is ${VERY}(?:hard|difficult|tough) for me
  (?:one of )?my (?:biggest |main |greatest )?(?:weakness|weaknesses|weak (?:point|points|spot|side)) (?:is|are)
  i lack (?:confidence|patience|discipline|focus)
  ich bin (?:so |echt |sehr |ziemlich |einfach |wirklich )*schlecht (?:darin|im|in|beim|bei)
  ich kann (?:so |gar |einfach |ganz )*(?:schlecht|nicht gut|nicht nein sagen)
  (?:es )?fällt mir (?:sehr |echt |immer )?schwer
  soy (?:muy |bastante )?mal[oa] (?:en|para|con|diciendo)
  me cuesta(?: mucho| bastante)?
  se me da (?:muy )?mal
  je suis (?:très |trop |vraiment )?(?:nul|nulle|mauvais|mauvaise) (?:en|pour|à|avec)
  j'ai (?:vraiment )?du mal à
  sou (?:muito )?(?:ruim|péssim[oa]|fraco|fraca) (?:em|com|para|a)
  tenho (?:muita )?dificuldade
`
