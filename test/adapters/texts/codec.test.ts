import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeConstants, unpack } from '../../../src/adapters/texts/codec.ts'
import { rounds } from '../../fakes/rounds.ts'

const none = (name: string): never => {
  throw new Error(`no constant ${name}`)
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('\u0000', 'map', '__proto__', '\uD800', 'instant', ''),
)
const leaf = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0)),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt(-(8n ** 20n), 8n ** 20n).map((ns) => Temporal.Instant.fromEpochNanoseconds(ns)),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((one) => Temporal.PlainDate.from(one.toISOString().slice(0, 10))),
)
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('any')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    fc.array(fc.tuple(tie('any'), tie('any')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.array(tie('any'), { maxLength: 4 }).map((all) => new Set(all)),
  ),
})).any

/** A value as text that names the type of each of its parts. */
const told = (one: unknown): unknown => {
  if (one instanceof Map) return ['map', [...one].map(([key, inner]) => [told(key), told(inner)])]
  if (one instanceof Set) return ['set', [...one].map(told)]
  if (one instanceof Temporal.Instant || one instanceof Temporal.PlainDate)
    return [one[Symbol.toStringTag], one.toString()]
  if (Array.isArray(one)) return ['array', one.map(told)]
  if (typeof one === 'object' && one !== null)
    return ['object', Object.entries(one).map(([key, inner]) => [key, told(inner)])]
  return [typeof one, one]
}

describe('a value that is sent to another thread', () => {
  it('arrives as it was sent, whatever is in it', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(told(unpack(makeConstants().pack(one).text, none))).toEqual(told(one))
      }),
      { numRuns: rounds(2_000) },
    )
  })

  it('is the same with constants in it, which are sent once and come back as the same objects', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const constants = makeConstants()
        const inner = constants.keep({ one })
        const outer = constants.keep({ inner, other })
        const packed = constants.pack([outer, inner, one])
        expect(new Set(packed.constants.map(({ name }) => name)).size).toBe(packed.constants.length)
        const known = new Map<string, unknown>()
        for (const { name, text: whole } of packed.constants)
          known.set(
            name,
            unpack(whole, (of) => known.get(of)),
          )
        expect(told(unpack(packed.text, (name) => known.get(name)))).toEqual(
          told([{ inner: { one }, other }, { one }, one]),
        )
        const own = new Map(packed.constants.map((constant) => [constant.name, constant.value]))
        expect((unpack(packed.text, (name) => own.get(name)) as unknown[])[0]).toBe(outer)
      }),
      { numRuns: rounds(300) },
    )
  })

  it('is refused if its kind would arrive as another', () => {
    const { pack } = makeConstants()
    expect(() => pack({ at: new Date(0) })).toThrow(TypeError)
    expect(() => pack([Temporal.PlainYearMonth.from('2026-11')])).toThrow(TypeError)
    expect(() => pack({ pattern: /x/ })).toThrow(TypeError)
  })
})
