import { describe, expect, it } from 'vitest'
import { qualityOf } from '../../src/domain/evidence/evidence-quality.ts'

describe('the result that a sentence states', () => {
  it.each([
    'Since August none expired (there were two outages in spring).',
    'Since June none of them failed.',
    'Since spring nobody has been paged for it.',
    'I taught Jonas, and he split it into two peerings himself.',
    'She wrote the next two runbooks herself.',
    'Result: the VMs are off since 30 June.',
    'Outcome: two teams follow the guide.',
    'The old cluster is switched off since May.',
    'Messages wait 6 seconds, before it was 40.',
    'Queries take 2 s, it was 9 before.',
    'A restore takes 20 minutes (previously 3 hours).',
  ])('is found in "%s"', (text) => {
    expect(qualityOf(text).result).toBe(true)
  })

  it.each([
    'Since nobody knew the queue, I drew it.',
    'Since none of us had time, I wrote the plan.',
    'Result: open.',
    'Result: not measured.',
    'He is off since Monday.',
    '2026-09-08 Rate limits live for 10% of tenants.',
    'The new parser is live for 5% of users.',
    'In May the team picked ArgoCD although I had argued for Flux.',
    'They adopted the vendor tool, though I had recommended ours.',
    'I checked 3 hosts, before I went home at 6.',
  ])('is not found in "%s"', (text) => {
    expect(qualityOf(text).result).toBe(false)
  })

  it.each([
    'On 5/9 I fixed the alerts.',
    '2026/09/08 fixed the alerts.',
    'On 08.09.2026 I fixed the alerts.',
    'In May 2026 I fixed the alerts.',
    'I fixed the alerts in Q3.',
  ])('has no number in "%s", because a date is none', (text) => {
    expect(qualityOf(text).number).toBe(false)
  })
})
