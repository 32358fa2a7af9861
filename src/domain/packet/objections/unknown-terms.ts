import { withoutAddresses } from '../../evidence/evidence-quality.ts'
import type { signalsIn } from '../../evidence/evidence-signals.ts'
import { anyOf, wordSet } from '../../text/patterns.ts'

/** Names of systems that every engineer knows, in small letters. */
const KNOWN = wordSet(`
  airflow android ansible apache argo argocd aurora azure bash bazel bigquery bitbucket cassandra ceph
  chrome circleci clickhouse cloudflare confluence consul couchbase datadog debian django docker dynamo
  dynamodb elastic elasticsearch envoy etcd excel fastly figma firefox flink flutter gerrit git github
  gitlab gke go golang google grafana graphql grpc haproxy hadoop helm heroku hive honeycomb ios istio java
  javascript jenkins jira kafka keycloak kibana kinesis kotlin kubernetes lambda linux loki lucene mac macos
  mariadb memcached microsoft mongo mongodb mysql nagios neo4j nginx node notion npm okta openai openstack
  opentelemetry oracle pagerduty pandas perl php postgres postgresql presto prometheus pulsar pulumi puppet
  python pytorch rabbitmq rails react redis redshift ruby rust salesforce scala sentry slack snowflake solr
  spark splunk spring sql sqlite stripe swift tableau teams tempo temporal terraform thanos traefik trino
  typescript ubuntu unix vault vercel vue windows wordpress zookeeper zoom english european black friday
  christmas easter
`)

/** What a system does or what happens to it: "the Sieve migration", "our Kestrel cluster". */
const OF_SYSTEM = anyOf([
  /api|app|backend|broker|build|cache|cluster|code|codebase|config|cutover|daemon|dashboard|database|deploy(?:ment)?/,
  /experiment|exporter|frontend|gateway|importer|ingest|integration|job|library|migration|module|outage/,
  /pipeline|platform|plugin|project|prototype|proxy|queue|release|repo(?:sitory)?|rewrite|rollout/,
  /scheduler|schema|script|server|service|store|system|tool|trial|upgrade|worker/,
])

const NAME = '(?<name>\\p{Lu}\\p{Ll}{2,19}(?:\\p{Lu}\\p{L}{0,19})?)'

/** A name that can only belong to a system: the words next to it or its spelling show that. */
const NAMES = new RegExp(
  `(?<![\\p{L}\\d])${anyOf({
    'the Sieve migration': `(?:[Tt]he|[Oo]ur|[Aa]|[Mm]y|[Nn]ew|[Oo]ld) ${NAME} (?:${OF_SYSTEM})s?`,
  })}(?![\\p{L}\\d])|(?<![\\p{L}\\d])(?:called|named) (?<called>\\p{Lu}\\p{Ll}{2,19})(?![\\p{L}\\d])`,
  'gu',
)

/** "Sieve (our page filter)", "Sieve, which groups pages", "Sieve is the service that ...". */
const isExplained = (name: string, all: string): boolean =>
  new RegExp(
    `(?<![\\p{L}\\d])${name}(?: \\(\\p{L}|, (?:which|that|our|the|an?) |,? (?:is|was|are) (?:our|the|an?) )`,
    'u',
  ).test(all)

/**
 * Words of a quote that a stranger does not understand: abbreviations that not every engineer knows, and names of
 * systems. `all` is what the packet says altogether, with `signals` of it: what is explained anywhere is known.
 */
export function unknownTerms(quote: string, all: string, signals: ReturnType<typeof signalsIn>): string[] {
  const names = [...withoutAddresses(quote).replace(/\s+/g, ' ').matchAll(NAMES)].flatMap(
    ({ groups }) => groups?.name ?? groups?.called ?? [],
  )
  const unknown = names.filter((name) => !KNOWN.has(name.toLowerCase()) && !isExplained(name, all))
  return [...new Set([...signals(quote).jargon, ...unknown])]
}
