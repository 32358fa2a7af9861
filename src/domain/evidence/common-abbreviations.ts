/** Abbreviations that any engineer knows, and words that are often written in capitals. In lower case. */
export const COMMON_ABBREVIATIONS = `
  ab adr ai am api apis apm arm asap aws az bi bsd cd cdn ceo cfo ci cio cli cms cpu cpo crm crud css csv cto cve
  dag db dba ddos dm dns dom em erp eta etl eu faq ftp gb gc gcp gdpr gpu gui ha hr html http https iam ibm id ide
  ids io ios ip iso it js json jvm kb kpi kpis lan llm llms lts mb mfa ml mr mrs mttr mvp nda nlp nps oauth ok okr
  okrs oom orm os oss pc pdf php pii pm po poc pr prs qa qps ram rbac rca rest rfc rfcs roi rpc rps rss sdk sdks
  seo sla slas sli slo slos sms soc spa sql sre sres ssd ssh ssl sso svg tb tcp tdd tls todo ttl tv udp ui uk url
  urls us usa usb usd utc uuid ux vm vms vp vpn wan wip xml xss yaml pgp c4 arr s3 ec2 eks ecs rds sqs sns gsoc
  jira readme gpt mcp utf p0 p1 p2 p99 p95 p50 q1 q2 q3 q4 h1 h2 and not the for with all new done note
`
