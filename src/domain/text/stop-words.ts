/** Words that say nothing about the kind of work. */
export const STOP_WORDS = `
a about above after again all also although am an and any are as at be because been before being below between
both but by can could did do does doing done down during each etc even ever every few for from further get
gets getting got had has have having he her here hers him his how however i if in into is it its itself just
let like made make makes many may me might more most much must my myself no nor not now of off on once one
only or other our ours out over own per really she should since so some still such take than that the their
theirs them then there these they this those though through to too under until up upon us use used using very
via was we were what when where whether which while who whom whose why will with within without would yet you
your yours able across around well new good etc e.g i.e
`
