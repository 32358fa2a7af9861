/**
 * A line for each: one form, then words that mean the same for what somebody did; irregular verbs, short forms, both
 * spellings.
 */
export const SAME_WORDS = `
  lead led leads leading
  write wrote written writes writing
  build built building builds
  run ran running runs
  teach taught
  speak spoke spoken speaking
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
  grow grew grown growth growing
  meet met
  meeting meetings
  see saw seen
  begin began begun
  break broke broken
  catch caught
  sell sold
  seek sought
  win won
  oversee oversaw overseen
  hire hired hires hiring
  learn learnt
  document docs doc documentation documenting
  repository repo repos repositories
  database db dbs databases
  infrastructure infra
  performance perf
  configure config configs configuration configurations
  app apps application applications
  developer dev devs developers
  engineer eng engineers
  executive exec execs executives
  javascript js
  typescript ts
  frontend fe
  analyse analysis analyses analyze analyzes analyzed analyzing analysed analysing analytical
  color colour colours colors
  behavior behaviour behaviours behaviors
  organization organisation organisations organizations organizational organisational org orgs
  organize organise organised organising organized organizing organises organizes
  prioritize prioritisation prioritization prioritise prioritised prioritized
  priority priorities
  optimize optimise optimised optimized optimizing optimising optimisation optimization
  standard standards standardize standardise standardised standardized
  raise raised raising raises
  people person persons peoples
  manage manages managed managing management
  strategy strategies strategic
  migrate migrations migration
  architecture architectures architectural architect architected architecting
  secure secured securing security
  production prod
  test tests tested testing
  vulnerability vuln vulns vulnerabilities vulnerable
  decide decision decisions decided deciding
  define definition definitions
  intern interns internship internships
  reliable reliability
  scale scales scaled scaling scalable scalability
  succeed success successful successfully succeeded
  culture cultural cultures
  responsibility responsible responsibilities
  accountability accountable
  monitor monitors monitored monitoring
  deploy deploys deployed deploying deployment deployments
  mentor mentors mentored mentoring mentorship mentee mentees
  leader leaders leadership
  automate automates automated automating automation automatic automatically
  adopt adopted adoption
  inspect inspection inspections
  connect connection connections
  collect collection
  execute execution
  contribute contribution contributions contributor contributors
  discuss discussion discussions
  introduce introduction introduced
  reduce reduction reduced
  produce produced
  status statuses
  focus focused focuses focusing
  campus campuses
  consensus
  query queries queried querying
  celebrate celebration celebrations
  volunteer volunteers volunteered volunteering
  customer customers
  server servers
  number numbers
  partner partners partnered partnering
  member members
  order orders
  peer peers
  sensor sensors
  motor motors
  error errors
  vendor vendors
  container containers
  cluster clusters
  user users
  paper papers
`

/** Words whose endings are their own: "customer" is not who customises. */
export const WHOLE_WORDS = `
  customer server number partner member order peer sensor motor error vendor container cluster user paper leader
  developer engineer color mentor monitor status focus campus consensus document docker career manager master
  letter layer power filter register trigger answer offer matter consider deliver discover proper render transfer
`

/** Words of evidence that say nothing about the kind of work, besides those that say nothing anywhere. */
export const SAYING_NOTHING = `
  always often never ability someone something somebody everyone anyone thing things way ways lot lots took taken
  takes two three four five six seven eight nine ten hundred thousand first various appropriate relevant ensure
  ensured ensuring dont doesnt didnt already among unless else vs via another including included becoming become
  overall particularly
`
