import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSpans, SPAN_LIMIT } from '../../src/domain/evidence/spans.ts'

const texts = (reading: string): string[] => cutSpans(reading).map(({ text }) => text)

describe('spans', () => {
  it('are the sentences of a text, in order', () => {
    expect(texts('I led the move. It took six weeks! Nobody noticed?')).toEqual([
      'I led the move.',
      'It took six weeks!',
      'Nobody noticed?',
    ])
  })

  it('leave list marks and empty lines out', () => {
    expect(texts('• Cut costs by 20%\n\n2. Wrote the runbook.\n---\n- Mentored two people')).toEqual([
      'Cut costs by 20%',
      'Wrote the runbook.',
      'Mentored two people',
    ])
  })

  it('do not end after an abbreviation', () => {
    expect(texts('Moved services, e.g. Postgres and Redis, to v2. Asked Dr. Who.')).toEqual([
      'Moved services, e.g. Postgres and Redis, to v2.',
      'Asked Dr. Who.',
    ])
  })

  it('are cut at a clause when a sentence is too long to quote', () => {
    const spans = cutSpans(`${'I changed a thing, '.repeat(60)}and stopped.`)
    expect(spans.length).toBeGreaterThan(1)
    for (const span of spans) expect(span.text.length).toBeLessThanOrEqual(SPAN_LIMIT)
  })

  it('end before a sentence without a capital, and continue over a wrapped line', () => {
    expect(texts('I cut costs by 5%. then i wrote the runbook. {"x": 1}')).toEqual([
      'I cut costs by 5%.',
      'then i wrote the runbook.',
      '{"x": 1}',
    ])
    expect(
      texts(
        'In the spring I moved the whole of the job queue to a new\ncluster and wrote the runbook.\nThen I left.',
      ),
    ).toEqual([
      'In the spring I moved the whole of the job queue to a new\ncluster and wrote the runbook.',
      'Then I left.',
    ])
    expect(texts('Moved the queue\nwrote the runbook')).toEqual(['Moved the queue', 'wrote the runbook'])
  })

  it('continue over a line whose next word had no room on the page, whatever it begins with', () => {
    const page = [
      'I joined the platform team at the end of 2019 as a software engineer for the',
      'Event Store. It keeps trillions of events a day for thirty products, among them',
      'Logs and Security Analytics. I moved its oldest data to cold storage with the',
      'Kubernetes team, and cut the monthly bill by a third.',
      '- Wrote the runbook for it.',
    ].join('\n')
    expect(texts(page).map((text) => text.replace('\n', ' '))).toEqual([
      'I joined the platform team at the end of 2019 as a software engineer for the Event Store.',
      'It keeps trillions of events a day for thirty products, among them Logs and Security Analytics.',
      'I moved its oldest data to cold storage with the Kubernetes team, and cut the monthly bill by a third.',
      'Wrote the runbook for it.',
    ])
    expect(texts('Led the move of the whole billing system to Go\nBuilt the dashboard for it')).toEqual([
      'Led the move of the whole billing system to Go',
      'Built the dashboard for it',
    ])
  })

  it('continue over a line that stops in the middle of a sentence', () => {
    for (const [first, second] of [
      ['I fixed the tools,', 'Qt and Coin3D among them.'],
      ['It was written in Python by', '[Ann](https://ann.example) and me.'],
      ['All the way up to the', 'Qt interface of it.'],
      ['The goal, which was mine, ended up being a little too big for', 'FreeCAD this year.'],
    ])
      expect(texts(`${first}\n${second}`).map((text) => text.replace('\n', ' '))).toEqual(
        first === 'It was written in Python by' ? [first, second] : [`${first} ${second}`],
      )
    expect(
      texts(
        'I made several workflows for the platform, such as one for\ndecommissioning\nElasticsearch clusters.',
      ),
    ).toHaveLength(1)
    expect(texts('Things I was asked for\nBuilt the queue')).toHaveLength(2)
  })

  it('never end inside of an address', () => {
    expect(texts('It is at https://tracker.example/view.php?id=2517. I fixed it.')).toEqual([
      'It is at https://tracker.example/view.php?id=2517.',
      'I fixed it.',
    ])
  })

  it('keep Markdown whole: links, bold words that end a sentence, tasks without their boxes', () => {
    expect(
      texts(
        '- [x] Gave [Who is on call? And why](https://talks.example/a.b) in June. It went well.\n**On-call.** I took 12 shifts.',
      ),
    ).toEqual([
      'Gave [Who is on call? And why](https://talks.example/a.b) in June.',
      'It went well.',
      '**On-call.**',
      'I took 12 shifts.',
    ])
    expect(texts('Wrote [the runbook for\nrestores](https://runbook.example) alone')).toHaveLength(1)
  })

  it('are exactly the text between their offsets, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1500 }), (reading) => {
        let end = 0
        for (const span of cutSpans(reading)) {
          expect(reading.slice(span.start, span.end)).toBe(span.text)
          expect(span.start).toBeGreaterThanOrEqual(end)
          end = span.end
        }
      }),
    )
  })
})
