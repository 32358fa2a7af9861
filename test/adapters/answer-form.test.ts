import { describe, expect, it } from 'vitest'
import { answerForm, answerIn, jsonIn, schemaOf } from '../../src/adapters/answer-form.ts'
import { sre } from '../eval/invariants.ts'

/** What a strict schema may say: OpenAI's Structured Outputs refuse the rest, or ignore it. */
const KEYWORDS = new Set(
  '$defs $ref additionalProperties anyOf enum items properties required type'.split(' '),
)

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every schema in a schema. */
const schemasIn = (schema: Node): Node[] => {
  const named = [schema.properties, schema.$defs].flatMap((one) => (isNode(one) ? Object.values(one) : []))
  const listed = Array.isArray(schema.anyOf) ? schema.anyOf : []
  return [schema, ...[...named, ...listed, schema.items].filter(isNode).flatMap(schemasIn)]
}

describe('the form of an answer', () => {
  const schema = schemaOf(answerForm(sre(), { current: 'L2', target: 'L3' }))
  const all = schemasIn(schema)

  it('uses what a strict schema may use, and nothing else', () => {
    expect([...new Set(all.flatMap((one) => Object.keys(one)))].filter((key) => !KEYWORDS.has(key))).toEqual(
      [],
    )
  })

  it('asks for every field, and for no other', () => {
    for (const one of all.filter(({ type }) => type === 'object')) {
      expect(one.required).toEqual(Object.keys(one.properties as Node))
      expect(one.additionalProperties).toBe(false)
    }
  })

  it('holds each id once, of the two levels of the goal alone', () => {
    const text = JSON.stringify(schema)
    expect(text.match(/"sre\/L3\/mastery\/1"/g)).toHaveLength(1)
    expect(text).not.toMatch(/"sre\/L[145]\//)
    // About 1,000 tokens of four letters each, where the ids of all levels took five times as many.
    expect(text.length).toBeLessThan(5_000)
    expect(all.flatMap((one) => (Array.isArray(one.enum) ? one.enum : [])).length).toBeLessThan(1_000)
  })

  it('is filled in where a server leaves out what says nothing', () => {
    const answer = answerIn(
      jsonIn(
        'Here: {"findings":[{"spans":["s1"],"competency":"mastery","expectation":"sre/L3/mastery/1","why":"x","status":"partly"}],"headline":"y"}',
      ),
    )
    expect(answer).toMatchObject({
      headline: 'y',
      findings: [{ clauses: [], asks: null, current: null, question: null, missing: [], cap: null }],
      others: [],
      panel: [],
      draft: null,
      stories: [],
      nextSteps: [],
    })
  })
})
