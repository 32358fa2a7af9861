import { describe, expect, it } from 'vitest'
import { type Evidence, spansOf } from '../../src/domain/evidence/evidence.ts'
import { type Remark, withAbout, withRemarks } from '../../src/domain/review/remarks.ts'
import { evidenceOf, findingOf, goal, partOf } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

const evidence = evidenceOf('', {
  parts: [
    partOf('I moved the queue. I wrote the runbook.'),
    partOf('I led the drill alone.', { position: 3, kind: 'answer', messageTs: '1.4' }),
  ],
})
const around = (piece: Evidence) => ({
  ladder: smallLadder,
  goal,
  about: piece.about,
  spans: spansOf(piece),
  judged: false,
})
const said = (correction: Extract<Remark, { kind: 'correction' }>['correction']): Remark => ({
  kind: 'correction',
  correction,
  throughPart: 2,
})
const read = (spans: string[], remarks: Remark[], choices: { span: string; between: string[] }[] = []) =>
  withRemarks({ findings: [findingOf({ spans })], choices }, remarks, around(evidence))
const shown = (spans: string[], remarks: Remark[]) =>
  read(spans, remarks).findings.map((finding) => [finding.competency, finding.spans])

describe('what a person said about a review, in a later one', () => {
  const notMine = said({ kind: 'not-mine', competency: 'mastery', meant: null })
  const scope = said({ kind: 'other-competency', competency: 'mastery', meant: 'scope' })

  it('keeps out a finding that they said is not theirs, and judges later words on their own', () => {
    expect(shown(['s1', 's2'], [notMine])).toEqual([])
    expect(shown(['s1', 's3'], [notMine])).toEqual([['mastery', ['s3']]])
    expect(shown(['s3'], [notMine])).toEqual([['mastery', ['s3']]])
  })

  it('keeps words at the competency that they said they are about', () => {
    expect(shown(['s1'], [scope])).toEqual([['scope', ['s1']]])
    expect(shown(['s1', 's3'], [scope])).toEqual([
      ['scope', ['s1']],
      ['mastery', ['s3']],
    ])
  })

  it('keeps what they said about its strength next to it', () => {
    const more = said({ kind: 'more', competency: 'mastery', meant: null })
    expect(read(['s1', 's3'], [more]).findings[0]?.correction).toEqual({ kind: 'more' })
  })

  it('ties a sentence to what they chose for it, and no longer asks about it', () => {
    const choice: Remark = {
      kind: 'choice',
      part: 0,
      start: 'I moved the queue. '.length,
      competency: 'scope',
    }
    const { findings, choices } = read(['s1'], [choice], [{ span: 's2', between: ['scope', 'mastery'] }])
    expect(choices).toEqual([])
    expect(findings.map(({ competency, spans }) => [competency, spans])).toEqual([
      ['mastery', ['s1']],
      ['scope', ['s2']],
    ])
    expect(
      read(['s1'], [{ ...choice, competency: null }], [{ span: 's2', between: ['a', 'b'] }]),
    ).toMatchObject({
      choices: [],
      findings: [{ competency: 'mastery' }],
    })
  })

  it('ties words in which nothing was found to the competency that they named', () => {
    const tied = said({ kind: 'other-competency', competency: null, meant: 'scope' })
    const none = withRemarks({ findings: [], choices: [] }, [tied], around(evidence))
    expect(none.findings.map(({ competency, status }) => [competency, status])).toEqual([['scope', null]])
  })

  it('leaves a review of other words alone', () => {
    const gone: Remark = { kind: 'choice', part: 7, start: 0, competency: 'scope' }
    expect(shown(['s3'], [scope, gone])).toEqual([['mastery', ['s3']]])
  })
})

describe('what a person said a piece is about when they logged it', () => {
  const about = (competency: string, ladder = 'sre') => around({ ...evidence, about: { ladder, competency } })
  const ties = (given: ReturnType<typeof about>, choices: { span: string; between: string[] }[] = []) =>
    withAbout({ findings: [findingOf({ spans: ['s1'] })], choices }, given)

  it('is tied to what they did, marked as their choice, next to what was found', () => {
    const { findings } = ties(about('scope'))
    expect(findings.map(({ competency, status }) => [competency, status])).toEqual([
      ['mastery', 'evidenced'],
      ['scope', null],
    ])
  })

  it('changes nothing if the review already says so, or for another ladder or an unknown name', () => {
    const read = { findings: [findingOf({ spans: ['s1'] })], choices: [] }
    expect(ties(about('mastery'))).toEqual(read)
    expect(ties(about('scope', 'designers'))).toEqual(read)
    expect(ties(about('nothing'))).toEqual(read)
    expect(withAbout(read, around(evidence))).toEqual(read)
  })

  const asked = { ladder: 'sre', competency: 'scope', question: 'What did you build?' }

  it('is tied to the whole of a short answer to a question about a packet', () => {
    const { findings } = ties(around({ ...evidence, about: asked }))
    expect(findings.map(({ competency, status }) => [competency, status])).toEqual([
      ['mastery', 'evidenced'],
      ['scope', null],
    ])
    const { spans } = around(evidence)
    const own = findings.find(({ competency }) => competency === 'scope')!
    expect(own.spans).toEqual(spans.flatMap(({ id, part }) => (part === 0 ? [id] : [])))
    const open = ties(around({ ...evidence, about: asked }), [{ span: 's2', between: ['scope', 'trust'] }])
    expect(open.choices).toEqual([])
  })

  it('is not tied to an answer in which a model found something else, or which tells no deed', () => {
    const given = around({ ...evidence, about: asked })
    const judged = withAbout(
      { findings: [findingOf({ spans: ['s1'] })], choices: [] },
      { ...given, judged: true },
    )
    expect(judged.findings.map(({ competency }) => competency)).toEqual(['mastery'])
    for (const text of [
      'idk',
      'Nothing really.',
      'What do you mean by that?',
      'I will write the runbook next month.',
    ])
      expect(
        withAbout({ findings: [], choices: [] }, around(evidenceOf(text, { about: asked }))).findings,
      ).toEqual([])
  })

  it('supplies what the review would ask for', () => {
    const { findings, choices } = ties(about('scope'), [
      { span: 's2', between: ['scope', 'trust'] },
      { span: 's3', between: ['trust', 'mastery'] },
    ])
    expect(choices.map(({ span }) => span)).toEqual(['s3'])
    expect(findings.map(({ competency, spans }) => [competency, spans])).toEqual([
      ['mastery', ['s1']],
      ['scope', ['s2']],
    ])
  })
})
