import { wordSet } from '../text/patterns.ts'

/**
 * Given names that are also English words. On their own they count as names only if the words around speak of a person.
 * Folded, like all lists here.
 */
export const NAMES_THAT_ARE_WORDS = wordSet(`
  abate abbey ace ado agape akin albino ales alfa ally alone alpha amaryllis amber amen amid amour an anal
  anemone angel angelica anise ant ante april aquiline arcade arch arena arenas arias arroyo arsenic art
  ascension astra astride atlas august aura autumn azalea baa babel baby backer bade baker bang bani bar
  bares barman baron barons barrios barrows bars baser basil basso bay beat beau beck beer beg bell belle
  bender bent berg berk berry beryl best beta bilge bill bins birdie blank blaze blazer bless blessing block
  boas bode bola bologna bong bongo bonito bonnet borer bossy bourgeois brain brand brandy bravo brink brook
  brooks brown brunet buck bud buddy burger buss buster butt cam campanile campus can candida cap carbon
  care carmine carp carrion cat cerise chance chandler charity chase chi chow christen clay cody cola
  collier colon colt come comfort conception constant cook cooper cornea corona corral cousin cox coy crews
  crooks crystal dado dags dahlia daisy dam dame dang dare daub dawn dean dell delta desiderata desire
  destiny dev diamond dick dickens dies dieter ding divine do dock dodo dolly don drake drew dries duck due
  dune dung dusty dyer earl earnest eglantine elide else emerald emery emir english era eve even faith fall
  falter fan fang fanny fares farina fedora feline feller fender fern ferry fine fink fish fisher flak flip
  floor flora florin ford forest fort forte fortune foster franc frank freeman french fried fuller funk gad
  gaia gal gala gall gamma gang garden garland garnet garrison geese gelling gene general genesis gens
  gentile german gill ginger girts glen golden grace grams gran grange grant green gregorian grimes gross
  grosser gun gunnel gunner guru gust gut guy ha hack hale hall ham hand hang hank hardy harmony harms harsh
  has haven hazel hazes he heath heaven heck heist helm hill hills hind hindi ho hold holly holy homer hop
  hope hopper horn hue hug human hung hunter idea imam innocent ion iris irish ivory ivy jade jail jarred
  jawed jazz jet jewel job joy judge jules june junior just justice kale kappa karma keeling kelvin khan
  kick kielbasa kin king kip kismet kiss knoll lace lack lacy lam lama lance lander lane lap laurel lava law
  laws lax lea lean lech lei levy lice lie lien lieu linden line lino lion lira little llamas lo loan logins
  lone long loon lopes lore loser lot loyal lubbers lung lynch lyric ma mac mace made madrigal magnolia
  maharani major mama man mandala mane manga manna mar mare mares marine mark marks marlin marques marquis
  marquise mart marten martens martial martini martins mas mason mate mats mattes maverick max maxim maxima
  may mecca meg melody menu merino mesa mete mi mica mien mikes mile miler miles miller mills mine mink
  miracle misty mocks modest moll moon moors moos moss mule munch my myrtle nae nail name naval newton nil
  nine noble noel nova novella nu octave oh olive omega opal oral ova pace pagan pal palazzi palazzo palm
  palomino pamper pan pang pansy pap papa param parfait park pascal pat patience patty pave pavlova pearl
  peer pence penny per persian pfennig philander phoenix piazza pica piccolo pie pierce ping pink pinkie
  pinto pip piper pit plank pol pole pomp ponce pop poppy porter poser post pour precious prey price prince
  princess promise prosper prudence prune puck pun pure python quarto queen quin ransom rares raven ray re
  reed rein resat rice rich riff rim ringer rink river roan rob rocky rod romaine roman rose rota roux rover
  royal ruby rune rusty rut sack sage said salami salvo samba sanders sandy sane sang sans sari savanna
  scots senna serenity serif server sever shad shade shah sherry shields shin shun sierra sigma sim sin
  sincere sip sir sire sister skipped sky slam smite smith so soda solar son song sora sow spaniel spank
  spies spinner splinter stark stein steins sterling stern stokes stone storm strand sultan summer sun sunny
  swami swan swift sylvan tad tall talon tam tamer tamil tan tang tar taro tea telly thai theta tho thong
  thy tiara ties til till tin tine toke tome tomes tone tong top topic tor tore toy trace tram tress trinity
  tromp tuba turk turner tutu unique urban valentine vales valid vesper vigil villa vino viola violet virgin
  vital viva wadi wage wale walker wan wane wanner ward waters weight welsh west wet white will willow wilts
  winter wit witting wold wolf wood wright yang yaw ye yen yin yip yoga young yuan zephyr
`)

/** Tools, languages, products, companies, methods, and characters that products are named after. */
export const TECHNOLOGY = wordSet(`
  access acrobat actix ada adobe adyen agile airbnb airbus airbyte airflow akamai akka alexa alfresco alloy
  alpine amazon amd amex amplitude android angular ansible ant anthropic apache apollo appium apple arch
  ares argo argus ariane arm arrow artemis asana asgard astro athena atlas atlassian atom aurora auth auth0
  autodesk ava avalon avro axum azure babbage babel backbone bamboo barclays bard bash basic bayes bazel
  beam behave bernoulli bert bevy bigquery bitbucket blender boeing bootstrap bosch boursorama bower box
  braintree brave brunch buck bugsnag buildkite bulma burp cadence calcite camelot camunda canva capistrano
  carbon cargo carlo cassandra cassini celery centos ceph cerberus chai chakra chef chromatic chrome chronos
  circle cirrus cisco claude clickhouse clippy clojure cloudflare cobol cockroach cohere coil concourse
  confluence consul contentful copilot cordova cortana cortex cosign costco couchbase cucumber cuda cumulus
  cursor cypress daedalus dagger dagster dall-e dart dash dask datadog dataflow dbt debian degiro dell
  delphi detox devin dex diesel dijkstra dionysus discord django docker dockerfile docusaurus drone dropbox
  druid drupal dynamics dynamo dynamodb echo edge elastic elasticsearch elixir elm emacs ember endeavour
  envoy enzyme ericsson erlang eslint espresso euler excalibur excel exchange fabric facebook falco falcon
  fastly fedora figma firebase firefox fish fivetran flask flink flow fluentbit fluentd flutter flux fortran
  foundation fourier freya freyja frodo galileo gandalf gatling gatsby gaussian gemini gerrit gherkin ghost
  gibbs github gitlab glacier glide glue gluster go godot google gpt gradio gradle grafana graphql groovy
  grunt gson guava gulp gunicorn hades hadoop harness hashicorp haskell hasura hbase heimdall helm hera
  hercules hermes heroku heron hibernate hilt hive honeycomb huawei hubble hubspot hudson hugging hugo husky
  hyper ibm icarus icinga ikea impala informatica insomnia intel intercom ionic ios istanbul istio iterm
  jaeger janus jasmine java jboss jekyll jenkins jenkinsfile jest jetty jira jmeter joomla joyent julia
  juniper junit juno jupiter jupyter kafka kanban karma kepler keras keycloak kibana kinesis klarna knex
  knockout koin kong kotlin kronecker kronos ktor kubernetes kudu kustomize lagom lambda langchain laplace
  leak lean lenovo lerna less lightning lightroom lightstep linear linkedin linux lisp lit llama locust
  logstash loki lombok looker lua lyft macie macos magento mailgun mariadb marketo markov mars mastercard
  material matern matlab maven meltano memcached mentor mercury merlin meta metasploit meteor microsoft
  midas mill mimir minerva minikube minio miro mistral mixpanel mjolnir mkdocs mocha mockito mongo mongodb
  mongoose monte monzo mysql nagios nano nats neo4j neptune nessus netflix netlify newton next nginx
  nightwatch nimbus nintendo nokia nomad notion nova numpy nvidia nx ocaml octave octopus odin odyssey okta
  openai openshift opera opsgenie optimizely oracle orion outlook packer pact pagerduty pandas pandora pants
  parcel parquet paypal pegasus percy perl phabricator philips phobos phoenix picasso pinot pinterest
  pioneer plaid play playwright pluto podman poisson polars polymer poseidon postgres postman power prefect
  premiere presto prettier prisma prometheus proofpoint proteus protobuf protractor pulsar pulumi puppet
  puppeteer pyroscope pytorch rabbit rabbitmq racket radix rails rancher rapids raven react redis redshift
  relay remix resque retrofit revolut robolectric robot rocket rollbar rollup rosetta ruby rundeck rust
  safari salesforce salt saltstack samsung samza sanity sas sass saturn sauron sbt scala scipy scrum segment
  selenium sendgrid sensu sentry sequelize serde sharepoint shopify sidekiq siemens sigstore sinatra singer
  sinon siri sisyphus skaffold sketch skywalker slack snowflake snyk sol solid sonar sonarqube sony spark
  sparrow sphinx spinnaker splunk spotify spring spss square stackstorm stata statuspage stencil stitch
  storm storybook strapi stratus streamlit stripe struts stylus sublime supabase suse svelte swagger swift
  tableau tailwind talend tape target teams tekton tempo temporal tensorflow teradata terra terraform tesla
  testng thanos thor thrift tide tilt timber titan tokio tomcat travis trello trino triton trivy turbo
  turing twilio twitter tyk typeorm typhon uber ubuntu unity unreal vader vagrant valhalla vault vavr vector
  vega venus vercel vertica vesta victorops vim visa vite vitest volley voyager vue vulcan wallaby walmart
  warp watson weblogic webpack websphere whisper wildfly windows wiremock wireshark word wordpress workday
  xamarin yarn yoda zabbix zendesk zephyr zeus zookeeper zoom zsh
`)

/** Places that people are named after, and places that could be mistaken for a surname. */
export const PLACES = wordSet(`
  aarhus abuja accra africa alabama alaska alberta albuquerque alexandria america amsterdam angeles ankara
  antwerp argentina arizona arkansas arlington asia athens auckland aurora austin australia austria baghdad
  bali bangalore bangkok barcelona basel beijing belgium bengaluru bergen berkeley berlin bern bogota
  bordeaux boston bratislava brazil brisbane britain brittany brno bronx brooklyn brown brussels budapest
  bulgaria busan cairo calgary california cambridge canada carolina casablanca central chad chennai cheyenne
  chicago chile china cleveland cologne colombia colombo columbia columbus copenhagen cornell cornwall
  croatia cuba czechia dakota dallas delaware delhi denmark denver derby detroit devon dhaka doha dresden
  dubai dublin duke durban durham east egypt england essex ethiopia europe finland florida france francisco
  frankfurt gdansk geneva georgia germany ghana ghent gothenburg granada greece halifax hamburg hampshire
  hanoi harvard havana hawaii helsinki holland hongkong houston hudson hungary hyderabad iceland idaho
  illinois india indiana indonesia iowa ireland israel istanbul italy izmir jakarta japan jeddah
  johannesburg kampala kansas karachi kathmandu kent kentucky kenya kiev kigali kingston kolkata korea
  krakow kyiv kyoto lagos lahore las leipzig lille lima lincoln lisbon london lorraine los louisiana lourdes
  lviv lyon madrid malaga malaysia malmo manhattan manila marseille maryland melbourne memphis mexico
  michigan milan minnesota minsk mississippi missouri montana montreal morocco moscow mumbai munich nairobi
  nantes nashville netherlands nevada new nice nigeria norfolk normandy north norway oakland odessa ohio
  ontario oregon orlando osaka oslo ottawa oxford panama paris pennsylvania perth peru philippines phoenix
  poland portland porto portugal prague pretoria princeton pune quebec quito raleigh rice riga rio riyadh
  romania rotterdam russia saigon saint salem salvador san santa scotland seattle seoul serbia seville
  shanghai shenzhen singapore slovenia south spain stockholm stoke stuttgart suffolk surrey sussex sweden
  switzerland sydney taipei taiwan tallinn tampere tehran tennessee texas thailand tokyo toronto toulouse
  trinity tunis turkey ukraine united utah utrecht valencia vancouver vegas vienna vietnam vilnius virginia
  wales warsaw washington wellington west wisconsin wyoming yale york zealand zurich
`)

/** Months, days and seasons. Of the other languages only German months, because the others use lower case. */
export const TIMES = wordSet(`
  januar februar marz mai juni juli oktober dezember
  apr april aug august autumn christmas dec december diwali easter feb february fri friday jan january jul
  july jun june mar march may mon monday nov november oct october ramadan sat saturday sep sept september
  spring summer sun sunday thu thur thurs thursday tue tues tuesday wed wednesday winter
`)

/** Capitalised words that follow a name and are not surnames: teams, roles, kinds of work. */
export const ROLES = wordSet(`
  academy account accounts achievements action actions admin administrator agency agent analyst analytics
  api app application apps architect architecture area areas associate author backend background bank best
  board bootcamp bot budget business cafe call campaign center centre certified channel chaos chapter chat
  chief ci city class client cloud cluster code colleague college committee community company compliance
  component conference console consulting context contractor contribution contributions corp council course
  customer cxo dashboard data database day days decision deep delivery department design designer developer
  development devops digital director dispatch dive division doc docs edge edition email engine engineer
  engineering engineers enterprise europe event events experience feature finance foundation framework
  frontend fund fundamentals gateway global goal goals graph group growth guide guild hackathon happy head
  header health help hiring house hq hub id impact inc incident infra infrastructure initiative insights
  institute integration intern interview interviewer it item items java job junior kernel key kit knowledge
  lab labs language launch lead leader leadership learning legal lesson lessons library llc logic logistics
  ltd machine maintainer management manager manual market marketing matrix meeting meetup member metrics
  migration mission mobile mode model module monitoring network new news notebook objective objectives
  office onboarding online open operations ops optimization org organization our outcome outcomes overview
  owner package pages panel partner partners path patterns payments people performance phase phone pipeline
  pipelines plan platform playbook plus pm po policy portal pr practice press principal process product
  production program programmer programming project projects proposal pull qa quality queue record recruiter
  region registry release reliability repo report request requests research result results retro review
  reviews roadmap robot runbook sales schema school science scientist scrum sdk search section security
  senior server service services session sheet shop site software solution solutions space specialist
  specification sprint squad sre staff stakeholders standard standards state store storming story strategy
  street studio success suite summary summit support survey sync system systems talk talks task team teams
  tech technical technologies technology test tester testing tests text theme theorem thinking tool tooling
  tools track training transform tribe ui university update user ux vendor version vp web week weekly wiki
  workflow workgroup workshop workspace writer xp zone
`)
