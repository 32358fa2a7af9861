import { describe, expect, it } from 'vitest'
import { answerForm, answerIn, jsonIn, schemaOf } from '../../src/adapters/reader/answer-form.ts'
import { sre } from '../eval/invariants.ts'
import { strictProblems } from '../fakes/strict-schema.ts'

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

  it('is one that a strict provider takes', () => {
    expect(strictProblems(schema)).toEqual([])
  })

  it('is taken with as many ids as a closed list may have, and with more of them', () => {
    const ladder = sre()
    for (const count of [250, 251, 2_000]) {
      const row = (level: string) =>
        Array.from({ length: count }, (_, nth) => ({
          id: `${'x'.repeat(60)}/${level}/mastery/${nth + 1}`,
          text: 'Does it.',
          bullet: nth + 1,
        }))
      const rows = { L2: { mastery: row('L2') }, L3: { mastery: row('L3') } }
      const large = schemaOf(answerForm({ ...ladder, rows }, { current: 'L2', target: 'L3' }))
      expect(strictProblems(large)).toEqual([])
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

describe('a schema that a strict provider refuses', () => {
  const text = { type: 'string' }
  const objectOf = (properties: object, more: object = {}) => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
    ...more,
  })
  const nested = (levels: number): object =>
    levels === 1 ? objectOf({ a: text }) : objectOf({ a: nested(levels - 1) })
  const enumOf = (count: number, letters = 4) => ({
    type: 'string',
    enum: Array.from({ length: count }, (_, nth) => String(nth).padStart(letters, '0')),
  })

  it.each([
    ['leaves a property out of `required`', objectOf({ a: text }, { required: [] }), /Missing 'a'/],
    ['requires what it has not', objectOf({ a: text }, { required: ['a', 'b'] }), /Extra required key 'b'/],
    [
      'lets in other properties',
      objectOf({ a: text }, { additionalProperties: true }),
      /additionalProperties/,
    ],
    ['says nothing of other properties', { type: 'object', properties: {}, required: [] }, /additionalProp/],
    [
      'does so deep inside',
      objectOf({ a: { type: 'array', items: { type: 'object', properties: {} } } }),
      /'items'/,
    ],
    ['says how long a text is', objectOf({ a: { ...text, minLength: 1 } }), /'minLength' is not permitted/],
    ['says how long a list is', objectOf({ a: { type: 'array', items: text, maxItems: 3 } }), /'maxItems'/],
    ['has a default', objectOf({ a: { ...text, default: '' } }), /'default'/],
    ['is all of several', objectOf({ a: { allOf: [text] } }), /'allOf'/],
    ['is a choice at its root', { anyOf: [objectOf({ a: text })] }, /type: "object"/],
    ['is no object at its root', { type: 'array', items: text }, /type: "object"/],
    ['has no type somewhere', objectOf({ a: { description: 'x' } }), /'type' key/],
    ['has a list of nothing', objectOf({ a: { type: 'array' } }), /missing items/],
    ['points nowhere', objectOf({ a: { $ref: '#/$defs/b' } }), /leads nowhere/],
    [
      'says more beside a reference',
      objectOf({ a: { $ref: '#/$defs/b', description: 'x' } }, { $defs: { b: text } }),
      /cannot have/,
    ],
    [
      'has an enum value too many',
      objectOf({ a: enumOf(1_000), b: enumOf(1) }),
      /at most 1000 enum values.*1001/,
    ],
    ['has a large enum of long values', objectOf({ a: enumOf(251, 60) }), /over 15000 letters/],
    [
      'has a property too many',
      objectOf(Object.fromEntries(Array.from({ length: 5_001 }, (_, nth) => [`a${nth}`, text]))),
      /at most 5000/,
    ],
    ['is eleven levels deep', nested(11), /11 levels of nesting exceeds limit of 10/],
  ])('%s', (_, schema, problem) => {
    expect(strictProblems(schema).join('\n')).toMatch(problem)
  })

  it('is none that keeps to the limits, also where it holds itself', () => {
    expect(strictProblems(nested(10))).toEqual([])
    expect(
      strictProblems(objectOf({ a: enumOf(750), b: { anyOf: [enumOf(250), { type: 'null' }] } })),
    ).toEqual([])
    const list = objectOf({ next: { anyOf: [{ $ref: '#/$defs/list' }, { type: 'null' }] } })
    expect(strictProblems(objectOf({ a: { $ref: '#/$defs/list' } }, { $defs: { list } }))).toEqual([])
  })
})
