/**
 * Each line is one form, then words with the same meaning in evidence: irregular verbs, short forms, both spellings,
 * and endings that the stemmer keeps apart.
 */
export const SAME_FORM = `
lead led
write wrote written
build built
run ran
teach taught
speak spoke spoken
give gave given
hold held
find found
send sent
draw drew drawn
drive drove driven
choose chose chosen
know knew known
think thought
bring brought
keep kept
tell told
grow grew grown growth
meet met
see saw seen
begin began begun
break broke broken
catch caught
sell sold
seek sought
win won
oversee oversaw overseen
learn learnt
document docs doc
repository repo repos
database db dbs
infrastructure infra
performance perf
configure config configs
app application applications
developer dev devs developers
engineer eng engineers
executive exec execs
javascript js
typescript ts
frontend fe
analyse analysis analyze analyzes analyzed analyzing analytical
color colour colours
behavior behaviour behaviours
organization organisation organisations organizational organisational org orgs
organize organise organised organising organises
prioritize prioritisation prioritise prioritised
optimize optimise optimised optimising optimisation
standard standardise standardised
people person persons
strategy strategic
architecture architect architected architecting
production prod
vulnerability vuln vulns
decide decision decisions
define definition definitions
intern internship internships
scale scalable scalability
succeed success successful successfully succeeded
deploy deployment deployments
mentor mentorship mentee mentees
leader leadership
automate automatic automatically
contribute contributor contributors
introduce introduction
reduce reduction
customer customers
container containers
`

/** Words that must keep their endings: "customer" is not someone who customises. */
export const WHOLE_WORDS = `
customer container developer engineer status focus campus consensus manager register consider deliver discover
`

/** Words that say nothing about the kind of work in evidence, besides the stop words. */
export const SAYING_NOTHING = `
always often never ability someone something somebody everyone anyone thing things way ways lot lots took taken takes
two three four five six seven eight nine ten hundred thousand first various appropriate relevant ensure ensured
ensuring dont doesnt didnt already among unless else vs via another including included becoming become overall
particularly
`
